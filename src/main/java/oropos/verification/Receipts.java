package oropos.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.retrieval.Findings;

/// Signs answers, and checks signed ones.
///
/// Three things are hashed apart: the **content** (what is said and what it is said from), the
/// **evidence** (which versions, in which standing, under which rules) and the **surroundings**
/// (everything else). An approval signs content and evidence, so a rule or record elsewhere
/// re-opens nothing.
public final class Receipts {

    private Receipts() {}

    /// Signs an answer.
    ///
    /// @param findings what was searched for it
    public static Answer sign(Answer answer, Findings findings, ServerKey key) {
        return sealed(
                answer,
                findings.candidates().stream().map(Candidates::written).toList(),
                findings.generation(),
                findings.recipe(),
                key);
    }

    /// What an approval signs.
    ///
    /// @param content over statements, tellings and references
    /// @param evidence over cited versions, standings and rules
    public record Hashes(String content, String evidence) {}

    /// The hashes of an answer as it reads, whether or not it carries a receipt.
    public static Hashes hashes(Answer answer) {
        Answer bare = answer.withReceipt(null);
        return new Hashes(AnswerJson.hash(content(bare)), AnswerJson.hash(evidence(bare)));
    }

    static Answer sealed(
            Answer answer,
            List<Answer.RankedCandidate> candidates,
            String generation,
            String recipe,
            ServerKey key) {
        Answer bare = answer.withReceipt(null);
        Answer.Receipt unsigned =
                new Answer.Receipt(
                        AnswerJson.hash(bare),
                        AnswerJson.hash(content(bare)),
                        AnswerJson.hash(evidence(bare)),
                        AnswerJson.hash(surroundings(bare)),
                        generation,
                        recipe,
                        answer.basis().asOf(),
                        candidates,
                        key.open(),
                        "");
        return answer.withReceipt(
                withSignature(unsigned, key.sign(AnswerJson.canonical(unsigned))));
    }

    private static Answer.Receipt withSignature(Answer.Receipt receipt, String signature) {
        return new Answer.Receipt(
                receipt.answer(),
                receipt.content(),
                receipt.evidence(),
                receipt.surroundings(),
                receipt.generation(),
                receipt.recipe(),
                receipt.asOf(),
                receipt.candidates(),
                receipt.key(),
                signature);
    }

    /// What is wrong with the receipt of an answer; empty where it holds.
    static List<String> faults(Answer answer) {
        Answer.Receipt receipt = answer.receipt();
        if (receipt == null) {
            return List.of("the answer carries no receipt");
        }
        List<String> faults = new ArrayList<>();
        Answer bare = answer.withReceipt(null);
        compare(faults, "answer", receipt.answer(), AnswerJson.hash(bare));
        compare(faults, "content", receipt.content(), AnswerJson.hash(content(bare)));
        compare(faults, "evidence", receipt.evidence(), AnswerJson.hash(evidence(bare)));
        compare(
                faults,
                "surroundings",
                receipt.surroundings(),
                AnswerJson.hash(surroundings(bare)));
        if (!receipt.asOf().equals(answer.basis().asOf())) {
            faults.add(
                    "the receipt is as of "
                            + receipt.asOf()
                            + ", the answer as of "
                            + answer.basis().asOf());
        }
        if (!ServerKey.holds(
                receipt.key(),
                AnswerJson.canonical(withSignature(receipt, "")),
                receipt.signature())) {
            faults.add("the signature of the receipt does not hold");
        }
        return faults;
    }

    private static void compare(List<String> faults, String what, String stated, String found) {
        if (!stated.equals(found)) {
            faults.add(
                    "the "
                            + what
                            + " was changed after it was signed (hash "
                            + found
                            + ", signed "
                            + stated
                            + ")");
        }
    }

    /// Statements, tellings and references: what an approval signs as content.
    static Map<String, Object> content(Answer answer) {
        Map<String, Object> content = new TreeMap<>();
        content.put("urgent", answer.urgent());
        content.put("premises", answer.premises());
        content.put("bottomLine", answer.bottomLine());
        content.put("sections", answer.sections());
        content.put("adultOrIndirect", answer.adultOrIndirect());
        content.put("conflicts", answer.conflicts());
        content.put("references", answer.references());
        if (answer.wording() != null) {
            content.put("wording", answer.wording());
        }
        if (answer.parts() != null) {
            content.put("parts", answer.parts().stream().map(part -> hash(content(part))).toList());
        }
        if (answer.tellings() != null) {
            content.put("tellings", answer.tellings());
        }
        return content;
    }

    /// Cited versions, standings, rules.
    static Map<String, Object> evidence(Answer answer) {
        Map<String, Object> evidence = new TreeMap<>();
        TreeSet<String> versions = new TreeSet<>();
        Statements.citations(answer)
                .forEach(citation -> versions.add(citation.source() + "@" + citation.version()));
        evidence.put("versions", versions);
        Map<String, String> standings = new TreeMap<>();
        answer.references()
                .forEach(reference -> standings.put(reference.work(), reference.standing()));
        evidence.put("standings", standings);
        evidence.put("rules", new TreeMap<>(answer.basis().rules()));
        if (answer.parts() != null) {
            evidence.put(
                    "parts", answer.parts().stream().map(part -> hash(evidence(part))).toList());
        }
        return evidence;
    }

    private static String hash(Map<String, Object> of) {
        return AnswerJson.hash(of);
    }

    private static Map<String, Object> surroundings(Answer answer) {
        Map<String, Object> rest = new TreeMap<>();
        rest.put("schema", answer.schema());
        rest.put("id", String.valueOf(answer.id()));
        rest.put("asked", answer.asked());
        rest.put("title", answer.title());
        rest.put("understood", answer.understood());
        rest.put("outcome", answer.outcome());
        rest.put("notTold", answer.notTold());
        rest.put("direction", String.valueOf(answer.direction()));
        rest.put("confidence", String.valueOf(answer.confidence()));
        rest.put("basis", answer.basis());
        if (answer.overviews() != null) {
            rest.put("overviews", answer.overviews());
        }
        return rest;
    }
}

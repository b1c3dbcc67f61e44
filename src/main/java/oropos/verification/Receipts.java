package oropos.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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
        Groups groups = Groups.of(answer);
        return new Hashes(groups.content(), groups.evidence());
    }

    static Answer sealed(
            Answer answer,
            List<Answer.RankedCandidate> candidates,
            String generation,
            String recipe,
            ServerKey key) {
        Groups groups = Groups.of(answer);
        Answer.Receipt unsigned =
                new Answer.Receipt(
                        groups.answer(),
                        groups.content(),
                        groups.evidence(),
                        groups.surroundings(),
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
        Groups groups = Groups.of(answer);
        compare(faults, "answer", receipt.answer(), groups.answer());
        compare(faults, "content", receipt.content(), groups.content());
        compare(faults, "evidence", receipt.evidence(), groups.evidence());
        compare(faults, "surroundings", receipt.surroundings(), groups.surroundings());
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

    /// The hashes of an answer without its receipt: of all of it and of its three groups of fields. Each
    /// field is written once.
    private record Groups(String answer, String content, String evidence, String surroundings) {

        /// Statements, tellings and references: what an approval signs as content.
        private static final List<String> CONTENT =
                List.of(
                        "urgent",
                        "premises",
                        "bottomLine",
                        "sections",
                        "adultOrIndirect",
                        "conflicts",
                        "references",
                        "wording",
                        "tellings");

        private static final List<String> SURROUNDINGS =
                List.of(
                        "schema",
                        "asked",
                        "title",
                        "understood",
                        "outcome",
                        "notTold",
                        "basis",
                        "overviews");

        static Groups of(Answer signed) {
            Answer answer = signed.withReceipt(null);
            SortedMap<String, String> fields = AnswerJson.fields(answer);
            List<Groups> parts =
                    answer.parts() == null
                            ? List.of()
                            : answer.parts().stream().map(Groups::of).toList();
            SortedMap<String, String> content = only(CONTENT, fields);
            SortedMap<String, String> surroundings = only(SURROUNDINGS, fields);
            surroundings.put("id", written(String.valueOf(answer.id())));
            surroundings.put("direction", written(String.valueOf(answer.direction())));
            surroundings.put("confidence", written(String.valueOf(answer.confidence())));
            Map<String, Object> evidence = evidence(answer);
            if (answer.parts() != null) {
                content.put("parts", written(parts.stream().map(Groups::content).toList()));
                evidence.put("parts", parts.stream().map(Groups::evidence).toList());
            }
            return new Groups(
                    hash(fields), hash(content), AnswerJson.hash(evidence), hash(surroundings));
        }

        private static SortedMap<String, String> only(
                List<String> names, SortedMap<String, String> fields) {
            SortedMap<String, String> only = new TreeMap<>(fields);
            only.keySet().retainAll(names);
            return only;
        }

        private static String written(Object value) {
            return AnswerJson.canonicalValue(value);
        }

        private static String hash(SortedMap<String, String> fields) {
            return AnswerJson.sha256(AnswerJson.canonicalOf(fields));
        }

        /// Cited versions, standings, rules.
        private static Map<String, Object> evidence(Answer answer) {
            Map<String, Object> evidence = new TreeMap<>();
            TreeSet<String> versions = new TreeSet<>();
            Statements.citations(answer)
                    .forEach(
                            citation -> versions.add(citation.source() + "@" + citation.version()));
            evidence.put("versions", versions);
            Map<String, String> standings = new TreeMap<>();
            answer.references()
                    .forEach(reference -> standings.put(reference.work(), reference.standing()));
            evidence.put("standings", standings);
            evidence.put("rules", new TreeMap<>(answer.basis().rules()));
            return evidence;
        }
    }
}

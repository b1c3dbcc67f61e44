package oropos.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.Draft;
import oropos.answer.Explanations;
import oropos.answer.LayTellings;
import oropos.answer.ModelReply;
import oropos.question.Understood;
import oropos.terminology.Terminology;
import oropos.verification.BottomLineCheck.Misplaced;
import oropos.verification.CheckedDraft.Removed;

/// Decides whether an answer may be shown as it stands.
///
/// Two doors. [#check] takes a draft and takes out of it whatever does not hold, counted and named.
/// [#verify] takes a finished answer, from anywhere, and says what is wrong with it; it trusts
/// nothing in the file: every quote is read again from the record, and the answer is given a second
/// time from the same words and the same candidates.
public final class Verification {

    private final Terminology terminology;
    private final Records records;
    private final LayTellings layTellings;
    private final Explanations explanations;
    private final TellingCheck tellingCheck;
    private final Tellings tellings;
    private @Nullable Recomputation recomputation;

    /// With the glossary as it is shipped.
    public Verification(Terminology terminology, Records records) {
        this(terminology, records, new Explanations());
    }

    /// @param explanations the glossary in use
    public Verification(Terminology terminology, Records records, Explanations explanations) {
        this.explanations = explanations;
        this.layTellings = new LayTellings(explanations);
        this.terminology = terminology;
        this.records = records;
        this.tellingCheck = new TellingCheck(terminology, explanations);
        this.tellings = new Tellings(terminology);
    }

    /// The glossary tellings are made and checked with.
    public Explanations explanations() {
        return explanations;
    }

    /// Takes out of a draft what does not hold, and has what is left told to other readers, each
    /// telling held to its statement.
    public CheckedDraft check(Draft draft) {
        return check(draft, new OpenRecord(records));
    }

    private CheckedDraft check(Draft draft, OpenRecord record) {
        Answer answer = draft.answer();
        WeighingCheck weighing = new WeighingCheck(draft.table());
        StatementChecks checks = new StatementChecks(terminology, record, answer, weighing);
        Map<String, Removed> removed = new LinkedHashMap<>();
        for (Placed placed : Statements.of(answer)) {
            checks.of(placed).stream()
                    .findFirst()
                    .ifPresent(problem ->
                            removed.putIfAbsent(placed.statement().id(), removed(placed, problem)));
        }
        Set<Answer.Citation> fallen = new HashSet<>();
        answer.premises()
                .forEach(premise ->
                        premise.citations().stream()
                                .filter(citation -> !checks.of(premise, citation).isEmpty())
                                .forEach(fallen::add));
        Map<String, Integer> counts = new TreeMap<>();
        removed.values().forEach(one -> counts.merge(one.reason(), 1, Integer::sum));
        if (!fallen.isEmpty()) {
            counts.put("citation of a premise", fallen.size());
        }
        List<Removed> all = new ArrayList<>(removed.values());
        Map<String, Set<String>> barred = new HashMap<>();
        BottomLineCheck places = new BottomLineCheck(weighing);
        while (true) {
            Answer sieved =
                    new Sieve(removed.keySet(), barred, citation -> !fallen.contains(citation))
                            .of(answer, counts);
            List<Misplaced> misplaced = places.of(sieved);
            if (misplaced.isEmpty()) {
                return new CheckedDraft(layTellings.tell(sieved, tellingCheck.over(record)), all);
            }
            for (Misplaced one : misplaced) {
                barred.computeIfAbsent(place(one, answer, sieved), at -> new HashSet<>())
                        .add(one.placed().statement().id());
                counts.merge("not in the bottom line: " + one.problem().code(), 1, Integer::sum);
                all.add(removed(one.placed(), one.problem()));
            }
        }
    }

    /// Branches are counted anew when one before them is gone; the sieve knows the first count.
    private static String place(Misplaced one, Answer before, Answer sieved) {
        String at = one.placed().at();
        var left = sieved.bottomLine().branches();
        for (int i = 0; i < left.size(); i++) {
            if (at.equals(Statements.branch(i))) {
                String condition = left.get(i).condition();
                for (int j = 0; j < before.bottomLine().branches().size(); j++) {
                    if (before.bottomLine().branches().get(j).condition().equals(condition)) {
                        return Statements.branch(j);
                    }
                }
            }
        }
        return at;
    }

    /// Checks what a language model tells of an answer that was checked before, sentence by sentence.
    ///
    /// @param wording what is known of the asking; its sentences and counts are found here
    /// @param sent ids of the statements the model was given
    /// @return the same, worded where at least one sentence holds
    public Answer.Wording told(
            Answer checked, Answer.Wording wording, ModelReply reply, Set<String> sent) {
        Tellings.Telling telling = tellings.of(checked, reply.sentences(), sent);
        boolean none = telling.told().isEmpty();
        boolean all = telling.failed().isEmpty() && !none;
        return new Answer.Wording(
                wording.model(),
                wording.host(),
                none ? "unworded" : "worded",
                all ? null : none ? "nothingHeld" : "notAllHeld",
                all
                        ? null
                        : none
                                ? "Nothing the model wrote held against the statements; they stand as they are."
                                : "What the model wrote and did not hold is not shown; those statements stand as they are.",
                wording.sent(),
                wording.withheld(),
                wording.request(),
                telling.told(),
                telling.failed());
    }

    private static Removed removed(Placed placed, Problem problem) {
        return new Removed(
                placed.statement().id(), problem.code(), problem.where() + ": " + problem.words());
    }

    /// What is wrong with a finished answer; empty where it holds, letter for letter.
    public List<Problem> verify(Answer answer) {
        return verdict(answer, null).problems();
    }

    /// Verifies a finished answer and says who signed it.
    ///
    /// @param own key of this data folder, or null where it has none
    public Verdict verdict(Answer answer, @Nullable ServerKey own) {
        List<Problem> problems = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Signer signer = signedBy(answer, own);
        notes.add(signer.words());
        if (answer.schema() != Answer.SCHEMA) {
            problems.add(
                    new Problem(
                            "answer",
                            "schema",
                            "schema " + answer.schema() + " is not " + Answer.SCHEMA));
        }
        Receipts.faults(answer)
                .forEach(fault -> problems.add(new Problem("receipt", "receipt", fault)));
        OpenRecord record = new OpenRecord(records);
        problems.addAll(candidates(answer, record));
        problems.addAll(new StatementChecks(terminology, record, answer, null).all());
        problems.addAll(tellingCheck.faults(answer, record));
        problems.addAll(tellings.faults(answer));
        problems.addAll(new OverviewCheck(record).of(answer));
        if (answer.wording() != null) {
            notes.add(
                    "which model worded it, and what was sent to it, rests on the signature alone");
        }
        if (problems.isEmpty()) {
            compareAgain(answer, record, signer, problems, notes);
        }
        if (answer.parts() != null) {
            for (int i = 0; i < answer.parts().size(); i++) {
                verifyPart(answer.parts().get(i), i + 1, own, problems, notes);
            }
        }
        return new Verdict(problems, notes);
    }

    private void verifyPart(
            Answer part,
            int number,
            @Nullable ServerKey own,
            List<Problem> problems,
            List<String> notes) {
        String where = "part " + number;
        if (part.parts() != null) {
            problems.add(new Problem(where, "parts", "a part has no parts of its own"));
            return;
        }
        Verdict verdict = verdict(part, own);
        verdict.problems()
                .forEach(one ->
                        problems.add(
                                new Problem(where + ", " + one.where(), one.code(), one.words())));
        verdict.notes().forEach(note -> notes.add(where + ": " + note));
    }

    /// What does not hold of an answer that people changed: every quote is read again from the record,
    /// every statement and telling is checked as in a draft. It is not composed a second time: people
    /// chose what stands in it, and their signatures say so.
    public List<Problem> verifyChanged(Answer answer) {
        OpenRecord record = new OpenRecord(records);
        List<Problem> problems =
                new ArrayList<>(new StatementChecks(terminology, record, answer, null).all());
        problems.addAll(tellingCheck.faults(answer, record));
        return problems;
    }

    /// An answer without some of its statements, and without the references that only they cited.
    public static Answer without(Answer answer, Set<String> statements) {
        return new Sieve(statements, Map.of(), citation -> true).of(answer, new TreeMap<>());
    }

    /// The answer with what lay readers read told anew from its statements as they are now.
    public Answer toldAgain(Answer answer) {
        return answer.tellings() == null
                ? answer
                : layTellings.tell(
                        answer.withTellings(null), tellingCheck.over(new OpenRecord(records)));
    }

    /// How many quotes an answer rests on.
    public int quotes(Answer answer) {
        int parts =
                answer.parts() == null ? 0 : answer.parts().stream().mapToInt(this::quotes).sum();
        return Statements.citations(answer).size() + parts;
    }

    /// Who signed the receipt of an answer.
    ///
    /// @param own key of this data folder, or null where it has none
    public static Signer signedBy(Answer answer, @Nullable ServerKey own) {
        Answer.Receipt receipt = answer.receipt();
        if (receipt == null || receipt.signature().isEmpty()) {
            return Signer.NOBODY;
        }
        if (own == null) {
            return Signer.UNKNOWN;
        }
        return own.open().equals(receipt.key()) ? Signer.THIS_SERVER : Signer.ANOTHER_KEY;
    }

    private static List<Problem> candidates(Answer answer, OpenRecord record) {
        Answer.Receipt receipt = answer.receipt();
        List<Problem> problems = new ArrayList<>();
        if (receipt == null) {
            return problems;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < receipt.candidates().size(); i++) {
            Answer.RankedCandidate written = receipt.candidates().get(i);
            var candidate = Candidates.read(written, i + 1);
            String where = "candidate " + (i + 1);
            if (candidate.isEmpty()) {
                problems.add(
                        new Problem(
                                where,
                                "candidate",
                                "it is not written as receipts write it: " + written.passage()));
            } else if (record.held(candidate.get().passage()).isEmpty()) {
                problems.add(
                        new Problem(
                                where,
                                "unknownCandidate",
                                "the library does not hold " + written.passage()));
            } else if (!seen.add(written.passage())) {
                problems.add(
                        new Problem(where, "candidate", "it stands twice: " + written.passage()));
            }
        }
        return problems;
    }

    private void compareAgain(
            Answer answer,
            OpenRecord record,
            Signer signer,
            List<Problem> problems,
            List<String> notes) {
        var result = recomputation().of(answer, record, draft -> check(draft, record));
        String impossible =
                switch (result) {
                    case Recomputation.Result.Impossible(String why) -> why;
                    case Recomputation.Result.Again(Answer again) -> {
                        List<Problem> differences =
                                Differences.between(
                                        answer.withReceipt(null)
                                                .withWording(null)
                                                .withOverviews(null),
                                        again);
                        if (differences.isEmpty()) {
                            notes.add("given the same candidates, the same answer came again");
                            yield "";
                        }
                        if (answer.outcome().kind().equals("abstained")
                                && Understood.Refused.isCut(answer.asked())) {
                            yield "it was refused, and only the beginning of the question was kept";
                        }
                        if (answer.understood().removed().isEmpty()) {
                            problems.addAll(differences);
                            yield "";
                        }
                        yield "identifiers were removed from the question, and without them it is"
                                + " understood differently";
                    }
                };
        if (impossible.isEmpty()) {
            return;
        }
        String words = "the answer could not be given a second time: " + impossible;
        if (signer == Signer.THIS_SERVER) {
            notes.add(words);
        } else {
            problems.add(
                    new Problem(
                            "answer",
                            "notRecomputed",
                            words + "; " + signer.words() + ", so nothing vouches for the rest"));
        }
    }

    private synchronized Recomputation recomputation() {
        if (recomputation == null) {
            recomputation = new Recomputation(terminology);
        }
        return recomputation;
    }
}

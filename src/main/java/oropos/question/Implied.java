package oropos.question;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Age;
import oropos.terminology.AgeRange;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;
import oropos.terminology.Mention;
import oropos.terminology.Mention.Assertion;
import oropos.terminology.Sex;
import oropos.terminology.Terminology;

/// What a question tells of the patient without saying it: who has prostatitis is male, who has
/// gestational diabetes is pregnant.
///
/// Only what cannot be otherwise is implied, and only by what is said of the patient now: "how is
/// gestational diabetes prevented?" and "my mother had endometriosis" imply nothing. What the question
/// says itself always stands. The words are a list editors own, `implied.tsv`.
final class Implied {

    static final String FILE = "implied.tsv";

    /// How far before a problem it is looked for who has it, in words.
    private static final int REACH = 4;

    /// Of a younger patient, in years, such words tell of the mother.
    private static final int YOUNGEST = 10;

    private enum Fact {
        FEMALE,
        MALE,
        PREGNANT,
        ADULT,
        CHILD
    }

    private record OfProblem(Concept concept, Set<Fact> facts) {}

    private record OfWords(Cue cue, Set<Fact> facts) {}

    private final List<OfProblem> problems = new ArrayList<>();
    private final List<OfWords> words = new ArrayList<>();
    private Set<String> told = Set.of();
    private Set<String> not = Set.of();
    private Set<String> over = Set.of();
    private Set<String> others = Set.of();

    /// Words of those who have grown up with an illness of childhood, or tell of themselves.
    private Set<String> grown = Set.of();

    /// @throws IllegalStateException naming the row that is not as it should be
    Implied(RuleFile.Table table, Terminology terminology) {
        for (List<String> row : table.rows()) {
            switch (row.getFirst()) {
                case "problem" ->
                        problems.add(
                                new OfProblem(
                                        terminology
                                                .concept(row.get(1))
                                                .orElseThrow(() ->
                                                        new IllegalStateException(
                                                                FILE
                                                                        + ": no vocabulary has "
                                                                        + row.get(1))),
                                        facts(row)));
                case "words" -> words.add(new OfWords(Cue.of(row.get(1)), facts(row)));
                case "told" -> told = Set.of(row.get(1).split("\\|"));
                case "not" -> not = Set.of(row.get(1).split("\\|"));
                case "over" -> over = Set.of(row.get(1).split("\\|"));
                case "grown" -> grown = Set.of(row.get(1).split("\\|"));
                case "others" -> others = Set.of(row.get(1).split("\\|"));
                default ->
                        throw new IllegalStateException(
                                FILE + ": no kind of row is called " + row.getFirst());
            }
        }
    }

    private static Set<Fact> facts(List<String> row) {
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        for (String fact : row.get(2).split(" ")) {
            facts.add(Fact.valueOf(fact.toUpperCase(Locale.ROOT)));
        }
        return facts;
    }

    /// The patient with what the words about him or her imply.
    ///
    /// @param wording the words that are of the patient
    Patient in(Wording wording, Concepts concepts, Patient patient) {
        AgeRange ages = patient.ages();
        if (ages != null && ages.oldest().inYears() < YOUNGEST) {
            return patient;
        }
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        for (OfWords one : words) {
            if (one.facts().contains(Fact.CHILD)
                    ? isOfChild(one, wording)
                    : one.cue().isIn(wording)) {
                facts.addAll(one.facts());
            }
        }
        for (Mention mention : concepts.mentions()) {
            if (mention.assertion() == Assertion.PRESENT || mention.assertion() == Assertion.PAST) {
                facts.addAll(of(wording, mention, patient.sex() != null));
            }
        }
        return facts.isEmpty() ? patient : with(facts, patient);
    }

    /// "Juvenile osteoporosis: bisphosphonates?" is of a child; "I have juvenile arthritis and am pregnant"
    /// need not be.
    private boolean isOfChild(OfWords one, Wording wording) {
        return wording.words().stream().noneMatch(word -> grown.contains(word.text()))
                && one.cue().heard(wording).stream()
                        .anyMatch(heard -> !Assertions.isDenied(wording, heard));
    }

    private Set<Fact> of(Wording wording, Mention mention, boolean isSexTold) {
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        problems.stream()
                .filter(one -> mention.concept().isA(one.concept()))
                .forEach(one -> facts.addAll(one.facts()));
        int first = PatientReader.wordAt(wording, mention.span().start());
        if (facts.isEmpty() || !isHad(wording, first, isSexTold)) {
            return Set.of();
        }
        boolean now =
                mention.assertion() == Assertion.PRESENT && !isBefore(wording, first, over, REACH);
        if (!now && facts.remove(Fact.PREGNANT)) {
            facts.add(Fact.FEMALE);
        }
        return facts;
    }

    private boolean isHad(Wording wording, int first, boolean isSexTold) {
        List<Wording.Word> all = wording.words();
        if (isBefore(wording, first, not, REACH)
                || !isSexTold && isBefore(wording, first, others, first)) {
            return false;
        }
        return isBefore(wording, first, told, REACH)
                || first == 0 && all.stream().noneMatch(one -> one.text().matches(SAYS_MALE));
    }

    /// "Endometriosis in a 29M": a question that begins with an illness and is at odds with it.
    private static final String SAYS_MALE = "\\d{1,3}m|m|male|man|men|boy|his|he|him";

    private static boolean isBefore(Wording wording, int first, Set<String> words, int reach) {
        List<Wording.Word> all = wording.words();
        for (int at = first - 1; at >= Math.max(0, first - reach); at--) {
            if (all.get(at).sentence() != all.get(first).sentence()) {
                return false;
            }
            if (words.contains(all.get(at).text())) {
                return true;
            }
        }
        return false;
    }

    private static Patient with(Set<Fact> facts, Patient patient) {
        if (facts.contains(Fact.CHILD) && patient.ages() == null) {
            return new Patient(
                    patient.age(),
                    new AgeRange(Age.years(0), Age.years(Patient.ADULT_FROM_YEARS - 1)),
                    "juvenile",
                    patient.sex(),
                    patient.pregnant(),
                    patient.lactating(),
                    patient.facts());
        }
        boolean female = facts.contains(Fact.FEMALE) || facts.contains(Fact.PREGNANT);
        boolean male = facts.contains(Fact.MALE);
        if (female == male || patient.sex() == (female ? Sex.MALE : Sex.FEMALE)) {
            return patient;
        }
        boolean isGrownUp = facts.contains(Fact.ADULT) && patient.ages() == null;
        @Nullable Boolean pregnant = patient.pregnant();
        if (pregnant == null && facts.contains(Fact.PREGNANT)) {
            pregnant = true;
        }
        return new Patient(
                patient.age(),
                isGrownUp
                        ? new AgeRange(
                                Age.years(Patient.ADULT_FROM_YEARS), Age.years(AgeRange.OPEN_END))
                        : patient.ages(),
                isGrownUp ? "adult" : patient.ageWords(),
                female ? Sex.FEMALE : Sex.MALE,
                pregnant,
                patient.lactating(),
                patient.facts());
    }
}

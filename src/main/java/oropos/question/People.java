package oropos.question;

import static oropos.terminology.Concept.Kind.DRUG;
import static oropos.terminology.Concept.Kind.PROBLEM;
import static oropos.terminology.Concept.Kind.PROCEDURE;
import static oropos.terminology.Concept.Kind.TEST;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Ages;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;
import oropos.terminology.Mention;
import oropos.terminology.Sex;
import oropos.terminology.Span;

/// The people a question tells of, and whom it is asked for: "My mum takes methotrexate. Can my baby
/// have the vaccine?" is asked for the baby.
///
/// It speaks only where something is told of somebody beside the one asked for; every other question
/// is read as ever. What is told of one is never read as told of another: the words of the others are
/// blanked before the patient is read, and each is read alone.
final class People {

    /// Longest text in which people are told apart, in words: a letter names too many.
    static final int LONGEST = 60;

    /// Longest letter in which people are told apart, in words; only where its question has whom it is for
    /// as the subject, and an age or a drug is told of somebody else.
    static final int LONGEST_LETTER = 120;

    /// Most people told apart.
    static final int MOST = 6;

    private final PeopleReader reader;
    private final String text;
    private final Concepts concepts;
    private final long asked;
    private final boolean several;
    private final long unclear;
    private final boolean isSubject;
    private final Predicate<Wording> tells;
    private final boolean isPart;

    private People(
            PeopleReader reader,
            String text,
            Concepts concepts,
            @Nullable String askedFor,
            Predicate<Wording> tells) {
        this.reader = reader;
        this.tells = tells;
        this.isPart = askedFor != null;
        this.text = text;
        this.concepts = concepts;
        WhomAsked whom = new WhomAsked(reader, this::isTold, this::isTaken, this::isIll);
        long who = askedFor == null ? whom.asked() : named(askedFor);
        this.unclear = whom.unclear();
        this.isSubject = whom.isSubject();
        if (Long.bitCount(who) > 1) {
            who = told(who);
        }
        who &= ~animals();
        this.asked = who;
        long others = 0;
        for (int at = 0; at < reader.people.size(); at++) {
            others |= (who & 1L << at) == 0 && isTold(1L << at) ? 1L << at : 0;
        }
        boolean isSelf =
                Long.bitCount(who) == 1
                        && reader.people.get(Long.numberOfTrailingZeros(who)).relation
                                == Kin.Relation.SELF;
        boolean animal = animals() != 0 && Long.bitCount(who) == 1;
        this.several =
                unclear != 0
                        || animal
                        || who != 0
                                && (others != 0
                                        || Long.bitCount(who) > 1
                                        || isSelf
                                        || isBesideOneOfAnotherSex(who));
    }

    /// "My neighbour took my father's tablets. She ...": the father's sex is not hers.
    private boolean isBesideOneOfAnotherSex(long who) {
        Someone asked = reader.people.get(Long.numberOfTrailingZeros(who));
        return isSubject
                && asked.sex != null
                && reader.people.stream().anyMatch(one -> one.sex != null && one.sex != asked.sex);
    }

    /// @param text the text, with what was corrected in it as sentences at its end
    /// @param told how much of it the asker wrote
    /// @param askedFor whom a part of a question is for, in its words; null where the text itself says
    /// @param tells whether words tell any fact of a patient
    /// @return null where at most one is named, or too many
    static @Nullable People in(
            String text,
            int told,
            Concepts concepts,
            @Nullable String askedFor,
            Predicate<Wording> tells) {
        Wording wording = Wording.of(text.substring(0, told));
        if (wording.words().size() > LONGEST_LETTER) {
            return null;
        }
        PeopleReader reader = new PeopleReader(wording);
        if (reader.people.size() < 2
                || reader.people.size() > MOST
                || !reader.asks() && wording.words().size() > LONGEST) {
            return null;
        }
        return new People(reader, text, concepts, askedFor, tells);
    }

    /// Whether whom it is asked for is told apart from the others; else all words are read of one.
    boolean areToldApart() {
        boolean isLetter = reader.words.size() > LONGEST && !isPart;
        return several && !isOfSomebodyAndTheAsker() && (!isLetter || isToldApartInALetter());
    }

    private boolean isToldApartInALetter() {
        return isSubject
                && others().stream()
                        .anyMatch(one ->
                                one.age() != null
                                        || one.concepts().mentions().stream()
                                                .anyMatch(m -> m.concept().kind() == DRUG));
    }

    /// "Can a 40-year-old get throat cancer? I have ...": the two may be one.
    private boolean isOfSomebodyAndTheAsker() {
        boolean self = false;
        boolean somebody = false;
        for (Someone one : reader.people) {
            self |= one.relation == Kin.Relation.SELF && isTold(reader.bit(one));
            somebody |=
                    one.relation == Kin.Relation.PATIENT
                            && !one.words
                                    .toLowerCase(Locale.ROOT)
                                    .matches("(?:my|our|the|mrs|mr|ms|miss) .*")
                            && !one.besides;
        }
        return self && somebody;
    }

    private long animals() {
        long animals = 0;
        for (Someone one : reader.people) {
            animals |= one.relation == Kin.Relation.ANIMAL ? reader.bit(one) : 0;
        }
        return animals;
    }

    /// How those are named of whom one is asked for, where the words do not tell which; nobody else.
    List<String> unclear() {
        return words(unclear);
    }

    /// Whether a child is told of, whoever it is asked for.
    boolean tellOfAChild() {
        return reader.people.stream().anyMatch(one -> one.relation == Kin.Relation.CHILD);
    }

    /// Whether it is asked for more than one, so that each needs an answer.
    boolean isForSeveral() {
        return Long.bitCount(asked) > 1;
    }

    /// The question once for each it is asked for, where they are few.
    List<String> parts(String question) {
        List<String> whom = askedFor();
        return !isForSeveral() || whom.size() > Compound.MOST
                ? List.of(question)
                : whom.stream()
                        .map(who ->
                                Corrections.join(question, List.of(Corrections.ASKED_FOR + who)))
                        .toList();
    }

    /// How the question names those it is asked for.
    List<String> askedFor() {
        return words(asked);
    }

    private List<String> words(long who) {
        List<String> words = new ArrayList<>();
        for (int at = 0; at < reader.people.size(); at++) {
            if ((who & 1L << at) != 0) {
                words.add(reader.people.get(at).words);
            }
        }
        return words;
    }

    /// How the question names the one it is asked for; null where it is asked for several, or nothing is
    /// told of anybody else.
    @Nullable String askedFor(Redaction redaction) {
        if (asked == 0 || isForSeveral() || others().isEmpty()) {
            return null;
        }
        Someone one = reader.people.get(Long.numberOfTrailingZeros(asked));
        return one.span == null ? one.words : redaction.of(one.span);
    }

    private long named(String words) {
        for (Someone one : reader.people) {
            if (one.words.equalsIgnoreCase(words.strip())) {
                return reader.bit(one);
            }
        }
        return 0;
    }

    private long told(long who) {
        long told = 0;
        for (int at = 0; at < reader.people.size(); at++) {
            boolean isIn = (who & 1L << at) != 0;
            told |= isIn && isTold(1L << at) ? 1L << at : 0;
        }
        return told;
    }

    /// What is read of whoever it is asked for; of several, what belongs to none of them alone.
    Wording ofAsked() {
        return isForSeveral() ? without(~0L, 0) : of(asked);
    }

    /// The text in which only this one, and nobody, is spoken of.
    private Wording of(long who) {
        return without(~who, who);
    }

    private Wording without(long others, long kept) {
        StringBuilder left = new StringBuilder(text);
        boolean open = false;
        for (int at = 0; at < reader.words.size(); at++) {
            long whose = reader.owner[at];
            if ((whose & others) == 0 || (whose & kept) != 0 || isShared(whose, kept)) {
                open = false;
                continue;
            }
            var span = reader.words.get(at).span();
            blank(span, left);
            if (!open) {
                left.setCharAt(span.start(), ',');
                open = true;
            }
        }
        for (Naming.Named one : reader.named) {
            if (kept != 0 && one.people() == kept && one.last() > one.first()) {
                blank(reader.words.get(one.first()).span(), left);
            }
        }
        return Wording.of(left.toString());
    }

    private static void blank(Span span, StringBuilder text) {
        for (int at = span.start(); at < span.end(); at++) {
            text.setCharAt(at, ' ');
        }
    }

    /// What is said of all it is asked for: "both have a fever".
    private boolean isShared(long whose, long kept) {
        return kept == 0 && isForSeveral() && (whose & asked) == asked;
    }

    /// The concepts, with what is said of others taken as theirs: a husband's hepatitis is never a
    /// problem of his wife's, possible or not.
    Concepts ofAsked(Concepts read) {
        List<Mention> mentions = new ArrayList<>(read.mentions().size());
        for (Mention mention : read.mentions()) {
            long whose = whose(mention);
            if (!isOwn(whose)) {
                mentions.add(with(mention, Mention.Assertion.FAMILY));
            } else if (whose != 0 && mention.assertion() == Mention.Assertion.FAMILY) {
                mentions.add(with(mention, Mention.Assertion.PRESENT));
            } else {
                mentions.add(mention);
            }
        }
        return new Concepts(read.text(), mentions);
    }

    private boolean isOwn(long whose) {
        return whose == 0 || (whose & asked) != 0;
    }

    private static Mention with(Mention mention, Mention.Assertion assertion) {
        return new Mention(mention.concept(), mention.span(), mention.words(), assertion);
    }

    private long whose(Mention mention) {
        if (mention.span().start() >= reader.wording.text().length()) {
            return 0;
        }
        int first = PatientReader.wordAt(reader.wording, mention.span().start());
        for (Naming.Named one : reader.named) {
            boolean isRightBefore = one.last() == first - 1 || one.last() == first;
            if (one.possessive()
                    && isRightBefore
                    && reader.asking[first]
                    && !isPassedOn(one.first())) {
                return one.people();
            }
        }
        return reader.owner[first];
    }

    /// "Can she use his inhaler?", "should I give him my insulin?": asked of whom it is for.
    private boolean isPassedOn(int owner) {
        for (int at = owner - 1; at >= Math.max(0, owner - 3) && reader.asking[at]; at--) {
            if (reader.words.get(at).text().matches("use|take|have|give|share|try|borrow")) {
                return true;
            }
        }
        return false;
    }

    /// One of the others, to be read alone.
    ///
    /// @param concepts what is said of them, as said of a patient
    record Other(
            String words,
            @Nullable Span span,
            String relation,
            @Nullable Sex sex,
            Ages.@Nullable Found age,
            Wording wording,
            Concepts concepts) {

        /// What was read of them, with what their naming tells.
        Patient told(Patient read) {
            return People.told(read, sex, age);
        }
    }

    private static Patient told(Patient read, @Nullable Sex sex, Ages.@Nullable Found age) {
        Ages.Found naming = read.age() == null ? age : null;
        return new Patient(
                naming == null ? read.age() : naming.exact(),
                naming == null ? read.ages() : naming.range(),
                naming == null ? read.ageWords() : naming.words(),
                sex == null ? read.sex() : sex,
                read.pregnant(),
                read.lactating(),
                read.facts());
    }

    /// The patient as read of the words about the one it is asked for, with what the naming tells.
    Patient told(Patient read) {
        if (asked == 0 || isForSeveral()) {
            return read;
        }
        Someone one = reader.people.get(Long.numberOfTrailingZeros(asked));
        return told(read, one.sex, one.age);
    }

    /// Who else is told of.
    List<Other> others() {
        return others(false);
    }

    /// The same and every child named, though nothing that has a name is said of it: "my newborn feels hot".
    List<Other> everyone() {
        return others(true);
    }

    private List<Other> others(boolean children) {
        List<Other> others = new ArrayList<>();
        for (int at = 0; at < reader.people.size(); at++) {
            long bit = 1L << at;
            boolean isAsked = (asked & bit) != 0 && !isForSeveral();
            Someone one = reader.people.get(at);
            boolean isNamed = children && one.relation == Kin.Relation.CHILD;
            if (isAsked || (bit & animals()) != 0 || !isNamed && !isTold(bit)) {
                continue;
            }
            List<Mention> theirs = new ArrayList<>();
            for (Mention mention : concepts.mentions()) {
                if ((whose(mention) & bit) != 0) {
                    theirs.add(
                            mention.assertion() == Mention.Assertion.FAMILY
                                    ? with(mention, Mention.Assertion.PRESENT)
                                    : mention);
                }
            }
            others.add(
                    new Other(
                            one.words,
                            one.span,
                            one.relation.code(),
                            one.sex,
                            one.age,
                            ownWords(bit),
                            new Concepts(concepts.text(), theirs)));
        }
        return others;
    }

    /// Only what is said of this one, without the words that are of nobody.
    private Wording ownWords(long who) {
        StringBuilder own = new StringBuilder(reader.wording.text());
        for (int at = 0; at < reader.words.size(); at++) {
            if ((reader.owner[at] & who) == 0) {
                var span = reader.words.get(at).span();
                blank(span, own);
                own.setCharAt(span.start(), ',');
            }
        }
        return Wording.of(own.toString());
    }

    /// Whether a drug, a test or a procedure is named at this word.
    private boolean isTaken(int word) {
        return isNamed(word, DRUG, PROCEDURE, TEST);
    }

    private boolean isIll(int word) {
        return isNamed(word, PROBLEM)
                && concepts.mentions().stream()
                        .noneMatch(one ->
                                one.span().start() == reader.words.get(word).span().start()
                                        && one.assertion() == Mention.Assertion.NEGATED);
    }

    private boolean isNamed(int word, Concept.Kind... kinds) {
        return word < reader.words.size()
                && concepts.mentions().stream()
                        .filter(one -> List.of(kinds).contains(one.concept().kind()))
                        .anyMatch(
                                one -> one.span().start() == reader.words.get(word).span().start());
    }

    private static boolean isMatterOfAnybody(Mention mention) {
        return switch (mention.concept().kind()) {
            case PROBLEM, DRUG, PROCEDURE, TEST -> true;
            default -> false;
        };
    }

    /// Whether anything is told of this one alone that may matter.
    private boolean isTold(long who) {
        if (concepts.mentions().stream()
                .anyMatch(one -> isMatterOfAnybody(one) && (whose(one) & who) != 0)) {
            return true;
        }
        return tells.test(ownWords(who))
                || reader.people.get(Long.numberOfTrailingZeros(who)).age != null;
    }
}

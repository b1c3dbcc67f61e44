package oropos.question;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Ages;
import oropos.terminology.Sex;
import oropos.terminology.Span;

/// Which sex the person asked about has: the word beside the age first, then nouns, then "she" and "he";
/// a relative of the patient tells nothing. Where both are spoken of, nothing is assumed.
final class PatientSex {

    static final List<Cue> FEMALE =
            Cue.all(
                    List.of(
                            "girl|girls|woman|women|female|females|lady|ladies|daughter|daughters|mother|mothers|mom|mum|wife|sister|grandmother|grandma|aunt|niece|granddaughter|girlfriend|schoolgirl|lass|gran|granny|nan|nana|mama|mommy|mummy|stepmother|stepdaughter|waitress|housewife|midwife|nun|postmenopausal|perimenopausal|premenopausal",
                            "menopause|menopausal"));
    static final List<Cue> MALE =
            Cue.all(
                    List.of(
                            "boy|boys|man|men|male|males|gentleman|gentlemen|son|sons|father|fathers|dad|husband|brother|grandfather|grandpa|uncle|nephew|grandson|boyfriend|schoolboy|guy|bloke|chap|lad|grandad|granddad|daddy|papa|stepfather|stepson"));
    static final List<Cue> SHE = Cue.all(List.of("she|her|hers|herself|mrs"));
    static final List<Cue> HE = Cue.all(List.of("he|him|his|himself|mr"));
    private static final Cue RELATIVE =
            Cue.of(
                    "mother|father|sister|brother|aunt|uncle|grandmother|grandfather|parents|sibling|siblings|mom|dad|mum|cousin");

    /// "His wife" is not the patient.
    private static final Set<String> HIS_OR_HER = Set.of("his", "her", "their", "whose");

    /// Where somebody speaks of himself, "he" and "she" may be the doctor.
    private static final Cue ASKER = Cue.of("i|my|me|im|ive");

    /// "Newborn of a mother with hepatitis B": hers.
    private static final Cue CHILD_OF =
            Cue.of(
                    "baby|babies|newborn|newborns|neonate|neonates|infant|infants|child|children|toddler|twins [is|was] [born] of|to|whose [a|an|the] ~3 mother|mothers|father|mum|mom|woman|women");

    private static boolean isParentOfBaby(Wording wording, Cue.Heard heard) {
        return CHILD_OF.heard(wording).stream().anyMatch(one -> one.last() == heard.first());
    }

    /// The words without what is told of the mother of a baby ("baby of a diabetic mother") and without a child
    /// that is not the patient.
    static Wording withoutParent(Wording all) {
        Wording wording = BesideTheChild.without(all);
        List<Cue.Heard> parents = CHILD_OF.heard(wording);
        if (parents.isEmpty()) {
            return wording;
        }
        StringBuilder left = new StringBuilder(wording.text());
        List<Wording.Word> words = wording.words();
        for (Cue.Heard heard : parents) {
            int last = heard.last();
            boolean goesOn =
                    last + 1 < words.size()
                            && List.of("with", "on", "taking", "who", "whose")
                                    .contains(words.get(last + 1).text());
            while (goesOn
                    && last + 1 < words.size()
                    && words.get(last + 1).clause() == words.get(heard.last()).clause()) {
                last++;
            }
            for (int at = heard.first() + 1; at <= last; at++) {
                Span span = words.get(at).span();
                for (int i = span.start(); i < span.end(); i++) {
                    left.setCharAt(i, ' ');
                }
            }
        }
        return Wording.of(left.toString());
    }

    private PatientSex() {}

    /// "My wife says" of a child of two: no word for the child.
    private static final Cue GROWN_UP =
            Cue.of(
                    "my|our|the|his|her|their wife|husband|girlfriend|boyfriend|mother|father|mom|mum|dad|mummy|mommy|daddy|mama|papa|grandmother|grandfather|grandma|grandpa|gran|granny|nan|nana|grandad|granddad|aunt|uncle|midwife|stepmother|stepfather");

    /// Below this age nobody is called one of those.
    private static final int GROWN_UP_FROM_YEARS = 13;

    /// The words without those for grown-ups, where the one asked about is a child.
    private static Wording withoutGrownUps(Wording wording, Optional<Ages.Found> age) {
        boolean child =
                age.map(Ages.Found::range)
                        .filter(range -> range.oldest().inYears() < GROWN_UP_FROM_YEARS)
                        .isPresent();
        List<Cue.Heard> grownUps = child ? GROWN_UP.heard(wording) : List.of();
        if (grownUps.isEmpty()) {
            return wording;
        }
        StringBuilder left = new StringBuilder(wording.text());
        for (Cue.Heard one : grownUps) {
            for (int i = one.span().start(); i < one.span().end(); i++) {
                left.setCharAt(i, ' ');
            }
        }
        return Wording.of(left.toString());
    }

    static @Nullable Sex of(Wording all, Optional<Ages.Found> age, @Nullable Boolean pregnant) {
        Wording wording = withoutGrownUps(all, age);
        if (age.isPresent()) {
            Sex nearest = nearest(wording, age.get());
            if (nearest != null) {
                return nearest;
            }
        }
        if (Boolean.TRUE.equals(pregnant)) {
            return Sex.FEMALE;
        }
        if (age.isEmpty()
                && PatientReader.I_ASK_FOR_ME.isIn(wording)
                && PatientReader.saysMyPerson(wording)
                && !isAnyOf(wording, SHE)
                && !isAnyOf(wording, HE)) {
            return null;
        }
        Sex byNoun = only(wording, FEMALE, MALE);
        if (byNoun != null
                || isAnyOf(wording, FEMALE)
                || ASKER.isIn(wording) && !PatientReader.saysMyPerson(wording)) {
            return byNoun;
        }
        return only(wording, SHE, HE);
    }

    /// "a 45-year-old man", "Girl 14", "48F": the word next to the age.
    static @Nullable Sex nearest(Wording wording, Ages.Found age) {
        int start = PatientReader.wordAt(wording, age.span().start());
        int end = PatientReader.wordAt(wording, Math.max(age.span().start(), age.span().end() - 1));
        String words = age.words().strip();
        if (words.matches("F\\s?[/,]?\\s?\\d+")) {
            return Sex.FEMALE;
        }
        if (words.matches("M\\s?[/,]?\\s?\\d+")) {
            return Sex.MALE;
        }
        String following =
                end + 1 < wording.words().size() ? wording.words().get(end + 1).text() : "";
        if (words.matches("(?i).*\\d\\s*(?:y/?o)?\\s*f")
                || words.matches(".*\\d.*") && following.equals("f")) {
            return Sex.FEMALE;
        }
        if (words.matches("(?i).*\\d\\s*(?:y/?o)?\\s*m")
                || words.matches(".*\\d.*") && following.equals("m")) {
            return Sex.MALE;
        }
        int female = distance(wording, FEMALE, start, end);
        int male = distance(wording, MALE, start, end);
        if (female == male) {
            return null;
        }
        return female < male ? Sex.FEMALE : Sex.MALE;
    }

    private static int distance(Wording wording, List<Cue> cues, int start, int end) {
        return cues.stream()
                .flatMap(cue -> cue.heard(wording).stream())
                .filter(heard ->
                        PatientReader.sentence(wording, heard.first())
                                == PatientReader.sentence(wording, start))
                .filter(heard -> !isRelativeOfPatient(wording, heard))
                .mapToInt(heard ->
                        heard.first() > end
                                ? heard.first() - end
                                : Math.max(0, start - heard.last()))
                .filter(distance -> distance <= PatientReader.NEAR)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /// The sex that alone is spoken of, relatives of the patient left out.
    static @Nullable Sex only(Wording wording, List<Cue> female, List<Cue> male) {
        boolean isFemale = isAnyOf(wording, female);
        boolean isMale = isAnyOf(wording, male);
        if (isFemale == isMale) {
            return null;
        }
        return isFemale ? Sex.FEMALE : Sex.MALE;
    }

    /// Where the words stand that tell the sex of the patient.
    static List<Span> sexWords(Wording wording) {
        return Stream.of(FEMALE, MALE, SHE, HE)
                .flatMap(List::stream)
                .flatMap(cue -> cue.heard(wording).stream())
                .filter(heard -> !isRelativeOfPatient(wording, heard))
                .map(Cue.Heard::span)
                .toList();
    }

    static boolean isAnyOf(Wording wording, List<Cue> cues) {
        return cues.stream()
                .flatMap(cue -> cue.heard(wording).stream())
                .anyMatch(heard -> !isRelativeOfPatient(wording, heard));
    }

    /// "My wife says I snore": she tells of the asker.
    private static final Cue SPEAKS_OF_ME =
            Cue.of(
                    "my|our husband|wife|partner|boyfriend|girlfriend|mum|mom|mother|dad|father|friend|sister|brother|son|daughter [is|was|has|keeps|kept|always] says|said|saying|thinks|thought|told|tells|telling|worried|worries|concerned|wants|insists|complains|complaining|noticed|asked|asking|reckons|believes|suggested ~4 i|my|im|me|ive");

    /// "My girlfriend takes the pill and I have acne": of her is told beside the asker.
    private static final Cue AND_I =
            Cue.of(
                    "my|our husband|wife|partner|boyfriend|girlfriend|mum|mom|mother|dad|father|friend|sister|brother|grandmother|grandfather|aunt|uncle ~8 and|but|while i|im|ive [both|also|always] have|had|get|got|take|took|feel|keep|suffer");

    private static boolean isBesideTheAsker(Wording wording, Cue.Heard heard) {
        boolean third =
                SHE.stream().anyMatch(cue -> cue.isIn(wording))
                        || HE.stream().anyMatch(cue -> cue.isIn(wording));
        return !third
                && Stream.of(SPEAKS_OF_ME, AND_I)
                        .flatMap(cue -> cue.heard(wording).stream())
                        .anyMatch(one -> one.first() + 1 == heard.first());
    }

    private static boolean isRelativeOfPatient(Wording wording, Cue.Heard heard) {
        if (isBesideTheAsker(wording, heard) || isParentOfBaby(wording, heard)) {
            return true;
        }
        if (PatientReader.asksOfHimself(wording)
                && PatientReader.MY_RELATIVE.heard(wording).stream()
                        .anyMatch(one ->
                                one.first() <= heard.first() && heard.first() <= one.last())) {
            return true;
        }
        if (heard.first() > 0
                && HIS_OR_HER.contains(wording.words().get(heard.first() - 1).text())) {
            return true;
        }
        return RELATIVE.heard(wording).stream().anyMatch(one -> one.first() == heard.first())
                && PatientReader.OF_A_RELATIVE.heard(wording).stream()
                        .anyMatch(
                                one -> one.first() <= heard.first() && heard.first() <= one.last());
    }
}

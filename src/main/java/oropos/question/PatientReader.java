package oropos.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Age;
import oropos.terminology.AgeRange;
import oropos.terminology.Ages;
import oropos.terminology.Concepts;
import oropos.terminology.Mention;
import oropos.terminology.Sex;
import oropos.terminology.Span;

/// Reads who is asked about: age, sex, pregnancy, breastfeeding.
///
/// The person asked about need not be the asker: "I am 34, my son of 8 ..." is about the son, and "my
/// mother, 72, ..." about the mother; but "family history: mother broke her hip at 60" is not. Where
/// the words leave it open nothing is assumed.
final class PatientReader {

    /// HIPAA's Safe Harbor: above this age, in years, the age itself identifies a person.
    static final int OLDEST_SHOWN = 89;

    private static final List<Cue> FEMALE =
            Cue.all(
                    List.of(
                            "girl|girls|woman|women|female|females|lady|ladies|daughter|daughters|mother|mothers|mom|mum|wife|sister|grandmother|grandma|aunt|niece|granddaughter|girlfriend|schoolgirl|postmenopausal|perimenopausal|premenopausal",
                            "menopause|menopausal"));
    private static final List<Cue> MALE =
            Cue.all(
                    List.of(
                            "boy|boys|man|men|male|males|gentleman|gentlemen|son|sons|father|fathers|dad|husband|brother|grandfather|grandpa|uncle|nephew|grandson|boyfriend|schoolboy"));
    private static final List<Cue> SHE = Cue.all(List.of("she|her|hers|herself|mrs"));
    private static final List<Cue> HE = Cue.all(List.of("he|him|his|himself|mr"));
    private static final Cue RELATIVE =
            Cue.of(
                    "mother|father|sister|brother|aunt|uncle|grandmother|grandfather|parents|sibling|siblings|mom|dad|mum|cousin");
    private static final Cue OF_A_RELATIVE =
            Cue.of(
                    "her|his|their|the|patients|whose|family ~2 mother|father|sister|brother|aunt|uncle|grandmother|grandfather|parents|sibling|mom|dad|mum|cousin|history");

    /// "Mother of a healthy 7-year-old": the patient is the mother.
    private static final Cue PARENT_OF =
            Cue.of("mother|father|parent|parents|carer of a|an|two|three|her|his");

    /// "My father had a stroke at 60": his age, and then.
    private static final Cue RELATIVE_HAD =
            Cue.of(
                    "mother|father|sister|brother|aunt|uncle|grandmother|grandfather|mom|dad|mum|cousin had|died|got|developed|was");

    private static final List<Cue> MY_PERSON =
            Cue.all(
                    List.of(
                            "my|our ~4 son|daughter|child|baby|boy|girl|kid|toddler|newborn|grandson|granddaughter|grandchild|nephew|niece|mother|father|mom|mum|dad|wife|husband|sister|brother|grandmother|grandfather|partner|aunt|uncle|patient|friend|girlfriend|boyfriend|infant|teen|teenager"));

    /// "His wife" is not the patient.
    private static final Set<String> HIS_OR_HER = Set.of("his", "her", "their", "whose");

    /// Where somebody speaks of himself, "he" and "she" may be the doctor.
    private static final Cue ASKER = Cue.of("i|my|me|im|ive");

    private static final Cue I_AM = Cue.of("i am|m");

    private static final Cue HER_PARTNER =
            Cue.of(
                    "her|his|their|whose|patients husband|wife|partner|boyfriend|girlfriend|spouse|flatmate|roommate|colleague|friend has|had|with|is|was|got|suffers|developed");

    private static final Cue MY_PARTNER =
            Cue.of(
                    "my|our husband|wife|partner|boyfriend|girlfriend|spouse|flatmate|roommate|colleague|friend has|had|got|suffers|developed");

    /// The asker asks for himself: "should I be tested?"
    private static final Cue I_ASK_FOR_ME =
            Cue.of(
                    "should|can|could|may|must|do|will|am|would i [not|also|still] ~1 be|get|take|have|need|catch|at|use|wear|start|risk|stop");

    /// "My mother had breast cancer, does my asthma need a spray?": the asker's, not the mother's.
    private static final Cue OF_MINE =
            Cue.of("do|does|can|could|is|are|should|will|would|why|how ~1 my");

    private static final Cue MY_RELATIVE =
            Cue.of(
                    "my|our mother|father|mum|mom|dad|sister|brother|grandmother|grandfather|gran|grandma|grandad|aunt|uncle|cousin had|has|got|died|suffers|suffered|developed");

    /// After these the patient is spoken of again.
    private static final Cue TURN = Cue.of("and|but|while|so she|he|i|they|her|his|my");

    /// How far a noun may stand from the age it belongs to, in words.
    private static final int NEAR = 6;

    /// A pregnancy told with a patient younger than this, in years, is the mother's.
    private static final int OLDEST_BABY = 8;

    private PatientReader() {}

    static Patient read(Wording wording) {
        Optional<Ages.Found> age = age(wording);
        Pregnancy pregnancy = Pregnancy.read(wording, isBaby(wording, age));
        Sex sex = sex(wording, age, pregnancy.pregnant());
        Boolean lactating = Pregnancy.lactating(wording);
        Map<String, String> facts = new TreeMap<>();
        if (pregnancy.weeks() != null) {
            facts.put("gestation", pregnancy.weeks() + " weeks");
        }
        if (pregnancy.trimester() != null) {
            facts.put("trimester", pregnancy.trimester());
        }
        if (sex == null && Boolean.TRUE.equals(lactating)) {
            sex = Sex.FEMALE;
        }
        return new Patient(
                age.map(Ages.Found::exact).orElse(null),
                age.map(Ages.Found::range).orElse(null),
                age.map(Ages.Found::words).orElse(null),
                sex,
                pregnancy.pregnant(),
                lactating,
                facts);
    }

    /// The concepts with what is said of "my son" or "my mother" taken as said of the patient, where
    /// the question is about that person: the same words tell of a relative where it is not.
    static Concepts ofPatient(Concepts read, Wording wording) {
        Concepts concepts = withoutPartners(read, wording);
        boolean isAboutRelative =
                age(wording).map(found -> isNear(wording, found, MY_PERSON)).orElse(false);
        if (!isAboutRelative) {
            return concepts;
        }
        List<Mention> mentions = new ArrayList<>();
        for (Mention mention : concepts.mentions()) {
            int at = wordAt(wording, mention.span().start());
            boolean own =
                    mention.assertion() == Mention.Assertion.FAMILY
                            && OF_A_RELATIVE.heard(wording).stream()
                                    .noneMatch(heard ->
                                            sentence(wording, heard.first())
                                                    == sentence(wording, at));
            mentions.add(
                    own
                            ? new Mention(
                                    mention.concept(),
                                    mention.span(),
                                    mention.words(),
                                    Mention.Assertion.PRESENT)
                            : mention);
        }
        return new Concepts(concepts.text(), mentions);
    }

    /// "Her husband has tuberculosis": his, and so told as a relative's, like a mother's.
    private static Concepts withoutPartners(Concepts concepts, Wording wording) {
        List<Cue.Heard> partners = new ArrayList<>(HER_PARTNER.heard(wording));
        if (I_ASK_FOR_ME.isIn(wording)) {
            partners.addAll(MY_PARTNER.heard(wording));
        }
        if (asksOfHimself(wording)) {
            partners.addAll(MY_RELATIVE.heard(wording));
        }
        if (partners.isEmpty()) {
            return concepts;
        }
        List<Mention> mentions = new ArrayList<>();
        for (Mention mention : concepts.mentions()) {
            int at = wordAt(wording, mention.span().start());
            boolean isTheirs =
                    mention.assertion() == Mention.Assertion.PRESENT
                            && partners.stream()
                                    .anyMatch(heard ->
                                            heard.last() < at
                                                    && wording.words().get(heard.last()).clause()
                                                            == wording.words().get(at).clause()
                                                    && TURN.heard(wording).stream()
                                                            .noneMatch(turn ->
                                                                    turn.first() > heard.last()
                                                                            && turn.first() < at));
            mentions.add(
                    isTheirs
                            ? new Mention(
                                    mention.concept(),
                                    mention.span(),
                                    mention.words(),
                                    Mention.Assertion.FAMILY)
                            : mention);
        }
        return new Concepts(concepts.text(), mentions);
    }

    /// The patient as he or she may leave memory: an age above 89 years is "90 or older".
    static Patient withoutIdentity(Patient patient) {
        AgeRange ages = patient.ages();
        if (patient.age() == null || ages == null || ages.youngest().inYears() <= OLDEST_SHOWN) {
            return patient;
        }
        return new Patient(
                null,
                new AgeRange(Age.years(OLDEST_SHOWN + 1), Age.years(AgeRange.OPEN_END)),
                OLDEST_SHOWN + 1 + " or older",
                patient.sex(),
                patient.pregnant(),
                patient.lactating(),
                patient.facts());
    }

    /// The age of the person asked about: an exact one before a group word, one that belongs to "my
    /// son" before the asker's own, and none that belongs to a relative of the patient.
    private static Optional<Ages.Found> age(Wording wording) {
        return Ages.in(wording.text()).stream()
                .filter(found -> !belongsToRelative(wording, found))
                .filter(found -> !isSpanOfTime(wording, found))
                .min(
                        Comparator.comparingInt((Ages.Found found) -> rank(wording, found))
                                .thenComparing(found -> found.span().start()));
    }

    private static int rank(Wording wording, Ages.Found found) {
        int rank = found.exact() == null ? 6 : isNow(wording, found) ? -3 : 0;
        if (found.words().toLowerCase(Locale.ROOT).matches("i(?:'m|\\u2019m| am) .*")) {
            return rank + (saysMyPerson(wording) ? 2 : 1);
        }
        if (isNear(wording, found, MY_PERSON)) {
            return rank;
        }
        return rank + (isNear(wording, found, List.of(I_AM)) && saysMyPerson(wording) ? 2 : 1);
    }

    /// "Fever at 3 weeks old; now he is 4 years": the age of today.
    private static boolean isNow(Wording wording, Ages.Found found) {
        int at = wordAt(wording, found.span().start());
        for (int before = at - 1; before >= Math.max(0, at - 4); before--) {
            if (List.of("now", "currently").contains(wording.words().get(before).text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean saysMyPerson(Wording wording) {
        return MY_PERSON.stream().anyMatch(cue -> cue.isIn(wording));
    }

    private static boolean belongsToRelative(Wording wording, Ages.Found found) {
        int at = wordAt(wording, found.span().start());
        for (Cue.Heard heard : PARENT_OF.heard(wording)) {
            if (heard.last() < at && at - heard.last() <= 3) {
                return true;
            }
        }
        if (found.words().toLowerCase(Locale.ROOT).startsWith("at ")) {
            for (Cue.Heard heard : RELATIVE_HAD.heard(wording)) {
                if (heard.last() < at && sentence(wording, heard.last()) == sentence(wording, at)) {
                    return true;
                }
            }
        }
        for (Cue.Heard heard : OF_A_RELATIVE.heard(wording)) {
            boolean nextTo =
                    Math.abs(at - heard.last()) <= 8
                            && heard.last() < at
                            && sentence(wording, heard.last()) == sentence(wording, at);
            if (nextTo) {
                return true;
            }
        }
        return false;
    }

    /// "for 3 weeks", "5 years ago" are no ages, whatever a reader of ages may think.
    private static boolean isSpanOfTime(Wording wording, Ages.Found found) {
        int at = wordAt(wording, found.span().start());
        return at > 0
                && !found.words().contains("old")
                && List.of("for", "since", "within", "every", "over", "past", "last")
                        .contains(wording.words().get(at - 1).text())
                && found.words().matches("(?i)\\d+\\s*(days?|weeks?|months?|years?)");
    }

    private static boolean isNear(Wording wording, Ages.Found found, List<Cue> cues) {
        int at = wordAt(wording, found.span().start());
        int end = wordAt(wording, Math.max(found.span().start(), found.span().end() - 1));
        return cues.stream()
                .flatMap(cue -> cue.heard(wording).stream())
                .anyMatch(heard ->
                        sentence(wording, heard.first()) == sentence(wording, at)
                                && heard.last() >= at - NEAR
                                && heard.first() <= end + NEAR);
    }

    private static @Nullable Sex sex(
            Wording wording, Optional<Ages.Found> age, @Nullable Boolean pregnant) {
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
                && I_ASK_FOR_ME.isIn(wording)
                && saysMyPerson(wording)
                && !isAnyOf(wording, SHE)
                && !isAnyOf(wording, HE)) {
            return null;
        }
        Sex byNoun = only(wording, FEMALE, MALE);
        if (byNoun != null
                || isAnyOf(wording, FEMALE)
                || ASKER.isIn(wording) && !saysMyPerson(wording)) {
            return byNoun;
        }
        return only(wording, SHE, HE);
    }

    /// "a 45-year-old man", "Girl 14", "48F": the word next to the age.
    private static @Nullable Sex nearest(Wording wording, Ages.Found age) {
        int start = wordAt(wording, age.span().start());
        int end = wordAt(wording, Math.max(age.span().start(), age.span().end() - 1));
        String words = age.words().strip();
        String following =
                end + 1 < wording.words().size() ? wording.words().get(end + 1).text() : "";
        if (words.matches("(?i).*\\d\\s*f") || words.matches(".*\\d.*") && following.equals("f")) {
            return Sex.FEMALE;
        }
        if (words.matches("(?i).*\\d\\s*m") || words.matches(".*\\d.*") && following.equals("m")) {
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
                .filter(heard -> sentence(wording, heard.first()) == sentence(wording, start))
                .mapToInt(heard ->
                        heard.first() > end
                                ? heard.first() - end
                                : Math.max(0, start - heard.last()))
                .filter(distance -> distance <= NEAR)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /// The sex that alone is spoken of, relatives of the patient left out.
    private static @Nullable Sex only(Wording wording, List<Cue> female, List<Cue> male) {
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

    private static boolean isAnyOf(Wording wording, List<Cue> cues) {
        return cues.stream()
                .flatMap(cue -> cue.heard(wording).stream())
                .anyMatch(heard -> !isRelativeOfPatient(wording, heard));
    }

    /// Whether the question is on what the asker has: "does my asthma", not "does my mother".
    private static boolean asksOfHimself(Wording wording) {
        List<Wording.Word> words = wording.words();
        return OF_MINE.heard(wording).stream()
                .anyMatch(heard ->
                        heard.last() + 1 < words.size()
                                && !PERSONS.contains(words.get(heard.last() + 1).text()));
    }

    private static final Set<String> PERSONS =
            Set.of(
                    "son",
                    "daughter",
                    "child",
                    "baby",
                    "boy",
                    "girl",
                    "kid",
                    "kids",
                    "children",
                    "toddler",
                    "newborn",
                    "grandson",
                    "granddaughter",
                    "grandchild",
                    "nephew",
                    "niece",
                    "mother",
                    "father",
                    "mom",
                    "mum",
                    "dad",
                    "wife",
                    "husband",
                    "sister",
                    "brother",
                    "grandmother",
                    "grandfather",
                    "gran",
                    "grandma",
                    "grandad",
                    "partner",
                    "aunt",
                    "uncle",
                    "patient",
                    "friend",
                    "girlfriend",
                    "boyfriend",
                    "infant",
                    "teen",
                    "teenager",
                    "cousin",
                    "doctor",
                    "elderly",
                    "old",
                    "little",
                    "own",
                    "two",
                    "three");

    private static boolean isRelativeOfPatient(Wording wording, Cue.Heard heard) {
        if (asksOfHimself(wording)
                && MY_RELATIVE.heard(wording).stream()
                        .anyMatch(one ->
                                one.first() <= heard.first() && heard.first() <= one.last())) {
            return true;
        }
        if (heard.first() > 0
                && HIS_OR_HER.contains(wording.words().get(heard.first() - 1).text())) {
            return true;
        }
        return RELATIVE.heard(wording).stream().anyMatch(one -> one.first() == heard.first())
                && OF_A_RELATIVE.heard(wording).stream()
                        .anyMatch(
                                one -> one.first() <= heard.first() && heard.first() <= one.last());
    }

    /// Of a baby the words tell the mother's pregnancy.
    private static boolean isBaby(Wording wording, Optional<Ages.Found> age) {
        return age.isPresent() && age.get().range().oldest().inYears() < OLDEST_BABY
                || wording.all().contains("born")
                || wording.all().contains("preterm");
    }

    private static int wordAt(Wording wording, int offset) {
        for (int at = 0; at < wording.words().size(); at++) {
            if (wording.words().get(at).span().end() > offset) {
                return at;
            }
        }
        return Math.max(0, wording.words().size() - 1);
    }

    private static int sentence(Wording wording, int at) {
        return wording.words().isEmpty() ? 0 : wording.words().get(at).sentence();
    }
}

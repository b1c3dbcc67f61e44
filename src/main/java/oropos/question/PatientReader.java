package oropos.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import oropos.terminology.Age;
import oropos.terminology.AgeRange;
import oropos.terminology.Ages;
import oropos.terminology.Concepts;
import oropos.terminology.Mention;
import oropos.terminology.Sex;

/// Reads who is asked about: age, sex, pregnancy, breastfeeding.
///
/// The person asked about need not be the asker: "I am 34, my son of 8 ..." is about the son, and "my
/// mother, 72, ..." about the mother; but "family history: mother broke her hip at 60" is not. Where
/// the words leave it open nothing is assumed.
final class PatientReader {

    /// HIPAA's Safe Harbor: above this age, in years, the age itself identifies a person.
    static final int OLDEST_SHOWN = 89;

    static final Cue OF_A_RELATIVE =
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

    /// "My 12yo", "our little 3 month old".
    private static final Pattern MY_CHILD_BY_AGE =
            Pattern.compile(
                    "(?i)\\b(?:my|our) (?:other|young(?:er|est)|old(?:er|est)|eld(?:er|est)|little) one\\b|\\b(?:my|our) (?:little |other )?\\d{1,2} ?-?(?:yo|y/o|yrs?|years?|mo|months?|mths?|weeks?|wks?)[ -]?(?:olds?)?\\b(?! (?:of|history|course))");

    private static final Cue I_AM = Cue.of("i am|m");

    static final Cue HER_PARTNER =
            Cue.of(
                    "her|his|their|whose|patients husband|wife|partner|boyfriend|girlfriend|spouse|brother|sister|cousin|flatmate|roommate|colleague|friend ~1 has|had|with|is|was|got|suffers|developed");

    /// "Her sister, 82, takes apixaban".
    private static final Cue HER_RELATIVE_TAKES =
            Cue.of(
                    "her|his|their|whose|patients husband|wife|partner|spouse|sister|brother|aunt|uncle|cousin|friend|flatmate|colleague ~2 takes|took|uses|taking");

    /// "Her husband, 50, ...": not her age.
    private static final Cue HER_SPOUSE =
            Cue.of(
                    "her|his|their|whose|patients husband|wife|partner|boyfriend|girlfriend|spouse|fiance|fiancee");

    /// "55M, wife has shingles".
    private static final Cue BARE_PARTNER =
            Cue.of(
                    "wife|husband|partner|girlfriend|boyfriend|spouse [recently|just] has|had|with|got|developed");

    private static final Set<String> MINE = Set.of("my", "our", "a", "the");

    private static List<Cue.Heard> barePartners(Wording wording) {
        return BARE_PARTNER.heard(wording).stream()
                .filter(heard ->
                        heard.first() > 0
                                && !MINE.contains(wording.words().get(heard.first() - 1).text())
                                && wording.ages().stream()
                                        .anyMatch(found ->
                                                found.exact() != null
                                                        && found.span().end()
                                                                <= heard.span().start()))
                .toList();
    }

    private static final Cue MY_PARTNER =
            Cue.of(
                    "my|our husband|wife|partner|boyfriend|girlfriend|spouse|flatmate|roommate|colleague|friend has|had|got|suffers|developed");

    /// The asker asks for himself: "should I be tested?"
    static final Cue I_ASK_FOR_ME =
            Cue.of(
                    "should|can|could|may|must|do|will|am|would i [not|also|still] ~1 be|get|take|have|need|catch|at|use|wear|start|risk|stop|inherit|develop|expect|avoid|drink|eat|drive|fly");

    /// "My mother had breast cancer, does my asthma need a spray?": the asker's, not the mother's.
    private static final Cue OF_MINE =
            Cue.of("do|does|can|could|is|are|should|will|would|why|how ~1 my");

    static final Cue MY_RELATIVE =
            Cue.of(
                    "my|our mother|father|mum|mom|dad|sister|brother|grandmother|grandfather|gran|grandma|grandad|aunt|uncle|cousin had|has|got|died|suffers|suffered|developed");

    /// After these the patient is spoken of again.
    private static final Cue TURN = Cue.of("and|but|while|so she|he|i|they|her|his|my");

    /// How far a noun may stand from the age it belongs to, in words.
    static final int NEAR = 6;

    /// A pregnancy told with a patient younger than this, in years, is the mother's.
    private static final int OLDEST_BABY = 8;

    private PatientReader() {}

    static Patient read(Wording wording) {
        Optional<Ages.Found> age = age(wording);
        Pregnancy pregnancy = Pregnancy.read(wording, isBaby(wording, age));
        Sex sex = PatientSex.of(wording, age, pregnancy.pregnant());
        boolean isGivenToAChild =
                age.isPresent()
                        && age.get().range().oldest().inYears() < OLDEST_BABY
                        && BornChild.isGiven(wording.text());
        Boolean lactating = isGivenToAChild ? null : Pregnancy.lactating(wording);
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
        return concepts.asserted(mention -> {
            int at = wordAt(wording, mention.span().start());
            boolean own =
                    mention.assertion() == Mention.Assertion.FAMILY
                            && OF_A_RELATIVE.heard(wording).stream()
                                    .noneMatch(heard ->
                                            sentence(wording, heard.first())
                                                    == sentence(wording, at));
            return own ? Mention.Assertion.PRESENT : mention.assertion();
        });
    }

    /// "Her husband has tuberculosis": his, and so told as a relative's, like a mother's.
    private static Concepts withoutPartners(Concepts concepts, Wording wording) {
        List<Cue.Heard> partners = new ArrayList<>(HER_PARTNER.heard(wording));
        partners.addAll(HER_RELATIVE_TAKES.heard(wording));
        partners.addAll(barePartners(wording));
        if (I_ASK_FOR_ME.isIn(wording)) {
            partners.addAll(MY_PARTNER.heard(wording));
        }
        if (asksOfHimself(wording)) {
            partners.addAll(MY_RELATIVE.heard(wording));
        }
        if (partners.isEmpty()) {
            return concepts;
        }
        return concepts.asserted(mention -> {
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
            return isTheirs ? Mention.Assertion.FAMILY : mention.assertion();
        });
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
        List<Ages.Found> theirs =
                wording.ages().stream()
                        .filter(found -> !belongsToRelative(wording, found))
                        .filter(found -> !isSpanOfTime(wording, found))
                        .filter(found -> !isWeekOfPregnancy(wording, found))
                        .filter(found -> !isChildOfPregnantAsker(wording, found))
                        .filter(found -> !WishedFor.is(wording, found))
                        .filter(found -> !AgeThen.is(wording, found))
                        .toList();
        if (theirs.size() < 2) {
            return theirs.stream().findFirst();
        }
        // each rank hears the whole text for its cues
        int[] ranks = theirs.stream().mapToInt(found -> rank(wording, found)).toArray();
        return IntStream.range(0, ranks.length)
                .boxed()
                .min(
                        Comparator.comparingInt((Integer at) -> ranks[at])
                                .thenComparing(at -> theirs.get(at).span().start()))
                .map(theirs::get);
    }

    private static int rank(Wording wording, Ages.Found found) {
        if (I_ASK_FOR_ME.isIn(wording) && isToldOfRelative(found) && toldOfAsker(wording)) {
            return 9;
        }
        int rank = found.exact() == null ? 6 : isNow(wording, found) ? -3 : 0;
        if (isOfTheOtherSex(wording, found)) {
            rank += 4;
        }
        if (found.words().toLowerCase(Locale.ROOT).matches("i(?:'m|\\u2019m| am) .*")) {
            return rank + (saysMyPerson(wording) ? 2 : 1);
        }
        if (isNear(wording, found, MY_PERSON)) {
            return rank;
        }
        return rank + (isNear(wording, found, List.of(I_AM)) && saysMyPerson(wording) ? 2 : 1);
    }

    /// "My dad (68) ..., my mum (66) ...: which diet for her?": where only "she" is said, not the man's.
    private static boolean isOfTheOtherSex(Wording wording, Ages.Found found) {
        Sex spoken = PatientSex.only(wording, PatientSex.SHE, PatientSex.HE);
        if (spoken == null
                || !(PatientSex.isAnyOf(wording, PatientSex.FEMALE)
                        && PatientSex.isAnyOf(wording, PatientSex.MALE))) {
            return false;
        }
        Sex near = PatientSex.nearest(wording, found);
        return near != null && near != spoken;
    }

    /// "Mum is 84": what an asker says of a relative beside his own age.
    private static boolean isToldOfRelative(Ages.Found found) {
        return found.words()
                .matches(
                        "(?i)(?:mum|mom|dad|mother|father|sister|brother|aunt|uncle|cousin|wife|husband|partner|grandmother|grandfather|gran|grandad)\\b.*");
    }

    private static boolean toldOfAsker(Wording wording) {
        return wording.ages().stream()
                .anyMatch(found -> found.words().matches("(?i)i(?:'m|\\u2019m| am)\\b.*"));
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

    static boolean saysMyPerson(Wording wording) {
        return MY_PERSON.stream().anyMatch(cue -> cue.isIn(wording))
                || MY_CHILD_BY_AGE.matcher(wording.text()).find();
    }

    private static boolean belongsToRelative(Wording wording, Ages.Found found) {
        int at = wordAt(wording, found.span().start());
        for (Cue.Heard heard : PARENT_OF.heard(wording)) {
            if (heard.last() < at && at - heard.last() <= 3) {
                return true;
            }
        }
        int end = wordAt(wording, Math.max(found.span().start(), found.span().end() - 1));
        for (Cue.Heard heard : HER_SPOUSE.heard(wording)) {
            if (heard.last() < end && end - heard.last() <= 3) {
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
                    !isOfAChild(wording, found)
                            && Math.abs(at - heard.last()) <= 8
                            && heard.last() < at
                            && sentence(wording, heard.last()) == sentence(wording, at);
            if (nextTo) {
                return true;
            }
        }
        return false;
    }

    /// "The mother takes lithium; her 6-week-old son": the son's, though a mother is named before.
    private static boolean isOfAChild(Wording wording, Ages.Found found) {
        int end = wordAt(wording, Math.max(found.span().start(), found.span().end() - 1));
        int start = wordAt(wording, found.span().start());
        boolean isTheOldOne =
                start > 0
                        && found.words().toLowerCase(Locale.ROOT).endsWith("old")
                        && List.of("the", "a", "an")
                                .contains(wording.words().get(start - 1).text());
        return isTheOldOne
                || end + 1 < wording.words().size()
                        && CHILDREN.contains(wording.words().get(end + 1).text());
    }

    private static final Set<String> CHILDREN =
            Set.of(
                    "son",
                    "daughter",
                    "baby",
                    "child",
                    "boy",
                    "girl",
                    "infant",
                    "newborn",
                    "toddler",
                    "twin");

    /// "for 3 weeks", "5 years ago" are no ages, whatever a reader of ages may think.
    private static boolean isSpanOfTime(Wording wording, Ages.Found found) {
        int at = wordAt(wording, found.span().start());
        return at > 0
                && !found.words().contains("old")
                && List.of("for", "since", "within", "every", "over", "past", "last")
                        .contains(wording.words().get(at - 1).text())
                && found.words().matches("(?i)\\d+\\s*(days?|weeks?|months?|years?)");
    }

    /// "My 3-year-old has chickenpox and I am 20 weeks pregnant": the pregnant one is asked about, of whom a
    /// child's age would be told otherwise.
    private static boolean isChildOfPregnantAsker(Wording wording, Ages.Found found) {
        return found.range().oldest().inYears() < OLDEST_BABY
                && Pregnancy.isOfAsker(wording)
                && !BornChild.isSaid(wording.text())
                && !BornChild.isGiven(wording.text());
    }

    /// "Expecting twins, 30 wks": of no baby.
    private static boolean isWeekOfPregnancy(Wording wording, Ages.Found found) {
        return found.exact() != null
                && found.exact().unit() == Age.Unit.WEEK
                && !found.words().toLowerCase(Locale.ROOT).matches(".*\\b(?:old|of age)\\b.*")
                && Pregnancy.isTold(wording);
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

    /// Whether the question is on what the asker has: "does my asthma", not "does my mother".
    static boolean asksOfHimself(Wording wording) {
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

    /// Of a baby the words tell the mother's pregnancy.
    private static boolean isBaby(Wording wording, Optional<Ages.Found> age) {
        return age.isPresent() && age.get().range().oldest().inYears() < OLDEST_BABY
                || age.isPresent()
                        && age.get().exact() == null
                        && age.get().range().oldest().inYears() < Patient.ADULT_FROM_YEARS
                        && BornChild.isGiven(wording.text())
                || (wording.all().contains("born") || wording.all().contains("preterm"))
                        && !Pregnancy.isOfAsker(wording);
    }

    static int wordAt(Wording wording, int offset) {
        return Math.max(
                0, Math.min(wording.words().size() - 1, Wording.wordAt(wording.words(), offset)));
    }

    static int sentence(Wording wording, int at) {
        return wording.words().isEmpty() ? 0 : wording.words().get(at).sentence();
    }
}

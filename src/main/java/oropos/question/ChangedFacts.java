package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Age;
import oropos.terminology.AgeRange;
import oropos.terminology.Ages;
import oropos.terminology.Mention.Assertion;
import oropos.terminology.Sex;

/// What a turn changes of the case before, as corrections: "What if she were 48?", "And in children?".
final class ChangedFacts {

    /// "if she were 48": years, where no unit is said; of a person only, "if creatinine is 30" is none.
    private static final Pattern BARE_AGE =
            Pattern.compile(
                    "(?i)\\b(?:(?:he|she)s|(?:he|she|they|you|i|patient|person|child|boy|girl|(?:wo)?man|baby|son|daughter|mother|father|wife|husband|one|kid)(?:['\u2019]s|['\u2019]m|['\u2019]re| (?:was|were|is|am|are|had been|turns?|turned))|aged|if only) (?:only |already |now |actually |really )?(\\d{1,3})(?= *(?:[?.,]|instead|now|today|actually|btw|by the way|sorry|though|and\\b|or\\b|not\\b|$))");

    /// "He's 6 months": the age of the patient, now.
    private static final Pattern IS_OLD =
            Pattern.compile(
                    "(?i)\\b(?:he|she|they|i|patient|child|boy|girl|(?:wo)?man|baby|son|daughter|mother|father|wife|husband|age|mean|meant)(?:['\u2019]s|['\u2019]m|['\u2019]re| is| am| are)? (?:only |already |now |actually |really )?$");

    /// "Sorry, he's 6 months, not 6 years.": what was said wrongly before.
    private static final Pattern SORRY =
            Pattern.compile(
                    "(?i)^(?:actually|sorry|correction|no,|oops|wait|in fact|my mistake|i (?:meant?|misspoke|was wrong)|i should have said|typo|mistyped|not (?:him|her|me|them|that one),)|^not (?:my|our|the|his|her) [a-z]{2,15}[,;]|\\b(?:actually|i meant)\\b|\\b(?:instead|sorry|typo|(?:i )?mistyped|my mistake)\\W*$");

    /// "She's 9/40": weeks of a pregnancy.
    private static final Pattern WEEKS_OF_FORTY =
            Pattern.compile(
                    "(?i)\\bshe(?:['\u2019]?s| is) (?:now |currently |about )?\\d{1,2}(?:\\+\\d)?/40\\b");

    private static final Pattern AFTER_BIRTH =
            Pattern.compile(
                    "(?i)\\b(?:after|once) (?:the )?(?:birth|delivery|baby is born|giving birth)\\b|\\bpost-?partum\\b");

    /// "If it is under 2", "what if she's over 65": a bound of age without a unit.
    private static final Pattern BOUND =
            Pattern.compile(
                    "(?i)\\b(?:he|she|they|it|patient|person|child|baby)(?:['\u2019]s| is| was| were| are) (under|over|above|below|younger than|older than|at least) (?:the age of )?(\\d{1,3})( (?:years?|months?|weeks?|days?))?(?= *(?:old|[?.,]|$))");

    private static final Pattern PREGNANT =
            Pattern.compile("(?i)\\b(not |weren'?t |wasn'?t |isn'?t |no longer )?pregnant\\b");

    private static final Pattern OTHER_PEOPLE =
            Pattern.compile(
                    "(?i)^(?:and|or|but|what about|how about|and what about|and how about|in|for|with|at)\\b|\\b(?:same|different(?:ly)?|(?:also|still) (?:true|so|right|valid)|true|differ|apply|applies)\\b");

    /// "And under 40?"
    private static final Pattern BEYOND_AN_AGE =
            Pattern.compile(
                    "(?i)^(?:(?:and|what about|how about|or|but) ){1,6}(?:for |in )?(?:people |those |someone |patients |adults )?(under|over|above|below|younger than|older than) (?:the age of |age )?(\\d{1,3})(?: years?)?\\W*$");

    private static final Pattern AT_AN_AGE =
            Pattern.compile(
                    "(?i)^(?:and |what about |how about |or )?(?:at|from|by|after|beyond|past)(?: (the age of|age))? (\\d{1,3})(?: ?(years?|months?|weeks?|days?))?( old| of age)?\\W*$");

    private static final int SMALL_CHILD = 3;

    /// "And after 6 weeks?" is a time, not an age, but of a baby.
    private static boolean isAge(Matcher at, Said then) {
        boolean years = at.group(3) == null || at.group(3).toLowerCase(Locale.ROOT).startsWith("y");
        AgeRange ages = then.patient().ages();
        boolean small = ages != null && ages.oldest().inYears() < SMALL_CHILD;
        return years || at.group(1) != null || at.group(4) != null || small;
    }

    private static final Pattern LED =
            Pattern.compile(
                    "(?i)^(?:(?:and|or|but|what about|how about|is that|is it|is this|would that be|does that|the|same|also|still|true|different|differ|apply|any|in|for|to|with|as|of|be|it|those|that)\\s+)+");

    private static final int LONGEST_GROUP = 40;

    private ChangedFacts() {}

    /// The facts of a condition: "What if she were 48?".
    static List<String> conditions(String text, Said now, Said then) {
        List<String> items = new ArrayList<>();
        Matcher bare = BARE_AGE.matcher(text);
        if (now.patient().age() == null && bare.find()) {
            items.add("age " + bare.group(1) + " years");
        }
        items.addAll(facts(text, now, then));
        Matcher bound = BOUND.matcher(text);
        if (now.patient().age() == null && bound.find()) {
            String unit = bound.group(3) == null ? " years" : bound.group(3);
            items.add("in people " + bound.group(1) + " " + bound.group(2) + unit);
        }
        String rate = now.patient().facts().get("egfr");
        String before = then.patient().facts().get("egfr");
        if (rate != null && before != null && !rate.equals(before)) {
            items.add("eGFR " + rate.replaceFirst(" mL.*", ""));
        }
        for (Finding finding : now.problems()) {
            items.add(
                    (finding.assertion() == Assertion.NEGATED ? "does not have " : "has ")
                            + finding.words());
        }
        return items;
    }

    /// What a turn that asks nothing puts in the place of what was told before: another age of the same
    /// patient, and all it says where it is called a correction. Empty where it only adds.
    static List<String> told(String text, Said now, Said then) {
        boolean sorry = SORRY.matcher(text).find();
        Optional<String> age = sorry ? ageOfAnother(text) : ageNow(text);
        if (WEEKS_OF_FORTY.matcher(text).find() && then.patient().sex() != Sex.MALE) {
            return List.of("pregnant");
        }
        boolean other =
                age.isPresent()
                        && (then.patient().age() == null
                                ? now.patient().ages() == null && then.patient().ages() == null
                                : !age.get().equals(then.patient().age().toString()));
        if (!sorry && !other) {
            return otherwise(now.patient().pregnant(), then.patient().pregnant());
        }
        List<String> items = new ArrayList<>(conditions(text, now, then));
        Sex kin = sorry ? kinSex(text) : null;
        if (sorry && kin == null && then.patient().sex() == null) {
            kin = PatientSex.only(Wording.of(text), PatientSex.SHE, PatientSex.HE);
        }
        if (kin != null && kin != then.patient().sex()) {
            items.add("sex " + kin.name().toLowerCase(Locale.ROOT));
            if (age.isEmpty() && then.patient().age() != null) {
                items.add("age " + then.patient().age());
            }
        }
        if (age.isPresent()) {
            items.removeIf(item -> item.startsWith("age "));
            items.add("age " + age.get());
        }
        boolean weighed =
                then.patient().facts().containsKey("weight")
                        && !now.patient().facts().containsKey("weight");
        if (!sorry && weighed && then.patient().age() != null) {
            items.add("weight not told");
        }
        return items;
    }

    private static final int FEW_WORDS = 4;

    private static final Pattern IT_IS =
            Pattern.compile(
                    "(?i)^(?:sorry|actually|correction|no|oops|wait|my mistake|i was wrong)\\b[,.:;]? *(?:but )?(?:(?:it['\u2019]?s|it is|that['\u2019]?s|i meant?|i mean) )(?:actually |really |an? |the )?");

    /// "Sorry, it's bipolar": of one illness told another is meant.
    static List<String> inPlaceOfTheProblem(String text, Said now, Said then) {
        Matcher it = IT_IS.matcher(text);
        List<Finding> old = then.problems().stream().filter(Finding::isSearched).toList();
        List<Finding> named = now.problems().stream().filter(Finding::isSearched).toList();
        return it.find()
                        && old.size() == 1
                        && named.size() == 1
                        && !named.getFirst().id().equals(old.getFirst().id())
                        && text.substring(it.end()).split("\\s+").length <= FEW_WORDS
                ? List.of("does not have " + old.getFirst().words())
                : List.of();
    }

    private static final Pattern I_MEANT =
            Pattern.compile(
                    "(?i)^(?:(?:sorry|actually|no|oops|wait)[,.:;]? *)*i (?:meant?|mean)(?: to (?:say|ask|write)(?: about)?)? ");

    /// "I meant paracetamol": of one drug asked about another is meant.
    static List<String> inPlaceOfTheDrug(String text, Said now, Said then, Set<String> taken) {
        List<Finding> old =
                then.drugs().stream()
                        .filter(one -> one.isSearched() && !taken.contains(one.id()))
                        .toList();
        boolean another =
                now.drugs().size() == 1
                        && old.size() == 1
                        && !now.drugs().getFirst().id().equals(old.getFirst().id());
        return another && I_MEANT.matcher(text).find()
                ? List.of("not about " + old.getFirst().words())
                : List.of();
    }

    private static final Pattern NOT_SO =
            Pattern.compile(
                    "(?i)^(?:but |well,? |no,? )*(?:(?:she|he|i|they)(?: is|['\u2019]?s| am|['\u2019]?m| are|['\u2019]?re)|it(?: is|['\u2019]?s)) not(?: though| actually| so far| yet| the case|,? but thanks)*\\W*$|^(?:but |well,? |no,? )*(?:she|he|it) isn['\u2019]?t(?: though| actually| the case)?\\W*$");

    /// "I am not though": what was only supposed is not so.
    static boolean isNotSo(String text) {
        return NOT_SO.matcher(text).matches();
    }

    private static final Pattern REAL =
            Pattern.compile(
                    "(?i)^(?:(?:no|ok|okay|and|so|now|but|please),? ){0,3}(?:(?:go |come )?back to |use |with |at |for |take )?(?:(?:the|his|her|my|their) )?(?:real|actual|true) (?:one|weight|value|age|e?gfr|kidney function|case|patient|numbers?|situation)\\b(?! (?:is|was|\\d))[,.:;?! ]*");

    /// "Back to the real weight, dose?": what is asked of the case without what was supposed.
    static Optional<String> ofTheRealOne(String text) {
        Matcher real = REAL.matcher(text);
        return real.find() ? Optional.of(text.substring(real.end()).strip()) : Optional.empty();
    }

    /// Whether a sentence names an illness in the place of the one told, which stands among the facts then.
    static boolean isOfAnotherProblem(String sentence) {
        return IT_IS.matcher(sentence).find();
    }

    /// A pregnancy told of for the first time is said to be taken in.
    static List<String> withPregnancy(List<String> told, Said now, Said then) {
        boolean first =
                Boolean.TRUE.equals(now.patient().pregnant()) && then.patient().pregnant() == null;
        return first && !told.contains("pregnant")
                ? Stream.concat(Stream.of("pregnant"), told.stream()).toList()
                : told;
    }

    /// What was only supposed before and is told now: "she really is pregnant".
    static List<String> confirmed(List<String> supposed, String text, Said now) {
        return supposed.stream()
                .filter(item ->
                        item.endsWith("pregnant")
                                        && !item.startsWith("not")
                                        && Boolean.TRUE.equals(now.patient().pregnant())
                                || ageNow(text).filter(age -> item.equals("age " + age)).isPresent()
                                || now.problems().stream()
                                        .anyMatch(one ->
                                                one.assertion() == Assertion.PRESENT
                                                        && item.equalsIgnoreCase(
                                                                "has " + one.words())))
                .toList();
    }

    /// "She's not pregnant yet" after a question about a pregnancy.
    private static List<String> otherwise(@Nullable Boolean pregnant, @Nullable Boolean before) {
        return pregnant == null || before == null || pregnant.equals(before)
                ? List.of()
                : List.of(pregnant ? "pregnant" : "not pregnant");
    }

    /// Whether it is called a correction of what was said before.
    static boolean isCorrection(String text) {
        return SORRY.matcher(text).find();
    }

    /// Whether it begins as the note on a patient: "29F ...".
    static boolean isNote(String text) {
        return SHORTHAND_SEX.matcher(text).lookingAt();
    }

    /// "She turned 12 last week"
    private static final Pattern TURNED =
            Pattern.compile(
                    "(?i)\\b(?:he|she|they|i|child|boy|girl|son|daughter|kid|patient)(?:['\u2019]s| has| have)? (?:just |only |now )?turned (\\d{1,3})\\b(?! *(?:mg|kg|weeks?|months?|days?|hours?|%))");

    /// "My son has OI and is 9"
    private static final Pattern AND_IS =
            Pattern.compile(
                    "(?i)^(?:my |our |the )?(?:he|she|son|daughter|boy|girl|child|kid|patient|mother|mum|mom|father|dad|husband|wife|partner)\\b[^.?!\\d]{1,40} and (?:he |she )?(?:is|['\u2019]s) (?:now |only |just )?(\\d{1,3})(?= *(?:[?.,;!]|$))");

    static Optional<String> ageNow(String text) {
        Matcher and = AND_IS.matcher(text);
        if (and.find() && Ages.in(text).isEmpty()) {
            return Optional.of(and.group(1) + " years");
        }
        Matcher turned = TURNED.matcher(text);
        if (turned.find()) {
            return Optional.of(turned.group(1) + " years");
        }
        for (Ages.Found found : Ages.in(text)) {
            if (found.exact() != null
                    && IS_OLD.matcher(text.substring(0, found.span().start())).find()) {
                return Optional.of(found.exact().toString());
            }
        }
        Matcher bare = BARE_AGE.matcher(text);
        if (bare.find()) {
            return Optional.of(bare.group(1) + " years");
        }
        Matcher shorthand = SHORTHAND_SEX.matcher(text);
        return shorthand.lookingAt()
                ? Optional.of(shorthand.group(1) + " years")
                : Optional.empty();
    }

    /// "His brother has the same and is 50.", "my husband is healthy and 64", "my aunt, 71": years only where the
    /// number is said of a person. "Her creatinine is 130" and "his weight, 12" tell no age.
    private static final Pattern OF_ANOTHER =
            Pattern.compile(
                    "(?i)\\b(?:he|she|they|patient|person|child|boy|girl|(?:wo)?man|baby|kid|son|daughter|mother|mum|mom|father|dad|wife|husband|partner|brother|sister|twin|gran|grand\\w{2,8}|uncle|aunt|cousin|nephew|niece|friend|neighbou?r|colleague|teacher|one)(?:, |(?:['\u2019]s| is| was) an? (?:\\w+ )?\\w+, |(?: (?:has|have|the|same|it|too|also|as|well|healthy|fine|is|and)){0,7} (?:is|are|was|aged|and) )(?:now |only |already )?(\\d{1,3})(?= *(?:[?.,;]|and\\b|$))");

    static Optional<String> ageOfAnother(String text) {
        Matcher bare = OF_ANOTHER.matcher(text);
        return ageNow(text)
                .or(() -> bare.find() ? Optional.of(bare.group(1) + " years") : Optional.empty());
    }

    private static List<String> facts(String text, Said now, Said then) {
        List<String> items = new ArrayList<>();
        Patient patient = now.patient();
        if (patient.age() != null) {
            items.add("age " + patient.age());
        }
        Sex noun = nounSex(text);
        Sex sex = noun == null && then.patient().sex() == null ? patient.sex() : noun;
        if (sex != null && sex != then.patient().sex()) {
            items.add("sex " + sex.name().toLowerCase(Locale.ROOT));
        }
        Matcher pregnant = PREGNANT.matcher(text);
        if (pregnant.find()) {
            items.add(pregnant.group(1) == null ? "pregnant" : "not pregnant");
        } else if (AFTER_BIRTH.matcher(text).find() && then.patient().pregnant() != null) {
            items.add("not pregnant");
        } else if (patient.pregnant() != null) {
            items.add(patient.pregnant() ? "pregnant" : "not pregnant");
        }
        if (patient.lactating() != null) {
            items.add(patient.lactating() ? "breastfeeding" : "not breastfeeding");
        }
        return items;
    }

    /// "My mum, not my aunt."
    private static final Pattern NOT_MEANT =
            Pattern.compile("(?i)\\bnot (?:my|our|his|her|their|the) \\p{L}+");

    /// "I meant my son, sorry."
    static @Nullable Sex kinSex(String text) {
        String meant = NOT_MEANT.matcher(text).replaceAll(" ");
        boolean female =
                Pattern.compile(
                                "(?i)\\b(?:my|our|his|her|their|the) (?:daughter|mother|mum|mom|sister|wife|girlfriend|aunt|niece|gran|grandma|grandmother)\\b")
                        .matcher(meant)
                        .find();
        boolean male =
                Pattern.compile(
                                "(?i)\\b(?:my|our|his|her|their|the) (?:son|father|dad|brother|husband|boyfriend|uncle|nephew|grandpa|grandad|grandfather)\\b")
                        .matcher(meant)
                        .find();
        return female == male ? null : female ? Sex.FEMALE : Sex.MALE;
    }

    /// What a noun says ("a boy", "men"), where "she" only points back.
    private static @Nullable Sex nounSex(String text) {
        boolean female =
                Pattern.compile("(?i)\\b(?:girls?|wom[ae]n|females?|lad(?:y|ies))\\b")
                        .matcher(text)
                        .find();
        boolean male =
                Pattern.compile("(?i)\\b(?:boys?|m[ae]n|males?|gentlem[ae]n)\\b")
                        .matcher(text)
                        .find();
        if (female != male) {
            return female ? Sex.FEMALE : Sex.MALE;
        }
        Matcher shorthand = SHORTHAND_SEX.matcher(text);
        return female || !shorthand.find()
                ? null
                : shorthand.group(2).equals("F") ? Sex.FEMALE : Sex.MALE;
    }

    /// "35M", "35yo F": capitals only, "6m" is six months.
    private static final Pattern SHORTHAND_SEX =
            Pattern.compile("\\b(\\d{1,3}) ?(?:yo|y/o|yrs? old|y)? ?([MF])\\b");

    private static final Pattern GROWN_UP =
            Pattern.compile("(?i)\\b(?:wom[ae]n|m[ae]n|lad(?:y|ies)|gentlem[ae]n)\\b");

    private static final int GROWN_UP_FROM = 13;

    private static final Pattern THAT_AGE =
            Pattern.compile("(?i)\\b(?:that|the same|this|same|his|her) age\\b");

    /// "Same for girls?" of a boy of 13: a girl of 13.
    private static boolean tellsSexAlone(String text, Said now, Said then) {
        Age age = then.patient().age();
        AgeRange group = now.patient().ages();
        return age != null
                && group != null
                && (THAT_AGE.matcher(text).find()
                        || nounSex(text) != null
                                && group.youngest().inYears() <= age.inYears()
                                && age.inYears() <= group.oldest().inYears());
    }

    private static final Pattern YOUNGER =
            Pattern.compile(
                    "(?i)\\b(?:much |even )?(?:younger|older) (?:people|adults|patients|persons|ones|men|women|kids|children)\\b");

    /// Of another age the weight told is not.
    private static List<String> ofAnAge(String item, Said then) {
        return then.patient().facts().containsKey("weight")
                ? List.of(item, "weight not told")
                : List.of(item);
    }

    /// Other people than those asked about: "And in children?", "And a 45-year-old man?".
    static List<String> people(String text, Said now, Said then) {
        Matcher at = AT_AN_AGE.matcher(text);
        if (at.find() && isAge(at, then)) {
            return ofAnAge(
                    "age " + at.group(2) + " " + (at.group(3) == null ? "years" : at.group(3)),
                    then);
        }
        Matcher beyond = BEYOND_AN_AGE.matcher(text);
        if (beyond.find()) {
            return ofAnAge("in people " + beyond.group(1) + " " + beyond.group(2) + " years", then);
        }
        Matcher younger = YOUNGER.matcher(text);
        if (younger.find() && now.patient().ages() == null && then.patient().ages() != null) {
            return ofAnAge("in " + younger.group().toLowerCase(Locale.ROOT), then);
        }
        boolean ownMatter =
                !now.problems().isEmpty() || !now.drugs().isEmpty() || !now.procedures().isEmpty();
        if (ownMatter || !OTHER_PEOPLE.matcher(text).find()) {
            return List.of();
        }
        List<String> items = new ArrayList<>(facts(text, now, then));
        Optional<String> exact = exactAge(text);
        if (now.patient().age() == null && exact.isPresent()) {
            items.add("age " + exact.get());
        } else if (now.patient().ages() != null && now.patient().age() == null) {
            String group = LED.matcher(text).replaceFirst("").replaceAll("[?.!\\s]+$", "");
            if (isNursing(then.patient()) && HER_BABY.matcher(group).matches()) {
                return List.of();
            }
            int in = group.lastIndexOf(" in ");
            String words = in < 0 ? group : group.substring(in + 4);
            if (words.length() <= LONGEST_GROUP && !tellsSexAlone(text, now, then)) {
                items.add("in " + words);
                if (then.patient().sex() != null && nounSex(text) == null) {
                    items.add("sex not told");
                }
            }
        }
        ofAWoman(items, then);
        if (tellsAnAge(items)) {
            OTHERS_VALUES.stream()
                    .filter(value ->
                            then.patient().facts().containsKey(value.toLowerCase(Locale.ROOT)))
                    .forEach(value -> items.add(value + " not told"));
        }
        Age age = then.patient().age();
        boolean grown = items.contains("pregnant") || GROWN_UP.matcher(text).find();
        if (grown && age != null && age.inYears() < GROWN_UP_FROM && !tellsAnAge(items)) {
            items.add("age not told");
        }
        return items;
    }

    /// Who is never pregnant himself gives a pregnancy neither age nor sex.
    private static void ofAWoman(List<String> items, Said then) {
        if (items.contains("pregnant") && isNeverPregnant(then.patient()) && !tellsAnAge(items)) {
            items.removeIf(item -> item.startsWith("sex "));
            items.addAll(0, List.of("age not told", "sex female"));
        }
    }

    private static final int MAY_BE_PREGNANT = 10;
    private static final int MAY_STILL_BE_PREGNANT = 60;

    /// A man, a child, somebody old: "in pregnancy?" is asked of somebody else.
    static boolean isNeverPregnant(Patient patient) {
        Age age = patient.age();
        return patient.sex() == Sex.MALE
                || age != null
                        && (age.inYears() < MAY_BE_PREGNANT
                                || age.inYears() > MAY_STILL_BE_PREGNANT);
    }

    private static final List<String> OTHERS_VALUES = List.of("weight", "eGFR", "allergy");

    /// "And for the baby?" of a mother who nurses: she is still asked about.
    private static final Pattern HER_BABY =
            Pattern.compile(
                    "(?i)(?:(?:the|my|her|our) )?(?:unborn )?(?:baby|child|infant|newborn|f(?:o)?etus)");

    private static boolean isNursing(Patient patient) {
        return Boolean.TRUE.equals(patient.pregnant()) || Boolean.TRUE.equals(patient.lactating());
    }

    private static boolean tellsAnAge(List<String> items) {
        return items.stream().anyMatch(item -> item.startsWith("age ") || item.startsWith("in "));
    }

    /// "An older baby, say 5 months"
    private static Optional<String> exactAge(String text) {
        return Ages.in(text).stream()
                .filter(one -> one.exact() != null)
                .map(one -> one.exact() + "")
                .findFirst();
    }
}

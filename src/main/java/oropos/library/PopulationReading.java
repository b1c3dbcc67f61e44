package oropos.library;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.library.Population.Pregnancy;
import oropos.terminology.Age;
import oropos.terminology.AgeRange;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;
import oropos.terminology.Mention;
import oropos.terminology.Sex;

/// Reads whom a record studied from its title, its sentences about participants and its MeSH tags.
///
/// Only what is stated counts; silence stays silence. Stated ages count before group words, group
/// words before tags, because a tag says that some people of a group were there, not who was let in.
final class PopulationReading {

    /// Children as MeSH groups them end at 12; people of 13 to 18 may be adults of 18.
    private static final int CHILDREN_TO = 12;

    /// From here on MeSH's adults begin.
    private static final int ADULTS_FROM = 19;

    private static final Pattern PARTICIPANTS =
            Pattern.compile(
                    "\\b(?:patients|participants|subjects|children|women|men|adults|infants|neonates"
                            + "|newborns|adolescents|people|persons|individuals|volunteers|residents"
                            + "|students|girls|boys|aged|ages|age)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern ENROLLED =
            Pattern.compile(
                    "\\b(?:included|enrolled|recruited|randomi[sz]ed|randomly|assigned|eligible|studied"
                            + "|underwent|received|participated|comprised|n\\s?=|were|was|(?:this|to) (?:[a-z]+ )?(?:evaluates?|assess|determine|investigates?|examines?|compares?|study|describes?|measures?|test|estimate|reports?|reviews?))\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern WITH =
            Pattern.compile(
                    "\\b(?:children|adults|patients|women|men|people|persons|adolescents|infants"
                            + "|individuals|participants|subjects|boys|girls|neonates)(?: and (?:adolescents|young"
                            + " adults|adults))?(?: aged [^,;.]{0,30}?)? (?:with|who have|who had|suffering from|"
                            + "receiving|treated with|taking) ([^.;:?()]{3,90})",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_GROUP =
            Pattern.compile(
                    "\\b(?:paediatric|pediatric|childhood|juvenile|postmenopausal|adult|neonatal) ([^.;:?()]{3,60})",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern TREATED =
            Pattern.compile(
                    "\\b(?:treatment|management|therapy|treating) (?:of|for) ([^.;:?()]{3,70})",
                    Pattern.CASE_INSENSITIVE);

    /// Where the words after "with" stop naming what everybody had.
    private static final Pattern STOP =
            Pattern.compile(
                    "\\b(?:who|were|was|in|on|by|after|before|during|from|using|versus|vs|compared|treated"
                            + "|receiving|undergoing|without|at|to|is|are|had|as|than|that|which)\\b|,");

    private static final Pattern PREGNANT =
            Pattern.compile(
                    "\\b(?:pregnant (?:women|patients|adolescents|people)|during pregnancy|in pregnancy"
                            + "|women in labou?r|antenatal|prenatal care|gestational diabetes|pre-?eclampsia)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_PREGNANT =
            Pattern.compile(
                    "\\bnon-?pregnant\\b|\\bexclu[a-z]+ [^.;]{0,60}pregnan|\\bpregnan[a-z]+ [^.;]{0,40}(?:were|was)"
                            + " excluded|\\bnot pregnant\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern CASE =
            Pattern.compile(
                    "-old (?:[a-z-]+ ){0,3}?(?:(man|boy|male)|(?:woman|girl|female))\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern COUNTED =
            Pattern.compile(
                    "\\([^()]*\\)|\\d[\\d.]*\\s?(?:%|per ?cent)\\s?(?:of [a-z ]{0,40}?)?(?:(?:were|was|are)"
                            + " )?(?:female|male|women|men|girls|boys)s?\\b|\\b(?:whom|were) \\d+ (?:were )?(?:female|male|women|men)\\b");

    private static final Pattern FEMALE =
            Pattern.compile(
                    "\\b(?:women|woman|female patients|females|girls?|mothers|postmenopausal)\\b");
    private static final Pattern MALE =
            Pattern.compile("\\b(?:men|man|male patients|males|boys?|fathers)\\b");

    private final AgeWords ageWords;
    private final GroupReading groups;
    private final Function<String, Concepts> terminology;

    PopulationReading(
            AgeWords ageWords, GroupReading groups, Function<String, Concepts> terminology) {
        this.ageWords = ageWords;
        this.groups = groups;
        this.terminology = terminology;
    }

    String version() {
        return ageWords.version() + " group-words-" + groups.version();
    }

    Population read(List<String> mesh, String title, String text, Design design) {
        List<String> sentences = participants(text);
        if (design == Design.OPINION || design == Design.LABORATORY) {
            return Population.UNSTATED;
        }
        List<AgeWords.Group> tags = ageWords.tagged(mesh);
        AgeRange ages = ages(title, sentences, text, tags, design);
        Sex sex = sex(mesh, title, sentences);
        if (sex == null && design == Design.CASE_REPORT) {
            sex = ofCase(text);
        }
        Pregnancy pregnancy = pregnancy(mesh, title, text);
        if ((pregnancy == null || pregnancy == Pregnancy.EXCLUDED && groups.isOfPregnancy(title))
                && design.isStudyOfPeople()
                && groups.speaksOfPregnancy(title, text)) {
            pregnancy = Pregnancy.INCLUDED;
        }
        if (pregnancy == Pregnancy.ONLY) {
            sex = Sex.FEMALE;
        }
        List<String> conditions = conditions(title, sentences);
        return new Population(
                words(ages, sex, pregnancy, conditions),
                ages,
                sex,
                pregnancy,
                conditions,
                tagged(tags, title, text, design),
                ages != null
                        && ages.youngest().inYears() <= CHILDREN_TO
                        && ages.oldest().inYears() >= ADULTS_FROM);
    }

    private List<String> tagged(
            List<AgeWords.Group> tags, String title, String text, Design design) {
        return (tags.isEmpty() && design.isStudyOfPeople()
                        ? ageWords.tagged(groups.tags(title, text))
                        : tags)
                .stream().map(AgeWords.Group::id).toList();
    }

    /// The sentences that say who took part.
    private static List<String> participants(String text) {
        List<String> found = new ArrayList<>();
        for (String sentence : text.split("(?<=[.!?])\\s+(?=[A-Z\\d])|\\n+")) {
            if (PARTICIPANTS.matcher(sentence).find()) {
                found.add(sentence);
            }
        }
        return found;
    }

    private @Nullable AgeRange ages(
            String title,
            List<String> sentences,
            String text,
            List<AgeWords.Group> tags,
            Design design) {
        if (design == Design.CASE_REPORT) {
            Optional<Age> age = StatedAges.exact(title).or(() -> StatedAges.exact(text));
            if (age.isPresent()) {
                return AgeRange.of(age.get());
            }
        }
        Optional<AgeRange> stated =
                StatedAges.in(title)
                        .or(() ->
                                sentences.stream()
                                        .map(StatedAges::in)
                                        .flatMap(Optional::stream)
                                        .findFirst());
        if (stated.isPresent()) {
            return stated.get();
        }
        Optional<AgeRange> tagged = ageWords.spanned(tags);
        Optional<AgeRange> named =
                ageWords.named(groups.left(title))
                        .or(() ->
                                sentences.stream()
                                        .filter(one -> ENROLLED.matcher(one).find())
                                        .map(groups::left)
                                        .map(ageWords::named)
                                        .flatMap(Optional::stream)
                                        .findFirst());
        boolean adultAlone = tags.size() == 1 && tags.getFirst().name().equals("Adult");
        if (named.isPresent() && tagged.isPresent()) {
            return together(named.get(), tagged.get(), adultAlone);
        }
        if (named.isEmpty() && adultAlone && text.isEmpty()) {
            // Indexers give reviews and guidelines the one tag "Adult" for adults of any age.
            return AgeRange.years(ADULTS_FROM, AgeRange.OPEN_END);
        }
        return named.or(() -> tagged).orElse(null);
    }

    /// Words and tags together: the narrower, and nothing where they exclude each other. The one tag
    /// "Adult" does not narrow the word "adults".
    private static @Nullable AgeRange together(
            AgeRange named, AgeRange tagged, boolean adultAlone) {
        if (!named.overlaps(tagged)) {
            return null;
        }
        return tagged.contains(named) || adultAlone ? named : tagged;
    }

    private static @Nullable Sex sex(List<String> mesh, String title, List<String> sentences) {
        boolean female = mesh.contains("Female");
        boolean male = mesh.contains("Male");
        if (female || male) {
            return female && male ? null : female ? Sex.FEMALE : Sex.MALE;
        }
        Sex named = one(title);
        if (named != null) {
            return named;
        }
        return one(String.join(" ", sentences));
    }

    /// The sex of the one person of a case report ("a 60-year-old man").
    private static @Nullable Sex ofCase(String text) {
        Matcher matcher = CASE.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        return matcher.group(1) == null ? Sex.FEMALE : Sex.MALE;
    }

    /// "51% women" and "(21 women)" count some of the people; only words that name all of them tell
    /// their sex.
    private static @Nullable Sex one(String words) {
        String lower = COUNTED.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" ");
        boolean female = FEMALE.matcher(lower).find();
        boolean male = MALE.matcher(lower).find();
        return female == male ? null : female ? Sex.FEMALE : Sex.MALE;
    }

    private static @Nullable Pregnancy pregnancy(List<String> mesh, String title, String text) {
        if (NOT_PREGNANT.matcher(text).find() || NOT_PREGNANT.matcher(title).find()) {
            return Pregnancy.EXCLUDED;
        }
        boolean titled = PREGNANT.matcher(title).find();
        boolean tagged =
                mesh.contains("Pregnancy") && mesh.contains("Female") && !mesh.contains("Male");
        return titled || tagged && PREGNANT.matcher(text).find() ? Pregnancy.ONLY : null;
    }

    /// What everyone had: only where the title says so, or a sentence on enrolment does.
    private List<String> conditions(String title, List<String> sentences) {
        Set<String> found = new LinkedHashSet<>();
        for (Pattern pattern : List.of(WITH, OF_GROUP, TREATED)) {
            Matcher matcher = pattern.matcher(title);
            while (matcher.find()) {
                read(matcher.group(1), found);
            }
        }
        if (found.isEmpty()) {
            for (String sentence : sentences) {
                Matcher matcher = WITH.matcher(sentence);
                if (ENROLLED.matcher(sentence).find() && matcher.find()) {
                    read(matcher.group(1), found);
                    break;
                }
            }
        }
        return List.copyOf(found);
    }

    private void read(String words, Set<String> found) {
        Matcher stop = STOP.matcher(words.toLowerCase(Locale.ROOT));
        String phrase = stop.find() ? words.substring(0, stop.start()) : words;
        for (Mention mention : terminology.apply(phrase).mentions()) {
            if (mention.concept().kind() == Concept.Kind.PROBLEM) {
                found.add(mention.words());
            }
        }
    }

    private static String words(
            @Nullable AgeRange ages,
            @Nullable Sex sex,
            @Nullable Pregnancy pregnancy,
            List<String> conditions) {
        List<String> parts = new ArrayList<>();
        if (pregnancy == Pregnancy.ONLY) {
            parts.add("in pregnancy");
        } else if (sex != null) {
            parts.add(sex == Sex.FEMALE ? "female" : "male");
        }
        if (ages != null) {
            parts.add(ages.toString());
        }
        if (!conditions.isEmpty()) {
            parts.add("with " + String.join(", ", conditions));
        }
        if (pregnancy == Pregnancy.EXCLUDED) {
            parts.add("not pregnant");
        }
        return String.join(", ", parts);
    }
}

package oropos.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.Sentences;
import oropos.terminology.Span;
import oropos.terminology.Terminology;

/// Whether a question asks if two things may be taken together: "ibuprofen with lisinopril?", "may I
/// drink wine on warfarin?".
///
/// Two medicines, or a medicine and a food, drink or herb of `taken-together.tsv`, must be linked in one
/// sentence, or one be asked about where the other is said to be taken. A question that compares,
/// chooses or replaces links them too, and is none of these.
final class TakenTogether {

    static final String FILE = "taken-together.tsv";

    /// Letters between two things that are linked.
    private static final int REACH = 70;

    /// Words of a question that asks without saying what may be.
    private static final int SHORT = 10;

    private static final Pattern BEGINS_ASKING =
            Pattern.compile("^(?:\\w+: )?(?:is|are|can|may|could|should|does|do|will)\\b");

    private static final Pattern LINKED =
            Pattern.compile(
                    "\\b(?:with|while|whilst|alongside|plus|on|affects?|interacts?|interfere|after taking|takes?|taking)\\b");

    private static final Pattern LISTED =
            Pattern.compile("\\s*(?:and|&|\\+|/|,)\\s*(?:his|her|my|their)?\\s*");

    private static final Pattern AS_ONE =
            Pattern.compile(
                    "\\b(?:safe|safely|ok|okay|together|same time|combin\\w*|mix\\w*|interact\\w*|problem|dangerous|clash)\\b");

    /// What asks whether something may be had at all.
    private static final Pattern MAY =
            Pattern.compile(
                    "\\b(?:can|may|could|safe|safely|ok|okay|alright|problem|avoid|affect|interfere)\\b");

    private static final Pattern TAKES =
            Pattern.compile(
                    "\\b(?:takes?|taking|on|prescribed|uses?|using|started)\\b[^.?!]{0,30}$");

    /// What compares, replaces or treats.
    private static final Pattern OTHERWISE =
            Pattern.compile(
                    "\\b(?:effects? of|better|best|versus|vs|or|prevent\\w*|switch\\w*|instead|replace\\w*|side effects?|rather|allerg\\w*|compared?|treat\\w*|against|before surgery)\\b");

    /// @param as what it is read as
    private record Row(List<Cue> cues, Finding as, boolean isMedicine) {}

    /// @param span where it stands
    /// @param thing what no medicine's name says
    private record Taken(Span span, String id, Optional<Finding> thing) {}

    private final List<Row> rows = new ArrayList<>();

    TakenTogether(RuleFile.Table table, Terminology terminology) {
        for (List<String> row : table.rows()) {
            String name = row.get(1);
            Redaction nothing = new Redaction(name, List.of());
            Optional<Finding> medicine =
                    FindingReader.read(terminology.read(name), Concept.Kind.DRUG, nothing, nothing)
                            .stream()
                            .findFirst();
            rows.add(
                    new Row(
                            Cue.all(List.of(row.get(0).split(", *"))),
                            medicine.orElseGet(() -> thing(name)),
                            medicine.isPresent()));
        }
    }

    private static Finding thing(String name) {
        return new Finding(
                "oropos:taken-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"),
                name,
                name,
                Mention.Assertion.PRESENT,
                List.of(),
                null,
                null,
                List.of());
    }

    /// What is asked to be taken together with a medicine of the question and is not named as one;
    /// nothing where the question asks no such thing, none where two medicines are.
    Optional<List<Finding>> in(Reading reading) {
        String text = reading.wording().text();
        List<Taken> taken = taken(reading);
        if (taken.stream().map(Taken::id).distinct().count() < 2) {
            return Optional.empty();
        }
        List<Span> sentences = Sentences.of(text);
        for (Span sentence : sentences) {
            String low = sentence.of(text).toLowerCase(Locale.ROOT);
            if (OTHERWISE.matcher(low).find() || !asks(low)) {
                continue;
            }
            List<Taken> here = taken.stream().filter(one -> sentence.contains(one.span())).toList();
            if (areLinked(here, text, low)
                    || isAskedBesideWhatIsTaken(here, taken, sentence, text)) {
                return Optional.of(things(taken));
            }
        }
        return Optional.empty();
    }

    private static List<Finding> things(List<Taken> taken) {
        return taken.stream().flatMap(one -> one.thing().stream()).distinct().toList();
    }

    /// A question on what may be had, or a short one; a story that names two medicines asks nothing.
    private static boolean asks(String sentence) {
        return (sentence.endsWith("?") || BEGINS_ASKING.matcher(sentence).find())
                && (MAY.matcher(sentence).find()
                        || AS_ONE.matcher(sentence).find()
                        || sentence.split("\\s+").length <= SHORT);
    }

    private static boolean areLinked(List<Taken> here, String text, String sentence) {
        for (int i = 1; i < here.size(); i++) {
            Taken first = here.get(i - 1);
            Taken second = here.get(i);
            if (first.id().equals(second.id()) || first.span().end() > second.span().start()) {
                continue;
            }
            String between =
                    text.substring(first.span().end(), second.span().start())
                            .toLowerCase(Locale.ROOT);
            String with = first.span().of(text).toLowerCase(Locale.ROOT) + between;
            if (between.length() <= REACH
                    && (LINKED.matcher(with).find()
                            || LISTED.matcher(between).matches()
                                    && AS_ONE.matcher(sentence).find())) {
                return true;
            }
        }
        return false;
    }

    /// "May she eat grapefruit? She takes atorvastatin."
    private static boolean isAskedBesideWhatIsTaken(
            List<Taken> here, List<Taken> all, Span sentence, String text) {
        String asked = sentence.of(text);
        return here.size() == 1
                && asked.endsWith("?")
                && MAY.matcher(asked.toLowerCase(Locale.ROOT)).find()
                && all.stream()
                        .filter(other -> !sentence.contains(other.span()))
                        .filter(other -> !other.id().equals(here.getFirst().id()))
                        .anyMatch(other ->
                                TAKES.matcher(
                                                text.substring(0, other.span().start())
                                                        .toLowerCase(Locale.ROOT))
                                        .find());
    }

    /// Medicines and things, in the order of the text.
    private List<Taken> taken(Reading reading) {
        List<Taken> taken = new ArrayList<>();
        reading.concepts().mentions().stream()
                .filter(mention -> mention.concept().kind() == Concept.Kind.DRUG)
                .filter(mention ->
                        mention.assertion() == Mention.Assertion.PRESENT
                                || mention.assertion() == Mention.Assertion.POSSIBLE)
                .forEach(mention ->
                        taken.add(
                                new Taken(
                                        mention.span(), mention.concept().id(), Optional.empty())));
        boolean medicine = !taken.isEmpty();
        for (Row row : rows) {
            for (Cue cue : row.cues()) {
                for (Cue.Heard heard : cue.heard(reading.wording())) {
                    if (taken.stream().noneMatch(one -> one.span().overlaps(heard.span()))) {
                        taken.add(new Taken(heard.span(), row.as().id(), Optional.of(row.as())));
                        medicine |= row.isMedicine();
                    }
                }
            }
        }
        taken.sort(Comparator.comparingInt(one -> one.span().start()));
        return medicine ? taken : List.of();
    }
}

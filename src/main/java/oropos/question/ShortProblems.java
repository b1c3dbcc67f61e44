package oropos.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oropos.terminology.Concepts;
import oropos.terminology.Mention;
import oropos.terminology.Span;
import oropos.terminology.Terminology;

/// Reads the short forms of clinicians' notes that no vocabulary has ("75M AF, IHD", "no PE"), from
/// `short-problems.tsv`.
///
/// The text is read once more with the long form in place of the short one, so that what is said of it
/// (denied, past, of the family) is read as ever, and every stretch is put back to where it stands. A
/// short form beside which another meaning is likely is read as nothing.
final class ShortProblems {

    static final String FILE = "short-problems.tsv";

    private record Form(String longForm, List<Cue> unless) {}

    /// A short form where it stands.
    private record Place(Span span, String longForm) {}

    /// Longer texts in capitals alone shout: there "MS" may be a title and "CAP" a cap.
    private static final int LONGEST_SHOUTED = 6;

    private static final String FAMILY = "family history of";

    private static final Pattern FAMILY_HISTORY = Pattern.compile("\\bFHx?(?: ?of\\b| ?:)");

    private final Map<String, Form> forms = new HashMap<>();
    private final Pattern any;
    private final Terminology terminology;

    ShortProblems(RuleFile.Table table, Terminology terminology) {
        this.terminology = terminology;
        for (List<String> row : table.rows()) {
            if (row.getLast().isBlank()) {
                throw new IllegalStateException(
                        table.name() + ": the row of " + row.getFirst() + " names no source");
            }
            List<String> unless = row.get(2).isBlank() ? List.of() : List.of(row.get(2).split(";"));
            forms.put(row.getFirst(), new Form(row.get(1), Cue.all(unless)));
        }
        any =
                Pattern.compile(
                        "(?<![\\p{L}\\d-])(?:"
                                + forms.keySet().stream().sorted().collect(Collectors.joining("|"))
                                + ")(?![\\p{L}\\d]|-[\\p{L}\\d]|['\u2019]\\p{L}{2})");
    }

    /// Every form and what it stands for, for the tests.
    Map<String, String> forms() {
        Map<String, String> all = new HashMap<>();
        forms.forEach((form, meaning) -> all.put(form, meaning.longForm()));
        return Collections.unmodifiableMap(all);
    }

    /// Everything recognised in a text, short forms among it.
    Concepts read(String text) {
        Concepts read = terminology.read(text);
        List<Place> places = places(text, read);
        return places.isEmpty() ? read : with(places, read);
    }

    private List<Place> places(String text, Concepts read) {
        Matcher found = any.matcher(text);
        if (!found.find() || isShouted(text)) {
            return List.of();
        }
        Wording wording = Wording.of(text);
        List<Place> places = new ArrayList<>();
        do {
            Span span = new Span(found.start(), found.end());
            Form form = forms.get(found.group());
            if (form != null
                    && read.mentions().stream().noneMatch(one -> one.span().overlaps(span))
                    && form.unless().stream().noneMatch(cue -> cue.isIn(wording))) {
                places.add(new Place(span, form.longForm()));
            }
        } while (found.find());
        Matcher family = FAMILY_HISTORY.matcher(text);
        while (!places.isEmpty() && family.find()) {
            places.add(new Place(new Span(family.start(), family.end()), FAMILY));
        }
        places.sort((one, other) -> Integer.compare(one.span().start(), other.span().start()));
        return places;
    }

    private static boolean isShouted(String text) {
        return text.chars().noneMatch(Character::isLowerCase)
                && text.strip().split("\\s+").length > LONGEST_SHOUTED;
    }

    private Concepts with(List<Place> places, Concepts read) {
        String text = read.text();
        StringBuilder longer = new StringBuilder();
        int at = 0;
        for (Place place : places) {
            longer.append(text, at, place.span().start()).append(place.longForm());
            at = place.span().end();
        }
        longer.append(text.substring(at));
        List<Mention> mentions = new ArrayList<>();
        for (Mention mention : terminology.read(longer.toString()).mentions()) {
            Span span =
                    new Span(
                            back(places, mention.span().start(), false),
                            back(places, mention.span().end(), true));
            mentions.add(new Mention(mention.concept(), span, span.of(text), mention.assertion()));
        }
        return new Concepts(text, mentions);
    }

    /// Where a place of the longer text stands in the text as it was written.
    private static int back(List<Place> places, int at, boolean isEnd) {
        int moved = 0;
        for (Place place : places) {
            int start = place.span().start() + moved;
            int end = start + place.longForm().length();
            if (isEnd ? at <= start : at < start) {
                break;
            }
            if (isEnd ? at <= end : at < end) {
                return isEnd ? place.span().end() : place.span().start();
            }
            moved += place.longForm().length() - place.span().length();
        }
        return at - moved;
    }
}

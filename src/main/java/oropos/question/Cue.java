package oropos.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Span;

/// A phrase that a rule listens for, written so that an editor can read it.
///
/// Elements are divided by blanks: `word`, `stumbl*` (any ending), `a|b` (either), `[word]` (may be
/// left out), `~3` (up to three other words of the same sentence), `#` (any number), `#38..43` (a
/// number in this range), `^` (nothing before in the sentence but "please" and the like). Example:
/// `wet|wets|wetting [her|him] self|himself|herself`.
///
/// The notation has no nested repetition, so that no text can make it slow.
final class Cue {

    /// Words that may stand before a `^` phrase: "Please, could you ...".
    private static final List<String> BEFORE_AN_ORDER =
            List.of(
                    "please", "can", "could", "would", "will", "you", "hi", "hello", "doctor",
                    "kindly", "just", "now", "and", "also", "thanks", "help", "ok", "okay", "dear",
                    "then", "so");

    private static final Pattern RANGE =
            Pattern.compile("#(\\d+(?:\\.\\d+)?)\\.\\.(\\d+(?:\\.\\d+)?)");

    /// A comma is a decimal one here; of "14,000" it has been taken out.
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");

    private static final int WIDEST_GAP = 12;

    /// A gap does not reach over these: "sciatica, no numbness" tells of no numb leg.
    private static final Set<String> DENIALS =
            Set.of(
                    "no", "without", "denies", "denied", "neither", "nor", "never", "not", "isnt",
                    "nothing", "normal");

    /// Units that may be written to a number without a blank; "40k" or "12a" is no number here.
    private static final Set<String> UNITS =
            Set.of(
                    "c", "f", "mg", "mcg", "g", "kg", "kgs", "cm", "mm", "ml", "lb", "lbs", "w",
                    "wk", "wks", "weeks", "d", "h", "hr", "hrs", "min", "mins", "mmol", "iu",
                    "units", "yo", "y", "yr", "yrs", "years", "months");

    /// Behind a number these make it a length, which a phrase for a bare number does not mean: a head of
    /// "38.4 cm" is no fever.
    private static final Set<String> LENGTHS =
            Set.of(
                    "cm",
                    "cms",
                    "mm",
                    "km",
                    "centimetre",
                    "centimetres",
                    "centimeter",
                    "centimeters",
                    "millimetre",
                    "millimetres",
                    "millimeter",
                    "millimeters",
                    "inch",
                    "inches",
                    "ft",
                    "feet");

    /// Where a phrase was heard.
    ///
    /// @param first index of the first word
    /// @param last index of the last word
    record Heard(Cue cue, int first, int last, Span span) {}

    private sealed interface Element {
        record Words(Set<String> exact, List<String> starts, boolean optional) implements Element {}

        record Gap(int most) implements Element {}

        record Number(double least, double most) implements Element {}
    }

    private final String notation;
    private final boolean opening;
    private final List<Element> elements = new ArrayList<>();

    /// Of each element that must be one of some whole words, their hashes.
    private final int[][] required;

    /// The words it must begin with; null where it may begin otherwise.
    private final @Nullable Set<String> openers;

    private Cue(String notation) {
        this.notation = notation;
        String rest = notation.strip();
        this.opening = rest.startsWith("^");
        if (opening) {
            rest = rest.substring(1).strip();
        }
        for (String part : rest.split("\\s+")) {
            elements.add(element(part));
        }
        if (elements.getFirst() instanceof Element.Gap
                || elements.getLast() instanceof Element.Gap) {
            throw new IllegalArgumentException(
                    "a cue neither begins nor ends with a gap: " + notation);
        }
        this.required =
                elements.stream()
                        .filter(element ->
                                element instanceof Element.Words words
                                        && !words.optional()
                                        && words.starts().isEmpty())
                        .map(element ->
                                ((Element.Words) element)
                                        .exact().stream().mapToInt(String::hashCode).toArray())
                        .toArray(int[][]::new);
        this.openers =
                elements.getFirst() instanceof Element.Words first
                                && !first.optional()
                                && first.starts().isEmpty()
                        ? first.exact()
                        : null;
    }

    static Cue of(String notation) {
        if (notation.isBlank()) {
            throw new IllegalArgumentException("a cue has at least one word, but was blank");
        }
        return new Cue(notation);
    }

    static List<Cue> all(List<String> notations) {
        return notations.stream().map(Cue::of).toList();
    }

    private Element element(String part) {
        if (part.startsWith("~")) {
            int most = Integer.parseInt(part.substring(1));
            if (most < 1 || most > WIDEST_GAP) {
                throw new IllegalArgumentException(
                        "a gap is 1 to "
                                + WIDEST_GAP
                                + " words, but was "
                                + part
                                + " in: "
                                + notation);
            }
            return new Element.Gap(most);
        }
        if (part.equals("#")) {
            return new Element.Number(0, Double.MAX_VALUE);
        }
        Matcher range = RANGE.matcher(part);
        if (range.matches()) {
            return new Element.Number(
                    Double.parseDouble(range.group(1)), Double.parseDouble(range.group(2)));
        }
        boolean optional = part.startsWith("[") && part.endsWith("]");
        String inner = optional ? part.substring(1, part.length() - 1) : part;
        Set<String> exact = new LinkedHashSet<>();
        List<String> starts = new ArrayList<>();
        for (String word : inner.split("\\|")) {
            if (!word.matches("[\\p{Ll}\\p{Lo}\\p{M}\\d.]+\\*?")) {
                throw new IllegalArgumentException(
                        "a cue is written in lower-case words, but \""
                                + word
                                + "\" stood in: "
                                + notation);
            }
            if (word.endsWith("*")) {
                starts.add(word.substring(0, word.length() - 1));
            } else {
                exact.add(word);
            }
        }
        return new Element.Words(Collections.unmodifiableSet(exact), List.copyOf(starts), optional);
    }

    /// The whole words it listens for.
    List<String> words() {
        return elements.stream()
                .filter(Element.Words.class::isInstance)
                .flatMap(element -> ((Element.Words) element).exact().stream())
                .toList();
    }

    /// The beginnings of words it listens for.
    List<String> beginnings() {
        return elements.stream()
                .filter(Element.Words.class::isInstance)
                .flatMap(element -> ((Element.Words) element).starts().stream())
                .toList();
    }

    /// Whether the phrase stands anywhere in the text, denied or not.
    boolean isIn(Wording wording) {
        return !heard(wording).isEmpty();
    }

    Optional<Heard> first(Wording wording) {
        List<Heard> heard = heard(wording);
        return heard.isEmpty() ? Optional.empty() : Optional.of(heard.getFirst());
    }

    /// Every place where the phrase stands, in order.
    List<Heard> heard(Wording wording) {
        return canBeIn(wording) ? wording.heard(this) : List.of();
    }

    /// The same, looked for anew.
    List<Heard> in(Wording wording) {
        List<Heard> heard = new ArrayList<>();
        if (openers != null) {
            for (int start : wording.placesOf(openers)) {
                at(wording, start, heard);
            }
            return heard;
        }
        for (int start = 0; start < wording.words().size(); start++) {
            at(wording, start, heard);
        }
        return heard;
    }

    private void at(Wording wording, int start, List<Heard> heard) {
        if (opening && !opens(wording, start)) {
            return;
        }
        int end = match(wording, start, 0, wording.words().get(start).sentence());
        if (end > start) {
            heard.add(new Heard(this, start, end - 1, wording.span(start, end - 1)));
        }
    }

    /// A quick no: a required plain word is missing. It is asked of ten thousand phrases for each question.
    private boolean canBeIn(Wording wording) {
        for (int[] words : required) {
            if (!wording.mayHoldAny(words)) {
                return false;
            }
        }
        return true;
    }

    private static boolean opens(Wording wording, int start) {
        int sentence = wording.words().get(start).sentence();
        for (int at = start - 1; at >= 0 && wording.words().get(at).sentence() == sentence; at--) {
            if (!BEFORE_AN_ORDER.contains(wording.words().get(at).text())) {
                return false;
            }
        }
        return true;
    }

    /// The index after the last word matched, or -1.
    private int match(Wording wording, int at, int index, int sentence) {
        if (index == elements.size()) {
            return at;
        }
        return switch (elements.get(index)) {
            case Element.Gap gap -> {
                for (int skipped = 0; skipped <= gap.most(); skipped++) {
                    if (skipped > 0
                            && (!isInSentence(wording, at + skipped - 1, sentence)
                                    || DENIALS.contains(
                                            wording.words().get(at + skipped - 1).text()))) {
                        yield -1;
                    }
                    int end = match(wording, at + skipped, index + 1, sentence);
                    if (end >= 0) {
                        yield end;
                    }
                }
                yield -1;
            }
            case Element.Words words -> {
                if (isInSentence(wording, at, sentence)
                        && fits(words, wording.words().get(at).text())) {
                    int end = match(wording, at + 1, index + 1, sentence);
                    if (end >= 0) {
                        yield end;
                    }
                }
                yield words.optional() ? match(wording, at, index + 1, sentence) : -1;
            }
            case Element.Number number ->
                    isInSentence(wording, at, sentence)
                                    && fits(number, wording.words().get(at).text())
                                    && !isLength(wording, at, index, sentence)
                            ? match(wording, at + 1, index + 1, sentence)
                            : -1;
        };
    }

    private boolean isLength(Wording wording, int at, int index, int sentence) {
        String word = wording.words().get(at).text();
        String suffix = word.replaceFirst("^[\\d.,]+", "");
        if (!suffix.isEmpty() || !isInSentence(wording, at + 1, sentence)) {
            return LENGTHS.contains(suffix);
        }
        String next = wording.words().get(at + 1).text();
        boolean asked =
                index + 1 < elements.size()
                        && elements.get(index + 1) instanceof Element.Words words
                        && fits(words, next);
        return !asked && LENGTHS.contains(next);
    }

    private static boolean isInSentence(Wording wording, int at, int sentence) {
        return at < wording.words().size() && wording.words().get(at).sentence() == sentence;
    }

    private static boolean fits(Element.Words words, String word) {
        if (words.exact().contains(word)) {
            return true;
        }
        for (String start : words.starts()) {
            if (word.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(Element.Number number, String word) {
        Matcher digits = NUMBER.matcher(word);
        if (!digits.lookingAt() || word.length() > 12) {
            return false;
        }
        String unit = word.substring(digits.end());
        if (!unit.isEmpty() && !UNITS.contains(unit)) {
            return false;
        }
        double value = Double.parseDouble(digits.group().replace(',', '.'));
        return number.least() <= value && value <= number.most();
    }

    @Override
    public String toString() {
        return notation;
    }
}

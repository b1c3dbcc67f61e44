package oropos.library.medquad;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.library.xml.Wording;
import oropos.terminology.Listing;

/// The paragraphs and lists of an answer, as the archive's white space still shows them.
///
/// The archive holds pages whose mark-up was taken out. What is left of it: a line end or a wide gap
/// between paragraphs and around headings, a dash after a wide gap before an item of a list. In two
/// collections items are paragraphs like others, after one that ends with a colon. Set in one line, the
/// last item runs into the next paragraph and a heading into its first sentence, and nothing can part
/// them again.
///
/// Items are set as a list ([Listing]) only after words that announce one and only where its end is
/// sure; else each stays a paragraph with its dash, which no sentence begins with.
final class Layout {

    /// A list longer than this is a chapter with marks: a passage must hold the whole.
    static final int LONGEST_LIST = 1_300;

    /// More words than this, and what stands between two marks is a paragraph of its own.
    static final int LONGEST_ITEM = 60;

    private static final Pattern BREAK =
            Pattern.compile("\\s*[\\n\\r]\\s*|[ \\t\\u00a0]{3,}|[ \\t\\u00a0]{2,}(?=[-\\u2022*] )");

    private static final Pattern DASH = Pattern.compile("^[-\\u2022*](?:\\s+|(?=\\p{L}))");

    /// A first item in the line that announces it: "include - Smoking", "these steps. - Quit".
    private static final Pattern FIRST = Pattern.compile("(?<=[\\p{L}:.,)]) - (?=\\p{L}[^-]*$)");

    private static final Pattern NAMES_THEM =
            Pattern.compile(
                    "\\b(?:the following|following|these|here (?:are|is))\\b[^.?!]*[.]?$",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern OPEN =
            Pattern.compile(
                    "\\b(?:is|are|was|were|be|can|may|might|should|will|would|must|do|does|if|when|includ(?:e|es|ed|ing)|ha(?:ve|s)|such as|as|causes?|caused by|helps?|needs?|to|by|of|for|from|with|means?|you|they|that|who)$"
                            + "|\\b(?:is|are|can|may|might|should|will|would|must|if|include[sd]?|including|such as)\\b",
                    Pattern.CASE_INSENSITIVE);

    /// What has one of these is prose, not an item.
    private static final Pattern SAYS =
            Pattern.compile(
                    "\\b(?:is|are|was|were|has|have|had|can|could|may|might|should|will|would|must|do|does|did|don't|dont|doesn't|you|you'll|you're|they|it|this|these|we"
                            + "|visit|see|usually|often|also|helps?|makes?|needs?|uses?|affects?|works?|depends?|means?|requires?|causes|includes?|occurs?|happens?|develops?|narrows|reduces|treats?|prevents|gets?|takes?|comes?|goes)\\b",
                    Pattern.CASE_INSENSITIVE);

    /// Where the main clause of a first sentence ends at the latest.
    private static final Pattern ASIDE =
            Pattern.compile("[.,;:(]|\\b(?:that|who|which|when|if)\\b");

    private static final Pattern STOPPED = Pattern.compile("[.?!][)\"\\u201d']*$");

    private static final Set<String> SMALL_WORDS =
            Set.of(
                    "a", "an", "and", "as", "at", "for", "from", "in", "of", "on", "or", "the",
                    "to", "with");

    /// One stretch between two breaks.
    private record Line(String words, boolean item) {}

    private final List<String> paragraphs = new ArrayList<>();

    private Layout() {}

    /// @param raw the answer's characters as they stand in the archive
    /// @return its paragraphs, an empty line between two
    static String of(String raw) {
        Layout layout = new Layout();
        layout.set(lines(raw));
        return String.join("\n\n", layout.paragraphs);
    }

    private static List<Line> lines(String raw) {
        List<Line> lines = new ArrayList<>();
        Matcher breaks = BREAK.matcher(raw);
        int from = 0;
        while (breaks.find()) {
            if (!goesOn(raw, breaks.end(), lines, raw.substring(from, breaks.start()))) {
                add(raw.substring(from, breaks.start()), lines);
                from = breaks.end();
            }
        }
        add(raw.substring(from), lines);
        return lines;
    }

    /// Whether what stands behind a gap goes on with the sentence before it: it begins with a small letter, and
    /// before it stands neither a stop nor an item.
    private static boolean goesOn(String raw, int at, List<Line> lines, String before) {
        String words = before.strip();
        return at < raw.length()
                && Character.isLowerCase(raw.charAt(at))
                && !words.isEmpty()
                && !DASH.matcher(words).find()
                && !STOPPED.matcher(words).find()
                && !words.endsWith(":");
    }

    private static void add(String words, List<Line> lines) {
        String line = Wording.oneLine(words).strip();
        Matcher dash = DASH.matcher(line);
        boolean item = dash.find();
        String own = item ? line.substring(dash.end()).strip() : line;
        if (!own.isEmpty()) {
            lines.add(new Line(own, item));
        }
    }

    private void set(List<Line> lines) {
        int at = 0;
        while (at < lines.size()) {
            Line line = lines.get(at);
            int next = at + 1;
            if (line.item()) {
                paragraphs.add("- " + line.words());
            } else if (next < lines.size() && lines.get(next).item()) {
                next = marked(lines, at);
            } else if (line.words().endsWith(":")) {
                next = unmarked(lines, at);
            } else {
                paragraphs.add(line.words());
            }
            at = next;
        }
    }

    /// A line and the marked items behind it.
    ///
    /// @return where to go on
    private int marked(List<Line> lines, int at) {
        String leadIn = lines.get(at).words();
        List<String> items = new ArrayList<>();
        Matcher first = FIRST.matcher(leadIn);
        if (first.find()) {
            items.add(leadIn.substring(first.end()));
            leadIn = leadIn.substring(0, first.start());
        }
        int end = at + 1;
        boolean again = false;
        while (end < lines.size() && lines.get(end).item() && !again) {
            items.add(lines.get(end).words());
            // Behind the items said again a paragraph may announce another list.
            again = items.size() > 1 && items.getLast().contains(" " + items.getFirst());
            end++;
        }
        String rest = saidAgain(items);
        if (isList(leadIn, items)) {
            paragraphs.add(Listing.written(leadIn, items));
        } else {
            paragraphs.add(leadIn);
            items.forEach(item -> paragraphs.add("- " + item));
        }
        if (!rest.isEmpty()) {
            lines.set(end - 1, new Line(rest, false));
            return end - 1;
        }
        return end;
    }

    /// One collection says all items of a list once more behind it, in one line without marks. What is said twice
    /// is left out; what stands behind it is no part of the last item.
    private static String saidAgain(List<String> items) {
        String last = items.getLast();
        int again = last.indexOf(" " + items.getFirst());
        if (items.size() < 2 || again <= 0) {
            return "";
        }
        String own = last.substring(0, again).strip();
        List<String> all = new ArrayList<>(items.subList(0, items.size() - 1));
        all.add(own);
        String repeated = String.join(" ", all);
        String behind = last.substring(again).strip();
        if (!behind.startsWith(repeated)) {
            return "";
        }
        items.set(items.size() - 1, own);
        return behind.substring(repeated.length()).strip();
    }

    /// A line that ends with a colon, and the paragraphs behind it as far as they are surely its items: up to
    /// a paragraph that is surely prose. Where the end is not sure there is no list.
    private int unmarked(List<Line> lines, int at) {
        int end = at + 1;
        boolean stopped = end < lines.size() && STOPPED.matcher(lines.get(end).words()).find();
        while (end < lines.size() && isUnmarkedItem(lines.get(end), stopped)) {
            end++;
        }
        List<String> items = new ArrayList<>();
        lines.subList(at + 1, end).forEach(one -> items.add(one.words()));
        boolean sure =
                end == lines.size()
                        || isProse(lines.get(end).words())
                        || stopped && isHeadline(lines.get(end).words());
        if (!stopped && end < lines.size() && !items.isEmpty() && isHeadline(items.getLast())) {
            // A heading over what comes next looks like one item more.
            items.removeLast();
            end--;
            sure &= items.stream().filter(item -> words(item) > 1).noneMatch(Layout::isHeadline);
        }
        String leadIn = lines.get(at).words();
        if (!sure || !isList(leadIn, items)) {
            paragraphs.add(leadIn);
            return at + 1;
        }
        paragraphs.add(Listing.written(leadIn, items));
        return end;
    }

    private static boolean isUnmarkedItem(Line line, boolean stopped) {
        String words = line.words();
        return !line.item()
                && !words.endsWith(":")
                && words(words) <= LONGEST_ITEM
                && stopped == STOPPED.matcher(words).find()
                && (!stopped || !SAYS.matcher(firstSentence(words)).find());
    }

    private static String firstSentence(String words) {
        int end = words.indexOf(". ");
        return end < 0 ? words : words.substring(0, end);
    }

    /// Whether the main clause of the first sentence says something, or what stands there announces a list.
    private static boolean isProse(String words) {
        String first = firstSentence(words);
        Matcher aside = ASIDE.matcher(first);
        String main = aside.find() && aside.start() > 0 ? first.substring(0, aside.start()) : first;
        return first.endsWith(":") || SAYS.matcher(main).find();
    }

    /// Words that all begin with a capital, or one word alone: the head of what comes next, or an item.
    private static boolean isHeadline(String words) {
        String[] each = words.split("[ /-]+");
        for (String word : each) {
            if (!word.isEmpty()
                    && !SMALL_WORDS.contains(word.toLowerCase(Locale.ROOT))
                    && Character.isLowerCase(word.charAt(0))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isList(String leadIn, List<String> items) {
        boolean open =
                leadIn.endsWith(":")
                        || !STOPPED.matcher(leadIn).find() && OPEN.matcher(leadIn).find();
        int length = items.stream().mapToInt(item -> item.length() + 3).sum() + leadIn.length();
        return items.size() >= 2
                && (open || NAMES_THEM.matcher(leadIn).find())
                && words(leadIn) >= 2
                && length <= LONGEST_LIST
                && items.stream().noneMatch(item -> words(item) > LONGEST_ITEM);
    }

    private static int words(String text) {
        return text.split("\\s+").length;
    }
}

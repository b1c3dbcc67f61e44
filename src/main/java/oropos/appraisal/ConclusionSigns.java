package oropos.appraisal;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Span;

/// The signs in a conclusion that tell how it bears on a question: what kind of answer the question is
/// after, beside what the sentences say or deny, above all the one that speaks of most of the question.
final class ConclusionSigns {

    /// How far a denial reaches where nothing ends it, in UTF-16 units: about ten words.
    private static final int REACH = 70;

    /// How far a weakening word reaches: about two words.
    private static final int SHORT_REACH = 20;

    /// A first sentence is a little more often the one that answers.
    private static final double FIRST = 1.15;

    /// Shorter sentences do not count as speaking more of a question.
    private static final int SHORT = 6;

    /// A subordinate clause is granted behind what is said only where this much stands before it.
    private static final int LEAST_SAID = 30;

    /// What is left of a sentence without what it grants.
    private static final int LEAST_LEFT = 20;

    private static final Pattern PART_ENDS = Pattern.compile("[,;.]");

    private static final String DENIED = "DENIED";

    private static final Pattern WORD = Pattern.compile("[a-z][a-z'-]*|\\d+(?:\\.\\d+)?");

    private static final Pattern OPENS =
            Pattern.compile(
                    "\\b(is|are|was|were|do|does|did|can|could|should|would|will|may|must|has|have|what|how|why|which)\\b");

    private static final Pattern DENYING_QUESTION =
            Pattern.compile("\\b(?:no|not|without|cannot|never|non|lacks?)\\b");

    private static final Set<String> EMPTY =
            Set.of(
                    ("a an the of in on for to with by from at and or is are was were be been do does did can could should would"
                                    + " will may must has have had it its this that these those as we our their there than not no nor"
                                    + " any which who when what how why if into between among after before during patients study results")
                            .split(" "));

    private static final List<String> ENDINGS =
            List.of(
                    "ations", "ation", "ings", "ing", "ies", "edly", "ed", "ely", "ly", "es", "s",
                    "e");

    /// @param main the sentence that speaks of most of the question
    record Read(Set<String> signs, Span main) {}

    private final ConclusionWords words;

    ConclusionSigns(ConclusionWords words) {
        this.words = words;
    }

    /// @param sentences of the conclusion, at least one
    Read read(String question, String text, List<Span> sentences) {
        String asked = question.toLowerCase(Locale.ROOT);
        Set<String> about = content(asked);
        Set<String> kinds = kinds(asked);
        Set<String> signs = new TreeSet<>();
        kinds.forEach(kind -> signs.add("asked " + kind));
        Set<String> turns = kindsOf(AskedPredicate.of(asked, words.predicates()));
        turns.forEach(kind -> signs.add("turns on " + kind));
        if (!turns.isEmpty()) {
            if (kinds.contains(DENIED)) {
                turns.add(DENIED);
            }
            kinds = turns;
        }
        Matcher opens = OPENS.matcher(asked);
        while (opens.find()) {
            signs.removeIf(sign -> sign.startsWith("opens "));
            signs.add("opens " + opens.group());
        }
        List<Span> telling =
                sentences.stream()
                        .filter(one -> !words.research().matcher(text(text, one)).find())
                        .toList();
        if (telling.size() < sentences.size()) {
            signs.add("any RESEARCH");
        }
        return read(text, telling.isEmpty() ? sentences : telling, about, kinds, signs);
    }

    private Read read(
            String text,
            List<Span> sentences,
            Set<String> about,
            Set<String> kinds,
            Set<String> signs) {
        int main = main(text, sentences, about);
        for (int at = 0; at < sentences.size(); at++) {
            Set<String> said = said(text(text, sentences.get(at)), about);
            for (String one : said) {
                add(signs, "any " + one, kinds);
                if (at == main) {
                    add(signs, "main " + one, kinds);
                }
                if (at == 0) {
                    signs.add("first " + one);
                }
            }
        }
        return new Read(signs, sentences.get(main));
    }

    private static void add(Set<String> signs, String sign, Set<String> kinds) {
        signs.add(sign);
        kinds.forEach(kind -> signs.add(sign + " / " + kind));
    }

    /// The kinds of answer a question is after.
    private Set<String> kinds(String asked) {
        Set<String> kinds = kindsOf(asked);
        if (kinds.isEmpty()) {
            kinds.add("NONE");
        }
        if (DENYING_QUESTION.matcher(asked).find()) {
            kinds.add(DENIED);
        }
        return kinds;
    }

    private Set<String> kindsOf(String asked) {
        Set<String> kinds = new TreeSet<>();
        words.asked()
                .forEach((kind, pattern) -> {
                    if (pattern.matcher(asked).find()) {
                        kinds.add(kind);
                    }
                });
        return kinds;
    }

    /// A sentence without what it only grants ("although ...,") and with denials blotted out that deny
    /// nothing of it ("than those who had not").
    private String own(String sentence) {
        String own = sentence;
        Matcher conceding = words.conceding().matcher(own);
        boolean grants = conceding.find() && own.substring(0, conceding.start()).isBlank();
        if (!grants) {
            Matcher trailing = words.trailing().matcher(own);
            if (trailing.find(Math.min(own.length(), LEAST_SAID))) {
                Matcher ends = PART_ENDS.matcher(own);
                int end = ends.find(trailing.end()) ? ends.start() : own.length();
                own = own.substring(0, trailing.start()) + own.substring(end);
            }
        }
        own = words.aside().matcher(own).replaceAll(aside -> "x".repeat(aside.group().length()));
        int comma = grants ? own.indexOf(',') : -1;
        return comma >= 0 && own.length() - comma > LEAST_LEFT ? own.substring(comma + 1) : own;
    }

    private Set<String> said(String whole, Set<String> about) {
        String sentence = own(whole);
        Set<String> said = new HashSet<>();
        BitSet denied = new BitSet();
        Matcher denial = words.denies().matcher(sentence);
        while (denial.find()) {
            if (!sentence.startsWith(" only", denial.end())) {
                int end = end(sentence, denial.end(), REACH);
                denied.set(denial.end(), end);
                said.add("DENIAL");
                if (content(sentence.substring(denial.end(), end)).stream()
                        .anyMatch(about::contains)) {
                    said.add("DENIED SUBJECT");
                }
            }
        }
        Matcher weak = words.weakens().matcher(sentence);
        while (weak.find()) {
            denied.set(weak.end(), end(sentence, weak.end(), SHORT_REACH));
        }
        for (Map.Entry<String, Pattern> kind : words.said().entrySet()) {
            Matcher matcher = kind.getValue().matcher(sentence);
            while (matcher.find()) {
                said.add((denied.get(matcher.start()) ? "no " : "") + kind.getKey());
            }
        }
        return said;
    }

    private int end(String sentence, int from, int reach) {
        int end = Math.min(sentence.length(), from + reach);
        Matcher ends = words.ends().matcher(sentence).region(from, end);
        return ends.find() ? ends.start() : end;
    }

    private static int main(String text, List<Span> sentences, Set<String> about) {
        int main = 0;
        double most = -1;
        for (int at = 0; at < sentences.size(); at++) {
            Set<String> own = content(text(text, sentences.get(at)));
            long shared = own.stream().filter(about::contains).count();
            double speaks = shared / Math.sqrt(Math.max(SHORT, own.size())) * (at == 0 ? FIRST : 1);
            if (speaks > most) {
                most = speaks;
                main = at;
            }
        }
        return main;
    }

    private static String text(String text, Span span) {
        return text.substring(span.start(), span.end()).toLowerCase(Locale.ROOT);
    }

    private static Set<String> content(String lower) {
        Set<String> content = new HashSet<>();
        Matcher word = WORD.matcher(lower);
        while (word.find()) {
            if (word.group().length() > 2 && !EMPTY.contains(word.group())) {
                content.add(stem(word.group()));
            }
        }
        return content;
    }

    /// A word without its ending.
    static String stem(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= 4) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}

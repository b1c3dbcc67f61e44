package oropos.appraisal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.library.RuleFile;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;
import oropos.terminology.Mention;

/// Takes phrases apart, each once in one weighing.
final class Phrases {

    /// Longer words are compared by this many first letters, so that "osteoporotic" meets
    /// "osteoporosis". Seven letters keep "hypertension" and "hypotension" apart.
    static final int STEM = 7;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private static final Set<String> EMPTY_WORDS =
            Set.of(
                    "a",
                    "an",
                    "and",
                    "any",
                    "at",
                    "by",
                    "for",
                    "from",
                    "in",
                    "is",
                    "of",
                    "on",
                    "or",
                    "the",
                    "to",
                    "use",
                    "therapy",
                    "treatment",
                    "given",
                    "versus",
                    "vs");

    private final Reader reader;
    private final Map<String, Phrase> known = new HashMap<>();
    private final Pairs same = new Pairs();
    private final Pairs touching = new Pairs();

    Phrases(Reader reader) {
        this.reader = reader;
    }

    /// Reads the same-meaning list: words to the name of their group.
    static Map<String, String> sameMeaning(RuleFile file) {
        Map<String, String> groups = new HashMap<>();
        for (List<String> row : file.rows()) {
            if (groups.put(row.get(1).toLowerCase(Locale.ROOT), row.getFirst()) != null) {
                throw new IllegalStateException(
                        "rule file " + file.name() + " holds \"" + row.get(1) + "\" twice");
            }
        }
        return groups;
    }

    Phrase of(String words) {
        Phrase phrase = known.get(words);
        if (phrase == null) {
            phrase = reader.of(words).numbered(known.size());
            known.put(words, phrase);
        }
        return phrase;
    }

    /// [Phrase#means], worked out once for each pair.
    boolean mean(Phrase one, Phrase other) {
        return same.of(one, other, Phrase::means);
    }

    /// [Phrase#touches], worked out once for each pair.
    boolean touch(Phrase one, Phrase other) {
        return touching.of(one, other, Phrase::touches);
    }

    private static final class Pairs {
        private final Map<Long, Boolean> known = new HashMap<>();

        boolean of(Phrase one, Phrase other, BiPredicate<Phrase, Phrase> question) {
            long pair = (long) one.number() << Integer.SIZE | other.number();
            Boolean answer = known.get(pair);
            if (answer == null) {
                answer = question.test(one, other);
                known.put(pair, answer);
            }
            return answer;
        }
    }

    /// The content words of a text, shortened to their stems.
    static Set<String> stems(String text) {
        Set<String> stems = new TreeSet<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            if (!EMPTY_WORDS.contains(matcher.group())) {
                stems.add(stem(matcher.group()));
            }
        }
        return stems;
    }

    static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.length() > STEM) {
            return lower.substring(0, STEM);
        }
        return lower.length() > 3 && lower.endsWith("s") && !lower.endsWith("ss")
                ? lower.substring(0, lower.length() - 1)
                : lower;
    }

    /// Reads phrases and remembers the last ones: every question that finds a source has its conditions and
    /// treatments taken apart, and reading is pure.
    static final class Reader {

        /// Phrases remembered; of some hundred bytes each, a few megabytes.
        private static final int MOST = 10_000;

        private final Vocabulary vocabulary;
        private final Map<String, String> meanings;
        private final Cache<String, Phrase> read = Caffeine.newBuilder().maximumSize(MOST).build();

        Reader(Vocabulary vocabulary, Map<String, String> meanings) {
            this.vocabulary = vocabulary;
            this.meanings = meanings;
        }

        /// @param words of the library, never of an asker: they are kept in memory
        Phrase of(String words) {
            return read.get(words, this::read);
        }

        private Phrase read(String words) {
            StringBuilder left = new StringBuilder(words.toLowerCase(Locale.ROOT));
            Set<String> groups = new TreeSet<>();
            List<String> longestFirst =
                    meanings.keySet().stream()
                            .filter(entry -> left.indexOf(entry) >= 0)
                            .sorted(
                                    Comparator.comparingInt(String::length)
                                            .reversed()
                                            .thenComparing(Comparator.naturalOrder()))
                            .toList();
            for (String entry : longestFirst) {
                Matcher matcher =
                        Pattern.compile("\\b" + Pattern.quote(entry) + "\\b").matcher(left);
                if (matcher.find()) {
                    groups.add(meanings.getOrDefault(entry, entry));
                    blank(left, matcher.start(), matcher.end());
                }
            }
            Concepts read = vocabulary.read(words);
            List<Concept> concepts = new ArrayList<>();
            for (Mention mention : read.mentions()) {
                if (mention.span().end() > left.length() || !counts(mention.concept())) {
                    continue;
                }
                String there = left.substring(mention.span().start(), mention.span().end());
                if (there.isBlank()) {
                    continue;
                }
                if (!concepts.contains(mention.concept())) {
                    concepts.add(mention.concept());
                }
                blank(left, mention.span().start(), mention.span().end());
            }
            return new Phrase(0, words, List.copyOf(concepts), groups, stems(left.toString()));
        }
    }

    /// Groups of people and mere places in the body are no disease, drug or service.
    private static boolean counts(Concept concept) {
        return switch (concept.kind()) {
            case PROBLEM, DRUG, PROCEDURE, TEST, ORGANISM -> true;
            case GROUP, ANATOMY, OTHER -> false;
        };
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (int at = start; at < end && at < text.length(); at++) {
            text.setCharAt(at, ' ');
        }
    }
}

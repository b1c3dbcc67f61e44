package oropos.retrieval;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oropos.retrieval.lucene.Field;
import oropos.retrieval.lucene.Generation;
import oropos.retrieval.lucene.Pair;
import oropos.retrieval.lucene.Stems;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.Terminology;

/// Reads from a letter which subjects, of those the index has pairs about, it asks for, and what of
/// them.
///
/// A name counts where all of its words stand side by side, a longer one before those within it. It
/// is surest in the subject line, then where something is asked, then in the story, and weighs by
/// what its words tell.
final class SoughtReader {

    /// How sure a name is in a sentence that asks, and in one that only tells.
    private static final double IN_QUESTION = .9;

    private static final double IN_STORY = .7;

    /// How sure a concept is beside the name itself; a name's head; a name with a word between; a
    /// single word that no vocabulary has as a problem, drug, test or procedure ("oil").
    private static final double CONCEPT = .8;

    private static final double HEAD = .5;
    private static final double GAP = .8;
    private static final double SINGLE = .5;

    /// What is left of "what is it" beside something more particular that is asked.
    private static final double GENERAL = .4;

    /// Words of the longest name.
    private static final int LONGEST = 8;

    /// Most words of a letter that are looked at for names; most names looked for.
    private static final int MOST_WORDS = 250;

    private static final int MOST_NAMES = 24;

    private static final Pattern CAPITALS = Pattern.compile("\\b[A-Z]{2,6}\\b");

    private final Generation index;
    private final Terminology terminology;
    private final Aspects aspects = Aspects.builtIn();
    private final OffSubjectWords offSubject = OffSubjectWords.builtIn();
    private final OffSubjectWords ofLetters = OffSubjectWords.ofLetters();
    private final Map<String, Name> names = new TreeMap<>();

    /// @param sure how surely it is meant, 0 to 1
    /// @param telling how much its words tell
    private record Name(double sure, double telling) {
        static Name surer(Name a, Name b) {
            return a.sure() * a.telling() >= b.sure() * b.telling() ? a : b;
        }
    }

    private SoughtReader(Generation index, Terminology terminology) {
        this.index = index;
        this.terminology = terminology;
    }

    /// @param meant what misspelt stems stand for
    static Sought read(
            Letter letter, Map<String, String> meant, Generation index, Terminology terminology) {
        return index.frequency(Field.ASPECT, Pair.ANY) == 0
                ? Sought.NOTHING
                : new SoughtReader(index, terminology).read(letter, meant);
    }

    /// Whether the whole name of a subject, of two words or more, stands here.
    static boolean isNamed(String words, Generation index) {
        List<String> stems = Stems.of(words).stream().limit(MOST_WORDS).toList();
        for (int from = 0; from + 1 < stems.size(); from++) {
            for (int to = from + 2; to <= Math.min(from + LONGEST, stems.size()); to++) {
                if (index.frequency(Field.SUBJECT, SubjectNames.key(stems.subList(from, to))) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private Sought read(Letter letter, Map<String, String> meant) {
        int words = 0;
        for (Letter.Part part : letter.parts()) {
            double where = part.weight() > 1 ? 1 : part.weight() < 1 ? IN_STORY : IN_QUESTION;
            List<String> stems =
                    Stems.of(part.words()).stream()
                            .map(stem -> meant.getOrDefault(stem, stem))
                            .limit(MOST_WORDS - words)
                            .toList();
            words += stems.size();
            Set<String> known = concepts(part.words(), where);
            Set<String> capitals = capitals(part.words());
            known.addAll(capitals);
            names(stems, where, known, capitals);
        }
        return new Sought(strongest(), asked(letter), !letter.isWhole());
    }

    /// What is asked where something is; else what the whole letter speaks of; else what the thing is.
    private Map<String, Double> asked(Letter letter) {
        Map<String, Double> asked = new TreeMap<>(aspects.asked(letter.asked()));
        if (asked.isEmpty()) {
            asked.putAll(aspects.asked(letter.all()));
        }
        boolean isParticular =
                asked.entrySet().stream()
                        .anyMatch(one ->
                                !one.getKey().equals(Aspects.DEFINITION) && one.getValue() >= 1);
        if (isParticular) {
            asked.computeIfPresent(Aspects.DEFINITION, (same, weight) -> weight * GENERAL);
        }
        return asked.isEmpty() ? Map.of(Aspects.DEFINITION, 1d) : asked;
    }

    /// Adds the concepts that subjects are named by.
    ///
    /// @return stems of problems, drugs, tests and procedures
    private Set<String> concepts(String words, double where) {
        Set<String> known = new HashSet<>();
        for (Mention mention :
                terminology
                        .read(words.substring(0, Math.min(words.length(), Letter.LONGEST / 10)))
                        .mentions()) {
            Concept concept = mention.concept();
            List<String> said = Stems.of(mention.words());
            if (TextWriter.isSubject(concept.kind())) {
                known.addAll(said);
            }
            if (index.frequency(Field.SUBJECT, concept.id()) > 0) {
                names.merge(concept.id(), new Name(where * CONCEPT, telling(said)), Name::surer);
            }
        }
        return known;
    }

    private void names(List<String> stems, double where, Set<String> known, Set<String> capitals) {
        BitSet taken = new BitSet();
        for (int length = Math.min(LONGEST, stems.size()); length > 0; length--) {
            for (int from = 0; from + length <= stems.size(); from++) {
                if (taken.nextClearBit(from) >= from + length) {
                    continue;
                }
                List<String> name = stems.subList(from, from + length);
                double sure = where * (length > 1 || known.contains(name.getFirst()) ? 1 : SINGLE);
                boolean isHead = add(SubjectNames.PART, name, capitals, sure * HEAD);
                boolean isName = add("", name, capitals, sure);
                if (isName || isHead) {
                    taken.set(from, from + length);
                } else {
                    withGap(name, capitals, sure);
                }
            }
        }
    }

    /// "Macular degeneration" in "macular retinal degeneration".
    private void withGap(List<String> words, Set<String> capitals, double sure) {
        for (int at = 1; at < words.size() - 1; at++) {
            List<String> name = new ArrayList<>(words);
            name.remove(at);
            add("", name, capitals, sure * GAP);
        }
    }

    /// Initials of two letters are meant only in capitals; one letter, a number or a word that names
    /// nothing never is.
    private boolean add(String mark, List<String> name, Set<String> capitals, double sure) {
        String first = name.getFirst();
        boolean isTooShort = name.size() == 1 && first.length() < 3 && !capitals.contains(first);
        String key = mark + SubjectNames.key(name);
        if (isTooShort
                || name.stream().allMatch(stem -> offSubject.has(stem) || ofLetters.has(stem))
                || index.frequency(Field.SUBJECT, key) == 0) {
            return false;
        }
        names.merge(key, new Name(sure, telling(name)), Name::surer);
        return true;
    }

    /// The stems of words in capitals, where not everything is written so.
    private static Set<String> capitals(String words) {
        Set<String> capitals = new HashSet<>();
        if (words.length() <= 6 || !words.equals(words.toUpperCase(Locale.ROOT))) {
            CAPITALS.matcher(words)
                    .results()
                    .forEach(word -> capitals.addAll(Stems.of(word.group())));
        }
        return capitals;
    }

    /// How much the words of a name tell: the sum of what each does.
    private double telling(List<String> stems) {
        return stems.stream()
                .distinct()
                .mapToDouble(stem -> index.idf(index.frequency(Field.MAIN, stem)))
                .sum();
    }

    private Map<String, Double> strongest() {
        double most = names.values().stream().mapToDouble(Name::telling).max().orElse(1);
        Map<String, Double> weights = new TreeMap<>();
        names.forEach((key, name) -> weights.put(key, name.sure() * name.telling() / most));
        return weights.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_NAMES)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

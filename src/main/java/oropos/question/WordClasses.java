package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words that mean the same to a rule, under one name, and phrases whose parts may stand in any order.
///
/// People say one thing in a hundred ways: the leg is numb, dead, like wood, has gone to sleep. A list
/// of phrases hears only what its editor thought of; so a phrase may name a class of words, `<numb>`
/// (alone or among others, `<numb>|heavy`), and join two or three parts with `&5`: all of them in one
/// sentence, at most five other words between neighbours, whichever comes first. A class may name
/// classes written before it. All of it is written out into plain [Cue]s when the rules are loaded.
final class WordClasses {

    private static final Pattern NAME = Pattern.compile("<(\\p{Ll}+)>");
    private static final Pattern NEAR = Pattern.compile("\\s&(\\d{1,2})\\s");

    /// Most parts that may stand in any order: three make six cues, four would make 24.
    private static final int MOST_PARTS = 3;

    static final WordClasses NONE = new WordClasses();

    private final Map<String, String> classes = new TreeMap<>();
    private final Map<String, List<String>> byWord = new TreeMap<>();

    private WordClasses() {}

    /// @param row names and lists of words, or null where a file has none
    static WordClasses of(RuleFile.Row row) {
        return NONE.with(row);
    }

    /// These and those of another file, which may name them.
    WordClasses with(RuleFile.Row row) {
        WordClasses made = new WordClasses();
        made.classes.putAll(classes);
        byWord.forEach((word, names) -> made.byWord.put(word, new ArrayList<>(names)));
        for (String name : row.keys()) {
            List<String> words = new ArrayList<>();
            for (String line : row.texts(name)) {
                if (line.contains(" ")) {
                    throw new IllegalStateException(
                            row.place() + ": a class holds single words, but held: " + line);
                }
                words.add(made.written(line, row.place()));
            }
            made.classes.put(name, String.join("|", words));
            for (String word : new TreeSet<>(List.of(String.join("|", words).split("\\|")))) {
                made.byWord.computeIfAbsent(word, key -> new ArrayList<>()).add(name);
            }
        }
        return made;
    }

    /// The names of the classes a word is in.
    List<String> of(String word) {
        return byWord.getOrDefault(word, List.of());
    }

    /// The cues a phrase stands for, one for each order of its parts.
    List<Cue> cues(String notation, String place) {
        String plain = written(notation, place);
        Matcher near = NEAR.matcher(plain);
        List<String> parts = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        int from = 0;
        while (near.find()) {
            parts.add(plain.substring(from, near.start()));
            gaps.add("~" + near.group(1));
            from = near.end();
        }
        parts.add(plain.substring(from));
        if (parts.size() > MOST_PARTS || gaps.stream().distinct().count() > 1) {
            throw new IllegalStateException(
                    place
                            + ": at most "
                            + MOST_PARTS
                            + " parts stand in any order, and as near each, but was "
                            + notation);
        }
        List<Cue> cues = new ArrayList<>();
        String gap = gaps.isEmpty() ? " " : " " + gaps.getFirst() + " ";
        orders(parts, new ArrayList<>(), gap, cues);
        return cues;
    }

    private static void orders(List<String> left, List<String> taken, String gap, List<Cue> cues) {
        if (left.isEmpty()) {
            cues.add(Cue.of(String.join(gap, taken)));
            return;
        }
        for (int next = 0; next < left.size(); next++) {
            List<String> rest = new ArrayList<>(left);
            List<String> longer = new ArrayList<>(taken);
            longer.add(rest.remove(next));
            orders(rest, longer, gap, cues);
        }
    }

    private String written(String notation, String place) {
        Matcher name = NAME.matcher(notation);
        StringBuilder written = new StringBuilder();
        while (name.find()) {
            String words = classes.get(name.group(1));
            if (words == null) {
                throw new IllegalStateException(
                        place + ": no words are called <" + name.group(1) + "> in: " + notation);
            }
            name.appendReplacement(written, Matcher.quoteReplacement(words));
        }
        return name.appendTail(written).toString();
    }
}

package oropos.terminology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Injuries told by a verb and not by a name: "broke her wrist", "two of her vertebrae are crushed",
/// "T11 and T12 have collapsed". Words and parts are those of `injuries.tsv`; no other list of names has
/// them, and it is how people tell of a fracture.
///
/// Verb and part must stand beside each other, with nothing but the table's small words between, so that
/// fevers, waters and promises break without a fracture.
final class Injuries {

    private static final String TABLE = "/terminology/injuries.tsv";

    /// Most small words between verb and part.
    private static final int REACH = 5;

    /// Most words of a part before its last.
    private static final int LONGEST_PART = 3;

    /// Small words that deny.
    private static final Set<String> DENIES =
            Set.of("not", "isn", "wasn", "aren", "weren", "isn't", "wasn't", "aren't", "weren't");

    /// What may stand within "neck of his femur".
    private static final Set<String> OWNERS =
            Set.of("my", "his", "her", "our", "their", "the", "your");

    /// Where a comma may stand before: "his arm, is it broken?".
    private static final Set<String> POINTS = Set.of("it", "they");

    /// An injury, from `start` to `end` of the plain text.
    record Told(Concept concept, int start, int end) {}

    /// A part by its words, and the name of what is done to it.
    private record Part(List<String> words, String name) {}

    /// A part found, up to and without the token `past`.
    private record At(String name, int past, boolean level) {}

    private static final Map<String, Set<String>> VERBS = new HashMap<>();
    private static final Map<String, Map<String, List<Part>>> PARTS = new HashMap<>();
    private static final Set<String> BETWEEN = new HashSet<>();
    private static final Set<String> IS = new HashSet<>();
    private static final Set<String> NO_PART = new HashSet<>();

    static {
        for (Tables.Row row : Tables.read(TABLE, "kind", "words", "does", "name")) {
            List<String> words = List.of(row.cell(1).split(", *"));
            switch (row.cell(0)) {
                case "verb" ->
                        words.forEach(word ->
                                VERBS.computeIfAbsent(word, key -> new HashSet<>())
                                        .add(row.cell(2)));
                case "part" -> words.forEach(word -> part(row.cell(2), word, row.cell(3)));
                case "between" -> BETWEEN.addAll(words);
                case "is" -> IS.addAll(words);
                case "not" -> NO_PART.addAll(words);
                default -> throw row.wrong("kind is verb, part, between, is or not");
            }
        }
        for (Map<String, List<Part>> parts : PARTS.values()) {
            parts.values()
                    .forEach(list ->
                            list.sort(Comparator.comparingInt(part -> -part.words().size())));
        }
    }

    private static void part(String does, String words, String name) {
        List<String> all = List.of(words.split(" "));
        PARTS.computeIfAbsent(does, key -> new HashMap<>())
                .computeIfAbsent(all.getFirst(), key -> new ArrayList<>())
                .add(new Part(all, name));
    }

    private final Vocabulary vocabulary;
    private final String text;
    private final List<Token> tokens;
    private final List<Vertebrae.Expression> levels;

    Injuries(
            Vocabulary vocabulary,
            Plain plain,
            List<Token> tokens,
            List<Vertebrae.Expression> levels) {
        this.vocabulary = vocabulary;
        this.text = plain.text();
        this.tokens = tokens;
        this.levels = levels;
    }

    /// In the order of the text.
    List<Told> told() {
        List<Told> told = new ArrayList<>();
        for (int verb = 0; verb < tokens.size(); verb++) {
            for (String does : VERBS.getOrDefault(tokens.get(verb).word(), Set.of())) {
                if (!after(verb, does, told)) {
                    before(verb, does, told);
                }
            }
        }
        return told;
    }

    /// "Broke her wrist".
    private boolean after(int verb, String does, List<Told> told) {
        for (int at = verb + 1; at < tokens.size() && at <= verb + 1 + REACH; at++) {
            if (!isBeside(at - 1, at, false)) {
                return false;
            }
            At part = partAt(at, does);
            if (part != null) {
                int last = part.level() ? verb : part.past() - 1;
                told.add(made(part.name(), verb, last));
                return true;
            }
            if (!BETWEEN.contains(tokens.get(at).word())) {
                return false;
            }
        }
        return false;
    }

    /// "Her wrist is broken".
    private void before(int verb, String does, List<Told> told) {
        boolean points = false;
        boolean denied = false;
        for (int at = verb - 1; at >= 0 && at >= verb - 1 - REACH; at--) {
            if (!isBeside(at, at + 1, points)) {
                return;
            }
            for (int from = Math.max(0, at - LONGEST_PART); from <= at; from++) {
                At part = partAt(from, does);
                if (part != null && part.past() == at + 1) {
                    told.add(made(part.name(), denied || part.level() ? verb : from, verb));
                    return;
                }
            }
            String word = tokens.get(at).word();
            if (!IS.contains(word) && !DENIES.contains(word)) {
                return;
            }
            points |= POINTS.contains(word);
            denied |= DENIES.contains(word);
        }
    }

    private Told made(String name, int first, int last) {
        Vocabulary.Name known = vocabulary.named(name);
        if (known == null) {
            throw new IllegalStateException(TABLE + ": no concept is called \"" + name + "\"");
        }
        return new Told(known.concept(), tokens.get(first).start(), tokens.get(last).end());
    }

    private @Nullable At partAt(int at, String does) {
        Map<String, List<Part>> parts = PARTS.getOrDefault(does, Map.of());
        for (Part part : parts.getOrDefault(tokens.get(at).word(), List.of())) {
            int past = past(part.words(), at);
            if (past > 0 && !isPartOfAnother(past)) {
                return new At(part.name(), past, false);
            }
        }
        List<Part> spine = parts.get("vertebra");
        Vertebrae.Expression level = spine == null ? null : levelAt(at);
        if (spine == null || level == null) {
            return null;
        }
        int past = at + 1;
        while (past < tokens.size() && tokens.get(past).start() < level.end()) {
            past++;
        }
        return new At(spine.getFirst().name(), past, true);
    }

    private Vertebrae.@Nullable Expression levelAt(int at) {
        Token token = tokens.get(at);
        for (Vertebrae.Expression level : levels) {
            if (level.start() <= token.start() && token.end() <= level.end()) {
                return level;
            }
        }
        return null;
    }

    /// "Finger nail", "hip implant".
    private boolean isPartOfAnother(int past) {
        return past < tokens.size()
                && isBeside(past - 1, past, false)
                && NO_PART.contains(tokens.get(past).word());
    }

    /// Whether a name is one of a broken part that belongs to a thing: "broken hip" of a "broken hip implant".
    boolean isOfAnother(int start, int end) {
        for (int at = 0; at < tokens.size() && tokens.get(at).start() <= start; at++) {
            if (tokens.get(at).start() != start
                    || !VERBS.getOrDefault(tokens.get(at).word(), Set.of()).contains("break")) {
                continue;
            }
            int last = at;
            while (last + 1 < tokens.size() && tokens.get(last + 1).end() <= end) {
                last++;
            }
            return last > at && isPartOfAnother(last + 1);
        }
        return false;
    }

    /// Where the words of a part end, or 0 where they are not there.
    private int past(List<String> words, int at) {
        int next = at;
        for (int i = 0; i < words.size(); i++) {
            if (i > 0 && next < tokens.size() && OWNERS.contains(tokens.get(next).word())) {
                next++;
            }
            if (next >= tokens.size()
                    || !tokens.get(next).word().equals(words.get(i))
                    || i > 0 && !isBeside(next - 1, next, false)) {
                return 0;
            }
            next++;
        }
        return next;
    }

    /// Whether no more than a space, a hyphen or an apostrophe stands between two words.
    private boolean isBeside(int left, int right, boolean comma) {
        for (int i = tokens.get(left).end(); i < tokens.get(right).start(); i++) {
            char sign = text.charAt(i);
            boolean small = sign == ' ' || sign == '-' || sign == '\'' || sign == 's';
            if (!small && !(comma && sign == ',')) {
                return false;
            }
        }
        return true;
    }
}

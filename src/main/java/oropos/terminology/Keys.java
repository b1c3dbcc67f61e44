package oropos.terminology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The keys of a text in order, each with the place it came from.
///
/// A token such as `B12` gives two keys; a phrase may neither begin nor end between them. Words
/// that name vertebrae ("T11 and T12") are one key, [#LEVEL], so that a vocabulary can say
/// "compression fracture of (level)".
final class Keys {

    static final String LEVEL = "<level>";

    private final List<String> keys = new ArrayList<>();
    private int[] token = new int[64];
    private int[] start = new int[64];
    private int[] end = new int[64];

    private Keys() {}

    static Keys of(List<Token> tokens, List<Vertebrae.Expression> levels) {
        Keys keys = new Keys();
        int level = 0;
        for (int t = 0; t < tokens.size(); t++) {
            Token next = tokens.get(t);
            while (level < levels.size() && levels.get(level).end() <= next.start()) {
                level++;
            }
            if (level < levels.size() && levels.get(level).start() <= next.start()) {
                Vertebrae.Expression expression = levels.get(level);
                if (keys.size() == 0 || keys.start[keys.size() - 1] != expression.start()) {
                    keys.add(LEVEL, t, expression.start(), expression.end());
                }
                continue;
            }
            for (String key : Spelling.keys(next.word())) {
                keys.add(key, t, next.start(), next.end());
            }
        }
        return keys;
    }

    /// The keys of a text without levels.
    static List<String> of(String text) {
        List<String> keys = new ArrayList<>(4);
        for (Token token : Token.of(Plain.of(text))) {
            keys.addAll(Spelling.keys(token.word()));
        }
        return keys.size() == 1 ? List.of(keys.getFirst()) : List.copyOf(keys);
    }

    private void add(String key, int from, int starts, int ends) {
        int at = keys.size();
        if (at == token.length) {
            token = Arrays.copyOf(token, at * 2);
            start = Arrays.copyOf(start, at * 2);
            end = Arrays.copyOf(end, at * 2);
        }
        keys.add(key);
        token[at] = from;
        start[at] = starts;
        end[at] = ends;
    }

    int size() {
        return keys.size();
    }

    String key(int i) {
        return keys.get(i);
    }

    boolean isLevel(int i) {
        return keys.get(i).equals(LEVEL);
    }

    /// Where the token of key `i` starts in the plain text.
    int start(int i) {
        return start[i];
    }

    int end(int i) {
        return end[i];
    }

    boolean beginsToken(int i) {
        return i == 0 || token[i - 1] != token[i];
    }

    boolean endsToken(int i) {
        return i + 1 == keys.size() || token[i + 1] != token[i];
    }
}

package oropos.terminology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The keys of a text in order, as their numbers among the keys of a vocabulary, each with the place
/// it came from.
///
/// A token such as `B12` gives two keys; a phrase may neither begin nor end between them. Words
/// that name vertebrae ("T11 and T12") are one key, [#LEVEL], so that a vocabulary can say
/// "compression fracture of (level)".
final class Keys {

    static final String LEVEL = "<level>";

    private final int level;
    private int size;
    private int[] number;
    private int[] token;
    private int[] start;
    private int[] end;

    private Keys(int level, int expected) {
        this.level = level;
        this.number = new int[expected];
        this.token = new int[expected];
        this.start = new int[expected];
        this.end = new int[expected];
    }

    /// The keys of a text.
    ///
    /// @param phrases the vocabulary's; a key it does not have is [Phrases#NOWHERE]
    static Keys of(List<Token> tokens, List<Vertebrae.Expression> levels, Phrases phrases) {
        Keys keys = new Keys(phrases.word(LEVEL), tokens.size() + 8);
        int level = 0;
        for (int t = 0; t < tokens.size(); t++) {
            Token next = tokens.get(t);
            while (level < levels.size() && levels.get(level).end() <= next.start()) {
                level++;
            }
            if (level < levels.size() && levels.get(level).start() <= next.start()) {
                Vertebrae.Expression expression = levels.get(level);
                if (keys.size == 0 || keys.start[keys.size - 1] != expression.start()) {
                    keys.add(keys.level, t, expression.start(), expression.end());
                }
                continue;
            }
            for (int number : next.form().numbers(phrases)) {
                keys.add(number, t, next.start(), next.end());
            }
        }
        return keys;
    }

    /// The keys of a text without levels.
    static List<String> of(String text) {
        List<String> keys = new ArrayList<>(4);
        for (Token token : Token.of(Plain.of(text))) {
            keys.addAll(token.form().keys());
        }
        return keys.size() == 1 ? List.of(keys.getFirst()) : List.copyOf(keys);
    }

    private void add(int key, int from, int starts, int ends) {
        int at = size++;
        if (at == token.length) {
            number = Arrays.copyOf(number, at * 2);
            token = Arrays.copyOf(token, at * 2);
            start = Arrays.copyOf(start, at * 2);
            end = Arrays.copyOf(end, at * 2);
        }
        number[at] = key;
        token[at] = from;
        start[at] = starts;
        end[at] = ends;
    }

    int size() {
        return size;
    }

    int number(int i) {
        return number[i];
    }

    boolean isLevel(int i) {
        return number[i] == level;
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
        return i + 1 == size || token[i + 1] != token[i];
    }
}

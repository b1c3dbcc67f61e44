package oropos.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import oropos.terminology.Span;

/// What was taken out of a question, with its words: for whoever typed them, and for nobody else.
///
/// It is never part of an answer and never kept. With it a question can be put together again and asked
/// once more with a false alarm restored (decision 52).
///
/// @param kept the text that is kept, with marks where something stood
/// @param stretches what stood there, in order
public record TakenOut(String kept, List<Stretch> stretches) {

    /// One stretch.
    ///
    /// @param place where its mark stands in the text that is kept
    /// @param kind what it was taken for ("name")
    /// @param words as typed
    /// @param restored whether the asker said that it identifies nobody
    public record Stretch(Span place, String kind, String words, boolean restored) {

        /// Whether restoring it would change anything: an age over 89 is read as it stands all the same.
        public boolean canBeRestored() {
            return !kind.equals(Identifiers.AGE);
        }
    }

    public TakenOut {
        stretches = List.copyOf(stretches);
        int at = 0;
        for (Stretch one : stretches) {
            if (one.place().start() < at || one.place().end() > kept.length()) {
                throw new IllegalArgumentException(
                        "nothing was taken out of this text at " + one.place());
            }
            at = one.place().end();
        }
    }

    /// The text as it was typed.
    public String whole() {
        StringBuilder whole = new StringBuilder();
        int at = 0;
        for (Stretch one : stretches) {
            whole.append(kept, at, one.place().start()).append(one.words());
            at = one.place().end();
        }
        return whole.append(kept, at, kept.length()).toString();
    }

    /// The words that are restored.
    public Set<String> restored() {
        Set<String> restored = new LinkedHashSet<>();
        stretches.stream().filter(Stretch::restored).forEach(one -> restored.add(one.words()));
        return restored;
    }

    /// The same with one stretch restored, or taken out again, and with it whatever has the same words.
    public TakenOut with(int index, boolean restored) {
        String words = stretches.get(index).words();
        List<Stretch> changed = new ArrayList<>();
        for (Stretch one : stretches) {
            changed.add(
                    one.words().equalsIgnoreCase(words)
                            ? new Stretch(one.place(), one.kind(), one.words(), restored)
                            : one);
        }
        return new TakenOut(kept, changed);
    }
}

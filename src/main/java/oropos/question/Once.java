package oropos.question;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// Texts that are read many times while one turn is read, each read once. Nothing is kept behind the turn.
final class Once {

    private Once() {}

    /// The same function, for one turn and one thread of the machine.
    static <T> Function<String, T> of(Function<String, T> reads) {
        Map<String, T> known = new HashMap<>();
        return text -> {
            T read = known.get(text);
            if (read == null) {
                read = reads.apply(text);
                known.put(text, read);
            }
            return read;
        };
    }
}

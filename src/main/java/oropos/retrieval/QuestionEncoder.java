package oropos.retrieval;

import java.util.LinkedHashMap;
import java.util.Map;
import oropos.inference.Embedder;
import oropos.inference.Encoded;

/// Encodes questions, and keeps the last few in memory: an answer searches twice with the same words, for
/// what helps and for its harms, and encoding takes longer than either search.
///
/// Few on purpose. The words are those that are searched, without identifiers, and are gone with the
/// process.
final class QuestionEncoder {

    /// Enough for the answers that are made at once.
    static final int KEPT = 8;

    private final Embedder embedder;
    private final Map<String, Encoded> last = new LinkedHashMap<>();

    QuestionEncoder(Embedder embedder) {
        this.embedder = embedder;
    }

    String name() {
        return embedder.name();
    }

    /// @throws IllegalStateException where the encoder fails
    Encoded encoded(String question) {
        synchronized (last) {
            Encoded known = last.get(question);
            if (known != null) {
                return known;
            }
        }
        Encoded encoded = embedder.encodedQuestion(question);
        synchronized (last) {
            last.put(question, encoded);
            if (last.size() > KEPT) {
                last.remove(last.keySet().iterator().next());
            }
        }
        return encoded;
    }
}

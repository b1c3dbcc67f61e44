package oropos.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import oropos.inference.Embedder;
import oropos.inference.Encoded;
import oropos.library.Design.Group;
import oropos.retrieval.lucene.Generation;
import oropos.retrieval.lucene.Meanings;
import oropos.retrieval.lucene.Pieces;
import oropos.retrieval.lucene.TokenFile;
import oropos.retrieval.lucene.VectorFile;

/// The vectors of the library's texts under one encoder: which are missing, the worthiest first, and
/// their computation. The files carry the encoder's name, so that vectors of two never mix.
final class Embedding {

    /// Most texts gathered at once: the library is read again for the next, but never held open while
    /// encoding goes on.
    static final int GATHERED = 10_000;

    private final Path folder;
    private final Shelf shelf;
    private final Cataloguer cataloguer;
    private final Embedder encoder;
    private @Nullable VectorFile vectors;
    private @Nullable TokenFile tokens;

    Embedding(Path folder, Shelf shelf, Cataloguer cataloguer, Embedder encoder) {
        this.folder = folder;
        this.shelf = shelf;
        this.cataloguer = cataloguer;
        this.encoder = encoder;
    }

    /// Texts without vectors: guidelines first, then reviews, trials and all other.
    ///
    /// @param texts at most [#GATHERED]
    /// @param passages how many passages wait for a vector, those of equal texts counted each
    record Missing(List<String> texts, long passages) {}

    Missing missing() throws IOException {
        VectorFile vectors = vectors();
        TokenFile tokens = tokens();
        return missing(text -> !vectors.has(text) || !tokens.has(text));
    }

    /// Texts without vectors of their own, whether or not their pieces are there.
    Missing withoutVectors() throws IOException {
        VectorFile vectors = vectors();
        return missing(text -> !vectors.has(text));
    }

    private Missing missing(Predicate<String> lacks) {
        Map<Group, Set<String>> byWorth = new EnumMap<>(Group.class);
        long[] passages = {0};
        shelf.eachCurrent(version -> {
            Set<String> texts =
                    byWorth.computeIfAbsent(
                            version.study().design().group(), group -> new LinkedHashSet<>());
            for (String text : cataloguer.meanings(version)) {
                if (lacks.test(text)) {
                    passages[0]++;
                    if (texts.size() < GATHERED) {
                        texts.add(text);
                    }
                }
            }
        });
        List<String> texts =
                byWorth.values().stream()
                        .flatMap(Collection::stream)
                        .distinct()
                        .limit(GATHERED)
                        .toList();
        return new Missing(texts, passages[0]);
    }

    /// Computes and keeps the vectors of some texts.
    ///
    /// @param apart whether each core may take one; else one after another, so that questions find a
    ///     core free
    void encode(List<String> texts, boolean apart) throws IOException {
        Encoded[] encoded = new Encoded[texts.size()];
        IntStream each = IntStream.range(0, texts.size());
        (apart ? each.parallel() : each)
                .forEach(i -> encoded[i] = encoder.encodedPassage(texts.get(i)));
        VectorFile vectors = vectors();
        TokenFile tokens = tokens();
        Map<String, float[]> rows = new LinkedHashMap<>();
        List<TokenFile.Text> pieces = new ArrayList<>();
        for (int i = 0; i < encoded.length; i++) {
            String text = texts.get(i);
            if (!vectors.has(text)) {
                rows.put(text, encoded[i].vector());
            }
            if (!tokens.has(text)) {
                pieces.add(new TokenFile.Text(text, encoded[i].pieces(), encoded[i].states()));
            }
        }
        vectors.append(rows);
        tokens.append(pieces);
    }

    /// A generation with its vectors, as far as they are all there. While its pieces are not, those of an
    /// earlier mean are heard, all or none: the two are never mixed.
    Catalogue.State join(Generation index) throws IOException {
        int dimensions = encoder.dimensions();
        Pieces pieces = Pieces.of(index, tokens(), dimensions).orElse(null);
        boolean waits = pieces == null;
        if (waits) {
            pieces = earlier(index);
        }
        return new Catalogue.State(
                index,
                Meanings.of(index, vectors(), dimensions).orElse(null),
                pieces,
                waits,
                "vectors not computed");
    }

    private @Nullable Pieces earlier(Generation index) throws IOException {
        for (TokenFile earlier : tokens().earlier()) {
            Optional<Pieces> pieces = Pieces.of(index, earlier, encoder.dimensions());
            if (pieces.isPresent()) {
                return pieces.get();
            }
        }
        return null;
    }

    /// Deletes the pieces of earlier means, once all are there under this one.
    void forgetEarlier() throws IOException {
        tokens().forgetEarlier();
    }

    /// Opened once, with what another process appended since.
    private synchronized VectorFile vectors() throws IOException {
        VectorFile open = vectors;
        if (open == null) {
            open = new VectorFile(folder, encoder.name(), encoder.dimensions());
            vectors = open;
        }
        open.refresh();
        return open;
    }

    private synchronized TokenFile tokens() throws IOException {
        TokenFile open = tokens;
        if (open == null) {
            open =
                    new TokenFile(
                            folder,
                            encoder.name(),
                            encoder.dimensions(),
                            new TokenFile.Mean(encoder.meanName(), encoder::mean));
            tokens = open;
        }
        open.refresh();
        return open;
    }
}

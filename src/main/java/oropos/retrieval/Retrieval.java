package oropos.retrieval;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.inference.Embedder;
import oropos.library.Beneath;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.library.SourceId;
import oropos.question.ClinicalQuestion;
import oropos.retrieval.lucene.Generation;
import oropos.retrieval.lucene.Generations;
import oropos.terminology.Terminology;

/// Finds passages for a question: the door of this room.
///
/// One search reads one closed generation of the index, so it gives the same candidates until
/// [#refresh] or [#rebuild] puts the next one in use. Searches go on meanwhile.
public final class Retrieval implements Searching, AutoCloseable {

    /// Most candidates of a search.
    public static final int DEPTH = 200;

    /// Where sources have several passages, voices are heard at most so many times deeper.
    private static final int MOST_DEEPER = 8;

    private static final String WORDS =
            String.format(
                    Locale.ROOT,
                    "BM25 k1 .9 b .4, main 1, answer %s, context %s, names %s, synonyms %s,"
                            + " concepts %s, ages %s, top %d to %d",
                    QueryWriter.ANSWER,
                    QueryWriter.CONTEXT,
                    QueryWriter.NAME,
                    QueryWriter.SYNONYM,
                    QueryWriter.CONCEPT,
                    QueryWriter.AGE,
                    Fusion.DEPTH,
                    DEPTH);

    private final Catalogue catalogue;
    private final QueryWriter writer;
    private final @Nullable QuestionEncoder encoder;
    private final Searcher searcher;
    private final String vocabulary;
    private final SearchQueue queue = new SearchQueue();

    Retrieval(Path dataFolder, Shelf shelf, Terminology terminology, @Nullable Embedder embedder) {
        this(
                dataFolder,
                new Generations(dataFolder.resolve("index")),
                shelf,
                terminology,
                embedder);
    }

    Retrieval(
            Path dataFolder,
            Generations generations,
            Shelf shelf,
            Terminology terminology,
            @Nullable Embedder embedder) {
        this.catalogue =
                new Catalogue(
                        dataFolder.resolve("index"), generations, shelf, terminology, embedder);
        this.writer = new QueryWriter(terminology);
        this.encoder = embedder == null ? null : new QuestionEncoder(embedder);
        this.searcher = new Searcher(shelf, terminology);
        this.vocabulary = "; vocabulary " + terminology.version();
    }

    /// Opens the index of a data folder. Where there is none, or a damaged or outdated one, it is made
    /// from the library, on disk if the folder can be written and in memory if not. A usable index is
    /// opened as it is, also where the library went on meanwhile: call [#refresh].
    ///
    /// @param embedder searches by meaning as soon as every passage has its vector ([#embed]); null to
    ///     search by words only. The caller closes it
    public static Retrieval open(
            Path dataFolder,
            Library library,
            Terminology terminology,
            @Nullable Embedder embedder) {
        return new Retrieval(dataFolder, Shelf.of(library), terminology, embedder);
    }

    /// Lets an earlier state of a library, in a folder of its own, search with the vectors of today's:
    /// they belong to texts, whatever the day. Where files cannot be shared it searches by words.
    public static void lendVectors(Path dataFolder, Path pastFolder) throws IOException {
        Path from = dataFolder.resolve("index");
        Path to = pastFolder.resolve("index");
        if (!Files.isDirectory(from)) {
            return;
        }
        Files.createDirectories(to);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from, "{vectors,tokens}-*")) {
            for (Path file : files) {
                Path lent = to.resolve(file.getFileName());
                Files.deleteIfExists(lent);
                Files.createLink(lent, file);
            }
        } catch (UnsupportedOperationException | FileSystemException unshared) {
            // by words alone, which the answer's basis says
        }
    }

    /// Searches. An empty list means that nothing in the library shares a word or a concept with the
    /// question.
    public Findings find(ClinicalQuestion question) {
        return find(question, null);
    }

    /// Searches some sources only.
    ///
    /// @param only their ids, or null for all; what the index does not hold is not searched
    public Findings find(ClinicalQuestion question, @Nullable Set<SourceId> only) {
        Catalogue.State state = catalogue.retained();
        try {
            return queue.inTurn(() -> find(question, only, state));
        } finally {
            state.index().release();
        }
    }

    private Findings find(
            ClinicalQuestion question, @Nullable Set<SourceId> only, Catalogue.State state) {
        Generation index = state.index();
        BitSet allowed =
                only == null ? null : index.sources(only.stream().map(SourceId::value).toList());
        Wanted wanted = writer.write(question, index);
        Search search = new Search(state, encoder, wanted.meaning());
        List<Fusion.Ranked> ranked =
                Fusion.rounded(
                        search.ranked(wanted, Fusion.DEPTH, index::most, allowed).stream()
                                .limit(DEPTH)
                                .toList());
        // an overview of the board leads to sources and is none
        BitSet overviews = index.sourcesFrom(Beneath.FORM + ":");
        int found =
                (int)
                        ranked.stream()
                                .mapToInt(r -> index.source(r.place()))
                                .filter(source -> !overviews.get(source))
                                .distinct()
                                .count();
        if (allowed != null) {
            overviews.and(allowed);
        }
        return new Findings(
                candidates(ranked, wanted, index, search),
                (allowed == null ? index.sources() : allowed.cardinality())
                        - overviews.cardinality(),
                found,
                index.name(),
                WORDS
                        + "; "
                        + search.said()
                        + vocabulary
                        + (allowed == null ? "" : "; " + allowed.cardinality() + " sources only"));
    }

    @Override
    public SearchResults search(Enquiry enquiry) {
        Catalogue.State state = catalogue.retained();
        try {
            return queue.inTurn(() ->
                    searcher.search(
                            enquiry,
                            state.index(),
                            (question, allowed) -> ranked(question, state, allowed)));
        } finally {
            state.index().release();
        }
    }

    private Searcher.Ranked ranked(
            ClinicalQuestion question, Catalogue.State state, @Nullable BitSet allowed) {
        Wanted wanted = writer.searched(question, state.index());
        Search search =
                new Search(state, encoder, wanted.clauses().isEmpty() ? "" : wanted.meaning());
        List<Fusion.Ranked> passages =
                Fusion.rounded(search.ranked(wanted, Fusion.DEPTH, state.index()::most, allowed));
        return new Searcher.Ranked(
                passages,
                wanted,
                search,
                !search.isMeaningHeard() && passages.size() < Fusion.DEPTH,
                "text; " + search.said() + vocabulary);
    }

    @Override
    public String withoutIdentifiers(String text, Enquiry.Syntax syntax) {
        return searcher.withoutIdentifiers(text, syntax);
    }

    /// Ranks sources for a text that is searched as it stands: its words weigh as in plain BM25, and
    /// what the vocabulary knows of them is only added.
    ///
    /// @param depth most sources
    public Ranking rank(String text, int depth) {
        return rank(text, depth, Stage.ALL);
    }

    /// @param stage how far the ranking goes
    public Ranking rank(String text, int depth, Stage stage) {
        Catalogue.State state = catalogue.retained();
        try {
            return queue.inTurn(() -> rank(text, depth, stage, state));
        } finally {
            state.index().release();
        }
    }

    private Ranking rank(String text, int depth, Stage stage, Catalogue.State state) {
        Generation index = state.index();
        Wanted wanted = writer.write(text, index, stage);
        Search search =
                new Search(
                        stage == Stage.FUSED || stage == Stage.MEANING
                                ? state.withoutPieces()
                                : state,
                        stage.hearsMeaning() ? encoder : null,
                        wanted.meaning());
        int passages = Math.ceilDiv(index.passages(), Math.max(1, index.sources()));
        List<Fusion.Ranked> ranked =
                search
                        .ranked(wanted, Fusion.DEPTH * Math.min(passages, MOST_DEEPER), place -> 1)
                        .stream()
                        .limit(depth)
                        .toList();
        int[] places = ranked.stream().mapToInt(Fusion.Ranked::place).sorted().toArray();
        List<String> ids = index.ids(places);
        return new Ranking(
                ranked.stream()
                        .map(one ->
                                new Ranking.Found(
                                        Cataloguer.id(
                                                ids.get(Arrays.binarySearch(places, one.place()))),
                                        one.score()))
                        .toList(),
                stage.label() + (stage.hearsMeaning() ? "; " + search.said() : "") + vocabulary);
    }

    private static List<Candidate> candidates(
            List<Fusion.Ranked> ranked, Wanted wanted, Generation index, Search search) {
        int[] places = ranked.stream().mapToInt(Fusion.Ranked::place).sorted().toArray();
        Map<Integer, Integer> positions = new HashMap<>();
        for (int i = 0; i < places.length; i++) {
            positions.put(places[i], i);
        }
        List<String> ids = index.ids(places);
        Coverage coverage = new Coverage(index, wanted, places);
        List<Candidate> candidates = new ArrayList<>(ranked.size());
        for (Fusion.Ranked one : ranked) {
            int i = positions.getOrDefault(one.place(), 0);
            List<String> why = new ArrayList<>(coverage.why(i));
            double cosine = Double.NaN;
            if (search.isMeaningHeard()) {
                cosine = Fusion.rounded(search.cosine(one.place()));
                why.add(meaning(cosine));
            }
            candidates.add(
                    new Candidate(
                            Cataloguer.id(ids.get(i)),
                            candidates.size() + 1,
                            one.score(),
                            Fusion.rounded(coverage.of(i)),
                            cosine,
                            why));
        }
        return candidates;
    }

    static String meaning(double cosine) {
        return String.format(Locale.ROOT, "meaning %.2f", cosine)
                .replace(" 0.", " .")
                .replace("-0.", "-.");
    }

    /// The name of the generation searched now.
    public String generation() {
        return catalogue.generation();
    }

    /// Whether the library changed since the index was made.
    public boolean isStale() {
        return catalogue.isStale();
    }

    /// Brings the index up to the library; returns at once where nothing changed.
    public void refresh(Progress progress) {
        catalogue.refresh(progress);
    }

    /// Makes the index anew from the library.
    public void rebuild(Progress progress) {
        catalogue.rebuild(progress);
    }

    /// Computes the vectors that are missing (on two cores about 100 passages of 128 tokens a
    /// second) and searches by meaning from then on.
    ///
    /// @throws IllegalStateException where there is no encoder
    public void embed(Progress progress) {
        catalogue.embed(progress);
    }

    /// Computes missing vectors beside all other work until [#close], guidelines first, then reviews,
    /// trials and all other, also those that a refresh brings; meaning is searched whenever all are
    /// there. Without an encoder it does nothing.
    public void embedInBackground() {
        catalogue.embedInBackground();
    }

    /// How many passages the background has still to compute vectors for.
    public long waitingForVectors() {
        return catalogue.waiting();
    }

    @Override
    public void close() {
        catalogue.close();
    }
}

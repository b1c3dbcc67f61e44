package oropos.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import oropos.evaluation.Judgments;
import oropos.evaluation.RunComparison;
import oropos.evaluation.SearchRun;
import oropos.evaluation.Topics;
import oropos.library.Library;
import oropos.library.SourceId;
import oropos.library.Tally;
import oropos.retrieval.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Measures search and answers on test collections.
@Command(
        name = "evaluate",
        description = "Measures search and answers on test collections.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            EvaluateCommand.ImportBeir.class,
            EvaluateCommand.Search.class,
            EvaluateCommand.Compare.class,
            EvaluateStatementsCommand.class,
            EvaluateComparisonsCommand.class,
            EvaluateFunnelCommand.class,
            EvaluateHeadsCommand.class,
            EvaluateRefusalCommand.class,
            EvaluateRepeatCommand.class,
            EvaluateTellingsCommand.class
        },
        mixinStandardHelpOptions = true)
final class EvaluateCommand extends Group {

    @ParentCommand @Nullable Main main;

    Main main() {
        return Objects.requireNonNull(main);
    }

    /// Loads a collection.
    @Command(
            name = "import-beir",
            description = {
                "Loads a collection in BEIR's form: one JSON object a line with _id, title and text; plain files or .gz,",
                "pieces of one file, or a folder of them. A new data folder then holds the collection alone."
            },
            mixinStandardHelpOptions = true)
    static final class ImportBeir implements Callable<Integer> {
        @ParentCommand @Nullable EvaluateCommand evaluate;

        @Parameters(arity = "1..*", paramLabel = "FILE-OR-FOLDER", description = "The collection.")
        List<Path> files = List.of();

        @Override
        public Integer call() throws IOException {
            Main main = Objects.requireNonNull(evaluate).main();
            for (Path file : files) {
                if (!Files.exists(file)) {
                    throw Refusal.wrongUse("there is no file or folder " + file);
                }
            }
            ProgressBar bar = new ProgressBar(System.err);
            Tally tally;
            try (Library library = Library.open(main.data, Library.Access.WRITE)) {
                tally = library.addCollection(files, bar);
                bar.done();
            }
            try (Rooms rooms = Rooms.toWrite(main.data, false)) {
                rooms.retrieval().refresh(bar);
                bar.done();
            }
            System.out.println(Counts.of(tally));
            return tally.skipped() == 0 ? Main.DONE : Main.SOME_FAILED;
        }
    }

    /// Runs questions.
    @Command(
            name = "search",
            description = {
                "Searches for every question of a file and writes a TREC run, 1,000 sources deep. Vectors are completed first.",
                "With judgments it prints nDCG@10, recall@100, MRR@10, MAP, success@1 and the mean grade of the first."
            },
            mixinStandardHelpOptions = true)
    static final class Search implements Callable<Integer> {
        @ParentCommand @Nullable EvaluateCommand evaluate;

        @Option(
                names = "--queries",
                required = true,
                paramLabel = "FILE",
                description = "id<TAB>question lines, or BEIR's queries.jsonl.")
        Path queries = Path.of("queries.tsv");

        @Option(
                names = "--run",
                required = true,
                paramLabel = "FILE",
                description = "Where the run goes.")
        Path run = Path.of("run.trec");

        @Option(
                names = "--qrels",
                paramLabel = "FILE",
                description =
                        "Judgments: qid 0 id grade, or qid<TAB>id<TAB>grade with or without a header.")
        @Nullable Path qrels;

        @Option(
                names = "--with-starter",
                description =
                        "Keep the sources that ship with Oropos in the run; else they are left out where there are others.")
        boolean withStarter;

        @Option(
                names = "--stage",
                paramLabel = "STAGE",
                defaultValue = "ALL",
                description =
                        "How far the ranking goes: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
        Stage stage = Stage.ALL;

        @Override
        public Integer call() throws IOException {
            Main main = Objects.requireNonNull(evaluate).main();
            List<Topics.Topic> topics;
            Judgments judgments;
            try {
                topics = Topics.of(queries);
                judgments = qrels == null ? null : Judgments.of(qrels);
            } catch (IllegalArgumentException unreadable) {
                throw Refusal.wrongUse(String.valueOf(unreadable.getMessage()));
            }
            if (!Library.isThere(main.data)) {
                throw Refusal.wrongUse(
                        main.data
                                + " holds no library: load one with evaluate import-beir or library add");
            }
            ProgressBar bar = new ProgressBar(System.err);
            try (Rooms rooms = ready(main, bar)) {
                SearchRun.Outcome outcome =
                        SearchRun.of(
                                rooms.retrieval(),
                                stage,
                                topics,
                                wanted(rooms),
                                source -> !rooms.library().current(source).isEmpty(),
                                judgments,
                                run,
                                bar);
                bar.done();
                System.out.println(outcome.text());
            }
            return Main.DONE;
        }

        /// The rooms with every vector there: computed here, or by the server that holds the folder.
        private static Rooms ready(Main main, ProgressBar bar) throws IOException {
            if (!main.vectors) {
                return Rooms.toRead(main.data, false);
            }
            Optional<Errand.Done> handed =
                    Handover.toServer(main.data, Errand.EMBED, List.of(), bar);
            if (handed.isPresent()) {
                return Rooms.toRead(main.data, true);
            }
            Rooms rooms = Rooms.toWrite(main.data, true);
            if (rooms.encodes()) {
                rooms.retrieval().embed(bar);
                bar.done();
            }
            return rooms;
        }

        private Predicate<SourceId> wanted(Rooms rooms) {
            Set<SourceId> starter = withStarter ? Set.of() : rooms.library().starterAlone();
            return rooms.library().snapshot().sources() > starter.size()
                    ? source -> !starter.contains(source)
                    : source -> true;
        }
    }

    /// Compares two runs.
    @Command(
            name = "compare",
            description =
                    "Compares two runs question by question: means of nDCG@10 and how likely chance alone makes such a difference.",
            mixinStandardHelpOptions = true)
    static final class Compare implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "RUN", description = "A TREC run.")
        Path first = Path.of("");

        @Parameters(index = "1", paramLabel = "RUN", description = "Another.")
        Path second = Path.of("");

        @Option(
                names = "--qrels",
                required = true,
                paramLabel = "FILE",
                description = "Judgments, as for evaluate search.")
        Path qrels = Path.of("");

        @Override
        public Integer call() throws IOException {
            try {
                System.out.println(RunComparison.of(first, second, Judgments.of(qrels)).text());
            } catch (IllegalArgumentException unreadable) {
                throw Refusal.wrongUse(String.valueOf(unreadable.getMessage()));
            }
            return Main.DONE;
        }
    }
}

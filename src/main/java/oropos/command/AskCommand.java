package oropos.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.answer.EvidenceCsv;
import oropos.answer.EvidenceRow;
import oropos.answer.HandoverSheet;
import oropos.consultation.Stage;
import oropos.library.Claim;
import oropos.library.DataFolderException;
import oropos.library.SourceId;
import oropos.question.Asked;
import oropos.question.Askers;
import oropos.question.FollowUp;
import oropos.question.Reader;
import oropos.question.TakenOut;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

/// Asks a question, or a file of them.
@Command(
        name = "ask",
        description = "Answers a question, or a file of questions, on standard output.",
        mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {

    @ParentCommand @Nullable Main main;

    @Parameters(arity = "0..*", paramLabel = "QUESTION", description = "The question, in English.")
    List<String> words = List.of();

    @Option(names = "--json", description = "Print the answer as JSON (docs/answer-schema.json).")
    boolean json;

    @Option(
            names = "--batch",
            paramLabel = "FILE",
            description =
                    "One question a line, or JSON lines with id and question; prints one JSON answer a line. - reads standard input.")
    @Nullable Path batch;

    @Option(
            names = "--csv",
            description =
                    "Print the evidence table of the answer as CSV, a row for each source used.")
    boolean csv;

    @Option(
            names = "--confidence",
            description =
                    "With --batch: print only id, outcome, reason and the figure the refusal is based on.")
    boolean confidence;

    @Option(
            names = "--reader",
            paramLabel = "READER",
            converter = ReaderName.class,
            description =
                    "Who reads: physician, resident, nurse, pharmacist, student, patient, carer (or parent); default: whoever a single question says asks (\"I am a nurse\", \"my son\"), else physician. Patients and carers read plain words.")
    @Nullable Reader reader;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = Day.class,
            description =
                    "Answer from what the library held and knew at the end of that day (2026-11-23): its sources, their words and how they stood.")
    @Nullable LocalDate asOf;

    @Option(
            names = "--after",
            paramLabel = "ANSWER.json",
            description =
                    "The question follows this answer, or the answers of a thread, one a line: patient and problem are carried over.")
    @Nullable Path after;

    @Option(
            names = "--handover",
            paramLabel = "FORM",
            converter = FormName.class,
            description =
                    "Print the answer as a handover, sbar or shift: told and not told, statements with their marks, no identifiers; with --json as JSON.")
    HandoverSheet.@Nullable Form handover;

    @Option(
            names = "--restore",
            paramLabel = "WORDS",
            description =
                    "Words of the question that identify nobody though they look it: they are read for this question and kept nowhere. May be given more than once.")
    List<String> restore = List.of();

    @Mixin ModelOptions models = new ModelOptions();

    /// Reads the name of a reader, in any case.
    static final class ReaderName implements ITypeConverter<Reader> {
        @Override
        public Reader convert(String name) {
            return Reader.named(name)
                    .orElseThrow(() ->
                            new TypeConversionException(
                                    "\""
                                            + name
                                            + "\" is none of physician, resident, nurse,"
                                            + " pharmacist, student, patient, carer"));
        }
    }

    /// Reads the form of a handover.
    static final class FormName implements ITypeConverter<HandoverSheet.Form> {
        @Override
        public HandoverSheet.Form convert(String name) {
            return HandoverSheet.Form.named(name)
                    .orElseThrow(() ->
                            new TypeConversionException("\"" + name + "\" is none of sbar, shift"));
        }
    }

    /// Reads a day.
    static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String words) {
            try {
                return LocalDate.parse(words);
            } catch (DateTimeException none) {
                throw new TypeConversionException(
                        "\"" + words + "\" is no day: write year, month and day, 2026-11-23");
            }
        }
    }

    private Rooms rooms(Main main) throws IOException {
        LocalDate day = asOf;
        return day == null
                ? Rooms.toRead(main.data, main.vectors, models)
                : Rooms.asOf(main.data, day, main.vectors, models);
    }

    @Override
    public Integer call() throws IOException {
        Main main = Objects.requireNonNull(this.main);
        if ((batch == null) == words.isEmpty()) {
            throw Refusal.wrongUse(
                    "give a question, oropos ask \"QUESTION\", or a file of them, --batch FILE");
        }
        if (csv && (json || batch != null) || confidence && batch == null) {
            throw Refusal.wrongUse(
                    "--csv prints the table of one question, --confidence goes with --batch FILE");
        }
        if (handover != null && (batch != null || csv)) {
            throw Refusal.wrongUse("--handover goes with one question, not with --batch or --csv");
        }
        if (batch != null && !restore.isEmpty()) {
            throw Refusal.wrongUse(
                    "--restore goes with one question; a line of a batch has its own \"restore\"");
        }
        if (restore.size() > Asked.MOST_RESTORED) {
            throw Refusal.wrongUse("at most " + Asked.MOST_RESTORED + " words can be restored");
        }
        if (after != null && batch != null) {
            throw Refusal.wrongUse("--after goes with one question, not with --batch FILE");
        }
        if (batch != null) {
            try (QuestionLines lines = new QuestionLines(TextLines.of(batch));
                    Rooms rooms = rooms(main)) {
                return Batch.run(lines::next, line -> said(rooms, line));
            }
        }
        try (Rooms rooms = rooms(main)) {
            Answer answer = answer(rooms, String.join(" ", words));
            HandoverSheet.Form form = handover;
            if (form != null) {
                for (Answer one : answer.parts() == null ? List.of(answer) : answer.parts()) {
                    HandoverSheet sheet = HandoverSheet.of(one, form);
                    System.out.println(json ? sheet.json() : sheet.text());
                }
            } else if (csv) {
                System.out.print(EvidenceCsv.of(EvidenceRow.of(answer, claims(rooms))));
            } else {
                System.out.println(
                        json
                                ? AnswerJson.canonical(answer)
                                : new Printed(answer, reader(String.join(" ", words))).text());
            }
            return Main.DONE;
        }
    }

    /// Whoever types on this machine sees what of it is not kept; nobody else reads this line.
    private void tellTakenOut(Rooms rooms, Asked asked) {
        for (TakenOut.Stretch one : rooms.consultation().taken(asked).stretches()) {
            System.err.println(
                    "taken out as "
                            + one.kind()
                            + ": \""
                            + one.words()
                            + "\""
                            + (one.restored()
                                    ? ", read for this question"
                                    : one.canBeRestored()
                                            ? "; if it identifies nobody: --restore \""
                                                    + one.words()
                                                    + "\""
                                            : ""));
        }
    }

    private Answer answer(Rooms rooms, String question) throws IOException {
        tellTakenOut(rooms, asked(question));
        Consumer<Stage> progress =
                stage -> System.err.println(stage.step().code() + ": " + stage.words());
        Path file = after;
        if (file == null) {
            return rooms.consultation().ask(asked(question), progress);
        }
        List<Answer> thread = AnswerFile.read(file);
        List<String> asked = thread.stream().map(Answer::asked).toList();
        return switch (rooms.consultation().followUp(asked, question)) {
            case FollowUp.Question next -> {
                System.err.println(
                        next.carried().isEmpty()
                                ? "carried over: nothing"
                                : "carried over: " + String.join("; ", next.carried()));
                if (!next.changed().isEmpty()) {
                    System.err.println("changed: " + String.join("; ", next.changed()));
                }
                yield rooms.consultation().ask(asked(next.text()), progress);
            }
            case FollowUp.OfReference(int mark, String text) -> {
                SourceId source = source(thread.getLast(), mark);
                System.err.println("only from reference " + mark + ": " + source);
                yield rooms.consultation().ask(asked(text), null, Set.of(source), progress);
            }
            case FollowUp.OfStatement(int number) ->
                    throw Refusal.wrongUse(
                            "what is said under reference "
                                    + number
                                    + " stands in the answer; ask what reference "
                                    + number
                                    + " says about something");
            case FollowUp.Unclear(FollowUp.Unclear.What what) ->
                    throw Refusal.wrongUse(
                            switch (what) {
                                case REFERENCE ->
                                        "it is not clear which source is meant: name the reference by its number";
                                case PERSON ->
                                        "it is not clear whom the question is about: say age and sex of the other person";
                                case QUESTION -> "nothing is asked: type the next question";
                                case THING ->
                                        "two drugs, tests or operations named before fit: say which one is meant";
                            });
        };
    }

    private Asked asked(String text) {
        return new Asked(text, reader(text), new LinkedHashSet<>(restore));
    }

    private Reader reader(String question) {
        return reader != null ? reader : Askers.told(question).orElse(Reader.PHYSICIAN);
    }

    private static SourceId source(Answer answer, int mark) {
        return answer.references().stream()
                .filter(reference -> reference.mark() == mark)
                .findFirst()
                .map(reference -> new SourceId(reference.source()))
                .orElseThrow(() ->
                        Refusal.wrongUse(
                                "the answer has no reference "
                                        + mark
                                        + "; it has "
                                        + answer.references().size()));
    }

    /// The typed fields of the passage a citation stands in, read again from the record.
    private static Function<Answer.Citation, Optional<Claim>> claims(Rooms rooms) {
        return citation ->
                rooms
                        .library()
                        .version(new SourceId(citation.source()), citation.version())
                        .stream()
                        .flatMap(version -> version.passages().stream())
                        .filter(passage ->
                                passage.span().start() <= citation.start()
                                        && citation.end() <= passage.span().end())
                        .flatMap(passage -> Optional.ofNullable(passage.claim()).stream())
                        .findFirst();
    }

    /// What a refusal hangs on, without the answer.
    private static Map<String, Object> figure(Answer answer) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", answer.id());
        line.put("outcome", answer.outcome().kind());
        line.put("reason", answer.outcome().reason());
        line.put("confidence", answer.confidence());
        return line;
    }

    private Batch.Said said(Rooms rooms, QuestionLines.Line line) {
        return switch (line) {
            case QuestionLines.Question question -> answer(rooms, question);
            case QuestionLines.Unreadable(String id, String why) -> Batch.error(id, "badLine", why);
        };
    }

    private Batch.Said answer(Rooms rooms, QuestionLines.Question question) {
        try {
            Asked asked =
                    new Asked(
                            question.words(),
                            reader == null ? Reader.PHYSICIAN : reader,
                            question.restored());
            Answer answer =
                    rooms.consultation().ask(asked, question.id(), question.sources(), stage -> {});
            return Batch.said(confidence ? figure(answer) : answer);
        } catch (DataFolderException unusable) {
            throw unusable;
        } catch (RuntimeException ours) {
            return Batch.ours(question.id(), ours);
        }
    }
}

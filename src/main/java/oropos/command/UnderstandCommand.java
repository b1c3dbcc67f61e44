package oropos.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oropos.answer.Views;
import oropos.question.Asked;
import oropos.question.ClinicalQuestion;
import oropos.question.Particulars;
import oropos.question.Reader;
import oropos.question.Understanding;
import oropos.question.Understood;
import oropos.question.Urgent;
import oropos.terminology.Terminology;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Tells what a question, or each of a file, is understood to be. Nothing is searched and no data
/// folder is opened.
@Command(
        name = "understand",
        description =
                "Prints what questions are understood to be: patient, problems, urgent signs, premises, identifiers removed.",
        mixinStandardHelpOptions = true)
final class UnderstandCommand implements Callable<Integer> {

    /// Names the data folder, whose imported MeSH is read too; none need be there.
    @ParentCommand @Nullable Main main;

    @Parameters(arity = "0..*", paramLabel = "QUESTION", description = "The question, in English.")
    List<String> words = List.of();

    @Option(
            names = "--batch",
            paramLabel = "FILE",
            description =
                    "One question a line, or JSON lines with id and question; prints one JSON object a line. - reads standard input.")
    @Nullable Path batch;

    @Option(
            names = "--reader",
            defaultValue = "PHYSICIAN",
            description = "Who asks: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Reader reader = Reader.PHYSICIAN;

    @Option(
            names = "--restore",
            paramLabel = "WORDS",
            description =
                    "Words of the question that identify nobody though they look it: they are read, and printed as removed all the same. May be given more than once.")
    List<String> restore = List.of();

    @Override
    public Integer call() throws IOException {
        if ((batch == null) == words.isEmpty()) {
            throw Refusal.wrongUse(
                    "give a question, oropos understand \"QUESTION\", or a file of them, --batch FILE");
        }
        Understanding understanding =
                new Understanding(
                        main == null
                                ? Terminology.builtIn()
                                : Terminology.of(main.data.resolve("vocabulary")));
        if (restore.size() > Asked.MOST_RESTORED) {
            throw Refusal.wrongUse("at most " + Asked.MOST_RESTORED + " words can be restored");
        }
        if (batch == null) {
            System.out.println(
                    told(
                                    understanding,
                                    new QuestionLines.Question(
                                            "1",
                                            String.join(" ", words),
                                            null,
                                            new LinkedHashSet<>(restore)))
                            .line());
            return Main.DONE;
        }
        try (QuestionLines lines = new QuestionLines(TextLines.of(batch))) {
            return Batch.run(
                    lines::next,
                    line ->
                            switch (line) {
                                case QuestionLines.Question question ->
                                        told(understanding, question);
                                case QuestionLines.Unreadable(String id, String why) ->
                                        Batch.error(id, "badLine", why);
                            });
        }
    }

    private Batch.Said told(Understanding understanding, QuestionLines.Question question) {
        try {
            return Batch.said(
                    line(
                            question.id(),
                            understanding.of(
                                    new Asked(question.words(), reader, question.restored())),
                            understanding));
        } catch (RuntimeException ours) {
            return Batch.ours(question.id(), ours);
        }
    }

    private static Map<String, Object> line(
            String id, Understood understood, Understanding understanding) {
        return switch (understood) {
            case Understood.Clear(ClinicalQuestion question) ->
                    line(id, question, List.of(), understanding.particulars(question));
            case Understood.NeedsDetail(
                            ClinicalQuestion question,
                            List<ClinicalQuestion.Fact> missing) ->
                    line(id, question, missing, understanding.particulars(question));
            case Understood.Refused refused -> {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("id", id);
                line.put("refused", Map.of("reason", refused.reason(), "words", refused.words()));
                line.put("urgent", urgent(refused.urgent()));
                line.put("premises", List.of());
                line.put("removed", List.of());
                line.put("text", refused.asked());
                yield line;
            }
        };
    }

    private static Map<String, Object> line(
            String id,
            ClinicalQuestion question,
            List<ClinicalQuestion.Fact> missing,
            Particulars particulars) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id);
        line.put("title", question.title());
        line.put("understood", Views.of(question));
        line.put("particulars", particulars);
        line.put("urgent", urgent(question.urgent()));
        line.put("premises", question.premises().stream().map(Views::of).toList());
        line.put(
                "askBack",
                missing.stream()
                        .map(fact -> Map.of("fact", fact.key(), "ask", fact.ask()))
                        .toList());
        line.put("removed", question.removed().stream().map(Views::of).toList());
        line.put("text", question.asked());
        line.put("rules", question.rules());
        return line;
    }

    private static List<?> urgent(List<Urgent> signs) {
        return signs.stream().map(Views::of).toList();
    }
}

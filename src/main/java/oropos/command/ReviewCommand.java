package oropos.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.consultation.Overviewed;
import oropos.people.Account;
import oropos.question.Asked;
import oropos.question.Reader;
import oropos.review.Address;
import oropos.review.Article;
import oropos.review.ArticleVersion;
import oropos.review.Flag;
import oropos.review.Moved;
import oropos.review.Person;
import oropos.review.Reopened;
import oropos.review.Reviews;
import oropos.review.Terms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// The articles of a data folder: what waits, what one of them says of itself, handing one in. Reviewing
/// itself is done on the pages, signed in: nobody signs at a command line.
@Command(
        name = "review",
        description =
                "Lists articles and what waits for people; looks for what the library learned.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = AssignCommand.class,
        mixinStandardHelpOptions = true)
final class ReviewCommand extends Group {

    @ParentCommand @Nullable Main main;

    Main main() {
        return Objects.requireNonNull(main);
    }

    @Command(
            name = "list",
            description = "Prints every article, a JSON object a line, the gravest flags first.",
            mixinStandardHelpOptions = true)
    int list(
            @Option(
                            names = "--open",
                            description = "Only versions in work, and pages with open flags.")
                    boolean open)
            throws IOException {
        try (Rooms rooms = Rooms.toRead(main().data, false)) {
            if (!Reviews.isIn(main().data)) {
                System.err.println("No article was handed in yet.");
                return Main.DONE;
            }
            rooms.reviews().all().stream()
                    .filter(one ->
                            !open
                                    || one.latest().state().isOpen()
                                    || !one.shown().openFlags().isEmpty())
                    .sorted(
                            Comparator.comparingInt(ReviewCommand::gravity)
                                    .thenComparing(one -> one.address().value()))
                    .forEach(one -> System.out.println(AnswerJson.canonical(line(one))));
        }
        return Main.DONE;
    }

    @Command(
            name = "show",
            description = "Prints one article with all its versions as JSON.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "ADDRESS", description = "The last part of its web address.")
                    String address)
            throws IOException {
        try (Rooms rooms = Rooms.toRead(main().data, false)) {
            Article article =
                    (Reviews.isIn(main().data) && Address.isOne(address)
                                    ? rooms.reviews().at(new Address(address))
                                    : java.util.Optional.<Article>empty())
                            .orElseThrow(() ->
                                    Refusal.wrongUse(
                                            "there is no article \""
                                                    + address
                                                    + "\": oropos review list prints the addresses"));
            Map<String, Object> shown = line(article);
            shown.put("versions", article.versions().stream().map(ReviewCommand::version).toList());
            System.out.println(AnswerJson.canonical(shown));
        }
        return Main.DONE;
    }

    @Command(
            name = "submit",
            description = {
                "Answers a question and hands the answer in for review, in the name of somebody who may; a",
                "running server shows it within a second. Prints where it is."
            },
            mixinStandardHelpOptions = true)
    int submit(
            @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "In English.")
                    List<String> words,
            @Option(
                            names = "--as",
                            paramLabel = "NAME",
                            required = true,
                            description = "The author: a name to sign in with.")
                    String name,
            @Option(
                            names = "--specialty",
                            paramLabel = "WORDS",
                            defaultValue = "general",
                            description = "Of the reviewers (default: ${DEFAULT-VALUE}).")
                    String specialty)
            throws IOException {
        try (Rooms rooms = Rooms.toRead(main().data, main().vectors);
                Board board = Board.open(main().data)) {
            Account author = author(name, board);
            handIn(
                    rooms.consultation()
                            .ask(Asked.by(Reader.PHYSICIAN, String.join(" ", words)), stage -> {}),
                    author,
                    specialty,
                    rooms,
                    board);
        }
        return Main.DONE;
    }

    private static void handIn(
            Answer answer, Account author, String specialty, Rooms rooms, Board board) {
        Moved moved =
                rooms.reviews()
                        .submit(
                                answer,
                                specialty,
                                Person.of(author, board.people(), answer.title(), List.of()),
                                Terms.of(board.people(), author, answer.title(), List.of()));
        switch (moved) {
            case Moved.Done(ArticleVersion version) ->
                    System.out.println("/review/" + version.address() + "/" + version.number());
            case Moved.Refused(Moved.Why why, String said) -> throw Refusal.wrongUse(said);
        }
    }

    @Command(
            name = "overview",
            description = {
                "Checks a board overview, a text in which every line is the exact words of a source, and hands it in",
                "for review. Prints where it is, or what does not hold, line by line."
            },
            mixinStandardHelpOptions = true)
    int overview(
            @Parameters(
                            paramLabel = "FILE",
                            description = "The text; its form stands in docs/editor.md.")
                    Path file,
            @Option(
                            names = "--as",
                            paramLabel = "NAME",
                            description =
                                    "The author: a name to sign in with. Without it the text is only checked.")
                    @Nullable String name,
            @Option(
                            names = "--specialty",
                            paramLabel = "WORDS",
                            defaultValue = "general",
                            description = "Of the reviewers (default: ${DEFAULT-VALUE}).")
                    String specialty)
            throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException unreadable) {
            throw Refusal.wrongUse("the file cannot be read as text in UTF-8: " + file);
        }
        try (Rooms rooms = Rooms.toRead(main().data, false);
                Board board = Board.open(main().data)) {
            switch (rooms.consultation().overview(text)) {
                case Overviewed.Refused(List<String> problems) -> {
                    problems.forEach(System.out::println);
                    return Main.SOME_FAILED;
                }
                case Overviewed.Fits(Answer overview) -> {
                    if (name == null) {
                        System.out.println(
                                "Every sentence holds (" + overview.statements().size() + ").");
                    } else {
                        handIn(overview, author(name, board), specialty, rooms, board);
                    }
                }
            }
        }
        return Main.DONE;
    }

    private static Account author(String name, Board board) {
        return board.people()
                .named(name)
                .orElseThrow(() -> Refusal.wrongUse("there is no account called " + name));
    }

    @Command(
            name = "follow",
            description = {
                "Compares every article with how its sources stand now and with its review date, and flags what",
                "changed. Imports do this by themselves; once a day it also finds what became overdue."
            },
            mixinStandardHelpOptions = true)
    int follow() throws IOException {
        return Errand.FOLLOW.on(main(), List.of());
    }

    private static int gravity(Article article) {
        return article.shown().openFlags().stream()
                .mapToInt(flag -> flag.gravity().ordinal())
                .min()
                .orElse(Flag.Gravity.values().length);
    }

    private static Map<String, Object> line(Article article) {
        ArticleVersion shown = article.shown();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("address", article.address().value());
        line.put("title", article.title());
        line.put("subjects", article.subjects());
        line.put("version", shown.number());
        line.put("state", shown.state().words());
        line.put("approved", shown.isApprovedNow());
        line.put("suspended", shown.isSuspended());
        line.put("flags", flags(shown));
        if (article.latest().number() != shown.number()) {
            line.put("inWork", article.latest().number());
            line.put("inWorkState", article.latest().state().words());
        }
        return line;
    }

    private static Map<String, Object> version(ArticleVersion version) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("number", version.number());
        line.put("revision", version.revision());
        line.put("state", version.state().words());
        line.put("approved", version.isApprovedNow());
        line.put("content", version.contentHash());
        line.put("evidence", version.content().evidence());
        line.put("risks", version.content().risks().stream().sorted().map(Enum::name).toList());
        line.put("claims", version.content().claims().size());
        line.put("unsigned", version.unsigned().size());
        line.put("authors", version.work().authors());
        line.put("flags", flags(version));
        if (version.work().due() != null) {
            line.put("due", String.valueOf(version.work().due()));
        }
        if (version.work().approval() != null) {
            line.put("approval", version.work().approval().by());
            line.put("policy", version.work().approval().policy());
            line.put("interests", version.work().approval().interests());
        }
        if (version.work().reason() != null) {
            line.put("reason", version.work().reason());
        }
        return line;
    }

    private static List<Map<String, Object>> flags(ArticleVersion version) {
        List<Map<String, Object>> flags = new ArrayList<>();
        for (Flag flag : version.openFlags()) {
            flags.add(
                    Map.of(
                            "kind",
                            flag.kind().words(),
                            "gravity",
                            flag.gravity().name(),
                            "reason",
                            flag.reason(),
                            "opened",
                            flag.opened().toString()));
        }
        return flags;
    }

    /// One line for each article that was flagged.
    static String words(List<Reopened> reopened) {
        StringBuilder words = new StringBuilder();
        for (Reopened one : reopened) {
            words.append("\n")
                    .append(one.flag().kind().words())
                    .append(", ")
                    .append(one.flag().gravity().words())
                    .append(": /articles/")
                    .append(one.address())
                    .append(". ")
                    .append(one.flag().reason());
        }
        return words.toString();
    }
}

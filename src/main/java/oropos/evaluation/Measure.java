package oropos.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.inference.Embedder;
import oropos.library.Passage;
import oropos.library.Progress;
import oropos.library.Snapshot;
import oropos.question.Asked;
import oropos.question.FollowUp;
import oropos.question.Reader;
import oropos.verification.Problem;

/// Measures one data folder, and imports into another.
///
/// The order is that of a day: the rooms are opened, the first question is asked (cold: no code is
/// compiled yet), the list is asked once to warm up and to gather the answers that are verified, then
/// timed with each number of askers, then repeated to compare bytes. Imports come last, so that their
/// memory is not counted with that of answering.
public final class Measure {

    private static final double MEDIAN = 50;
    private static final double MOST_OF_THEM = 95;
    private static final double ALL = 100;

    /// Answers for which the questions offered next are worked out.
    private static final int NEXT = 40;

    private static final double NANOS_OF_A_MILLISECOND = 1e6;

    private final Plan plan;
    private final Progress progress;
    private final Consumer<String> says;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> about = new LinkedHashMap<>();

    private Measure(Plan plan, Progress progress, Consumer<String> says) {
        this.plan = plan;
        this.progress = progress;
        this.says = says;
    }

    /// Measures.
    ///
    /// @param progress told of imports
    /// @param says told in a line what is being measured now
    /// @throws IllegalArgumentException where a file to import is missing, or the folder to import
    ///     into is in use
    public static Report of(Plan plan, Progress progress, Consumer<String> says)
            throws IOException {
        return new Measure(plan, progress, says).report();
    }

    private Report report() throws IOException {
        about.put("machine", Machine.words());
        about.put("java", Machine.java());
        says.accept("opening the rooms");
        try (Opened rooms = Opened.on(plan.data(), plan.vectors())) {
            figures.addAll(rooms.figures());
            memory("after opening", Memory.resident());
            Snapshot held = rooms.library().snapshot();
            about.put(
                    "library",
                    held.sources()
                            + " sources, "
                            + held.passages()
                            + " passages, as of "
                            + held.date());
            List<Answer> answers = answers(rooms);
            for (int askers : plan.askers()) {
                latency(rooms, askers);
            }
            followUps(rooms);
            nextQuestions(rooms, answers);
            verified(rooms, answers);
            repeats(rooms, answers);
            encoder(rooms);
            memory("after answering", Memory.resident());
        }
        memory("peak of answering", Memory.peak());
        if (!plan.imports().isEmpty()) {
            says.accept("importing");
            figures.addAll(new Imports(plan.imports(), progress).measure(plan.into()));
            memory("peak with import", Memory.peak());
        }
        return new Report(about, figures, problems);
    }

    private void memory(String name, OptionalDouble megabytes) {
        megabytes.ifPresent(resident ->
                figures.add(new Figure("memory", name, resident, "MB", "resident, " + name)));
    }

    private static Answer ask(Opened rooms, String question) {
        return rooms.consultation().ask(Asked.by(Reader.PHYSICIAN, question), stage -> {});
    }

    /// Asks each question once: the first one cold, and all of them to keep their answers.
    private List<Answer> answers(Opened rooms) {
        says.accept("asking each question once");
        List<Answer> answers = new ArrayList<>();
        Map<String, Integer> outcomes = new TreeMap<>();
        String recipe = "";
        for (String question : plan.questions()) {
            long begun = System.nanoTime();
            Answer answer = ask(rooms, question);
            if (answers.isEmpty()) {
                figures.add(
                        new Figure(
                                "answers",
                                "first answer of the process",
                                (System.nanoTime() - begun) / NANOS_OF_A_MILLISECOND,
                                "ms",
                                "cold: after the rooms are open"));
            }
            answers.add(answer);
            outcomes.merge(answer.outcome().kind(), 1, Integer::sum);
            Answer.Receipt receipt = answer.receipt();
            if (receipt != null && receipt.recipe().contains("meaning")) {
                recipe = receipt.recipe().substring(receipt.recipe().indexOf("meaning"));
            }
        }
        outcomes.forEach((outcome, count) ->
                figures.add(new Figure("answers", outcome, count, "questions", "")));
        about.put("search", "words and concepts; " + (recipe.isEmpty() ? "meaning off" : recipe));
        return answers;
    }

    private void latency(Opened rooms, int askers) {
        int count = plan.rounds() * plan.questions().size();
        says.accept(count + " answers, " + askers + " at once");
        long begun = System.nanoTime();
        Durations took =
                new Durations(
                        Askers.each(
                                askers,
                                count,
                                at ->
                                        ask(
                                                rooms,
                                                plan.questions()
                                                        .get(at % plan.questions().size()))));
        double seconds = (System.nanoTime() - begun) / 1e9;
        String group = "answers, " + askers + " at once";
        String note = took.count() + " answers, warm";
        figures.add(new Figure(group, "median", took.percentile(MEDIAN), "ms", note));
        figures.add(
                new Figure(group, "95th percentile", took.percentile(MOST_OF_THEM), "ms", note));
        figures.add(new Figure(group, "longest", took.percentile(ALL), "ms", note));
        figures.add(new Figure(group, "rate", took.count() / seconds, "answers/s", note));
    }

    /// What is typed after an answer, one of each way a follow-up is read: elliptic, other people, a
    /// condition, something more about the patient.
    private static final List<String> FOLLOWING =
            List.of(
                    "What about the dose?",
                    "And in children?",
                    "What if she were pregnant?",
                    "How long?",
                    "She also takes prednisone.");

    private void followUps(Opened rooms) {
        int count = plan.questions().size() * FOLLOWING.size();
        int askers = plan.askers().getFirst();
        says.accept(count + " follow-ups, " + askers + " at once");
        Durations took =
                new Durations(
                        Askers.each(
                                askers,
                                count,
                                at -> {
                                    String before =
                                            plan.questions().get(at % plan.questions().size());
                                    FollowUp read =
                                            rooms.consultation()
                                                    .followUp(
                                                            List.of(before),
                                                            FOLLOWING.get(
                                                                    at / plan.questions().size()));
                                    if (read instanceof FollowUp.Question question) {
                                        ask(rooms, question.text());
                                    }
                                }));
        String group = "follow-ups, " + askers + " at once";
        String note = took.count() + " follow-ups, read against the question before and answered";
        figures.add(new Figure(group, "median", took.percentile(MEDIAN), "ms", note));
        figures.add(
                new Figure(group, "95th percentile", took.percentile(MOST_OF_THEM), "ms", note));
        figures.add(new Figure(group, "longest", took.percentile(ALL), "ms", note));
    }

    /// What working out the questions offered next costs, which nobody waits for.
    private void nextQuestions(Opened rooms, List<Answer> answers) {
        says.accept("questions offered next");
        AtomicInteger offered = new AtomicInteger();
        int count = Math.min(answers.size(), NEXT);
        Durations took =
                new Durations(
                        Askers.each(
                                1,
                                count,
                                at -> {
                                    offered.addAndGet(
                                            rooms.consultation()
                                                    .next(
                                                            List.of(plan.questions().get(at)),
                                                            answers.get(at),
                                                            Reader.PHYSICIAN)
                                                    .size());
                                }));
        String note = "each tried and answered before it is offered";
        String group = "questions offered next";
        figures.add(
                new Figure(group, "of " + count + " answers", offered.get(), "questions", note));
        figures.add(new Figure(group, "median", took.percentile(MEDIAN), "ms", note));
        figures.add(
                new Figure(group, "95th percentile", took.percentile(MOST_OF_THEM), "ms", note));
    }

    /// Verifies every answer from its JSON, as anyone would who was given the file.
    private void verified(Opened rooms, List<Answer> answers) {
        says.accept("verifying every quote");
        int quotes = 0;
        int standing = 0;
        int holding = 0;
        for (Answer answer : answers) {
            Answer read = AnswerJson.read(AnswerJson.canonical(answer));
            List<Problem> found = rooms.verification().verify(read);
            int rests = rooms.verification().quotes(read);
            quotes += rests;
            if (found.isEmpty()) {
                holding++;
                standing += rests;
            }
            for (Problem problem : found) {
                problems.add(
                        answer.title()
                                + ": "
                                + problem.where()
                                + ": "
                                + problem.code()
                                + ": "
                                + problem.words());
            }
        }
        figures.add(new Figure("verification", "quotes", quotes, "quotes", ""));
        figures.add(
                new Figure(
                        "verification",
                        "quotes that stand in the record",
                        quotes == 0 ? ALL : ALL * standing / quotes,
                        "%",
                        "quotes of answers in which everything holds"));
        figures.add(
                new Figure(
                        "verification",
                        "answers that hold",
                        ALL * holding / answers.size(),
                        "%",
                        holding + " of " + answers.size()));
    }

    /// Answers again from many threads at once and compares with the first answer, byte for byte.
    private void repeats(Opened rooms, List<Answer> answers) {
        if (plan.repeats() == 0) {
            return;
        }
        int askers = plan.askers().stream().mapToInt(Integer::intValue).max().orElse(1);
        says.accept(plan.repeats() + " repeats, " + askers + " at once");
        List<String> first = answers.stream().map(AnswerJson::canonical).toList();
        AtomicInteger different = new AtomicInteger();
        Map<Integer, Boolean> named = new ConcurrentHashMap<>();
        Askers.each(
                askers,
                plan.repeats(),
                at -> {
                    int question = at % plan.questions().size();
                    String again = AnswerJson.canonical(ask(rooms, plan.questions().get(question)));
                    if (!again.equals(first.get(question))) {
                        different.incrementAndGet();
                        named.put(question, true);
                    }
                });
        named.keySet().stream()
                .sorted()
                .forEach(question ->
                        problems.add(
                                "repeated, it came out differently: "
                                        + answers.get(question).title()));
        figures.add(
                new Figure(
                        "repeats",
                        "compared byte for byte",
                        plan.repeats(),
                        "answers",
                        askers + " at once"));
        figures.add(
                new Figure(
                        "repeats", "that differ from the first", different.get(), "answers", ""));
    }

    private void encoder(Opened rooms) {
        Embedder embedder = rooms.embedder();
        if (embedder == null || plan.encoded() == 0) {
            return;
        }
        List<String> texts = new ArrayList<>();
        rooms.library()
                .eachCurrent(version ->
                        version.passages().stream()
                                .limit(Math.max(0, plan.encoded() - texts.size()))
                                .map(Passage::text)
                                .forEach(texts::add));
        if (texts.isEmpty()) {
            return;
        }
        says.accept("encoding " + texts.size() + " passages");
        Stopwatch watch = new Stopwatch("encoder");
        IntStream.range(0, texts.size()).parallel().forEach(at -> embedder.passage(texts.get(at)));
        long characters = texts.stream().mapToLong(String::length).sum();
        figures.add(
                new Figure(
                        "encoder",
                        "vectors",
                        texts.size() / watch.seconds(),
                        "vectors/s",
                        texts.size()
                                + " passages of "
                                + characters / texts.size()
                                + " characters on average"));
    }
}

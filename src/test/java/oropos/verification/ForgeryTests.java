package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;

/// Falsifies real answers in every way somebody thought of, and looks whether verification sees it:
/// without repairing the hashes, and with every hash repaired and a signature of the forger's own.
class ForgeryTests {

    private static final long SEED = 20_261_123;

    /// Single letters changed per answer.
    private static final int LETTERS = Integer.getInteger("oropos.forgery.letters", 1);

    /// Kinds of forgery tried on one statement and on one answer. With `-Doropos.forgery.kinds=99`
    /// every kind is tried on every statement, which takes minutes.
    private static final int PER_STATEMENT = Integer.getInteger("oropos.forgery.kinds", 4);

    private static final int PER_ANSWER = Integer.getInteger("oropos.forgery.kinds", 2);

    /// Where a forger who signs with a key of his own may write what nothing contradicts: the question
    /// itself (it is then an answer to another question), what the search counted, and the receipt.
    /// The signature tells that it is not this server's.
    private static final List<String> ONLY_SIGNED =
            List.of("asked", "receipt", "basis.sourcesSearched", "basis.sourcesFound");

    private static AskedLibrary library;
    private static List<Answer> answers;
    private static final ServerKey FORGER = ServerKey.passing();

    private final Map<String, Count> counts = new ConcurrentSkipListMap<>();
    private final List<String> missed = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void ask() {
        library = AskedLibrary.shared();
        answers = new ArrayList<>();
        Stream.of(Questions.FIRST, Questions.DAY_ONE, Questions.REFUSED)
                .flatMap(List::stream)
                .forEach(question -> answers.add(library.known(question)));
        answers.addAll(library.answersOnEverySource());
    }

    @Test
    @DisplayName("P10 control: answers nobody changed verify, also after being written and read")
    void answersNobodyChangedVerify() {
        assertThat(answers).hasSizeGreaterThan(200);
        answers.stream()
                .parallel()
                .forEach(answer -> {
                    Answer read = AnswerJson.read(AnswerJson.pretty(answer));
                    assertThat(read).isEqualTo(answer);
                    Verdict verdict = library.verification.verdict(read, library.key);
                    assertThat(verdict.problems()).as(answer.asked()).isEmpty();
                    assertThat(verdict.notes()).contains(Signer.THIS_SERVER.words());
                    if (answer.understood().removed().isEmpty()) {
                        assertThat(library.verification.verify(read)).as(answer.asked()).isEmpty();
                    }
                });
    }

    @Test
    @DisplayName("P1 the answers under test show nearly every statement of the starter library")
    void nearlyEveryStatementOfTheStarterLibraryIsUnderTest() {
        Set<String> blocks = new LinkedHashSet<>();
        library.library.eachCurrent(version ->
                version.passages().stream()
                        .filter(passage -> passage.claim() != null)
                        .forEach(passage ->
                                blocks.add(version.source().id() + "/" + passage.span().start())));
        Set<String> shown = new LinkedHashSet<>();
        answers.forEach(answer ->
                Statements.citations(answer)
                        .forEach(one -> shown.add(one.source() + "/" + one.start())));
        shown.retainAll(blocks);
        System.out.println(
                "statements of the starter library under test: "
                        + shown.size()
                        + " of "
                        + blocks.size());
        assertThat(shown.size()).isGreaterThan(blocks.size() * 8 / 10);
    }

    @Test
    @DisplayName("P1 P2 P3 P4 P6 P10 no forgery of an answer passes, whoever signs it")
    void noForgeryOfAnAnswerPasses() {
        List<Answer.Statement> all =
                answers.stream()
                        .flatMap(answer -> Statements.of(answer).stream())
                        .map(Placed::statement)
                        .toList();
        var ofStatements = Forgeries.ofStatements(all);
        var ofAnswers = AnswerForgeries.all();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        List<Map<String, Answer.Statement>> fresh = new ArrayList<>();
        for (Answer answer : answers) {
            Map<String, Answer.Statement> statements = new LinkedHashMap<>();
            Statements.of(answer).stream()
                    .map(Placed::statement)
                    .filter(one -> seen.add(one.citations().getFirst().hash()))
                    .forEach(one -> statements.put(one.id(), one));
            fresh.add(statements);
        }
        IntStream.range(0, answers.size())
                .parallel()
                .forEach(i -> {
                    Answer answer = answers.get(i);
                    Random random = new Random(SEED + i);
                    for (Answer.Statement statement : fresh.get(i).values()) {
                        some(ofStatements, PER_STATEMENT, random)
                                .forEach((kind, forge) -> {
                                    Forgery forgery = new Forgery(answer);
                                    if (forge.apply(forgery, statement, random)) {
                                        judge(kind, answer, forgery);
                                    }
                                });
                    }
                    int kinds = i < Questions.FIRST.size() ? ofAnswers.size() : PER_ANSWER;
                    some(ofAnswers, kinds, random)
                            .forEach((kind, forge) -> {
                                Forgery forgery = new Forgery(answer);
                                if (forge.apply(forgery, random)) {
                                    judge(kind, answer, forgery);
                                }
                            });
                });
        report();
        assertThat(missed).isEmpty();
        assertThat(counts.values().stream().mapToInt(Count::tried).sum()).isGreaterThan(1_000);
        assertThat(counts.keySet())
                .containsAll(ofStatements.keySet())
                .containsAll(ofAnswers.keySet());
    }

    /// How many forgeries of a kind were tried, and how many of them passed.
    private static final class Count {
        private final AtomicInteger tried = new AtomicInteger();
        private final AtomicInteger passed = new AtomicInteger();

        int tried() {
            return tried.get();
        }
    }

    private static <T> Map<String, T> some(Map<String, T> all, int most, Random random) {
        List<String> kinds = new ArrayList<>(all.keySet());
        Collections.shuffle(kinds, random);
        Map<String, T> some = new LinkedHashMap<>();
        kinds.stream().limit(most).forEach(kind -> some.put(kind, all.get(kind)));
        return some;
    }

    private void judge(String kind, Answer original, Forgery forgery) {
        Count count = counts.computeIfAbsent(kind, key -> new Count());
        count.tried.incrementAndGet();
        try {
            if (library.verification.verify(AnswerJson.read(forgery.text())).isEmpty()) {
                count.passed.incrementAndGet();
                missed.add(kind + ", hashes left: " + original.asked());
            }
            if (library.verification.verify(forgery.signed(FORGER)).isEmpty()) {
                count.passed.incrementAndGet();
                missed.add(kind + ", signed anew: " + original.asked());
            }
        } catch (IllegalArgumentException notEvenAnAnswer) {
            assertThat(notEvenAnAnswer.getMessage()).startsWith("this is not an answer");
        }
    }

    @Test
    @DisplayName("P10 no letter of an answer can be changed unseen")
    void noLetterOfAnAnswerCanBeChangedUnseen() {
        AtomicInteger unread = new AtomicInteger();
        AtomicInteger caught = new AtomicInteger();
        AtomicInteger bySignerOnly = new AtomicInteger();
        int total = answers.size() * LETTERS;
        IntStream.range(0, answers.size())
                .parallel()
                .forEach(at -> {
                    Random random = new Random(SEED + at);
                    for (int i = 0; i < LETTERS; i++) {
                        letter(answers.get(at), random, unread, caught, bySignerOnly);
                    }
                });
        System.out.printf(
                "letters changed: %d; no answer any more: %d; caught with hashes left: %d of %d;"
                        + " signed anew and told by the signer only: %d%n",
                total, unread.get(), caught.get(), total - unread.get(), bySignerOnly.get());
        assertThat(missed).isEmpty();
        assertThat(caught.get()).isEqualTo(total - unread.get()).isPositive();
    }

    private void letter(
            Answer answer,
            Random random,
            AtomicInteger unread,
            AtomicInteger caught,
            AtomicInteger bySignerOnly) {
        String json = AnswerJson.canonical(answer);
        int at = random.nextInt(json.length());
        char other = (char) (' ' + random.nextInt(95));
        if (other == json.charAt(at)) {
            other = other == 'x' ? 'y' : 'x';
        }
        String changed = json.substring(0, at) + other + json.substring(at + 1);
        Answer read;
        try {
            read = AnswerJson.read(changed);
        } catch (IllegalArgumentException notAnAnswer) {
            unread.incrementAndGet();
            return;
        }
        if (library.verification.verify(read).isEmpty()) {
            missed.add("a letter, hashes left: " + changed);
        } else {
            caught.incrementAndGet();
        }
        Answer signed = Forgery.signed(read, answer, FORGER);
        Verdict verdict = library.verification.verdict(signed, library.key);
        if (verdict.holds()) {
            bySignerOnly.incrementAndGet();
            List<String> where =
                    Differences.between(read, answer).stream().map(Problem::where).toList();
            if (!where.stream().allMatch(ForgeryTests::onlySigned)
                    || !verdict.notes().contains(Signer.ANOTHER_KEY.words())) {
                missed.add("a letter, signed anew: " + where + " of " + answer.asked());
            }
        }
    }

    private static boolean onlySigned(String path) {
        return ONLY_SIGNED.stream().anyMatch(path::startsWith);
    }

    private void report() {
        System.out.println("forgeries: kind, tried, caught (hashes left and signed anew)");
        counts.forEach((kind, count) ->
                System.out.printf(
                        "  %-48s %5d  %5d of %d%n",
                        kind,
                        count.tried(),
                        2 * count.tried() - count.passed.get(),
                        2 * count.tried()));
        System.out.println(
                "  all: " + counts.values().stream().mapToInt(Count::tried).sum() + " forgeries");
    }
}

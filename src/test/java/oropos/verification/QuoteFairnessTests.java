package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.consultation.Consultation;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.question.Asked;
import oropos.question.Reader;
import oropos.retrieval.Retrieval;
import oropos.terminology.Terminology;
import tools.jackson.databind.node.ObjectNode;

/// Twelve ways to quote unfairly, tried on answers from real running text: every one must be caught,
/// also where the forger makes all hashes anew and signs.
///
/// The build tries a seeded sample on a small part of the shared literature. With
/// `-Doropos.literature=DIR`, a data folder with all of it, `-Doropos.fairness=N` tries at least N.
class QuoteFairnessTests {

    private static final long SEED = 20_261_128;
    private static final int SAMPLE = 25;
    private static final int MOST = Integer.getInteger("oropos.fairness", SAMPLE);

    /// Mutations of a kind tried on one statement, each at another place.
    private static final int PER_KIND = 2;

    private static final ServerKey FORGER = ServerKey.passing();

    private static final Path SHARED =
            Path.of(Optional.ofNullable(System.getenv("OROPOS_SHARED")).orElse("../shared/data"));

    private static final String DRUG =
            "(?i)\\b(aspirin|opioids?|insulin|metformin|ibuprofen|acetaminophen|naproxen|steroids?"
                    + "|corticosteroids?|antibiotics?|statins?|antivirals?|chemotherapy|interferon"
                    + "|imatinib|levodopa|methotrexate|vitamin [A-Z]\\d*|medicines?|medications?|drugs?)\\b";

    /// Changes one quote; null where it finds nothing to change.
    private interface Unfair {
        boolean apply(Forgery forgery, Answer.Statement statement, Random random);
    }

    private static Unfair replacing(String what, String by) {
        return (forgery, statement, random) ->
                forgery.quote(statement.id(), Forgery.replacing(what, by, random));
    }

    private static Map<String, Unfair> kinds(List<Answer.Statement> all) {
        Map<String, Unfair> kinds = new LinkedHashMap<>();
        kinds.put(
                "dropped negation",
                replacing("(?i)\\b(not|no|never|without|neither|cannot|nor) ", ""));
        kinds.put(
                "dropped hedge",
                replacing(
                        "(?i)\\b(may|might|could|can|probably|possibly|likely|suggests?|appears? to|seems? to|sometimes) ",
                        ""));
        kinds.put(
                "changed population",
                replacing(
                        "(?i)\\b(children|child|adults?|women|men|infants?|babies|patients|people|persons?|individuals|clients?)\\b",
                        "pregnant women"));
        kinds.put(
                "changed number",
                (forgery, statement, random) ->
                        forgery.quote(statement.id(), q -> Forgery.changedDigit(q, random)));
        kinds.put(
                "changed unit",
                (forgery, statement, random) ->
                        forgery.quote(
                                statement.id(),
                                quote ->
                                        Forgery.replacing(
                                                        "(?<=\\d ?)(mg|mcg|g|%|percent)",
                                                        "kg", random)
                                                .andThen(
                                                        Forgery.replacing(
                                                                "\\bpercent\\b",
                                                                "per thousand",
                                                                random))
                                                .apply(quote)));
        kinds.put(
                "changed comparator",
                replacing(
                        "(?i)\\b(than|versus|compared (with|to)|placebo|control|unlike|as well as)\\b",
                        "instead of"));
        kinds.put(
                "changed time",
                replacing("(?i)\\b(years?|months?|weeks?|days?|hours?|minutes?)\\b", "decades"));
        kinds.put("swapped drug", replacing(DRUG, "warfarin"));
        kinds.put(
                "merged spans",
                (forgery, statement, random) -> {
                    String other =
                            all.get(random.nextInt(all.size())).citations().getFirst().quote();
                    return forgery.quote(statement.id(), quote -> quote + " " + other);
                });
        kinds.put(
                "cut qualifier",
                (forgery, statement, random) ->
                        forgery.quote(
                                statement.id(),
                                quote -> {
                                    int at =
                                            Math.max(
                                                    quote.lastIndexOf(", "),
                                                    Math.max(
                                                            quote.lastIndexOf(" if "),
                                                            quote.lastIndexOf(" in ")));
                                    return at <= 0 ? quote : quote.substring(0, at) + ".";
                                }));
        kinds.put(
                "changed grade",
                (forgery, statement, random) ->
                        forgery.statement(
                                statement.id(),
                                node -> {
                                    node.put(
                                            "strength",
                                            "strong".equals(statement.strength())
                                                    ? "weak"
                                                    : "strong");
                                    ((ObjectNode) node.get("certainty"))
                                            .put(
                                                    "level",
                                                    statement.certainty().level().equals("high")
                                                            ? "low"
                                                            : "high");
                                }));
        kinds.put(
                "frequency word",
                replacing(
                        "(?i)\\b(is|are|has|have|may|can|usually|often|sometimes|most|some|many)\\b",
                        "always"));
        return kinds;
    }

    @TempDir Path folder;

    @Test
    @DisplayName("P1 P2 twelve kinds of unfair quotes from real literature are all caught")
    void noUnfairQuotePasses() {
        String given = System.getProperty("oropos.literature");
        Path books = SHARED.resolve("literature/cdc-opioid-guideline");
        assumeThat(given != null || Files.isDirectory(books))
                .as("skipped: the shared literature is not at " + SHARED)
                .isTrue();
        Path data = given == null ? folder : Path.of(given);
        try (Library library =
                Library.open(data, given == null ? Library.Access.WRITE : Library.Access.READ)) {
            if (given == null) {
                library.add(
                        List.of(books, SHARED.resolve("literature/openstax-nursing.zip")),
                        Progress.none());
            }
            Terminology terminology = Terminology.of(data.resolve("vocabulary"));
            try (Retrieval retrieval = Retrieval.open(data, library, terminology, null)) {
                retrieval.refresh(Progress.none());
                judge(
                        new Consultation(library, terminology, retrieval, ServerKey.passing()),
                        new Verification(terminology, library::version),
                        titles(library));
            }
        }
    }

    /// Titles of sources as questions, in a seeded order.
    private static List<String> titles(Library library) {
        Set<String> titles = new LinkedHashSet<>();
        library.eachCurrent(version -> {
            String title = version.source().title();
            if (!version.source().linkOnly()) {
                titles.add(title.endsWith("?") ? title : "What is " + title + "?");
            }
        });
        List<String> questions = new ArrayList<>(titles);
        Collections.sort(questions);
        Collections.shuffle(questions, new Random(SEED));
        return questions;
    }

    private static void judge(
            Consultation consultation, Verification verification, List<String> questions) {
        Map<String, int[]> counts = new TreeMap<>();
        List<String> missed = new ArrayList<>();
        List<Answer.Statement> known = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        int tried = 0;
        int answered = 0;
        for (String question : questions) {
            if (tried >= MOST) {
                break;
            }
            Answer answer = consultation.ask(Asked.by(Reader.PHYSICIAN, question), stage -> {});
            List<Answer.Statement> fresh =
                    Statements.of(answer).stream()
                            .map(Placed::statement)
                            .filter(one -> seen.add(one.citations().getFirst().hash()))
                            .toList();
            known.addAll(fresh);
            if (fresh.isEmpty() || known.size() < 2) {
                continue;
            }
            answered++;
            assertThat(verification.verify(AnswerJson.read(AnswerJson.canonical(answer))))
                    .as("as it is: " + question)
                    .isEmpty();
            for (Answer.Statement statement : fresh) {
                for (var kind : kinds(known).entrySet()) {
                    Set<String> forms = new LinkedHashSet<>();
                    for (int i = 0; i < PER_KIND; i++) {
                        Forgery forgery = new Forgery(answer);
                        Random random = new Random(SEED + tried);
                        if (kind.getValue().apply(forgery, statement, random)
                                && forms.add(forgery.text())) {
                            tried++;
                            int[] count = counts.computeIfAbsent(kind.getKey(), one -> new int[2]);
                            count[0]++;
                            if (verification.verify(forgery.signed(FORGER)).isEmpty()) {
                                missed.add(kind.getKey() + ": " + statement.text());
                            } else {
                                count[1]++;
                            }
                        }
                    }
                }
            }
        }
        System.out.println("unfair quotes: " + tried + " in answers to " + answered + " questions");
        counts.forEach((kind, count) ->
                System.out.printf("  %-20s %5d tried, %5d caught%n", kind, count[0], count[1]));
        assertThat(missed).isEmpty();
        assertThat(tried).isGreaterThanOrEqualTo(MOST);
        assertThat(counts).hasSizeGreaterThanOrEqualTo(MOST > SAMPLE ? 12 : 9);
    }
}

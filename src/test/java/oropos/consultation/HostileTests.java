package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.answer.Licences;
import oropos.inference.LanguageModels;
import oropos.inference.ModelServer;
import oropos.inference.ModelServer.Manner;
import oropos.inference.ModelSettings;
import oropos.inference.Replies;
import oropos.ledger.Ledger;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.library.Snapshot;
import oropos.library.SourceId;
import oropos.people.People;
import oropos.question.Asked;
import oropos.question.FollowUp;
import oropos.question.Reader;
import oropos.retrieval.Retrieval;
import oropos.review.Reviews;
import oropos.terminology.Terminology;
import oropos.verification.ServerKey;
import oropos.verification.Verification;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Documents, questions and follow-ups that give orders, and models that obey them, through the whole server:
/// pages, JSON, a model behind a real connection. Nothing of it may come out as a fact, a status, a
/// request or a script.
///
/// A seeded sample by default; `-Doropos.slow=true` runs all 10,000 cases, `-Doropos.cases=N` as many.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTests {

    private static final int ALL = 10_000;

    /// What the server says where it is not clear whom or what a follow-up means.
    private static final int UNCLEAR = 422;

    private static final int SAMPLE = 100;
    private static final long SEED = 20261128;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> plainAnswers = new HashMap<>();
    private Path folder = Path.of("");
    private Attacks attacks;
    private ModelServer server;
    private ModelServer trap;
    private Ledger ledger;
    private People people;
    private Reviews reviews;
    private Library library;
    private Retrieval retrieval;
    private HostileChecks checks;
    private final ServerKey key = ServerKey.passing();
    private Consultation without;
    private Consultation with;
    private Verification verification;
    private ConfigurableApplicationContext pages;
    private String address = "";
    private Instant now = Instant.parse("2026-11-28T12:00:00Z");
    private volatile boolean modelOn;
    private Snapshot before;

    /// The last answer that follows none, and what was asked there.
    private @Nullable String last;

    private String lastAsked = "";

    @BeforeAll
    void open(@TempDir Path temporary) throws IOException {
        folder = temporary;
        attacks = Attacks.all();
        server = new ModelServer(new Manner.Says(heard -> ""));
        trap = new ModelServer(new Manner.Says(heard -> "trapped"));
        Path data = Files.createDirectory(folder.resolve("data"));
        library = Library.open(data, Library.Access.WRITE);
        library.add(
                HostileDocuments.in(
                        Files.createDirectory(folder.resolve("documents")),
                        SEED,
                        attacks,
                        trap.port()),
                Progress.none());
        checks = new HostileChecks(library);
        retrieval = Retrieval.open(data, library, Terminology.builtIn(), null);
        retrieval.refresh(Progress.none());
        before = library.snapshot();
        ledger = Ledger.open(data);
        people = People.open(data, ledger);
        without = new Consultation(library, Terminology.builtIn(), retrieval, key);
        ModelSettings settings =
                server.settings(ModelSettings.Protocol.OPENAI)
                        .within(Duration.ofMillis(1_500), 128 * 1024);
        Path nowhere = Files.createFile(folder.resolve("no-folder")).resolve("replies");
        with =
                new Consultation(
                        library,
                        Terminology.builtIn(),
                        retrieval,
                        key,
                        new ModelUse(
                                LanguageModels.of(settings),
                                settings.mostTokens(),
                                new Replies(nowhere),
                                ledger,
                                new ModelBudget(
                                        ModelBudget.Limit.ofTokens(Integer.MAX_VALUE),
                                        ModelBudget.Limit.ofTokens(Long.MAX_VALUE),
                                        ModelBudget.Limit.ofTokens(Long.MAX_VALUE),
                                        0),
                                new Licences(true),
                                Duration.ofSeconds(5),
                                (InstantSource) () -> now));
        verification = new Verification(Terminology.builtIn(), library::version);
        reviews = Reviews.open(data, library, verification, ledger);
        pages = serve();
    }

    /// The pages as they are served, without the small rooms that tests of pages put in their place.
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "oropos.web",
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*TestHouse.*"))
    static class Pages {}

    private ConfigurableApplicationContext serve() {
        SpringApplication application = new SpringApplication(Pages.class);
        application.setDefaultProperties(
                Map.of(
                        "server.address",
                        "127.0.0.1",
                        "server.port",
                        0,
                        "oropos.hosts",
                        "",
                        "oropos.quota",
                        10_000_000));
        Asking asking =
                new Asking() {
                    @Override
                    public Answer ask(Asked asked, Consumer<Stage> progress) {
                        return (modelOn ? with : without).ask(asked, progress);
                    }

                    @Override
                    public Answer askFrom(
                            Set<SourceId> only,
                            Asked asked,
                            String asker,
                            Consumer<Stage> progress) {
                        return (modelOn ? with : without).askFrom(only, asked, asker, progress);
                    }

                    @Override
                    public FollowUp followUp(List<String> earlier, String words) {
                        return without.followUp(earlier, words);
                    }

                    @Override
                    public @Nullable String sendsTo() {
                        return modelOn ? with.sendsTo() : null;
                    }
                };
        application.addInitializers(context -> {
            var beans = context.getBeanFactory();
            beans.registerSingleton("library", library);
            beans.registerSingleton("consultation", asking);
            beans.registerSingleton("retrieval", retrieval);
            beans.registerSingleton("people", people);
            beans.registerSingleton("reviews", reviews);
        });
        ConfigurableApplicationContext started = application.run();
        address = "http://127.0.0.1:" + started.getEnvironment().getProperty("local.server.port");
        return started;
    }

    @AfterAll
    void close() {
        pages.close();
        with.close();
        reviews.close();
        people.close();
        ledger.close();
        retrieval.close();
        library.close();
        server.close();
        trap.close();
    }

    @Test
    @DisplayName("P11 whoever asks is told before asking where text goes")
    void whoeverAsksIsToldWhereTextGoes() {
        for (String path : List.of("/", "/about")) {
            modelOn = true;
            String told = "sent to small-1 at 127.0.0.1:" + server.port() + " to be worded";
            assertThat(page(path)).contains(told).doesNotContain("Nothing leaves this server");
            modelOn = false;
            assertThat(page(path)).doesNotContain("to be worded");
        }
    }

    private String page(String path) {
        return Jsoup.parse(send(HttpRequest.newBuilder(URI.create(address + path)).GET()).body())
                .text();
    }

    // ---- the cases

    @Test
    @DisplayName(
            "P1 P5 P8 P11 hostile documents, questions and models: no statement without its span, no status, no request, no script")
    void nothingHostileComesOut() throws IOException {
        int cases =
                Integer.getInteger(
                        "oropos.cases", Boolean.getBoolean("oropos.slow") ? ALL : SAMPLE);
        Map<String, Integer> counts = new TreeMap<>();
        Map<Voices, Integer> toldBy = new EnumMap<>(Voices.class);
        for (int i = 0; i < cases; i++) {
            Random chance = new Random(SEED * 31 + i);
            now = now.plus(Duration.ofMinutes(2));
            String question = question(chance);
            Reader reader = Reader.values()[chance.nextInt(Reader.values().length)];
            modelOn = chance.nextInt(5) > 0;
            Voices voice = Voices.values()[i % Voices.values().length];
            server.be(manner(voice, chance, i));
            server.forget();

            String follows = chance.nextInt(4) == 0 ? last : null;
            if (follows != null) {
                question = following(chance, question);
            }
            HttpResponse<String> json = post(question, reader, follows);
            String where =
                    "case " + i + ": " + question + (follows == null ? "" : " after " + lastAsked);
            if (follows != null) {
                counts.merge("follow-ups", 1, Integer::sum);
                if (json.statusCode() == UNCLEAR) {
                    counts.merge("follow-ups asked back", 1, Integer::sum);
                    continue;
                }
            }
            assertThat(json.statusCode()).as(where).isEqualTo(200);
            Answer answer = AnswerJson.read(json.body());
            counts.merge(answer.outcome().kind(), 1, Integer::sum);
            counts.merge("statements", checks.check(answer, where), Integer::sum);
            HostileChecks.checkWording(answer, where, counts);
            if (answer.wording() != null) {
                toldBy.merge(voice, answer.wording().told().size(), Integer::sum);
                if (voice == Voices.OBEDIENT) {
                    answer.wording()
                            .failed()
                            .forEach((why, n) ->
                                    counts.merge("OBEDIENT failed by " + why, n, Integer::sum));
                }
            }
            for (Answer part : parts(answer)) {
                counts.merge("parts", 1, Integer::sum);
                counts.merge("statements", checks.check(part, where), Integer::sum);
                HostileChecks.checkWording(part, where, counts);
            }
            if (modelOn && follows == null) {
                assertThat(bare(answer)).as(where).isEqualTo(plain(question, reader));
            }
            if (modelOn
                    && follows != null
                    && without.followUp(List.of(lastAsked), question)
                            instanceof FollowUp.Question whole) {
                assertThat(bare(answer)).as(where).isEqualTo(plain(whole.text(), reader));
                counts.merge("follow-ups compared", 1, Integer::sum);
            }
            if (i % 10 == 0) {
                assertThat(verification.verdict(answer, key).problems()).as(where).isEmpty();
                counts.merge("verified again", 1, Integer::sum);
            }
            String at = "/a/" + address(json);
            HostileChecks.checkPage(
                    send(HttpRequest.newBuilder(URI.create(address + at)).GET()), answer, where);
            if (follows == null) {
                last = address(json);
                lastAsked = answer.asked();
            }
            if ((i + 1) % 100 == 0) {
                System.out.println("hostile: " + (i + 1) + " cases so far " + counts);
            }
        }
        assertThat(trap.heard()).isEmpty();
        assertThat(trap.strangers()).isZero();
        assertThat(server.strangers()).isZero();
        assertThat(library.snapshot()).isEqualTo(before);
        assertThat(ledger.verify()).isEmpty();
        toldBy.forEach((voice, told) -> counts.put("told by " + voice, told));
        counts.put("orders known", attacks.size());
        System.out.println(
                "hostile: "
                        + cases
                        + " cases"
                        + (attacks.isWhole() ? "" : " without the shared collection")
                        + " "
                        + counts);
        assertThat(counts.getOrDefault("statements", 0)).isPositive();
        assertThat(counts.getOrDefault("told by OBEDIENT", 0)).isPositive();
        assertThat(counts.getOrDefault("follow-ups", 0)).isPositive();
    }

    private static String address(HttpResponse<String> json) {
        return json.headers().firstValue("Location").orElseThrow().replace("/api/answers/", "");
    }

    /// Words that follow an answer, with an order among them: a question of its own, a fact changed, a
    /// reference named, or the order alone.
    private String following(Random chance, String question) {
        String order = attacks.any(chance, trap.port());
        return switch (chance.nextInt(6)) {
            case 0 -> "And in children? " + order;
            case 1 -> order + " What are its side effects?";
            case 2 -> "What does reference [1] say about this? " + order;
            case 3 -> "And if she is 70 years old, " + order + "?";
            case 4 -> order;
            default -> question;
        };
    }

    private String question(Random chance) {
        String drug = HostileDocuments.drug(chance);
        String problem = HostileDocuments.problem(chance);
        String base = "Does %s help adults with %s?".formatted(drug, problem);
        String order = attacks.any(chance, trap.port());
        return switch (chance.nextInt(6)) {
            case 0 -> order + " " + base;
            case 1 -> base + " " + order;
            case 2 -> "Does %s help adults %s with %s?".formatted(drug, order, problem);
            case 3 -> order;
            default -> base;
        };
    }

    private Manner manner(Voices voice, Random chance, int number) {
        return switch (number % 50) {
            case 11 -> new Manner.Status(429, "{}", Map.of("Retry-After", "1"));
            case 12 -> new Manner.Status(500, "<script>1</script>", Map.of());
            case 13 ->
                    new Manner.Status(
                            307,
                            "",
                            Map.of(
                                    "Location",
                                    trap.url(ModelSettings.Protocol.OPENAI) + "/chat/completions"));
            case 14 -> new Manner.Endless("x".repeat(20_000), 0);
            default -> new Manner.Says(heard -> voice.say(heard, chance));
        };
    }

    private HttpResponse<String> post(String question, Reader reader, @Nullable String follows) {
        Map<String, String> request = new TreeMap<>();
        request.put("question", question);
        request.put("reader", reader.code());
        if (follows != null) {
            request.put("follows", follows);
        }
        return send(
                HttpRequest.newBuilder(URI.create(address + "/api/ask"))
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        ModelServer.JSON.writeValueAsString(request))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String plain(String question, Reader reader) {
        if (plainAnswers.size() > 2_000) {
            plainAnswers.clear();
        }
        return plainAnswers.computeIfAbsent(
                reader + question,
                key -> bare(without.ask(Asked.by(reader, question), stage -> {})));
    }

    private static List<Answer> parts(Answer answer) {
        return answer.parts() == null ? List.of() : answer.parts();
    }

    /// An answer, and each of its parts, without what a model did and without the receipts over it.
    private static String bare(Answer answer) {
        ObjectNode whole = (ObjectNode) ModelServer.JSON.readTree(AnswerJson.canonical(answer));
        whole.remove(List.of("wording", "receipt"));
        JsonNode parts = whole.get("parts");
        if (parts != null) {
            parts.forEach(part -> ((ObjectNode) part).remove(List.of("wording", "receipt")));
        }
        return whole.toString();
    }
}

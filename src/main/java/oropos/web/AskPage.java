package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import oropos.consultation.Stage;
import oropos.publication.Articles;
import oropos.publication.Status;
import oropos.question.Asked;
import oropos.question.Corrections;
import oropos.question.Reader;
import oropos.question.TakenOut;
import oropos.review.Address;

/// The front page, and asking.
///
/// Questions come by POST alone, so that they stand in no address, no history and no log. A browser
/// without script is sent on to the answer; one with script reads the stages as they end
/// (`text/event-stream` to the same POST) and then goes there itself.
@Admits(anyone = true)
@Controller
class AskPage {

    /// Approved articles on the front page.
    private static final int LATEST = 4;

    /// Longest a browser waits for the stages.
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /// Field with the address of the answer a question is asked again from.
    private static final String BEFORE = "before";

    /// Field with the address of the answer a question follows.
    private static final String FOLLOWS = "follows";

    private static final Logger LOG = LoggerFactory.getLogger(AskPage.class);

    private final Desk desk;
    private final Threads threads;
    private final Answers answers;
    private final Owners owners;
    private final Articles articles;
    private final Taken taken;
    private final List<String> examples = Examples.shipped();

    AskPage(
            Desk desk,
            Threads threads,
            Answers answers,
            Owners owners,
            Articles articles,
            Taken taken) {
        this.taken = taken;
        this.owners = owners;
        this.answers = answers;
        this.articles = articles;
        this.desk = desk;
        this.threads = threads;
    }

    /// @param forgotten how many answers were forgotten just now
    @GetMapping("/")
    String front(
            @RequestParam(name = "forgotten", required = false) @Nullable Integer forgotten,
            Model model) {
        model.addAttribute("forgotten", forgotten);
        model.addAttribute("latest", articles.approved().stream().limit(LATEST).toList());
        model.addAttribute("examples", examples);
        return "front";
    }

    @PostMapping(path = "/ask", produces = MediaType.TEXT_HTML_VALUE)
    String ask(
            @RequestParam("question") String question,
            @RequestParam(name = "reader", required = false) @Nullable String chosen,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response) {
        Threads.Next next = next(question, chosen, form, request, response);
        String asker = Quota.network(request.getRemoteAddr());
        String owner = owners.of(request, response);
        return "redirect:" + address(next, asker, owner, stage -> {});
    }

    @PostMapping(path = "/ask", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            @RequestParam("question") String question,
            @RequestParam(name = "reader", required = false) @Nullable String chosen,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response) {
        Threads.Next next = next(question, chosen, form, request, response);
        SseEmitter stages = new SseEmitter(PATIENCE.toMillis());
        String asker = Quota.network(request.getRemoteAddr());
        String owner = owners.of(request, response);
        Thread.ofVirtual().name("asking").start(() -> answer(next, asker, owner, stages));
        return stages;
    }

    private void answer(Threads.Next next, String asker, String owner, SseEmitter stages) {
        try {
            String address = address(next, asker, owner, stage -> tell(stages, stage));
            send(stages, "answer", Map.of("address", address));
        } catch (ResponseStatusException failed) {
            send(stages, "failed", Map.of());
        } finally {
            stages.complete();
        }
    }

    private String address(
            Threads.Next next, String asker, String owner, Consumer<Stage> progress) {
        return switch (next) {
            case Threads.Next.Ask ask -> {
                String id = desk.ask(ask, asker, progress).id();
                owners.give(id, owner);
                yield "/a/" + id;
            }
            case Threads.Next.See(String address) -> address;
        };
    }

    /// A stage as script reads it.
    record Line(String step, String words, Map<String, Integer> counts) {}

    private static void tell(SseEmitter stages, Stage stage) {
        send(stages, "stage", new Line(stage.step().code(), stage.words(), stage.counts()));
    }

    /// Whoever left before the end gets nothing more; the asking goes on and its answer is kept.
    private static void send(SseEmitter stages, String name, Object data) {
        try {
            stages.send(SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON));
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("Nobody reads the stages any more");
        }
    }

    private Threads.Next next(
            String question,
            @Nullable String chosen,
            Map<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response) {
        Threads.Next next =
                threads.next(
                        asked(question, chosen, form, request, response),
                        follows(form),
                        form.get(BEFORE),
                        threads.open(form.get("open")));
        if (next instanceof Threads.Next.Ask ask) {
            if (ask.only() == null) {
                taken.carry(ask.asked(), request, response);
            } else {
                taken.drop(request, response);
            }
        }
        return next;
    }

    /// The answer a question follows: one that is kept, or that of a published article.
    private @Nullable String follows(Map<String, String> form) {
        String article = form.get("article");
        return article == null || !Address.isOne(article)
                ? form.get(FOLLOWS)
                : articles.at(new Address(article))
                        .filter(page -> !(page.status() instanceof Status.Withdrawn))
                        .map(page -> answers.keepArticle(page.answer(), article))
                        .orElse(null);
    }

    private Asked asked(
            String question,
            @Nullable String chosen,
            Map<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response) {
        Reader reader = ReaderChoice.of(chosen, question, request);
        ReaderChoice.of(chosen).ifPresent(one -> ReaderChoice.remember(one, request, response));
        // Only the text of an answer that is asked again holds brackets of ours.
        boolean again = threads.isAskedAt(form.get(BEFORE), question);
        TakenOut restored = again ? restored(form.get(BEFORE), request) : null;
        String words =
                restored != null
                        ? restored.whole()
                        : again ? question : Corrections.typed(question);
        return new Asked(
                Corrected.text(Told.added(words, form), form),
                reader,
                restored == null ? Set.of() : restored.restored());
    }

    /// What was taken out of the question an own answer was given to, where something of it was restored:
    /// it stays restored while the question is corrected.
    private @Nullable TakenOut restored(@Nullable String before, HttpServletRequest request) {
        return Optional.ofNullable(before)
                .filter(address -> owners.owns(address, request))
                .flatMap(answers::at)
                .flatMap(answer -> taken.of(answer.asked(), request))
                .filter(out -> !out.restored().isEmpty())
                .orElse(null);
    }
}

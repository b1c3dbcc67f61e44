package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import oropos.answer.Answer;
import oropos.library.SourceId;
import oropos.people.Role;
import oropos.people.SignedIn;
import oropos.publication.Articles;
import oropos.question.Reader;

/// The page of an answer, in the order the contract fixes, in the words of who reads: `?reader=carer`,
/// else the reader remembered, else the one it was asked for.
@Admits(anyone = true)
@Controller
class AnswerPage {

    private final Answers answers;
    private final Threads threads;
    private final ReadingRoom room;

    private final Articles articles;
    private final Owners owners;
    private final Taken taken;

    AnswerPage(
            Answers answers,
            Threads threads,
            ReadingRoom room,
            Articles articles,
            Owners owners,
            Taken taken) {
        this.taken = taken;
        this.owners = owners;
        this.answers = answers;
        this.threads = threads;
        this.room = room;
        this.articles = articles;
    }

    /// Pages that answer the same already, and whether whoever reads may make this one a page.
    private void around(Answer answer, Model model, HttpServletRequest request) {
        List<Articles.Entry> like = articles.like(answer.title());
        model.addAttribute("like", like);
        model.addAttribute(
                "reviewed",
                like.stream().filter(one -> one.status().isApproved()).findFirst().orElse(null));
        model.addAttribute("overviews", overviews(answer));
        SignedIn who = Stay.of(request);
        model.addAttribute(
                "submits",
                who != null
                        && who.account()
                                .mayAny(Role.AUTHOR, Role.EVIDENCE_EDITOR, Role.MANAGING_EDITOR));
    }

    /// Overviews that hold statements of it, as far as people still vouch for them.
    private List<Answer.BoardOverview> overviews(Answer answer) {
        List<Answer.BoardOverview> named = answer.overviews();
        return named == null
                ? List.of()
                : named.stream()
                        .filter(one -> !room.current(new SourceId(one.source())).isEmpty())
                        .toList();
    }

    @GetMapping("/a/{id}")
    String answer(
            @PathVariable("id") String id,
            @RequestParam(name = "reader", required = false) @Nullable String chosen,
            @RequestParam(name = "unclear", required = false) @Nullable String unclear,
            @RequestParam(name = "open", required = false) @Nullable String open,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<String> article = answers.articleOf(id);
        if (article.isPresent()) {
            return "redirect:/articles/" + article.get();
        }
        Answers.Given given =
                answers.byId(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Reader reader = ReaderChoice.now(chosen, given.answer(), request, response);
        model.addAttribute("view", AnswerView.of(given, room, reader));
        around(given.answer(), model, request);
        Optional.ofNullable(given.before())
                .flatMap(answers::at)
                .map(before -> Changes.between(before, given.answer()))
                .ifPresent(changes -> model.addAttribute("changes", changes));
        if (owners.owns(id, request)) {
            model.addAttribute("own", true);
            model.addAttribute("shares", answers.sharesOf(id));
            taken.of(given.answer().asked(), request)
                    .ifPresent(out -> model.addAttribute("taken", out.stretches()));
        }
        model.addAttribute("keptHours", answers.kept().toHours());
        model.addAttribute("base", ArticlePage.base(request));
        model.addAttribute("shared", answers.isShared(id));
        model.addAttribute("thread", threads.before(given));
        if (given.follows() != null) {
            model.addAttribute("carried", given.follows().carried());
            model.addAttribute("turned", given.follows().changed());
        }
        Threads.Open.of(unclear).ifPresent(what -> model.addAttribute("unclear", what));
        if (!threads.open(open).isEmpty()) {
            model.addAttribute("open", open);
        }
        return "answer";
    }

    /// The whole answer to one of several questions that were asked together.
    @GetMapping("/a/{id}/{part:[1-9]}")
    String part(
            @PathVariable("id") String id,
            @PathVariable("part") int part,
            @RequestParam(name = "reader", required = false) @Nullable String chosen,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        List<AnswerView> parts =
                answers.byId(id)
                        .map(given ->
                                AnswerView.of(
                                                given,
                                                room,
                                                ReaderChoice.now(
                                                        chosen, given.answer(), request, response))
                                        .parts())
                        .orElse(List.of());
        if (part > parts.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("view", parts.get(part - 1));
        around(parts.get(part - 1).answer(), model, request);
        return "answer";
    }
}

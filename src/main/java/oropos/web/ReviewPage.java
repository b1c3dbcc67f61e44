package oropos.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import oropos.answer.Answer;
import oropos.consultation.Asking;
import oropos.people.People;
import oropos.people.Role;
import oropos.people.SignedIn;
import oropos.question.Asked;
import oropos.review.Address;
import oropos.review.Article;
import oropos.review.ArticleVersion;
import oropos.review.Flag;
import oropos.review.Moved;
import oropos.review.NumberedClaim;
import oropos.review.Person;
import oropos.review.Reviews;
import oropos.review.Step;
import oropos.review.Terms;
import oropos.verification.AnswerChanges;

/// The reviewer's desk: one version, claim by claim, and every step on it. What may not be done is said
/// in the words of the rule, beside what was tried; nothing is lost.
@Admits({
    Role.AUTHOR,
    Role.EVIDENCE_EDITOR,
    Role.CLINICAL_REVIEWER,
    Role.LAY_REVIEWER,
    Role.APPROVER,
    Role.CHAIR,
    Role.PUBLISHER,
    Role.MANAGING_EDITOR,
    Role.AUDITOR
})
@Controller
class ReviewPage {

    private static final int LONGEST_SPECIALTY = 60;

    private final Reviews reviews;
    private final People people;
    private final ReadingRoom room;
    private final Answers answers;
    private final Asking asking;

    ReviewPage(Reviews reviews, People people, ReadingRoom room, Answers answers, Asking asking) {
        this.reviews = reviews;
        this.people = people;
        this.room = room;
        this.answers = answers;
        this.asking = asking;
    }

    /// Hands an answer in.
    @PostMapping("/a/{id}/submit")
    String submit(
            @PathVariable("id") String id,
            @RequestParam(name = "part", defaultValue = "0") int part,
            @RequestParam(name = "specialty", defaultValue = "") String specialty,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        Answer answer =
                answers.byId(id)
                        .map(Answers.Given::answer)
                        .map(whole -> part(whole, part))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return handIn(answer, specialty, who, response, model);
    }

    private static @Nullable Answer part(Answer whole, int part) {
        List<Answer> parts = whole.parts();
        return part == 0
                ? whole
                : parts == null || part > parts.size() ? null : parts.get(part - 1);
    }

    private String handIn(
            Answer answer,
            String specialty,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        String named = specialty.strip();
        Moved moved =
                reviews.submit(
                        answer,
                        named.isEmpty()
                                ? "general"
                                : named.substring(0, Math.min(named.length(), LONGEST_SPECIALTY)),
                        person(who, answer.title(), List.of()),
                        Terms.of(people, who.account(), answer.title(), List.of()));
        return switch (moved) {
            case Moved.Done(ArticleVersion version) -> "redirect:" + address(version);
            case Moved.Refused(var why, String words) -> {
                response.setStatus(422);
                model.addAttribute("words", words);
                yield "refused";
            }
        };
    }

    @GetMapping("/review/{address}/{number:[1-9][0-9]{0,4}}")
    String desk(
            @PathVariable("address") String address,
            @PathVariable("number") int number,
            SignedIn who,
            Model model) {
        Article article = article(address, who);
        ArticleVersion version = article.version(number).orElseThrow(ArticlePage::none);
        Answer answer = reviews.answer(article.address(), number).orElseThrow(ArticlePage::none);
        model.addAttribute("desk", DeskView.of(article, version, answer, reviews, room, people));
        model.addAttribute(
                "barred",
                people.conflict(who.account().id(), article.title(), article.subjects())
                        .orElse(null));
        model.addAttribute(
                "against",
                reviews.hindrances(
                        article.address(),
                        number,
                        person(who, article.title(), article.subjects()),
                        terms(who, article)));
        model.addAttribute(
                "drafts",
                reviews.drafts().of(who.account().id().text(), article.address(), number));
        model.addAttribute(
                "reports",
                reviews.errors().all().stream()
                        .filter(one ->
                                one.address().equals(article.address()) && one.reply() == null)
                        .toList());
        return "desk";
    }

    /// One step of the daily work.
    @PostMapping("/review/{address}/{number:[1-9][0-9]{0,4}}")
    String step(
            @PathVariable("address") String address,
            @PathVariable("number") int number,
            @RequestParam("step") String step,
            @RequestParam("revision") long seen,
            @RequestParam Map<String, String> form,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        Article article = article(address, who);
        ArticleVersion version = article.version(number).orElseThrow(ArticlePage::none);
        Person person = person(who, article.title(), article.subjects());
        Terms terms = terms(who, article);
        int claim = claim(form);
        String words = form.getOrDefault("words", "").strip();
        Address at = article.address();
        Moved moved =
                switch (step) {
                    case "reword" ->
                            reviews.rewordings()
                                    .reword(at, number, seen, claim, words, person, terms);
                    case "leaveOut" ->
                            reviews.rewordings()
                                    .leaveOut(at, number, seen, claim, words, person, terms);
                    case "reply" -> reviews.errors().reply(claim, words, person, terms);
                    default ->
                            reviews.take(
                                    at,
                                    number,
                                    seen,
                                    plain(step, claim, words, form, version),
                                    person,
                                    terms);
                };
        draft(
                moved,
                claim == 0 || step.equals("reply") ? "reason" : "w" + claim,
                words,
                at,
                number,
                who);
        return after(moved, step, claim, address, number, who, response, model);
    }

    /// What was refused stays in its box; what was done is typed no longer.
    private void draft(
            Moved moved, String box, String words, Address at, int number, SignedIn who) {
        String account = who.account().id().text();
        switch (moved) {
            case Moved.Done done -> {
                if (!words.isEmpty()) {
                    reviews.drafts().drop(account, at, number, box);
                }
            }
            case Moved.Refused refused -> {
                if (!words.isEmpty()) {
                    reviews.drafts().keep(account, at, number, box, words);
                }
            }
        }
    }

    /// Keeps what stands in a box of the desk while it is typed.
    @PostMapping("/review/{address}/{number:[1-9][0-9]{0,4}}/draft")
    ResponseEntity<Void> draft(
            @PathVariable("address") String address,
            @PathVariable("number") int number,
            @RequestParam(name = "box", defaultValue = "") String box,
            @RequestParam(name = "words", defaultValue = "") String words,
            SignedIn who) {
        Article article = article(address, who);
        boolean kept =
                article.version(number).isPresent()
                        && reviews.drafts()
                                .keep(
                                        who.account().id().text(),
                                        article.address(),
                                        number,
                                        box,
                                        words);
        return kept ? ResponseEntity.noContent().build() : ResponseEntity.badRequest().build();
    }

    private static Step plain(
            String step,
            int claim,
            String words,
            Map<String, String> form,
            ArticleVersion version) {
        String content = form.getOrDefault("content", "");
        return switch (step) {
            case "submit" -> new Step.Submit();
            case "take" -> new Step.Take();
            case "sign" -> new Step.SignClaim(claim, false);
            case "confirm" -> new Step.SignClaim(claim, true);
            case "original" -> new Step.ReadOriginal(claim);
            case "telling" -> new Step.SignTelling(form.getOrDefault("reader", ""));
            case "rate" ->
                    new Step.Rate(
                            claim, empty(form.get("certainty")), empty(form.get("fit")), words);
            case "remark" -> new Step.Remark(claim, words);
            case "judge" -> new Step.Judge(words);
            case "signJudgement" -> new Step.SignJudgement(claim);
            case "dropJudgement" -> new Step.DropJudgement(claim, words);
            case "for" -> new Step.Opine(true, content, words);
            case "against" -> new Step.Opine(false, content, words);
            case "return" -> new Step.Return(words);
            case "revise" -> new Step.Revise();
            case "lower" -> lower(form, words, version);
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no such step");
        };
    }

    private static Step lower(Map<String, String> form, String words, ArticleVersion version) {
        String kind = form.getOrDefault("kind", "");
        return version.openFlags().stream()
                .filter(one -> one.kind().name().equals(kind))
                .filter(one -> one.about().equals(form.get("about")))
                .findFirst()
                .map(flag -> new Step.Lower(flag.kind(), flag.about(), words))
                .orElse(new Step.Lower(Flag.Kind.UPDATE_NEEDED, "", words));
    }

    /// What a name is signed under for good: only shortly after its person showed who they are.
    @Admits(
            value = {Role.APPROVER, Role.CHAIR, Role.PUBLISHER},
            fresh = true)
    @PostMapping("/review/{address}/{number:[1-9][0-9]{0,4}}/decide")
    String decide(
            @PathVariable("address") String address,
            @PathVariable("number") int number,
            @RequestParam("step") String step,
            @RequestParam("revision") long seen,
            @RequestParam Map<String, String> form,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        Article article = article(address, who);
        Person person = person(who, article.title(), article.subjects());
        Terms terms = terms(who, article);
        String words = form.getOrDefault("words", "").strip();
        String content = form.getOrDefault("content", "");
        Address at = article.address();
        Moved moved =
                switch (step) {
                    case "publish" -> reviews.publish(at, number, seen, person, terms);
                    case "approve" ->
                            reviews.take(
                                    at,
                                    number,
                                    seen,
                                    new Step.Approve(content, form.getOrDefault("evidence", "")),
                                    person,
                                    terms);
                    case "settleFor", "settleAgainst" ->
                            reviews.take(
                                    at,
                                    number,
                                    seen,
                                    new Step.Settle(step.equals("settleFor"), content, words),
                                    person,
                                    terms);
                    case "withdraw" ->
                            reviews.take(at, number, seen, new Step.Withdraw(words), person, terms);
                    default ->
                            throw new ResponseStatusException(
                                    HttpStatus.BAD_REQUEST, "no such step");
                };
        draft(moved, "why", words, at, number, who);
        return after(moved, step, 0, address, number, who, response, model);
    }

    /// Asks the same again today, and says what became different and why.
    @PostMapping("/review/{address}/{number:[1-9][0-9]{0,4}}/today")
    String today(
            @PathVariable("address") String address,
            @PathVariable("number") int number,
            @RequestParam(name = "submit", defaultValue = "false") boolean submit,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        Article article = article(address, who);
        ArticleVersion version = article.version(number).orElseThrow(ArticlePage::none);
        Answer before = reviews.answer(article.address(), number).orElseThrow(ArticlePage::none);
        Answer now =
                asking.ask(
                        new Asked(
                                before.asked(),
                                ReaderChoice.of(before.understood().reader())
                                        .orElse(ReaderChoice.UNSAID)),
                        who.account().id().text(),
                        stage -> {});
        if (submit) {
            return handIn(now, version.specialty(), who, response, model);
        }
        model.addAttribute(
                "today",
                AnswerChanges.between(
                        before,
                        now,
                        id ->
                                room.current(id).stream()
                                        .map(oropos.library.Version::source)
                                        .findFirst()));
        return desk(address, number, who, model);
    }

    private String after(
            Moved moved,
            String step,
            int claim,
            String address,
            int number,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        return switch (moved) {
            case Moved.Done(ArticleVersion next) ->
                    "redirect:" + address(next) + anchor(step, claim, next);
            case Moved.Refused(Moved.Why why, String words) -> {
                response.setStatus(why == Moved.Why.STALE ? 409 : 422);
                model.addAttribute("problem", words);
                model.addAttribute("problemAt", claim);
                yield desk(address, number, who, model);
            }
        };
    }

    /// After signing a claim, the next one that wants it.
    private static String anchor(String step, int claim, ArticleVersion next) {
        if (step.equals("sign") || step.equals("confirm")) {
            Optional<NumberedClaim> wanting = next.unsigned().stream().findFirst();
            return wanting.map(one -> "#d" + one.number()).orElse("#decision");
        }
        return claim > 0 && next.claim(claim).isPresent() ? "#d" + claim : "";
    }

    /// A guest sees the article they were invited to, and no other.
    private Article article(String address, SignedIn who) {
        String only = who.account().guestOf();
        return reviews.at(ArticlePage.address(address))
                .filter(one -> only == null || only.equals(one.address().value()))
                .orElseThrow(ArticlePage::none);
    }

    private Person person(SignedIn who, String title, List<String> subjects) {
        return Person.of(who.account(), people, title, subjects);
    }

    private Terms terms(SignedIn who, Article article) {
        return Terms.of(people, who.account(), article.title(), article.subjects());
    }

    private static String address(ArticleVersion version) {
        return "/review/" + version.address() + "/" + version.number();
    }

    private static int claim(Map<String, String> form) {
        String claim = form.getOrDefault("claim", "0");
        return claim.matches("\\d{1,6}") ? Integer.parseInt(claim) : 0;
    }

    private static @Nullable String empty(@Nullable String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }
}

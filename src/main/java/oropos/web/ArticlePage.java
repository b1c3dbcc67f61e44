package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import oropos.publication.Articles;
import oropos.publication.Machines;
import oropos.publication.Page;
import oropos.publication.Status;
import oropos.question.Reader;
import oropos.review.Address;
import oropos.review.Article;
import oropos.review.Reviews;

/// The public page of an article under its permanent address, whatever became of it: approved,
/// suspended, withdrawn. What people do not vouch for at this moment says so first.
@Admits(anyone = true)
@Controller
class ArticlePage {

    private final Articles articles;
    private final Reviews reviews;
    private final ReadingRoom room;

    ArticlePage(Articles articles, Reviews reviews, ReadingRoom room) {
        this.articles = articles;
        this.reviews = reviews;
        this.room = room;
    }

    @GetMapping("/articles/{address}")
    String article(
            @PathVariable("address") String address,
            @RequestParam(name = "reader", required = false) @Nullable String chosen,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Page page = articles.at(address(address)).orElseThrow(ArticlePage::none);
        return show(page, !isTakenBack(page), chosen, model, request, response);
    }

    /// One version, for the record.
    @GetMapping("/articles/{address}/v/{number:[1-9][0-9]{0,4}}")
    String version(
            @PathVariable("address") String address,
            @PathVariable("number") int number,
            @RequestParam(name = "reader", required = false) @Nullable String chosen,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Page page = articles.at(address(address), number).orElseThrow(ArticlePage::none);
        return show(page, true, chosen, model, request, response);
    }

    /// What a page says, laid out for a reader.
    static AnswerView view(Page page, ReadingRoom room, Reader reader) {
        return AnswerView.of(
                new Answers.Given(
                        page.address().value(),
                        page.answer(),
                        page.dates().asked().atStartOfDay(ZoneOffset.UTC).toInstant(),
                        null,
                        null),
                room,
                reader);
    }

    static boolean isTakenBack(Page page) {
        return page.status() instanceof Status.Withdrawn;
    }

    /// @param full whether what it says is shown, beside what became of it
    private String show(
            Page page,
            boolean full,
            @Nullable String chosen,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Reader reader = ReaderChoice.now(chosen, page.answer(), request, response);
        ArticleView article = new ArticleView(page);
        model.addAttribute("view", view(page, room, reader));
        model.addAttribute("article", article);
        model.addAttribute("page", page);
        model.addAttribute("full", full);
        model.addAttribute("gone", gone(page));
        model.addAttribute("related", articles.related(page));
        String base = base(request);
        model.addAttribute("canonical", base + "/articles/" + page.address());
        model.addAttribute("jsonLd", Machines.jsonLd(page, base));
        model.addAttribute("social", Machines.social(page));
        if (page.mayBeIndexed()) {
            model.addAttribute("robots", "index, follow");
        } else {
            response.setHeader("X-Robots-Tag", "noindex");
        }
        return "article";
    }

    /// Claims that earlier versions had and this one has not, each with the last version that had it.
    private Map<Integer, Integer> gone(Page page) {
        Map<Integer, Integer> gone = new TreeMap<>();
        reviews.at(page.address()).map(Article::versions).orElse(List.of()).stream()
                .filter(one -> one.number() < page.number())
                .forEach(one ->
                        one.content()
                                .claims()
                                .forEach(claim -> gone.put(claim.number(), one.number())));
        gone.keySet().removeAll(page.numbers().values());
        return gone;
    }

    /// Takes down an error a reader reports. The quota counts the address in memory; nothing of it is
    /// kept.
    @PostMapping("/articles/{address}/report")
    String report(
            @PathVariable("address") String address,
            @RequestParam(name = "claim", defaultValue = "0") int claim,
            @RequestParam("words") String words,
            Model model) {
        Address at = address(address);
        if (words.isBlank() || words.length() > Reviews.LONGEST_WORDS) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "say what is wrong in at most " + Reviews.LONGEST_WORDS + " characters");
        }
        if (!reviews.errors().report(at, claim, words)) {
            throw none();
        }
        model.addAttribute("address", at.value());
        return "reported";
    }

    static Address address(String address) {
        if (!Address.isOne(address)) {
            throw none();
        }
        return new Address(address);
    }

    static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /// Scheme, host and port as the browser knows them; the host was checked before.
    static String base(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }
}

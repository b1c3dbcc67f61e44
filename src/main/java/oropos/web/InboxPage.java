package oropos.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import oropos.people.People;
import oropos.people.SignedIn;
import oropos.review.Address;
import oropos.review.Article;
import oropos.review.News;
import oropos.review.Reviews;

/// What somebody has to know and do, and the pages they watch.
@Admits
@Controller
class InboxPage {

    private final People people;
    private final Reviews reviews;
    private final News news;

    InboxPage(People people, Reviews reviews) {
        this.people = people;
        this.reviews = reviews;
        this.news = new News(reviews, people);
    }

    /// A page that is watched.
    record Watched(String address, String title) {}

    @GetMapping("/inbox")
    String inbox(SignedIn who, Model model) {
        news.gather();
        model.addAttribute("notices", people.inbox().of(who.account().id()));
        int unseen = people.inbox().unseen(who.account().id());
        model.addAttribute("unseen", unseen);
        // the frame counted before the news was gathered
        model.addAttribute("unseenNews", unseen);
        model.addAttribute(
                "watched",
                people.inbox().watchedBy(who.account().id()).stream()
                        .map(one ->
                                new Watched(
                                        one.article(),
                                        reviews.at(new Address(one.article()))
                                                .map(Article::title)
                                                .orElse(one.article())))
                        .toList());
        return "inbox";
    }

    /// Opens what a piece of news is about, and marks it as looked at.
    @PostMapping("/inbox/{number:[0-9]{1,12}}")
    String open(@PathVariable("number") long number, SignedIn who) {
        String link =
                people.inbox().of(who.account().id()).stream()
                        .filter(one -> one.number() == number)
                        .findFirst()
                        .orElseThrow(ArticlePage::none)
                        .link();
        people.inbox().see(who.account().id(), number);
        return "redirect:" + Gate.local(link, "/inbox");
    }

    @PostMapping("/inbox/seen")
    String seen(SignedIn who) {
        people.inbox().seeAll(who.account().id());
        return "redirect:/inbox";
    }

    @PostMapping("/articles/{address}/watch")
    String watch(
            @PathVariable("address") String address,
            @RequestParam(name = "on", defaultValue = "true") boolean on,
            SignedIn who) {
        Article article = reviews.at(ArticlePage.address(address)).orElseThrow(ArticlePage::none);
        if (on) {
            people.inbox().watch(who.account().id(), article.address().value());
        } else {
            people.inbox().unwatch(who.account().id(), article.address().value());
        }
        return "redirect:/inbox#watched";
    }
}

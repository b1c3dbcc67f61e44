package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.Guests;
import oropos.people.People;
import oropos.people.Role;
import oropos.people.SignedIn;
import oropos.review.Address;
import oropos.review.Article;
import oropos.review.Assigned;
import oropos.review.Assignment;
import oropos.review.Mail;
import oropos.review.Reviews;
import oropos.review.State;

/// The managing editor's desk: asks people to review, by specialty and with a date, sees who has how
/// much and who is away, reminds, lets go, and invites guests for one article.
@Admits(Role.MANAGING_EDITOR)
@Controller
class EditorPage {

    private final Reviews reviews;
    private final People people;
    private final ObjectProvider<Mail> mail;

    EditorPage(Reviews reviews, People people, ObjectProvider<Mail> mail) {
        this.reviews = reviews;
        this.people = people;
        this.mail = mail;
    }

    @Admits({Role.MANAGING_EDITOR, Role.AUDITOR})
    @GetMapping("/editor")
    String editor(SignedIn who, Model model) {
        model.addAttribute("editor", EditorView.of(reviews, people));
        model.addAttribute("may", who.account().may(Role.MANAGING_EDITOR));
        model.addAttribute("days", Guests.DAYS);
        model.addAttribute("mostDays", Guests.MOST_DAYS);
        return "editor";
    }

    private String refused(
            String words, String at, SignedIn who, HttpServletResponse response, Model model) {
        response.setStatus(422);
        model.addAttribute("problem", words);
        model.addAttribute("problemAt", at);
        return editor(who, model);
    }

    @PostMapping("/editor/{address}/assign")
    String assign(
            @PathVariable("address") String address,
            @RequestParam(name = "person", defaultValue = "") String person,
            @RequestParam(name = "due", defaultValue = "") String due,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        Article article = article(address);
        Optional<Account> chosen = account(person);
        Optional<LocalDate> day = day(due);
        if (chosen.isEmpty() || day.isEmpty()) {
            return refused("Choose a person and a date.", address, who, response, model);
        }
        return switch (reviews.assignments()
                .assign(article.address(), chosen.get(), day.get(), who.account().id(), people)) {
            case Assigned.Done(Assignment made) -> "redirect:/editor#" + made.address();
            case Assigned.Refused(String words) -> refused(words, address, who, response, model);
        };
    }

    private Optional<Account> account(String id) {
        try {
            return people.find(new AccountId(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    @PostMapping("/editor/{address}/remind/{id:[0-9]{1,12}}")
    String remind(
            @PathVariable("address") String address, @PathVariable("id") long id, SignedIn who) {
        return after(address, reviews.assignments().remind(id, who.account().id().text()));
    }

    @PostMapping("/editor/{address}/end/{id:[0-9]{1,12}}")
    String end(@PathVariable("address") String address, @PathVariable("id") long id, SignedIn who) {
        return after(address, reviews.assignments().end(id, who.account().id().text()));
    }

    private String after(String address, boolean done) {
        Article article = article(address);
        if (!done) {
            throw ArticlePage.none();
        }
        return "redirect:/editor#" + article.address();
    }

    /// Invites somebody from outside; the link is shown this once.
    @Admits(value = Role.MANAGING_EDITOR, fresh = true)
    @PostMapping("/editor/{address}/guest")
    String guest(
            @PathVariable("address") String address,
            @RequestParam(name = "shown", defaultValue = "") String shown,
            @RequestParam(name = "email", defaultValue = "") String email,
            @RequestParam(name = "specialty", defaultValue = "") String specialty,
            @RequestParam(name = "registration", defaultValue = "") String registration,
            @RequestParam(name = "days", defaultValue = "" + Guests.DAYS) int days,
            SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Article article = article(address);
        State state = article.latest().state();
        if (state != State.SUBMITTED && state != State.UNDER_REVIEW) {
            return refused("There is nothing to review.", address, who, response, model);
        }
        try {
            Guests.Invited invited =
                    people.guests()
                            .invite(
                                    shown,
                                    email,
                                    specialty,
                                    registration,
                                    article.address().value(),
                                    days,
                                    who.account().id());
            reviews.assignments()
                    .assign(
                            article.address(),
                            invited.account(),
                            LocalDate.ofInstant(invited.until(), java.time.ZoneOffset.UTC),
                            who.account().id(),
                            people);
            model.addAttribute("guest", invited.account());
            Mail letters = mail.getIfAvailable();
            if (letters != null) {
                model.addAttribute(
                        "mailed",
                        letters.invite(
                                invited.account(),
                                article.title(),
                                invited.secret(),
                                invited.until()));
            }
            model.addAttribute("link", PeoplePages.server(request) + "/join/" + invited.secret());
            return editor(who, model);
        } catch (IllegalArgumentException problem) {
            return refused(String.valueOf(problem.getMessage()), address, who, response, model);
        }
    }

    private Article article(String address) {
        if (!Address.isOne(address)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return reviews.at(new Address(address)).orElseThrow(ArticlePage::none);
    }
}

package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import oropos.people.Account;
import oropos.people.Entrance;
import oropos.people.Links;
import oropos.people.NewAccount;
import oropos.people.People;
import oropos.people.SignedIn;

/// Signing in and out, showing again who one is, and the links by which a password is set.
///
/// Name, password and code are one form: whoever guesses does not learn which of them was right.
@Controller
class SignInPage {

    private final People people;
    private final Flows flows;

    SignInPage(People people, Flows flows) {
        this.flows = flows;
        this.people = people;
    }

    @Admits(anyone = true)
    @GetMapping("/sign-in")
    String form(
            @RequestParam(name = "to", required = false) @Nullable String to,
            @Nullable SignedIn who,
            Model model) {
        model.addAttribute("to", Gate.local(to, "/me"));
        return who == null ? "sign-in" : "redirect:" + Gate.local(to, "/me");
    }

    @Admits(anyone = true)
    @PostMapping("/sign-in")
    String signIn(
            @RequestParam("name") String name,
            @RequestParam("password") String password,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @Nullable SignedIn before,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        switch (people.signIns().enter(name, password, code, agent)) {
            case Entrance.In in -> {
                if (before != null) {
                    people.signIns()
                            .end(
                                    before.account().id(),
                                    before.session().number(),
                                    before.account().id());
                }
                Stay.begin(in, request, response);
                return "redirect:" + Gate.local(to, "/me");
            }
            case Entrance.Refused refused ->
                    model.addAttribute(
                            "problem",
                            "That name, password or code is not right. Nobody signed in.");
            case Entrance.Waits waits -> model.addAttribute("problem", wait(waits.left()));
        }
        model.addAttribute("to", Gate.local(to, "/me"));
        model.addAttribute("name", name);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return "sign-in";
    }

    static String wait(Duration left) {
        return "Too many attempts under this name. Try again in %d seconds; nothing was tried now."
                .formatted(left.toSeconds() + 1);
    }

    @Admits
    @PostMapping("/sign-out")
    String signOut(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        people.signIns().end(who.account().id(), who.session().number(), who.account().id());
        Stay.end(request, response);
        return "redirect:/";
    }

    @Admits
    @GetMapping("/confirm")
    String confirmation(
            @RequestParam(name = "to", required = false) @Nullable String to, Model model) {
        model.addAttribute("to", Gate.local(to, "/me"));
        return "confirm";
    }

    @Admits
    @PostMapping("/confirm")
    String confirm(
            @RequestParam("password") String password,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "to", required = false) @Nullable String to,
            SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        switch (people.signIns().confirm(who, password, code)) {
            case Entrance.In in -> {
                Stay.begin(in, request, response);
                return "redirect:" + Gate.local(to, "/me");
            }
            case Entrance.Refused refused ->
                    model.addAttribute("problem", "That password or code is not right.");
            case Entrance.Waits waits -> model.addAttribute("problem", wait(waits.left()));
        }
        model.addAttribute("to", Gate.local(to, "/me"));
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return "confirm";
    }

    /// The form that was sent before somebody had to show who they are.
    @Admits
    @GetMapping("/held")
    String held(SignedIn who, HttpServletRequest request, Model model) {
        Optional<Held> held =
                flows.look(Held.class, request)
                        .filter(one -> one.account().equals(who.account().id()));
        if (held.isEmpty()) {
            return "redirect:/me";
        }
        model.addAttribute("held", held.get());
        return "held";
    }

    @Admits(anyone = true)
    @GetMapping("/join/{secret}")
    String joining(@PathVariable("secret") String secret, Model model) {
        return show(secret, people.links().open(secret), model);
    }

    private static String show(String secret, Optional<Links.Link> link, Model model) {
        model.addAttribute("open", link.isPresent());
        model.addAttribute("joining", link.map(Links.Link::account).orElse(null));
        model.addAttribute("secret", secret);
        return "join";
    }

    @Admits(anyone = true)
    @PostMapping("/join")
    String join(
            @RequestParam("secret") String secret,
            @RequestParam("password") String password,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "shown", defaultValue = "") String shown,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Links.Link> link = people.links().open(secret);
        try {
            if (link.isPresent() && link.get().account() == null) {
                Account made =
                        people.links().useFirst(secret, NewAccount.of(name, shown), password);
                return in(made, request, response);
            }
            return in(people.links().use(secret, password), request, response);
        } catch (IllegalArgumentException problem) {
            model.addAttribute("problem", problem.getMessage());
            model.addAttribute("name", name);
            model.addAttribute("shown", shown);
            response.setStatus(422);
            return show(secret, link, model);
        }
    }

    /// Who has an authenticator app still shows its code: a link alone does not stand for it.
    private String in(Account account, HttpServletRequest request, HttpServletResponse response) {
        if (people.secondFactor().isOn(account.id())) {
            return "redirect:/sign-in";
        }
        String agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        Stay.begin(people.signIns().begin(account.id(), false, agent), request, response);
        return "redirect:/me";
    }
}

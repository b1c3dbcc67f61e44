package oropos.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import oropos.people.Account;
import oropos.people.NewAccount;
import oropos.people.People;
import oropos.people.SecondFactor;
import oropos.people.SignedIn;

/// What somebody sees and changes of their own account: words about them, password, authenticator app,
/// and where they are signed in.
@Admits
@Controller
class MyPage {

    private static final String NO_DAY = "Say the first and the last day away.";

    private final People people;

    MyPage(People people) {
        this.people = people;
    }

    @GetMapping("/me")
    String me(SignedIn who, Model model) {
        Account account = who.account();
        model.addAttribute("stays", people.signIns().of(account.id()));
        model.addAttribute("utc", java.time.ZoneOffset.UTC);
        model.addAttribute("app", people.secondFactor().isOn(account.id()));
        model.addAttribute("codesLeft", people.secondFactor().codesLeft(account.id()));
        model.addAttribute("declarations", people.declarations(account.id()));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        model.addAttribute("passkeys", people.passkeys().of(account.id()));
        model.addAttribute("leaves", people.leaves().of(account.id(), today));
        model.addAttribute("today", today);
        model.addAttribute("fresh", who.session().isFresh(Instant.now()));
        return "me";
    }

    @Admits(fresh = true)
    @PostMapping("/me")
    String change(
            @RequestParam("shown") String shown,
            @RequestParam(name = "email", defaultValue = "") String email,
            @RequestParam(name = "specialty", defaultValue = "") String specialty,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        Account account = who.account();
        try {
            people.change(
                    account.id(),
                    new NewAccount(
                            account.name(),
                            shown,
                            email,
                            specialty,
                            account.clinician(),
                            people.registration(account.id()).orElse(null)),
                    account.id());
            return "redirect:/me";
        } catch (IllegalArgumentException problem) {
            return problem(problem, who, response, model);
        }
    }

    @PostMapping("/me/leave")
    String leave(
            @RequestParam(name = "first", defaultValue = "") String first,
            @RequestParam(name = "last", defaultValue = "") String last,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        try {
            people.leaves()
                    .take(
                            who.account().id(),
                            EditorPage.day(first)
                                    .orElseThrow(() -> new IllegalArgumentException(NO_DAY)),
                            EditorPage.day(last)
                                    .orElseThrow(() -> new IllegalArgumentException(NO_DAY)));
            return "redirect:/me#leave";
        } catch (IllegalArgumentException problem) {
            return problem(problem, who, response, model);
        }
    }

    @PostMapping("/me/leave/{number:[0-9]{1,12}}/cancel")
    String cancelLeave(@PathVariable("number") long number, SignedIn who) {
        if (!people.leaves().cancel(who.account().id(), number)) {
            throw ArticlePage.none();
        }
        return "redirect:/me#leave";
    }

    private String problem(
            IllegalArgumentException problem,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("problem", problem.getMessage());
        response.setStatus(422);
        return me(who, model);
    }

    @Admits(fresh = true)
    @PostMapping("/me/password")
    String password(
            @RequestParam("password") String password,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        try {
            people.signIns()
                    .setPassword(
                            who.account().id(),
                            password,
                            who.session().number(),
                            who.account().id());
            return "redirect:/me";
        } catch (IllegalArgumentException problem) {
            return problem(problem, who, response, model);
        }
    }

    @PostMapping("/me/stays/{number}/end")
    String endStay(
            @PathVariable("number") long number, SignedIn who, HttpServletResponse response) {
        boolean ended = people.signIns().end(who.account().id(), number, who.account().id());
        if (!ended) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        return "redirect:/me";
    }

    @PostMapping("/me/stays/end")
    String endOtherStays(SignedIn who) {
        people.signIns().endAll(who.account().id(), who.session().number(), who.account().id());
        return "redirect:/me";
    }

    @Admits(fresh = true)
    @GetMapping("/me/app")
    String app(SignedIn who, Model model) {
        return show(who, model);
    }

    private String show(SignedIn who, Model model) {
        boolean on = people.secondFactor().isOn(who.account().id());
        model.addAttribute("app", on);
        model.addAttribute("decides", Gate.decides(who));
        if (!on) {
            SecondFactor.Enrolment enrolment = people.secondFactor().enrol(who.account());
            model.addAttribute("secret", enrolment.secret().replaceAll("(.{4})(?=.)", "$1 "));
            model.addAttribute("address", enrolment.address());
            model.addAttribute("picture", QrPicture.of(enrolment.address()));
        }
        return "app";
    }

    @Admits(fresh = true)
    @PostMapping("/me/app")
    String confirm(
            @RequestParam("code") String code,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        Optional<List<String>> codes =
                people.secondFactor().confirm(who.account().id(), code.replace(" ", ""));
        if (codes.isPresent()) {
            model.addAttribute("codes", codes.get());
            return "codes";
        }
        model.addAttribute(
                "problem", "That is not the code of now. Look at the app and try the next one.");
        response.setStatus(422);
        return show(who, model);
    }

    @Admits(fresh = true)
    @PostMapping("/me/app/codes")
    String renew(SignedIn who, Model model) {
        model.addAttribute("codes", people.secondFactor().renewCodes(who.account().id()));
        return "codes";
    }

    @Admits(fresh = true)
    @PostMapping("/me/app/remove")
    String remove(SignedIn who) {
        people.secondFactor().remove(who.account().id(), who.account().id());
        return "redirect:/me";
    }
}

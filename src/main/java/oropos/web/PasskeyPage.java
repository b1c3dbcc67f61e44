package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.Entrance;
import oropos.people.People;
import oropos.people.SignedIn;
import oropos.web.passkey.Ceremony;

/// Passkeys: made and removed on the own page, shown to sign in or to show again who one is. Without script
/// name, password and code stay as they are.
@Controller
class PasskeyPage {

    /// Longest answer of a browser that is read.
    private static final int LONGEST = 20_000;

    /// Addresses of this server at most; beyond them something is wrong.
    private static final int ORIGINS = 50;

    private final People people;
    private final Flows flows;
    private final MyPage mine;
    private final Map<String, Ceremony> ceremonies = new ConcurrentHashMap<>();

    PasskeyPage(People people, Flows flows, MyPage mine) {
        this.people = people;
        this.flows = flows;
        this.mine = mine;
    }

    private Ceremony ceremony(HttpServletRequest request) {
        String origin = PeoplePages.server(request);
        if (ceremonies.size() >= ORIGINS) {
            ceremonies.clear();
        }
        return ceremonies.computeIfAbsent(
                origin, here -> new Ceremony(people, request.getServerName(), here));
    }

    /// Whatever the browser says it would rather read: a script reads this.
    private static ResponseEntity<String> json(String json) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }

    @Admits(fresh = true)
    @PostMapping("/me/passkeys/options")
    ResponseEntity<String> make(
            SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        Ceremony.Making making = ceremony(request).make(who.account());
        flows.begin(making, request, response);
        return json(making.json());
    }

    @Admits(fresh = true)
    @PostMapping("/me/passkeys")
    String made(
            @RequestParam(name = "credential", defaultValue = "") String credential,
            @RequestParam(name = "label", defaultValue = "") String label,
            SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Ceremony.Making> making =
                flows.take(Ceremony.Making.class, request)
                        .filter(one -> one.account().equals(who.account().id()));
        try {
            if (making.isPresent()
                    && credential.length() < LONGEST
                    && ceremony(request).made(making.get(), credential, label)) {
                return "redirect:/me#passkeys";
            }
            model.addAttribute("problem", "The passkey was not made. Try once more.");
        } catch (IllegalArgumentException problem) {
            model.addAttribute("problem", problem.getMessage());
        }
        response.setStatus(422);
        return mine.me(who, model);
    }

    @Admits(fresh = true)
    @PostMapping("/me/passkeys/{number:[0-9]{1,12}}/remove")
    String remove(@PathVariable("number") long number, SignedIn who) {
        AccountId me = who.account().id();
        if (!people.passkeys().remove(me, number, me)) {
            throw ArticlePage.none();
        }
        return "redirect:/me#passkeys";
    }

    @Admits(anyone = true)
    @PostMapping("/sign-in/passkey/options")
    ResponseEntity<String> show(HttpServletRequest request, HttpServletResponse response) {
        Ceremony.Showing showing = ceremony(request).show();
        flows.begin(showing, request, response);
        return json(showing.json());
    }

    @Admits(anyone = true)
    @PostMapping("/sign-in/passkey")
    String shown(
            @RequestParam(name = "credential", defaultValue = "") String credential,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @Nullable SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Account> owner =
                flows.take(Ceremony.Showing.class, request)
                        .filter(one -> credential.length() < LONGEST)
                        .map(one -> ceremony(request).shown(one, credential))
                        .flatMap(people::find)
                        .filter(Account::active);
        String agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        if (owner.isPresent()
                && people.signIns().vouched(owner.get(), "", true, who, agent)
                        instanceof Entrance.In in) {
            Stay.begin(in, request, response);
            return "redirect:" + Gate.local(to, "/me");
        }
        model.addAttribute("problem", "That passkey is not known here. Nobody signed in.");
        model.addAttribute("to", Gate.local(to, "/me"));
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return who == null ? "sign-in" : "confirm";
    }
}

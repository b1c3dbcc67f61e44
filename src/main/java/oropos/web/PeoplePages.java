package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
import oropos.people.Declaration;
import oropos.people.NewAccount;
import oropos.people.People;
import oropos.people.Role;
import oropos.people.SignedIn;

/// The administrator's pages: who there is, what they may do, what they declared, and links to come in
/// by. What changes somebody's rights asks first who is there.
@Admits(Role.ADMINISTRATOR)
@Controller
class PeoplePages {

    private final People people;

    PeoplePages(People people) {
        this.people = people;
    }

    @GetMapping("/people")
    String all(Model model) {
        List<Account> all = new ArrayList<>(people.all());
        all.sort(Comparator.comparing((Account one) -> !one.active()));
        model.addAttribute("people", all);
        model.addAttribute("roles", Role.values());
        return "people";
    }

    @Admits(value = Role.ADMINISTRATOR, fresh = true)
    @PostMapping("/people")
    String add(
            @RequestParam("name") String name,
            @RequestParam("shown") String shown,
            @RequestParam(name = "role", defaultValue = "") List<String> roles,
            SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            Account added = people.add(NewAccount.of(name, shown), who.account().id());
            Set<Role> chosen = chosen(roles);
            if (!chosen.isEmpty()) {
                people.setRoles(added.id(), chosen, who.account().id());
            }
            return link(added.id().text(), who, request, model);
        } catch (IllegalArgumentException problem) {
            model.addAttribute("problem", problem.getMessage());
            model.addAttribute("name", name);
            model.addAttribute("shown", shown);
            response.setStatus(422);
            return all(model);
        }
    }

    private static Set<Role> chosen(List<String> codes) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        codes.stream()
                .filter(code -> !code.isBlank())
                .map(code ->
                        Role.of(code)
                                .orElseThrow(() ->
                                        new IllegalArgumentException("no role is called " + code)))
                .forEach(roles::add);
        return roles;
    }

    private Account account(String id) {
        try {
            return people.find(new AccountId(id))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException noId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @GetMapping("/people/{id}")
    String one(@PathVariable("id") String id, Model model) {
        return show(account(id), model);
    }

    private String show(Account account, Model model) {
        model.addAttribute("person", account);
        model.addAttribute("registration", people.registration(account.id()).orElse(""));
        model.addAttribute(
                "others",
                people.others(account.id()).stream()
                        .flatMap(one -> people.find(one).stream())
                        .toList());
        model.addAttribute("roles", Arrays.asList(Role.values()));
        model.addAttribute("app", people.secondFactor().isOn(account.id()));
        model.addAttribute("password", people.signIns().hasPassword(account.id()));
        model.addAttribute("stays", people.signIns().of(account.id()).size());
        model.addAttribute("declarations", people.declarations(account.id()));
        return "person";
    }

    /// A change that may be refused with a sentence.
    private interface Change {
        void make(Account account);
    }

    private String change(String id, Change change, HttpServletResponse response, Model model) {
        Account account = account(id);
        try {
            change.make(account);
            return "redirect:/people/" + account.id();
        } catch (IllegalArgumentException problem) {
            model.addAttribute("problem", problem.getMessage());
            response.setStatus(422);
            return show(account, model);
        }
    }

    @Admits(value = Role.ADMINISTRATOR, fresh = true)
    @PostMapping("/people/{id}")
    String change(
            @PathVariable("id") String id,
            @RequestParam("shown") String shown,
            @RequestParam(name = "email", defaultValue = "") String email,
            @RequestParam(name = "specialty", defaultValue = "") String specialty,
            @RequestParam(name = "clinician", defaultValue = "false") boolean clinician,
            @RequestParam(name = "registration", defaultValue = "") String registration,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        return change(
                id,
                account -> {
                    if (clinician && registration.isBlank()) {
                        throw new IllegalArgumentException(
                                "A clinician has a registration number: check it and write it down.");
                    }
                    people.change(
                            account.id(),
                            new NewAccount(
                                    account.name(),
                                    shown,
                                    email,
                                    specialty,
                                    clinician,
                                    registration),
                            who.account().id());
                },
                response,
                model);
    }

    @Admits(value = Role.ADMINISTRATOR, fresh = true)
    @PostMapping("/people/{id}/roles")
    String roles(
            @PathVariable("id") String id,
            @RequestParam(name = "role", defaultValue = "") List<String> roles,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        return change(
                id,
                account -> people.setRoles(account.id(), chosen(roles), who.account().id()),
                response,
                model);
    }

    @Admits(value = Role.ADMINISTRATOR, fresh = true)
    @PostMapping("/people/{id}/active")
    String active(
            @PathVariable("id") String id,
            @RequestParam("active") boolean active,
            @RequestParam("why") String why,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        AccountId by = who.account().id();
        return change(
                id,
                account -> {
                    if (active) {
                        people.enable(account.id(), why, by);
                    } else {
                        people.disable(account.id(), why, by);
                    }
                },
                response,
                model);
    }

    /// Shows a link by which its person sets a password; it is shown this once.
    @Admits(value = Role.ADMINISTRATOR, fresh = true)
    @PostMapping("/people/{id}/link")
    String link(
            @PathVariable("id") String id, SignedIn who, HttpServletRequest request, Model model) {
        Account account = account(id);
        try {
            String secret = people.links().invite(account.id(), who.account().id());
            model.addAttribute("link", server(request) + "/join/" + secret);
        } catch (IllegalArgumentException problem) {
            model.addAttribute("problem", problem.getMessage());
        }
        return show(account(id), model);
    }

    /// Where the server was asked for: `https://oropos.example.org`.
    static String server(HttpServletRequest request) {
        String here = request.getRequestURL().toString();
        return here.substring(0, here.length() - request.getRequestURI().length());
    }

    @Admits(value = Role.ADMINISTRATOR, fresh = true)
    @PostMapping("/people/{id}/app/remove")
    String removeApp(
            @PathVariable("id") String id,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        return change(
                id,
                account -> people.secondFactor().remove(account.id(), who.account().id()),
                response,
                model);
    }

    @Admits(value = Role.ADMINISTRATOR, fresh = true)
    @PostMapping("/people/{id}/stays/end")
    String endStays(
            @PathVariable("id") String id,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        long kept = id.equals(who.account().id().text()) ? who.session().number() : 0;
        return change(
                id,
                account -> people.signIns().endAll(account.id(), kept, who.account().id()),
                response,
                model);
    }

    /// Says whether an interest bars approval, against what its person said.
    @Admits(
            value = {Role.ADMINISTRATOR, Role.MANAGING_EDITOR},
            fresh = true)
    @PostMapping("/people/{id}/interests")
    String judge(
            @PathVariable("id") String id,
            @RequestParam("declaration") long declaration,
            @RequestParam("place") int place,
            @RequestParam("relevant") boolean relevant,
            @RequestParam("why") String why,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        return change(
                id,
                account -> {
                    if (people.declaration(declaration)
                            .map(Declaration::person)
                            .filter(account.id()::equals)
                            .isEmpty()) {
                        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                    }
                    people.judge(declaration, place, relevant, why, who.account().id());
                },
                response,
                model);
    }
}

package oropos.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import oropos.answer.GlossaryTerm;
import oropos.people.AccountId;
import oropos.people.People;
import oropos.people.Role;
import oropos.people.SignedIn;
import oropos.review.GlossaryDesk;
import oropos.review.Proposal;
import oropos.review.Reviews;

/// The terms that are explained to patients and carers: read by everybody; written by an editor and
/// accepted by another one.
@Controller
class GlossaryPage {

    /// Terms on one page: all begin with the letters looked for, or hold them.
    static final int MOST = 120;

    private final GlossaryDesk desk;
    private final People people;

    GlossaryPage(Reviews reviews, People people) {
        this.desk = reviews.glossary();
        this.people = people;
    }

    /// A proposal with the names of the people and the words it would replace.
    ///
    /// @param mine whether the reader wrote it and so may not decide
    record Waiting(Proposal proposal, String by, String decidedBy, String now, boolean mine) {}

    @Admits(anyone = true)
    @GetMapping("/glossary")
    String glossary(@RequestParam(name = "q", defaultValue = "") String words, Model model) {
        String looked = words.strip().toLowerCase(Locale.ROOT);
        List<GlossaryTerm> terms =
                desk.explanations().glossary().terms().stream()
                        .filter(term ->
                                term.forms().stream()
                                        .anyMatch(form ->
                                                form.toLowerCase(Locale.ROOT).contains(looked)))
                        .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                        .toList();
        model.addAttribute("q", words);
        model.addAttribute("found", terms.size());
        model.addAttribute("terms", terms.subList(0, Math.min(MOST, terms.size())));
        model.addAttribute("all", desk.explanations().glossary().terms().size());
        model.addAttribute("version", desk.explanations().version());
        return "glossary";
    }

    @Admits({
        Role.AUTHOR,
        Role.EVIDENCE_EDITOR,
        Role.CLINICAL_REVIEWER,
        Role.LAY_REVIEWER,
        Role.MANAGING_EDITOR
    })
    @GetMapping("/glossary/edit")
    String edit(
            @RequestParam(name = "term", defaultValue = "") String term,
            SignedIn who,
            Model model) {
        Optional<GlossaryTerm> known =
                desk.explanations().glossary().terms().stream()
                        .filter(one -> one.name().equals(term))
                        .findFirst();
        if (!model.containsAttribute("meaning")) {
            model.addAttribute("term", term);
            model.addAttribute("forms", "");
            model.addAttribute("meaning", known.map(GlossaryTerm::meaning).orElse(""));
            model.addAttribute("source", known.map(GlossaryTerm::source).orElse(""));
        }
        model.addAttribute("known", known.isPresent());
        List<Waiting> all = desk.all().stream().map(one -> waiting(one, who)).toList();
        model.addAttribute("open", all.stream().filter(one -> one.proposal().isOpen()).toList());
        model.addAttribute(
                "decided",
                all.stream().filter(one -> !one.proposal().isOpen()).limit(MOST).toList());
        model.addAttribute("version", desk.explanations().version());
        model.addAttribute("mayDecide", mayDecide(who));
        return "glossary-edit";
    }

    private static boolean mayDecide(SignedIn who) {
        return who.account().may(Role.EVIDENCE_EDITOR)
                || who.account().may(Role.CLINICAL_REVIEWER)
                || who.account().may(Role.LAY_REVIEWER);
    }

    private Waiting waiting(Proposal one, SignedIn who) {
        String now =
                desk.explanations().glossary().terms().stream()
                        .filter(term -> term.name().equals(one.term()))
                        .map(GlossaryTerm::meaning)
                        .findFirst()
                        .orElse("");
        return new Waiting(
                one,
                name(one.by()),
                one.decidedBy() == null ? "" : name(one.decidedBy()),
                now,
                one.by().equals(who.account().id().text()));
    }

    private String name(String account) {
        return people.find(new AccountId(account)).map(one -> one.name()).orElse(account);
    }

    @Admits({
        Role.AUTHOR,
        Role.EVIDENCE_EDITOR,
        Role.CLINICAL_REVIEWER,
        Role.LAY_REVIEWER,
        Role.MANAGING_EDITOR
    })
    @PostMapping("/glossary/edit")
    String propose(
            @RequestParam("term") String term,
            @RequestParam(name = "forms", defaultValue = "") String forms,
            @RequestParam("meaning") String meaning,
            @RequestParam("source") String source,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        List<String> others =
                Arrays.stream(forms.split("[,|\\n]"))
                        .map(String::strip)
                        .filter(form -> !form.isEmpty())
                        .toList();
        Optional<String> refused =
                desk.propose(term.strip(), others, meaning, source, who.account().id().text());
        if (refused.isEmpty()) {
            return "redirect:/glossary/edit#waiting";
        }
        response.setStatus(422);
        model.addAttribute("problem", refused.get());
        model.addAttribute("term", term);
        model.addAttribute("forms", forms);
        model.addAttribute("meaning", meaning);
        model.addAttribute("source", source);
        return edit(term, who, model);
    }

    /// Who proposed something under another account does not decide on it under this one.
    private String decides(long id, SignedIn who) {
        AccountId own = who.account().id();
        return desk.all().stream()
                .filter(one -> one.id() == id)
                .map(Proposal::by)
                .filter(by -> people.others(own).stream().map(AccountId::text).anyMatch(by::equals))
                .findFirst()
                .orElse(own.text());
    }

    @Admits({Role.EVIDENCE_EDITOR, Role.CLINICAL_REVIEWER, Role.LAY_REVIEWER})
    @PostMapping("/glossary/decide")
    String decide(
            @RequestParam("id") long id,
            @RequestParam("accept") boolean accept,
            @RequestParam("why") String why,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        Optional<String> refused = desk.decide(id, accept, why, decides(id, who));
        if (refused.isEmpty()) {
            return "redirect:/glossary/edit#decided";
        }
        response.setStatus(422);
        model.addAttribute("problem", refused.get());
        return edit("", who, model);
    }
}

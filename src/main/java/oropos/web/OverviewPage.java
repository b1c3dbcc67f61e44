package oropos.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import oropos.answer.Answer;
import oropos.answer.OverviewText;
import oropos.consultation.Asking;
import oropos.consultation.Overviewed;
import oropos.people.People;
import oropos.people.Role;
import oropos.people.SignedIn;
import oropos.retrieval.Searching;
import oropos.review.Address;
import oropos.review.Article;
import oropos.review.ArticleVersion;
import oropos.review.Drafts;
import oropos.review.Moved;
import oropos.review.Person;
import oropos.review.Reviews;
import oropos.review.State;
import oropos.review.Step;
import oropos.review.Terms;

/// Where editors write overviews of a topic: sentences found in the library are put under headings, looked at
/// as readers would read them, checked and handed in for review.
///
/// What is written is kept for whoever writes it, a moment after the last key and at every step, and is
/// there again on another machine. It is no part of the record before it is handed in, and then every
/// sentence holds.
@Admits({Role.AUTHOR, Role.EVIDENCE_EDITOR, Role.MANAGING_EDITOR})
@Controller
class OverviewPage {

    private static final int LONGEST_SPECIALTY = 60;

    private final Reviews reviews;
    private final People people;
    private final Asking asking;
    private final Choosing choosing;

    OverviewPage(
            Reviews reviews, People people, Asking asking, Searching searching, ReadingRoom room) {
        this.reviews = reviews;
        this.people = people;
        this.asking = asking;
        this.choosing = new Choosing(searching, room);
    }

    /// What the form holds.
    ///
    /// @param revision of the version that is written anew, -1 for a new overview
    record Written(String text, String specialty, String words, String under, long revision) {

        static Written of(Map<String, String> form, long revision) {
            String text = form.getOrDefault("text", "");
            return new Written(
                    text.length() > OverviewText.LONGEST
                            ? text.substring(0, OverviewText.LONGEST)
                            : text,
                    form.getOrDefault("specialty", "").strip(),
                    form.getOrDefault("q", "").strip(),
                    form.getOrDefault("under", OverviewText.HEAD),
                    revision);
        }

        Written with(String other) {
            return new Written(other, specialty, words, under, revision);
        }
    }

    @GetMapping("/overviews/new")
    String blank(SignedIn who, Model model) {
        return show(
                kept(
                        Drafts.UNSENT,
                        Drafts.NO_VERSION,
                        new Written("# ", "", "", OverviewText.HEAD, -1),
                        who,
                        model),
                null,
                model);
    }

    /// What was typed and not handed in, where there is something else than the text as it stands. It
    /// names the revision it was typed on: what somebody else changed meanwhile is never overwritten.
    private Written kept(Address address, int number, Written stands, SignedIn who, Model model) {
        Map<String, String> kept = reviews.drafts().of(who.account().id().text(), address, number);
        String text = kept.get("text");
        if (text == null || text.strip().equals(stands.text().strip())) {
            return stands;
        }
        model.addAttribute("kept", true);
        return new Written(
                text,
                kept.getOrDefault("specialty", stands.specialty()),
                "",
                OverviewText.HEAD,
                kept.getOrDefault("revision", "").matches("\\d{1,12}")
                        ? Long.parseLong(kept.getOrDefault("revision", "0"))
                        : stands.revision());
    }

    private void keep(Address address, int number, Written written, SignedIn who) {
        String account = who.account().id().text();
        Drafts drafts = reviews.drafts();
        drafts.keep(account, address, number, "text", written.text());
        drafts.keep(account, address, number, "specialty", written.specialty());
        if (written.revision() >= 0) {
            drafts.keep(account, address, number, "revision", String.valueOf(written.revision()));
        }
    }

    /// Keeps what stands in a box while it is typed.
    @PostMapping("/overviews/new/draft")
    ResponseEntity<Void> draft(
            @RequestParam(name = "box", defaultValue = "") String box,
            @RequestParam(name = "words", defaultValue = "") String words,
            SignedIn who) {
        return typed(Drafts.UNSENT, Drafts.NO_VERSION, box, words, -1, who);
    }

    @PostMapping("/overviews/{address}/{number:[1-9][0-9]{0,4}}/draft")
    ResponseEntity<Void> draft(
            @PathVariable("address") String address,
            @PathVariable("number") int number,
            @RequestParam(name = "box", defaultValue = "") String box,
            @RequestParam(name = "words", defaultValue = "") String words,
            @RequestParam(name = "revision", defaultValue = "-1") long seen,
            SignedIn who) {
        return typed(version(address, number).address(), number, box, words, seen, who);
    }

    private ResponseEntity<Void> typed(
            Address address, int number, String box, String words, long seen, SignedIn who) {
        String account = who.account().id().text();
        boolean kept =
                (box.equals("text") || box.equals("specialty"))
                        && reviews.drafts().keep(account, address, number, box, words);
        if (kept && seen >= 0) {
            reviews.drafts().keep(account, address, number, "revision", String.valueOf(seen));
        }
        return kept ? ResponseEntity.noContent().build() : ResponseEntity.badRequest().build();
    }

    @PostMapping("/overviews/new")
    String write(
            @RequestParam("step") String step,
            @RequestParam Map<String, String> form,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        Written written = adding(step, Written.of(form, -1));
        if (step.equals("forget")) {
            reviews.drafts().drop(who.account().id().text(), Drafts.UNSENT, Drafts.NO_VERSION);
            return "redirect:/overviews/new";
        }
        keep(Drafts.UNSENT, Drafts.NO_VERSION, written, who);
        return switch (step(step, written, form, model)) {
            case Overviewed.Fits(Answer overview) when step.equals("submit") ->
                    after(
                            reviews.submit(
                                    overview,
                                    named(written.specialty()),
                                    person(who, overview.title(), List.of()),
                                    terms(who, overview.title(), List.of())),
                            written,
                            null,
                            who,
                            response,
                            model);
            case Overviewed.Refused(List<String> problems) -> {
                response.setStatus(422);
                model.addAttribute("problems", problems);
                yield show(written, null, model);
            }
            case Overviewed.Fits(Answer overview) -> {
                model.addAttribute("checked", overview);
                yield show(written, null, model);
            }
            case null -> show(written, null, model);
        };
    }

    @GetMapping("/overviews/{address}/{number:[1-9][0-9]{0,4}}")
    String again(
            @PathVariable("address") String address,
            @PathVariable("number") int number,
            SignedIn who,
            Model model) {
        ArticleVersion version = version(address, number);
        Answer answer = reviews.answer(version.address(), number).orElseThrow(ArticlePage::none);
        Written stands =
                new Written(
                        OverviewText.of(answer),
                        version.specialty(),
                        "",
                        OverviewText.HEAD,
                        version.revision());
        return show(kept(version.address(), number, stands, who, model), version, model);
    }

    /// Writes a version anew that is in work; of a page that is published, the next version.
    @PostMapping("/overviews/{address}/{number:[1-9][0-9]{0,4}}")
    String anew(
            @PathVariable("address") String address,
            @PathVariable("number") int number,
            @RequestParam("step") String step,
            @RequestParam("revision") long seen,
            @RequestParam Map<String, String> form,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        ArticleVersion version = version(address, number);
        Written written = adding(step, Written.of(form, seen));
        if (step.equals("forget")) {
            reviews.drafts().drop(who.account().id().text(), version.address(), number);
            return "redirect:/overviews/" + version.address() + "/" + number;
        }
        keep(version.address(), number, written, who);
        return switch (step(step, written, form, model)) {
            case Overviewed.Fits(Answer overview) when step.equals("submit") ->
                    after(
                            handIn(version, seen, overview, who),
                            written,
                            version,
                            who,
                            response,
                            model);
            case Overviewed.Refused(List<String> problems) -> {
                response.setStatus(422);
                model.addAttribute("problems", problems);
                yield show(written, version, model);
            }
            case Overviewed.Fits(Answer overview) -> {
                model.addAttribute("checked", overview);
                yield show(written, version, model);
            }
            case null -> show(written, version, model);
        };
    }

    private Moved handIn(ArticleVersion version, long seen, Answer overview, SignedIn who) {
        Article article = reviews.at(version.address()).orElseThrow(ArticlePage::none);
        Person person = person(who, article.title(), article.subjects());
        Terms terms = terms(who, article.title(), article.subjects());
        if (!version.state().isOpen()) {
            return reviews.submit(overview, version.specialty(), person, terms);
        }
        long at = seen;
        if (version.state() == State.CHANGES_REQUESTED) {
            Moved taken =
                    reviews.take(
                            version.address(),
                            version.number(),
                            at,
                            new Step.Revise(),
                            person,
                            terms);
            if (!(taken instanceof Moved.Done(ArticleVersion revised))) {
                return taken;
            }
            at = revised.revision();
        }
        Moved rewritten =
                reviews.rewordings()
                        .rewrite(version.address(), version.number(), at, overview, person, terms);
        return rewritten instanceof Moved.Done(ArticleVersion next) && next.state() == State.DRAFT
                ? reviews.take(
                        next.address(),
                        next.number(),
                        next.revision(),
                        new Step.Submit(),
                        person,
                        terms)
                : rewritten;
    }

    /// What was asked of the text: to check it, to hand it in; null where it is only written on.
    private @Nullable Overviewed step(
            String step, Written written, Map<String, String> form, Model model) {
        return step.equals("check") || step.equals("submit")
                ? asking.overview(written.text())
                : null;
    }

    /// With the sentence that was chosen under its heading; a heading that is not there yet is added.
    private static Written adding(String step, Written written) {
        if (!step.startsWith("add ")) {
            return written;
        }
        String line = step.substring("add ".length()).replaceAll("\\s+", " ");
        String heading = "## " + written.under();
        List<String> lines = new ArrayList<>(written.text().lines().toList());
        int at = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equalsIgnoreCase(heading)) {
                at = i + 1;
                while (at < lines.size() && !lines.get(at).startsWith("#")) {
                    at++;
                }
                while (at > 0 && lines.get(at - 1).isBlank()) {
                    at--;
                }
            }
        }
        if (at < 0) {
            lines.add("");
            lines.add(heading);
            at = lines.size();
        }
        lines.add(at, line);
        return written.with(String.join("\n", lines) + "\n");
    }

    private String after(
            Moved moved,
            Written written,
            @Nullable ArticleVersion version,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        return switch (moved) {
            case Moved.Done(ArticleVersion next) -> {
                reviews.drafts()
                        .drop(
                                who.account().id().text(),
                                version == null ? Drafts.UNSENT : version.address(),
                                version == null ? Drafts.NO_VERSION : version.number());
                yield "redirect:/review/" + next.address() + "/" + next.number();
            }
            case Moved.Refused(Moved.Why why, String words) -> {
                response.setStatus(why == Moved.Why.STALE ? 409 : 422);
                model.addAttribute("problems", List.of(words));
                yield show(written, version, model);
            }
        };
    }

    private String show(Written written, @Nullable ArticleVersion version, Model model) {
        model.addAttribute("written", written);
        model.addAttribute("version", version);
        model.addAttribute("headings", OverviewText.headings());
        model.addAttribute("longest", OverviewText.LONGEST);
        if (!written.words().isEmpty()) {
            model.addAttribute("found", choosing.sentences(written.words()));
        }
        return "overview";
    }

    private ArticleVersion version(String address, int number) {
        return reviews.at(ArticlePage.address(address))
                .filter(Article::isOverview)
                .flatMap(one -> one.version(number))
                .orElseThrow(ArticlePage::none);
    }

    private static String named(String specialty) {
        return specialty.isEmpty()
                ? "general"
                : specialty.substring(0, Math.min(specialty.length(), LONGEST_SPECIALTY));
    }

    private Person person(SignedIn who, String title, List<String> subjects) {
        return Person.of(who.account(), people, title, subjects);
    }

    private Terms terms(SignedIn who, String title, List<String> subjects) {
        return Terms.of(people, who.account(), title, subjects);
    }
}

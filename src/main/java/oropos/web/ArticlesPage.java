package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import oropos.people.People;
import oropos.publication.Articles;
import oropos.publication.ChangeFeed;
import oropos.publication.Machines;
import oropos.publication.Page;
import oropos.publication.References;
import oropos.publication.Status;
import oropos.question.Asked;

/// All articles, for people and for machines: the index, a search in it, what is open about the work,
/// feed, sitemap, exports, and whether a print is still current.
@Admits(anyone = true)
@Controller
class ArticlesPage {

    private static final MediaType ATOM =
            new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final MediaType XML =
            new MediaType("application", "xml", StandardCharsets.UTF_8);

    /// Entries of the feed, the newest first.
    private static final int FEED = 100;

    /// The head of the policy under which it says who pays.
    private static final Pattern PAYS = Pattern.compile("(?i).*\\b(fund\\w*|pays?)\\b.*");

    private final Articles articles;
    private final People people;

    ArticlesPage(Articles articles, People people) {
        this.articles = articles;
        this.people = people;
    }

    @GetMapping("/articles")
    String index(Model model) {
        model.addAttribute("subjects", articles.bySubject());
        model.addAttribute("specialties", articles.bySpecialty());
        model.addAttribute("count", articles.all().size());
        model.addAttribute("robots", "index, follow");
        return "articles";
    }

    /// Words come by POST: they stand in no address and no log.
    @PostMapping("/articles")
    String search(@RequestParam("words") String words, Model model) {
        model.addAttribute("found", articles.about(words));
        model.addAttribute("words", words);
        return index(model);
    }

    /// Whether what somebody types was answered by people already, for script on the page where questions
    /// are asked. Words come by POST here too.
    @PostMapping(path = "/articles/like", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Map<String, String>> like(@RequestParam("question") String question) {
        return question.length() > Asked.LONGEST
                ? List.of()
                : articles.answering(question).stream()
                        .map(one ->
                                Map.of(
                                        "address",
                                        "/articles/" + one.address(),
                                        "title",
                                        one.title()))
                        .toList();
    }

    @GetMapping("/transparency")
    String transparency(Model model) {
        model.addAttribute("open", articles.openness());
        model.addAttribute("pays", pays(people.policies().inForce().text()));
        return "transparency";
    }

    /// What the policy in force says of who pays; empty where it has no such head.
    static List<PolicyPage.Piece> pays(String policy) {
        List<PolicyPage.Piece> said = new ArrayList<>();
        boolean here = false;
        for (PolicyPage.Piece piece : PolicyPage.pieces(policy)) {
            if (piece.kind().equals("heading")) {
                here = PAYS.matcher(piece.lines().getFirst()).matches();
            } else if (here) {
                said.add(piece);
            }
        }
        return said;
    }

    @GetMapping("/current")
    String current(
            @RequestParam(name = "code", required = false) @Nullable String code, Model model) {
        if (code != null && !code.isBlank()) {
            model.addAttribute("code", code);
            model.addAttribute("printed", articles.printed(code).orElse(null));
        }
        return "current";
    }

    @GetMapping("/articles.atom")
    ResponseEntity<String> atom(HttpServletRequest request) {
        List<Articles.Entry> entries =
                articles.all().stream()
                        .filter(one -> !(one.status() instanceof Status.Unreviewed))
                        .sorted(Comparator.comparing(Articles.Entry::changed).reversed())
                        .limit(FEED)
                        .toList();
        return ResponseEntity.ok()
                .contentType(ATOM)
                .body(Machines.atom(entries, ArticlePage.base(request)));
    }

    /// The changes of one article; of one that was never published there are none to hear of.
    @GetMapping("/articles/{address}/changes.atom")
    ResponseEntity<String> changes(
            @PathVariable("address") String address, HttpServletRequest request) {
        Page page =
                articles.at(ArticlePage.address(address))
                        .filter(one -> !(one.status() instanceof Status.Unreviewed))
                        .orElseThrow(ArticlePage::none);
        return ResponseEntity.ok()
                .contentType(ATOM)
                .body(ChangeFeed.atom(page, ArticlePage.base(request)));
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> sitemap(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(XML)
                .body(Machines.sitemap(articles.approved(), ArticlePage.base(request)));
    }

    /// Only articles are for search engines; answers, sources and desks are not.
    @GetMapping("/robots.txt")
    ResponseEntity<String> robots(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .body(
                        "User-agent: *\n"
                                + Stream.of(
                                                "/a/",
                                                "/ask",
                                                "/search",
                                                "/source",
                                                "/api/",
                                                "/review",
                                                "/me",
                                                "/sign-in")
                                        .map(path -> "Disallow: " + path + "\n")
                                        .reduce("", String::concat)
                                + "Sitemap: "
                                + ArticlePage.base(request)
                                + "/sitemap.xml\n");
    }

    /// The references in a form for reference managers, or for people.
    @GetMapping("/articles/{address}/references.{form:ris|bib|json|txt}")
    ResponseEntity<String> references(
            @PathVariable("address") String address, @PathVariable("form") String form) {
        Page page = articles.at(ArticlePage.address(address)).orElseThrow(ArticlePage::none);
        var references = page.answer().references();
        String body =
                switch (form) {
                    case "ris" -> References.ris(references);
                    case "bib" -> References.bibtex(references);
                    case "json" -> References.csl(references);
                    default -> References.vancouver(references);
                };
        String type =
                switch (form) {
                    case "ris" -> "application/x-research-info-systems";
                    case "bib" -> "application/x-bibtex";
                    case "json" -> "application/vnd.citationstyles.csl+json";
                    default -> "text/plain";
                };
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .header("X-Robots-Tag", "noindex")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + page.address() + "." + form + "\"")
                .body(body);
    }

    /// The page for machines, with its status in it; only an approved one says that it is.
    @GetMapping(path = "/api/articles/{address}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> json(@PathVariable("address") String address) {
        return ResponseEntity.ok()
                .header("X-Robots-Tag", "noindex")
                .body(
                        Articles.json(
                                articles.at(ArticlePage.address(address))
                                        .orElseThrow(ArticlePage::none)));
    }
}

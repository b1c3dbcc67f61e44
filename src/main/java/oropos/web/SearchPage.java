package oropos.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import oropos.retrieval.ClinicalQuery;
import oropos.retrieval.Enquiry;
import oropos.retrieval.SearchProblem;
import oropos.retrieval.Searching;

/// Searching the library: words or a query, results with their reasons, facets to narrow by.
///
/// What is typed comes by POST and stands in no address; from there a browser is sent on to an
/// address that carries the text without what identifies a person, so that results can be paged,
/// narrowed, kept and linked to. A text too long for an address is answered at once, on one page.
@Admits(anyone = true)
@Controller
class SearchPage {

    /// Results of a page.
    static final int PAGE = 20;

    /// Results of the only page of a text too long for an address.
    static final int LONG_PAGE = 50;

    /// Longest text an address carries, in UTF-16 units; a unit may need nine letters there, and
    /// servers take 8,000.
    static final int LONGEST_ADDRESS = 800;

    /// Most results that may stand before a page.
    private static final int DEEPEST = 100_000;

    private final Searching searching;

    SearchPage(Searching searching) {
        this.searching = searching;
    }

    @PostMapping("/search")
    String typed(
            @RequestParam("q") String text,
            @RequestParam(name = "f", required = false) @Nullable List<String> filters,
            @RequestParam(name = "sort", required = false) @Nullable String sort,
            HttpServletResponse response,
            Model model) {
        String safe = searching.withoutIdentifiers(text, Enquiry.Syntax.AUTO).strip();
        Enquiry enquiry = enquiry(safe, filters, sort, 0, PAGE);
        if (safe.length() <= LONGEST_ADDRESS) {
            return "redirect:" + SearchView.address(enquiry);
        }
        return show(
                enquiry(safe, filters, sort, 0, LONG_PAGE),
                safe.length() > 0,
                true,
                response,
                model);
    }

    @GetMapping("/search")
    String search(
            @RequestParam(name = "q", required = false) @Nullable String text,
            @RequestParam(name = "f", required = false) @Nullable List<String> filters,
            @RequestParam(name = "sort", required = false) @Nullable String sort,
            @RequestParam(name = "from", defaultValue = "0") int from,
            HttpServletResponse response,
            Model model) {
        String words = text == null ? "" : text.strip();
        int first = Math.clamp(from, 0, DEEPEST);
        return show(
                enquiry(words, filters, sort, first, PAGE),
                !words.isEmpty(),
                false,
                response,
                model);
    }

    private static Enquiry enquiry(
            String text,
            @Nullable List<String> filters,
            @Nullable String sort,
            int from,
            int limit) {
        return new Enquiry(
                text,
                Enquiry.Syntax.AUTO,
                filters == null ? List.of() : filters,
                "newest".equals(sort) ? Enquiry.Sort.NEWEST : Enquiry.Sort.RELEVANCE,
                from,
                limit);
    }

    private String show(
            Enquiry enquiry,
            boolean asked,
            boolean tooLong,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("enquiry", enquiry);
        model.addAttribute("queries", ClinicalQuery.all());
        if (asked) {
            try {
                model.addAttribute(
                        "view", new SearchView(searching.search(enquiry), enquiry, tooLong));
            } catch (SearchProblem problem) {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                model.addAttribute("problem", problem);
            }
        }
        return "search";
    }
}

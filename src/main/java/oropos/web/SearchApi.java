package oropos.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import oropos.answer.AnswerJson;
import oropos.retrieval.Enquiry;
import oropos.retrieval.SearchJson;
import oropos.retrieval.SearchProblem;
import oropos.retrieval.Searching;

/// Searching as JSON, in the form of docs/search.md. POST leaves the text in no address.
@Admits(anyone = true)
@RestController
@RequestMapping(path = "/api/search", produces = MediaType.APPLICATION_JSON_VALUE)
class SearchApi {

    private final Searching searching;

    SearchApi(Searching searching) {
        this.searching = searching;
    }

    /// Each field as the parameter of the same name; `q` alone is needed.
    record Request(
            @Nullable String q,
            @Nullable List<String> filter,
            @Nullable Integer from,
            @Nullable Integer limit,
            @Nullable String syntax,
            @Nullable String sort) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> post(@RequestBody Request request) {
        return search(
                request.q(),
                request.filter(),
                request.from(),
                request.limit(),
                request.syntax(),
                request.sort());
    }

    @GetMapping
    ResponseEntity<String> search(
            @RequestParam(name = "q", required = false) @Nullable String text,
            @RequestParam(name = "filter", required = false) @Nullable List<String> filters,
            @RequestParam(name = "from", required = false) @Nullable Integer from,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestParam(name = "syntax", required = false) @Nullable String syntax,
            @RequestParam(name = "sort", required = false) @Nullable String sort) {
        if (text == null) {
            throw refused("the field \"q\" is missing");
        }
        int first = from == null ? 0 : from;
        int most = limit == null ? SearchPage.PAGE : limit;
        if (first < 0 || most < 1 || most > Enquiry.MOST) {
            throw refused("\"limit\" is 1 to " + Enquiry.MOST + " and \"from\" 0 or more");
        }
        Enquiry enquiry =
                new Enquiry(
                        text,
                        of(Enquiry.Syntax.values(), "syntax", syntax),
                        filters == null ? List.of() : filters,
                        of(Enquiry.Sort.values(), "sort", sort),
                        first,
                        most);
        try {
            return json(
                    HttpStatus.OK, AnswerJson.canonical(SearchJson.of(searching.search(enquiry))));
        } catch (SearchProblem problem) {
            return json(HttpStatus.BAD_REQUEST, AnswerJson.canonical(SearchJson.of(problem)));
        }
    }

    private static ResponseEntity<String> json(HttpStatus status, String body) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
    }

    /// The value of a name, the first where there is none.
    private static <T extends Enum<T>> T of(T[] values, String field, @Nullable String name) {
        Supplier<ResponseStatusException> unknown =
                () ->
                        refused(
                                "the field \""
                                        + field
                                        + "\" is one of "
                                        + Arrays.toString(values).toLowerCase(Locale.ROOT));
        return name == null
                ? values[0]
                : Arrays.stream(values)
                        .filter(value -> value.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(unknown);
    }

    private static ResponseStatusException refused(String why) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
    }
}

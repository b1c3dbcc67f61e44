package oropos.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Every rule an editor owns, row by row, with its source, its version and whether a clinician signed
/// it. All files of `web/rulebook.tsv` are read at start; one that is missing or without a version
/// stops it.
@Admits(anyone = true)
@Controller
class RulesPage {

    static final String LIST = "/web/rulebook.tsv";

    private final Map<String, RuleBook> books = new LinkedHashMap<>();

    RulesPage() {
        for (String line : text(LIST).lines().toList()) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String[] cells = line.split("\t");
                if (cells.length != 2) {
                    throw new IllegalStateException(
                            LIST + ": a row is a path and a name, but was " + line);
                }
                books.put(cells[0], RuleBook.of(cells[0], cells[1], text("/" + cells[0])));
            }
        }
    }

    @GetMapping("/rules")
    String rules(Model model) {
        model.addAttribute("books", books.values());
        return "rules";
    }

    @GetMapping("/rules/file")
    String file(@RequestParam("name") String name, Model model) {
        RuleBook book = books.get(name);
        if (book == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("book", book);
        return "rule-file";
    }

    private static String text(String path) {
        try (InputStream in = RulesPage.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the rule file " + path + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read: build the jar again", e);
        }
    }
}

package oropos.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import oropos.library.Status;

/// How current the library is, what it holds, and what of it is missing or cut.
@Admits(anyone = true)
@Controller
class LibraryPage {

    private final ReadingRoom room;
    private final MessageSource messages;

    LibraryPage(ReadingRoom room, MessageSource messages) {
        this.room = room;
        this.messages = messages;
    }

    @GetMapping("/library")
    String library(Model model, Locale locale) {
        Status status = room.status();
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        put(counts, "form", named("form.", status.forms(), locale));
        put(counts, "design", status.designs());
        put(counts, "text", named("textKind.", status.textKinds(), locale));
        put(counts, "standing", named("standing.", status.standings(), locale));
        put(counts, "truncation", status.truncations());
        model.addAttribute("counts", counts);
        return "library";
    }

    private static void put(
            Map<String, Map<String, Integer>> counts, String what, Map<String, Integer> rows) {
        if (!rows.isEmpty()) {
            counts.put(what, rows);
        }
    }

    /// Codes as words; a code without words stands as it is.
    private Map<String, Integer> named(
            String prefix, SortedMap<String, Integer> byCode, Locale locale) {
        Map<String, Integer> named = new LinkedHashMap<>();
        byCode.forEach((code, count) ->
                named.put(messages.getMessage(prefix + code, null, code, locale), count));
        return named;
    }
}

package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import oropos.library.Status;
import oropos.people.Role;
import oropos.people.SignedIn;

/// How current the library is, what it holds, and what of it is missing or cut.
@Admits(anyone = true)
@Controller
class LibraryPage {

    private final ReadingRoom room;
    private final MessageSource messages;
    private final Coverage coverage;

    LibraryPage(ReadingRoom room, MessageSource messages, Coverage coverage) {
        this.coverage = coverage;
        this.room = room;
        this.messages = messages;
    }

    /// Topics of the coverage map.
    private static final int TOPICS = 40;

    /// Kinds of evidence and periods of five years drawn.
    private static final int BARS = 12;

    @GetMapping("/library")
    String library(Model model, Locale locale, HttpServletRequest request) {
        Status status = room.status();
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        put(counts, "form", named("form.", status.forms(), locale));
        put(counts, "design", status.designs());
        put(counts, "text", named("textKind.", status.textKinds(), locale));
        put(counts, "standing", named("standing.", status.standings(), locale));
        put(counts, "truncation", status.truncations());
        model.addAttribute("counts", counts);
        Map<String, String> pictures = new LinkedHashMap<>();
        draw(pictures, "design", largest(status.designs()), locale);
        draw(pictures, "age", BarPicture.fives(status.years(), BARS), locale);
        draw(pictures, "form", largest(named("form.", status.forms(), locale)), locale);
        model.addAttribute("pictures", pictures);
        SignedIn who = Stay.of(request);
        if (who != null && who.account().may(Role.ADMINISTRATOR)) {
            model.addAttribute("coverage", coverage.worst(TOPICS));
        }
        return "library";
    }

    private void draw(
            Map<String, String> pictures, String what, Map<String, Integer> rows, Locale locale) {
        if (rows.size() > 1) {
            String title = messages.getMessage("library.picture." + what, null, locale);
            pictures.put(what, BarPicture.of(title, rows).svg());
        }
    }

    private static Map<String, Integer> largest(Map<String, Integer> counts) {
        Map<String, Integer> largest = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(BARS)
                .forEach(one -> largest.put(one.getKey(), one.getValue()));
        return largest;
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

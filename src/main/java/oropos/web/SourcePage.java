package oropos.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;
import oropos.answer.Answer.Citation;
import oropos.library.SourceId;
import oropos.library.Version;

/// A source: its record, its standing, and its text in the version that was cited, with the cited
/// passage marked.
@Admits(anyone = true)
@Controller
class SourcePage {

    private static final Pattern PLACE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

    private final ReadingRoom room;

    SourcePage(ReadingRoom room) {
        this.room = room;
    }

    static String address(Citation citation) {
        return "/source?id="
                + UriUtils.encode(citation.source(), StandardCharsets.UTF_8)
                + "&v="
                + UriUtils.encode(citation.version(), StandardCharsets.UTF_8)
                + "&at="
                + citation.start()
                + "-"
                + citation.end()
                + "#passage";
    }

    @GetMapping("/source")
    String source(
            @RequestParam("id") String id,
            @RequestParam(name = "v", required = false) @Nullable String hash,
            @RequestParam(name = "at", required = false) @Nullable String at,
            Model model) {
        SourceId source = id(id);
        List<Version> current = room.current(source);
        Version version =
                (hash == null ? current.stream().findFirst() : room.version(source, hash))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("view", SourceView.of(version, current, start(at), end(at)));
        return "source";
    }

    private static SourceId id(String id) {
        try {
            return new SourceId(id);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }

    private static int start(@Nullable String at) {
        return place(at, 1);
    }

    private static int end(@Nullable String at) {
        return place(at, 2);
    }

    private static int place(@Nullable String at, int group) {
        if (at == null) {
            return 0;
        }
        Matcher matcher = PLACE.matcher(at);
        if (!matcher.matches()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "at is start-end, but was " + at);
        }
        return Integer.parseInt(matcher.group(group));
    }
}

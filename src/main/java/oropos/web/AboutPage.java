package oropos.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What Oropos does, what it refuses to do, and whose work it stands on.
@Admits(anyone = true)
@Controller
class AboutPage {

    /// What somebody read, kept in their browser alone: the page holds no word of it.
    @GetMapping("/reading-log")
    String readingLog() {
        return "reading-log";
    }

    @GetMapping("/about")
    String about() {
        return "about";
    }
}

package oropos.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What Oropos does, what it refuses to do, and whose work it stands on.
@Admits(anyone = true)
@Controller
class AboutPage {

    @GetMapping("/about")
    String about() {
        return "about";
    }
}

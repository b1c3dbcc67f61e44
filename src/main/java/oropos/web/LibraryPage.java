package oropos.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// How current the library is and what it holds. The numbers stand in [PageFrame].
@Controller
class LibraryPage {

    @GetMapping("/library")
    String library() {
        return "library";
    }
}

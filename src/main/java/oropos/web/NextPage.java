package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import oropos.question.Reader;

/// Questions that may be asked next: a page of its own without script; with script its list is shown
/// above the box for follow-ups when that comes near.
@Admits(anyone = true)
@Controller
class NextPage {

    private final Answers answers;
    private final NextQuestions next;

    NextPage(Answers answers, NextQuestions next) {
        this.answers = answers;
        this.next = next;
    }

    /// @param questions each of which gets an answer that says something new
    record Next(List<String> questions) {}

    @GetMapping("/a/{id}/next")
    String next(@PathVariable("id") String id, Model model, HttpServletRequest request) {
        Answers.Given given = given(id);
        Reader reader =
                ReaderChoice.remembered(request)
                        .or(() -> ReaderChoice.of(given.answer().understood().reader()))
                        .orElse(ReaderChoice.UNSAID);
        model.addAttribute("id", id);
        model.addAttribute("title", given.answer().title());
        model.addAttribute("reader", reader);
        model.addAttribute("questions", next.of(given, reader));
        return "next";
    }

    /// As JSON, in the words of the reader the question was asked for.
    @GetMapping(path = "/api/answers/{id}/next", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Next json(@PathVariable("id") String id) {
        Answers.Given given = given(id);
        Reader reader =
                ReaderChoice.of(given.answer().understood().reader()).orElse(ReaderChoice.UNSAID);
        return new Next(next.of(given, reader));
    }

    private Answers.Given given(String id) {
        return answers.byId(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

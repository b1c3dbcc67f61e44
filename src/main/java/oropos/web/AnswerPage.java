package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import oropos.answer.Answer;
import oropos.question.Reader;

/// The page of an answer, in the order the contract fixes, in the words of who reads: `?reader=carer`,
/// else the reader remembered, else the one it was asked for.
@Admits(anyone = true)
@Controller
class AnswerPage {

    private final Answers answers;
    private final ReadingRoom room;

    AnswerPage(Answers answers, ReadingRoom room) {
        this.answers = answers;
        this.room = room;
    }

    @GetMapping("/a/{id}")
    String answer(
            @PathVariable("id") String id,
            @RequestParam(name = "reader", required = false) @Nullable String chosen,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Answers.Given given =
                answers.byId(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Reader reader = ReaderChoice.now(chosen, given.answer(), request, response);
        model.addAttribute("view", AnswerView.of(given, room, reader));
        before(given)
                .map(before -> Changes.between(before, given.answer()))
                .ifPresent(changes -> model.addAttribute("changes", changes));
        return "answer";
    }

    /// The answer this one was asked again from, where it is still kept; also one of several parts.
    private Optional<Answer> before(Answers.Given given) {
        String address = given.before();
        if (address == null) {
            return Optional.empty();
        }
        String[] idAndPart = address.split("/", 2);
        Optional<Answer> whole = answers.byId(idAndPart[0]).map(Answers.Given::answer);
        if (idAndPart.length == 1) {
            return whole;
        }
        return whole.map(Answer::parts)
                .flatMap(parts ->
                        IntStream.range(0, parts.size())
                                .filter(i -> idAndPart[1].equals(String.valueOf(i + 1)))
                                .mapToObj(parts::get)
                                .findFirst());
    }

    /// The whole answer to one of several questions that were asked together.
    @GetMapping("/a/{id}/{part:[1-9]}")
    String part(
            @PathVariable("id") String id,
            @PathVariable("part") int part,
            @RequestParam(name = "reader", required = false) @Nullable String chosen,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        List<AnswerView> parts =
                answers.byId(id)
                        .map(given ->
                                AnswerView.of(
                                                given,
                                                room,
                                                ReaderChoice.now(
                                                        chosen, given.answer(), request, response))
                                        .parts())
                        .orElse(List.of());
        if (part > parts.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("view", parts.get(part - 1));
        return "answer";
    }
}

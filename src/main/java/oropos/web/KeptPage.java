package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import oropos.answer.AnswerJson;

/// What the owner of a thread may do with it: take it away as a file, have it forgotten with everything
/// made from it, pass on a copy without the words that were typed, and take that back.
@Admits(anyone = true)
@Controller
class KeptPage {

    private static final MediaType LINES = new MediaType("application", "x-ndjson");

    private final Answers answers;
    private final Owners owners;
    private final NextQuestions next;
    private final Taken taken;

    KeptPage(Answers answers, Owners owners, NextQuestions next, Taken taken) {
        this.taken = taken;
        this.answers = answers;
        this.owners = owners;
        this.next = next;
    }

    /// The thread up to its last answer, one a line, as `oropos ask --after` and `oropos verify` read it.
    @GetMapping("/a/{id}/thread.jsonl")
    ResponseEntity<String> export(@PathVariable("id") String id, HttpServletRequest request) {
        own(id, request);
        String lines =
                answers.thread(id).stream()
                        .filter(one -> owners.owns(one, request))
                        .flatMap(one -> answers.byId(one).stream())
                        .map(given -> AnswerJson.canonical(given.answer()) + "\n")
                        .collect(Collectors.joining());
        return ResponseEntity.ok()
                .contentType(LINES)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"oropos-thread.jsonl\"")
                .body(lines);
    }

    @PostMapping("/a/{id}/forget")
    String forget(
            @PathVariable("id") String id,
            HttpServletRequest request,
            HttpServletResponse response) {
        own(id, request);
        taken.drop(request, response);
        List<String> thread =
                answers.thread(id).stream().filter(one -> owners.owns(one, request)).toList();
        for (String one : thread) {
            answers.sharesOf(one).forEach(this::forget);
            forget(one);
        }
        return "redirect:/?forgotten=" + thread.size();
    }

    @PostMapping("/a/{id}/share")
    String share(@PathVariable("id") String id, HttpServletRequest request) {
        own(id, request);
        answers.byId(id).ifPresent(given -> answers.share(given, Shared.of(given.answer())));
        return "redirect:/a/" + id + "#yours";
    }

    @PostMapping("/a/{id}/unshare")
    String unshare(@PathVariable("id") String id, HttpServletRequest request) {
        own(id, request);
        answers.sharesOf(id).forEach(this::forget);
        return "redirect:/a/" + id + "#yours";
    }

    private void forget(String id) {
        answers.forget(id);
        owners.forget(id);
        next.forget(id);
    }

    private void own(String id, HttpServletRequest request) {
        if (!owners.owns(id, request)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}

package oropos.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import oropos.answer.Answer;
import oropos.answer.EvidenceCsv;
import oropos.answer.EvidenceRow;
import oropos.library.Claim;
import oropos.library.Passage;
import oropos.library.SourceId;

/// The evidence table of an answer: a row for each source used, sorted by the column whose head is
/// followed, without script; the same as CSV; and a picture of effects where sources tell them on one
/// outcome.
@Admits(anyone = true)
@Controller
class EvidencePage {

    private final Answers answers;
    private final ReadingRoom room;

    EvidencePage(Answers answers, ReadingRoom room) {
        this.answers = answers;
        this.room = room;
    }

    @GetMapping("/a/{id}/evidence")
    String evidence(
            @PathVariable("id") String id,
            @RequestParam(name = "by", required = false) @Nullable String by,
            Model model) {
        Answers.Given given = given(id);
        model.addAttribute("id", id);
        model.addAttribute("answer", given.answer());
        model.addAttribute("table", EvidenceView.of(rows(given.answer()), by));
        return "evidence";
    }

    @GetMapping("/a/{id}/evidence.csv")
    @ResponseBody
    ResponseEntity<byte[]> csv(@PathVariable("id") String id) {
        Answers.Given given = given(id);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"oropos-" + given.id() + "-evidence.csv\"")
                .body(EvidenceCsv.of(rows(given.answer())).getBytes(StandardCharsets.UTF_8));
    }

    private Answers.Given given(String id) {
        return answers.byId(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<EvidenceRow> rows(Answer answer) {
        return EvidenceRow.of(answer, this::claim);
    }

    /// The typed fields of the passage a citation stands in, read again from the record.
    private Optional<Claim> claim(Answer.Citation citation) {
        return room.version(new SourceId(citation.source()), citation.version()).stream()
                .flatMap(version -> version.passages().stream())
                .filter(passage -> holds(passage, citation))
                .flatMap(passage -> Optional.ofNullable(passage.claim()).stream())
                .findFirst();
    }

    private static boolean holds(Passage passage, Answer.Citation citation) {
        return passage.span().start() <= citation.start() && citation.end() <= passage.span().end();
    }
}

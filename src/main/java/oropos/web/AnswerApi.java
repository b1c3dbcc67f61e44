package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.question.Asked;
import oropos.question.Askers;
import oropos.question.Corrections;
import oropos.question.Reader;

/// Asking as JSON. The body of an answer is the JSON of the contract, byte for byte what was hashed
/// and signed; its address stands in `Location`.
@Admits(anyone = true)
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class AnswerApi {

    private final Desk desk;
    private final Answers answers;
    private final Threads threads;

    AnswerApi(Desk desk, Answers answers, Threads threads) {
        this.desk = desk;
        this.threads = threads;
        this.answers = answers;
    }

    /// @param reader a code of the contract's list; where absent whoever the question says asks, else the
    ///     physician
    /// @param follows id of the answer the question follows, as it stood in `Location`; or absent
    /// @param restore words of the question that identify nobody, as they stand in it; or absent
    /// @param open the follow-up of which it was not clear whom it was about, which this question answers; or absent
    record Request(
            @Nullable String question,
            @Nullable String reader,
            @Nullable String follows,
            @Nullable List<String> restore,
            @Nullable String open) {}

    @PostMapping(path = "/ask", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> ask(@RequestBody Request request, HttpServletRequest from) {
        if (request.question() == null) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "the field \"question\" is missing");
        }
        Asked asked =
                new Asked(
                        Corrections.typed(request.question()),
                        reader(request.reader(), request.question()),
                        restored(request.restore()));
        if (request.follows() != null && answers.at(request.follows()).isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "no answer is kept under the id in \"follows\"; ask the whole question");
        }
        Threads.Next next =
                threads.next(
                        asked,
                        request.follows(),
                        null,
                        request.open() == null ? "" : Corrections.typed(request.open()));
        if (!(next instanceof Threads.Next.Ask ask)) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "it is not clear which source, whom or which drug or test the question is about: name"
                            + " the reference by its number, the drug or test by its name, or say age and"
                            + " sex of the person");
        }
        Answers.Given given = desk.ask(ask, Quota.network(from.getRemoteAddr()), stage -> {});
        return ResponseEntity.ok()
                .location(URI.create("/api/answers/" + given.id()))
                .body(AnswerJson.canonical(given.answer()));
    }

    @GetMapping("/answers/{id}")
    String answer(@PathVariable("id") String id) {
        return answers.byId(id)
                .map(given -> AnswerJson.canonical(given.answer()))
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.NOT_FOUND,
                                "no answer is kept under this id; answers are kept for "
                                        + answers.kept().toHours()
                                        + " hours"));
    }

    /// The answer to one of several questions that were asked together.
    @GetMapping("/answers/{id}/{part:[1-9]}")
    String part(@PathVariable("id") String id, @PathVariable("part") int part) {
        List<Answer> parts =
                answers.byId(id).map(given -> given.answer().parts()).orElse(List.of());
        if (part > parts.size()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "no part with this number is kept under this id");
        }
        return AnswerJson.canonical(parts.get(part - 1));
    }

    private static Set<String> restored(@Nullable List<String> words) {
        if (words == null) {
            return Set.of();
        }
        if (words.size() > Asked.MOST_RESTORED || words.stream().anyMatch(Objects::isNull)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "the field \"restore\" is a list of at most "
                            + Asked.MOST_RESTORED
                            + " words of the question");
        }
        return Set.copyOf(words);
    }

    private static Reader reader(@Nullable String code, String question) {
        if (code == null) {
            return Askers.told(question).orElse(ReaderChoice.UNSAID);
        }
        return ReaderChoice.of(code)
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.BAD_REQUEST,
                                "the field \"reader\" is one of physician, resident,"
                                        + " nurse, pharmacist, student, patient, carer"));
    }
}

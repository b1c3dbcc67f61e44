package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import oropos.question.Asked;
import oropos.question.TakenOut;

/// Asks a question again with a false alarm restored: a word that was taken out as an identifier and is
/// none, or taken out again.
///
/// The word comes with the request of the browser it was typed in, and goes with it.
@Admits(anyone = true)
@Controller
class RestorePage {

    private final Answers answers;
    private final Owners owners;
    private final Taken taken;
    private final Desk desk;

    RestorePage(Answers answers, Owners owners, Taken taken, Desk desk) {
        this.answers = answers;
        this.owners = owners;
        this.taken = taken;
        this.desk = desk;
    }

    /// @param nth which of the stretches, from 0
    /// @param restored whether it is to be read, or taken out again
    @PostMapping("/a/{id}/restore")
    String restore(
            @PathVariable("id") String id,
            @RequestParam("nth") int nth,
            @RequestParam("restored") boolean restored,
            HttpServletRequest request,
            HttpServletResponse response) {
        Answers.Given given =
                answers.byId(id)
                        .filter(one -> owners.owns(id, request))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        TakenOut before = taken.of(given.answer().asked(), request).orElse(null);
        if (before == null || nth < 0 || nth >= before.stretches().size()) {
            return "redirect:/a/" + id + "#taken";
        }
        TakenOut now = before.with(nth, restored);
        Asked asked =
                new Asked(
                        now.whole(),
                        ReaderChoice.of(given.answer().understood().reader())
                                .orElse(ReaderChoice.UNSAID),
                        now.restored());
        taken.carry(asked, request, response);
        Answers.Given again =
                desk.ask(
                        new Threads.Next.Ask(asked, null, id, given.follows()),
                        Quota.network(request.getRemoteAddr()),
                        stage -> {});
        owners.give(again.id(), owners.of(request, response));
        return "redirect:/a/" + again.id() + "#taken";
    }
}

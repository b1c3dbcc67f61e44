package oropos.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import oropos.answer.Answer;
import oropos.answer.HandoverSheet;

/// An answer as a handover, to be copied: `?form=sbar` or `?form=shift`.
@Admits(anyone = true)
@Controller
class HandoverPage {

    private final Answers answers;

    HandoverPage(Answers answers) {
        this.answers = answers;
    }

    @GetMapping("/a/{id}/handover")
    String page(
            @PathVariable("id") String id,
            @RequestParam(name = "form", defaultValue = "sbar") String form,
            Model model) {
        HandoverSheet sheet = sheet(id, null, form);
        model.addAttribute("id", id);
        model.addAttribute("sheet", sheet);
        model.addAttribute("forms", HandoverSheet.Form.values());
        return "handover";
    }

    @GetMapping("/a/{id}/{part:[1-9]}/handover")
    String part(
            @PathVariable("id") String id,
            @PathVariable("part") int part,
            @RequestParam(name = "form", defaultValue = "sbar") String form,
            Model model) {
        model.addAttribute("id", id + "/" + part);
        model.addAttribute("sheet", sheet(id, part, form));
        model.addAttribute("forms", HandoverSheet.Form.values());
        return "handover";
    }

    @GetMapping(path = "/api/answers/{id}/handover", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String json(
            @PathVariable("id") String id,
            @RequestParam(name = "form", defaultValue = "sbar") String form) {
        return sheet(id, null, form).json();
    }

    private HandoverSheet sheet(String id, @Nullable Integer part, String form) {
        Answer answer =
                answers.at(part == null ? id : id + "/" + part)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        HandoverSheet.Form chosen =
                HandoverSheet.Form.named(form)
                        .orElseThrow(() ->
                                new ResponseStatusException(
                                        HttpStatus.BAD_REQUEST, "the form is sbar or shift"));
        return HandoverSheet.of(answer, chosen);
    }
}

package oropos.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import oropos.people.People;
import oropos.people.Policy;
import oropos.people.Role;
import oropos.people.SignedIn;
import oropos.review.Reviews;

/// The editorial policy in its versions: read by everybody, edited by an administrator.
@Controller
class PolicyPage {

    private final People people;
    private final Reviews reviews;

    PolicyPage(People people, Reviews reviews) {
        this.people = people;
        this.reviews = reviews;
    }

    /// A piece of the text: a heading, a paragraph or a list.
    ///
    /// @param kind `heading`, `paragraph` or `list`
    record Piece(String kind, List<String> lines) {}

    /// Headings begin with `## `, points of a list with `* `; everything else is paragraphs, parted by
    /// empty lines. Nothing in the text is ever taken for markup of the page.
    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        List<String> points = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String line : (text + "\n\n").lines().map(String::strip).toList()) {
            boolean point = line.startsWith("* ");
            if (!point && !points.isEmpty()) {
                pieces.add(new Piece("list", List.copyOf(points)));
                points.clear();
            }
            if ((line.isEmpty() || point || line.startsWith("## ")) && !paragraph.isEmpty()) {
                pieces.add(new Piece("paragraph", List.of(paragraph.toString())));
                paragraph.setLength(0);
            }
            if (point) {
                points.add(line.substring(2));
            } else if (line.startsWith("## ")) {
                pieces.add(new Piece("heading", List.of(line.substring(3))));
            } else if (!line.isEmpty()) {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
            }
        }
        return pieces;
    }

    @Admits(anyone = true)
    @GetMapping("/policy")
    String inForce(Model model) {
        return show(people.policies().inForce(), model);
    }

    @Admits(anyone = true)
    @GetMapping("/policy/{number:[0-9]{1,6}}")
    String version(@PathVariable("number") int number, Model model) {
        return show(
                people.policies().all().stream()
                        .filter(one -> one.number() == number)
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
                model);
    }

    private String show(Policy policy, Model model) {
        List<Policy> all = people.policies().all();
        model.addAttribute("policy", policy);
        model.addAttribute("pieces", pieces(policy.text()));
        model.addAttribute("versions", all);
        model.addAttribute("inForce", all.getFirst().number() == policy.number());
        return "policy";
    }

    @Admits(value = Role.ADMINISTRATOR, fresh = true)
    @GetMapping("/policy/edit")
    String form(Model model) {
        Policy policy = people.policies().inForce();
        model.addAttribute("after", policy.number());
        model.addAttribute("text", policy.text());
        return "policy-edit";
    }

    @Admits(value = Role.ADMINISTRATOR, fresh = true)
    @PostMapping("/policy/edit")
    String publish(
            @RequestParam("after") int after,
            @RequestParam("text") String text,
            @RequestParam("note") String note,
            @RequestParam(name = "material", defaultValue = "false") boolean material,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        try {
            Policy published =
                    people.policies()
                            .publish(
                                    after,
                                    text.replace("\r\n", "\n"),
                                    note,
                                    material,
                                    who.account().id());
            if (material) {
                reviews.reopenings().policyChanged(String.valueOf(published.number()));
            }
            return "redirect:/policy";
        } catch (IllegalStateException meanwhile) {
            model.addAttribute(
                    "problem",
                    "Not published: "
                            + meanwhile.getMessage()
                            + ". Your text stands below; compare it and publish again.");
            model.addAttribute("after", people.policies().inForce().number());
            response.setStatus(409);
        } catch (IllegalArgumentException problem) {
            model.addAttribute("problem", problem.getMessage());
            model.addAttribute("after", after);
            response.setStatus(422);
        }
        model.addAttribute("text", text);
        model.addAttribute("note", note);
        model.addAttribute("material", material);
        return "policy-edit";
    }
}

package oropos.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.Declaration;
import oropos.people.People;
import oropos.people.Role;
import oropos.publication.Articles;

/// Who stands behind articles: members with specialty, roles and what they declared. Public, because a
/// reader has to be able to judge who signed. No address, sign-in name or registration number is here.
@Admits(anyone = true)
@Controller
class BoardPage {

    /// The roles whose holders sign or decide something a reader sees.
    private static final Role[] BOARD = {
        Role.EVIDENCE_EDITOR,
        Role.CLINICAL_REVIEWER,
        Role.LAY_REVIEWER,
        Role.APPROVER,
        Role.CHAIR,
        Role.PUBLISHER,
        Role.MANAGING_EDITOR
    };

    private final People people;
    private final Articles articles;

    BoardPage(People people, Articles articles) {
        this.people = people;
        this.articles = articles;
    }

    /// A member as readers see them.
    ///
    /// @param roles in words
    /// @param deeds what they reviewed and approved
    record Member(
            String id,
            String name,
            @Nullable String specialty,
            boolean clinician,
            String roles,
            boolean active,
            List<Declaration> declarations,
            List<Articles.Deed> deeds) {}

    private Member member(Account account) {
        List<String> roles =
                account.roles().stream()
                        .filter(role -> List.of(BOARD).contains(role))
                        .map(Role::words)
                        .toList();
        return new Member(
                account.id().text(),
                account.shownName(),
                account.specialty(),
                account.clinician(),
                String.join(", ", roles),
                account.active(),
                people.declarations(account.id()),
                articles.deeds(account.id().text()));
    }

    @GetMapping("/board")
    String board(Model model) {
        model.addAttribute(
                "members",
                people.all().stream().filter(one -> one.mayAny(BOARD)).map(this::member).toList());
        return "board";
    }

    /// A member, also one who left: what they signed still names them.
    @GetMapping("/board/{id}")
    String one(@PathVariable("id") String id, Model model) {
        Optional<Account> found;
        try {
            found = people.find(new AccountId(id));
        } catch (IllegalArgumentException noId) {
            found = Optional.empty();
        }
        Member member =
                found.map(this::member)
                        .filter(one -> !one.roles().isEmpty())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("member", member);
        return "member";
    }
}

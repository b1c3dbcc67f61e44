package oropos.web;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import oropos.people.Role;
import oropos.people.SignedIn;
import oropos.review.Article;
import oropos.review.ArticleVersion;
import oropos.review.Flag;
import oropos.review.Reviews;
import oropos.review.Risk;

/// What waits for people: versions in work and pages with open flags, the gravest first, then the
/// riskiest, then the oldest.
@Admits({
    Role.AUTHOR,
    Role.EVIDENCE_EDITOR,
    Role.CLINICAL_REVIEWER,
    Role.LAY_REVIEWER,
    Role.APPROVER,
    Role.CHAIR,
    Role.PUBLISHER,
    Role.MANAGING_EDITOR,
    Role.AUDITOR
})
@Controller
class QueuePage {

    private final Reviews reviews;

    QueuePage(Reviews reviews) {
        this.reviews = reviews;
    }

    /// @param gravity of its gravest open flag, or null
    record Waiting(
            Article article,
            ArticleVersion version,
            Flag.@Nullable Gravity gravity,
            List<String> flags,
            List<String> risks,
            long age) {

        int order() {
            return gravity == null ? Flag.Gravity.values().length : gravity.ordinal();
        }
    }

    @GetMapping("/review")
    String queue(
            @RequestParam(name = "specialty", required = false) @Nullable String specialty,
            SignedIn who,
            Model model) {
        String only = who.account().guestOf();
        List<Waiting> all =
                reviews.all().stream()
                        .filter(one -> only == null || only.equals(one.address().value()))
                        .flatMap(article ->
                                Stream.of(article.latest(), article.shown())
                                        .distinct()
                                        .filter(one ->
                                                one.state().isOpen() || !one.openFlags().isEmpty())
                                        .map(one -> waiting(article, one)))
                        .sorted(
                                Comparator.comparingInt(Waiting::order)
                                        .thenComparing(one -> -one.risks().size())
                                        .thenComparing(one -> -one.age())
                                        .thenComparing(one -> one.article().address().value()))
                        .toList();
        model.addAttribute(
                "specialties",
                new TreeSet<>(all.stream().map(one -> one.version().specialty()).toList()));
        model.addAttribute("specialty", specialty);
        model.addAttribute(
                "waiting",
                specialty == null || specialty.isBlank()
                        ? all
                        : all.stream()
                                .filter(one -> one.version().specialty().equals(specialty))
                                .toList());
        return "queue";
    }

    private Waiting waiting(Article article, ArticleVersion version) {
        return new Waiting(
                article,
                version,
                version.openFlags().stream()
                        .map(Flag::gravity)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                version.openFlags().stream().map(Flag::reason).toList(),
                version.content().risks().stream().sorted().map(Risk::words).toList(),
                DeskView.age(version, reviews.today()));
    }
}

package oropos.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oropos.people.Account;
import oropos.people.Leave;
import oropos.people.People;
import oropos.people.Role;
import oropos.review.Article;
import oropos.review.ArticleVersion;
import oropos.review.Assignment;
import oropos.review.Assignments;
import oropos.review.Reviews;
import oropos.review.State;

/// What the managing editor sees: which versions want reviewers, who has them, and who has time.
///
/// @param waiting versions in review, those nobody was asked for first, then the oldest
/// @param reviewers everybody who reviews, by specialty
record EditorView(List<Waiting> waiting, List<Reviewer> reviewers, LocalDate today) {

    /// Days until the date that the form proposes.
    private static final int USUAL = 14;

    /// Shortest word of a specialty by which two are taken for the same.
    private static final int WORD = 4;

    private static final Role[] REVIEWERS = {
        Role.CLINICAL_REVIEWER, Role.LAY_REVIEWER, Role.EVIDENCE_EDITOR, Role.APPROVER, Role.CHAIR
    };

    /// @param fitting who reviews in its specialty
    /// @param others everybody else who reviews
    record Waiting(
            Article article,
            ArticleVersion version,
            long age,
            List<Given> given,
            List<Reviewer> fitting,
            List<Reviewer> others) {}

    /// @param reminded day of the last reminder, or null
    record Given(
            Assignment assignment,
            String name,
            boolean done,
            boolean late,
            @Nullable LocalDate reminded) {}

    /// @param away the last day of the absence that goes on, or null
    /// @param leaves what is taken down for later too
    record Reviewer(
            Account account, Assignments.Load load, @Nullable LocalDate away, List<Leave> leaves) {

        /// As it stands in a list to choose from.
        public String line() {
            String specialty = account.specialty();
            return account.shownName()
                    + (specialty == null ? "" : ", " + specialty)
                    + (load.open() == 0 ? "" : ", " + load.open() + " open")
                    + (load.late() == 0 ? "" : ", " + load.late() + " late")
                    + (away == null ? "" : ", away until " + away)
                    + (account.guestOf() == null ? "" : ", guest");
        }

        /// Whether a specialty of the queue is this person's: they share a word.
        boolean fits(String specialty) {
            String own = account.specialty();
            return own != null && words(own).stream().anyMatch(words(specialty)::contains);
        }
    }

    private static Set<String> words(String specialty) {
        return Arrays.stream(specialty.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .map(word -> word.replace("paed", "ped"))
                .filter(word -> word.length() >= WORD)
                .collect(Collectors.toSet());
    }

    public LocalDate proposed() {
        return today.plusDays(USUAL);
    }

    static EditorView of(Reviews reviews, People people) {
        LocalDate today = reviews.today();
        Assignments book = reviews.assignments();
        Map<String, Assignments.Load> loads = book.loads();
        List<Reviewer> reviewers =
                people.all().stream()
                        .filter(one -> one.mayAny(REVIEWERS))
                        .map(one ->
                                new Reviewer(
                                        one,
                                        loads.getOrDefault(
                                                one.id().text(), new Assignments.Load(0, 0)),
                                        people.leaves().awayUntil(one.id(), today).orElse(null),
                                        people.leaves().of(one.id(), today)))
                        .sorted(
                                Comparator.comparing((Reviewer one) ->
                                                String.valueOf(one.account().specialty())
                                                        .toLowerCase(Locale.ROOT))
                                        .thenComparing(one -> one.account().shownName()))
                        .toList();
        Map<String, String> names = new HashMap<>();
        people.all().forEach(one -> names.put(one.id().text(), one.shownName()));
        List<Waiting> waiting =
                reviews.all().stream()
                        .filter(one ->
                                one.latest().state() == State.SUBMITTED
                                        || one.latest().state() == State.UNDER_REVIEW)
                        .map(one -> waiting(one, book, reviewers, names, today))
                        .sorted(
                                Comparator.comparing((Waiting one) -> !one.given().isEmpty())
                                        .thenComparing(one -> -one.age())
                                        .thenComparing(one -> one.article().address().value()))
                        .toList();
        return new EditorView(waiting, reviewers, today);
    }

    private static Waiting waiting(
            Article article,
            Assignments book,
            List<Reviewer> reviewers,
            Map<String, String> names,
            LocalDate today) {
        ArticleVersion version = article.latest();
        List<Given> given =
                book.of(version).stream().map(one -> given(one, book, names, today)).toList();
        List<Reviewer> able =
                reviewers.stream()
                        .filter(one ->
                                one.account().guestOf() == null
                                        || article.address()
                                                .value()
                                                .equals(one.account().guestOf()))
                        .filter(one ->
                                !version.work().authors().contains(one.account().id().text()))
                        .filter(one ->
                                given.stream()
                                        .noneMatch(g ->
                                                g.assignment()
                                                        .account()
                                                        .equals(one.account().id().text())))
                        .toList();
        return new Waiting(
                article,
                version,
                DeskView.age(version, today),
                given,
                able.stream().filter(one -> one.fits(version.specialty())).toList(),
                able.stream().filter(one -> !one.fits(version.specialty())).toList());
    }

    private static Given given(
            Assignment one, Assignments book, Map<String, String> names, LocalDate today) {
        boolean done = book.isDone(one);
        return new Given(
                one,
                names.getOrDefault(one.account(), one.account()),
                done,
                !done && one.isLate(today),
                Optional.ofNullable(one.reminded())
                        .map(at -> LocalDate.ofInstant(at, java.time.ZoneOffset.UTC))
                        .orElse(null));
    }
}

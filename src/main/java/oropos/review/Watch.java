package oropos.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import oropos.library.Source;

/// Compares how the sources of a version stand now with how they stood when it was made, and says what
/// that asks for.
///
/// Three classes, so that nobody drowns. Safety: a source was retracted, and what it carried has lost
/// its ground; "approved" comes off at once. Material: the source stands under the bottom line, 30
/// days. Minor: everything else, with the quarterly batch.
final class Watch {

    private static final Map<String, Flag.Kind> KINDS =
            Map.of(
                    "retracted", Flag.Kind.SOURCE_RETRACTED,
                    "concern", Flag.Kind.SOURCE_CONCERN,
                    "corrected", Flag.Kind.SOURCE_CORRECTED,
                    "superseded", Flag.Kind.SOURCE_SUPERSEDED);

    private static final Set<Flag.Kind> OF_SOURCES = Set.copyOf(KINDS.values());

    private final Function<String, Optional<Source>> now;
    private final Map<String, Optional<Source>> known = new HashMap<>();

    /// @param now how a source stands, by its id
    Watch(Function<String, Optional<Source>> now) {
        this.now = now;
    }

    /// The flags to raise and the ones to lower, as steps of the program.
    List<Step> steps(ArticleVersion version, LocalDate day) {
        List<Step> steps = new ArrayList<>();
        Map<String, Flag.Kind> stand = new HashMap<>();
        for (CitedSource cited : version.content().sources()) {
            Optional<Source> source = known.computeIfAbsent(cited.source(), now);
            if (source.isEmpty()) {
                continue;
            }
            String standing = source.get().standing().code();
            Flag.Kind kind = standing.equals(cited.standing()) ? null : KINDS.get(standing);
            if (kind == null) {
                continue;
            }
            stand.put(cited.work(), kind);
            boolean told =
                    version.work().flags().stream()
                            .filter(one -> one.isOpen() || one.gravity() != Flag.Gravity.SAFETY)
                            .anyMatch(
                                    one -> one.kind() == kind && one.about().equals(cited.work()));
            if (!told) {
                steps.add(
                        new Step.Raise(
                                flag(kind, cited, version, source.get().standingNote(), day)));
            }
        }
        for (Flag flag : version.openFlags()) {
            if (OF_SOURCES.contains(flag.kind()) && stand.get(flag.about()) != flag.kind()) {
                noLonger(flag, version, note(flag.about(), version), day).ifPresent(steps::add);
            }
            if (flag.kind() == Flag.Kind.TAKEN_BACK
                    && stand.get(flag.about()) == Flag.Kind.SOURCE_RETRACTED) {
                steps.add(
                        new Step.Lower(
                                flag.kind(), flag.about(), "The source is retracted again."));
            }
        }
        steps.addAll(overdue(version, day));
        return steps;
    }

    private String note(String work, ArticleVersion version) {
        return version.content().sources().stream()
                .filter(one -> one.work().equals(work))
                .flatMap(one -> known.computeIfAbsent(one.source(), now).stream())
                .map(one -> one.standingNote() == null ? "" : " (" + one.standingNote() + ")")
                .findFirst()
                .orElse("");
    }

    /// What follows where a flag's cause is no longer said. One that suspends stays: what took "approved"
    /// off was the library's word, what gives it back is a person's.
    static Optional<Step> noLonger(Flag flag, ArticleVersion version, String note, LocalDate day) {
        if (flag.gravity() != Flag.Gravity.SAFETY) {
            return Optional.of(
                    new Step.Lower(
                            flag.kind(),
                            flag.about(),
                            "The library no longer says so of this source."));
        }
        boolean told =
                version.openFlags().stream()
                        .anyMatch(one ->
                                one.kind() == Flag.Kind.TAKEN_BACK
                                        && one.about().equals(flag.about()));
        return told
                ? Optional.empty()
                : Optional.of(
                        new Step.Raise(
                                new Flag(
                                        Flag.Kind.TAKEN_BACK,
                                        Flag.Gravity.MATERIAL,
                                        flag.about(),
                                        "What suspended this page is no longer said"
                                                + note
                                                + ". It stays suspended until an approver or the chair"
                                                + " settles this, or a new version is published.",
                                        day,
                                        Flag.Gravity.MATERIAL.due(day),
                                        null,
                                        null)));
    }

    private static List<Step> overdue(ArticleVersion version, LocalDate day) {
        LocalDate due = version.work().due();
        if (due == null || !version.isOverdue(day)) {
            return List.of();
        }
        if (due.plusMonths(Due.GRACE).isBefore(day)) {
            return List.of(new Step.Expire());
        }
        boolean told =
                version.openFlags().stream()
                        .anyMatch(one -> one.kind() == Flag.Kind.REVIEW_OVERDUE);
        return told
                ? List.of()
                : List.of(
                        new Step.Raise(
                                new Flag(
                                        Flag.Kind.REVIEW_OVERDUE,
                                        Flag.Gravity.MINOR,
                                        "review",
                                        "Its review was due on " + due + ".",
                                        day,
                                        due.plusMonths(Due.GRACE),
                                        null,
                                        null)));
    }

    /// What a material change of the policy asks for of a version: to be looked at again.
    static List<Step> underPolicy(ArticleVersion version, String policy, LocalDate day) {
        Work.Approval approval = version.work().approval();
        boolean shown = version.state() == State.APPROVED || version.state() == State.PUBLISHED;
        if (!shown || approval == null || approval.policy().equals(policy)) {
            return List.of();
        }
        return List.of(
                new Step.Raise(
                        new Flag(
                                Flag.Kind.POLICY_CHANGED,
                                Flag.Gravity.MATERIAL,
                                "policy " + policy,
                                "It was approved under version "
                                        + approval.policy()
                                        + " of the policy; version "
                                        + policy
                                        + " is in force.",
                                day,
                                Flag.Gravity.MATERIAL.due(day),
                                null,
                                null)));
    }

    /// The flag of an error somebody reported.
    static Flag reported(long id, int claim, ArticleVersion version, LocalDate day) {
        boolean head = version.claim(claim).map(NumberedClaim::bottomLine).orElse(false);
        return new Flag(
                Flag.Kind.ERROR_REPORTED,
                head ? Flag.Gravity.MATERIAL : Flag.Gravity.MINOR,
                "report " + id,
                claim == 0
                        ? "A reader reported an error on the page."
                        : "A reader reported an error on claim " + claim + ".",
                day,
                Flag.Gravity.MATERIAL.due(day),
                null,
                null);
    }

    private static Flag flag(
            Flag.Kind kind,
            CitedSource cited,
            ArticleVersion version,
            @Nullable String note,
            LocalDate day) {
        Flag.Gravity gravity =
                kind == Flag.Kind.SOURCE_RETRACTED && cited.claims() > 0
                        ? Flag.Gravity.SAFETY
                        : cited.bottomLine() ? Flag.Gravity.MATERIAL : Flag.Gravity.MINOR;
        return new Flag(
                kind,
                gravity,
                cited.work(),
                sentence(kind, cited, version, note),
                day,
                gravity.due(day),
                null,
                null);
    }

    /// One sentence: what happened to which source, and what of the article hangs on it.
    private static String sentence(
            Flag.Kind kind, CitedSource cited, ArticleVersion version, @Nullable String note) {
        String what =
                switch (kind) {
                    case SOURCE_RETRACTED -> "was retracted";
                    case SOURCE_CONCERN -> "has an expression of concern";
                    case SOURCE_CORRECTED -> "was corrected";
                    case SOURCE_SUPERSEDED -> "has a newer edition";
                    case UPDATE_NEEDED,
                            REVIEW_OVERDUE,
                            ERROR_REPORTED,
                            POLICY_CHANGED,
                            TAKEN_BACK,
                            NOT_ANSWERED ->
                            throw new IllegalArgumentException(kind + " is not about a source");
                };
        List<NumberedClaim> resting =
                version.content().claims().stream()
                        .filter(claim -> claim.works().contains(cited.work()))
                        .toList();
        long alone = resting.stream().filter(claim -> claim.works().size() == 1).count();
        long head = resting.stream().filter(NumberedClaim::bottomLine).count();
        return "\""
                + cited.title()
                + "\" "
                + what
                + (note == null || note.isBlank() ? "" : " (" + note + ")")
                + "; "
                + counted(resting.size(), "claim rests", "claims rest")
                + " on it, "
                + counted((int) head, "of them in the bottom line", "of them in the bottom line")
                + (kind == Flag.Kind.SOURCE_RETRACTED
                        ? ", and without it "
                                + counted((int) alone, "claim has", "claims have")
                                + " no source."
                        : ".");
    }

    private static String counted(int count, String one, String more) {
        return count + " " + (count == 1 ? one : more);
    }
}

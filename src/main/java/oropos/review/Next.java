package oropos.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The version that a step makes of another, while it is made.
final class Next {

    private final ArticleVersion from;
    private State state;
    private Content content;
    private final List<String> authors;
    private final List<Work.Rating> ratings;
    private final List<Work.SignOff> signOffs;
    private final List<Work.Opinion> opinions;
    private Work.@Nullable Opinion settled;
    private Work.@Nullable Approval approval;
    private final List<Flag> flags;
    private final List<Work.Remark> remarks;
    private final List<Work.Milestone> milestones;
    private @Nullable String reason;
    private @Nullable LocalDate due;
    private final List<BoardStatement> statements;

    private Next(ArticleVersion from) {
        Work work = from.work();
        this.from = from;
        this.state = from.state();
        this.content = from.content();
        this.authors = new ArrayList<>(work.authors());
        this.ratings = new ArrayList<>(work.ratings());
        this.signOffs = new ArrayList<>(work.signOffs());
        this.opinions = new ArrayList<>(work.opinions());
        this.settled = work.settled();
        this.approval = work.approval();
        this.flags = new ArrayList<>(work.flags());
        this.remarks = new ArrayList<>(work.remarks());
        this.milestones = new ArrayList<>(work.milestones());
        this.reason = work.reason();
        this.due = work.due();
        this.statements = new ArrayList<>(work.boardStatements());
    }

    static Next of(ArticleVersion version) {
        return new Next(version);
    }

    /// Takes a step that [Rules] let through.
    ArticleVersion take(Step step, Person person, Circumstances now) {
        switch (step) {
            case Step.Submit() -> reach(State.SUBMITTED, "author", person, now);
            case Step.Take() -> reach(State.UNDER_REVIEW, "clinical reviewer", person, now);
            case Step.SignClaim(int claim, boolean confirming) ->
                    sign(from.claim(claim).orElseThrow().fingerprint(), confirming, person, now);
            case Step.ReadOriginal(int claim) ->
                    sign(
                            ArticleVersion.original(from.claim(claim).orElseThrow()),
                            false,
                            person,
                            now);
            case Step.SignTelling(String reader) ->
                    sign(String.valueOf(content.tellingsToSign().get(reader)), false, person, now);
            case Step.Rate rate -> rate(rate, person, now);
            case Step.Remark(int claim, String words) ->
                    remarks.add(new Work.Remark(claim, words, person.account(), now.at()));
            case Step.Change(Content changed, String what, boolean reworded) ->
                    change(changed, what, reworded, person, now);
            case Step.Judge(String words) -> {
                addAuthor(person);
                int number =
                        statements.stream().mapToInt(BoardStatement::number).max().orElse(0) + 1;
                statements.add(
                        new BoardStatement(
                                number, words.strip(), person.account(), now.at(), List.of()));
            }
            case Step.SignJudgement(int number) ->
                    statements.replaceAll(
                            one -> one.number() == number ? signed(one, person, now) : one);
            case Step.DropJudgement(int number, String why) -> {
                // who signed it judged this version, also where it is gone
                statements.stream()
                        .filter(one -> one.number() == number)
                        .forEach(one -> signOffs.addAll(one.signatures()));
                statements.removeIf(one -> one.number() == number);
                remarks.add(
                        new Work.Remark(
                                0,
                                "Board statement " + number + " was taken out: " + why,
                                person.account(),
                                now.at()));
            }
            case Step.Opine(boolean approve, String hash, String why) ->
                    opinions.add(opinion(approve, hash, why, person, now));
            case Step.Settle(boolean approve, String hash, String why) ->
                    settled = opinion(approve, hash, why, person, now);
            case Step.Return(String why) -> {
                reach(State.CHANGES_REQUESTED, "clinical reviewer", person, now);
                approval = null;
                reason = why;
            }
            case Step.Revise() -> {
                reach(State.DRAFT, "author", person, now);
                addAuthor(person);
            }
            case Step.Approve(String hash, String evidence) -> {
                reach(State.APPROVED, "approver", person, now);
                approval =
                        new Work.Approval(
                                person.account(),
                                person.clinician(),
                                hash,
                                evidence,
                                content.rules(),
                                now.policy(),
                                now.interests(),
                                now.at());
            }
            case Step.Publish(LocalDate next) -> {
                reach(State.PUBLISHED, "publisher", person, now);
                due = next;
            }
            case Step.Supersede(int by) -> {
                reach(State.SUPERSEDED, "publisher", person, now);
                reason = "Version " + by + " took its place.";
            }
            case Step.Withdraw(String why) -> {
                reach(State.WITHDRAWN, "publisher", person, now);
                reason = why;
            }
            case Step.Expire() -> {
                reach(State.EXPIRED, "program", person, now);
                reason = "Its review was due on " + due + " and nobody reviewed it.";
            }
            case Step.Raise(Flag flag) -> flags.add(flag);
            case Step.Lower(Flag.Kind kind, String about, String how) -> {
                // who settles that a notice was taken back settles the notice; the program settles
                // itself
                // alone
                boolean both = kind == Flag.Kind.TAKEN_BACK && !person.isSoftware();
                flags.replaceAll(flag ->
                        flag.isOpen()
                                        && flag.about().equals(about)
                                        && (flag.kind() == kind
                                                || both && flag.gravity() == Flag.Gravity.SAFETY)
                                ? flag.settled(now.day(), how)
                                : flag);
            }
        }
        return done();
    }

    private void reach(State reached, String duty, Person person, Circumstances now) {
        state = reached;
        reason = null;
        milestones.add(new Work.Milestone(reached, now.at(), duty, person.account()));
    }

    private void sign(String of, boolean confirming, Person person, Circumstances now) {
        signOffs.add(
                new Work.SignOff(of, person.account(), person.clinician(), confirming, now.at()));
    }

    /// A rating changes what the claim says of itself: who signed it before did not sign that.
    private void rate(Step.Rate rate, Person person, Circumstances now) {
        String fingerprint = from.claim(rate.claim()).orElseThrow().fingerprint();
        ratings.add(
                new Work.Rating(
                        fingerprint,
                        rate.certainty(),
                        rate.difference(),
                        rate.reason(),
                        person.account(),
                        now.at()));
        // the signature is no longer one of the claim; whoever gave it judged this version all the
        // same
        signOffs.replaceAll(one ->
                one.of().equals(fingerprint)
                        ? new Work.SignOff(
                                "before the rating: " + fingerprint,
                                one.by(),
                                one.clinician(),
                                one.confirming(),
                                one.at())
                        : one);
    }

    private void change(
            Content changed, String what, boolean reworded, Person person, Circumstances now) {
        content = changed;
        approval = null;
        settled = null;
        remarks.add(new Work.Remark(0, what, person.account(), now.at()));
        if (state == State.APPROVED) {
            reach(State.UNDER_REVIEW, "evidence editor", person, now);
        }
        if (reworded) {
            addAuthor(person);
        }
        sign(reworded ? ArticleVersion.REWORDED : ArticleVersion.LEFT_OUT, false, person, now);
        // what a source was flagged for is settled where nothing rests on it any more: everything
        // that
        // changed is judged and approved anew
        flags.replaceAll(flag ->
                flag.isOpen() && flag.kind().isOfSource() && !rests(changed, flag.about())
                        ? flag.settled(now.day(), "No claim rests on it any more.")
                        : flag);
    }

    private static boolean rests(Content content, String work) {
        return content.claims().stream().anyMatch(claim -> claim.works().contains(work));
    }

    private static BoardStatement signed(
            BoardStatement statement, Person person, Circumstances now) {
        List<Work.SignOff> signatures = new ArrayList<>(statement.signatures());
        signatures.add(
                new Work.SignOff(
                        statement.hash(), person.account(), person.clinician(), false, now.at()));
        return new BoardStatement(
                statement.number(), statement.words(), statement.by(), statement.at(), signatures);
    }

    private void addAuthor(Person person) {
        if (!authors.contains(person.account())) {
            authors.add(person.account());
        }
    }

    private static Work.Opinion opinion(
            boolean approve, String hash, String why, Person person, Circumstances now) {
        return new Work.Opinion(person.account(), person.clinician(), approve, hash, why, now.at());
    }

    private ArticleVersion done() {
        return new ArticleVersion(
                from.address(),
                from.number(),
                from.revision() + 1,
                state,
                from.specialty(),
                content,
                new Work(
                        authors,
                        ratings,
                        signOffs,
                        opinions,
                        settled,
                        approval,
                        flags,
                        remarks,
                        milestones,
                        reason,
                        due,
                        statements));
    }
}

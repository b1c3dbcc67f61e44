package oropos.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import oropos.answer.AnswerJson;
import oropos.library.TextKind;

/// One version of an article: what it says, where it stands, and what people did on it.
///
/// A value. A step makes the next one, or is refused with its reason; nothing else changes it. Whether
/// it is approved is computed, never stored alone: [#isApprovedNow].
///
/// @param number 1 for the first version of an article
/// @param revision counts steps; who changes a version names the one they saw
/// @param specialty of the reviewers it waits for, a word of the queue
public record ArticleVersion(
        Address address,
        int number,
        long revision,
        State state,
        String specialty,
        Content content,
        Work work) {

    /// What stands for a claim that somebody left out or chose words for, among what people signed.
    static final String LEFT_OUT = "left out";

    static final String REWORDED = "reworded";

    public ArticleVersion {
        if (number < 1 || revision < 0) {
            throw new IllegalArgumentException(
                    "versions count from 1 and revisions from 0, but were "
                            + number
                            + " and "
                            + revision);
        }
    }

    /// A new draft.
    ///
    /// @param author who hands it in: of a draft that rules made, its submitter is the author
    static ArticleVersion draft(
            Address address, int number, String specialty, Content content, String author) {
        return new ArticleVersion(
                address,
                number,
                0,
                State.DRAFT,
                specialty,
                content,
                new Work(
                        List.of(author),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        List.of()));
    }

    /// Takes a step.
    ///
    /// @param seen the revision whoever takes it looked at
    public Moved after(Step step, Person person, long seen, Circumstances now) {
        if (seen != revision) {
            return new Moved.Refused(
                    Moved.Why.STALE,
                    "Somebody changed this version since you opened it. Nothing was overwritten: open it"
                            + " again to see what changed, then repeat your step.");
        }
        Optional<Moved.Refused> refused = Rules.against(step, this, person, now);
        return refused.<Moved>map(one -> one)
                .orElseGet(() -> new Moved.Done(Next.of(this).take(step, person, now)));
    }

    /// Hash of what decisions are about: the words, the ratings people gave, and what the board says in
    /// its own name.
    public String contentHash() {
        List<String> ratings = new ArrayList<>();
        work.boardStatements()
                .forEach(one -> ratings.add("board|" + one.number() + "|" + one.words()));
        ratings()
                .forEach((fingerprint, rating) ->
                        ratings.add(
                                fingerprint
                                        + "|"
                                        + rating.certainty()
                                        + "|"
                                        + rating.difference()
                                        + "|"
                                        + rating.reason()));
        return ratings.isEmpty()
                ? content.words()
                : AnswerJson.sha256(content.words() + "\n" + String.join("\n", ratings));
    }

    /// The ratings that stand, by the fingerprint of their claim; the last one of a claim holds.
    public TreeMap<String, Work.Rating> ratings() {
        TreeMap<String, Work.Rating> last = new TreeMap<>();
        for (Work.Rating rating : work.ratings()) {
            if (content.claims().stream()
                    .anyMatch(claim -> claim.fingerprint().equals(rating.fingerprint()))) {
                last.put(rating.fingerprint(), rating);
            }
        }
        return last;
    }

    public Optional<NumberedClaim> claim(int number) {
        return content.claims().stream().filter(one -> one.number() == number).findFirst();
    }

    /// Opinions on exactly this content, the last one of each person.
    public List<Work.Opinion> standingOpinions() {
        TreeMap<String, Work.Opinion> last = new TreeMap<>();
        String now = contentHash();
        work.opinions().stream()
                .filter(one -> one.content().equals(now))
                .forEach(one -> last.put(one.by(), one));
        return List.copyOf(last.values());
    }

    public boolean reviewersDiffer() {
        return standingOpinions().stream().map(Work.Opinion::approve).distinct().count() > 1;
    }

    /// The chair's word, where it is about exactly this content.
    public Optional<Work.Opinion> settlement() {
        return Optional.ofNullable(work.settled())
                .filter(one -> one.content().equals(contentHash()));
    }

    /// Opinions that did not prevail; they stand on the page.
    public List<Work.Opinion> minority() {
        return settlement()
                .map(chair ->
                        standingOpinions().stream()
                                .filter(one -> one.approve() != chair.approve())
                                .toList())
                .orElse(List.of());
    }

    /// The signature under a claim or telling as it reads now, where there is one.
    public Optional<Work.SignOff> signOff(String of) {
        return work.signOffs().stream().filter(one -> one.of().equals(of)).reduce((a, b) -> b);
    }

    public List<NumberedClaim> unsigned() {
        return content.claims().stream()
                .filter(claim -> signOff(claim.fingerprint()).isEmpty())
                .toList();
    }

    /// What is signed by who says that they opened the original of a claim.
    static String original(NumberedClaim claim) {
        return "original:" + claim.fingerprint();
    }

    /// Whether everything a claim rests on is known here from summaries of pages about it alone.
    public boolean restsOnSecondary(NumberedClaim claim) {
        List<String> kinds =
                content.sources().stream()
                        .filter(one -> claim.works().contains(one.work()))
                        .map(CitedSource::textKind)
                        .toList();
        return !kinds.isEmpty()
                && kinds.stream().allMatch(TextKind.SUMMARY_OF_SECONDARY.code()::equals);
    }

    /// Who said that they opened the original of a claim as it reads now.
    public Optional<Work.SignOff> originalRead(NumberedClaim claim) {
        return signOff(original(claim));
    }

    /// Claims known from secondary summaries alone of which nobody opened the original yet.
    public List<NumberedClaim> originalUnread() {
        return content.claims().stream()
                .filter(this::restsOnSecondary)
                .filter(claim -> originalRead(claim).isEmpty())
                .toList();
    }

    /// Readers whose telling nobody signed.
    public List<String> unsignedTellings() {
        return content.tellingsToSign().entrySet().stream()
                .filter(telling -> signOff(telling.getValue()).isEmpty())
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    /// Board statements that two clinicians have not signed yet.
    public List<BoardStatement> unsignedStatements() {
        return work.boardStatements().stream()
                .filter(one -> one.signers(work.authors()).size() < BoardStatement.SIGNERS)
                .toList();
    }

    /// Board statements that two clinicians signed: the only ones the public sees.
    public List<BoardStatement> signedStatements() {
        List<BoardStatement> unsigned = unsignedStatements();
        return work.boardStatements().stream().filter(one -> !unsigned.contains(one)).toList();
    }

    public Optional<BoardStatement> statement(int number) {
        return work.boardStatements().stream().filter(one -> one.number() == number).findFirst();
    }

    public List<Flag> openFlags() {
        return work.flags().stream().filter(Flag::isOpen).toList();
    }

    /// Whether an open flag holds up everything until a person decides.
    public boolean isSuspended() {
        return openFlags().stream().anyMatch(one -> one.gravity() == Flag.Gravity.SAFETY);
    }

    /// Whether the word "approved" may be said of this version now: people approved exactly this
    /// content on exactly this evidence, and nothing since has taken that back.
    public boolean isApprovedNow() {
        Work.Approval approval = work.approval();
        return approval != null
                && (state == State.APPROVED || state == State.PUBLISHED)
                && approval.content().equals(contentHash())
                && approval.evidence().equals(content.evidence())
                && !isSuspended();
    }

    /// Everybody who judged this version: they signed, gave an opinion or settled one.
    List<String> judges() {
        List<String> judges = new ArrayList<>();
        work.signOffs().stream()
                .filter(one -> !one.isChange())
                .forEach(one -> judges.add(one.by()));
        work.opinions().forEach(one -> judges.add(one.by()));
        work.ratings().forEach(one -> judges.add(one.by()));
        work.boardStatements()
                .forEach(one -> one.signatures().forEach(sign -> judges.add(sign.by())));
        Work.Opinion chair = work.settled();
        if (chair != null) {
            judges.add(chair.by());
        }
        return judges.stream().distinct().toList();
    }

    /// When its words last changed after it was handed in, where they did.
    public Optional<Instant> changed() {
        return work.signOffs().stream()
                .filter(Work.SignOff::isChange)
                .map(Work.SignOff::at)
                .reduce((a, b) -> b);
    }

    /// Who left a claim out: they shaped what it says and do not approve it.
    List<String> leavers() {
        return work.signOffs().stream()
                .filter(one -> one.of().equals(LEFT_OUT))
                .map(Work.SignOff::by)
                .distinct()
                .toList();
    }

    public boolean isOverdue(LocalDate day) {
        LocalDate due = work.due();
        return state == State.PUBLISHED && due != null && due.isBefore(day);
    }

    public boolean asksForClinicians() {
        return !content.risks().isEmpty() || !work.boardStatements().isEmpty();
    }
}

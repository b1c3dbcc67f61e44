package oropos.review;

import java.util.Locale;
import oropos.ledger.Act;
import oropos.ledger.Ledger;

/// A step as the ledger has it: what kind, about what, never the words people wrote.
final class Told {

    /// What the ledger calls an approval.
    static final String APPROVED = "article.approve";

    private Told() {}

    /// How the ledger names a version.
    static String subject(ArticleVersion version) {
        return "article:" + version.address() + "/" + version.number();
    }

    /// Everything an approval hangs on, as the ledger has it.
    static String approval(Work.Approval approval) {
        return "content "
                + approval.content()
                + ", evidence "
                + approval.evidence()
                + ", policy "
                + approval.policy()
                + ", interests "
                + approval.interests();
    }

    /// Tells the ledger of a step: ids, states and hashes.
    static void to(
            Ledger ledger, ArticleVersion before, ArticleVersion after, Step step, Person person) {
        ledger.append(act(before, after, step, person));
    }

    static Act act(ArticleVersion before, ArticleVersion after, Step step, Person person) {
        return new Act(
                person.account(),
                "article." + code(step),
                subject(after),
                why(step, after),
                before.state().words() + ", revision " + before.revision(),
                after.state().words() + ", revision " + after.revision());
    }

    static String code(Step step) {
        String name = step.getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    static String why(Step step, ArticleVersion after) {
        return switch (step) {
            case Step.SignClaim(int claim, boolean confirming) ->
                    "claim "
                            + claim
                            + (confirming ? ", signed elsewhere before" : ", passage shown");
            case Step.ReadOriginal(int claim) -> "claim " + claim + ", original opened";
            case Step.SignTelling(String reader) -> "telling for " + reader;
            case Step.Rate rate -> "claim " + rate.claim();
            case Step.Remark(int claim, var words) -> "claim " + claim;
            case Step.Change change ->
                    (change.reworded()
                                    ? "other words chosen, content "
                                    : "a claim left out, content ")
                            + after.content().words();
            case Step.Judge judge -> "a board statement, content " + after.contentHash();
            case Step.SignJudgement(int number) -> "board statement " + number;
            case Step.DropJudgement(int number, var why) ->
                    "board statement " + number + " taken out";
            case Step.Opine(boolean approve, String content, var why) ->
                    (approve ? "for approval, content " : "against, content ") + content;
            case Step.Settle(boolean approve, String content, var why) ->
                    (approve ? "for approval, content " : "against, content ") + content;
            case Step.Approve(String content, String evidence) -> {
                Work.Approval approval = after.work().approval();
                yield approval == null
                        ? "content " + content + ", evidence " + evidence
                        : approval(approval);
            }
            case Step.Publish(var due) -> "next review due " + due;
            case Step.Supersede(int by) -> "by version " + by;
            case Step.Raise(Flag flag) ->
                    flag.kind() + ", " + flag.gravity() + ", " + cut(flag.about());
            case Step.Lower(var kind, String about, var how) -> kind + ", " + cut(about);
            case Step.Submit() -> "handed in";
            case Step.Take() -> "review begins";
            case Step.Return back -> "sent back";
            case Step.Revise() -> "taken up again";
            case Step.Withdraw withdraw -> "taken off the page";
            case Step.Expire() -> "review long overdue";
        };
    }

    private static String cut(String words) {
        return words.length() > 200 ? words.substring(0, 200) : words;
    }
}

package oropos.review;

import java.util.LinkedHashMap;
import java.util.Map;

/// What speaks against each step that somebody who looks at a version might take next, so that a desk
/// offers what may be done and says of the rest why not. Nothing is done.
final class Hindrances {

    /// Stands for the reason somebody would still write.
    private static final String ANY_WORDS = "-";

    private Hindrances() {}

    /// By the name of the step; one that is missing may be taken.
    static Map<String, Moved.Refused> of(ArticleVersion version, Person person, Circumstances now) {
        String content = version.contentHash();
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put("submit", new Step.Submit());
        steps.put("take", new Step.Take());
        steps.put("revise", new Step.Revise());
        version.content().claims().stream()
                .findFirst()
                .ifPresent(claim -> steps.put("sign", new Step.SignClaim(claim.number(), false)));
        steps.put("for", new Step.Opine(true, content, ANY_WORDS));
        steps.put("against", new Step.Opine(false, content, ANY_WORDS));
        steps.put("return", new Step.Return(ANY_WORDS));
        steps.put("settle", new Step.Settle(true, content, ANY_WORDS));
        steps.put("approve", new Step.Approve(content, version.content().evidence()));
        steps.put("publish", new Step.Publish(Due.next(version.content(), now.day())));
        steps.put("withdraw", new Step.Withdraw(ANY_WORDS));
        Map<String, Moved.Refused> against = new LinkedHashMap<>();
        steps.forEach((name, step) ->
                Rules.against(step, version, person, now)
                        .ifPresent(refused -> against.put(name, refused)));
        return against;
    }
}

package oropos.review;

import java.util.List;
import java.util.stream.Collectors;
import oropos.people.Account;
import oropos.people.People;

/// The policy and the declarations of interests in force when somebody takes a step, both pinned by an
/// approval; and what is known today of those who signed before.
public record Terms(String policy, String interests, Signers signers) {

    /// Where nothing is known of anybody.
    public Terms(String policy, String interests) {
        this(policy, interests, Signers.UNKNOWN);
    }

    /// As they are for somebody who takes a step on an article now.
    ///
    /// @param subjects what the article is about
    public static Terms of(People people, Account who, String title, List<String> subjects) {
        return new Terms(
                String.valueOf(people.policies().inForce().number()),
                people.pinned(who.id(), title).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(",")),
                Signers.of(people, title, subjects));
    }
}

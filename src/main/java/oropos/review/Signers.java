package oropos.review;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.Conflict;
import oropos.people.People;
import oropos.people.Role;

/// What is known today of those who signed a version earlier.
///
/// Somebody signs while they may. Until the version is published that may end: the account is disabled,
/// the role or the registration taken, an interest declared. Then what they signed does not carry an
/// approval; after it, a published page keeps the names of those who signed when they might.
public interface Signers {

    /// Nothing is known, so nothing speaks against anybody.
    Signers UNKNOWN =
            new Signers() {
                @Override
                public Optional<String> against(String account, Role... any) {
                    return Optional.empty();
                }

                @Override
                public boolean clinician(String account) {
                    return true;
                }

                @Override
                public Set<String> same(String account) {
                    return Set.of(account);
                }
            };

    /// Why what an account signed carries no approval today, in one sentence, or empty.
    ///
    /// @param any the roles of which it needs one
    Optional<String> against(String account, Role... any);

    /// Whether it is still a clinician's.
    boolean clinician(String account);

    /// The accounts of the same human being, this one among them.
    Set<String> same(String account);

    /// Whether a signature under a claim or a telling still counts for an approval.
    default boolean counts(Work.SignOff sign, ArticleVersion version) {
        return Standing.counts(sign, version, this);
    }

    /// As the people of a data folder are now, about one article; each is looked up once, for one step.
    static Signers of(People people, String title, Collection<String> subjects) {
        Map<List<Object>, Optional<String>> asked = new HashMap<>();
        Map<String, Set<String>> same = new HashMap<>();
        return new Signers() {
            @Override
            public Optional<String> against(String account, Role... any) {
                return asked.computeIfAbsent(
                        List.of(account, Set.of(any)), one -> looked(account, any));
            }

            private Optional<String> looked(String account, Role... any) {
                Optional<Account> known = found(people, account);
                if (known.isEmpty()) {
                    return Optional.of("\"" + account + "\" has no account here.");
                }
                Account who = known.get();
                if (people.isDisabled(who.id())) {
                    return Optional.of(
                            "The account of " + who.shownName() + " was disabled since.");
                }
                if (Stream.of(any).noneMatch(who.roles()::contains)) {
                    return Optional.of(
                            who.shownName()
                                    + " is no longer "
                                    + Stream.of(any)
                                            .map(Role::words)
                                            .collect(Collectors.joining(" or "))
                                    + ".");
                }
                return people.conflict(who.id(), title, subjects)
                        .filter(Conflict.Relevant.class::isInstance)
                        .map(one ->
                                who.shownName() + " declared an interest since. " + one.reason());
            }

            @Override
            public boolean clinician(String account) {
                return found(people, account).map(Account::clinician).orElse(false);
            }

            @Override
            public Set<String> same(String account) {
                return same.computeIfAbsent(account, this::sought);
            }

            private Set<String> sought(String account) {
                return found(people, account)
                        .map(one ->
                                Stream.concat(Stream.of(one.id()), people.others(one.id()).stream())
                                        .map(AccountId::text)
                                        .collect(Collectors.toSet()))
                        .orElse(Set.of(account));
            }
        };
    }

    private static Optional<Account> found(People people, String account) {
        try {
            return people.find(new AccountId(account));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /// Names nobody twice: of two accounts of one human being the first.
    default List<String> distinct(Collection<String> accounts) {
        Set<String> seen = new HashSet<>();
        return accounts.stream()
                .filter(one -> {
                    boolean fresh = !seen.contains(one);
                    seen.addAll(same(one));
                    return fresh;
                })
                .toList();
    }
}

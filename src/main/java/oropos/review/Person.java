package oropos.review;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.Conflict;
import oropos.people.People;
import oropos.people.Role;

/// Whoever takes a step, as far as the rules ask.
///
/// @param account id of an account, or [#PROGRAM]
/// @param roles what this account may do for articles
/// @param clinician whether this is a clinician whose registration somebody checked
/// @param interest what bars this person from judging this article, in one sentence, or null: a
///     relevant interest, or interests not declared
/// @param guestOf address of the only article a guest may work on, or null for a member
/// @param others accounts of the same human being: what one of them did, this person did
public record Person(
        String account,
        Set<Role> roles,
        boolean clinician,
        @Nullable String interest,
        @Nullable String guestOf,
        Set<String> others) {

    /// The name under which the program itself acts. It raises flags and lets pages expire; it is
    /// nobody's colleague and signs nothing.
    public static final String PROGRAM = "oropos";

    /// The program, acting by itself.
    public static final Person SOFTWARE = new Person(PROGRAM, Set.of(), false, null);

    public Person {
        if (account.isBlank()) {
            throw new IllegalArgumentException("an account has a name");
        }
        roles = Set.copyOf(roles);
        others = Set.copyOf(others);
    }

    /// A member with one account.
    public Person(String account, Set<Role> roles, boolean clinician, @Nullable String interest) {
        this(account, roles, clinician, interest, null, Set.of());
    }

    /// The person behind an account, about one article.
    ///
    /// @param conflict what bars them from judging it, where something does
    public static Person of(Account account, Optional<Conflict> conflict) {
        return new Person(
                account.id().text(),
                account.active() ? account.roles() : Set.of(),
                account.clinician(),
                conflict.map(Conflict::reason).orElse(null),
                account.guestOf(),
                Set.of());
    }

    /// The person behind an account, about one article, with whatever other accounts they have.
    public static Person of(Account account, People people, String title, List<String> subjects) {
        Person one = of(account, people.conflict(account.id(), title, subjects));
        return new Person(
                one.account,
                one.roles,
                one.clinician,
                one.interest,
                one.guestOf,
                people.others(account.id()).stream()
                        .map(AccountId::text)
                        .collect(Collectors.toSet()));
    }

    /// Whether this person did something under one of these accounts.
    boolean isAmong(Collection<String> accounts) {
        return accounts.contains(account) || others.stream().anyMatch(accounts::contains);
    }

    boolean isSoftware() {
        return account.equals(PROGRAM);
    }

    boolean has(Role duty) {
        return !isSoftware() && roles.contains(duty);
    }
}

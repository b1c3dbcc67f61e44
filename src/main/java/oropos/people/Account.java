package oropos.people;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person with an account, as those who work with them may see them.
///
/// @param name what is typed to sign in; lower case
/// @param shownName how the person is named on pages
/// @param email where invitations and news go, or null; never public
/// @param specialty in words, "paediatric endocrinology", or null; public
/// @param clinician whether the person is registered to treat patients; an administrator says so after
///     checking the registration
/// @param active a disabled account cannot sign in and takes no new work; what it signed stays. A guest
///     whose time is over is not active
/// @param guestOf the address of the only article a guest works on, or null for a member
public record Account(
        AccountId id,
        String name,
        String shownName,
        @Nullable String email,
        @Nullable String specialty,
        boolean clinician,
        Set<Role> roles,
        boolean active,
        @Nullable String guestOf) {

    public Account {
        if (id.equals(AccountId.OPERATOR)) {
            throw new IllegalArgumentException("the operator has no account");
        }
        new NewAccount(name, shownName, email, specialty, clinician, null);
        EnumSet<Role> copy = EnumSet.noneOf(Role.class);
        copy.addAll(roles);
        roles = Collections.unmodifiableSet(copy);
    }

    /// Whether the person may do what the role may: the account is active and holds it.
    public boolean may(Role role) {
        return active && roles.contains(role);
    }

    /// Whether the person holds at least one of these.
    public boolean mayAny(Role... any) {
        for (Role role : any) {
            if (may(role)) {
                return true;
            }
        }
        return false;
    }
}

/// Who works on articles: accounts, what each may do, what each has declared, and by which policy.
///
/// Start at [oropos.people.People]. The door:
///
/// * [oropos.people.People]: accounts are added, found, changed and disabled; never removed, because
///   a signature of years ago still has to name somebody. `people.conflict(account, question,
///   topics)` says why somebody may not approve an article, or nothing.
/// * [oropos.people.Account]: a person as others may see them. The registration number is not in it;
///   [oropos.people.People#registration] gives it to who must check it.
/// * [oropos.people.Role]: what somebody may do. Which role a page needs stands beside the page.
/// * [oropos.people.Declaration] and [oropos.people.Interest]: declared for a year, or for the
///   question of one article. "Nothing to declare" is a declaration without interests.
/// * [oropos.people.Policies]: the editorial policy in its versions; an approval pins
///   `policies.inForce().number()`.
/// * [oropos.people.SignIns], [oropos.people.SecondFactor], [oropos.people.Links]: how somebody shows
///   who they are. Before a signature ask again: `people.signIns().confirm(signedIn, password, code)`.
///
/// * [oropos.people.Identities] and [oropos.people.Passkeys]: other ways to show it, for accounts that
///   are there.
/// * [oropos.people.Leaves], [oropos.people.Guests]: who is away, who comes for one article.
/// * [oropos.people.Inbox]: news for people, each told once, and what they watch.
///
/// Everything stands in `people.db` of the data folder; several processes may change it. Each change
/// is a line of the ledger, by account id: no name, address or number of a person is ever in there,
/// so that a person can be forgotten without breaking the record.
///
/// This room never decides about an article. It says who somebody is and what stands against them.
@ApplicationModule(allowedDependencies = {"ledger"})
@NullMarked
package oropos.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

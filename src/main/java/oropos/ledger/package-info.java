/// Keeps who did what, when and why: a record to which things are added and from which nothing is
/// taken.
///
/// Start at [oropos.ledger.Ledger]. Entries hold ids, codes and counts, never words of a question or
/// a person's name: so a person can be forgotten without breaking the record.
///
/// This room decides nothing and forbids nothing; it remembers, and can prove that it was not
/// changed.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package oropos.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

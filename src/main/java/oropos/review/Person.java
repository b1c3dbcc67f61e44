package oropos.review;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whoever takes a step, as far as the rules ask.
///
/// @param account id of an account, or [#PROGRAM]
/// @param duties what this account may do for articles
/// @param clinician whether this is a clinician whose registration somebody checked
/// @param interest the declared interest that is relevant to this article, in words, or null
public record Person(
        String account, Set<Duty> duties, boolean clinician, @Nullable String interest) {

    /// The name under which the program itself acts. It raises flags and lets pages expire; it is
    /// nobody's colleague and signs nothing.
    public static final String PROGRAM = "oropos";

    /// The program, acting by itself.
    public static final Person SOFTWARE = new Person(PROGRAM, Set.of(), false, null);

    public Person {
        if (account.isBlank()) {
            throw new IllegalArgumentException("an account has a name");
        }
        duties = Set.copyOf(duties);
    }

    boolean isSoftware() {
        return account.equals(PROGRAM);
    }

    boolean has(Duty duty) {
        return !isSoftware() && duties.contains(duty);
    }
}

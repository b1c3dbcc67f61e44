package oropos.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/// What is so at the moment of a step.
///
/// @param policy version of the editorial policy in force
/// @param interests version of the declarations of interests
/// @param signedElsewhere fingerprints of claims that clinicians signed on approved pages
/// @param signers what is known today of those who signed before
public record Circumstances(
        Instant at, String policy, String interests, Set<String> signedElsewhere, Signers signers) {

    Circumstances(Instant at, String policy, String interests, Set<String> signedElsewhere) {
        this(at, policy, interests, signedElsewhere, Signers.UNKNOWN);
    }

    public Circumstances {
        signedElsewhere = Set.copyOf(signedElsewhere);
    }

    LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}

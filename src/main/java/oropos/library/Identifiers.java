package oropos.library;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The identifiers of publications, read from the many ways in which files write them. What does
/// not look like the identifier it claims to be is no identifier: a wrong one would join strangers.
///
/// DOI syntax: ISO 26324, prefix "10." and a registrant code; PMID: up to eight digits today, nine
/// allowed for; PMCID: "PMC" and digits, its version number (".2") dropped.
public final class Identifiers {

    private static final Pattern DOI =
            Pattern.compile(
                    "(?:https?://(?:dx\\.)?doi\\.org/|doi:?)?\\s*(10\\.\\d{4,9}(?:\\.\\d{1,9}){0,5}/\\S+)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern DOI_WITHIN = Pattern.compile("10\\.\\d{4,9}/\\S+");

    /// Characters of the longest DOI taken for one; the longest known have about 300.
    private static final int MAX_LENGTH = 1_000;

    private static final Pattern PMID =
            Pattern.compile("(?:pmid:?\\s*)?0*([1-9]\\d{0,8})", Pattern.CASE_INSENSITIVE);
    private static final Pattern PMCID =
            Pattern.compile("(?:PMC)?0*([1-9]\\d{0,9})(?:\\.\\d+)?", Pattern.CASE_INSENSITIVE);

    private Identifiers() {}

    /// A DOI in lower case without its address.
    public static Optional<String> doi(String words) {
        if (words.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher matcher = DOI.matcher(words.strip());
        return matcher.matches()
                ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /// The first DOI within a line of words, without the punctuation after it.
    public static Optional<String> doiIn(String words) {
        Matcher within = DOI_WITHIN.matcher(words);
        if (!within.find()) {
            return Optional.empty();
        }
        int end = within.end();
        while (".,;".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return doi(words.substring(within.start(), end));
    }

    /// The digits of a PMID.
    public static Optional<String> pmid(String words) {
        Matcher matcher = PMID.matcher(words.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// A PMCID with its letters.
    public static Optional<String> pmcid(String words) {
        Matcher matcher = PMCID.matcher(words.strip());
        return matcher.matches() ? Optional.of("PMC" + matcher.group(1)) : Optional.empty();
    }

    /// The id of a bibliographic record: its PMID, else its PMCID, else its DOI.
    public static Optional<SourceId> source(
            Optional<String> pmid, Optional<String> pmcid, Optional<String> doi) {
        return pmid.map(SourceId::pmid)
                .or(() -> pmcid.map(name -> new SourceId("pmc:" + name)))
                .or(() -> doi.map(SourceId::doi));
    }
}

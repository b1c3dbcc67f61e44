package oropos.library;

import java.util.Locale;
import java.util.regex.Pattern;

/// The name of a source: a lower-case scheme, a colon and an identifier without white space, for
/// example `pmid:29504223`, `pmc:PMC7010480`, `doi:10.1/abc`, `medquad:1_CancerGov_QA/0000001#1`,
/// `guideline:issuer/slug`, `label:SETID`, `beir:ID`, `starter:KEY`.
public record SourceId(String value) implements Comparable<SourceId> {

    private static final Pattern FORM = Pattern.compile("[a-z]+:\\S+");

    public SourceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a source id is scheme:identifier without white space, but was \""
                            + value
                            + "\"");
        }
        if (value.startsWith("doi:") && !value.equals(value.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a DOI is written in lower case, but was " + value);
        }
    }

    /// Whether a text has the form of a source id.
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches()
                && (!text.startsWith("doi:") || text.equals(text.toLowerCase(Locale.ROOT)));
    }

    public static SourceId pmid(String digits) {
        return new SourceId("pmid:" + digits);
    }

    public static SourceId doi(String doi) {
        return new SourceId("doi:" + doi.toLowerCase(Locale.ROOT));
    }

    public String scheme() {
        return value.substring(0, value.indexOf(':'));
    }

    @Override
    public int compareTo(SourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

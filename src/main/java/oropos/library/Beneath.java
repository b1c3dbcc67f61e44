package oropos.library;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Span;

/// Where a sentence of a board overview comes from: the exact place in the source beneath it.
///
/// An overview is stored as a source, so that it is found by its topic, stands in every snapshot and can be
/// taken off again. It is no evidence: each of its passages carries, as the last of its headings, the place
/// of the words it repeats, and that place is weighed in its stead.
///
/// @param version SHA-256 of the text the words were taken from
public record Beneath(SourceId source, String version, Span span) {

    /// The form of overviews, and the scheme of their ids.
    public static final String FORM = "overview";

    private static final Pattern HEADING =
            Pattern.compile("from (\\S+:\\S+) version ([0-9a-f]{64}), (\\d{1,9}) to (\\d{1,9})");

    /// The place of a citation.
    public static Beneath at(String source, String version, int start, int end) {
        return new Beneath(new SourceId(source), version, new Span(start, end));
    }

    /// As it stands among the headings of a passage.
    public String heading() {
        return "from " + source + " version " + version + ", " + span.start() + " to " + span.end();
    }

    /// What stands beneath a passage of an overview; empty for its title.
    public static Optional<Beneath> of(Passage passage) {
        if (passage.headings().isEmpty()) {
            return Optional.empty();
        }
        Matcher heading = HEADING.matcher(passage.headings().getLast());
        return heading.matches() && SourceId.isOne(heading.group(1))
                ? Optional.of(
                        new Beneath(
                                new SourceId(heading.group(1)),
                                heading.group(2),
                                new Span(
                                        Integer.parseInt(heading.group(3)),
                                        Integer.parseInt(heading.group(4)))))
                : Optional.empty();
    }

    /// Whether a stretch of a version is one with these words: it lies in them, or they in it.
    public boolean isAt(String id, String hash, int start, int end) {
        return source.value().equals(id)
                && version.equals(hash)
                && (start >= span.start() && end <= span.end()
                        || span.start() >= start && span.end() <= end);
    }
}

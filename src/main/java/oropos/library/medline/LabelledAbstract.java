package oropos.library.medline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.library.Passage.Role;
import oropos.library.Record;

/// An abstract whose labels stand inside its words ("BACKGROUND: ... METHODS: ..."), taken apart
/// where it begins with a label; any other abstract is one part.
final class LabelledAbstract {

    /// What a record without an abstract is counted as.
    static final String NONE = "without abstract";

    /// Capital letters at the beginning or after the end of a sentence, then a colon.
    private static final Pattern LABEL =
            Pattern.compile("(?:^|(?<=[.?!)\\]] ))([A-Z][A-Z /&,'()-]{2,60}[A-Z)]): ");

    private static final Pattern CUT =
            Pattern.compile("\\(ABSTRACT TRUNCATED(?: AT (\\d+) WORDS)?\\)");

    private LabelledAbstract() {}

    static void add(String words, Record.Builder record) {
        if (words.isBlank()) {
            record.truncated(NONE);
            return;
        }
        Matcher cut = CUT.matcher(words);
        if (cut.find()) {
            record.truncated(
                    Optional.ofNullable(cut.group(1))
                            .map(n -> "abstract truncated at " + n + " words by NLM")
                            .orElse("abstract truncated by NLM"));
        }
        Matcher label = LABEL.matcher(words);
        if (!label.lookingAt()) {
            record.part(Role.ABSTRACT, List.of(), words);
            return;
        }
        String heading = label.group(1);
        int from = label.end();
        while (label.find(from)) {
            record.part(Role.ABSTRACT, List.of(heading), words.substring(from, label.start()));
            heading = label.group(1);
            from = label.end();
        }
        record.part(Role.ABSTRACT, List.of(heading), words.substring(from));
    }
}

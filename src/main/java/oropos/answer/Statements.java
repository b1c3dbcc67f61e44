package oropos.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Span;

/// Turns utterances into numbered statements. The same words on the same place are one statement,
/// however often they are shown.
final class Statements {

    private final Marks marks;
    private final Map<String, Answer.Statement> made = new LinkedHashMap<>();

    Statements(Marks marks) {
        this.marks = marks;
    }

    Answer.Statement whole(Utterance said) {
        return make(said, said.span(), said.text(), null);
    }

    Answer.Statement lead(Utterance said, @Nullable String connective) {
        return make(said, said.leadSpan(), said.leadText(), connective);
    }

    private Answer.Statement make(
            Utterance said, Span span, String words, @Nullable String connective) {
        String key =
                said.row().source().id()
                        + "@"
                        + said.row().version()
                        + "/"
                        + span
                        + "/"
                        + connective;
        Answer.Statement known = made.get(key);
        if (known != null) {
            return known;
        }
        Answer.Citation citation = marks.cite(said.row(), span, words);
        List<Answer.Part> parts = new ArrayList<>();
        if (connective != null) {
            parts.add(insertion(connective));
        }
        parts.add(new Answer.Part("span", words, citation.mark(), null));
        if (!words.matches("(?s).*[.!?)\"]\\s*")) {
            parts.add(insertion("stop"));
        }
        if (CompleteDose.lacksMaximum(words)) {
            parts.add(insertion("noMaximum"));
        }
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        Answer.Statement statement =
                new Answer.Statement(
                        "s" + (made.size() + 1),
                        Marks.isSummary(citation.textKind()) ? "template" : "quote",
                        text.toString(),
                        parts,
                        strength(said),
                        Weighings.certainty(said.row().certainty()),
                        List.of(citation));
        made.put(key, statement);
        return statement;
    }

    private static @Nullable String strength(Utterance said) {
        String own = said.claim().strength();
        return own != null && !own.isBlank() ? own : null;
    }

    private static Answer.Part insertion(String connective) {
        return new Answer.Part("insertion", Connectives.words(connective), null, connective);
    }
}

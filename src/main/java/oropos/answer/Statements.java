package oropos.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Span;

/// Turns utterances into numbered statements. The same words on the same place are one statement,
/// however often they are shown.
final class Statements {

    private final Marks marks;
    private final Map<String, Answer.Statement> made = new LinkedHashMap<>();

    /// Abbreviations written out already: once in an answer is enough.
    private final Set<String> expanded = new HashSet<>();

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
        List<Answer.Citation> citations = new ArrayList<>(List.of(citation));
        for (Utterance other : said.also()) {
            if (other.text().equals(words)) {
                citations.add(marks.cite(other.row(), other.span(), words));
            }
        }
        List<Answer.Part> parts = new ArrayList<>();
        if (connective != null) {
            parts.add(insertion(connective));
        }
        if (said.topic() != null) {
            parts.add(
                    new Answer.Part("insertion", SourceTopic.written(said.topic()), null, "topic"));
        }
        parts.add(new Answer.Part("span", words, citation.mark(), null));
        if (!words.matches("(?s).*[.!?)\"]\\s*")) {
            parts.add(insertion("stop"));
        }
        Expansions.in(words, said.row().passage().text())
                .forEach((letters, longForm) -> {
                    if (expanded.add(letters)) {
                        parts.add(
                                new Answer.Part(
                                        "insertion",
                                        Expansions.written(letters, longForm),
                                        null,
                                        "expansion"));
                    }
                });
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
                        citations);
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

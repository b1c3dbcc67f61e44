package oropos.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.ReaderSection;

/// A planned section that holds nothing. It is named with the others in one line, which opens to what was
/// looked for: a wall of headings over "not found" hides what there is.
///
/// @param words what was looked for and not found
record Missing(String key, String heading, List<String> words) {

    static @Nullable Missing of(Answer.Section section) {
        // Where sources disagree the section is not empty: its sentences stand with the other side.
        boolean elsewhere =
                section.notFound() != null && section.notFound().startsWith("Sources disagree");
        return !section.statements().isEmpty() || elsewhere
                ? null
                : new Missing(
                        section.key(),
                        section.heading(),
                        section.notFound() == null ? List.of() : List.of(section.notFound()));
    }

    static @Nullable Missing of(ReaderSection section) {
        return section.statements().isEmpty()
                        && section.forProfessionals().isEmpty()
                        && section.notFound().stream()
                                .noneMatch(words -> words.startsWith("Sources disagree"))
                ? new Missing(section.key(), section.heading(), section.notFound())
                : null;
    }
}

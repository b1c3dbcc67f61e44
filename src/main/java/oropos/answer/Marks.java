package oropos.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import oropos.appraisal.Evidence;
import oropos.library.Source;
import oropos.library.TextKind;
import oropos.terminology.Span;

/// Gives each work its number, in the order of first appearance, and keeps the reference list whole.
final class Marks {

    private final Map<String, Answer.Reference> references = new LinkedHashMap<>();

    /// The citation of a stretch of a row's version.
    Answer.Citation cite(Evidence row, Span span, String quote) {
        Source source = row.source();
        int mark =
                references
                        .computeIfAbsent(
                                source.work().value(),
                                work -> reference(references.size() + 1, row))
                        .mark();
        return new Answer.Citation(
                mark,
                source.work().value(),
                source.id().value(),
                row.version(),
                span.start(),
                span.end(),
                quote,
                AnswerJson.sha256(quote),
                source.textKind().code(),
                Labels.of(source),
                Weighings.fit(row.fit()));
    }

    List<Answer.Reference> references() {
        return new ArrayList<>(references.values());
    }

    private static Answer.Reference reference(int mark, Evidence row) {
        Source source = row.source();
        return new Answer.Reference(
                mark,
                source.work().value(),
                source.id().value(),
                row.study().design().group().heading(),
                source.title(),
                source.authors(),
                source.issuer(),
                source.venue(),
                source.year(),
                source.pmid(),
                source.doi(),
                source.pmcid(),
                source.url(),
                row.study().design().words(),
                row.study().designCertain(),
                row.study().population().words().isBlank()
                        ? "not stated"
                        : row.study().population().words(),
                Weighings.fit(row.fit()),
                row.study().n(),
                row.level(),
                source.standing().code(),
                source.standingNote(),
                source.textKind().code(),
                source.issuerGrade(),
                source.newerEdition());
    }

    static boolean isSummary(String textKind) {
        return textKind.equals(TextKind.SUMMARY_OF_PRIMARY.code())
                || textKind.equals(TextKind.SUMMARY_OF_SECONDARY.code());
    }
}

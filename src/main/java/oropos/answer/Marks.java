package oropos.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import oropos.appraisal.Evidence;
import oropos.appraisal.PopulationFit;
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
                sha256(quote),
                source.textKind().code(),
                label(source),
                fit(row.fit()));
    }

    List<Answer.Reference> references() {
        return new ArrayList<>(references.values());
    }

    static Answer.FitView fit(PopulationFit fit) {
        return switch (fit) {
            case PopulationFit.Direct() -> new Answer.FitView("direct", null);
            case PopulationFit.Indirect(String difference, PopulationFit.Gap _) ->
                    new Answer.FitView("indirect", difference);
            case PopulationFit.Unstated() -> new Answer.FitView("unstated", null);
        };
    }

    /// How a cited text is named; a summary always says that it is one.
    static String label(Source source) {
        String name = name(source);
        return switch (source.textKind()) {
            case SUMMARY_OF_PRIMARY -> "Oropos's summary of " + name;
            case SUMMARY_OF_SECONDARY -> "Oropos's summary of a secondary page on " + name;
            case FULL_TEXT, ABSTRACT -> name;
        };
    }

    private static String name(Source source) {
        String who =
                source.issuer() != null && source.authors().isEmpty()
                        ? source.issuer()
                        : source.authors().isEmpty()
                                ? "\"" + source.title() + "\""
                                : source.authors().getFirst()
                                        + (source.authors().size() > 1 ? " et al." : "");
        return source.year() == null ? who : who + " " + source.year();
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
                fit(row.fit()),
                row.study().n(),
                row.level(),
                source.standing().code(),
                source.standingNote(),
                source.textKind().code(),
                source.issuerGrade(),
                source.newerEdition());
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static boolean isSummary(String textKind) {
        return textKind.equals(TextKind.SUMMARY_OF_PRIMARY.code())
                || textKind.equals(TextKind.SUMMARY_OF_SECONDARY.code());
    }
}

package oropos.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.library.Source;
import oropos.library.Study;
import oropos.library.Version;

/// Whether a reference says of its work what the record says: no author, year, identifier, design,
/// number of people, standing or grade of its own (promise P2).
final class ReferenceCheck {

    private final OpenRecord record;
    private final List<Answer.Citation> citations;

    ReferenceCheck(OpenRecord record, Answer answer) {
        this.record = record;
        this.citations = Statements.citations(answer);
    }

    List<Problem> of(Answer.Reference reference) {
        Optional<Version> version =
                citations.stream()
                        .filter(citation ->
                                citation.mark() == reference.mark()
                                        && citation.source().equals(reference.source()))
                        .map(record::version)
                        .filter(Objects::nonNull)
                        .findFirst();
        if (version.isEmpty()) {
            return List.of(
                    new Problem(
                            MarkCheck.where(reference),
                            "uncitedRecord",
                            "no statement cites "
                                    + reference.source()
                                    + " as the library holds it"));
        }
        return compared(reference, version.get());
    }

    private static List<Problem> compared(Answer.Reference said, Version version) {
        Source source = version.source();
        Study study = version.study();
        Comparison fields = new Comparison(MarkCheck.where(said));
        fields.of("work", source.work().value(), said.work());
        fields.of("group", study.design().group().heading(), said.group());
        fields.of("title", source.title(), said.title());
        fields.of("authors", source.authors(), said.authors());
        fields.of("issuer", source.issuer(), said.issuer());
        fields.of("venue", source.venue(), said.venue());
        fields.of("year", source.year(), said.year());
        fields.of("pmid", source.pmid(), said.pmid());
        fields.of("doi", source.doi(), said.doi());
        fields.of("pmcid", source.pmcid(), said.pmcid());
        fields.of("url", source.url(), said.url());
        fields.of("design", study.design().words(), said.design());
        fields.of("designCertain", study.designCertain(), said.designCertain());
        String people = study.population().words();
        fields.of("population", people.isBlank() ? "not stated" : people, said.population());
        fields.of("n", study.n(), said.n());
        fields.of("standing", source.standing().code(), said.standing());
        fields.of("standingNote", source.standingNote(), said.standingNote());
        fields.of("textKind", source.textKind().code(), said.textKind());
        fields.of("issuerGrade", source.issuerGrade(), said.issuerGrade());
        fields.of("newerEdition", source.newerEdition(), said.newerEdition());
        return fields.problems;
    }

    private record Comparison(String where, List<Problem> problems) {
        Comparison(String where) {
            this(where, new ArrayList<>());
        }

        void of(String field, @Nullable Object held, @Nullable Object said) {
            if (!Objects.equals(held, said)) {
                problems.add(
                        new Problem(
                                where,
                                "referenceDiffers",
                                field
                                        + " is "
                                        + words(held)
                                        + " in the record, the reference says "
                                        + words(said)));
            }
        }

        private static String words(@Nullable Object value) {
            return value == null ? "not stated" : "\"" + value + "\"";
        }
    }
}

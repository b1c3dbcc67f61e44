package oropos.library.pubmed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import oropos.library.Identifiers;
import oropos.library.Notice;
import oropos.library.Notice.Kind;
import oropos.library.PublicationDate;
import oropos.library.xml.Element;

/// Retractions, concerns, corrections and updates that a record names, with their direction.
///
/// Today each link is a `CommentsCorrections` element with its kind in the attribute `RefType`;
/// until 2008 the kind was the name of an element inside one. Comments, citations and summaries for
/// patients say nothing about how the work stands and are passed over.
final class Links {

    private static final Map<String, Kind> KINDS =
            Map.ofEntries(
                    Map.entry("RetractionIn", Kind.RETRACTION_IN),
                    Map.entry("PartialRetractionIn", Kind.CONCERN_IN),
                    Map.entry("RetractedandRepublishedIn", Kind.RETRACTED_AND_REPUBLISHED_IN),
                    Map.entry("ExpressionOfConcernIn", Kind.CONCERN_IN),
                    Map.entry("ErratumIn", Kind.ERRATUM_IN),
                    Map.entry("CorrectedandRepublishedIn", Kind.CORRECTED_AND_REPUBLISHED_IN),
                    Map.entry("UpdateIn", Kind.UPDATE_IN),
                    Map.entry("RetractionOf", Kind.RETRACTION_OF),
                    Map.entry("PartialRetractionOf", Kind.CONCERN_OF),
                    Map.entry("RetractedandRepublishedFrom", Kind.RETRACTED_AND_REPUBLISHED_OF),
                    Map.entry("ExpressionOfConcernFor", Kind.CONCERN_OF),
                    Map.entry("ErratumFor", Kind.ERRATUM_OF),
                    Map.entry("CorrectedandRepublishedFrom", Kind.CORRECTED_AND_REPUBLISHED_OF),
                    Map.entry("UpdateOf", Kind.UPDATE_OF));

    private Links() {}

    static List<Notice> of(Element citation) {
        List<Notice> notices = new ArrayList<>();
        Stream.concat(
                        citation.children("CommentsCorrections").stream(),
                        citation.all("CommentsCorrectionsList", "CommentsCorrections"))
                .forEach(link -> {
                    add(link.attribute("RefType"), link, notices);
                    link.children().forEach(old -> add(old.name(), old, notices));
                });
        return notices;
    }

    private static void add(String type, Element link, List<Notice> notices) {
        Kind kind = KINDS.get(type);
        if (kind == null) {
            return;
        }
        String source = link.words("RefSource");
        String note = link.words("Note");
        String words =
                Stream.of(source, note)
                        .filter(w -> !w.isEmpty())
                        .reduce("", (a, b) -> (a + " " + b).strip());
        notices.add(
                new Notice(
                        kind,
                        Identifiers.pmid(link.words("PMID")).orElse(null),
                        Identifiers.doiIn(source).orElse(null),
                        words.isEmpty() ? null : words,
                        PublicationDate.in(source).orElse(null)));
    }
}

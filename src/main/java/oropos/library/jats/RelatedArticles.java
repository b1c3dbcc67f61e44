package oropos.library.jats;

import java.util.Map;
import java.util.Optional;
import oropos.library.Identifiers;
import oropos.library.Notice;
import oropos.library.Notice.Kind;
import oropos.library.Record;
import oropos.library.xml.Element;

/// Links to corrections and retractions, by the values of `related-article-type` that PubMed
/// Central's tagging guidelines name
/// (<https://www.ncbi.nlm.nih.gov/pmc/pmcdoc/tagging-guidelines/article/tags.html>).
final class RelatedArticles {

    private static final Map<String, Kind> KINDS =
            Map.of(
                    "retracted-article", Kind.RETRACTION_OF,
                    "retraction-forward", Kind.RETRACTION_IN,
                    "corrected-article", Kind.ERRATUM_OF,
                    "correction-forward", Kind.ERRATUM_IN,
                    "object-of-concern", Kind.CONCERN_OF,
                    "concern-forward", Kind.CONCERN_IN,
                    "updated-article", Kind.UPDATE_OF);

    private RelatedArticles() {}

    static void add(Element meta, Record.Builder record) {
        for (Element link : meta.children("related-article")) {
            Kind kind = KINDS.get(link.attribute("related-article-type"));
            if (kind == null) {
                continue;
            }
            String target = link.attribute("href");
            if (target.isEmpty()) {
                target =
                        link.anywhere("pub-id")
                                .filter(id -> id.attribute("pub-id-type").equals("doi"))
                                .map(Element::words)
                                .findFirst()
                                .orElse("");
            }
            boolean pubmed = link.attribute("ext-link-type").matches("pmid|pubmed");
            Optional<String> pmid = pubmed ? Identifiers.pmid(target) : Optional.empty();
            String words = link.words();
            record.notice(
                    new Notice(
                            kind,
                            pmid.orElse(null),
                            Identifiers.doi(target).orElse(null),
                            words.isEmpty() ? null : words,
                            null));
        }
    }
}

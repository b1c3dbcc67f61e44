package oropos.library.pubmed;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import oropos.library.Head;
import oropos.library.Identifiers;
import oropos.library.Input;
import oropos.library.Record;
import oropos.library.Sink;
import oropos.library.SourceFileException;
import oropos.library.SourceId;
import oropos.library.SourceReader;
import oropos.library.xml.Element;
import oropos.library.xml.Xml;

/// Reads PubMed XML: sets of articles and books, single ones, the older sets of MEDLINE citations,
/// and the deletions of the daily update files.
///
/// The elements are those of NLM's PubMed DTD
/// (<https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/190101/index.html>). Reference lists are passed
/// over unread: the identifiers in them belong to other publications.
public final class PubmedReader implements SourceReader {

    /// The form of its records.
    public static final String FORM = "pubmed";

    private static final Set<String> ROOTS =
            Set.of(
                    "PubmedArticleSet",
                    "PubmedArticle",
                    "PubmedBookArticleSet",
                    "PubmedBookArticle",
                    "MedlineCitationSet",
                    "MedlineCitation",
                    "DeleteCitation");

    private static final Set<String> WANTED =
            Set.of(
                    "PubmedArticle",
                    "PubmedBookArticle",
                    "MedlineCitation",
                    "DeleteCitation",
                    "DeleteDocument");

    private static final Set<String> LEFT_OUT = Set.of("ReferenceList", "History", "GrantList");

    @Override
    public boolean reads(Head head) {
        return Xml.root(head.bytes()).filter(ROOTS::contains).isPresent();
    }

    @Override
    public void read(Input input, Sink sink) throws IOException {
        int[] count = {0};
        Xml.each(
                input,
                WANTED,
                LEFT_OUT,
                element -> {
                    String where = input.name() + ", record " + ++count[0];
                    switch (element.name()) {
                        case "PubmedArticle" -> article(element, where, sink);
                        case "MedlineCitation" -> hand(Citation.of(element, null), where, sink);
                        case "PubmedBookArticle" -> hand(BookChapter.of(element), where, sink);
                        default -> deleted(element, where, sink);
                    }
                });
        if (count[0] == 0) {
            throw new SourceFileException(
                    "the file holds no PubMed record", input.name(), "check what was exported");
        }
    }

    private static void article(Element article, String where, Sink sink) {
        Optional<Element> citation = article.at("MedlineCitation");
        if (citation.isEmpty()) {
            sink.skipped(where, "no MedlineCitation in the record");
            return;
        }
        hand(Citation.of(citation.get(), article.at("PubmedData").orElse(null)), where, sink);
    }

    private static void hand(Optional<Record> found, String where, Sink sink) {
        if (found.isEmpty()) {
            sink.skipped(where, "no PMID, PMCID or DOI to call the record by");
            return;
        }
        Record record = found.get();
        if (record.title().equals(Record.NO_TITLE) && record.parts().isEmpty()) {
            sink.skipped(where + ", " + record.id(), "no title and no abstract");
            return;
        }
        sink.record(record);
    }

    private static void deleted(Element deletions, String where, Sink sink) {
        for (Element pmid : deletions.children("PMID")) {
            Identifiers.pmid(pmid.words())
                    .ifPresentOrElse(
                            digits -> sink.withdrawn(SourceId.pmid(digits), FORM),
                            () -> sink.skipped(where, "a deletion without a PMID"));
        }
    }
}

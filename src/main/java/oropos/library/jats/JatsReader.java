package oropos.library.jats;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import oropos.library.Head;
import oropos.library.Input;
import oropos.library.Record;
import oropos.library.Sink;
import oropos.library.SourceFileException;
import oropos.library.SourceReader;
import oropos.library.xml.Xml;

/// Reads JATS articles, single ones and sets of PubMed Central.
///
/// What is read: front matter, abstracts, the body by its sections, captions, tables as words,
/// appendices. What is left out: references, acknowledgements, supplements; articles inside an
/// article (answers to letters, peer reviews) are left out and counted.
public final class JatsReader implements SourceReader {

    /// The form of its records.
    public static final String FORM = "jats";

    private static final Set<String> ROOTS = Set.of("article", "pmc-articleset");

    private static final Set<String> LEFT_OUT = Set.of("ref-list", "supplementary-material", "ack");

    @Override
    public boolean reads(Head head) {
        String text = head.text();
        return Xml.root(head.bytes()).filter(ROOTS::contains).isPresent()
                && (text.contains("<pmc-articleset")
                        || text.contains("<front>")
                        || text.contains("<front ")
                        || text.contains("<journal-meta")
                        || text.contains("<article-meta"));
    }

    @Override
    public void read(Input input, Sink sink) throws IOException {
        int[] count = {0};
        Xml.each(
                input,
                Set.of("article"),
                LEFT_OUT,
                article -> {
                    count[0]++;
                    Optional<Record> record = Article.of(article);
                    record.ifPresentOrElse(
                            sink::record,
                            () ->
                                    sink.skipped(
                                            input.name() + ", article " + count[0],
                                            "no PMCID, PMID or DOI to call the record by"));
                });
        if (count[0] == 0) {
            throw new SourceFileException(
                    "the file holds no article", input.name(), "check what was exported");
        }
    }
}

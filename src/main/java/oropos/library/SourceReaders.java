package oropos.library;

import java.util.List;
import oropos.library.html.HtmlReader;
import oropos.library.jats.JatsReader;
import oropos.library.medline.MedlineReader;
import oropos.library.medquad.MedquadReader;
import oropos.library.openstax.OpenstaxReader;
import oropos.library.pubmed.PubmedReader;
import oropos.library.spl.LabelReader;

/// The readers of file formats, in the order in which they are asked.
final class SourceReaders {

    private SourceReaders() {}

    static List<SourceReader> builtIn() {
        return List.of(
                new PubmedReader(),
                new MedlineReader(),
                new MedquadReader(),
                new JatsReader(),
                new OpenstaxReader(),
                new LabelReader(),
                GuidelineReader.guidelines(),
                new RetractionMapReader(),
                new HtmlReader(),
                new UnknownFormat());
    }
}

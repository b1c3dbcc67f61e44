package oropos.library;

import java.nio.file.Path;
import java.util.List;
import oropos.library.beir.BeirReader;
import oropos.library.html.HtmlReader;
import oropos.library.jats.JatsReader;
import oropos.library.medline.MedlineReader;
import oropos.library.medquad.MedquadReader;
import oropos.library.mesh.MeshReader;
import oropos.library.openstax.OpenstaxReader;
import oropos.library.pubmed.PubmedReader;
import oropos.library.spl.LabelReader;

/// The readers of file formats, in the order in which they are asked.
final class SourceReaders {

    private SourceReaders() {}

    /// @param folder the data folder, where vocabularies are kept
    static List<SourceReader> builtIn(Path folder) {
        return List.of(
                new PubmedReader(),
                new MedlineReader(),
                new MedquadReader(),
                new JatsReader(),
                new OpenstaxReader(),
                new LabelReader(),
                GuidelineReader.guidelines(),
                new RetractionMapReader(),
                new RetractionWatchReader(),
                BeirReader.amongOthers(),
                new HtmlReader(),
                new MeshReader(folder.resolve("vocabulary")),
                new UnknownFormat());
    }
}

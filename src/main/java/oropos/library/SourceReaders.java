package oropos.library;

import java.util.List;

/// The readers of file formats, in the order in which they are asked.
final class SourceReaders {

    private SourceReaders() {}

    static List<SourceReader> builtIn() {
        return List.of(GuidelineReader.guidelines(), new RetractionMapReader());
    }
}

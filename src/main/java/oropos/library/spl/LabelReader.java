package oropos.library.spl;

import java.io.IOException;
import java.util.Set;
import oropos.library.Head;
import oropos.library.Input;
import oropos.library.Sink;
import oropos.library.SourceFileException;
import oropos.library.SourceReader;
import oropos.library.xml.Xml;

/// Reads drug labels in HL7 Structured Product Labeling, one label a file, as DailyMed gives them
/// out (<https://dailymed.nlm.nih.gov/dailymed/spl-resources.cfm>).
public final class LabelReader implements SourceReader {

    /// The form of its records.
    public static final String FORM = "label";

    @Override
    public boolean reads(Head head) {
        return Xml.root(head.bytes()).orElse("").equals("document")
                && head.text().contains("urn:hl7-org:v3");
    }

    @Override
    public void read(Input input, Sink sink) throws IOException {
        int[] count = {0};
        Xml.each(
                input,
                Set.of("document"),
                Set.of("observationMedia", "renderMultiMedia", "excerpt"),
                document -> {
                    count[0]++;
                    Label.of(document)
                            .ifPresentOrElse(
                                    sink::record,
                                    () -> sink.skipped(input.name(), "a label without set id"));
                });
        if (count[0] == 0) {
            throw new SourceFileException(
                    "the file holds no label", input.name(), "check what was exported");
        }
    }
}

package oropos.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import oropos.library.xml.Xml;

/// Says in a sentence what a document is that no reader reads. Asked last.
final class UnknownFormat implements SourceReader {

    /// First bytes of formats that people add by mistake, in ISO 8859-1.
    private static final Map<String, String> MAGIC =
            Map.of(
                    "%PDF", "a PDF",
                    "\u0089PNG", "a PNG image",
                    "\u00ff\u00d8\u00ff", "a JPEG image",
                    "GIF8", "a GIF image",
                    "PK\u0003\u0004", "a zip archive or an office document",
                    "\u001f\u008b", "a compressed file inside a compressed file",
                    "\u00d0\u00cf\u0011\u00e0", "an old office document",
                    "SQLite format 3", "a database");

    @Override
    public boolean reads(Head head) {
        return true;
    }

    @Override
    public void read(Input input, Sink sink) throws IOException {
        throw new SourceFileException(
                what(Head.of(input)),
                input.name(),
                "add PubMed XML, MEDLINE, JATS, MedQuAD, CNXML, drug label, HTML or guideline files");
    }

    private static String what(Head head) {
        if (head.text().isBlank()) {
            return "the file is empty";
        }
        String start = new String(head.bytes(), StandardCharsets.ISO_8859_1);
        Optional<String> known =
                MAGIC.entrySet().stream()
                        .filter(magic -> start.startsWith(magic.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
        if (known.isPresent()) {
            return "it is " + known.get() + ", which no reader reads";
        }
        if (start.indexOf('\0') >= 0) {
            return "it is a binary file, which no reader reads";
        }
        return Xml.root(head.bytes())
                .map(root -> "no reader knows XML that begins with <" + shortened(root) + ">")
                .orElse("no reader knows this kind of text");
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "...";
    }
}

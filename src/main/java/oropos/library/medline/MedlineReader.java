package oropos.library.medline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.library.Head;
import oropos.library.Input;
import oropos.library.Record;
import oropos.library.Sink;
import oropos.library.SourceFileException;
import oropos.library.SourceReader;

/// Reads MEDLINE text: lines of a tag of up to four letters, a hyphen and a value, further lines of
/// a value set in by six spaces, records apart by an empty line or a new PMID
/// (<https://www.nlm.nih.gov/bsd/mms/medlineelements.html>).
public final class MedlineReader implements SourceReader {

    /// The form of its records.
    public static final String FORM = "medline";

    /// Characters of one line; abstracts are broken into lines of 80.
    static final int MAX_LINE = 1_000_000;

    /// Characters of one record.
    static final int MAX_RECORD = 20_000_000;

    private static final Pattern FIELD = Pattern.compile("([A-Z][A-Z0-9]{1,3}) {0,2}- ?(.*)");
    private static final Pattern START =
            Pattern.compile("\\A\\ufeff?\\s*(PMID|PMC|PMCR|OWN) {0,2}- ?\\S");
    private static final Pattern ANY_FIELD = Pattern.compile("(?m)^(PMID|TI  |PT  |AB  )- ?\\S");

    @Override
    public boolean reads(Head head) {
        String text = head.text();
        return START.matcher(text).find() && ANY_FIELD.matcher(text).find();
    }

    @Override
    public void read(Input input, Sink sink) throws IOException {
        int records = 0;
        int number = 0;
        int length = 0;
        TaggedRecord record = new TaggedRecord(1);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(input.open(), StandardCharsets.UTF_8))) {
            for (String line = line(lines, input); line != null; line = line(lines, input)) {
                number++;
                Matcher field = FIELD.matcher(line);
                boolean tagged = field.matches();
                if (line.isBlank() || tagged && field.group(1).equals("PMID")) {
                    records += hand(record, input, sink);
                    record = new TaggedRecord(number);
                    length = 0;
                }
                length += line.length();
                if (length > MAX_RECORD) {
                    throw new SourceFileException(
                            "one record holds more than " + MAX_RECORD + " characters",
                            input.name() + ", line " + number,
                            "split the file");
                }
                if (tagged) {
                    record.add(field.group(1), field.group(2));
                } else if (line.startsWith("   ")) {
                    record.goOn(line);
                }
            }
        }
        records += hand(record, input, sink);
        if (records == 0) {
            throw new SourceFileException(
                    "the file holds no MEDLINE record", input.name(), "check what was exported");
        }
    }

    private static @Nullable String line(BufferedReader lines, Input input) throws IOException {
        StringBuilder line = new StringBuilder();
        int sign = lines.read();
        if (sign < 0) {
            return null;
        }
        for (; sign >= 0 && sign != '\n'; sign = lines.read()) {
            if (sign != '\ufeff') {
                line.append((char) sign);
            }
            if (line.length() > MAX_LINE) {
                throw new SourceFileException(
                        "a line holds more than " + MAX_LINE + " characters",
                        input.name(),
                        "export the records again");
            }
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return line.toString();
    }

    private static int hand(TaggedRecord tagged, Input input, Sink sink) {
        if (tagged.isEmpty()) {
            return 0;
        }
        String where = input.name() + ", line " + tagged.line();
        Optional<Record> record = MedlineCitation.of(tagged);
        if (record.isEmpty()) {
            sink.skipped(where, "no PMID, PMCID or DOI to call the record by");
        } else if (record.get().title().equals(Record.NO_TITLE) && record.get().parts().isEmpty()) {
            sink.skipped(where, "no title and no abstract");
        } else {
            sink.record(record.get());
        }
        return 1;
    }
}

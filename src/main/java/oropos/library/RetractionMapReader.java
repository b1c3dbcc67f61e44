package oropos.library;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// Reads a map of retractions: `{"retractions": {doi: doi of the notice}, "concerns": {...}}`, the
/// form in which Retraction Watch's data are shared by DOI. A notice under the paper's own DOI is
/// common and names no other publication.
final class RetractionMapReader implements SourceReader {

    private static final Pattern HEAD =
            Pattern.compile("^\\W*\\{\\s*\"(retractions|concerns)\"\\s*:\\s*\\{");
    private static final Pattern DOI = Pattern.compile("10\\.\\d{3,9}/\\S+");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SOURCE = "map of retractions by DOI";

    @Override
    public boolean reads(Head head) {
        return HEAD.matcher(head.text()).find();
    }

    @Override
    public void read(Input input, Sink sink) throws IOException {
        try (InputStream in = input.open();
                JsonParser parser = JSON.createParser(in)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT, input, parser);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                expect(parser.nextToken() == JsonToken.START_OBJECT, input, parser);
                switch (name) {
                    case "retractions" -> notices(parser, Notice.Kind.RETRACTION_IN, input, sink);
                    case "concerns" -> notices(parser, Notice.Kind.CONCERN_IN, input, sink);
                    default -> parser.skipChildren();
                }
            }
            expect(parser.currentToken() == JsonToken.END_OBJECT, input, parser);
        } catch (JacksonException broken) {
            throw new SourceFileException(
                    "the JSON breaks off or is not well formed",
                    input.name() + ", line " + broken.getLocation().getLineNr(),
                    "get the file again",
                    broken);
        }
    }

    private static void notices(JsonParser parser, Notice.Kind kind, Input input, Sink sink) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String affected = doi(parser.currentName());
            expect(parser.nextToken() == JsonToken.VALUE_STRING, input, parser);
            String notice = doi(parser.getString());
            if (!DOI.matcher(affected).matches()) {
                sink.skipped(input.name() + ", \"" + affected + "\"", "not a DOI");
                continue;
            }
            sink.notice(
                    SourceId.doi(affected),
                    new Notice(
                            kind,
                            null,
                            notice.equals(affected) || !DOI.matcher(notice).matches()
                                    ? null
                                    : notice,
                            SOURCE,
                            null));
        }
    }

    private static String doi(String words) {
        return words.strip().toLowerCase(Locale.ROOT);
    }

    private static void expect(boolean so, Input input, JsonParser parser) {
        if (!so) {
            throw new SourceFileException(
                    "this is not a map of retractions",
                    input.name() + ", line " + parser.currentLocation().getLineNr(),
                    "give a JSON file of the form {\"retractions\": {\"doi\": \"doi of the"
                            + " notice\"}, \"concerns\": {}}");
        }
    }
}

package oropos.library.html;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import oropos.library.Head;
import oropos.library.Input;
import oropos.library.Record;
import oropos.library.Sink;
import oropos.library.SourceFileException;
import oropos.library.SourceReader;

/// Reads web pages, and fragments of XHTML such as the narrative pages of an implementation guide.
///
/// Read are the headings, paragraphs, lists and tables of the main part; scripts, styles, menus,
/// side columns, forms and footers are not. Nothing that the page names is fetched.
public final class HtmlReader implements SourceReader {

    /// The form of its records.
    public static final String FORM = "html";

    /// Bytes of one page.
    static final int MAX_LENGTH = 20_000_000;

    /// Elements inside elements.
    static final int MAX_DEPTH = 200;

    private static final Pattern START =
            Pattern.compile(
                    "\\A\\ufeff?\\s*(?>(?:<\\?xml[^>]*>|<!--.*?-->)\\s*)*+"
                            + "(?:<!doctype\\s+html|<html[\\s>]|<head[\\s>]|<body[\\s>]"
                            + "|<(?:div|article|section|main)[\\s>])",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Set<String> XHTML = Set.of("<div", "<article", "<section", "<main");

    @Override
    public boolean reads(Head head) {
        String text = head.text();
        if (!START.matcher(text).find()) {
            return false;
        }
        String start = text.replaceFirst("\\A\\ufeff?\\s*", "").toLowerCase(Locale.ROOT);
        boolean fragment = XHTML.stream().anyMatch(start::startsWith);
        return !start.startsWith("<?xml") && !fragment
                || text.contains("http://www.w3.org/1999/xhtml")
                || fragment && text.contains("<p");
    }

    @Override
    public void read(Input input, Sink sink) throws IOException {
        Document page;
        try (InputStream in = input.open()) {
            byte[] bytes = in.readNBytes(MAX_LENGTH + 1);
            if (bytes.length > MAX_LENGTH) {
                throw new SourceFileException(
                        "the page is longer than " + MAX_LENGTH + " bytes",
                        input.name(),
                        "save it without its pictures");
            }
            Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
            page = Jsoup.parse(new java.io.ByteArrayInputStream(bytes), null, "", parser);
        }
        Optional<Record> record = new Page(input.name(), page).record();
        if (record.isEmpty()) {
            throw new SourceFileException(
                    "the page holds no paragraph",
                    input.name(),
                    "save the page as it reads, not the frame around it");
        }
        sink.record(record.get());
    }
}

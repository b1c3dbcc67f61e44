package oropos.publication.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Sets well-formed XHTML as a tagged PDF (PDF/UA-1), so that a screen reader finds headings, lists,
/// tables and the order of reading in it.
public final class Typesetter {

    /// The one family a page may name: DejaVu Serif Condensed. It has the signs that medicine writes.
    public static final String FAMILY = "Paper";

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        // the library lists the machine's fonts in a file; in the home folder nothing is written
        System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
    }

    private Typesetter() {}

    /// @param xhtml well-formed, with a language and a title, its style in it
    /// @throws IllegalArgumentException where it cannot be set
    public static byte[] pdf(String xhtml) {
        XRLog.setLoggingEnabled(false);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Oropos");
        // nothing is fetched, whatever the page names
        builder.useUriResolver((base, address) -> null);
        font(builder, "DejaVuSerifCondensed.ttf", REGULAR);
        font(builder, "DejaVuSerifCondensed-Bold.ttf", BOLD);
        builder.withHtmlContent(xhtml, null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException | RuntimeException malformed) {
            throw new IllegalArgumentException("the page cannot be set on paper", malformed);
        }
        return pdf.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String file, int weight) {
        builder.useFont(() -> open(file), FAMILY, weight, FontStyle.NORMAL, true);
    }

    private static InputStream open(String file) {
        InputStream font = Typesetter.class.getResourceAsStream(file);
        if (font == null) {
            throw new UncheckedIOException(new IOException("the font " + file + " is missing"));
        }
        return font;
    }
}

package oropos.library.xml;

import com.ctc.wstx.api.WstxInputProperties;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.DTDInfo;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import oropos.library.Input;
import oropos.library.SourceFileException;

/// Reads XML as a stream, one wanted element at a time, and nothing but the bytes it is given.
///
/// Document type definitions are passed over, never fetched: PubMed's records name one. A
/// document that declares entities of its own is refused, since expanding them is how small files
/// become endless ("billion laughs") and how other files are read through a parser. Entities that
/// HTML knows (`&nbsp;`, `&eacute;`) are read as their characters; an unknown one stays as written.
///
/// Limits are generous for literature (PubMed's deepest record nests about 15 elements, the
/// longest full text has about one million characters) and small for a computer.
public final class Xml {

    /// Elements inside elements.
    public static final int MAX_DEPTH = 200;

    /// Attributes of one element.
    public static final int MAX_ATTRIBUTES = 500;

    /// Characters of one attribute.
    public static final int MAX_ATTRIBUTE_LENGTH = 100_000;

    /// Characters of one wanted element (a record, an article).
    public static final int MAX_RECORD_LENGTH = 20_000_000;

    /// Elements in one wanted element.
    public static final int MAX_RECORD_ELEMENTS = 1_000_000;

    private static final String PARSER = "com.ctc.wstx.stax.WstxInputFactory";

    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    /// Hands over each element with one of the wanted names, complete, in order, leaving out those
    /// named in `leaveOut`. Wanted elements inside wanted elements are part of the outer one.
    ///
    /// @throws SourceFileException where the document cannot be read further; what stood before has been
    ///     handed over
    /// @throws IOException where the bytes cannot be read further
    public static void each(
            Input input, Set<String> wanted, Set<String> leaveOut, Consumer<Element> consumer)
            throws IOException {
        try (InputStream in = input.open()) {
            each(in, input.name(), wanted, leaveOut, consumer);
        }
    }

    private static void each(
            InputStream in,
            String name,
            Set<String> wanted,
            Set<String> leaveOut,
            Consumer<Element> consumer)
            throws IOException {
        XMLStreamReader xml = null;
        try {
            xml = FACTORY.createXMLStreamReader(in);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    refuseOwnEntities((XMLStreamReader2) xml, name);
                } else if (event == XMLStreamConstants.START_ELEMENT
                        && wanted.contains(local(xml.getLocalName()))) {
                    consumer.accept(new Building(xml, name, leaveOut).element());
                }
            }
        } catch (XMLStreamException damage) {
            throw unreadable(damage, name);
        } finally {
            close(xml);
        }
    }

    /// The name of the outermost element, as far as the first bytes of a document show it.
    public static Optional<String> root(byte[] head) {
        XMLStreamReader xml = null;
        try {
            xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(head));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    return Optional.of(local(xml.getLocalName()));
                }
            }
            return Optional.empty();
        } catch (XMLStreamException noXml) {
            return Optional.empty();
        } finally {
            close(xml);
        }
    }

    static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    static String entity(String name) {
        return Parser.unescapeEntities("&" + name + ";", false);
    }

    private static void refuseOwnEntities(XMLStreamReader2 xml, String name)
            throws XMLStreamException {
        DTDInfo dtd = xml.getDTDInfo();
        String inside = dtd == null ? null : dtd.getDTDInternalSubset();
        if (inside != null && inside.contains("<!ENTITY")) {
            throw new SourceFileException(
                    "the document declares entities of its own, which are never expanded here",
                    name,
                    "save it with the entities written out");
        }
    }

    private static SourceFileException unreadable(XMLStreamException damage, String name)
            throws IOException {
        if (damage.getNestedException() instanceof IOException bytes
                && !(bytes instanceof CharConversionException)) {
            throw bytes;
        }
        String message = String.valueOf(damage.getMessage());
        String first = message.lines().findFirst().orElse("").strip();
        String where =
                damage.getLocation() == null
                        ? name
                        : name + ", line " + damage.getLocation().getLineNumber();
        return first.contains("limit (")
                ? new SourceFileException(
                        "the XML breaks a limit (" + shortened(first) + ")",
                        where,
                        "split or correct the document; what stood before that line was read",
                        damage)
                : new SourceFileException(
                        "the XML is damaged (" + shortened(first) + ")",
                        where,
                        "fetch it again or correct it there; what stood before that line was read",
                        damage);
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }

    private static void close(@Nullable XMLStreamReader xml) {
        if (xml != null) {
            try {
                xml.close();
            } catch (XMLStreamException alreadyDone) {
                // closing frees buffers only; the bytes belong to the caller
            }
        }
    }

    /// Woodstox by name: whichever parser the class path happens to offer first will not do.
    private static XMLInputFactory factory() {
        XMLInputFactory factory =
                ServiceLoader.load(XMLInputFactory.class, Xml.class.getClassLoader()).stream()
                        .filter(known -> known.type().getName().equals(PARSER))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(PARSER + " is missing"))
                        .get();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory2.P_AUTO_CLOSE_INPUT, false);
        factory.setProperty(XMLInputFactory2.P_PRESERVE_LOCATION, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_LENGTH);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1000L);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_DEPTH, 1);
        return factory;
    }
}

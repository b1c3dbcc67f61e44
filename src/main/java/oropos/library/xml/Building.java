package oropos.library.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import oropos.library.SourceFileException;

/// Builds one element from the stream, counting what it costs.
final class Building {

    private final XMLStreamReader xml;
    private final String name;
    private final Set<String> leaveOut;
    private final Deque<Element> open = new ArrayDeque<>();
    private final Deque<List<Element.Content>> contents = new ArrayDeque<>();
    private long characters;
    private int elements;

    Building(XMLStreamReader xml, String name, Set<String> leaveOut) {
        this.xml = xml;
        this.name = name;
        this.leaveOut = leaveOut;
    }

    /// The element the stream stands at; the stream then stands at its end.
    Element element() throws XMLStreamException {
        Element outermost = begin();
        while (!open.isEmpty()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (leaveOut.contains(Xml.local(xml.getLocalName()))) {
                        pass();
                    } else {
                        begin();
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    open.pop();
                    contents.pop();
                }
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        words(xml.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> words(Xml.entity(xml.getLocalName()));
                default -> {
                    // comments and processing instructions say nothing to a reader
                }
            }
        }
        return outermost;
    }

    private Element begin() {
        if (++elements > Xml.MAX_RECORD_ELEMENTS) {
            throw tooLarge(Xml.MAX_RECORD_ELEMENTS + " elements");
        }
        Map<String, String> attributes = Map.of();
        if (xml.getAttributeCount() > 0) {
            attributes = new LinkedHashMap<>();
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                String value = xml.getAttributeValue(i);
                count(value.length());
                attributes.putIfAbsent(Xml.local(xml.getAttributeLocalName(i)), value);
            }
        }
        List<Element.Content> content = new ArrayList<>(2);
        Element element = new Element(Xml.local(xml.getLocalName()), attributes, content);
        if (!contents.isEmpty()) {
            Objects.requireNonNull(contents.peek()).add(new Element.Inner(element));
        }
        open.push(element);
        contents.push(content);
        return element;
    }

    private void words(String text) {
        count(text.length());
        Objects.requireNonNull(contents.peek()).add(new Element.Words(text));
    }

    private void pass() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void count(int length) {
        characters += length;
        if (characters > Xml.MAX_RECORD_LENGTH) {
            throw tooLarge(Xml.MAX_RECORD_LENGTH + " characters");
        }
    }

    private SourceFileException tooLarge(String what) {
        return new SourceFileException(
                "one record holds more than " + what,
                name + ", line " + xml.getLocation().getLineNumber(),
                "split the record");
    }
}

package oropos.library.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One element of a document with all that is in it. Names are local names: prefixes are dropped,
/// because the formats read here never use one name in two vocabularies.
///
/// @param content words and elements in the order they stand
public record Element(String name, Map<String, String> attributes, List<Content> content) {

    /// What an element holds.
    public sealed interface Content permits Words, Inner {}

    /// Characters between elements, as they stand.
    public record Words(String text) implements Content {}

    /// An element inside another.
    public record Inner(Element element) implements Content {}

    public Element {
        attributes = Collections.unmodifiableMap(attributes);
        content = Collections.unmodifiableList(content);
    }

    public boolean is(String other) {
        return name.equals(other);
    }

    /// The attribute's value without surrounding white space; empty where it is missing.
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    /// The elements directly inside, in order.
    public List<Element> children() {
        List<Element> children = new ArrayList<>();
        for (Content part : content) {
            if (part instanceof Inner(Element element)) {
                children.add(element);
            }
        }
        return children;
    }

    /// The elements of that name directly inside, in order.
    public List<Element> children(String name) {
        List<Element> children = new ArrayList<>(2);
        for (Content part : content) {
            if (part instanceof Inner(Element child) && child.is(name)) {
                children.add(child);
            }
        }
        return children;
    }

    /// The first element at the end of a path of names, each directly inside the one before.
    public Optional<Element> at(String... path) {
        return Optional.ofNullable(first(path, 0));
    }

    private @Nullable Element first(String[] path, int step) {
        if (step == path.length) {
            return this;
        }
        for (Content part : content) {
            if (part instanceof Inner(Element child) && child.is(path[step])) {
                Element found = child.first(path, step + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /// All elements at the end of a path of names, in order.
    public Stream<Element> all(String... path) {
        Stream<Element> found = Stream.of(this);
        for (String step : path) {
            found = found.flatMap(element -> element.children(step).stream());
        }
        return found;
    }

    /// All elements of that name anywhere inside, in order, without looking into those found.
    public Stream<Element> anywhere(String name) {
        return children().stream()
                .flatMap(child -> child.is(name) ? Stream.of(child) : child.anywhere(name));
    }

    /// The words of the first element at the path, see [Wording]; empty where there is none.
    public String words(String... path) {
        return at(path).map(Wording.PLAIN::of).orElse("");
    }
}

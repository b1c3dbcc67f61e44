package oropos.library.openstax;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import oropos.library.Input;
import oropos.library.SourceFileException;
import oropos.library.xml.Element;
import oropos.library.xml.Xml;

/// The book a module belongs to.
///
/// @param chapter titles of parts and chapter above the module, outermost first
/// @param address of the book's page
record Book(String title, List<String> chapter, String licence, String address) {

    /// How the names of collection files end.
    static final String COLLECTIONS = ".collection.xml";

    /// Bytes of a collection file; a book of 500 modules has about 40 KB.
    private static final int MAX_COLLECTION = 5_000_000;

    /// The first of the collections beside the module that names it.
    static Optional<Book> of(Input module, String id) throws IOException {
        for (Input collection : module.companions(COLLECTIONS)) {
            if (names(collection, id)) {
                List<Book> books = new ArrayList<>();
                try {
                    Xml.each(
                            collection,
                            Set.of("collection"),
                            Set.of(),
                            whole -> books.add(book(whole, id)));
                } catch (SourceFileException damaged) {
                    continue; // told when the collection itself is opened
                }
                return books.stream().findFirst();
            }
        }
        return Optional.empty();
    }

    private static boolean names(Input collection, String id) throws IOException {
        try (InputStream in = collection.open()) {
            String text = new String(in.readNBytes(MAX_COLLECTION), StandardCharsets.UTF_8);
            return text.contains("\"" + id + "\"");
        }
    }

    private static Book book(Element collection, String id) {
        Element metadata = collection.at("metadata").orElse(collection);
        String slug = metadata.words("slug");
        List<String> chapter = new ArrayList<>();
        collection.at("content").ifPresent(content -> path(content, id, chapter));
        return new Book(
                metadata.words("title"),
                List.copyOf(chapter),
                metadata.at("license").map(one -> licence(one.attribute("url"))).orElse(""),
                slug.isEmpty() ? "" : "https://openstax.org/details/books/" + slug);
    }

    private static boolean path(Element content, String id, List<String> above) {
        for (Element child : content.children()) {
            if (child.is("module") && child.attribute("document").equals(id)) {
                return true;
            }
            if (child.is("subcollection") && child.at("content").isPresent()) {
                above.add(child.words("title"));
                if (path(child.at("content").orElseThrow(), id, above)) {
                    return true;
                }
                above.removeLast();
            }
        }
        return false;
    }

    private static String licence(String url) {
        return url.contains("/licenses/by/4.0") ? "CC BY 4.0" : url;
    }
}

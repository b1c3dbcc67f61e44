package oropos.library.openstax;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import oropos.library.Head;
import oropos.library.Input;
import oropos.library.Record;
import oropos.library.Sink;
import oropos.library.SourceReader;
import oropos.library.xml.Xml;

/// Reads the modules of OpenStax books in CNXML. Which book a module belongs to stands in the
/// collection files beside it; those, and the list of books, hold no text of their own and are
/// passed over.
public final class OpenstaxReader implements SourceReader {

    /// The form of its records.
    public static final String FORM = "openstax";

    private static final String CNXML = "http://cnx.rice.edu/cnxml";
    private static final String COLLECTION = "http://cnx.rice.edu/collxml";
    private static final String BOOKS = "https://openstax.org/namespaces/book-container";

    @Override
    public boolean reads(Head head) {
        String root = Xml.root(head.bytes()).orElse("");
        String text = head.text();
        return root.equals("document") && text.contains(CNXML)
                || root.equals("collection") && text.contains(COLLECTION)
                || root.equals("container") && text.contains(BOOKS);
    }

    @Override
    public void read(Input input, Sink sink) throws IOException {
        if (!Xml.root(Head.of(input).bytes()).orElse("").equals("document")) {
            return;
        }
        List<Module> modules = new ArrayList<>();
        Xml.each(
                input,
                Set.of("document"),
                Set.of("iframe", "image"),
                document -> modules.add(Module.of(document)));
        for (Module module : modules) {
            if (module.id().isEmpty()) {
                sink.skipped(input.name(), "a module without id");
                continue;
            }
            Optional<Book> book = Book.of(input, module.id());
            if (book.isEmpty() && !input.companions(Book.COLLECTIONS).isEmpty()) {
                sink.skipped(input.name(), "a module that no book beside it includes");
                continue;
            }
            Optional<Record> record = module.record(book);
            if (record.isEmpty()) {
                sink.skipped(input.name(), "a module without text");
            } else {
                sink.record(record.get());
            }
        }
    }
}

package oropos.library.pubmed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oropos.library.xml.Element;

/// Authors as Vancouver style prints them: "Ward LM", "Cohen S Jr", a group by its name.
final class Authors {

    private Authors() {}

    /// The authors of an article or book; editors only where there is nobody else.
    static List<String> of(Element holder) {
        List<String> authors = listed(holder, false);
        return authors.isEmpty() ? listed(holder, true) : authors;
    }

    private static List<String> listed(Element holder, boolean editors) {
        List<String> names = new ArrayList<>();
        holder.all("AuthorList")
                .filter(list -> list.attribute("Type").equals("editors") == editors)
                .flatMap(list -> list.children("Author").stream())
                .filter(author -> !author.attribute("ValidYN").equals("N"))
                .map(Authors::name)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names.stream().distinct().toList();
    }

    private static String name(Element author) {
        String last = author.words("LastName");
        if (last.isEmpty()) {
            return author.words("CollectiveName");
        }
        return Stream.of(last, initials(author), author.words("Suffix"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String initials(Element author) {
        String initials = author.words("Initials");
        if (!initials.isEmpty()) {
            return initials;
        }
        String given = author.words("ForeName");
        if (given.isEmpty()) {
            given = author.words("FirstName");
        }
        return Stream.of(given.split("[\\s-]+"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }
}

package oropos.library.jats;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oropos.library.xml.Element;
import oropos.library.xml.Wording;

/// Authors as Vancouver style prints them, groups by their names.
final class Contributors {

    private static final Wording GROUP =
            Wording.PLAIN.without("contrib-group", "xref", "fn", "aff");

    private Contributors() {}

    static List<String> of(Element meta) {
        return meta.all("contrib-group", "contrib")
                .filter(contrib ->
                        contrib.attribute("contrib-type").isEmpty()
                                || contrib.attribute("contrib-type").equals("author"))
                .map(Contributors::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static String name(Element contrib) {
        return contrib.at("name")
                .or(() -> contrib.at("name-alternatives", "name"))
                .map(Contributors::person)
                .or(() -> contrib.at("collab").map(GROUP::of))
                .or(() -> contrib.at("string-name").map(Element::words))
                .orElse("");
    }

    private static String person(Element name) {
        String given = name.words("given-names");
        String initials =
                given.matches("[\\p{Lu}. -]{1,6}")
                        ? given.replaceAll("[. -]", "")
                        : Stream.of(given.split("[\\s.-]+"))
                                .filter(part -> !part.isEmpty())
                                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)))
                                .collect(Collectors.joining());
        return Stream.of(name.words("surname"), initials, name.words("suffix"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}

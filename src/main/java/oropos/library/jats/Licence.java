package oropos.library.jats;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oropos.library.xml.Element;
import oropos.library.xml.Wording;

/// Under which licence an article stands, from the address it names, else in its own words.
final class Licence {

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "creativecommons\\.org/(licenses|publicdomain)/([a-z-]+)(?:/(\\d\\.\\d))?");

    private Licence() {}

    static String of(Element meta) {
        Element holder = meta.at("permissions").orElse(meta);
        for (Element licence : holder.children("license")) {
            Optional<String> named = named(licence);
            String words = Wording.PLAIN.without("title").of(licence);
            if (named.isPresent() || !words.isEmpty()) {
                return named.orElse(words);
            }
        }
        return holder.words("copyright-statement");
    }

    private static Optional<String> named(Element licence) {
        Stream<String> addresses =
                Stream.concat(
                        Stream.of(licence.attribute("href")),
                        Stream.concat(
                                licence.anywhere("ext-link").map(link -> link.attribute("href")),
                                Stream.of(licence.words())));
        return addresses.map(ADDRESS::matcher).filter(Matcher::find).map(Licence::name).findFirst();
    }

    private static String name(Matcher address) {
        String version = address.group(3) == null ? "" : " " + address.group(3);
        if (address.group(1).equals("publicdomain")) {
            return address.group(2).equals("zero") ? "CC0" + version : "public domain";
        }
        return "CC " + address.group(2).toUpperCase(java.util.Locale.ROOT) + version;
    }
}

package oropos.library.spl;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import oropos.library.PublicationDate;
import oropos.library.Record;
import oropos.library.SourceId;
import oropos.library.TextKind;
import oropos.library.xml.Element;

/// One drug label.
///
/// Its printed title is an instruction ("These highlights do not include all the information ..."),
/// so the record is called by the products and their active ingredients instead; those ingredients
/// also stand among its subject headings.
final class Label {

    private Label() {}

    static Optional<Record> of(Element document) {
        String setId =
                document.at("setId")
                        .map(id -> id.attribute("root"))
                        .orElse("")
                        .toLowerCase(Locale.ROOT);
        if (!setId.matches("[0-9a-f-]{8,64}")) {
            return Optional.empty();
        }
        Map<String, String> products = products(document);
        String kind = words(document.at("code").map(c -> c.attribute("displayName")).orElse(""));
        Optional<LocalDate> effective =
                document.at("effectiveTime").flatMap(time -> day(time.attribute("value")));
        String version = document.at("versionNumber").map(v -> v.attribute("value")).orElse("");
        Record.Builder record =
                Record.of(
                                new SourceId("label:" + setId),
                                LabelReader.FORM,
                                title(document, products, kind),
                                TextKind.FULL_TEXT)
                        .issuer(issuer(document))
                        .venue(venue(version, effective))
                        .year(effective.map(LocalDate::getYear).orElse(null))
                        .published(effective.orElse(null))
                        .url("https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=" + setId)
                        .licence("US public label")
                        .types(kind.isEmpty() ? List.of("Drug label") : List.of("Drug label", kind))
                        .mesh(ingredients(document));
        new Sections(record).add(document);
        return Optional.of(record.build());
    }

    private static String title(Element document, Map<String, String> products, String kind) {
        String names =
                products.entrySet().stream()
                        .map(product ->
                                product.getValue().isEmpty()
                                                || product.getValue()
                                                        .equalsIgnoreCase(product.getKey())
                                        ? product.getKey()
                                        : product.getKey() + " (" + product.getValue() + ")")
                        .collect(Collectors.joining(", "));
        if (names.isEmpty()) {
            return document.words("title");
        }
        return names + ": " + (kind.isEmpty() ? "drug label" : lowered(kind));
    }

    /// Product name to generic name, in the order of the label.
    private static Map<String, String> products(Element document) {
        Map<String, String> products = new LinkedHashMap<>();
        document.anywhere("manufacturedProduct")
                .map(outer ->
                        outer.at("manufacturedProduct")
                                .or(() -> outer.at("manufacturedMedicine"))
                                .orElse(outer))
                .forEach(product -> {
                    String name = product.words("name");
                    String suffix = product.at("name").map(n -> n.words("suffix")).orElse("");
                    if (!name.isEmpty()) {
                        products.putIfAbsent(
                                suffix.isEmpty()
                                        ? name
                                        : name.replace(suffix, " " + suffix)
                                                .replaceAll(" +", " ")
                                                .strip(),
                                product.words("asEntityWithGeneric", "genericMedicine", "name"));
                    }
                });
        return products;
    }

    private static List<String> ingredients(Element document) {
        return document.anywhere("activeMoiety")
                .map(outer -> outer.at("activeMoiety").orElse(outer).words("name"))
                .filter(name -> !name.isEmpty())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static String issuer(Element document) {
        return document.words("author", "assignedEntity", "representedOrganization", "name");
    }

    private static String venue(String version, Optional<LocalDate> effective) {
        List<String> words = new ArrayList<>();
        words.add("Drug label");
        if (!version.isEmpty()) {
            words.add("version " + version);
        }
        effective.ifPresent(day -> words.add("effective " + day));
        return String.join(", ", words);
    }

    private static Optional<LocalDate> day(String digits) {
        return digits.matches("\\d{8}.*")
                ? PublicationDate.of(
                        digits.substring(0, 4), digits.substring(4, 6), digits.substring(6, 8))
                : Optional.empty();
    }

    private static String lowered(String kind) {
        return kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1);
    }

    /// "HUMAN PRESCRIPTION DRUG LABEL" as "Human prescription drug label".
    static String words(String capitals) {
        String lower = capitals.strip().toLowerCase(Locale.ROOT).replaceAll("\\botc\\b", "OTC");
        return lower.isEmpty()
                ? ""
                : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }
}

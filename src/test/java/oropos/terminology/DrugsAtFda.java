package oropos.terminology;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Brand and ingredient names of the FDA's products file.
final class DrugsAtFda {

    private static final String SALTS =
            " (SODIUM|POTASSIUM|CALCIUM|MAGNESIUM|HYDROCHLORIDE|DIHYDROCHLORIDE|HYDROBROMIDE|SULFATE"
                    + "|ACETATE|CITRATE|MALEATE|TARTRATE|BITARTRATE|MESYLATE|MESILATE|FUMARATE|SUCCINATE"
                    + "|PHOSPHATE|BESYLATE|TOSYLATE|NITRATE|GLUCONATE|LACTATE|DISODIUM|TROMETHAMINE"
                    + "|MONOHYDRATE|DIHYDRATE|TRIHYDRATE|HEMIHYDRATE|ANHYDROUS|HYDRATE|PROPIONATE"
                    + "|DIPROPIONATE|VALERATE|BENZOATE|PAMOATE|MEGLUMINE|MEDOXOMIL|CILEXETIL|RECOMBINANT"
                    + "|SYNTHETIC|BROMIDE|CHLORIDE|IODIDE|PALMITATE|DECANOATE|ENANTHATE|HEXACETONIDE)$";

    private static final int LONGEST_BRAND = 30;

    /// Marks the first word of an ingredient ("CALCITONIN SALMON"): enough to call MeSH's Calcitonin
    /// a drug, not enough to be its name.
    static final String AND_MORE = " ...";

    private static final int SHORTEST_FIRST_WORD = 6;

    /// Metals whose salts are drugs while their own name is a laboratory value.
    private static final Set<String> SALTS_FIRST =
            Set.of(
                    "POTASSIUM",
                    "CALCIUM",
                    "MAGNESIUM",
                    "ALUMINUM",
                    "AMMONIUM",
                    "CHROMIC",
                    "SELENIUM",
                    "CUPRIC",
                    "SELENIOUS",
                    "MANGANESE",
                    "PROTEIN",
                    "GALLIUM",
                    "INDIUM",
                    "THALLOUS",
                    "TECHNETIUM",
                    "CHROMIUM",
                    "GLUTAMIC",
                    "ANTIVENIN",
                    "HYDROGEN",
                    "NITROGEN");

    private final Map<String, Set<Set<String>>> ingredientsOf = new TreeMap<>();
    private final Set<String> ingredients = new TreeSet<>();

    static DrugsAtFda read(Path products) throws IOException {
        DrugsAtFda drugs = new DrugsAtFda();
        List<String> lines = Files.readAllLines(products, StandardCharsets.ISO_8859_1);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (cells.length < 7 || cells[6].isBlank()) {
                continue;
            }
            Set<String> parts =
                    Arrays.stream(cells[6].split(";"))
                            .map(String::strip)
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.toCollection(TreeSet::new));
            drugs.ingredients.addAll(parts);
            for (String brand : cells[5].split("/")) {
                String name = brand.strip();
                if (isBrand(name, parts)) {
                    drugs.ingredientsOf.computeIfAbsent(name, b -> new HashSet<>()).add(parts);
                }
            }
        }
        return drugs;
    }

    private static boolean isBrand(String name, Set<String> parts) {
        return name.length() >= 3
                && name.length() <= LONGEST_BRAND
                && name.matches("[A-Z][A-Z' -]+[A-Z]")
                && !name.matches(
                        ".*\\b(IN|AND|W|WITH|PLASTIC|CONTAINER|PRESERVATIVE|KIT|USP|TABLETS?)\\b.*")
                && parts.stream().noneMatch(part -> part.startsWith(name) || name.startsWith(part));
    }

    /// Keys of every ingredient, with and without its salt.
    Set<String> names() {
        Set<String> names = new HashSet<>();
        for (String ingredient : ingredients) {
            names.add(MeshFiles.key(ingredient));
            names.add(MeshFiles.key(base(ingredient)));
            int space = ingredient.indexOf(' ');
            if (space > SHORTEST_FIRST_WORD
                    && !SALTS_FIRST.contains(ingredient.substring(0, space))) {
                names.add(MeshFiles.key(ingredient.substring(0, space)) + AND_MORE);
            }
        }
        return names;
    }

    private static String base(String ingredient) {
        String base = ingredient;
        for (String shorter = base.replaceFirst(SALTS, ""); !shorter.equals(base); ) {
            base = shorter;
            shorter = base.replaceFirst(SALTS, "");
        }
        return base;
    }

    /// Names MeSH does not have: ingredients of their own, brands as synonyms of what they hold.
    List<VocabularyMaker.Line> lines(List<VocabularyMaker.Line> mesh) {
        Map<String, VocabularyMaker.Line> byKey = new HashMap<>();
        for (VocabularyMaker.Line line : mesh) {
            if (line.kind() == Concept.Kind.DRUG) {
                byKey.put(MeshFiles.key(line.name()), line);
            }
        }
        for (VocabularyMaker.Line line : mesh) {
            if (line.kind() == Concept.Kind.DRUG) {
                line.synonyms().forEach(name -> byKey.putIfAbsent(MeshFiles.key(name), line));
                line.others().forEach(name -> byKey.putIfAbsent(MeshFiles.key(name), line));
            }
        }
        Set<String> known = new HashSet<>();
        for (VocabularyMaker.Line line : mesh) {
            known.add(MeshFiles.key(line.name()));
            line.synonyms().forEach(name -> known.add(MeshFiles.key(name)));
            line.others().forEach(name -> known.add(MeshFiles.key(name)));
        }
        Map<String, VocabularyMaker.Line> concepts = new TreeMap<>();
        Map<String, String> conceptOf = new HashMap<>();
        Map<String, Set<String>> names = new TreeMap<>();
        for (String ingredient : ingredients) {
            VocabularyMaker.Line found = byKey.get(MeshFiles.key(ingredient));
            if (found == null) {
                found = byKey.get(MeshFiles.key(base(ingredient)));
            }
            if (found == null && isName(ingredient)) {
                String base = base(ingredient);
                found = drug(base, List.of());
                byKey.put(MeshFiles.key(base), found);
                byKey.put(MeshFiles.key(ingredient), found);
            }
            if (found != null) {
                concepts.put(found.id(), found);
                conceptOf.put(ingredient, found.id());
            }
        }
        for (Map.Entry<String, Set<Set<String>>> brand : ingredientsOf.entrySet()) {
            if (known.contains(MeshFiles.key(brand.getKey()))) {
                continue;
            }
            Set<Set<String>> sets =
                    brand.getValue().stream()
                            .filter(set -> conceptOf.keySet().containsAll(set))
                            .map(set ->
                                    set.stream()
                                            .map(conceptOf::get)
                                            .collect(
                                                    Collectors.<String, Set<String>>toCollection(
                                                            TreeSet::new)))
                            .collect(Collectors.toSet());
            if (sets.size() != 1) {
                continue;
            }
            Set<String> set = sets.iterator().next();
            if (set.size() == 1) {
                names.computeIfAbsent(set.iterator().next(), id -> new TreeSet<>())
                        .add(brandCase(brand.getKey()));
            } else {
                List<String> trees =
                        set.stream()
                                .flatMap(id ->
                                        concepts
                                                .getOrDefault(id, drug(id, List.of()))
                                                .trees()
                                                .stream())
                                .map(tree -> tree + ".combination")
                                .sorted()
                                .toList();
                VocabularyMaker.Line combination = drug(brand.getKey(), trees);
                concepts.put(combination.id(), combination);
            }
        }
        List<VocabularyMaker.Line> lines = new ArrayList<>();
        for (VocabularyMaker.Line concept : concepts.values()) {
            Set<String> brands = names.getOrDefault(concept.id(), Set.of());
            if (!brands.isEmpty() || concept.id().startsWith("oropos:")) {
                lines.add(
                        new VocabularyMaker.Line(
                                concept.id(),
                                concept.name(),
                                Concept.Kind.DRUG,
                                concept.trees(),
                                List.copyOf(brands),
                                List.of()));
            }
        }
        return lines;
    }

    private static boolean isName(String ingredient) {
        return ingredient.length() > 3
                && ingredient.length() < 40
                && ingredient.matches("[A-Z][A-Z -]+");
    }

    private static VocabularyMaker.Line drug(String name, List<String> trees) {
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return new VocabularyMaker.Line(
                "oropos:drug-" + slug,
                brandCase(name),
                Concept.Kind.DRUG,
                trees,
                List.of(),
                List.of());
    }

    private static String brandCase(String capitals) {
        return capitals.charAt(0) + capitals.substring(1).toLowerCase(Locale.ROOT);
    }
}

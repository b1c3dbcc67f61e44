package oropos.terminology;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Chooses from MeSH what clinical questions and studies speak of.
final class MeshFiles {

    private static final List<String> KEPT =
            List.of(
                    "C",
                    "F01",
                    "F03",
                    "D",
                    "E01",
                    "E02",
                    "E03",
                    "E04",
                    "E05.200",
                    "E06",
                    "E07",
                    "A01",
                    "A02",
                    "A03",
                    "A04",
                    "A05",
                    "A06",
                    "A07",
                    "A08",
                    "A09",
                    "A10",
                    "A12",
                    "A14",
                    "A15",
                    "A16",
                    "A17",
                    "B01.043",
                    "B01.046",
                    "B01.237",
                    "B01.268",
                    "B01.300",
                    "B01.630",
                    "B01.050.500.131",
                    "B01.050.500.500",
                    "B03",
                    "B04",
                    "G07.100",
                    "G07.110",
                    "G07.203",
                    "G07.345",
                    "G08",
                    "G09",
                    "G10",
                    "G11.427",
                    "G11.561.803",
                    "M01",
                    "N02.421.585",
                    "N02.278.421");

    /// Enzymes, proteins of the cell, antigens and receptors: thousands of laboratory names that
    /// share their words with English and with drugs.
    private static final List<String> LEFT_OUT =
            List.of(
                    "D08.811.277",
                    "D08.811.399",
                    "D08.811.464",
                    "D08.811.600",
                    "D08.811.641",
                    "D08.811.682",
                    "D08.811.913",
                    "D12.776.034.0",
                    "D12.776.037",
                    "D12.776.045",
                    "D12.776.09",
                    "D12.776.157",
                    "D12.776.167",
                    "D12.776.210",
                    "D12.776.212",
                    "D12.776.220",
                    "D12.776.260",
                    "D12.776.306",
                    "D12.776.313",
                    "D12.776.325",
                    "D12.776.331",
                    "D12.776.354",
                    "D12.776.407",
                    "D12.776.419",
                    "D12.776.460",
                    "D12.776.476",
                    "D12.776.502",
                    "D12.776.512",
                    "D12.776.526",
                    "D12.776.529",
                    "D12.776.532",
                    "D12.776.543",
                    "D12.776.575",
                    "D12.776.580",
                    "D12.776.602",
                    "D12.776.624",
                    "D12.776.631",
                    "D12.776.660",
                    "D12.776.664",
                    "D12.776.744",
                    "D12.776.752",
                    "D12.776.765",
                    "D12.776.8",
                    "D12.776.9",
                    "D13",
                    "D23.050",
                    "D23.529");

    private static final Set<String> ENZYMES_KEPT =
            Set.of(
                    "Alkaline Phosphatase",
                    "Creatine Kinase",
                    "Lipase",
                    "Amylases",
                    "Alanine Transaminase",
                    "Aspartate Aminotransferases",
                    "Asparaginase",
                    "L-Lactate Dehydrogenase",
                    "gamma-Glutamyltransferase",
                    "Troponin",
                    "Ferritins",
                    "Prostate-Specific Antigen",
                    "Carcinoembryonic Antigen",
                    "CA-125 Antigen",
                    "Hemoglobins",
                    "Glycated Hemoglobin",
                    "Urokinase-Type Plasminogen Activator",
                    "Tissue Plasminogen Activator",
                    "Streptokinase",
                    "Pancrelipase",
                    "Troponin T",
                    "Troponin I",
                    "Natriuretic Peptide, Brain",
                    "Lactase",
                    "Hyaluronoglucosaminidase");

    /// Substances that are drugs somewhere but in questions nearly always a measured value.
    private static final Set<String> NO_DRUGS =
            Set.of(
                    "Creatinine",
                    "Bilirubin",
                    "Glucose",
                    "Alcohols",
                    "Starch",
                    "Hormones",
                    "Cholesterol",
                    "Urea",
                    "Uric Acid",
                    "Lactic Acid",
                    "Water",
                    "Sodium",
                    "Potassium",
                    "Calcium",
                    "Chlorides",
                    "Hemoglobins",
                    "Proteins",
                    "Lipids",
                    "Triglycerides",
                    "Electrolytes",
                    "Carbohydrates",
                    "Fats",
                    "Gelatin",
                    "Food");

    private static final Set<String> DRUGS =
            Set.of("Adrenal Cortex Hormones", "Steroids", "Melatonin");

    private static final Set<String> SKIPPED_TAGS = Set.of("LAB", "HIST");
    private static final int LONGEST_CHEMICAL_NAME = 40;
    private static final int LONGEST_NAME = 90;
    private static final int SHORTEST_LABORATORY_NAME = 5;

    private record Term(
            String descriptor, String concept, String name, boolean permuted, String tag) {}

    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, String> mainConcept = new HashMap<>();
    private final Map<String, List<Term>> terms = new HashMap<>();
    private final Map<String, List<String>> trees = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    static MeshFiles read(Path terms, Path trees, Path abbreviations) throws IOException {
        MeshFiles mesh = new MeshFiles();
        Map<String, String> tops = new HashMap<>();
        try (BufferedReader lines = open(trees)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                if (cells[0].startsWith("D")) {
                    mesh.trees.computeIfAbsent(cells[0], d -> new ArrayList<>()).add(cells[2]);
                    tops.put(cells[5], cells[7]);
                }
            }
        }
        try (BufferedReader lines = open(terms)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                mesh.names.put(cells[0], cells[1]);
                if (cells[8].equals("Y")) {
                    mesh.mainConcept.put(cells[0], cells[2]);
                }
                mesh.terms
                        .computeIfAbsent(cells[0], d -> new ArrayList<>())
                        .add(
                                new Term(
                                        cells[0],
                                        cells[2],
                                        cells[4],
                                        cells[6].equals("Y"),
                                        cells[7]));
            }
        }
        // the trees file leaves out the top of each tree (Neoplasms, C04): its name stands below it
        mesh.names.forEach((descriptor, name) -> {
            String top = tops.get(name);
            if (top != null) {
                mesh.trees.computeIfAbsent(descriptor, d -> new ArrayList<>()).add(top);
            }
        });
        mesh.ambiguous.addAll(ambiguous(abbreviations));
        return mesh;
    }

    private static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }

    /// Abbreviations with more than one meaning: those only their own document can expand.
    private static Set<String> ambiguous(Path abbreviations) throws IOException {
        Map<String, Integer> meanings = new HashMap<>();
        for (String line : Files.readAllLines(abbreviations)) {
            String[] cells = line.split(",", 3);
            if (cells.length > 1) {
                int several = cells[1].contains(" or ") || cells[1].contains(";") ? 2 : 1;
                meanings.merge(cells[0].strip(), several, Integer::sum);
            }
        }
        Set<String> several = new TreeSet<>();
        meanings.forEach((word, count) -> {
            if (count > 1) {
                several.add(word);
            }
        });
        return several;
    }

    /// Id, name and positions of every descriptor that has positions and is not among these, by id.
    List<String> headings(Set<String> without) {
        List<String> rows = new ArrayList<>();
        names.forEach((descriptor, name) -> {
            List<String> positions = trees.getOrDefault(descriptor, List.of());
            if (!positions.isEmpty() && !without.contains("mesh:" + descriptor)) {
                rows.add("mesh:" + descriptor + "\t" + name + "\t" + String.join(" ", positions));
            }
        });
        return rows;
    }

    List<VocabularyMaker.Line> lines(Set<String> drugNames) {
        Map<String, Concept.Kind> kinds = kinds(drugNames);
        List<VocabularyMaker.Line> lines = new ArrayList<>();
        for (Map.Entry<String, String> descriptor : names.entrySet()) {
            List<String> positions = trees.getOrDefault(descriptor.getKey(), List.of());
            Concept.Kind kind = kinds.get(descriptor.getKey());
            if (kind == null || positions.isEmpty()) {
                continue;
            }
            boolean chemical = positions.stream().anyMatch(tree -> tree.startsWith("D"));
            Set<String> same = new LinkedHashSet<>();
            Set<String> others = new LinkedHashSet<>();
            Set<String> seen = new HashSet<>();
            String name = descriptor.getValue();
            seen.add(key(name));
            for (Term term : terms.getOrDefault(descriptor.getKey(), List.of())) {
                boolean main =
                        term.concept().equals(mainConcept.get(descriptor.getKey()))
                                || term.tag().equals("TRD");
                for (String form : forms(term)) {
                    if (isKept(form, term, chemical, kind) && seen.add(key(form))) {
                        (main ? same : others).add(form);
                    }
                }
            }
            lines.add(
                    new VocabularyMaker.Line(
                            "mesh:" + descriptor.getKey(),
                            name,
                            kind,
                            positions,
                            List.copyOf(same),
                            List.copyOf(others)));
        }
        return lines;
    }

    /// A name as MeSH has it and, where MeSH turned it round, as it is spoken.
    private static List<String> forms(Term term) {
        String name = term.name();
        if (term.permuted()) {
            return name.contains(",") ? List.of() : List.of(name);
        }
        if (!name.contains(", ")) {
            return List.of(name);
        }
        List<String> parts = new ArrayList<>(List.of(name.split(", ")));
        Collections.reverse(parts);
        return List.of(String.join(" ", parts), name);
    }

    private boolean isKept(String name, Term term, boolean chemical, Concept.Kind kind) {
        if (SKIPPED_TAGS.contains(term.tag())
                || name.indexOf('|') >= 0
                || name.length() > LONGEST_NAME
                || name.length() < 2
                || ambiguous.contains(name)) {
            return false;
        }
        if (name.matches("[A-Z0-9]{2,3}s?")
                && term.tag().startsWith("AB")
                && kind == Concept.Kind.OTHER) {
            return false;
        }
        if (!chemical) {
            return true;
        }
        boolean formula = name.matches(".*[\\[\\](){}*].*|.*\\d,\\d.*");
        boolean code =
                name.matches("[A-Z]{1,5}[- ]?\\d+.*|\\d.*")
                        && !name.matches(
                                "(?i).*(vitamin|vaccine|insulin|interferon|factor|hydroxyvit|dihydroxyvit).*");
        boolean tooShort =
                kind == Concept.Kind.OTHER
                        && name.length() < SHORTEST_LABORATORY_NAME
                        && !name.equals(names.get(term.descriptor()));
        return name.length() < LONGEST_CHEMICAL_NAME && !formula && !code && !tooShort;
    }

    private Map<String, Concept.Kind> kinds(Set<String> drugNames) {
        Map<String, Concept.Kind> kinds = new HashMap<>();
        Map<String, int[]> below = new HashMap<>();
        for (String descriptor : names.keySet()) {
            Concept.Kind kind = kind(descriptor, drugNames);
            if (kind == null) {
                continue;
            }
            kinds.put(descriptor, kind);
            for (String tree : trees.getOrDefault(descriptor, List.of())) {
                if (tree.startsWith("D")) {
                    for (int dot = tree.lastIndexOf('.');
                            dot > 0;
                            dot = tree.lastIndexOf('.', dot - 1)) {
                        int[] count =
                                below.computeIfAbsent(tree.substring(0, dot), t -> new int[2]);
                        count[0]++;
                        count[1] += kind == Concept.Kind.DRUG ? 1 : 0;
                    }
                }
            }
        }
        for (Map.Entry<String, Concept.Kind> each : kinds.entrySet()) {
            if (each.getValue() == Concept.Kind.OTHER
                    && !NO_DRUGS.contains(names.get(each.getKey()))
                    && isClassOfDrugs(each.getKey(), below)) {
                each.setValue(Concept.Kind.DRUG);
            }
        }
        return kinds;
    }

    /// Half of what stands below it, and at least two, are drugs: Diphosphonates, Glucocorticoids.
    private boolean isClassOfDrugs(String descriptor, Map<String, int[]> below) {
        return trees.getOrDefault(descriptor, List.of()).stream()
                .filter(tree ->
                        tree.startsWith("D") && tree.chars().filter(c -> c == '.').count() >= 2)
                .map(tree -> below.getOrDefault(tree, new int[2]))
                .anyMatch(count -> count[1] >= 2 && count[1] * 2 >= count[0]);
    }

    private Concept.@Nullable Kind kind(String descriptor, Set<String> drugNames) {
        List<String> positions = trees.getOrDefault(descriptor, List.of());
        List<String> kept =
                positions.stream()
                        .filter(tree -> KEPT.stream().anyMatch(tree::startsWith))
                        .toList();
        if (kept.isEmpty()) {
            return null;
        }
        if (any(kept, "C", "F03", "F01.145.126", "F01.470.132", "F01.700")) {
            return Concept.Kind.PROBLEM;
        }
        if (any(kept, "D")) {
            boolean drug = isDrug(descriptor, positions, drugNames);
            boolean laboratory =
                    positions.stream()
                            .anyMatch(tree -> LEFT_OUT.stream().anyMatch(tree::startsWith));
            if (!drug && laboratory && !ENZYMES_KEPT.contains(names.get(descriptor))) {
                return null;
            }
            return drug ? Concept.Kind.DRUG : Concept.Kind.OTHER;
        }
        if (any(kept, "E01.789")) {
            return Concept.Kind.OTHER;
        }
        if (any(kept, "E01", "E05.200")) {
            return Concept.Kind.TEST;
        }
        if (any(kept, "E", "N02.421.585")) {
            return Concept.Kind.PROCEDURE;
        }
        if (any(kept, "A")) {
            return Concept.Kind.ANATOMY;
        }
        if (any(kept, "B")) {
            return Concept.Kind.ORGANISM;
        }
        return any(kept, "M01") ? Concept.Kind.GROUP : Concept.Kind.OTHER;
    }

    private boolean isDrug(String descriptor, List<String> positions, Set<String> drugNames) {
        String descriptorName = names.get(descriptor);
        if (DRUGS.contains(descriptorName) || NO_DRUGS.contains(descriptorName)) {
            return DRUGS.contains(descriptorName);
        }
        if (any(positions, "D27.505", "D26", "D20.215.894")) {
            return true;
        }
        for (Term term : terms.getOrDefault(descriptor, List.of())) {
            if (term.tag().equals("TRD")
                    || drugNames.contains(key(term.name()))
                    || term.name().equals(names.get(descriptor))
                            && drugNames.contains(key(term.name()) + DrugsAtFda.AND_MORE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean any(List<String> positions, String... prefixes) {
        return positions.stream()
                .anyMatch(tree -> List.of(prefixes).stream().anyMatch(tree::startsWith));
    }

    static String key(String name) {
        List<String> keys = new ArrayList<>();
        for (Token token : Token.of(Plain.of(name.toLowerCase(Locale.ROOT)))) {
            keys.addAll(token.form().keys());
        }
        return String.join(" ", keys) + (name.contains(", ") ? "," : "");
    }
}

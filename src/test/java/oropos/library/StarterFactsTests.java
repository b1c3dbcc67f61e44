package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;
import static oropos.library.StarterPack.RECORDS;
import static oropos.library.StarterPack.preventive;
import static oropos.library.StarterPack.resource;
import static oropos.library.StarterPack.stated;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The starter library held against the facts it was made from: nothing lost, nothing added, no
/// number from nowhere.
class StarterFactsTests {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

    /// Levels of the spine and names of genes and vitamins hold digits that are no numbers.
    private static final Pattern NAME = Pattern.compile("\\b[A-Z]+\\d+[A-Z/]*\\d*\\b");

    @Test
    void everyPublicationOfTheCheckedListIsHeldAsItStands() throws IOException {
        for (JsonNode entry : publications()) {
            String key = entry.get("key").asString();
            Record record = RECORDS.get("child-bone-health/" + key + ".md");
            if (record == null) {
                throw new AssertionError("the starter library lacks " + key);
            }
            String pmid = entry.get("pmid").asString();
            if (pmid.startsWith("(")) {
                assertThat(record.pmcid()).isEqualTo(pmid.substring(1, pmid.length() - 1));
            } else if (!pmid.isEmpty()) {
                assertThat(record.pmid()).as(key).isEqualTo(pmid);
            }
            String doi = entry.get("doi").asString();
            if (!doi.isEmpty()) {
                assertThat(record.doi()).as(key).isEqualToIgnoringCase(doi);
            }
            Matcher n = Pattern.compile("n=(\\d+)").matcher(entry.get("design").asString());
            if (n.find()) {
                assertThat(stated(record).n()).as(key).isEqualTo(Integer.valueOf(n.group(1)));
            }
            if (entry.get("read_at").asString().startsWith("primary")) {
                assertThat(record.textKind()).as(key).isEqualTo(TextKind.SUMMARY_OF_PRIMARY);
            } else if (record.textKind() == TextKind.SUMMARY_OF_PRIMARY) {
                assertThat(pagesRead()).as(key + " was read at its source").containsKey(key);
            }
        }
    }

    @Test
    void everyNumberInTheTextsOnChildBoneHealthStandsInAFactThatWasSeen() throws IOException {
        String method = Files.readString(Literature.at("../design/clinical-method.md"));
        Set<String> inMethod =
                numbers(
                        method.substring(
                                method.indexOf("# A. The first question"),
                                method.indexOf("# B. Evidence appraisal")));
        Map<String, Set<String>> facts = new HashMap<>();
        for (JsonNode entry : publications()) {
            facts.put(
                    entry.get("key").asString(),
                    numbers(
                            Stream.of("finding", "design", "population", "source", "title")
                                    .map(field -> entry.get(field).asString())
                                    .collect(Collectors.joining(" "))));
        }
        Map<String, Set<String>> read = pagesRead();
        RECORDS.forEach((file, record) -> {
            if (!file.startsWith("child-bone-health/")) {
                return;
            }
            String key = file.substring(file.indexOf('/') + 1, file.length() - ".md".length());
            Set<String> known = new HashSet<>(inMethod);
            known.addAll(facts.getOrDefault(key, Set.of()));
            known.addAll(read.getOrDefault(key, Set.of()));
            known.add(String.valueOf(record.year()));
            assertThat(record.parts())
                    .allSatisfy(part ->
                            assertThat(known)
                                    .as(file + ": " + part.text())
                                    .containsAll(numbers(part.text())));
        });
    }

    @Test
    void everyPreventiveRecommendationAgreesWithItsRow() throws IOException {
        List<String> lines = Files.readAllLines(Literature.at("facts/uspstf-2024-05.tsv"));
        List<String> names = List.of(lines.getFirst().split("\t", -1));
        assertThat(preventive()).hasSize(lines.size() - 1);
        for (String line : lines.subList(1, lines.size())) {
            List<String> row = List.of(line.split("\t", -1));
            Record record =
                    preventive().entrySet().stream()
                            .filter(it ->
                                    it.getKey().startsWith("preventive/" + row.getFirst() + "-"))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("no file for " + line));
            agrees(record, field -> row.get(names.indexOf(field)).strip());
        }
    }

    private static void agrees(Record record, UnaryOperator<String> row) {
        String year = row.apply("topic_year");
        assertThat(record.title()).isEqualTo(row.apply("topic") + " (recommendation statement)");
        assertThat(record.year()).isEqualTo(Integer.valueOf(year));
        assertThat(record.published()).hasToString(row.apply("published"));
        assertThat(record.issuerGrade()).isEqualTo("USPSTF " + year + ": " + row.apply("grade"));
        if (!row.apply("newer_edition").isEmpty()) {
            assertThat(record.newerEdition()).isEqualTo(row.apply("newer_edition"));
        }
        Population population = stated(record).population();
        String sex =
                population.sex() == null
                        ? "men and women"
                        : population.sex().name().toLowerCase(Locale.ROOT);
        assertThat(sex).as(record.id().value()).isEqualTo(row.apply("sex"));
        String label = row.apply("recommendation_label");
        String people = label.substring(label.indexOf(" -- ")).toLowerCase(Locale.ROOT);
        assertThat(population.pregnancy()).as(label).isEqualTo(pregnancy(people));
    }

    /// What a label says of pregnancy: a group that only includes pregnant people is neither.
    private static Population.@Nullable Pregnancy pregnancy(String people) {
        if (people.contains("nonpregnant")) {
            return Population.Pregnancy.EXCLUDED;
        }
        boolean others =
                Stream.of("including", "postpartum", "mothers", "become")
                        .anyMatch(people::contains);
        return people.contains("pregnant") && !others ? Population.Pregnancy.ONLY : null;
    }

    private static JsonNode publications() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(Literature.at("facts/child-bone-health.json")));
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new TreeSet<>();
        Matcher matcher = NUMBER.matcher(NAME.matcher(text).replaceAll(" "));
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers;
    }

    /// The table of pages in the pack's README: key to the numbers read there.
    private static Map<String, Set<String>> pagesRead() {
        Pattern row = Pattern.compile("\\| ([A-Z0-9-]+) \\| (.+?) \\|(.*)\\|");
        Map<String, Set<String>> pages = new HashMap<>();
        for (String line : resource("README.md").lines().toList()) {
            Matcher matcher = row.matcher(line);
            if (matcher.matches()) {
                pages.put(matcher.group(1), numbers(matcher.group(3).replace(",", " ")));
            }
        }
        return pages;
    }
}

package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who took part, read from words alone. The second half of these tests holds the reading against the
/// MeSH tags of PubMedQA's development records, on the half that was not looked at while it was made.
class GroupReadingTests {

    private static final Set<String> UNDER_13 =
            Set.of("Infant, Newborn", "Infant", "Child, Preschool", "Child");

    private final GroupReading reading = GroupReading.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We studied patients aged 4 to 18 years. | Child, Preschool;Child;Adolescent",
                "Mean age was 61.8\u00b114.3 years. | Adult;Middle Aged;Aged",
                "The median age was 45 years. | Adult;Middle Aged",
                "Women aged 50 and older were asked. | Middle Aged;Aged",
                "Children under 5 years were weighed. | Infant, Newborn;Infant;Child, Preschool",
                "Very low birth weight infants were fed early. | Infant, Newborn;Infant",
                "A colonoscopy was done 4 to 6 weeks after discharge. | ",
                "Patients were followed for 10 years. | ",
                "Nurses who had been exposed to smoke during childhood were asked. | "
            })
    void agesAndWordsTellWhoWasThere(String text, String groups) {
        List<String> expected = groups == null ? List.of() : List.of(groups.split(";"));
        assertThat(reading.tags("A study", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thirty-four mice were assigned to receive injections. | true",
                "Transgastric splenectomy in a porcine model. | true",
                "A mouse monoclonal antibody was given to patients. | false",
                "People allergic to cat dander were tested. | false"
            })
    void anExperimentOnAnimalsIsTold(String text, boolean animals) {
        assertThat(reading.speaksOfAnimals("A study", text)).isEqualTo(animals);
    }

    @Test
    void onePassingWordOfPregnancyIsNotWhatARecordIsAbout() {
        assertThat(reading.speaksOfPregnancy("Bone loss in women", "Nobody was pregnant at entry."))
                .isFalse();
        assertThat(reading.speaksOfPregnancy("Screening in pregnancy", "Urine was tested."))
                .isTrue();
    }

    private record Read(JsonNode record, Version version) {
        boolean isTagged(String tag) {
            return record.get("MESHES").valueStream().anyMatch(one -> one.asString().equals(tag));
        }
    }

    private static List<Read> unseenHalf() throws Exception {
        Path file =
                Path.of(System.getenv().getOrDefault("OROPOS_SHARED", "../shared/data"))
                        .resolve("questions/pubmedqa/pubmedqa-dev.json");
        assumeTrue(Files.exists(file), "real data absent: " + file + " (set OROPOS_SHARED)");
        List<Read> read = new ArrayList<>();
        for (var entry : new JsonMapper().readTree(Files.readString(file)).properties()) {
            if (Integer.parseInt(entry.getKey()) % 2 == 1) {
                JsonNode record = entry.getValue();
                StringBuilder text = new StringBuilder();
                record.get("CONTEXTS").forEach(part -> text.append(part.asString()).append(' '));
                read.add(
                        new Read(
                                record,
                                Version.of(
                                        Record.of(
                                                        SourceId.pmid(entry.getKey()),
                                                        "pubmed",
                                                        record.get("QUESTION").asString(),
                                                        TextKind.ABSTRACT)
                                                .part(
                                                        Passage.Role.ABSTRACT,
                                                        List.of(),
                                                        text.toString())
                                                .build())));
            }
        }
        return read;
    }

    private static double f1(List<Read> records, Predicate<Read> tagged, Predicate<Read> read) {
        long both = records.stream().filter(tagged.and(read)).count();
        long either =
                records.stream().filter(tagged).count() + records.stream().filter(read).count();
        return 2.0 * both / either;
    }

    @Test
    void tagsHiddenPeopleUnderThirteenPregnancyAndAnimalsAreFound() throws Exception {
        List<Read> records = unseenHalf();
        AgeWords names = AgeWords.shipped();
        List<String> under13 =
                names.tagged(List.copyOf(UNDER_13)).stream().map(AgeWords.Group::id).toList();

        double children =
                f1(
                        records,
                        record -> UNDER_13.stream().anyMatch(record::isTagged),
                        record ->
                                record.version().study().population().ageGroups().stream()
                                        .anyMatch(under13::contains));
        double pregnancy =
                f1(
                        records,
                        record -> record.isTagged("Pregnancy"),
                        record ->
                                record.version().study().population().pregnancy() != null
                                        && record.version().study().population().pregnancy()
                                                != Population.Pregnancy.EXCLUDED);
        double animals =
                f1(
                        records,
                        record -> record.isTagged("Animals"),
                        record -> record.version().study().design() == Design.LABORATORY);
        System.out.printf(
                "PubMedQA, tags hidden, %d records: under 13 F1 %.3f, pregnancy %.3f, animals %.3f%n",
                records.size(), children, pregnancy, animals);

        assertThat(children).isGreaterThan(.78);
        assertThat(pregnancy).isGreaterThan(.85);
        assertThat(animals).isGreaterThan(.88);
    }
}

package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;
import static oropos.library.StarterPack.RECORDS;
import static oropos.library.StarterPack.advice;
import static oropos.library.StarterPack.blocks;
import static oropos.library.StarterPack.claim;
import static oropos.library.StarterPack.index;
import static oropos.library.StarterPack.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What ships in the jar: every file is valid, stands alone, and keeps the guards of medicine.
class StarterTests {

    /// A lead heads a bottom line of at most 45 words.
    private static final int LEAD_WORDS = 45;

    @Test
    void everyFileOfTheIndexHoldsOneRecordThatTheReaderAccepts() {
        assertThat(RECORDS).hasSameSizeAs(index());
        assertThat(index()).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(200);
    }

    @Test
    void theIndexNamesEveryFileOfThePack() throws IOException {
        Path pack = Path.of("src/main/resources/starter");
        try (Stream<Path> files = Files.walk(pack)) {
            assertThat(
                            files.filter(Files::isRegularFile)
                                    .map(file ->
                                            pack.relativize(file).toString().replace('\\', '/'))
                                    .filter(name -> name.contains("/")))
                    .containsExactlyInAnyOrderElementsOf(index());
        }
    }

    @Test
    void noTwoSourcesShareAnIdentifier() {
        Map<String, List<String>> holders = new TreeMap<>();
        RECORDS.forEach((file, record) ->
                Stream.of(
                                record.id().value(),
                                "PMID " + record.pmid(),
                                "DOI " + record.doi(),
                                "PMC id " + record.pmcid())
                        .filter(name -> !name.endsWith(" null"))
                        .forEach(name ->
                                holders.computeIfAbsent(name, it -> new ArrayList<>()).add(file)));
        assertThat(holders).allSatisfy((name, files) -> assertThat(files).as(name).hasSize(1));
    }

    @Test
    void everySourceSaysWhatItsTextIsMadeFromAndIsNeverAQuotation() {
        RECORDS.values()
                .forEach(record -> {
                    assertThat(record.textKind().isSummary()).as(record.id().value()).isTrue();
                    assertThat(record.form()).isEqualTo("starter");
                    assertThat(record.title()).isNotBlank().isNotEqualTo(Record.NO_TITLE);
                });
    }

    @Test
    void everyBlockNamesItsPeopleInItsOwnWords() {
        Pattern people =
                Pattern.compile(
                        "child|patients? under|adolescen|\\b\\d+ people|adult|women|\\bmen\\b|persons"
                                + "|people|newborn|postmenopausal|menopause|osteogenesis imperfecta"
                                + "|Duchenne|long-term trials|nephrotic",
                        Pattern.CASE_INSENSITIVE);
        assertThat(blocks())
                .allSatisfy(block ->
                        assertThat(people.matcher(block.text()).find())
                                .as("people named in: " + block.text())
                                .isTrue());
    }

    @Test
    void noBlockStartsWithAWordThatPointsOutsideIt() {
        assertThat(blocks())
                .allSatisfy(block ->
                        assertThat(block.text())
                                .doesNotMatch(
                                        "(?s)^(?:It|This|That|These|Those|They|Such|However|But|Also)\\b.*")
                                .endsWith("."));
    }

    @Test
    void aLeadIsAShortExactPartOfItsBlockThatBeginsTheText() {
        List<Part> leading =
                blocks().stream().filter(block -> claim(block).lead() != null).toList();
        assertThat(leading).hasSizeGreaterThan(100);
        assertThat(leading)
                .allSatisfy(block -> {
                    String lead = String.valueOf(claim(block).lead());
                    assertThat(block.text()).contains(lead);
                    assertThat(lead.split(" ").length).as(lead).isLessThanOrEqualTo(LEAD_WORDS);
                    assertThat(Character.isUpperCase(lead.charAt(0))).as(lead).isTrue();
                });
    }

    @Test
    void noLeadComesFromASummaryOfASecondaryPage() {
        assertThat(RECORDS.values())
                .filteredOn(record -> record.textKind() == TextKind.SUMMARY_OF_SECONDARY)
                .isNotEmpty()
                .allSatisfy(record ->
                        assertThat(record.parts())
                                .filteredOn(part -> part.claim() != null)
                                .allSatisfy(part -> assertThat(claim(part).lead()).isNull()));
    }

    @Test
    void aLeadKeepsTheNumbersTheGradeAndThePeopleOfItsSentence() {
        advice().forEach(one -> {
            Part block = one.block();
            String population = one.people();
            assertThat(block.text()).contains(population);
            if (claim(block).lead() != null) {
                assertThat(claim(block).lead()).endsWith(population);
            }
        });
    }

    @Test
    void aFractureInLeukaemiaIsNeverToldAsLeukaemiaInAFracture() {
        assertThat(blocks())
                .filteredOn(block -> block.text().contains("16%") && block.text().contains("186"))
                .hasSize(1)
                .allSatisfy(block -> {
                    assertThat(block.text())
                            .contains("newly diagnosed with acute lymphoblastic leukaemia")
                            .contains("not the chance of leukaemia");
                    assertThat(claim(block).lead()).isNull();
                });
    }

    @Test
    void theRouteRuleOfTheChildrensGuidelineIsToldForEachDiseaseApart() {
        assertThat(record("pmid:29504223").parts())
                .filteredOn(part ->
                        part.text().contains("bisphosphonate is")
                                || part.text().startsWith("Oral bisphosphonate"))
                .hasSize(4)
                .allSatisfy(part -> {
                    assertThat(claim(part).population())
                            .isNotNull()
                            .extracting(Population::conditions)
                            .asInstanceOf(InstanceOfAssertFactories.LIST)
                            .isNotEmpty();
                    assertThat(part.text()).contains("children with");
                });
    }

    @Test
    void aDoseIsOnlyTheTrialsAndCompleteButForAMaximumThatIsSaidToBeMissing() {
        List<Part> doses =
                blocks().stream()
                        .filter(block -> block.text().matches("(?s).*\\d\\s?(?:mg|IU)\\b.*"))
                        .filter(block -> !claim(block).section().equals("prevention"))
                        .toList();
        assertThat(doses)
                .singleElement()
                .satisfies(block -> {
                    assertThat(claim(block).section()).isEqualTo("dose");
                    assertThat(block.text())
                            .contains("zoledronic acid 0.05 mg/kg intravenously every 6 months")
                            .contains("children aged 5 to 17 years")
                            .contains("no maximum dose is stated");
                });
    }

    @Test
    void theTwoSidesOfEachKnownDisagreementShareInterventionAndOutcome() {
        assertThat(directions("oral alendronate", "fractures"))
                .containsExactlyInAnyOrder(Claim.Direction.NO_DIFFERENCE, Claim.Direction.FAVOURS);
        assertThat(directions("oral alendronate", "vertebral height"))
                .containsExactlyInAnyOrder(Claim.Direction.NO_DIFFERENCE, Claim.Direction.FAVOURS);
        assertThat(directions("vertebroplasty", "pain"))
                .containsExactlyInAnyOrder(
                        Claim.Direction.AGAINST,
                        Claim.Direction.NO_DIFFERENCE,
                        Claim.Direction.FAVOURS);
    }

    @Test
    void insufficientEvidenceIsNeverWordedAsAgainstNorAGradeOfCAsPlainlyRecommended() {
        advice().forEach(one -> {
            Part block = one.block();
            String grade = String.valueOf(one.record().issuerGrade());
            switch (grade.charAt(grade.length() - 1)) {
                case 'A', 'B' -> {
                    assertThat(claim(block).direction()).isEqualTo(Claim.Direction.FAVOURS);
                    assertThat(block.text())
                            .contains("is recommended for")
                            .doesNotContain("against ");
                }
                case 'C' -> {
                    assertThat(claim(block).direction()).isEqualTo(Claim.Direction.FAVOURS);
                    assertThat(block.text()).contains("only selectively, by individual judgement");
                }
                case 'D' -> {
                    assertThat(claim(block).direction()).isEqualTo(Claim.Direction.AGAINST);
                    assertThat(block.text()).startsWith("The recommendation is against ");
                }
                case 'I' -> {
                    assertThat(claim(block).direction()).isEqualTo(Claim.Direction.INSUFFICIENT);
                    assertThat(block.text())
                            .startsWith("The evidence is insufficient to assess the balance")
                            .contains("neither for nor against")
                            .doesNotContain("recommend");
                }
                default -> throw new AssertionError("unknown grade " + grade);
            }
        });
    }

    @Test
    void rowsOfOneTopicAreOneWorkSoThatATopicNeverContradictsItself(@TempDir Path folder) {
        Map<String, Set<String>> works = new TreeMap<>();
        try (Library library = Library.open(folder, Library.Access.WRITE)) {
            assertThat(library.addStarter().added()).isEqualTo(index().size());
            library.eachCurrent(version -> {
                Source source = version.source();
                if (source.id().scheme().equals("guideline")) {
                    works.computeIfAbsent(source.title(), it -> new TreeSet<>())
                            .add(source.work().value());
                }
                assertThat(source.standing())
                        .as(source.id().value())
                        .isIn(Standing.CURRENT, Standing.CORRECTED);
            });
        }
        assertThat(works).hasSizeGreaterThan(80);
        assertThat(works).allSatisfy((title, all) -> assertThat(all).as(title).hasSize(1));
    }

    @Test
    void recommendationsOfOneTopicForOnePopulationSpeakOfDifferentServices() {
        Set<String> seen = new HashSet<>();
        advice().forEach(one -> {
            Claim claim = claim(one.block());
            assertThat(seen.add(claim.intervention() + " | " + one.people()))
                    .as(one.record().id().value())
                    .isTrue();
        });
    }

    private static List<Claim.Direction> directions(String intervention, String outcome) {
        List<Claim.Direction> directions = new ArrayList<>();
        for (Part block : blocks()) {
            Claim claim = claim(block);
            if (intervention.equals(claim.intervention())
                    && outcome.equals(claim.outcome())
                    && claim.direction() != null) {
                directions.add(claim.direction());
            }
        }
        return directions;
    }
}

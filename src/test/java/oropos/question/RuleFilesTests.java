package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.terminology.Terminology;

class RuleFilesTests {

    private static final List<String> FILES =
            List.of(
                    UrgentSigns.FILE,
                    UrgentSigns.OF_BIRTH,
                    UrgentSigns.OF_ADULTS,
                    UrgentSigns.SUDDEN,
                    UrgentSigns.OF_VALUES,
                    UrgentSigns.SHORT,
                    Premises.FILE,
                    Premises.OF_AMOUNTS,
                    Facts.FILE,
                    Kinds.FILE,
                    Refusals.FILE,
                    Names.FILE,
                    Focus.FILE);

    private static String text(String path) throws IOException {
        try (InputStream in = RuleFilesTests.class.getResourceAsStream(path)) {
            assertThat(in).as(path).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyConceptTheyNameIsInTheShippedVocabulary() throws IOException {
        Set<String> unknown = new HashSet<>();
        for (String file : FILES) {
            Matcher id =
                    Pattern.compile("\\b(?:mesh|oropos):[\\w-]+")
                            .matcher(text(RuleFile.FOLDER + file));
            while (id.find()) {
                if (Terminology.builtIn().concept(id.group()).isEmpty()) {
                    unknown.add(file + " " + id.group());
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void everySourceTheyRestOnIsInTheStarterLibrary() throws IOException {
        StringBuilder starter = new StringBuilder();
        for (String file : text("/starter/index.txt").split("\n")) {
            if (file.endsWith(".md")) {
                String[] head = text("/starter/" + file.strip()).split("\n---\n", 2);
                starter.append(head[0].toLowerCase(java.util.Locale.ROOT)).append('\n');
            }
        }
        Set<String> unheld = new HashSet<>();
        for (String file :
                List.of(
                        UrgentSigns.FILE,
                        UrgentSigns.OF_BIRTH,
                        UrgentSigns.OF_ADULTS,
                        UrgentSigns.SUDDEN,
                        UrgentSigns.OF_VALUES,
                        UrgentSigns.SHORT,
                        Premises.FILE,
                        Premises.OF_AMOUNTS)) {
            for (RuleFile.Row row : RuleFile.read(file).content().rows("rules")) {
                for (String evidence : row.texts("evidence")) {
                    String id =
                            evidence.substring(evidence.indexOf(':') + 1)
                                    .toLowerCase(java.util.Locale.ROOT);
                    if (!starter.toString().contains(id)) {
                        unheld.add(row.place() + ": " + evidence);
                    }
                }
            }
        }
        assertThat(unheld).isEmpty();
    }

    @Test
    void aSlipOfThePenStopsTheStart() {
        assertThatThrownBy(() -> urgent("severty: now"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"severty\" is not a key here");
        assertThatThrownBy(() -> urgent("severity: soon"))
                .hasMessageContaining("severity is now, sameDay or urgent");
        assertThatThrownBy(() -> urgent("severity: now\n    under: 3 moons"))
                .hasMessageContaining("an age is written \"3 mo\"");
        assertThatThrownBy(() -> urgent("severity: now\n    all: [\"@nobody\"]"))
                .hasMessageContaining("no phrase list is called @nobody");
    }

    private static UrgentSigns urgent(String more) {
        String yaml =
                "version: \"1\"\nrules:\n  - id: one\n    sign: A sign\n    action: Act\n    source:"
                        + " a page\n    reviewed: false\n    "
                        + more
                        + "\n";
        return new UrgentSigns(
                RuleFile.parse("test.yaml", yaml),
                List.of(RuleFile.parse("births.yaml", "version: \"1\"\nrules: []\n")),
                RuleFile.Table.read(Resemblance.FILE),
                RuleFile.Table.read(Misspelt.SPELLINGS),
                RuleFile.Table.read(Misspelt.REAL_WORDS),
                Terminology.builtIn());
    }

    @Test
    void aRowWithoutASourceStopsTheStart() {
        String yaml =
                "version: \"1\"\nrules:\n  - id: one\n    kind: term\n    correction: So it is.\n"
                        + "    all: [word]\n";

        assertThatThrownBy(() ->
                        new Premises(
                                List.of(RuleFile.parse("premises.yaml", yaml)),
                                RuleFile.Table.read(Strengths.FILE),
                                RuleFile.Table.read(DoseLimits.FILE),
                                RuleFile.Table.read(DrugClasses.FILE),
                                Terminology.builtIn()))
                .hasMessageContaining("premises.yaml, rules one")
                .hasMessageContaining("\"source\" is missing");
    }

    @Test
    void aLongFirstSentenceStopsTheStart() {
        String yaml =
                "version: \"1\"\nrules:\n  - id: one\n    kind: term\n    source: a page\n"
                        + "    correction: "
                        + "so ".repeat(31)
                        + "it is.\n    all: [word]\n";

        assertThatThrownBy(() ->
                        new Premises(
                                List.of(RuleFile.parse("premises.yaml", yaml)),
                                RuleFile.Table.read(Strengths.FILE),
                                RuleFile.Table.read(DoseLimits.FILE),
                                RuleFile.Table.read(DrugClasses.FILE),
                                Terminology.builtIn()))
                .hasMessageContaining("at most 90 characters");
    }

    @Test
    void twoRowsOfOneNameStopTheStart() {
        assertThatThrownBy(() ->
                        RuleFile.parse("x.yaml", "version: \"1\"\nrules:\n  - id: a\n  - id: a\n")
                                .content()
                                .rows("rules"))
                .hasMessageContaining("two rows are called a");
    }

    @Test
    void theVersionChangesWithEveryFile() {
        RuleFile one = RuleFile.parse("a.yaml", "version: \"1\"");
        RuleFile other = RuleFile.parse("a.yaml", "version: \"2\"");
        RuleFile named = RuleFile.parse("b.yaml", "version: \"1\"");

        assertThat(RuleFile.versionOf(List.of(one)))
                .matches("[0-9a-f]{12}")
                .isEqualTo(RuleFile.versionOf(List.of(one)))
                .isNotEqualTo(RuleFile.versionOf(List.of(other)))
                .isNotEqualTo(RuleFile.versionOf(List.of(named)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~3 word", "word ~3", "word ~99 word", "Word", "a||b", "#3..x"})
    void aCueThatCannotBeReadIsNamed(String notation) {
        assertThatThrownBy(() -> Cue.of(notation)).isInstanceOf(IllegalArgumentException.class);
    }
}

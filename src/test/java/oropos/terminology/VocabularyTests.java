package oropos.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTests {

    private static final String[] COLUMNS = {"id", "name", "kind", "trees", "synonyms", "others"};

    /// Limits of the first load, with room for slow machines: processor time, not wall time.
    private static final long MOST_MILLISECONDS = 2_000;

    private static final long MOST_BYTES = 60L << 20;

    @ParameterizedTest
    @ValueSource(strings = {Vocabulary.OWN, Vocabulary.MESH, Vocabulary.FDA})
    void idsStandOnce(String table) {
        Set<String> ids = new HashSet<>();
        assertThat(Tables.read(table, COLUMNS)).isNotEmpty().allMatch(row -> ids.add(row.cell(0)));
    }

    @Test
    void keepsWithinItsLimits() {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        Vocabulary vocabulary = Vocabulary.load();
        long milliseconds = (threads.getCurrentThreadCpuTime() - before) / 1_000_000;
        assertThat(vocabulary.size()).isGreaterThan(15_000);
        assertThat(milliseconds).isLessThan(MOST_MILLISECONDS);
    }

    @Test
    void fitsInItsMemory() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        Vocabulary vocabulary = Vocabulary.load();
        System.gc();
        long after = runtime.totalMemory() - runtime.freeMemory();
        assertThat(after - before).isLessThan(MOST_BYTES);
        assertThat(vocabulary.size()).isPositive();
    }

    @Test
    void namesItsSource() throws Exception {
        try (var in = getClass().getResourceAsStream(Vocabulary.MESH)) {
            assertThat(in).isNotNull();
            String head =
                    new String(
                            new java.util.zip.GZIPInputStream(in).readNBytes(400),
                            java.nio.charset.StandardCharsets.UTF_8);
            assertThat(head)
                    .contains("MeSH 2024")
                    .contains("Courtesy of the U.S. National Library of Medicine");
        }
    }

    @Test
    void holdsNoLaboratoryCodesAndNoLongChemicalNames() {
        for (Tables.Row row : Tables.read(Vocabulary.MESH, COLUMNS)) {
            if (row.cell(3).contains("D0")
                    && row.cell(2).equals("DRUG")
                    && !row.cell(3).contains("C")) {
                assertThat(List.of(row.cell(4).split("\\|"))).allMatch(name -> name.length() < 40);
            }
        }
        assertThat(Terminology.builtIn().read("MK-217").mentions()).isEmpty();
    }

    @Test
    void aTableWithoutVersionOrWithOtherColumnsIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Tables.read("/terminology/units.tsv", "wrong", "unit", "kind"))
                .withMessageContaining("expected the columns");
        assertThatIllegalStateException()
                .isThrownBy(() -> Tables.read("/terminology/absent.tsv", "a"))
                .withMessageContaining("missing from this build");
        assertThatIllegalStateException()
                .isThrownBy(() -> Tables.read("/broken/no-version.tsv", "a", "b"))
                .withMessageContaining("no version");
        assertThatIllegalStateException()
                .isThrownBy(() -> Tables.read("/broken/narrow-row.tsv", "a", "b"))
                .withMessageContaining("narrow-row.tsv line 3");
    }
}

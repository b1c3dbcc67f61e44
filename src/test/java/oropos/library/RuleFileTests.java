package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleFileTests {

    private static RuleFile read(String words) throws IOException {
        return RuleFile.read(
                "rules.tsv", new BufferedReader(new StringReader(words)), List.of("a", "source"));
    }

    @Test
    void aFileGivesItsVersionAndItsRows() throws IOException {
        RuleFile file = read("# version: 2026-1\n# a remark\na\tsource\n\nx\ty\n");

        assertThat(file.version()).isEqualTo("2026-1");
        assertThat(file.rows()).containsExactly(List.of("x", "y"));
    }

    @Test
    void aRuleWithoutASourceIsRefusedWithItsLine() {
        assertThatThrownBy(() -> read("# version: 1\na\tsource\nx\t \n"))
                .hasMessageContaining("rules.tsv, line 3")
                .hasMessageContaining("must fill the 2 columns");
    }

    @Test
    void otherColumnsNoVersionAndNoRowsAreRefused() {
        assertThatThrownBy(() -> read("# version: 1\na\tb\n"))
                .hasMessageContaining("must name the columns");
        assertThatThrownBy(() -> read("a\tsource\n")).hasMessageContaining("line 1 must be");
        assertThatThrownBy(() -> read("# version: 1\na\tsource\n"))
                .hasMessageContaining("without rules");
        assertThatThrownBy(() -> read("")).hasMessageContaining("line 1");
    }

    @Test
    void aMissingFileSaysWhichOne() {
        assertThatThrownBy(() -> RuleFile.shipped(RuleFileTests.class, "absent.tsv", "a"))
                .hasMessageContaining("absent.tsv");
    }
}

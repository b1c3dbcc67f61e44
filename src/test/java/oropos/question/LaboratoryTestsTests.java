package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LaboratoryTestsTests {

    private static Set<String> told(String text) {
        return Asking.UNDERSTANDING.particulars(Asking.question(text)).tests().stream()
                .map(value ->
                        value.name()
                                + "="
                                + value.value()
                                + (value.unit() == null ? "" : " " + value.unit()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void valuesAreToldAsLabelledBeforeTheCodeReadThem() throws IOException {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (List<String> row : Labelled.rows("values-labelled.tsv")) {
            if (row.getFirst().equals("question")) {
                continue;
            }
            all++;
            Set<String> labelled =
                    row.size() < 2 || row.get(1).isBlank()
                            ? Set.of()
                            : Stream.of(row.get(1).split(";"))
                                    .map(String::strip)
                                    .collect(Collectors.toCollection(TreeSet::new));
            if (!told(row.getFirst()).equals(labelled)) {
                wrong.add(row.getFirst() + " | " + labelled + " | " + told(row.getFirst()));
            }
        }
        System.out.printf("values of tests: %d of %d lines right%n", all - wrong.size(), all);

        assertThat(wrong).isEmpty();
    }
}

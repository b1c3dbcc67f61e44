package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.terminology.Mention.Assertion;

/// Reads descriptions of patients and holds who they are and what they have against labels that were
/// written before. Half A was used to mend the readers, half B was not. What was missed or too much in
/// half A is written to `target/question-measured` for editors.
class VignetteTests {

    private record Label(String id, String half, String age, String sex, String problems) {

        List<LabelledName> required() {
            return split().filter(one -> !one.startsWith("?")).map(LabelledName::of).toList();
        }

        List<LabelledName> allowed() {
            return split().filter(one -> one.startsWith("?"))
                    .map(one -> LabelledName.of(one.substring(1)))
                    .toList();
        }

        private Stream<String> split() {
            return Stream.of(problems.split(";")).map(String::strip).filter(one -> !one.isEmpty());
        }
    }

    private static List<Label> labels() throws IOException {
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        VignetteTests.class.getResourceAsStream("vignettes.tsv")),
                                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("id\t"))
                    .map(line -> line.split("\t", -1))
                    .map(cell -> new Label(cell[0], cell[1], cell[2], cell[3], cell[4]))
                    .toList();
        }
    }

    private static String age(Patient patient) {
        return patient.age() == null
                ? "-"
                : patient.age().value().stripTrailingZeros().toPlainString()
                        + " "
                        + patient.age().unit().ucum();
    }

    private static String sex(Patient patient) {
        return patient.sex() == null
                ? "-"
                : patient.sex().name().toLowerCase(java.util.Locale.ROOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B"})
    void agesSexesAndProblemsOfPatientsAreRead(String half) throws IOException {
        Map<String, String> texts = Questions.vignettesById();
        List<String> wrong = new ArrayList<>();
        int patients = 0;
        int ages = 0;
        int sexes = 0;
        int found = 0;
        int missed = 0;
        int tooMuch = 0;
        for (Label label : labels()) {
            String text = texts.get(label.id());
            if (!label.half().equals(half) || text == null) {
                continue;
            }
            patients++;
            ClinicalQuestion question = Asking.question(text);
            Patient patient = question.patient();
            if (age(patient).equals(label.age())) {
                ages++;
            } else {
                wrong.add(label.id() + " age " + label.age() + " read as " + age(patient));
            }
            if (sex(patient).equals(label.sex())) {
                sexes++;
            } else {
                wrong.add(label.id() + " sex " + label.sex() + " read as " + sex(patient));
            }
            List<Finding> present =
                    question.problems().stream()
                            .filter(one -> one.assertion() == Assertion.PRESENT)
                            .toList();
            for (LabelledName required : label.required()) {
                if (present.stream().anyMatch(required::is)) {
                    found++;
                } else {
                    missed++;
                    wrong.add(label.id() + " missed " + required.label());
                }
            }
            List<LabelledName> right =
                    Stream.concat(label.required().stream(), label.allowed().stream()).toList();
            for (Finding finding : present) {
                if (right.stream().noneMatch(one -> one.is(finding))) {
                    tooMuch++;
                    wrong.add(
                            label.id()
                                    + " too much "
                                    + finding.name()
                                    + " ("
                                    + finding.words()
                                    + ")");
                }
            }
        }
        double f1 = 2.0 * found / (2.0 * found + missed + tooMuch);
        System.out.printf(
                "vignettes, half %s: %d patients, age right %.3f, sex right %.3f, problems F1 %.3f (precision %.3f, recall %.3f)%n",
                half,
                patients,
                ages / (double) patients,
                sexes / (double) patients,
                f1,
                found / (double) (found + tooMuch),
                found / (double) (found + missed));
        if (half.equals("A")) {
            Path folder = Path.of("target/question-measured");
            Files.createDirectories(folder);
            Files.write(folder.resolve("vignettes.txt"), wrong);
        }
        assertThat(ages / (double) patients).as("age").isGreaterThanOrEqualTo(0.98);
        assertThat(sexes / (double) patients).as("sex").isGreaterThanOrEqualTo(0.98);
        assertThat(f1).as("problems").isGreaterThanOrEqualTo(0.84);
    }
}

package oropos.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.library.Literature;
import oropos.library.Passage;
import oropos.library.Record;
import oropos.library.SourceId;
import oropos.library.TextKind;
import oropos.library.Version;

/// Effects and events as typed fields; the second half measures them on abstracts labelled by a person.
class StatedNumbersTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Falls were fewer (odds ratio 0.51, 95% CI 0.34 to 0.75). | odds ratio | 0.51[0.34,0.75]",
                "The hazard ratio [95% CI] was 1.2 [0.8, 1.7]. | hazard ratio | 1.2[0.8,1.7]",
                "The difference was -0.77 (95% confidence interval \u22121.49 to \u22120.05). | difference | -0.77[-1.49,-0.05]",
                "It cost more (difference 427, 99% CI: 56 - 787). | difference | 427[56,787]"
            })
    void anEffectIsTakenWithItsMeasureAndInterval(String text, String measure, String effect) {
        StatedNumbers.Effect read = StatedNumbers.in(text).effects().getFirst();
        assertThat(read.measure()).isEqualTo(measure);
        assertThat(words(read)).isEqualTo(effect);
        assertThat(read.span().of(text)).startsWith(read.value().toString().substring(0, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The interval was 3.5 (95% CI 4 to 6).",
                "Children aged 12 (range 5 to 17) took part.",
                "Doses of 5 mg, 10 mg and 20 mg were given."
            })
    void aNumberThatItsIntervalDoesNotEncloseIsNoEffect(String text) {
        assertThat(StatedNumbers.in(text).effects()).isEmpty();
    }

    @Test
    void peopleAmongThoseCountedAreEvents() {
        String text = "Healing was seen in 9/30 children (30%) and 2 of 26 controls; dose 5 mg/kg.";
        assertThat(StatedNumbers.in(text).events())
                .extracting(one -> one.people() + "/" + one.of())
                .containsExactly("9/30", "2/26");
        assertThat(StatedNumbers.in(text).events().getFirst().span().of(text)).isEqualTo("9/30");
    }

    private static String words(StatedNumbers.Effect effect) {
        return plain(effect.value()) + "[" + plain(effect.low()) + "," + plain(effect.high()) + "]";
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String plain(String label) {
        Matcher matcher = Pattern.compile("-?\\d+(?:\\.\\d+)?").matcher(label);
        return matcher.replaceAll(one -> plain(new BigDecimal(one.group())));
    }

    private static final class Counted {
        private int right;
        private int labelled;
        private int read;

        void add(List<String> labels, List<String> found) {
            List<String> open = new ArrayList<>(labels);
            labelled += labels.size();
            read += found.size();
            for (String one : found) {
                right += open.remove(one) ? 1 : 0;
            }
        }

        double precision() {
            return (double) right / read;
        }

        double recall() {
            return (double) right / labelled;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "precision %.2f of %d, recall %.2f of %d",
                    precision(),
                    read,
                    recall(),
                    labelled);
        }
    }

    @Test
    void labelledAbstractsAreReadAsAPersonReadThem() throws Exception {
        Path folder = Literature.at("literature/jats-cc-by");
        Counted people = new Counted();
        Counted effects = new Counted();
        Counted events = new Counted();
        List<String> lines =
                Files.readAllLines(
                                Path.of("src/test/resources/oropos/appraisal/labelled-numbers.tsv"))
                        .stream()
                        .filter(line -> line.startsWith("PMC"))
                        .toList();
        for (String line : lines) {
            String[] label = line.split("\t");
            String text = abstractOf(Files.readString(folder.resolve(label[0] + ".nxml")));
            Integer n =
                    Version.of(
                                    Record.of(
                                                    new SourceId("pmc:" + label[0]),
                                                    "jats",
                                                    "A trial",
                                                    TextKind.ABSTRACT)
                                            .part(Passage.Role.ABSTRACT, List.of(), text)
                                            .build())
                            .study()
                            .n();
            StatedNumbers read = StatedNumbers.in(text);
            people.add(labels(label[1]), n == null ? List.of() : List.of(n.toString()));
            effects.add(
                    labels(label[2]),
                    read.effects().stream().map(StatedNumbersTests::words).toList());
            events.add(
                    labels(label[3]),
                    read.events().stream().map(one -> one.people() + "/" + one.of()).toList());
            if (Boolean.getBoolean("oropos.show")) {
                System.out.println(line + " | " + n + " " + read);
            }
        }
        System.out.printf(
                "%d abstracts: people %s; effects with interval %s; events %s%n",
                lines.size(), people, effects, events);
        assertThat(effects.precision()).isGreaterThan(.85);
        assertThat(effects.recall()).isGreaterThan(.75);
        assertThat(people.precision()).isGreaterThan(.6);
    }

    private static List<String> labels(String cell) {
        return cell.equals("-")
                ? List.of()
                : List.of(cell.split(";")).stream().map(StatedNumbersTests::plain).toList();
    }

    private static String abstractOf(String xml) {
        Matcher matcher =
                Pattern.compile("<abstract(?: [^>]*)?>(.*?)</abstract>", Pattern.DOTALL)
                        .matcher(xml);
        assertThat(matcher.find()).isTrue();
        return Pattern.compile("&#(x?)([0-9A-Fa-f]+);")
                .matcher(matcher.group(1).replaceAll("<[^>]+>", " "))
                .replaceAll(one ->
                        Matcher.quoteReplacement(
                                Character.toString(
                                        Integer.parseInt(
                                                one.group(2), one.group(1).isEmpty() ? 10 : 16))))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("[\\s\\u00a0\\u2009\\u202f]+", " ");
    }
}

package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.answer.Answer;

/// The preventive advice that heads an answer is the one for the person asked about: questions in everyday
/// words with the documents that may head them (`preventive.tsv`, and `preventive-2.tsv`, written after the rules were changed for
/// the first).
class PreventiveHeadsTests {

    private static final Path FOLDER = Path.of("src/test/resources/oropos/consultation");

    private static final String INDIRECT = "Only indirect evidence";

    private final List<String> faults = new ArrayList<>();
    private int asked;
    private int right;
    private int silent;
    private int turned;

    /// Rows in which advice for the well must not head, and does not.
    private int kept;

    @Test
    void whatHeadsIsForThePersonAskedAbout() throws IOException {
        count("preventive.tsv");
        faults.forEach(System.out::println);
        assertThat(turned).isZero();
        assertThat(asked - right - silent).isZero();
        assertThat(right).isGreaterThanOrEqualTo(asked * 85 / 100);
    }

    @Test
    void whatHeadsIsForThePersonAskedAboutInTheSetOnlyCounted() throws IOException {
        count("preventive-2.tsv");
        assertThat(turned).isZero();
        assertThat(right).isGreaterThanOrEqualTo(asked * 7 / 10);
    }

    @Test
    void adviceForTheWellDoesNotHeadForWhoTellsOfASymptom() throws IOException {
        count("preventive-3.tsv", "A");
        faults.forEach(System.out::println);
        assertThat(asked - right - silent).isZero();
        assertThat(turned).isZero();
        assertThat(right).isGreaterThanOrEqualTo(36);
        forgetCounts();
        count("preventive-3.tsv", "B");
        assertThat(asked - right - silent).isZero();
        assertThat(turned).isZero();
        assertThat(right).isGreaterThanOrEqualTo(34);
    }

    /// Another illness of a like name, another means, what not to do where it is asked what to do, newborns where
    /// nobody spoke of a child.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "How can I prevent kidney infection?",
                "Can kidney infection be prevented?",
                "How can I prevent eye infection?",
                "Does circumcision prevent HIV?",
                "Does mouthwash prevent HIV?",
                "Can HIV be prevented with garlic?",
                "How to prevent falls at home?",
                "What raises the risk of falls in my mother?"
            })
    void adviceOnSomethingElseDoesNotHead(String question) {
        assertThat(StarterHouse.shared().ask(question).bottomLine().lead()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Does exercise prevent falls in a 75-year-old?",
                "Does vitamin D prevent falls in a 75-year-old?",
                "Can PrEP prevent HIV?",
                "How can HIV be prevented?"
            })
    void adviceOnWhatIsAskedAboutHeads(String question) {
        assertThat(StarterHouse.shared().ask(question).bottomLine().lead()).isNotEmpty();
    }

    private void forgetCounts() {
        faults.clear();
        asked = 0;
        right = 0;
        silent = 0;
        turned = 0;
        kept = 0;
    }

    private void count(String name) throws IOException {
        count(name, "");
    }

    /// @param half of the rows, empty for all
    private void count(String name, String half) throws IOException {
        for (String line : Files.readAllLines(FOLDER.resolve(name))) {
            String[] cells = line.split("\t");
            boolean counted = half.isEmpty() || cells.length > 3 && cells[3].equals(half);
            if (!line.startsWith("#") && !cells[0].equals("question") && counted) {
                asked++;
                judge(cells[0], cells[1], cells[2]);
            }
        }
        System.out.printf(
                "preventive heads, %s %s: of %d questions %d right, %d silent though advice is held, %d headed by"
                        + " something else; directions turned round or said where none is %d; kept from who is not"
                        + " meant %d%n",
                name, half, asked, right, silent, asked - right - silent, turned, kept);
    }

    private void judge(String question, String heads, String direction) {
        Answer answer = StarterHouse.shared().ask(question);
        List<Answer.Statement> lead = answer.bottomLine().lead();
        String first =
                lead.isEmpty() || lead.getFirst().citations().isEmpty()
                        ? ""
                        : lead.getFirst().citations().getFirst().source();
        boolean none =
                lead.stream()
                        .allMatch(one ->
                                one.parts().stream()
                                        .anyMatch(part -> part.text().startsWith(INDIRECT)));
        boolean fits =
                switch (heads) {
                    case "-" -> none;
                    case "~" -> none || lead.stream().noneMatch(PreventiveHeadsTests::isAdvice);
                    default -> isOneOf(first, heads);
                };
        if (fits) {
            right++;
            kept += heads.equals("~") ? 1 : 0;
        } else {
            silent += lead.isEmpty() ? 1 : 0;
            faults.add(question + " -> " + (first.isEmpty() ? "silent" : first));
        }
        String said = String.valueOf(answer.direction());
        boolean wrong =
                switch (direction) {
                    case "y" -> said.equals("no");
                    case "n" -> said.equals("yes");
                    case "u" -> said.equals("yes") || said.equals("no");
                    default -> false;
                };
        if (wrong) {
            turned++;
            faults.add(question + " -> says " + said);
        }
    }

    /// Whether a statement of the lead is advice for the well, said without a word that it is not for these.
    private static boolean isAdvice(Answer.Statement one) {
        return one.citations().stream()
                        .anyMatch(cited -> cited.source().startsWith("guideline:uspstf/"))
                && one.parts().stream().noneMatch(part -> part.text().startsWith(INDIRECT));
    }

    private static boolean isOneOf(String source, String heads) {
        return Arrays.stream(heads.split(","))
                .anyMatch(number -> source.startsWith("guideline:uspstf/" + number + "-"));
    }
}

package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.answer.UnderstoodView;
import oropos.question.Asked;
import oropos.question.Reader;
import oropos.question.TakenOut;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A word somebody restored is searched for, and stands in nothing that is kept.
class RestoredNowhereTests {

    /// What is quoted from sources, or named by the vocabulary, may hold any word.
    private static final Set<String> NOT_OURS =
            Set.of("references", "citations", "text", "name", "tellings", "synonyms");

    private static final StarterHouse HOUSE = StarterHouse.shared();

    private static Answer restored(String text, TakenOut taken) {
        Set<String> all =
                Set.copyOf(taken.stretches().stream().map(TakenOut.Stretch::words).toList());
        return HOUSE.consultation().ask(new Asked(text, Reader.PHYSICIAN, all), stage -> {});
    }

    private static List<String> own(Answer answer) {
        List<String> own = new ArrayList<>();
        collect(JsonMapper.shared().readTree(AnswerJson.canonical(answer)), own);
        return own;
    }

    private static void collect(JsonNode node, List<String> own) {
        if (node.isString()) {
            own.add(node.stringValue());
        } else if (node.isArray()) {
            node.forEach(one -> collect(one, own));
        } else if (node.isObject()) {
            node.properties().stream()
                    .filter(field -> !NOT_OURS.contains(field.getKey()))
                    .forEach(field -> collect(field.getValue(), own));
        }
    }

    /// Words of four letters and more that stand in a stretch and nowhere else in the question.
    private static List<String> tellTale(TakenOut taken) {
        List<String> words = new ArrayList<>();
        for (TakenOut.Stretch one : taken.stretches()) {
            for (String word : one.words().split("[^\\p{L}\\p{N}]+")) {
                if (word.length() > 3 && !isIn(word, taken.kept())) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    private static boolean isIn(String word, String text) {
        return Pattern.compile("(?iU)(?<![\\p{L}\\p{N}])" + word + "(?![\\p{L}\\p{N}])")
                .matcher(text)
                .find();
    }

    private static List<String> leaks(String text) {
        TakenOut taken = HOUSE.consultation().taken(Asked.by(Reader.PHYSICIAN, text));
        if (taken.stretches().isEmpty()) {
            return List.of();
        }
        Answer before = HOUSE.consultation().ask(Asked.by(Reader.PHYSICIAN, text), stage -> {});
        List<String> without = own(before);
        List<String> with = own(restored(text, taken));
        List<String> leaks = new ArrayList<>();
        for (String word : tellTale(taken)) {
            with.stream()
                    .filter(said -> isIn(word, said))
                    .filter(said -> without.stream().noneMatch(one -> isIn(word, one)))
                    .forEach(said -> leaks.add(word + " in: " + said));
        }
        return leaks;
    }

    @Test
    void whatIsKeptHoldsTheMarkAndThatItWasRestored() {
        String text = "Should Mr. Quillfeather, 67, with osteoporosis take alendronate?";
        Answer answer =
                restored(text, HOUSE.consultation().taken(Asked.by(Reader.PHYSICIAN, text)));
        assertThat(answer.asked()).contains("[name]");
        assertThat(answer.understood().removed())
                .containsExactly(new UnderstoodView.RemovedView("name", "[name]", true));
        assertThat(AnswerJson.canonical(answer)).doesNotContainIgnoringCase("quillfeather");
    }

    @Test
    void aRestoredWordIsReadAndChangesTheAnswer() {
        String text = "Does Dr. Scurvy need ascorbic acid?";
        TakenOut taken = HOUSE.consultation().taken(Asked.by(Reader.PHYSICIAN, text));
        Answer answer = restored(text, taken);
        assertThat(answer.understood().problems())
                .extracting(UnderstoodView.FindingView::name)
                .contains("Scurvy");
        assertThat(
                        HOUSE.consultation()
                                .ask(Asked.by(Reader.PHYSICIAN, text), stage -> {})
                                .understood())
                .isNotEqualTo(answer.understood());
    }

    @Test
    void eachPartOfACompoundQuestionReadsIt() {
        String text =
                "Mr. Quillfeather, 67, has osteoporosis: which drug? And how often is bone density"
                        + " measured in a 50-year-old woman?";
        Answer answer =
                restored(text, HOUSE.consultation().taken(Asked.by(Reader.PHYSICIAN, text)));
        assertThat(AnswerJson.canonical(answer)).doesNotContainIgnoringCase("quillfeather");
    }

    @Test
    void noWordRestoredInClinicalQueriesStandsInItsAnswer() throws IOException {
        Path file =
                Path.of(System.getProperty("oropos.shared", "../shared"))
                        .resolve("data/questions/asq-phi/asq-phi-dev.txt");
        Assumptions.assumeTrue(Files.isReadable(file), "skipped: no shared data here");
        List<String> leaks = new ArrayList<>();
        int asked = 0;
        for (String block : Files.readString(file).split("===QUERY===")) {
            String text = block.split("===PHI_TAGS===")[0].strip();
            if (!text.isEmpty() && asked++ % 3 == 0) {
                leaks.addAll(leaks(text));
            }
        }
        assertThat(leaks).isEmpty();
    }
}

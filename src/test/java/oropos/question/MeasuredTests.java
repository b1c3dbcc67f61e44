package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How the rules do on real questions. What is found is written to `target/question-measured` for
/// editors to read.
class MeasuredTests {

    /// Each question is understood once, whichever tests look at it.
    private static final Map<String, Understood> UNDERSTOOD = new HashMap<>();

    /// Of the real questions every second is read; with `-Doropos.slow=true` each.
    private static final int EVERY = Boolean.getBoolean("oropos.slow") ? 1 : 2;

    private static List<String> drawn(List<String> all) {
        return IntStream.range(0, all.size())
                .filter(at -> at % EVERY == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static Understood understood(String question) {
        return UNDERSTOOD.computeIfAbsent(question, Asking::understood);
    }

    private static List<Urgent> urgent(Understood understood) {
        return switch (understood) {
            case Understood.Clear clear -> clear.question().urgent();
            case Understood.NeedsDetail needs -> needs.question().urgent();
            case Understood.Refused refused -> refused.urgent();
        };
    }

    private static List<Premise> premises(Understood understood) {
        return switch (understood) {
            case Understood.Clear clear -> clear.question().premises();
            case Understood.NeedsDetail needs -> needs.question().premises();
            case Understood.Refused refused -> List.of();
        };
    }

    private static void write(String name, List<String> lines) throws IOException {
        Path folder = Path.of("target/question-measured");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".txt"), String.join("\n", lines) + "\n");
    }

    /// Real questions, and all the others of the first set labelled for urgent signs.
    @Test
    void cleanQuestionsAreNotAccused() throws IOException {
        List<String> clean =
                Stream.of(
                                drawn(Questions.research()),
                                drawn(Questions.patients()),
                                drawn(Questions.consumers()),
                                Questions.tagged().stream().map(Questions.Tagged::query).toList(),
                                Labelled.rows("urgent-labelled.tsv").stream()
                                        .map(List::getLast)
                                        .toList())
                        .flatMap(List::stream)
                        .toList();
        List<String> accused = new ArrayList<>();
        for (String question : clean) {
            for (Premise premise : premises(understood(question))) {
                accused.add(
                        premise.rule()
                                + " | "
                                + premise.quote()
                                + " | "
                                + question.replace('\n', ' '));
            }
        }
        write("premises-clean", accused);
        System.out.println(
                "premises: " + accused.size() + " in " + clean.size() + " clean questions");

        assertThat(clean).hasSizeGreaterThan(300);
        assertThat(accused.size() * 1.0 / clean.size()).isLessThanOrEqualTo(0.01);
    }

    @Test
    void realQuestionsAreNotTakenForHarmOrPictures() {
        List<String> taken =
                Stream.of(
                                drawn(Questions.research()),
                                drawn(Questions.patients()),
                                drawn(Questions.consumers()))
                        .flatMap(List::stream)
                        .filter(question ->
                                understood(question) instanceof Understood.Refused refused
                                        && Set.of("harm", "image").contains(refused.reason()))
                        .toList();

        System.out.println("scope: " + taken.size() + " real questions declined");
        assertThat(taken).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void emergenciesAreNotSeenInTitlesOfResearch() throws IOException {
        List<String> research = drawn(Questions.research());
        List<String> alarms = new ArrayList<>();
        for (String question : research) {
            for (Urgent urgent : urgent(understood(question))) {
                if (urgent.severity() == Urgent.Severity.NOW) {
                    alarms.add(urgent.rule() + " | " + urgent.quote() + " | " + question);
                }
            }
        }
        write("urgent-research", alarms);
        System.out.println(
                "emergencies: " + alarms.size() + " in " + research.size() + " titles of research");

        assertThat(alarms.size() * 1.0 / research.size()).isLessThanOrEqualTo(0.01);
    }

    @Test
    void urgentSignsInLettersAndVignettesAreWrittenDown() throws IOException {
        for (Map.Entry<String, List<String>> set :
                Map.of(
                                "patients",
                                drawn(Questions.patients()),
                                "consumers",
                                drawn(Questions.consumers()),
                                "vignettes",
                                Questions.vignettes())
                        .entrySet()) {
            List<String> alarms = new ArrayList<>();
            int signs = 0;
            for (String question : set.getValue()) {
                List<Urgent> found = urgent(understood(question));
                signs += found.isEmpty() ? 0 : 1;
                found.forEach(urgent ->
                        alarms.add(
                                urgent.severity()
                                        + " "
                                        + urgent.rule()
                                        + " | "
                                        + urgent.quote().replace('\n', ' ')
                                        + " | "
                                        + question.replace('\n', ' ')));
            }
            write("urgent-" + set.getKey(), alarms);
            System.out.println(
                    "urgent signs: " + signs + " of " + set.getValue().size() + " " + set.getKey());
        }
    }

    @Test
    void realQuestionsAreNotRefused() throws IOException {
        List<String> real =
                Stream.of(
                                drawn(Questions.research()),
                                drawn(Questions.patients()),
                                drawn(Questions.consumers()),
                                Questions.vignettes(),
                                Questions.tagged().stream().map(Questions.Tagged::query).toList())
                        .flatMap(List::stream)
                        .toList();
        List<String> refused = new ArrayList<>();
        List<String> read = new ArrayList<>();
        for (String question : real) {
            Understood understood = understood(question);
            switch (understood) {
                case Understood.Refused no ->
                        refused.add(no.reason() + " | " + question.replace('\n', ' '));
                case Understood.Clear yes -> read.add(line(yes.question()));
                case Understood.NeedsDetail yes -> read.add(line(yes.question()));
            }
        }
        write("refused", refused);
        write("read", read);
        System.out.println("refused: " + refused.size() + " of " + real.size() + " real questions");

        assertThat(refused.size() * 1.0 / real.size()).isLessThanOrEqualTo(0.03);
    }

    private static String line(ClinicalQuestion question) {
        return question.kind().code()
                + " | "
                + question.title()
                + " | "
                + question.patient()
                + " | "
                + question.focus()
                + " | "
                + question.findings()
                        .map(finding -> finding.name() + "/" + finding.assertion())
                        .toList()
                + " | "
                + question.unknownWords()
                + " | "
                + question.asked().replace('\n', ' ');
    }

    @Test
    void identifiersAreRemovedFromMarkedQueries() throws IOException {
        Map<String, int[]> kinds = new TreeMap<>();
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int clean = 0;
        int touched = 0;
        int rightlyTouched = 0;
        List<String> relabelled = Questions.relabelled();
        for (Questions.Tagged tagged : Questions.tagged()) {
            Understood understood = understood(tagged.query());
            String asked =
                    switch (understood) {
                        case Understood.Clear clear -> clear.question().asked();
                        case Understood.NeedsDetail needs -> needs.question().asked();
                        case Understood.Refused refused -> refused.asked();
                    };
            for (Questions.Identifier identifier : tagged.identifiers()) {
                int[] count = kinds.computeIfAbsent(identifier.kind(), kind -> new int[2]);
                count[1]++;
                if (asked.contains(identifier.words())) {
                    missed.add(identifier.kind() + " | " + identifier.words() + " | " + asked);
                } else {
                    count[0]++;
                }
            }
            if (tagged.identifiers().isEmpty()) {
                clean++;
                if (!asked.equals(oropos.terminology.Normal.text(tagged.query()))) {
                    touched++;
                    if (relabelled.contains(Questions.digest(tagged.query()))) {
                        rightlyTouched++;
                        continue;
                    }
                    wrong.add(asked + " | " + tagged.query());
                }
            }
        }
        write("identifiers-missed", missed);
        write("identifiers-wrong", wrong);
        System.out.println(
                "identifiers removed: "
                        + kinds.entrySet().stream()
                                .map(kind ->
                                        kind.getKey()
                                                + " "
                                                + kind.getValue()[0]
                                                + "/"
                                                + kind.getValue()[1])
                                .collect(Collectors.joining(", "))
                        + "; clean queries changed: "
                        + touched
                        + " of "
                        + clean
                        + ", of which "
                        + rightlyTouched
                        + " of "
                        + relabelled.size()
                        + " do hold a place or a date");

        int removed = kinds.values().stream().mapToInt(count -> count[0]).sum();
        int all = kinds.values().stream().mapToInt(count -> count[1]).sum();
        assertThat(removed * 1.0 / all).isGreaterThanOrEqualTo(0.99);
        assertThat(1 - (touched - rightlyTouched) * 1.0 / (clean - relabelled.size()))
                .isGreaterThanOrEqualTo(0.95);
    }
}

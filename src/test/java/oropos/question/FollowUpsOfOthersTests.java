package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import oropos.terminology.Terminology;

/// No fact of one person may be put to another: threads of seven people, each crossed with turns about somebody
/// else, with "dose?" and "and how long?" behind them, and with turns about the same person. Of each list the rows
/// above the dots were read while rules were made, those below only counted.
class FollowUpsOfOthersTests {

    private static final List<String> BARE = List.of("dose?", "and how long?");

    private final Terminology terminology = Terminology.builtIn();
    private final Understanding understanding = new Understanding(terminology);
    private final FollowUps followUps = new FollowUps(terminology, understanding);
    private final AskedBack askedBack = new AskedBack(followUps);

    private record Row(String turns, List<String> marks) {}

    /// Both halves of a list, or one where it is not parted.
    private static List<List<Row>> rows(String file) throws IOException {
        List<List<Row>> halves = new ArrayList<>(List.of(new ArrayList<>()));
        try (InputStream in =
                Objects.requireNonNull(
                        FollowUpsOfOthersTests.class.getResourceAsStream("/follow-ups/" + file))) {
            for (String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.equals("...")) {
                    halves.add(new ArrayList<>());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split("\t");
                    halves.getLast()
                            .add(
                                    new Row(
                                            parts[0],
                                            parts.length < 2
                                                    ? List.of()
                                                    : List.of(parts[1].split(","))));
                }
            }
        }
        return halves;
    }

    /// Which of the marks are read in a text.
    private List<String> marks(String text, Stream<String> marks) {
        ClinicalQuestion question =
                switch (understanding.of(Asked.by(Reader.PHYSICIAN, text))) {
                    case Understood.Clear(ClinicalQuestion clear) -> clear;
                    case Understood.NeedsDetail(ClinicalQuestion open, var _) -> open;
                    case Understood.Refused _ -> null;
                };
        return question == null ? List.of() : marks.filter(mark -> isIn(mark, question)).toList();
    }

    private static boolean isIn(String mark, ClinicalQuestion question) {
        Patient patient = question.patient();
        String value = mark.substring(mark.indexOf(':') + 1);
        return switch (mark.split(":")[0]) {
            case "age" -> patient.age() != null && patient.age().toString().startsWith(value + " ");
            case "sex" -> patient.sex() != null && patient.sex().name().startsWith(value);
            case "preg" -> Boolean.TRUE.equals(patient.pregnant());
            case "fact" -> patient.facts().toString().contains(value);
            case "drug" -> question.drugs().stream().anyMatch(one -> isCalled(one, value));
            case "prob" -> question.problems().stream().anyMatch(one -> isCalled(one, value));
            default -> throw new IllegalArgumentException(mark);
        };
    }

    private static boolean isCalled(Finding finding, String word) {
        return finding.words().toLowerCase(Locale.ROOT).contains(word);
    }

    /// The texts of a thread.
    private List<String> thread(Row first) {
        List<String> texts = new ArrayList<>();
        for (String turn : first.turns().split(" \\| ")) {
            texts.add(
                    followUps.read(texts, turn) instanceof FollowUp.Question question
                            ? question.text()
                            : turn);
        }
        return texts;
    }

    /// Turns, those with a fact of the first person, bare turns behind them, those with one, those asked back.
    private int[] count(List<Row> firsts, List<Row> nexts, String half) {
        int[] count = new int[5];
        for (Row first : firsts) {
            List<String> before = thread(first);
            for (Row next : nexts) {
                Stream<String> own =
                        first.marks().stream()
                                .filter(mark ->
                                        !next.marks().contains(mark)
                                                && !next.marks().contains(mark.split(":")[0]));
                List<String> marks = own.toList();
                List<String> texts = new ArrayList<>(before);
                String open = "";
                FollowUp read = followUps.read(texts, next.turns());
                count[0]++;
                if (read instanceof FollowUp.Question question) {
                    texts.add(question.text());
                    boolean told = !marks(question.text(), marks.stream()).isEmpty();
                    count[1] += told ? 1 : 0;
                    if (told && half.equals("read") && Boolean.getBoolean("oropos.show")) {
                        System.out.println(
                                first.turns() + " | " + next.turns() + " => " + question.text());
                    }
                } else {
                    count[4]++;
                    open = next.turns();
                }
                for (String bare : BARE) {
                    count[2]++;
                    if (askedBack.read(texts, open, bare) instanceof FollowUp.Question question) {
                        count[3] += marks(question.text(), marks.stream()).isEmpty() ? 0 : 1;
                    }
                }
            }
        }
        System.out.printf(
                "others, half %s: %d of %d with a fact of another, %d of %d bare turns behind, %d asked back%n",
                half, count[1], count[0], count[3], count[2], count[4]);
        return count;
    }

    /// Turns about the same person, those that lost something, those asked back.
    private int[] countSame(List<Row> firsts, List<Row> nexts, String half) {
        int[] count = new int[3];
        for (Row first : firsts) {
            List<String> before = thread(first);
            for (Row next : nexts) {
                count[0]++;
                FollowUp read = followUps.read(before, next.turns());
                if (read instanceof FollowUp.Question question) {
                    List<String> told = marks(question.text(), first.marks().stream());
                    count[1] += told.containsAll(first.marks()) ? 0 : 1;
                    if (!told.containsAll(first.marks())
                            && half.equals("read")
                            && Boolean.getBoolean("oropos.show")) {
                        System.out.println("lost: " + question.text());
                    }
                } else {
                    count[2]++;
                }
            }
        }
        System.out.printf(
                "the same, half %s: %d of %d lost a fact, %d asked back%n",
                half, count[1], count[0], count[2]);
        return count;
    }

    @Test
    void putNoFactOfOnePersonToAnother() throws IOException {
        List<Row> firsts = rows("others-first.tsv").getFirst();
        List<List<Row>> nexts = rows("others-next.tsv");
        int[] read = count(firsts, nexts.getFirst(), "read");
        int[] unread = count(firsts, nexts.getLast(), "unread");
        assertThat(read[1] + unread[1]).isLessThanOrEqualTo(38);
        assertThat(read[3] + unread[3]).isLessThanOrEqualTo(80);
    }

    @Test
    void keepThePatientWhereOthersAreOnlyNamed() throws IOException {
        List<Row> firsts = rows("others-first.tsv").getFirst();
        List<List<Row>> nexts = rows("others-same.tsv");
        int[] read = countSame(firsts, nexts.getFirst(), "read");
        int[] unread = countSame(firsts, nexts.getLast(), "unread");
        assertThat(read[1] + unread[1]).isLessThanOrEqualTo(8);
    }
}

package oropos.answer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oropos.question.ClinicalQuestion;

/// What a sentence must tell to head an answer to a question of a form (`answer/head-forms.tsv`).
///
/// An aspect says what is spoken of, a form what is wanted of it: who asks how long hepatitis A lasts
/// is not answered by how long it takes to show, though both tell weeks. An editor's list.
final class HeadForms {

    /// A longer question tells a story, whose words are not those of a form.
    private static final int LONGEST = 200;

    private static final String NOTHING = "-";

    private static final List<Form> ALL =
            Tables.rows("/answer/head-forms.tsv", 5).stream()
                    .map(row ->
                            new Form(
                                    Pattern.compile(row.get(1)),
                                    pattern(row.get(2)),
                                    pattern(row.get(3))))
                    .toList();

    private record Form(Pattern asked, @Nullable Pattern needs, @Nullable Pattern never) {
        boolean isFilledBy(String text, String lead) {
            return (needs == null || needs.matcher(text).find())
                    && (never == null || !never.matcher(lead).find());
        }
    }

    private final List<Form> asked;

    HeadForms(ClinicalQuestion question) {
        String words = question.inOneGo().strip().toLowerCase(Locale.ROOT);
        this.asked =
                words.length() > LONGEST
                        ? List.of()
                        : ALL.stream().filter(form -> form.asked().matcher(words).find()).toList();
    }

    /// Whether a sentence tells what every form asked for needs, and nothing none of them is told by.
    boolean areFilledBy(PassageSentences.Sentence sentence) {
        String text = sentence.text().toLowerCase(Locale.ROOT);
        String lead = sentence.lead().toLowerCase(Locale.ROOT);
        return asked.stream().allMatch(form -> form.isFilledBy(text, lead));
    }

    private static @Nullable Pattern pattern(String cell) {
        return cell.equals(NOTHING) ? null : Pattern.compile(cell);
    }

    /// Words of one sort of `answer/head-words.tsv`, whole and in any case.
    ///
    /// @param beside what else is looked for
    static Pattern words(String sort, String beside) {
        return Pattern.compile(
                Tables.rows("/answer/head-words.tsv", 3).stream()
                        .filter(row -> row.getFirst().equals(sort))
                        .map(row -> row.get(1))
                        .collect(Collectors.joining("|", "(?i)" + beside + "\\b(?:", ")\\b")));
    }
}

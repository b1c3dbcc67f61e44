package oropos.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oropos.question.ClinicalQuestion;

/// Whether a sentence says of the subject what the question asks of it (`answer/head-predicates.tsv`).
///
/// A sentence that holds the subject and a word of what is asked tells something else one time in three:
/// "sarcoidosis may cause a more serious skin condition" does not say whether sarcoidosis is serious. So a
/// question must be of a form that is known, and the main clause of the sentence of a shape that answers it:
/// its subject is the subject asked about, its verb one that tells what is asked. A question of no such
/// form is headed only by a sentence that says all of it; nearest sentences are shown as what they are.
final class Predication {

    private static final String NOTHING = "-";

    /// "{o}": the words the question holds there must follow in the same clause; "{v}": one of them stands here.
    private static final Pattern HOLE = Pattern.compile("\\{([ov])\\}");

    private static final Pattern MARKED = Pattern.compile(SubjectMarks.MARK + "(\\d)");

    /// What a page says of its subject without a word for it.
    private static final Pattern OF_THE_PAGE =
            Pattern.compile(
                    "the (?:most (?:common|frequent)|main|exact|usual|primary|leading) (?:known )?causes? (?:is|are)\\b"
                            + "|(?:most|many|about|nearly|half) (?:of )?(?:people|patients|individuals|children|adults) (?:only )?(?:live|survive|die)\\b"
                            + "|treatments? (?:may |usually |often |almost always )?(?:includes?|involves?)\\b"
                            + "|(?:you should |it is (?:also )?important to |try to )?(?:also )?(?:avoid|limit|do not|don.t|not|stop) (?:drink(?:ing)? )?(?:any |too much )?alcohol\\b"
                            + "|(?:you should )?(?:call|see|talk to|contact) (?:your|a) (?:doctor|health care (?:provider|professional)|pediatrician) (?:right away |immediately )?(?:if|when)\\b");

    private static final Pattern ASPECT_BEHIND =
            Pattern.compile("^(" + SubjectMarks.MARK + "\\d) (\\w+(?: \\w+)?)$");

    /// A longer sentence is of no form, in UTF-16 units: its words would make a pattern of any size.
    private static final int LONGEST = 400;

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.?!;:])\\s+");

    private static final List<Row> ALL =
            Tables.rows("/answer/head-predicates.tsv", 5).stream()
                    .map(row ->
                            new Row(
                                    Pattern.compile(macros(row.get(1))),
                                    macros(row.get(2)),
                                    row.get(3).equals(NOTHING)
                                            ? null
                                            : Pattern.compile(macros(row.get(3)))))
                    .toList();

    private record Row(Pattern asked, String said, @Nullable Pattern never) {}

    private record Wanted(Pattern said, @Nullable Pattern never) {
        boolean isMetBy(String text) {
            return said.matcher(text).find() && (never == null || !never.matcher(text).find());
        }
    }

    private final SubjectMarks marks;
    private final List<Wanted> wanted = new ArrayList<>();

    Predication(ClinicalQuestion question, Relevance relevance) {
        this.marks = new SubjectMarks(question.inOneGo(), relevance.names().subjects());
        for (String part : SENTENCE.split(marks.in(question.inOneGo(), ""))) {
            String asked = SubjectMarks.opened(part.replaceAll("[?.!]+$", ""));
            if (!add(asked)) {
                add(asQuestion(asked));
            }
        }
    }

    private boolean add(String asked) {
        if (asked.length() > LONGEST) {
            return false;
        }
        int before = wanted.size();
        for (Row row : ALL) {
            Matcher form = row.asked().matcher(asked);
            if (form.find()) {
                wanted.add(new Wanted(Pattern.compile(filled(row.said(), form)), row.never()));
            }
        }
        return wanted.size() > before;
    }

    /// "Prognosis of scabies" and "scabies symptoms" are questions put shortly.
    private static String asQuestion(String asked) {
        return "what are the " + ASPECT_BEHIND.matcher(asked).replaceFirst("$2 of $1");
    }

    /// Whether the question is of a form that is known.
    boolean isOfAForm() {
        return !wanted.isEmpty();
    }

    /// Whether a sentence is of every shape that is wanted, and one is.
    ///
    /// @param topic what its page calls the subject, empty where that is another thing
    boolean isMadeBy(PassageSentences.Sentence sentence, String topic) {
        if (!isOfAForm()) {
            return false;
        }
        String text = marks.in(sentence.isList() ? sentence.text() : sentence.lead(), topic);
        return wanted.stream().allMatch(one -> one.isMetBy(text));
    }

    /// Whether a sentence of a page about `topic` is of every shape that is wanted and speaks of the subject, if
    /// only as "the sores" or "affected individuals": of a list the words before its items do both.
    boolean isMadeOnPageOf(PassageSentences.Sentence sentence, String topic) {
        String text = marks.in(sentence.lead(), topic);
        return isOfAForm()
                && (text.indexOf(SubjectMarks.MARK) >= 0 || OF_THE_PAGE.matcher(text).lookingAt())
                && isMadeBy(sentence, topic)
                && wanted.stream()
                        .noneMatch(one -> one.never() != null && one.never().matcher(text).find());
    }

    private String filled(String said, Matcher form) {
        return HOLE.matcher(said)
                .replaceAll(hole -> {
                    String group = hole.group(1);
                    List<String> words = contents(form, group);
                    return Matcher.quoteReplacement(
                            group.equals("o")
                                    ? words.stream()
                                            .map(word -> "(?=[^;]*" + word + ")")
                                            .collect(Collectors.joining())
                                    : words.stream().collect(Collectors.joining("|", "(?:", ")")));
                });
    }

    private List<String> contents(Matcher form, String group) {
        String held = form.group(group);
        if (held == null) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        Matcher mark = MARKED.matcher(held);
        while (mark.find()) {
            String written = marks.asWritten(Integer.parseInt(mark.group(1)));
            words.add(
                    written.isEmpty()
                            ? mark.group()
                            : "(?:" + mark.group() + "|" + WholeQuestion.anyAlike(written) + ")");
        }
        for (String stem : SubjectMarks.stems(mark.reset().replaceAll(" "))) {
            if (!WholeQuestion.isFrame(stem)) {
                words.add(WholeQuestion.anyAlike(stem));
            }
        }
        return words;
    }

    /// What the rows write shortly: `~3` up to three words.
    private static String macros(String cell) {
        return cell.replaceAll("~(\\d)", "(?:[\\\\w§'’%/.-]+,? ){0,$1}?");
    }
}

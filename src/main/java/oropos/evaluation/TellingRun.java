package oropos.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import oropos.answer.Answer;
import oropos.answer.LayTellings;
import oropos.answer.Readability;
import oropos.answer.ReaderView;
import oropos.consultation.Consultation;
import oropos.library.Progress;
import oropos.question.Asked;
import oropos.question.Reader;
import oropos.terminology.Mention;
import oropos.terminology.Span;
import oropos.terminology.Terminology;

/// How hard answers are to read, as they stand and as patients and carers read them, and what makes
/// them so: the length of sentences or the length of words.
///
/// The last lines say what could be won at most: if no sentence had more than [#SHORT] words, and
/// if every long word that is in no name (of an illness, a drug, a part of the body, a test, a gene's product) were as
/// short as the others. Neither can be had from text whose words may not change; they say where the grade comes
/// from.
public final class TellingRun {

    /// Words of a sentence that plain-language guides ask for.
    static final int SHORT = 12;

    private TellingRun() {}

    /// @param clinical the answer as it stands
    /// @param told what a carer reads without opening anything, explanations with it
    /// @param all the same with what is folded away for professionals
    /// @param bare the statements as told, without the explanations
    /// @param asProse the same as told, with a list counted as one sentence
    /// @param inNames share of the words of `bare` that are long and part of a name
    private record Grades(
            Readability clinical,
            Readability told,
            Readability all,
            Readability bare,
            Readability asProse,
            Readability.Measured measured,
            double inNames) {}

    /// @param questions how many were asked
    /// @param statements of the answers that hold some
    public record Outcome(int questions, int answers, int statements, int explained, String table) {

        public String text() {
            return String.format(
                            Locale.ROOT,
                            "%d questions, %d answers with statements, %d statements, %d with terms explained%n",
                            questions,
                            answers,
                            statements,
                            explained)
                    + table;
        }
    }

    /// @throws IllegalStateException where no question is answered
    public static Outcome of(Consultation consultation, List<String> questions, Progress progress) {
        List<Grades> grades = new ArrayList<>();
        Terminology terminology = Terminology.builtIn();
        int asked = 0;
        int statements = 0;
        int explained = 0;
        for (String question : questions) {
            Answer answer = consultation.ask(Asked.by(Reader.CARER, question), stage -> {});
            progress.step(++asked, questions.size(), "questions");
            if (answer.tellings() == null) {
                continue;
            }
            ReaderView view = new ReaderView(answer, Reader.CARER);
            List<Answer.Telling> told =
                    Objects.requireNonNull(answer.tellings().get(Reader.CARER.code()));
            statements += told.size();
            explained +=
                    (int) told.stream().filter(one -> !LayTellings.below(one).isEmpty()).count();
            String bare = told.stream().map(LayTellings::words).collect(Collectors.joining("\n"));
            String prose =
                    told.stream()
                            .map(one -> one.text().replace("\n• ", " "))
                            .collect(Collectors.joining("\n"));
            grades.add(
                    new Grades(
                            new ReaderView(answer, Reader.PHYSICIAN).readability(),
                            view.readability(),
                            view.readabilityOfAll(),
                            Readability.of(bare),
                            Readability.of(prose),
                            Readability.measure(bare),
                            Readability.longWordsWithin(bare, names(terminology, bare))));
        }
        if (grades.isEmpty()) {
            throw new IllegalStateException("no question has an answer");
        }
        return new Outcome(asked, grades.size(), statements, explained, table(grades));
    }

    private static List<Span> names(Terminology terminology, String text) {
        return terminology.read(text).mentions().stream().map(Mention::span).toList();
    }

    private static String table(List<Grades> grades) {
        return line(grades, "as it stands", one -> one.clinical().middle())
                + line(grades, "told, nothing opened", one -> one.told().middle())
                + line(grades, "told, all opened", one -> one.all().middle())
                + line(grades, "the same, a list one sentence", one -> one.asProse().middle())
                + line(grades, "told, explanations left out", one -> one.bare().middle())
                + line(
                        grades,
                        "grades below as it stands",
                        one -> one.clinical().middle() - one.told().middle())
                + line(
                        grades,
                        "Flesch-Kincaid, as it stands",
                        one -> one.clinical().fleschKincaid())
                + line(grades, "Flesch-Kincaid, told", one -> one.told().fleschKincaid())
                + line(
                        grades,
                        "words of a sentence, explanations left out",
                        one -> one.measured().wordsPerSentence())
                + line(
                        grades,
                        "long words of 100, explanations left out",
                        one -> 100 * one.measured().longWords())
                + line(
                        grades,
                        "long words of 100 that are part of a name",
                        one -> 100 * one.inNames())
                + line(
                        grades,
                        "if no long word but those of names were left",
                        one ->
                                one.measured()
                                        .withLongWords(one.inNames())
                                        .withSentencesOf(Integer.MAX_VALUE))
                + line(
                        grades,
                        "the same and no sentence over " + SHORT + " words",
                        one -> one.measured().withLongWords(one.inNames()).withSentencesOf(SHORT))
                + line(
                        grades,
                        "if no sentence had over " + SHORT + " words",
                        one -> one.measured().withSentencesOf(SHORT))
                + line(
                        grades,
                        "if one word in eight were long and no sentence over " + SHORT,
                        one -> one.measured().withLongWords(1.0 / 8).withSentencesOf(SHORT));
    }

    private static String line(List<Grades> grades, String what, ToDoubleFunction<Grades> figure) {
        double[] sorted = grades.stream().mapToDouble(figure).sorted().toArray();
        int half = sorted.length / 2;
        double median =
                sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return String.format(
                Locale.ROOT,
                "%-60s median %5.1f, quarters %5.1f to %5.1f%n",
                what,
                median,
                sorted[sorted.length / 4],
                sorted[sorted.length * 3 / 4]);
    }
}

package oropos.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.Sentences;
import oropos.terminology.Terminology;

/// Everyday ways of asking in the words in which sources ask the same: "what sets off a migraine?" is
/// "what triggers a migraine?".
///
/// Only how it is asked is put otherwise, never what it is asked of, and only where a row of
/// `plainly-asked.tsv` fits the whole question: sources are searched and weighed by these
/// words, while the question stays written as it was typed. What says more than the row knows
/// ("what works for gout besides tablets?") is left alone.
final class PlainlyAsked {

    static final String FILE = "plainly-asked.tsv";

    /// What is asked of: a few words, without a second clause.
    private static final String MATTER =
            "(?<m>(?!(?:no|not|nobody|never)\\\\b)(?:(?!(?:and|or|but|if|when|while|because|besides|except|without|instead|after|before|that|which|who|i|you|we|he|she|they|it|this|them)\\\\b)[\\\\w'’/-]++ ?){1,6})";

    /// The same put first ("gout diet"): no verb and no word that asks or denies stands in it.
    private static final String PUT_FIRST =
            "(?<m>(?:(?!(?:\\\\w+n['’]t|no|not|nobody|never|and|or|but|if|when|while|because|besides|except|without|instead|after|before|until|that|which|who|whose|what|where|why|how|i|you|we|he|she|they|it|there|this|them|is|are|am|was|were|can|do|does|did|should|will|would|could|may|might|must|has|have|had|need|needs|get|getting|avoid|tell|please|any|best)\\\\b)[\\\\w'’/-]++ ?){1,6})";

    private static final Pattern ENDS = Pattern.compile("[?!.\\s]+$");

    /// @param ofADrug whether it speaks only where what is asked of is a drug
    private record Row(Pattern asked, boolean ofADrug, String plain) {}

    private final List<Row> rows = new ArrayList<>();

    private static final String INFECTIONS = "mesh:D007239";
    private static final String INBORN = "mesh:D009358";

    private final Terminology terminology;

    PlainlyAsked(RuleFile.Table table, Terminology terminology) {
        this.terminology = terminology;
        for (List<String> row : table.rows()) {
            rows.add(
                    new Row(
                            Pattern.compile(
                                    row.get(0)
                                            .replaceAll("<m(?: drug)?>", MATTER)
                                            .replaceAll("<n(?: drug)?>", PUT_FIRST),
                                    Pattern.CASE_INSENSITIVE),
                            row.get(0).contains(" drug>"),
                            row.get(1).replace("<m>", "${m}")));
        }
    }

    /// What a text asks, put plainly.
    ///
    /// @param problems what is told in it: whether a child will get a relative's illness is asked of how it is
    ///     inherited, where one is born with it or the word is "inherit"
    String asking(String text, List<Finding> problems) {
        String heirs = ofHeirs(text, problems);
        return heirs.equals(text) ? in(AskedWords.asking(text)) : heirs;
    }

    /// The same of the whole text.
    String in(String text, List<Finding> problems) {
        String heirs = ofHeirs(text, problems);
        return heirs.equals(text) ? in(text) : heirs;
    }

    private String ofHeirs(String text, List<Finding> problems) {
        boolean familial =
                !problems.isEmpty()
                        && problems.stream()
                                .allMatch(one ->
                                        one.assertion() == Mention.Assertion.FAMILY
                                                && !isA(one, INFECTIONS));
        return familial
                ? ToldFirst.ofHeirs(text, problems.stream().allMatch(one -> isA(one, INBORN)))
                : text;
    }

    private boolean isADrug(String name) {
        return terminology.read(name).mentions().stream()
                .anyMatch(mention ->
                        mention.concept().kind() == Concept.Kind.DRUG
                                && mention.span().length() == name.strip().length());
    }

    private boolean isA(Finding one, String group) {
        Optional<Concept> all = terminology.concept(group);
        return all.isPresent()
                && terminology.concept(one.id()).filter(it -> it.isA(all.get())).isPresent();
    }

    /// A question of one sentence put plainly; the same text where no row fits, or where it has more
    /// sentences: what a story tells is weighed with the words that ask, and parts are told apart by them.
    String in(String text) {
        if (Sentences.of(text).size() != 1) {
            return text;
        }
        String bare = ENDS.matcher(text.strip()).replaceFirst("");
        for (Row row : rows) {
            Matcher asked = row.asked().matcher(bare);
            if (asked.matches() && (!row.ofADrug() || isADrug(asked.group("m")))) {
                return asked.replaceFirst(row.plain()).replaceAll(" +\\?", "?");
            }
        }
        return text;
    }

    /// The words a question is searched by, with the plain words for those they stand for.
    static List<String> focus(List<String> focus, String asked, String plain) {
        Set<String> before = words(asked);
        Set<String> after = words(plain);
        Set<String> words = new LinkedHashSet<>();
        focus.stream()
                .filter(word -> after.contains(word) || !before.contains(word))
                .forEach(words::add);
        after.stream().filter(word -> !before.contains(word)).forEach(words::add);
        return List.copyOf(words);
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        Wording.of(text).words().stream()
                .map(Wording.Word::text)
                .filter(Focus::isContent)
                .forEach(words::add);
        return words;
    }
}

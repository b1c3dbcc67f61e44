package oropos.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oropos.library.Claim;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.question.QuestionKind;
import oropos.terminology.QuickPattern;
import oropos.terminology.Sentences;

/// What a question asks beside its subject: whether it is contagious, how long it lasts, what helps.
///
/// A sentence on the right disease that says nothing of what was asked does not answer. Which words
/// ask for an aspect and which tell it is an editor's list (`answer/aspects.tsv`), coarse by design:
/// it orders and leaves out, it never reads a meaning into a sentence.
final class Aspects {

    /// A question longer than this is a story; what is asked stands in its sentences that end in a
    /// question mark.
    private static final int STORY = 300;

    private static final QuickPattern GRADE = QuickPattern.of("\\([^()]*\\bgrade\\b[^()]*\\)");

    private static final Pattern LEADS =
            Pattern.compile(
                    "(?i)^(?:the |some |common |main |first |early |typical |possible |other |most |usual |underlying |initial |presenting |there is no |signs and )*"
                            + "(?:symptoms?|signs?|treatments?|cures?|causes?|complications?|diagnosis|prevention|prognosis|outlook|risk factors?|side effects?|adverse (?:effects?|reactions?|events?))\\b");

    private static final List<Aspect> ALL = shipped();

    private static final String FREQUENCY = "frequency";

    private static final String HARM = "harm";

    private record Aspect(String key, QuickPattern asked, QuickPattern said) {
        /// "The most common type of cancer" tells a kind and no frequency.
        boolean isTold(String low) {
            String words = key.equals(FREQUENCY) ? FrequencyWords.withoutNames(low) : low;
            return said.isIn(words);
        }
    }

    /// What a thing is.
    static final Aspects MEANING =
            new Aspects(ALL.stream().filter(one -> one.key().equals("meaning")).toList());

    /// What comes of two things taken together: whatever words ask it, safety, effect or leave.
    private static final Aspects TOGETHER =
            new Aspects(ALL.stream().filter(one -> one.key().equals("together")).toList());

    private final List<Aspect> wanted;

    /// What is asked about tells nothing of what is asked: "vaccine access" is no prevention for who asks
    /// about vaccines.
    private final List<String> named;

    private Aspects(List<Aspect> wanted) {
        this(wanted, List.of());
    }

    private Aspects(List<Aspect> wanted, List<String> named) {
        this.wanted = wanted;
        this.named = named;
    }

    private static List<Aspect> shipped() {
        List<Aspect> all = new ArrayList<>();
        for (var row : Tables.rows("/answer/aspects.tsv", 4)) {
            all.add(
                    new Aspect(
                            row.get(0), QuickPattern.of(row.get(1)), QuickPattern.of(row.get(2))));
        }
        return List.copyOf(all);
    }

    /// What a title asks, itself often a question.
    static Aspects ofTitle(String title) {
        String low = title.toLowerCase(Locale.ROOT);
        return new Aspects(ALL.stream().filter(one -> one.asked().isIn(low)).toList());
    }

    /// What a question asks. "What is ..." alone asks what the thing is; beside another aspect it only
    /// begins the sentence.
    static Aspects of(ClinicalQuestion question) {
        // The names of a subject ask for nothing: hereditary angioedema asks for no inheritance,
        // oxygen
        // therapy for no treatment.
        String asked =
                SameQuestion.without(
                        asking(question.words()),
                        Stream.concat(
                                        question.problems().stream().map(Finding::words),
                                        question.drugs().stream()
                                                .map(drug -> drug.words() + " therapy"))
                                .toList());
        if (question.kind() == QuestionKind.INTERACTION && question.drugs().size() > 1) {
            return TOGETHER;
        }
        List<Aspect> found = ALL.stream().filter(one -> one.asked().isIn(asked)).toList();
        List<Aspect> named = found.stream().filter(one -> !one.key().equals("meaning")).toList();
        return new Aspects(
                named.isEmpty() ? found : named,
                question.drugs().stream()
                        .map(Finding::words)
                        .flatMap(words -> Stream.of(words, singular(words)))
                        .distinct()
                        .toList());
    }

    private static String singular(String words) {
        return words.endsWith("s") ? words.substring(0, words.length() - 1) : words;
    }

    /// What a grade says of net benefit is no word on the treatment asked about.
    private String low(String text) {
        String ungraded = GRADE.mayBeIn(text) ? GRADE.matcher(text).replaceAll("") : text;
        return SameQuestion.without(ungraded.toLowerCase(Locale.ROOT), named);
    }

    private static String asking(String text) {
        if (text.length() <= STORY) {
            return text;
        }
        List<String> questions =
                Sentences.of(text).stream()
                        .map(span -> span.of(text))
                        .filter(sentence -> sentence.endsWith("?"))
                        .toList();
        return questions.isEmpty() ? text : String.join(" ", questions);
    }

    boolean areAsked() {
        return !wanted.isEmpty();
    }

    /// Whether a text tells any aspect asked for.
    boolean areTold(String text) {
        String low = low(text);
        return wanted.stream().anyMatch(one -> one.isTold(low));
    }

    /// Whether a block of a typed document tells any aspect asked for: one on a harm tells of harms, in
    /// whatever words.
    boolean areToldBy(Claim claim, String text) {
        return claim.kind() == Claim.Kind.HARM
                        && wanted.stream().anyMatch(one -> one.key().equals(HARM))
                || areTold(text);
    }

    /// Whether a text tells both of two aspects asked for, and two thirds of more.
    boolean areAllTold(String text) {
        String low = low(text);
        long told = wanted.stream().filter(one -> one.isTold(low)).count();
        return wanted.size() <= 2 ? told == wanted.size() : 3 * told >= 2 * wanted.size();
    }

    /// Whether a heading or a title, itself often a question, asks for an aspect asked for here.
    boolean areAskedBy(String title) {
        String low = title.toLowerCase(Locale.ROOT);
        return wanted.stream().anyMatch(one -> one.asked().isIn(low));
    }

    /// A text in lower case without the words by which the aspects wanted are asked for.
    String withoutAsking(String text) {
        String rest = text.toLowerCase(Locale.ROOT);
        for (Aspect one : wanted) {
            if (one.asked().mayBeIn(rest)) {
                rest = one.asked().matcher(rest).replaceAll(" ");
            }
        }
        return rest;
    }

    /// Whether a text begins with what was asked ("Symptoms include ..."), so that it needs only its
    /// subject beside it.
    boolean leads(String text) {
        Matcher first = LEADS.matcher(text);
        return first.find() && areAskedBy(first.group() + " of it") && areTold(text);
    }

    List<String> keys() {
        return wanted.stream().map(Aspect::key).toList();
    }
}

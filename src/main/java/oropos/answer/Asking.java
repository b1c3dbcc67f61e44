package oropos.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.library.Claim;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.question.QuestionKind;
import oropos.question.ScreeningWords;
import oropos.terminology.Concept;
import oropos.terminology.Terminology;
import oropos.terminology.Words;

/// Whether a yes/no question asks straight for what a statement speaks of.
///
/// "Is HIV screening stopped at 40?" is not answered "yes" by a recommendation to screen, and "is HIV
/// and hepatitis B screening recommended?" not by one on HIV alone. There is no end to the ways in
/// which a question is turned round, so the rule is the other way about: each word of the question must
/// be a word of the statement, tell the patient, name what the statement speaks of, or stand in an
/// editor's list (`answer/asking-words.tsv`). Else nothing is said; the statement still heads the answer
/// and speaks for itself.
final class Asking {

    /// Words are the same from here on: "screening" and "screened" are one.
    private static final int BEGINNING = 5;

    private static final Pattern OPENS =
            Pattern.compile(
                    "(?i)^\\W*(?:is|are|was|were|do|does|did|can|could|should|would|will|may|must|has|have)\\b");

    /// What denies the same in question and statement ("without symptoms").
    private static final Pattern DENIED =
            Pattern.compile("\\b(?:without|not|no|non|never) (?:any |known )?(\\p{L}+)");

    private static final Pattern NO_SYMPTOMS =
            Pattern.compile("\\b(?:without|no) (?:any )?(?:signs or )?symptoms\\b");

    private static final Pattern GRADE = Pattern.compile("\\([^()]*\\bgrade\\b[^()]*\\)");

    /// "Does it help?": what it is stands in the sentences before.
    private static final Pattern POINTS =
            Pattern.compile("(?i)\\b(?:it|this|that|they|them|so|these|those)\\b");

    /// Words of the list that name a doing all the same.
    private static final Set<String> DOINGS =
            Set.of("test", "tested", "testing", "screen", "screened", "screening");

    private static final Set<String> STRAIGHT = listed("asks");
    private static final Set<String> PERSONS = listed("persons");
    private static final Set<String> TURNING = listed("turns");
    private static final Set<String> SHIFTING = listed("shifts");
    private static final List<String> HEDGES =
            Tables.rows("/answer/asking-words.tsv", 3).stream()
                    .filter(row -> row.getFirst().equals("hedges"))
                    .map(row -> row.get(1))
                    .toList();

    private final ClinicalQuestion question;
    private final Terminology terminology;
    private final String sentence;
    private final String story;

    Asking(ClinicalQuestion question, Terminology terminology) {
        this.question = question;
        this.terminology = terminology;
        String asked = question.words();
        int last = asked.lastIndexOf(". ");
        this.sentence = lastSentence(asked);
        this.story = last < 0 ? "" : asked.substring(0, last);
    }

    private static Set<String> listed(String sort) {
        Set<String> words = new HashSet<>();
        Tables.rows("/answer/asking-words.tsv", 3).stream()
                .filter(row -> row.getFirst().equals(sort))
                .forEach(row -> words.addAll(List.of(row.get(1).split(" "))));
        return Set.copyOf(words);
    }

    private static String lastSentence(String asked) {
        return asked.substring(asked.lastIndexOf(". ") < 0 ? 0 : asked.lastIndexOf(". ") + 2);
    }

    /// Whether a question asks for yes or no at all.
    static boolean isYesOrNo(String asked) {
        return OPENS.matcher(lastSentence(asked)).find();
    }

    /// Whether it asks for yes or no at all.
    boolean isYesOrNo() {
        return OPENS.matcher(sentence).find();
    }

    /// Whether it holds a word that turns it round: then what studies conclude is no yes or no to it.
    boolean isTurned() {
        String text = POINTS.matcher(sentence).find() ? question.words() : sentence;
        return words(text).stream().anyMatch(TURNING::contains);
    }

    /// Whether yes or no follows from which way a statement points.
    boolean isAnsweredBy(Utterance one) {
        String said = said(one);
        return HEDGES.stream().noneMatch(said::contains)
                && isOnWhetherToDo(one)
                && !(one.claim().kind() == Claim.Kind.RECOMMENDATION
                        && ASKS_WHAT_IT_DOES.matcher(sentence).find())
                && asksFor(one)
                && !asksBeside(said, TURNING)
                && isWhollyMetBy(one)
                && (story.isEmpty() || isStoryMetBy(one) && !isForTheAskerAfterAnother())
                && (!AT_RISK.matcher(question.words()).find() || AT_RISK.matcher(said).find());
    }

    /// "Does a mammogram prevent breast cancer?" asks for what it does; that it is advised is no yes to it.
    private static final Pattern ASKS_WHAT_IT_DOES =
            Pattern.compile(
                    "(?i)^\\W*(?:does|do|did|will|would|can|could|has|have)\\b.*\\b(?:prevents?|reduces?|lowers?|cures?|saves?|stops?|avoids?|protects?|cuts?|causes?)\\b");

    private static final Pattern AT_RISK =
            Pattern.compile("(?i)\\b(?:high|higher|increased|raised|elevated)[- ]risk\\b");

    private static final Pattern OF_MY_OWN =
            Pattern.compile(
                    "(?i)\\b(?:my|our) (?:\\p{L}+ ){0,2}?(?:wife|husband|partner|son|daughter|child|baby|mother|father|mum|mom|dad|brother|sister)\\b");

    private static final Pattern I = Pattern.compile("\\b[Ii]\\b");

    /// "My wife is 50. Should I ...?": whose age it is and whom it is asked for are two.
    private boolean isForTheAskerAfterAnother() {
        return OF_MY_OWN.matcher(story).find() && I.matcher(sentence).find();
    }

    /// What is checked, what harms and who decides answer no question on whether to give it.
    private boolean isOnWhetherToDo(Utterance one) {
        return switch (one.claim().section()) {
            case "monitoring" -> question.kind() == QuestionKind.MONITORING;
            case "harms", "interactions", "escalate", "pitfalls", "definition", "prognosis" ->
                    false;
            default -> true;
        };
    }

    /// Whether the question names what a statement advises: alendronate is not asked for where the
    /// statement advises densitometry in children who have it.
    boolean asksFor(Utterance one) {
        String doing = one.claim().intervention();
        if (doing == null) {
            return false;
        }
        Set<String> left = beginnings(doing);
        question.problems().forEach(finding -> left.removeAll(beginnings(finding.words())));
        // "I fell": whoever asks of vitamin D against falls does not ask for the exercise that
        // prevents them.
        Set<String> aims = beginnings(Objects.requireNonNullElse(one.claim().outcome(), ""));
        if (!left.contains(beginning("screening")) && !aims.containsAll(left)) {
            left.removeAll(aims);
        }
        STRAIGHT.stream()
                .filter(word -> !DOINGS.contains(word))
                .forEach(word -> left.remove(beginning(word)));
        List<Concept> advised = Named.in(doing, terminology);
        // Who asks whether to be tested asks whether to be screened.
        if (left.contains(beginning("screening"))) {
            left.addAll(beginnings("test tested testing"));
        }
        return !Collections.disjoint(left, beginnings(sentence))
                || Stream.of(question.drugs(), question.procedures(), question.tests())
                        .flatMap(List::stream)
                        .anyMatch(finding -> isSpokenOf(finding, advised));
    }

    private boolean asksBeside(String said, Set<String> listed) {
        String text = POINTS.matcher(sentence).find() ? question.words() : sentence;
        return words(withoutSharedDenials(text.toLowerCase(Locale.ROOT), said)).stream()
                .anyMatch(listed::contains);
    }

    /// Whether a statement speaks of every word of the question, but for words that turn it round.
    boolean isWhollyMetBy(Utterance one) {
        String said = said(one);
        String text = POINTS.matcher(sentence).find() ? question.words() : sentence;
        Set<String> known = known(said, one);
        return words(withoutSharedDenials(text.toLowerCase(Locale.ROOT), said)).stream()
                .allMatch(word ->
                        !SHIFTING.contains(word)
                                && (STRAIGHT.contains(word)
                                        || TURNING.contains(word)
                                        || isAge(word)
                                        || known.contains(beginning(word))));
    }

    /// Whether a statement speaks of every word told before the question itself, who asks left aside. What
    /// it does not speak of may be a complaint, and screening is for people who have none.
    boolean isStoryMetBy(Utterance one) {
        Set<String> soughtFor =
                beginnings(Objects.requireNonNullElse(one.claim().intervention(), ""));
        List<Finding> sought =
                question.problems().stream()
                        .filter(finding -> soughtFor.containsAll(beginnings(finding.words())))
                        .toList();
        if (ScreeningWords.shipped().saysItIsThere(question.words(), sought)) {
            return false;
        }
        Set<String> known = known(said(one), one);
        return ScreeningWords.shipped().left(story, question.words()).stream()
                .allMatch(word ->
                        STRAIGHT.contains(word)
                                || PERSONS.contains(word)
                                || known.contains(beginning(word)));
    }

    /// A word beside "and" or "or" in the question that the statement does not speak of, where it does
    /// speak of the word on the other side; null where it speaks of both or there is none.
    @Nullable String partLeftBy(Utterance one) {
        Set<String> known = known(said(one), one);
        List<String> words = Words.of(sentence);
        for (int at = 1; at + 1 < words.size(); at++) {
            if (!words.get(at).equals("and") && !words.get(at).equals("or")) {
                continue;
            }
            String before = naming(words, at, -1);
            String after = naming(words, at, 1);
            if (before == null || after == null) {
                continue;
            }
            boolean left = known.contains(beginning(before));
            boolean right = known.contains(beginning(after));
            if (left != right && isAThing(before) && isAThing(after)) {
                return left ? after : before;
            }
        }
        return null;
    }

    /// "Signs and symptoms" are no two things; HIV and hepatitis are, and so are breast and ovary.
    private boolean isAThing(String word) {
        return question.findings().anyMatch(finding -> Words.of(finding.words()).contains(word))
                || terminology.read(word).mentions().stream()
                        .anyMatch(one -> isAThing(one.concept().kind()));
    }

    private static boolean isAThing(Concept.Kind kind) {
        return switch (kind) {
            case PROBLEM, DRUG, ANATOMY, ORGANISM -> true;
            case PROCEDURE, TEST, GROUP, OTHER -> false;
        };
    }

    /// The things the question sets side by side; see [SameQuestion#compared].
    List<Finding> compared() {
        return new SameQuestion(question).compared();
    }

    /// Whether a statement names a thing the question names, by any of its names.
    boolean names(Utterance one, Finding thing) {
        List<String> said = Relevance.stems(one.text());
        return Stream.concat(Stream.of(thing.words(), thing.name()), thing.synonyms().stream())
                        .map(Relevance::stems)
                        .anyMatch(name -> Collections.indexOfSubList(said, name) >= 0)
                || isSpokenOf(thing, Named.in(one.text(), terminology));
    }

    /// Whether a statement speaks of a word of the question.
    boolean speaksOf(Utterance one, String word) {
        return known(said(one), one).contains(beginning(word));
    }

    /// The next word to one side that names something.
    private static @Nullable String naming(List<String> words, int from, int step) {
        for (int at = from + step; at >= 0 && at < words.size(); at += step) {
            String word = words.get(at);
            if (!STRAIGHT.contains(word) && !isAge(word)) {
                return TURNING.contains(word) || SHIFTING.contains(word) ? null : word;
            }
        }
        return null;
    }

    /// Beginnings of what a statement says, and of all names of what the question names and it speaks
    /// of as widely or more widely: a heart attack is a cardiovascular disease.
    private Set<String> known(String said, Utterance one) {
        Set<String> known = beginnings(said);
        List<Concept> spoken = Named.in(said + ". " + one.row().source().title(), terminology);
        question.findings()
                .filter(finding -> isSpokenOf(finding, spoken))
                .forEach(finding -> known.addAll(beginnings(finding.words())));
        return known;
    }

    private boolean isSpokenOf(Finding finding, List<Concept> spoken) {
        return terminology
                .concept(finding.id())
                .filter(asked -> spoken.stream().anyMatch(asked::isA))
                .isPresent();
    }

    private static String said(Utterance one) {
        Claim claim = one.claim();
        return GRADE.matcher(
                        String.join(
                                        ". ",
                                        one.text(),
                                        claim.about() == null ? "" : claim.about(),
                                        claim.intervention() == null ? "" : claim.intervention(),
                                        claim.outcome() == null ? "" : claim.outcome())
                                .toLowerCase(Locale.ROOT))
                .replaceAll(" ");
    }

    /// What both deny is left out of the question, and that there are no symptoms: whoever is screened
    /// has none.
    private static String withoutSharedDenials(String text, String said) {
        return DENIED.matcher(NO_SYMPTOMS.matcher(text).replaceAll(" "))
                .replaceAll(found ->
                        said.contains(found.group())
                                        || said.contains("without " + found.group(1))
                                        || said.contains("not " + found.group(1))
                                ? " "
                                : Matcher.quoteReplacement(found.group()));
    }

    /// Single letters count where they stand for something: hepatitis A is not hepatitis C.
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : Words.of(text)) {
            if (word.length() > 1 || !word.equals("a") && !word.equals("s") && !word.equals("t")) {
                words.add(word);
            }
        }
        return words;
    }

    private static boolean isAge(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private static Set<String> beginnings(String text) {
        Set<String> all = new HashSet<>();
        words(text).forEach(word -> all.add(beginning(word)));
        return all;
    }

    private static String beginning(String word) {
        String stem = Relevance.stem(word);
        return stem.substring(0, Math.min(stem.length(), BEGINNING));
    }
}

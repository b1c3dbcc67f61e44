package oropos.answer;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.retrieval.Aspects;
import oropos.terminology.Words;

/// Whether a page asks what the asker asks: the same of the same subject, and nothing is asked beside.
///
/// A page called "What causes gallstones?" answers "why do people get gallstones" by what it says, in
/// its own order; the same words anywhere else only may. So the bar is high: each word of the question
/// must name the page's subject or be one by which anything is asked (`answer/bare-words.tsv`). "What
/// causes gallstones in pregnancy?" asks more than the page tells, and "ligneous conjunctivitis" is
/// not conjunctivitis.
final class SameQuestion {

    private static final Set<String> BARE =
            Tables.rows("/answer/bare-words.tsv", 2).stream()
                    .flatMap(row -> Words.of(row.getFirst()).stream())
                    .map(Relevance::stem)
                    .collect(Collectors.toUnmodifiableSet());

    /// An aspect is asked for from this weight on, and where none is, from the lower; see [Aspects].
    private static final double ASKED = 0.8;

    private static final double ASKED_PERHAPS = 0.6;

    private static final String DIAGNOSIS = "diagnosis";

    private static final Pattern HOW_TO_KNOW =
            Pattern.compile("(?i)\\bhow (?:do|can|would|will|does) \\w+ (?:know|tell)\\b");

    private static final Pattern COMPARES =
            Pattern.compile(
                    "(?i)\\b(?:differ(?:s|ent|ence|ences)?|versus|vs|same|compared?|distinguish(?:es|ed)?|unlike)\\b");

    private static final Set<String> COMPARING =
            Set.of(
                    "differ",
                    "different",
                    "difference",
                    "versu",
                    "versus",
                    "vs",
                    "same",
                    "compare",
                    "compared",
                    "distinguish",
                    "distinguished",
                    "unlike",
                    "between",
                    "similar",
                    "thing",
                    "than",
                    "both",
                    "each",
                    "other",
                    "not",
                    "one",
                    "type",
                    "kind");

    /// A longer question tells a story, and a story holds more than a page asks.
    private static final int LONGEST = 200;

    private final ClinicalQuestion question;
    private final Set<String> left;

    /// Whether it asks for something this list of aspects may not know, and so not what the subject is.
    private final boolean asksBeside;

    SameQuestion(ClinicalQuestion question) {
        this.question = question;
        this.left = new LinkedHashSet<>();
        List<String> beside = oropos.answer.Aspects.of(question).keys();
        this.asksBeside = !beside.isEmpty() && !beside.equals(List.of("meaning"));
        for (String stem : Relevance.stems(question.words())) {
            boolean tellsAnAge =
                    question.patient().ages() != null && stem.chars().allMatch(Character::isDigit);
            if (!BARE.contains(stem) && !tellsAnAge) {
                left.add(stem);
            }
        }
    }

    /// Whether a page of this title asks it.
    ///
    /// @param named whether the title's topic names each thing asked about, and nothing narrower
    boolean isAskedBy(String title, boolean named) {
        if (!named || question.words().length() > LONGEST) {
            return false;
        }
        String topic = SourceTopic.of(title);
        Set<String> rest = new HashSet<>(left);
        Relevance.stems(topic).forEach(rest::remove);
        found().forEach(finding -> Relevance.stems(finding.words()).forEach(rest::remove));
        if (!rest.isEmpty()) {
            return false;
        }
        Set<String> told = Aspects.builtIn().named(without(title, List.of(topic)));
        Set<String> asked = asked(topic);
        return told.isEmpty()
                ? asked.contains(Aspects.DEFINITION)
                : told.stream().anyMatch(asked::contains);
    }

    /// Whether a sentence of running text, with its title, holds what the question says
    /// beside its subjects and beside asking, of more than two words two thirds: what is said of any
    /// treatment of skin cancer tells nothing on D-limonene.
    ///
    /// @param beside the question without the words by which an aspect is asked for
    boolean isSpokenOfBy(Utterance one, String beside) {
        Set<String> rest =
                WholeQuestion.keys(
                        Relevance.stems(beside).stream()
                                .filter(stem -> left.contains(stem) && !WholeQuestion.isFrame(stem))
                                .toList());
        found().forEach(finding ->
                rest.removeAll(WholeQuestion.keys(Relevance.stems(finding.words()))));
        Set<String> said = new HashSet<>();
        Stream.of(one.text(), one.row().source().title())
                .forEach(text -> said.addAll(WholeQuestion.keys(Relevance.stems(text))));
        long met = rest.stream().filter(said::contains).count();
        return rest.size() <= 2 ? met == rest.size() : 3 * met >= 2 * rest.size();
    }

    /// Whether it sets two things side by side and asks nothing of them but how they differ.
    boolean compares() {
        return compared().size() > 1;
    }

    /// The things it sets side by side, none where it asks anything else.
    List<Finding> compared() {
        List<Finding> things = found().distinct().toList();
        if (things.size() < 2 || !COMPARES.matcher(question.words()).find()) {
            return List.of();
        }
        Set<String> rest = new HashSet<>(left);
        things.forEach(finding -> Relevance.stems(finding.words()).forEach(rest::remove));
        rest.removeAll(COMPARING);
        return rest.isEmpty() ? things : List.of();
    }

    /// Whether a page of this title says what one of them is.
    boolean saysWhatOneIs(String title) {
        String topic = SourceTopic.of(title);
        Set<String> told = Aspects.builtIn().named(without(title, List.of(topic)));
        Set<String> topics = new HashSet<>(Relevance.stems(topic));
        return (told.isEmpty() || told.contains(Aspects.DEFINITION))
                && compared().stream()
                        .anyMatch(thing ->
                                Stream.concat(
                                                Stream.of(thing.name(), thing.words()),
                                                thing.synonyms().stream())
                                        .map(Relevance::stems)
                                        .anyMatch(name -> topics.equals(new HashSet<>(name))));
    }

    /// Whether it asks only what something is.
    boolean asksWhatItIs() {
        return !question.patient().isToldOf() && asksWhatItIsInAnybody();
    }

    /// The same, also where it tells in whom: "juvenile" names people and a disease.
    boolean asksWhatItIsInAnybody() {
        Set<String> rest = new HashSet<>(left);
        found().forEach(finding -> Relevance.stems(finding.words()).forEach(rest::remove));
        return rest.isEmpty() && asked("").equals(Set.of(Aspects.DEFINITION));
    }

    private Set<String> asked(String topic) {
        Map<String, Double> heard =
                Aspects.builtIn()
                        .asked(
                                without(
                                        question.words(),
                                        Stream.concat(Stream.of(topic), found().map(Finding::words))
                                                .toList()));
        Set<String> asked = from(heard, ASKED);
        if (asked.isEmpty()) {
            asked = from(heard, ASKED_PERHAPS);
        }
        // "How do I know if I have it?" is answered by its signs as well as by its tests.
        if (asked.contains(DIAGNOSIS) && HOW_TO_KNOW.matcher(question.words()).find()) {
            asked.add("symptoms");
        }
        if (asked.size() > 1) {
            asked.remove(Aspects.DEFINITION);
        }
        return asked.isEmpty() && !asksBeside ? Set.of(Aspects.DEFINITION) : asked;
    }

    private static Set<String> from(Map<String, Double> heard, double least) {
        return heard.entrySet().stream()
                .filter(one -> one.getValue() >= least)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Stream<Finding> found() {
        return question.findings().filter(Finding::isSearched);
    }

    /// The names of a subject ask for nothing: hereditary angioedema asks for no inheritance.
    static String without(String text, List<String> names) {
        String rest = text.toLowerCase(Locale.ROOT);
        for (String name : names) {
            String low = name.toLowerCase(Locale.ROOT);
            if (!name.isBlank() && rest.contains(low)) {
                rest =
                        Pattern.compile(
                                        "(?<![\\p{L}\\p{N}])"
                                                + Pattern.quote(low)
                                                + "(?![\\p{L}\\p{N}])")
                                .matcher(rest)
                                .replaceAll(" x ");
            }
        }
        return rest;
    }
}

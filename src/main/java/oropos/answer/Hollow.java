package oropos.answer;

import java.util.List;
import java.util.regex.Pattern;
import oropos.question.ClinicalQuestion;
import oropos.terminology.Concept;

/// Sentences that sound like an answer and give none.
///
/// "You can read about the symptoms of lupus" speaks of symptoms and names none; "age is the most
/// important risk factor" answers nobody who asks at what age. Such a sentence may be shown and heads
/// nothing.
final class Hollow {

    private static final String SYMPTOMS = "symptoms";

    /// What is felt or seen and no vocabulary of diseases lists, and that nothing is.
    private static final Pattern FELT =
            Pattern.compile(
                    "(?i)\\b(?:pain\\w*|ach(?:e|es|ing)|sore\\w*|swell\\w*|swollen|itch\\w*|burn\\w*|numb\\w*|tingl\\w*|tired\\w*"
                            + "|weak\\w*|red(?:ness)?|blister\\w*|bump\\w*|lumps?|wavy|blur\\w*|no (?:signs|symptoms)|few (?:or no )?symptoms"
                            + "|not (?:\\w+ )?(?:cause|have|notice|produce)|problems?|loss|difficult\\w*|trouble|forget\\w*)\\b");

    private static final Pattern ASKS_FOR_A_FIGURE =
            Pattern.compile(
                    "(?i)\\b(?:(?:what|which) (?:age|dose|percentage|share|amount)\\b|how (?:old|much|many|long|often|soon)\\b)");

    /// A number, or a word that stands for one: how much, when in life, how long, or that nobody knows.
    private static final Pattern FIGURE =
            Pattern.compile(
                    "(?i)\\d|%|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|once|twice|daily|weekly|monthly|yearly|annually"
                            + "|half|third|quarter|double|life ?long|life ?span|life expectancy|birth|born|infan\\w+|child\\w*|adolescen\\w+"
                            + "|teen\\w*|adult\\w*|middle age|older|any age|days?|weeks?|months?|years?|minutes?|hours?|decades?|regularly"
                            + "|unknown|not known|rare\\w*|most|majority|few|on (?:its|their) own|go(?:es)? away|until|as long as)\\b");

    private final Aspects aspects;
    private final Relevance relevance;
    private final boolean asksForAFigure;

    Hollow(ClinicalQuestion question, Aspects aspects, Relevance relevance) {
        this.aspects = aspects;
        this.relevance = relevance;
        this.asksForAFigure = ASKS_FOR_A_FIGURE.matcher(question.words()).find();
    }

    /// Whether symptoms are asked for and a sentence that speaks of them names none.
    boolean isIt(PassageSentences.Sentence sentence, Spoken here) {
        return aspects.keys().equals(List.of(SYMPTOMS))
                && !sentence.isList()
                && !FELT.matcher(sentence.lead()).find()
                && here.spoken().stream()
                        .noneMatch(one ->
                                one.kind() == Concept.Kind.PROBLEM && !relevance.isSubject(one));
    }

    /// Whether a figure is asked for and a sentence tells none.
    boolean lacksAFigure(String lead) {
        return asksForAFigure && !FIGURE.matcher(lead).find();
    }
}

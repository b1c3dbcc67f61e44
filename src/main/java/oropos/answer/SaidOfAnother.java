package oropos.answer;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.terminology.Concept;

/// Whether a sentence that holds the words of a question tells it of somebody or something else.
///
/// "All people with sickle cell disease should receive an influenza shot every year" holds every word
/// of "do I need a flu shot every year?" and says nothing of who asks. So does "the symptoms of
/// myelinolysis, which begin after hyponatremia is corrected" of how that is done.
final class SaidOfAnother {

    /// Signs and symptoms in the trees of MeSH: whoever has one may have any disease.
    private static final String SYMPTOMS = "C23.888";

    /// Obesity is filed there and is no sign of another disease.
    private static final String BODY_WEIGHT = "C23.888.144";

    /// A name, up to where something is said of it.
    private static final String NAMED =
            " (?<of>[^,.;:()]{3,60}?)(?= (?:should|is|are|was|were|can|may|might|must|will|ha[sv]e?|who|which|that|begins?|occurs?|starts?"
                    + "|do|does|in|on|at|as|by|after|before|to|from|includes?|need|receive|take|get|often|also|usually|var(?:y|ies)|depends?)\\b|[,.;:()]|$)";

    private static final Pattern PEOPLE =
            Pattern.compile(
                    "(?i)\\b(?:people|patients?|clients?|adults|children|bab(?:y|ies)|infants?|persons?|individuals?|women|men|those|anyone|someone|child)"
                            + " (?:who (?:(?:already |also )?ha(?:ve|s|d)|are (?:taking|receiving))|with|having|living with|diagnosed with|suffering from|taking|receiving|treated with)"
                            + NAMED);

    private static final Pattern ASPECT_OF =
            Pattern.compile(
                    "(?i)\\b(?:treatments?|therap(?:y|ies)|symptoms?|signs?|features|causes?|complications?|diagnosis|prevention|prognosis|outlook|side effects?)"
                            + " (?:of|for)"
                            + NAMED);

    private static final Pattern FIRST =
            Pattern.compile(
                    "^(?<of>[^,;:()]{3,60}?) (?:is|are|was|were|can|may|should|must|occurs|has|have|does|do|will|don't|doesn't)\\b");

    /// "The client taking a urinary anti-infective should ...".
    private static final Pattern TAKERS =
            Pattern.compile(
                    "(?i)^(?:the |a |all |some |many )?(?:adult |older )?(?:clients?|patients?|people|persons?|individuals?|women|men|anyone|those)"
                            + " (?:who (?:are )?)?(?:tak(?:e|es|ing)|receiv(?:e|es|ing)|prescribed|treated with) ");

    private static final Pattern ASKS_OF_A_MEDICINE =
            Pattern.compile(
                    "(?i)\\b(?:tak(?:e|es|ing)|on|drugs?|medicines?|medications?|pills?|tablets?|antibiotics?|given|receiving|treated|treatment|therapy)\\b");

    private static final Pattern AT_RISK =
            Pattern.compile("(?i)\\brisk (?:of|for)\\b|\\blikely to (?:develop|get|have)\\b");

    /// Aspects of which another disease is no part: what causes it, follows it or stands beside it is.
    private static final Set<String> OF_ITSELF =
            Set.of("treatment", "cure", "tests", "heredity", "contagion", "meaning", "prevention");

    /// Aspects whose answer is who has something else.
    private static final Set<String> OF_OTHERS = Set.of("risk", "origin", "cause", "frequency");

    private final Relevance relevance;
    private final List<String> aspects;
    private final Set<String> asked;
    private final boolean asksOfAMedicine;

    SaidOfAnother(ClinicalQuestion question, Aspects aspects, Relevance relevance) {
        this.relevance = relevance;
        this.aspects = aspects.keys();
        this.asksOfAMedicine =
                !question.drugs().isEmpty() || ASKS_OF_A_MEDICINE.matcher(question.words()).find();
        this.asked =
                question.findings()
                        .map(Finding::id)
                        .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    boolean isIt(String lead) {
        if (!relevance.hasSubjects()) {
            return false;
        }
        return relevance.names().namesAnotherKind(lead)
                || relevance.names().isNarrowedBehind(lead)
                || aspects.stream().noneMatch(OF_OTHERS::contains)
                        && (isOfAnother(PEOPLE, lead) || isOfThoseWhoTakeSomething(lead))
                || !relevance.names().isSubjectOf(lead) && isOfAnother(ASPECT_OF, lead)
                || !aspects.isEmpty() && OF_ITSELF.containsAll(aspects) && isOfAnother(FIRST, lead)
                || aspects.contains("risk") && tellsItsOwnRisks(lead);
    }

    /// What is told to those who take a medicine tells nothing to somebody who asks of none.
    private boolean isOfThoseWhoTakeSomething(String lead) {
        if (asksOfAMedicine) {
            return false;
        }
        Matcher takers = TAKERS.matcher(lead);
        return takers.find()
                && !relevance.names().beginsWithSubject(lead.substring(takers.end()))
                && !relevance.names().beginsWithSubject(lead);
    }

    /// "People with gout also have an increased risk of" tells nobody who gets gout, nor does what raises the
    /// risk of falling who gets osteoporosis.
    private boolean tellsItsOwnRisks(String lead) {
        Matcher risk = AT_RISK.matcher(lead);
        if (!risk.find()) {
            return false;
        }
        String after = lead.substring(risk.end());
        return !UNNAMED.matcher(after).lookingAt()
                && !after.isBlank()
                && !relevance.namesSubject(relevance.spoken(after))
                && (relevance.namesSubject(relevance.spoken(lead.substring(0, risk.start())))
                        || !relevance.namesSubject(relevance.spoken(lead)));
    }

    /// What stands for the subject after "risk of".
    private static final Pattern UNNAMED =
            Pattern.compile(
                    "(?i) ?(?:getting |developing |having )?(?:it|this|the (?:disease|disorder|condition|infection|illness))\\b");

    private boolean isOfAnother(Pattern pattern, String lead) {
        boolean another = false;
        Matcher what = pattern.matcher(lead);
        while (what.find()) {
            Spoken of = relevance.spoken(what.group("of"));
            if (relevance.namesSubject(of) || of.spoken().stream().anyMatch(relevance::isKin)) {
                return false;
            }
            another |= of.spoken().stream().anyMatch(this::isAnother);
        }
        return another;
    }

    private boolean isAnother(Concept one) {
        return one.kind() == Concept.Kind.PROBLEM
                && !asked.contains(one.id())
                && one.trees().stream()
                        .noneMatch(
                                tree -> tree.startsWith(SYMPTOMS) && !tree.startsWith(BODY_WEIGHT));
    }
}

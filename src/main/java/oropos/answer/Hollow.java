package oropos.answer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.terminology.Concept;

/// Sentences that sound like an answer and give none.
///
/// "You can read about the symptoms of lupus" speaks of symptoms and names none; "age is the most
/// important risk factor" answers nobody who asks at what age. Such a sentence may be shown and heads
/// nothing.
final class Hollow {

    private static final String SYMPTOMS = "symptoms";

    private static final String TREATMENT = "treatment";

    /// What is felt or seen and no vocabulary of diseases lists, and that nothing is.
    private static final Pattern FELT = HeadForms.words("felt", "");

    private static final Pattern ASKS_FOR_A_FIGURE =
            Pattern.compile(
                    "(?i)\\b(?:(?:what|which) (?:age|dose|percentage|share|amount)\\b|how (?:old|much|many|long|often|soon)\\b|when should (?:\\w+ ){1,3}(?:get|have|receive|be (?:screened|tested|vaccinated))\\b)");

    /// A number, or a word that stands for one: how much, when in life, how long, or that nobody knows.
    private static final Pattern FIGURE = HeadForms.words("figure", "\\d|%|");

    private final Aspects aspects;
    private final Relevance relevance;
    private final boolean asksForAFigure;
    private final boolean asksForTreatment;

    Hollow(ClinicalQuestion question, Aspects aspects, Relevance relevance) {
        this.aspects = aspects;
        this.relevance = relevance;
        this.asksForTreatment =
                aspects.keys().contains(TREATMENT)
                        && question.problems().stream().anyMatch(Finding::isSearched);
        this.asksForAFigure = ASKS_FOR_A_FIGURE.matcher(question.words()).find();
    }

    /// Whether what tells an aspect is known here by what is named, in whatever words.
    boolean knows(Aspects asked) {
        return asked.keys().equals(List.of(SYMPTOMS))
                || asksForTreatment && asked.keys().equals(List.of(TREATMENT));
    }

    /// Whether symptoms are asked for and a sentence that speaks of them names none.
    boolean isIt(PassageSentences.Sentence sentence, Spoken here) {
        return aspects.keys().equals(List.of(SYMPTOMS))
                && !sentence.isList()
                && !FELT.matcher(sentence.lead()).find()
                && here.spoken().stream()
                        .noneMatch(
                                one -> one.kind() == Concept.Kind.PROBLEM && !relevance.isKin(one));
    }

    /// "Treatments of X", "used to treat X", "X is caused by not taking it": what is done or told, and of what.
    private static final Pattern OF_WHAT =
            Pattern.compile(
                    "(?i)\\b(?:treatments?|therap(?:y|ies)|cures?|medicines?|medications?|drugs?|remed(?:y|ies)|symptoms?|signs?|causes?|diagnosis|prevention)"
                            + " (?:of|for|against) (?<of>.{3,60})"
                            + "|\\b(?:treat|treats|treating|relieves?|cures?|prevents?|causes?) (?<done>.{3,60})");

    private static final Pattern TREATS =
            Pattern.compile(
                    "(?i)\\b(?:treatments?|therap(?:y|ies)|medicines?|medications?|drugs?) (?:of|for|against) (?<of>[^.;:]{3,60})"
                            + "|\\b(?:to treat|treats?|treating) (?<done>[^.;:]{3,60})");

    /// What is done for lack of treatment is none.
    private static final Pattern FOR_LACK =
            Pattern.compile(
                    "(?i)\\b(?:from|by|because of|due to|or) (?:not|stopping|missing|skipping|forgetting) (?:\\w+ ){0,2}?(?:taking|eating|getting|following|(?:the |your |their )?(?:medicines?|medications?|drugs?|doses?|insulin))\\b");

    /// Whether a sentence says of the subject itself what it tells: "the treatment for excessive sweating".
    boolean isBoundToTheSubject(String lead) {
        Matcher what = OF_WHAT.matcher(lead);
        while (what.find()) {
            String words = what.group("of") == null ? what.group("done") : what.group("of");
            if (relevance.namesSubject(relevance.spoken(words))) {
                return true;
            }
        }
        return false;
    }

    /// Whether the treatment of a problem is asked for, and what a sentence says is treated is another one,
    /// or what it tells comes of not being treated.
    boolean treatsAnother(String lead) {
        if (!asksForTreatment) {
            return false;
        }
        if (FOR_LACK.matcher(lead).find()) {
            return true;
        }
        boolean another = false;
        Matcher what = TREATS.matcher(lead);
        while (what.find()) {
            String words = what.group("of") == null ? what.group("done") : what.group("of");
            Spoken treated = relevance.spoken(words);
            if (relevance.namesSubject(treated)) {
                return false;
            }
            another |=
                    treated.spoken().stream()
                            .anyMatch(one ->
                                    one.kind() == Concept.Kind.PROBLEM && !relevance.isKin(one));
        }
        return another;
    }

    /// Words of what is done for an illness, or that nothing is.
    private static final Pattern DONE = HeadForms.words("done", "");

    /// Whether treatment alone is asked for and a sentence names none: no drug, no procedure, no word of
    /// what is done.
    boolean tellsNoTreatment(PassageSentences.Sentence sentence, Spoken here) {
        return asksForTreatment
                && aspects.keys().equals(List.of(TREATMENT))
                && !sentence.isList()
                && !DONE.matcher(sentence.lead()).find()
                && here.spoken().stream()
                        .noneMatch(one ->
                                (one.kind() == Concept.Kind.DRUG
                                                || one.kind() == Concept.Kind.PROCEDURE)
                                        && !relevance.isSubject(one));
    }

    /// Whether a sentence far down a page on treatment speaks neither of its subject nor of treatment: it is a
    /// detail of something told before it.
    boolean isADetail(String lead, boolean names, int number) {
        return asksForTreatment
                && aspects.keys().equals(List.of(TREATMENT))
                && !names
                && number >= FAR_DOWN
                && !OF_TREATMENT.matcher(lead).find();
    }

    private static final int FAR_DOWN = 4;

    private static final Pattern OF_TREATMENT =
            Pattern.compile("(?i)\\b(?:treat\\w*|therap\\w+|cur(?:e|es|ed|able))\\b");

    /// What a sentence is worth more by what it names of what is asked for: a treatment by its drugs and
    /// procedures, a test by the tests.
    double richness(Spoken here) {
        boolean treatment = asksForTreatment && aspects.keys().equals(List.of(TREATMENT));
        if (!treatment && !aspects.keys().equals(List.of(TESTS))) {
            return 0;
        }
        long named =
                here.spoken().stream()
                        .filter(one ->
                                one.kind() != Concept.Kind.PROBLEM
                                        && (treatment || one.kind() != Concept.Kind.DRUG)
                                        && !relevance.isSubject(one))
                        .count();
        return EACH_NAMED * Math.min(named, MOST_NAMED);
    }

    private static final double EACH_NAMED = 0.02;

    private static final int MOST_NAMED = 3;

    private static final String TESTS = "tests";

    /// Whether a figure is asked for and a sentence tells none.
    boolean lacksAFigure(String lead) {
        return asksForAFigure && !FIGURE.matcher(lead).find();
    }
}

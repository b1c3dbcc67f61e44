package oropos.answer;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Evidence;
import oropos.library.Claim;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.question.QuestionKind;
import oropos.question.ScreeningWords;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.Terminology;

/// Whether two texts speak of the same treatment, and whether one is asked about or spoken against.
final class Treatments {

    /// Letters of the shortest word that carries something, and of a beginning.
    private static final int SHORTEST = 4;

    private static final int BEGINNING = 5;

    /// Mass Screening in MeSH.
    private static final String SCREENING = "mesh:D008403";

    private static final Pattern WHETHER_TO =
            Pattern.compile("(?i)\\b(?:should|needs?|must|worth|recommended|advised|due)\\b");

    /// Ways to give a drug, as claims name them.
    private static final Set<String> ROUTES =
            Set.of(
                    "oral",
                    "intravenous",
                    "intramuscular",
                    "subcutaneous",
                    "intranasal",
                    "nasal",
                    "inhaled",
                    "topical",
                    "rectal",
                    "vaginal",
                    "transdermal");

    private final Terminology terminology;

    private final ScreeningTarget target;

    /// Read once for each answer: every harm is held against what every other block is about.
    private final Map<String, List<Concept>> named = new HashMap<>();

    Treatments(Terminology terminology) {
        this.terminology = terminology;
        this.target = new ScreeningTarget(terminology);
    }

    /// Whether advice on prevention looks for another illness than the one asked to be screened for.
    boolean isOnAnotherTarget(Utterance one, ClinicalQuestion question) {
        return target.isAnother(one, question);
    }

    /// Whether the question itself names the treatment: then a harm of it, or a recommendation against
    /// it, is told whoever it was found in.
    boolean isAskedAbout(Utterance one, ClinicalQuestion question) {
        return isAskedAbout(one.claim().intervention(), question);
    }

    /// Whether a check is one of the treatment the question names: "yearly densitometry" is told of
    /// bisphosphonates.
    boolean isACheckOf(Utterance one, ClinicalQuestion question) {
        return one.claim().section().equals("monitoring")
                && isAskedAbout(said(one.claim().about()) + ". " + one.text(), question);
    }

    boolean isAskedAbout(@Nullable String intervention, ClinicalQuestion question) {
        return Stream.concat(question.drugs().stream(), question.procedures().stream())
                .anyMatch(finding -> isSame(finding.name(), intervention));
    }

    /// Whether it is about another way to give what the question names by a member of the class: what holds
    /// of oral bisphosphonates answers nothing on an infusion of one.
    boolean isByAnotherRoute(Utterance one, ClinicalQuestion question) {
        String intervention = one.claim().intervention();
        if (intervention == null || question.drugs().isEmpty() || isNamed(one, question)) {
            return false;
        }
        Set<String> routes = new HashSet<>(Relevance.stems(intervention));
        routes.retainAll(ROUTES);
        return !routes.isEmpty() && Collections.disjoint(routes, Relevance.stems(question.words()));
    }

    /// Whether it speaks of the very treatment the question names, not of the class it belongs to.
    boolean isNamed(Utterance one, ClinicalQuestion question) {
        String intervention = one.claim().intervention();
        return intervention != null
                && Stream.concat(question.drugs().stream(), question.procedures().stream())
                        .anyMatch(finding ->
                                treatments(intervention).stream()
                                        .anyMatch(concept -> concept.id().equals(finding.id())));
    }

    /// Whether the question names a drug beside the one a recommendation is on, of which it does not speak: what
    /// is advised to the well says nothing to somebody on warfarin.
    boolean isSilentOnADrug(Utterance one, ClinicalQuestion question) {
        String said = one.text() + ". " + said(one.claim().intervention());
        return question.drugs().size() > 1
                && question.drugs().stream()
                        .filter(Finding::isSearched)
                        .anyMatch(drug -> !isSame(drug.name(), said));
    }

    /// Whether somebody is said to have a symptom of which a recommendation to the well does not speak: aspirin
    /// to prevent a heart attack is not asked about by who has chest pain.
    boolean isSilentOnASymptom(Utterance one, ClinicalQuestion question) {
        if (speaksOfScreening(one)) {
            return false;
        }
        List<Concept> spoken = of(Concept.Kind.PROBLEM, one.text());
        return question.problems().stream()
                .filter(finding -> finding.assertion() == Mention.Assertion.PRESENT)
                .flatMap(finding -> terminology.concept(finding.id()).stream())
                .filter(concept ->
                        concept.trees().stream().anyMatch(at -> at.startsWith(SYMPTOMS))
                                && concept.trees().stream()
                                        .noneMatch(at -> at.startsWith(BODY_WEIGHT)))
                .anyMatch(concept -> spoken.stream().noneMatch(concept::isA));
    }

    /// Signs and Symptoms in the trees of MeSH.
    private static final String SYMPTOMS = "C23.888";

    private static final String BODY_WEIGHT = "C23.888.144";

    /// Whether a medicine advised to prevent an illness is asked about for that illness itself: "aspirin for a
    /// heart attack", with no word of preventing.
    boolean isForWhatIsThere(Utterance one, ClinicalQuestion question) {
        return !speaksOfScreening(one)
                && said(one.claim().intervention()).contains("prevent")
                && !PreventiveWords.tells(PreventiveWords.PREVENTING, question.words())
                && illnessesPreventedBy(one, question).stream()
                        .filter(finding -> finding.assertion() == Mention.Assertion.PRESENT)
                        .flatMap(finding -> terminology.concept(finding.id()).stream())
                        .anyMatch(Treatments::isOfTheVessels);
    }

    /// Diseases of the heart and vessels, those of the brain included, in the trees of MeSH.
    private static boolean isOfTheVessels(Concept concept) {
        return concept.trees().stream()
                .anyMatch(at -> at.startsWith("C14") || at.startsWith("C10.228.140.300"));
    }

    /// Illnesses the question names that a recommendation is there to prevent.
    List<Finding> illnessesPreventedBy(Utterance one, ClinicalQuestion question) {
        List<Concept> prevented =
                of(
                        Concept.Kind.PROBLEM,
                        said(one.claim().outcome()) + ". " + said(one.claim().intervention()));
        return question.problems().stream()
                .filter(finding ->
                        terminology
                                .concept(finding.id())
                                .filter(Treatments::isAnIllness)
                                .filter(concept -> prevented.stream().anyMatch(concept::isA))
                                .isPresent())
                .toList();
    }

    /// Falls come again; an illness is there.
    private static boolean isAnIllness(Concept concept) {
        return concept.trees().stream()
                .anyMatch(position -> position.startsWith("C") || position.startsWith("F03"));
    }

    /// Whether a block is about a drug beside the one that is asked about, and about no problem that is: a
    /// document on vitamins tells who asks about vitamin D nothing where it speaks of beta carotene.
    boolean isOnlyOnAnotherDrug(Evidence row, Claim claim, ClinicalQuestion question) {
        List<Concept> asked =
                question.drugs().stream()
                        .filter(Finding::isSearched)
                        .flatMap(finding -> terminology.concept(finding.id()).stream())
                        .toList();
        String intervention = claim.intervention();
        if (asked.isEmpty() || intervention == null) {
            return false;
        }
        List<Concept> told = of(Concept.Kind.DRUG, intervention);
        return !told.isEmpty()
                && told.stream().noneMatch(a -> asked.stream().anyMatch(b -> a.isA(b) || b.isA(a)))
                && !isOnAProblem(row, claim, question);
    }

    /// Whether a check of what is asked about is made for the sake of another drug, which its words name
    /// last: "vitamin D check before bisphosphonate" tells nothing of taking vitamin D.
    boolean isForAnother(Claim claim, ClinicalQuestion question) {
        String intervention = claim.intervention();
        if (intervention == null || !claim.section().equals("monitoring")) {
            return false;
        }
        List<Concept> told = treatments(intervention);
        return !told.isEmpty() && !isAskedAbout(told.getLast().name(), question);
    }

    /// Whether a block speaks of a problem the question names.
    boolean isOnAProblem(Evidence row, Claim claim, ClinicalQuestion question) {
        return namesAProblem(
                String.join(". ", row.passage().text(), said(claim.about()), said(claim.outcome())),
                question);
    }

    /// Whether a warning is one of a problem the question names, or of what is done that it asks about.
    boolean warnsOf(Claim claim, ClinicalQuestion question) {
        return isAskedAbout(claim.intervention(), question)
                || namesAProblem(said(claim.about()) + ". " + said(claim.outcome()), question);
    }

    private boolean namesAProblem(String said, ClinicalQuestion question) {
        List<Concept> problems = of(Concept.Kind.PROBLEM, said);
        return question.problems().stream()
                .filter(Finding::isSearched)
                .flatMap(finding -> terminology.concept(finding.id()).stream())
                .anyMatch(a -> problems.stream().anyMatch(b -> a.isA(b) || b.isA(a)));
    }

    /// Whether a typed statement is about a problem the question names, where both name one: what holds of
    /// heart attacks says nothing of pre-eclampsia, though aspirin is asked about.
    boolean isOnAProblem(Utterance one, ClinicalQuestion question) {
        List<Concept> asked =
                question.problems().stream()
                        .filter(Finding::isSearched)
                        .flatMap(finding -> terminology.concept(finding.id()).stream())
                        .toList();
        List<Concept> said =
                of(
                        Concept.Kind.PROBLEM,
                        one.text()
                                + ". "
                                + said(one.claim().about())
                                + ". "
                                + said(one.claim().outcome()));
        return asked.isEmpty()
                || said.isEmpty()
                || asked.stream().anyMatch(a -> said.stream().anyMatch(a::isA))
                || question.problems().stream()
                                .filter(Finding::isSearched)
                                .filter(finding -> speaksOfAllOf(finding, one))
                                .flatMap(finding -> terminology.concept(finding.id()).stream())
                                .anyMatch(a -> said.stream().anyMatch(b -> b.isA(a)))
                        && !isLookedForOtherwise(one, question);
    }

    /// Whether a statement holds every word that a problem is called by and its names do not hold: what holds of
    /// HIV infection is said of infections, and not of "kidney infection", which the vocabulary knows as no more.
    private static boolean speaksOfAllOf(Finding finding, Utterance one) {
        Set<String> more = beginnings(finding.words());
        Stream.concat(Stream.of(finding.name()), finding.synonyms().stream())
                .forEach(name -> more.removeAll(beginnings(name)));
        return more.isEmpty()
                || beginnings(
                                String.join(
                                        ". ",
                                        one.text(),
                                        said(one.claim().about()),
                                        said(one.claim().outcome()),
                                        one.row().source().title()))
                        .containsAll(more);
    }

    /// A test that looks for many illnesses is not answered by a screening for one of them that is done
    /// otherwise: a pelvic examination by a blood test for herpes.
    private boolean isLookedForOtherwise(Utterance one, ClinicalQuestion question) {
        List<Concept> done =
                of(Concept.Kind.TEST, one.text() + ". " + said(one.claim().intervention()));
        List<Concept> asked =
                question.tests().stream()
                        .filter(test -> !test.id().equals(SCREENING))
                        .flatMap(test -> terminology.concept(test.id()).stream())
                        .toList();
        return speaksOfScreening(one)
                && !asked.isEmpty()
                && asked.stream().noneMatch(a -> done.stream().anyMatch(a::isA));
    }

    /// Whether what a typed statement advises is what a yes/no question asks about: "should she take
    /// calcium?" is not answered by what is said of screening.
    boolean isOfTheDoing(Utterance one, ClinicalQuestion question) {
        String doing = one.claim().intervention();
        if (doing != null
                && asksForScreening(question)
                && !speaksOfScreening(one)
                && !ScreeningWords.shipped().speaksOfTesting(doing)) {
            return false;
        }
        if (doing == null || !new Asking(question, terminology).isYesOrNo()) {
            return true;
        }
        Set<String> problems = new HashSet<>();
        question.problems()
                .forEach(finding -> {
                    problems.addAll(beginnings(finding.name()));
                    problems.addAll(beginnings(finding.words()));
                    terminology
                            .concept(finding.id())
                            .ifPresent(concept ->
                                    concept.synonyms()
                                            .forEach(name -> problems.addAll(beginnings(name))));
                });
        Set<String> left = new HashSet<>(beginnings(doing));
        left.removeAll(problems);
        return left.isEmpty()
                || speaksOfScreening(one)
                        && ScreeningWords.shipped().speaksOfTesting(question.words())
                || !Collections.disjoint(left, beginnings(question.words()))
                || !question.tests().isEmpty()
                || !question.drugs().isEmpty()
                || !question.procedures().isEmpty();
    }

    /// Screening is asked for in so many words, and nothing else that is done.
    private static boolean asksForScreening(ClinicalQuestion question) {
        return question.drugs().isEmpty()
                && question.procedures().isEmpty()
                && !question.tests().isEmpty()
                && question.tests().stream().allMatch(test -> test.id().equals(SCREENING));
    }

    /// "Should I take vitamin D?" is not answered by whether to look for a lack of it, nor advice on weight by
    /// a test for diabetes.
    static boolean asksForNoTest(ClinicalQuestion question) {
        return (!question.drugs().isEmpty() || question.kind() == QuestionKind.PREVENTION)
                && question.tests().isEmpty()
                && !ScreeningWords.shipped().speaksOfTesting(question.words());
    }

    /// "Is there a test for coeliac disease?" asks what finds it, not whether people without symptoms should be
    /// looked at; "should I be tested for diabetes?" does.
    static boolean asksHowItIsFound(ClinicalQuestion question) {
        return question.kind() == QuestionKind.DIAGNOSIS
                && !WHETHER_TO.matcher(question.words()).find()
                && question.tests().stream().noneMatch(test -> test.id().equals(SCREENING));
    }

    /// Whether looking for an illness is all a statement advises: "screening and behavioural counselling" is more.
    static boolean isScreeningAlone(Utterance one) {
        return speaksOfScreening(one) && !said(one.claim().intervention()).contains("counselling");
    }

    static boolean speaksOfScreening(Utterance one) {
        return beginnings(one.text() + " " + said(one.claim().intervention())).contains("scree");
    }

    /// Beginnings of the words that carry a text: "screening" and "screened" are one.
    static Set<String> beginnings(String text) {
        Set<String> all = new HashSet<>();
        for (String stem : Relevance.stems(text)) {
            if (stem.length() >= SHORTEST) {
                all.add(stem.substring(0, Math.min(stem.length(), BEGINNING)));
            }
        }
        return all;
    }

    private static String said(@Nullable String words) {
        return words == null ? "" : words;
    }

    /// Whether a regulator, or a newer document, speaks against the same treatment in people who
    /// overlap: then a recommendation for it never heads an answer, and both stand in the body.
    boolean isSpokenAgainst(Utterance one, List<Utterance> said) {
        return said.stream()
                .filter(other ->
                        other.typed() && other.claim().direction() == Claim.Direction.AGAINST)
                .filter(other ->
                        other.row().setAside() == null
                                || Ranking.fitOrder(other) == Ranking.fitOrder(one))
                .filter(other -> year(other) >= year(one))
                .filter(other -> !isForOthersOfOneWork(one, other))
                .filter(other -> !isOfOtherPrevention(one, other))
                .anyMatch(
                        other -> isSame(one.claim().intervention(), other.claim().intervention()));
    }

    /// A guideline that recommends screening to one group and speaks against it in another does not
    /// contradict itself.
    private static boolean isForOthersOfOneWork(Utterance one, Utterance other) {
        return one.row().source().work().equals(other.row().source().work())
                && Ranking.fitOrder(other) > Ranking.fitOrder(one);
    }

    /// Aspirin against heart attacks after 60 is another matter than aspirin against pre-eclampsia.
    private static boolean isOfOtherPrevention(Utterance one, Utterance other) {
        return PreventiveAdvice.isPreventive(one)
                && PreventiveAdvice.isPreventive(other)
                && Ranking.fitOrder(other) > Ranking.fitOrder(one);
    }

    private static int year(Utterance one) {
        Integer year = one.row().source().year();
        return year == null ? 0 : year;
    }

    boolean isSame(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return false;
        }
        if (Relevance.stems(one).equals(Relevance.stems(other))) {
            return true;
        }
        for (Concept a : treatments(one)) {
            for (Concept b : treatments(other)) {
                if (a.isA(b) || b.isA(a)) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Concept> of(Concept.Kind kind, String words) {
        return Named.in(words, terminology).stream()
                .filter(concept -> concept.kind() == kind)
                .toList();
    }

    private List<Concept> treatments(String words) {
        return named.computeIfAbsent(
                words,
                any ->
                        terminology.read(any).mentions().stream()
                                .map(Mention::concept)
                                .filter(concept ->
                                        concept.kind() == Concept.Kind.DRUG
                                                || concept.kind() == Concept.Kind.PROCEDURE)
                                .toList());
    }

    /// Whether two things taken together are what is asked, and it speaks of one of them: half of what
    /// goes together answers nothing.
    static boolean isOnOneOfTwo(Utterance one, ClinicalQuestion question) {
        double taken = question.drugs().stream().filter(Finding::isSearched).count();
        return areAskedTogether(question) && one.subject() < taken / question.searched().size();
    }

    /// Whether a question asks if two things may be taken together.
    static boolean areAskedTogether(ClinicalQuestion question) {
        return question.kind() == QuestionKind.INTERACTION
                && question.drugs().stream().filter(Finding::isSearched).count() > 1;
    }
}

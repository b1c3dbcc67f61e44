package oropos.answer;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.PopulationFit;
import oropos.library.Claim;
import oropos.library.Population;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.question.QuestionKind;
import oropos.question.ScreeningWords;
import oropos.terminology.AgeRange;
import oropos.terminology.Sex;

/// What tells one advice on prevention from another where several may head an answer.
final class PreventiveAdvice {

    private PreventiveAdvice() {}

    /// Whether it asks what can be done to prevent something, and names nothing to do: then what is
    /// advised heads, and what is advised against does only where nothing else is held.
    static boolean isOpen(SectionPlan plan, ClinicalQuestion question, Asking asking) {
        return plan.kind() == QuestionKind.PREVENTION
                && !asking.isYesOrNo()
                && Stream.of(question.drugs(), question.procedures(), question.tests())
                        .flatMap(List::stream)
                        .noneMatch(Finding::isSearched);
    }

    /// Whether it comes too late for advice to people to whom nothing has happened yet: after a needle stick,
    /// after a stroke, to prevent another one, on
    /// another drug, with a sign of what is looked for, in a home. What such advice says then is not merely indirect but wrong.
    static boolean isTooLate(Utterance one, ClinicalQuestion question, Treatments treatments) {
        return one.typed()
                && one.claim().kind() == Claim.Kind.RECOMMENDATION
                && isPreventive(one)
                && (PreventiveWords.tells(PreventiveWords.AFTERWARDS, question.words())
                        || treatments.isSilentOnADrug(one, question)
                        || treatments.isSilentOnASymptom(one, question)
                        || treatments.isForWhatIsThere(one, question)
                        || PreventiveWords.keepAway(
                                one.claim(), Treatments.speaksOfScreening(one), question.words())
                        || treatments.isOnAnotherTarget(one, question)
                        || isOfAdultsForAChild(one, question)
                        || isAllergicTo(one, question)
                        || ScreeningWords.shipped()
                                .saysItIsThereNow(
                                        question.words(),
                                        treatments.illnessesPreventedBy(one, question)));
    }

    /// Whether a child is asked about and it is written for grown-ups: nobody who is well needs the advice
    /// for another age.
    private static boolean isOfAdultsForAChild(Utterance one, ClinicalQuestion question) {
        return question.patient().isChild()
                && one.row().fit() instanceof PopulationFit.Indirect fit
                && fit.gaps().contains(PopulationFit.Gap.ADULT_FOR_CHILD);
    }

    /// Whether somebody is said to be allergic to what is advised, or to the drug that is asked about.
    private static boolean isAllergicTo(Utterance one, ClinicalQuestion question) {
        String allergy = question.patient().facts().get("allergy");
        String doing = Objects.requireNonNullElse(one.claim().intervention(), "");
        return PreventiveWords.tells(PreventiveWords.REACTS, question.words())
                || allergy != null
                        && Stream.concat(
                                        Stream.of(doing),
                                        question.drugs().stream().map(Finding::words))
                                .anyMatch(named ->
                                        named.toLowerCase(Locale.ROOT)
                                                .contains(allergy.toLowerCase(Locale.ROOT)));
    }

    private static final Pattern WHETHER_IT_PREVENTS =
            Pattern.compile(
                    "(?i)^\\W*(?:does|do|can|could|will|would|is|are) (?<what>.{3,60}?) (?:really |also |help |helps |help to |able to |used to |enough to |good (?:at|for) )*(?:prevent|protect|lower the risk|reduce the risk|stop)\\w*\\b");

    private static final Pattern WHO_ASKS =
            Pattern.compile("(?i)^(?:i|you|we|one|anything|there|people|it)\\b");

    /// Whether the question asks if something it names prevents an illness and the advice is to do something else:
    /// whether circumcision prevents HIV is not answered by advice on tablets.
    static boolean isOnOtherMeans(Utterance one, ClinicalQuestion question) {
        Matcher asked = WHETHER_IT_PREVENTS.matcher(question.words());
        if (!one.typed() || !isPreventive(one) || !asked.find()) {
            return false;
        }
        String what = asked.group("what");
        return !WHO_ASKS.matcher(what).find()
                && Collections.disjoint(
                        Treatments.beginnings(what),
                        Treatments.beginnings(
                                one.text()
                                        + " "
                                        + Objects.requireNonNullElse(
                                                one.claim().intervention(), "")))
                && question.drugs().isEmpty()
                && question.procedures().isEmpty();
    }

    /// Whether it may head an open question, on what can be done: what is advised against tells nobody what to do, and
    /// what is advised for newborns tells it nobody who speaks of no child.
    static boolean tellsWhatToDo(Utterance one, boolean open, ClinicalQuestion question) {
        return !open
                || !isAgainst(one)
                        && (question.patient().ages() != null
                                || question.patient().isChild()
                                || !isPreventive(one)
                                || !isOfChildren(agesOf(one)));
    }

    static boolean isAgainst(Utterance one) {
        return one.claim().direction() == Claim.Direction.AGAINST || isUndecided(one);
    }

    static boolean isUndecided(Utterance one) {
        return one.claim().direction() == Claim.Direction.INSUFFICIENT;
    }

    /// Advice on prevention for people of whom the question tells neither that they are meant nor that they
    /// are not ("with a 20 pack-year smoking history"): it names them, and the reader knows.
    static boolean isAdviceToSome(Utterance one) {
        return one.typed()
                && one.claim().kind() == Claim.Kind.RECOMMENDATION
                && one.row().fit() instanceof PopulationFit.Indirect fit
                && fit.gap() == PopulationFit.Gap.CONDITION
                && !fit.isDenied();
    }

    /// Whether it is said of one sex, or one age, alone where none was told, and the same document says
    /// something else of the other: "a bone scan at 52?" is not answered by what holds of men.
    static boolean isForOneOfTwo(Utterance one, List<Utterance> able, ClinicalQuestion question) {
        return isPreventive(one)
                && able.stream()
                        .filter(Utterance::typed)
                        .filter(other -> isOfOneWork(other, one))
                        .anyMatch(other ->
                                isOfTheOtherSex(one, other, question)
                                        || isForAndAgainst(one, other, question));
    }

    /// Whether it is said of children where no age was told and the same is advised on of adults: who asks
    /// when screening for diabetes begins asks about neither, and most are grown up.
    static boolean isForChildrenUntold(
            Utterance one, List<Utterance> able, ClinicalQuestion question) {
        return isPreventive(one)
                && question.patient().ages() == null
                && isOfChildren(agesOf(one))
                && one.claim().outcome() != null
                && able.stream()
                        .filter(other -> other.typed() && isPreventive(other))
                        .filter(other ->
                                Objects.equals(one.claim().outcome(), other.claim().outcome()))
                        .anyMatch(other -> !isOfChildren(agesOf(other)));
    }

    private static boolean isOfChildren(@Nullable AgeRange ages) {
        return ages != null && ages.oldest().inYears() <= CHILDREN_TO;
    }

    /// Recommendations on children reach 18 years in one row ("3 to 18 years").
    private static final int CHILDREN_TO = 18;

    /// Of advice on one thing for several ages, what is asked: the youngest age where it asks when to begin,
    /// the oldest where it asks when to stop, else what is advised outright before what is advised to some.
    static Comparator<Utterance> byAgeAsked(ClinicalQuestion question) {
        if (question.kind() != QuestionKind.PREVENTION || question.patient().age() != null) {
            return (one, other) -> 0;
        }
        Comparator<Utterance> outright =
                Comparator.comparing(one -> isPreventive(one) && isForSomeOnly(one));
        String words = question.words();
        if (PreventiveWords.tells(PreventiveWords.ENDS, words)) {
            return outright.thenComparingInt(one -> -lastDay(one));
        }
        return PreventiveWords.tells(PreventiveWords.BEGINS, words)
                ? outright.thenComparingInt(PreventiveAdvice::firstDay)
                : outright;
    }

    /// What the same document advises as plainly for other ages, where no age was told: from 45 to 49 years, and
    /// from 50 to 75.
    static Stream<Utterance> ofOtherAges(
            Utterance chosen, List<Utterance> able, ClinicalQuestion question) {
        AgeRange ages = agesOf(chosen);
        if (!isPreventive(chosen)
                || isAgainst(chosen)
                || isForSomeOnly(chosen)
                || ages == null
                || question.patient().age() != null) {
            return Stream.empty();
        }
        return able.stream()
                .filter(other -> other.typed() && isPreventive(other))
                .filter(other -> isOfOneWork(other, chosen))
                .filter(other ->
                        Objects.equals(other.claim().intervention(), chosen.claim().intervention()))
                .filter(other -> other.claim().direction() == chosen.claim().direction())
                .filter(other -> !isForSomeOnly(other) && sexOf(other) == sexOf(chosen))
                .filter(other -> other.row().fit() instanceof PopulationFit.Direct)
                .filter(other -> areApart(ages, agesOf(other)));
    }

    private static boolean areApart(AgeRange ages, @Nullable AgeRange others) {
        return others != null && !ages.overlaps(others);
    }

    private static boolean isForSomeOnly(Utterance one) {
        String strength = one.claim().strength();
        return strength != null && strength.contains("selectively");
    }

    private static int firstDay(Utterance one) {
        AgeRange ages = isPreventive(one) ? agesOf(one) : null;
        return ages == null ? 0 : ages.youngest().firstDay();
    }

    private static int lastDay(Utterance one) {
        AgeRange ages = isPreventive(one) ? agesOf(one) : null;
        return ages == null ? 0 : ages.oldest().lastDay();
    }

    private static boolean isOfTheOtherSex(
            Utterance one, Utterance other, ClinicalQuestion question) {
        Sex sex = sexOf(one);
        return question.patient().sex() == null
                && sex != null
                && sexOf(other) != null
                && sexOf(other) != sex;
    }

    /// One is for it at some age, the other against it at another, and no age was told.
    private static boolean isForAndAgainst(
            Utterance one, Utterance other, ClinicalQuestion question) {
        AgeRange ages = agesOf(one);
        AgeRange others = agesOf(other);
        return question.patient().ages() == null
                && ages != null
                && others != null
                && !ages.overlaps(others)
                && isAgainst(one) != isAgainst(other)
                && Objects.equals(one.claim().intervention(), other.claim().intervention());
    }

    private static @Nullable AgeRange agesOf(Utterance one) {
        Population people = one.claim().population();
        return people != null && people.ages() != null
                ? people.ages()
                : one.row().study().population().ages();
    }

    /// Of the same document what is advised to people the question tells of in so many words: where the water
    /// lacks fluoride, drops before varnish.
    static Utterance nearest(Utterance chosen, List<Utterance> able, Predicate<Utterance> mayAct) {
        return able.stream()
                .filter(Utterance::typed)
                .filter(other -> isOfOneWork(other, chosen) && mayAct.test(other))
                .filter(other -> other.row().fit() instanceof PopulationFit.Direct)
                .filter(other -> conditionsOf(other) > conditionsOf(chosen))
                .max(Comparator.comparingInt(PreventiveAdvice::conditionsOf))
                .orElse(chosen);
    }

    private static int conditionsOf(Utterance one) {
        Population people = one.claim().population();
        return (people == null || people.conditions().isEmpty()
                        ? one.row().study().population()
                        : people)
                .conditions()
                .size();
    }

    static boolean isOfOneWork(Utterance one, Utterance other) {
        return one.row().source().work().equals(other.row().source().work());
    }

    private static @Nullable Sex sexOf(Utterance one) {
        Population people = one.claim().population();
        return people != null && people.sex() != null
                ? people.sex()
                : one.row().study().population().sex();
    }

    /// Advice against a preventive medicine after 60 warns nobody of 52.
    static boolean isForAnotherAge(Utterance one) {
        return one.typed()
                && one.claim().kind() == Claim.Kind.RECOMMENDATION
                && isPreventive(one)
                && one.row().fit() instanceof PopulationFit.Indirect fit
                && fit.gaps().contains(PopulationFit.Gap.AGE);
    }

    /// Whether it is for an age nobody told, against something nobody named: "should I take vitamin D?" is
    /// not answered by what is advised on falls after 65.
    static boolean isForAnAgeNobodyTold(Utterance one, ClinicalQuestion question) {
        return one.typed()
                && isPreventive(one)
                && question.kind() != QuestionKind.PREVENTION
                && question.patient().ages() == null
                && question.problems().stream().noneMatch(Finding::isSearched)
                && one.row().fit() instanceof PopulationFit.Indirect fit
                && fit.gaps().contains(PopulationFit.Gap.AGE);
    }

    /// Whether it is said of people from this age on, and not of all adults: at 68 what is advised over
    /// 65 comes before what is advised after an operation at any age.
    static boolean isForThisAge(Utterance one, ClinicalQuestion question) {
        AgeRange asked = question.patient().ages();
        Population people = one.claim().population();
        AgeRange ages = (people == null ? one.row().study().population() : people).ages();
        return asked != null && ages != null && ages.contains(asked) && !ages.contains(ADULTHOOD);
    }

    private static final AgeRange ADULTHOOD = AgeRange.years(18, 64);

    static boolean isPreventive(Utterance one) {
        return one.claim().section().equals("prevention");
    }
}

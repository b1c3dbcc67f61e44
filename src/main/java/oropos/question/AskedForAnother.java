package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.question.FollowUp.Question;
import oropos.question.FollowUp.Unclear;
import oropos.terminology.Age;
import oropos.terminology.Sentences;
import oropos.terminology.Sex;

/// What of the question before is asked for somebody else: the illness, or the treatment, and nothing the first one is
/// or takes beside it. Who is grown up by his noun or asks for himself needs no age; of others it is asked back.
final class AskedForAnother {

    private final CarriedCase carried;
    private final GoesOver goes;
    private final String text;
    private final Said now;
    private final Said then;

    AskedForAnother(CarriedCase carried, GoesOver goes) {
        this.carried = carried;
        this.goes = goes;
        this.text = goes.text();
        this.now = goes.now();
        this.then = goes.then();
    }

    static Unclear whom() {
        return new Unclear(Unclear.What.PERSON);
    }

    /// Somebody new of whom nothing is known but who he is; asked back where not even that is.
    FollowUp ofStranger() {
        GrownRelative grown = GrownRelative.in(text);
        return grown == null || !isAskedFor() ? whom() : ofAGrownUp(grown);
    }

    /// A turn that only tells is of somebody else's, and asks nothing for him: "my wife is on lithium".
    private boolean isAskedFor() {
        return !TurnShape.tellsOnly(text) || TurnCue.AS_WELL.isIn(text);
    }

    /// "I have gout too, can I take it?"
    boolean isSameIllness() {
        return now.patient().age() == null
                && now.problems().stream().noneMatch(one -> NamedInTurn.isNew(one, then));
    }

    private static final Pattern AND_ME =
            Pattern.compile(
                    "(?i)(?:(?:and|but|what about|how about|now|ok) ){0,2}(?:for )?(?:me|myself)\\W*");

    /// "Can I take it too?": whoever asks is grown up, and asks the same for himself.
    boolean isOfTheSame() {
        return (TurnCue.THE_SAME.isIn(text) || AND_ME.matcher(text).matches())
                && (!TurnShape.tellsOnly(text) || TurnPerson.asksBehind(text))
                && now.patient().pregnant() == null
                && now.patient().lactating() == null
                && !hasOwnMatter();
    }

    private FollowUp ofAGrownUp(GrownRelative grown) {
        boolean same = TurnCue.THE_SAME.isIn(text) || asksNothingElse();
        if (hasOwnMatter() && !same) {
            return FollowUps.alone(text);
        }
        List<Finding> kept = goes.toAGrownUp(same, hasOwnMatter());
        if (goes.isUnclear(kept)) {
            return whom();
        }
        Question other = carried.joined("", text, List.of(), kept);
        return grown.sex() == null
                ? other
                : new Question(
                        Corrections.join(
                                other.text(),
                                List.of("sex " + grown.sex().name().toLowerCase(Locale.ROOT))),
                        other.carried(),
                        false);
    }

    /// Whoever asks, of himself: the illness where nothing else is named.
    Question ofSelf() {
        boolean own = !now.problems().isEmpty();
        if (own && !(isOfTheSame() && isSameIllness())
                || hasOwnMatter() && !TurnCue.THE_SAME.isIn(text)) {
            return FollowUps.alone(text);
        }
        boolean same = now.patient().age() == null && isOfTheSame();
        Question mine =
                carried.joined(
                        "", text, List.of(), same ? goes.toAGrownUp(true, false) : goes.illness());
        return now.patient().age() == null
                ? mine
                : new Question(
                        Corrections.join(mine.text(), List.of("age " + now.patient().age())),
                        mine.carried(),
                        false);
    }

    /// "And for my mother, 71, she has diabetes"
    private boolean asksNothingElse() {
        String rest = TurnCue.AND_WHOM.without(text);
        return Sentences.of(rest).stream()
                .map(span -> span.of(rest).strip())
                .noneMatch(TurnCue.OPENS::isIn);
    }

    /// "For my 5-year-old son with otitis"
    private static final Pattern SOMEONE_WITH =
            Pattern.compile(
                    "(?i)^(?:and |or |but )?(?:for|in) (?:my|our|his|her) [^,.;?!]{2,40} with ");

    private boolean tellsAnotherIllness() {
        return now.problems().stream()
                .filter(Finding::isSearched)
                .allMatch(one -> NamedInTurn.isNew(one, then));
    }

    boolean hasOwnMatter() {
        return Stream.of(now.drugs(), now.procedures(), now.tests())
                .anyMatch(one -> !one.isEmpty());
    }

    /// "My son of 20 kg" is not 20 years old.
    private boolean isAWeight(String years) {
        return Pattern.compile(
                        "(?i)\\b"
                                + years.replaceAll("\\D.*", "")
                                + " ?(?:kg|kgs|kilos?|lbs?|pounds)\\b")
                .matcher(text)
                .find();
    }

    private static final Pattern TWIN =
            Pattern.compile(
                    "(?i)\\b(?:his|her|their|the|my) (?:identical |other )?twin(?: (?:brother|sister))?\\b");

    /// A twin of the patient is as old.
    private Optional<String> ageOfATwin() {
        Age age = then.patient().age();
        return age != null && TWIN.matcher(text).find()
                ? Optional.of(age.toString())
                : Optional.empty();
    }

    /// @param one nobody where only the words call him another
    FollowUp other(@Nullable Someone one) {
        boolean ownProblem =
                now.problems().stream()
                                .anyMatch(problem ->
                                        NamedInTurn.isNew(problem, then)
                                                && !NamedInTurn.isPointedAt(problem, text))
                        && !(TurnCue.AND_WHOM.isIn(text) && asksNothingElse());
        Optional<String> age =
                Stream.of(
                                now.patient().age(),
                                one == null || one.age == null ? null : one.age.exact())
                        .filter(Objects::nonNull)
                        .map(Age::toString)
                        .findFirst()
                        .or(() -> ChangedFacts.ageOfAnother(text))
                        .or(this::ageOfATwin);
        if (ownProblem && !TurnCue.CATCHES_IT.isIn(text)) {
            return age.isPresent() || one != null ? FollowUps.alone(text) : whom();
        }
        if (age.isEmpty() && !TurnCue.CATCHES.isIn(text)) {
            return one == null ? whom() : ofStranger();
        }
        if (hasOwnMatter() && !TurnCue.THE_SAME.isIn(text)) {
            return FollowUps.alone(text);
        }
        List<String> his = new ArrayList<>();
        age.filter(years -> !isAWeight(years)).ifPresent(years -> his.add("age " + years));
        Sex sex = one == null || one.sex == null ? now.patient().sex() : one.sex;
        if (sex != null) {
            his.add("sex " + sex.name().toLowerCase(Locale.ROOT));
        }
        List<Finding> kept = new ArrayList<>(goes.toAnother(age.isPresent(), hasOwnMatter()));
        if (SOMEONE_WITH.matcher(text).find() && tellsAnotherIllness()) {
            kept.removeAll(then.problems());
        }
        Question other = carried.joined("", text, List.of(), kept);
        return new Question(Corrections.join(other.text(), his), other.carried(), false);
    }
}

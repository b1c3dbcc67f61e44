package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.question.FollowUp.Question;
import oropos.question.FollowUp.Unclear;
import oropos.terminology.Age;
import oropos.terminology.Sentences;
import oropos.terminology.Sex;

/// Whether a turn is asked for somebody else than the question before, and what of it holds then.
///
/// People are told apart by the reader that tells them apart within one question, over the text before and
/// the turn together. Nothing of one's age, sex or pregnancy goes over to another: of another the illness
/// holds where he is not called healthy, the treatment where the same is asked; without an age of his own
/// it is asked back who is meant. A pronoun that fits nobody told of is asked back too.
final class AnotherPerson {

    /// Whoever stands behind these is not asked for: "can he catch it from his sister?"
    private static final Set<String> BESIDE =
            Set.of("from", "by", "of", "than", "near", "around", "with", "to", "at", "beside");

    private static final int GROWN_UP = 16;

    private static final Cue PRONOUN = Cue.of("i|im|ive|she|shes|her|he|hes|they");

    private final CarriedCase carried;
    private final GoesOver goes;
    private final String text;
    private final Said now;
    private final Said then;
    private final String last;
    private final PeopleReader reader;

    /// Whether the text before is short enough for telling people apart in it.
    private final boolean whole;

    /// Where the turn begins, in words.
    private final int from;

    /// Whether the thread is about a relative of whoever asks.
    private final boolean relative;

    /// @param texts those asked before
    AnotherPerson(CarriedCase carried, List<String> texts, String text, Said now, Said then) {
        this.last = texts.getLast();
        this.relative = TurnPerson.isOfRelative(texts);
        this.carried = carried;
        this.goes = new GoesOver(carried.taken(last), last, text, now, then);
        this.text = text;
        this.now = now;
        this.then = then;
        String turn =
                (TurnCue.OPENS.isIn(text) || TurnPerson.asksBehind(text))
                                && !text.matches("(?s).*[.?!]\\s*")
                        ? text + "?"
                        : text;
        String before = FollowUps.closed(Corrections.in(last).main().strip());
        int words = Wording.of(before).words().size();
        this.whole = words <= People.LONGEST_LETTER;
        this.from = whole ? words : 0;
        Wording read = Wording.of(whole ? before + " " + turn : turn);
        this.reader =
                new PeopleReader(
                        read.words().size() - from > People.LONGEST_LETTER ? Wording.of("") : read);
    }

    /// What the turn asks, where it is asked for another.
    Optional<FollowUp> asked() {
        FollowUp told = reader.words.isEmpty() ? null : read();
        return told == null ? Strangers.in(text, last, now, then) : Optional.of(told);
    }

    /// Whether what the turn supposes is told of somebody of the family: "and if his father had a stroke".
    boolean isOfFamily() {
        return reader.named.stream()
                .filter(one -> one.first() >= from && Long.bitCount(one.people()) == 1)
                .anyMatch(one ->
                        !isSelf(one)
                                && someone(one).relation != Kin.Relation.PATIENT
                                && isNew(one)
                                && isHistory(one));
    }

    private @Nullable FollowUp read() {
        if (TurnCue.OTHER_CHILD.isIn(text) && !TurnCue.OTHER_CHILD.isIn(then.text())) {
            return other(null);
        }
        if (TurnPerson.isSomebodyNamed(text, then.text())) {
            return hasOwnMatter() || !now.problems().isEmpty() ? FollowUps.alone(text) : whom();
        }
        boolean ofAnother = relative || isOfAnother();
        if (ofAnother
                && !now.problems().isEmpty()
                && (isOwn(now.problems()) || TurnCue.MY_OWN.isIn(text))) {
            return FollowUps.alone(text);
        }
        if ((ofAnother || isOwnAge()) && TurnCue.ABOUT_ME.isIn(text)) {
            return now.patient().age() == null ? whom() : ofSelf();
        }
        if ((isContradicted() || isImpossible() || isOfSomebodyBefore())
                && !ChangedFacts.isCorrection(text)) {
            boolean whole = hasOwnMatter() || !now.problems().isEmpty();
            return now.patient().age() == null
                    ? whom()
                    : whole ? FollowUps.alone(text) : other(null);
        }
        Naming.Named meant = meant();
        if (meant == null) {
            return tellsOfAnother()
                    ? ToldOfAnother.kept(text, now, then, last).orElse(whom())
                    : ofSeveral();
        }
        Someone one = someone(meant);
        if (isSelf(meant)) {
            return ofAnother && (isAskedForOneself(meant) || OfOthers.endsOnOneself(text))
                    ? ofSelf()
                    : null;
        }
        if (one.several && isNew(meant)) {
            return ofSeveral();
        }
        if (!isOther(meant, one)) {
            return null;
        }
        boolean mothers =
                Boolean.TRUE.equals(then.patient().pregnant())
                        || Boolean.TRUE.equals(then.patient().lactating());
        boolean herBaby = mothers && (one.age == null || TurnShape.tellsOnly(text));
        return isBaby(meant) && herBaby ? null : other(one);
    }

    // ---- who is meant

    private List<Naming.Named> namedInTurn() {
        return reader.named.stream()
                .filter(one -> one.first() >= from && !one.possessive())
                .filter(one -> Long.bitCount(one.people()) == 1)
                .filter(one -> !BESIDE.contains(reader.naming.word(one.first() - 1)))
                .toList();
    }

    /// Whom the turn is asked for, else of whom it tells an age; nobody where it names nobody.
    private Naming.@Nullable Named meant() {
        List<Naming.Named> named = namedInTurn();
        List<Naming.Named> asked =
                named.stream().filter(one -> reader.asking[one.first()]).toList();
        boolean caredFor = asked.stream().anyMatch(one -> !isSelf(one));
        for (Naming.Named one : asked) {
            if (!(isSelf(one) && caredFor) && !isHistory(one)) {
                return one;
            }
        }
        for (Naming.Named one : named) {
            Someone who = someone(one);
            boolean told =
                    who.age != null
                            || ChangedFacts.ageOfAnother(text).isPresent()
                            || TurnCue.AS_WELL.isIn(text)
                                    && !ToldOfAnother.isHistory(reader, one, text)
                            || one.first() <= from + 2 && TurnCue.AND_WHOM.isIn(text)
                            || ToldOfAnother.isAsked(reader, one, named, text);
            if (isNew(one) && told && who.relation != Kin.Relation.SELF && !isHistory(one)) {
                return one;
            }
        }
        return null;
    }

    private boolean tellsOfAnother() {
        List<Naming.Named> named = namedInTurn();
        return ToldOfAnother.in(reader, named, text, now)
                && !isSelf(named.getFirst())
                && isNew(named.getFirst())
                && isOther(named.getFirst(), someone(named.getFirst()));
    }

    private boolean isSelf(Naming.Named one) {
        return someone(one).relation == Kin.Relation.SELF;
    }

    private Someone someone(Naming.Named named) {
        return reader.people.get(Long.numberOfTrailingZeros(named.people()));
    }

    private boolean isNew(Naming.Named one) {
        if (!whole) {
            String noun = Pattern.quote(reader.naming.word(one.last()));
            return !Pattern.compile("(?i)\\b" + noun + "\\b").matcher(then.text()).find();
        }
        return reader.named.stream()
                .noneMatch(
                        before -> before.first() < from && (before.people() & one.people()) != 0);
    }

    /// "And if his father had it", "does it matter that her mother had it": told of the patient.
    private boolean isHistory(Naming.Named one) {
        boolean told =
                TurnCue.CONDITION.isIn(text)
                        || reader.naming.word(one.first() - 1).matches("that|if|because|since");
        int next = one.last() + 1;
        return told
                && next < reader.words.size()
                && TurnCue.HISTORY.isIn(reader.words.get(next).text());
    }

    /// Whether this is not the patient of the question before: named for the first time, or one of several
    /// told of there whose age or sex is not the patient's.
    private boolean isOther(Naming.Named named, Someone one) {
        Patient patient = then.patient();
        if (one.relation == Kin.Relation.ANIMAL) {
            return false;
        }
        boolean somebody =
                one.relation != Kin.Relation.PATIENT
                        && !one.several
                        && !Naming.INDEFINITE.contains(reader.naming.word(named.first()));
        if (isNew(named)) {
            boolean sexes =
                    one.relation == Kin.Relation.PATIENT
                            && one.sex != null
                            && patient.sex() != null
                            && one.sex != patient.sex()
                            && reader.naming.word(named.first()).equals("the");
            return sexes || somebody && !isCalledAnother(one);
        }
        Age age = one.age == null ? null : one.age.exact();
        Sex sex = one.sex == null ? Naming.sexSaid(reader.naming.word(named.first())) : one.sex;
        return isTellsOfSeveral()
                && (isNotAskedBefore(named)
                        || age != null && patient.age() != null && !age.equals(patient.age())
                        || sex != null && patient.sex() != null && sex != patient.sex());
    }

    /// The question before had somebody else as its subject.
    private boolean isNotAskedBefore(Naming.Named named) {
        return reader.named.stream()
                .filter(one -> one.first() < from && reader.asking[one.first()])
                .filter(one -> !one.possessive() && Long.bitCount(one.people()) == 1)
                .filter(one -> !isSelf(one))
                .findFirst()
                .map(one -> (one.people() & named.people()) == 0)
                .orElse(false);
    }

    /// "The child" of a case told without a name is he who was told of.
    private boolean isCalledAnother(Someone one) {
        return one.words.matches("(?i)the (?:patient|person|child|baby|boy|girl)")
                && then.tellsOfAPatient();
    }

    private boolean isTellsOfSeveral() {
        return reader.people.stream()
                        .filter(one -> one.relation != Kin.Relation.ANIMAL)
                        .filter(one ->
                                reader.named.stream()
                                        .anyMatch(named ->
                                                named.first() < from
                                                        && (named.people() & reader.bit(one)) != 0))
                        .count()
                > 1;
    }

    private boolean isBaby(Naming.Named named) {
        return reader.naming.word(named.last()).matches("baby|newborn|infant|child");
    }

    /// Whether the patient before is somebody else than whoever asks: a relative, a child.
    private boolean isOfAnother() {
        boolean relative =
                reader.named.stream()
                        .filter(one -> one.first() < from && Long.bitCount(one.people()) == 1)
                        .map(this::someone)
                        .anyMatch(one ->
                                one.relation != Kin.Relation.SELF
                                        && one.relation != Kin.Relation.PATIENT
                                        && one.relation != Kin.Relation.ANIMAL);
        boolean small =
                then.patient().ages() != null
                        && then.patient().ages().oldest().inYears() < GROWN_UP;
        boolean isRelative =
                reader.named.stream()
                        .anyMatch(one ->
                                one.first() >= from
                                        && one.last() > one.first()
                                        && Long.bitCount(one.people()) == 1
                                        && isSelf(one));
        return relative || isRelative || small;
    }

    /// "My shoulder hurts too, I'm 40" after a question about a man of 72.
    private boolean isOwnAge() {
        Age age = then.patient().age();
        Age own = now.patient().age();
        boolean asker =
                reader.named.stream()
                        .filter(one -> one.first() < from && Long.bitCount(one.people()) == 1)
                        .anyMatch(this::isSelf);
        return age != null
                && own != null
                && !age.equals(own)
                && !asker
                && !ChangedFacts.isCorrection(text);
    }

    /// "I have a bladder infection, ...": an illness of whoever asks, told straight of himself.
    private boolean isOwn(List<Finding> problems) {
        return problems.stream()
                .anyMatch(one ->
                        Pattern.compile(
                                        "(?i)\\bI(?:['\u2019]?ve| have)(?: (?:also|now|got|just|had|developed|a|an|some|the|mild|bad|severe)){0,4} "
                                                + Pattern.quote(one.words()))
                                .matcher(text)
                                .find());
    }

    private boolean isAskedForOneself(Naming.Named self) {
        List<Finding> taken = new ArrayList<>(now.drugs());
        taken.addAll(now.procedures());
        taken.addAll(now.tests());
        return new WhomAsked(
                        reader,
                        who -> false,
                        at ->
                                taken.stream()
                                        .anyMatch(one ->
                                                one.words()
                                                        .toLowerCase(Locale.ROOT)
                                                        .contains(reader.naming.word(at))),
                        at -> false)
                .isForOneself(self);
    }

    // ---- what holds then

    private static Unclear whom() {
        return new Unclear(Unclear.What.PERSON);
    }

    /// Whoever asks, of himself: the illness where nothing else is named.
    private Question ofSelf() {
        boolean own = !now.problems().isEmpty();
        if (own || hasOwnMatter() && !TurnCue.THE_SAME.isIn(text)) {
            return FollowUps.alone(text);
        }
        Question mine = carried.joined("", text, List.of(), goes.illness());
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

    private boolean hasOwnMatter() {
        return Stream.of(now.drugs(), now.procedures(), now.tests())
                .anyMatch(one -> !one.isEmpty());
    }

    /// Several around the patient, or a pronoun nobody told of fits.
    private @Nullable FollowUp ofSeveral() {
        for (int at = from; at < reader.words.size(); at++) {
            if (reader.naming.referents.isUnclear(at)) {
                return whom();
            }
        }
        var around = TurnCue.HOUSEHOLD.in(text);
        boolean asked =
                around.find()
                        && !text.substring(0, around.start())
                                .matches("(?is).*\\b(?:from|by|of|with|to|at|in|around)\\s*");
        return asked && now.problems().isEmpty() && !TurnCue.CONDITION.isIn(text)
                ? carried.joined("", text, List.of(), goes.ofAnother())
                : null;
    }

    /// "And her?" after a question about a man alone.
    private boolean isContradicted() {
        Sex sex = then.patient().sex();
        if (sex == null) {
            return false;
        }
        Sex other = sex == Sex.MALE ? Sex.FEMALE : Sex.MALE;
        Wording turn = Wording.of(text);
        boolean said =
                (other == Sex.FEMALE ? PatientSex.SHE : PatientSex.HE)
                        .stream().anyMatch(cue -> cue.isIn(turn));
        return said
                && reader.people.stream()
                        .noneMatch(one ->
                                one.sex == other
                                        || one.sex == null
                                                && one.relation != Kin.Relation.SELF
                                                && one.namedAt >= from);
    }

    /// "His sister is 3. Can she use it?" and then "and for him?": somebody told of before her.
    private boolean isOfSomebodyBefore() {
        Sex sex = then.patient().sex() == null ? ChangedFacts.kinSex(then.text()) : null;
        return sex != null
                && now.patient().ages() == null
                && (sex == Sex.FEMALE ? PatientSex.HE : PatientSex.SHE)
                        .stream().anyMatch(cue -> cue.isIn(Wording.of(text)))
                && (sex == Sex.FEMALE ? PatientSex.SHE : PatientSex.HE)
                        .stream().noneMatch(cue -> cue.isIn(Wording.of(text)));
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

    /// "I'm breastfeeding" after a question about a child or a man.
    private boolean isImpossible() {
        Patient told = now.patient();
        boolean pregnant =
                Boolean.TRUE.equals(told.pregnant()) || Boolean.TRUE.equals(told.lactating());
        return pregnant
                && ChangedFacts.isNeverPregnant(then.patient())
                && PRONOUN.isIn(Wording.of(text));
    }

    /// @param one nobody where only the words call him another
    private FollowUp other(@Nullable Someone one) {
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
                        .or(() -> ChangedFacts.ageOfAnother(text));
        if (ownProblem && !TurnCue.CATCHES_IT.isIn(text)) {
            return age.isPresent() || one != null ? FollowUps.alone(text) : whom();
        }
        if (age.isEmpty() && !TurnCue.CATCHES.isIn(text)) {
            return whom();
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

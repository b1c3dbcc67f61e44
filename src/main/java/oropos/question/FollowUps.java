package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import oropos.question.FollowUp.OfStatement;
import oropos.question.FollowUp.Question;
import oropos.question.FollowUp.Unclear;
import oropos.terminology.Normal;
import oropos.terminology.Sex;
import oropos.terminology.Terminology;

/// Reads what follows an answer against the case that was told: "What about the dose?", "and if she
/// were pregnant?", "why not calcitonin?", "which study was that?".
///
/// The case is what the texts of the turns before say; there is no other memory. What follows is
///
/// * a condition or another kind of patient ("What if she were 48?", "And in adults?"): the question
///   before is asked again with that corrected,
/// * something more about the patient ("She also takes prednisone."): the question before is asked
///   again with it,
/// * another treatment or test ("And risedronate?"): patient and problem are carried over,
/// * another problem ("And hepatitis B?"): the patient is carried over,
/// * anything else about the same ("How long?"): everything is carried over,
/// * a question that names its own problem or patient and points at nothing: nothing is carried over.
///
/// Where it is open who or what is meant it is asked back. Wrong case, wrong answer: in doubt less is
/// carried over, and what was carried stands in the question to be read.
public final class FollowUps {

    private static final int FEW_WORDS = 4;

    private static final List<String> SIGN_STAYS =
            List.of("nothing: what was told before can be urgent and stays until it is put right");

    /// The thread goes on, so that a later turn can point at what was named.
    private static final List<String> NOTHING_OF_IT = List.of("nothing of the question before");

    private final Terminology terminology;
    private final Function<String, Said> reads;
    private final TurnSigns signs;
    private final CarriedCase carried;
    private final TakenAway takenAway;
    private final NamedBefore namedBefore;
    private final HappenedSince happened;

    public FollowUps(Terminology terminology) {
        this(terminology, new TurnSigns(text -> List.of(), (milder, graver) -> false));
    }

    /// @param understanding hears urgent signs: what is only supposed silences none
    public FollowUps(Terminology terminology, Understanding understanding) {
        this(terminology, TurnSigns.of(understanding));
    }

    private FollowUps(Terminology terminology, TurnSigns signs) {
        this.terminology = terminology;
        this.signs = signs;
        this.reads = Said.reading(terminology);
        this.carried = new CarriedCase(terminology, reads);
        this.takenAway = new TakenAway(RuleFile.Table.read(TakenAway.FILE), terminology);
        this.happened = new HappenedSince(RuleFile.Table.read(HappenedSince.FILE), takenAway);
        this.namedBefore = new NamedBefore(RuleFile.Table.read(NamedBefore.FILE), terminology);
    }

    private FollowUps(FollowUps all) {
        this.terminology = all.terminology;
        this.signs = all.signs.once();
        this.reads = Once.of(all.reads);
        this.carried = new CarriedCase(terminology, reads);
        this.takenAway = all.takenAway;
        this.happened = all.happened;
        this.namedBefore = all.namedBefore;
    }

    /// The same for one turn, within which every text is read once.
    FollowUps once() {
        return new FollowUps(this);
    }

    private Said said(String text) {
        return reads.apply(text);
    }

    /// @param before the texts asked in the thread, the first one first, as they were answered
    /// @param words what was typed next
    public FollowUp read(List<String> before, String words) {
        FollowUps once = once();
        return once.standing(before, words, once.taken(before, words));
    }

    /// With every urgent sign that stands in the turn.
    FollowUp standing(List<String> before, String words, FollowUp read) {
        return signs.standing().in(before, typed(words), read, this::said);
    }

    /// What the words are read as, before it is looked whether a sign is lost.
    FollowUp taken(List<String> before, String words) {
        return signs.heard(before, typed(words), turn(before, words), this::said);
    }

    private static String typed(String words) {
        return Normal.text(Corrections.typed(words)).strip();
    }

    private FollowUp turn(List<String> before, String words) {
        String typed = AtHand.told(typed(words), this::said);
        if (!before.isEmpty()) {
            typed = BareAge.told(typed, before.getLast(), said(before.getLast()));
        }
        String text =
                ValueAgain.told(
                        TurnShape.sentences(TurnCue.WHY_NOT.in(typed).replaceFirst("What about ")),
                        before);
        if (before.isEmpty() || text.isEmpty() || text.length() > Asked.LONGEST) {
            return alone(text);
        }
        if (PointedAt.isCourtesy(text)) {
            return new Unclear(Unclear.What.QUESTION);
        }
        boolean thanked = TurnCue.THANKS.isIn(text);
        String unfilled = TurnCue.FILLER.without(text);
        for (String opening : List.of(text, unfilled)) {
            Matcher fresh = TurnCue.NEW_TOPIC.in(opening);
            if (fresh.find()) {
                return alone(TurnShape.ofAnother(fresh.group(), opening.substring(fresh.end())));
            }
        }
        text = TurnCue.FILLER.without(thanked ? TurnCue.THANKS.without(text) : text);
        Optional<TurnBack.To> back =
                new TurnBack(this::said)
                        .in(text, before)
                        .flatMap(to -> signs.keeping(before, to, this::said));
        if (back.isPresent()) {
            return back(back.get());
        }
        Optional<FollowUp> pointed = pointed(before, text);
        if (pointed.isPresent()) {
            return pointed.get();
        }
        String last = before.getLast();
        Said then = said(last);
        Said now = said(text);
        if (TurnShape.isNoteOfAnother(text, now, then)) {
            return alone(text);
        }
        if (ChangedFacts.isNotSo(text) && !Corrections.in(last).supposed().isEmpty()) {
            return again(Corrections.withoutSupposed(last), "", List.of());
        }
        Optional<String> renumbered = Renumbered.in(last, text);
        if (renumbered.isPresent()) {
            return again(renumbered.get(), "", List.of())
                    .changing(List.of("put right: " + text.replaceAll("\\W+$", "")));
        }
        Optional<FollowUp> since = since(before, text, then);
        if (since.isPresent()) {
            return since.get();
        }
        if (HappenedSince.deniesOfAnother(text, last, now, then)) {
            return new Unclear(Unclear.What.PERSON);
        }
        AnotherPerson person = new AnotherPerson(carried, before, text, now, then);
        Optional<FollowUp> other = person.asked();
        if (other.isPresent()) {
            return other.get();
        }
        boolean supposed = TakenAway.isSupposed(text);
        TakenAway.Away away =
                person.isOfFamily()
                        ? TakenAway.NOTHING
                        : supposed || ChangedFacts.isCorrection(text)
                                ? takenAway.in(
                                        text,
                                        now,
                                        then,
                                        last,
                                        NamedBefore.taken(last, then, terminology))
                                : takenAway.toldAgain(text, last);
        away =
                away.and(happened.askedWeight(text, then, last))
                        .and(HappenedSince.askedWeeks(text, now, then, last));
        boolean added =
                TurnCue.WITH_PROBLEM.isIn(text)
                        && !now.problems().isEmpty()
                        && now.drugs().isEmpty()
                        && then.findings().findAny().isPresent()
                        && away.items().isEmpty();
        if (TurnCue.CONDITION.isIn(text) || TurnCue.CHANGES_IF.isIn(text) || added) {
            List<String> facts =
                    person.isOfFamily() ? List.of() : ChangedFacts.conditions(text, now, then);
            return changed(last, text, ChangedCase.of(facts, away), !added, now, then);
        }
        boolean without = TurnCue.WITHOUT.isIn(text) && !away.told().isEmpty();
        if (without || supposed && !away.items().isEmpty()) {
            return changed(last, text, ChangedCase.of(List.of(), away), true, now, then);
        }
        if (TurnShape.tells(text, now, then) && !TurnCue.SAME_FOR.isIn(text)) {
            List<String> facts = new ArrayList<>(ChangedFacts.told(text, now, then));
            facts.addAll(Allergies.denied(text, then));
            if (!signs.areIn(text, false)) {
                facts.addAll(ChangedFacts.inPlaceOfTheProblem(text, now, then));
            }
            Set<String> taken = NamedBefore.taken(last, then, terminology);
            facts.addAll(ChangedFacts.inPlaceOfTheDrug(text, now, then, taken));
            facts.addAll(NotTaken.byAMistake(text, now, then));
            List<String> wrong = ToldWrong.in(text, now, then);
            if (!wrong.isEmpty()) {
                facts.removeIf(item -> item.startsWith("does not have "));
                facts.addAll(wrong);
                away = TakenAway.NOTHING;
            }
            if (CarriedCase.isOfHerBaby(text, then.patient())) {
                facts.removeIf(item -> item.startsWith("age "));
                facts.add(
                        then.patient().age() == null
                                ? "age not told"
                                : "age " + then.patient().age());
            }
            facts.addAll(ChangedFacts.confirmed(Corrections.in(last).supposed(), text, now));
            ChangedCase change = ChangedCase.of(facts, away);
            Question told = told(last, text, change.items());
            return !away.items().isEmpty()
                            && !ChangedFacts.isCorrection(text)
                            && signs.isSilencing(last, told.text())
                    ? told(last, text, facts).changing(SIGN_STAYS)
                    : told.changing(ChangedFacts.withPregnancy(change.told(then), now, then));
        }
        Optional<FollowUp> named = namedBefore(before, text, now, then);
        if (named.isPresent()) {
            return named.get() instanceof Question question
                    ? question.supposing(Corrections.in(last).supposed())
                    : named.get();
        }
        List<String> people = new ArrayList<>(ChangedFacts.people(text, now, then));
        if (people.remove("pregnant") && away.items().isEmpty()) {
            people.add("pregnant");
        }
        if (people.equals(List.of("pregnant")) && Boolean.TRUE.equals(then.patient().pregnant())) {
            return told(last, text, List.of());
        }
        if (!people.isEmpty() && !TurnCue.ASKS_ITSELF.isIn(text)) {
            people.addAll(
                    NotTaken.ofTheFirst(people, then, NamedBefore.taken(last, then, terminology)));
            return again(last, text, people).changing(people);
        }
        Question about =
                about(before, text, thanked, now, then).supposing(Corrections.in(last).supposed());
        String whole = Corrections.join(about.text(), away.items());
        return !away.items().isEmpty() && signs.isSilencing(about.text(), whole)
                ? about.changing(SIGN_STAYS)
                : new Question(whole, about.carried(), away.told(), about.again());
    }

    /// "Back to the first question": asked again, or asked on about.
    private FollowUp back(TurnBack.To to) {
        return to.rest().isEmpty()
                ? again(to.before().getLast(), "", List.of())
                : taken(to.before(), to.rest());
    }

    /// What the turn tells has happened since, with what it asks then.
    private Optional<FollowUp> since(List<String> before, String text, Said then) {
        String last = before.getLast();
        int asks = HappenedSince.startOfAsking(text);
        String telling = text.substring(0, asks).replaceAll("[,;\\s]+$", "").strip();
        if (telling.isEmpty()) {
            return Optional.empty();
        }
        Said told = said(telling);
        HappenedSince.Since since =
                happened.in(telling, told, then, last, NamedBefore.taken(last, then, terminology));
        if (since.isNothing()) {
            return Optional.empty();
        }
        List<String> facts = new ArrayList<>(ChangedFacts.told(telling, told, then));
        facts.removeIf(item ->
                Corrections.isReplaced(item, since.facts())
                        || Corrections.isReplaced(item, since.away().items())
                        || !since.facts().isEmpty() && item.startsWith("age "));
        facts.addAll(since.facts());
        ChangedCase change = ChangedCase.of(facts, since.away());
        String added = since.whole() ? "" : telling;
        Question whole = told(last, added, change.items());
        Question unchanged = told(last, telling, List.of());
        Question now =
                !since.away().items().isEmpty()
                                && !ChangedFacts.isCorrection(text)
                                && signs.isSilencing(unchanged.text(), whole.text())
                        ? unchanged.changing(SIGN_STAYS)
                        : whole.changing(change.told(then));
        return Optional.of(
                asks == text.length() ? now : asking(before, now, text.substring(asks).strip()));
    }

    /// A question behind what was told: of the case as it is then.
    private FollowUp asking(List<String> before, Question now, String question) {
        List<String> turns = new ArrayList<>(before.subList(0, before.size() - 1));
        turns.add(now.text());
        if (!(taken(turns, question) instanceof Question asked)) {
            return now;
        }
        List<String> changed = new ArrayList<>(now.changed());
        changed.addAll(asked.changed());
        return asked.changing(changed);
    }

    static Question alone(String text) {
        return new Question(text, List.of(), false);
    }

    private Optional<FollowUp> pointed(List<String> before, String text) {
        return PointedAt.in(text)
                .map(at ->
                        switch (at.what()) {
                            case REFERENCE ->
                                    carried.ofReference(before.getLast(), text, at, this::said);
                            case STATEMENT -> new OfStatement(at.number());
                            case SOME_SOURCE -> new Unclear(Unclear.What.REFERENCE);
                        });
    }

    // ---- the question before, asked again

    private Question again(String last, String text, List<String> items) {
        Said then = said(last);
        List<String> kept = new ArrayList<>(CarriedCase.patient(then.patient(), Patient.UNKNOWN));
        kept.addAll(CarriedCase.about(then.findings().toList()));
        kept.removeIf(item -> Corrections.isReplaced(item, items));
        return items.isEmpty()
                ? new Question(text.isEmpty() ? last : with(last, text), kept, true)
                : new Question(Corrections.join(last, items), kept, true);
    }

    /// The question before with a fact changed; what the turn says beside it stays in its words.
    private Question changed(
            String last, String text, ChangedCase change, boolean supposed, Said now, Said then) {
        List<String> items = new ArrayList<>(change.items());
        Question again = again(last, text, items);
        String whole =
                items.isEmpty() || !TurnShape.tellsMore(text, now, then, change)
                        ? again.text()
                        : Corrections.join(with(last, text), items);
        boolean away = !change.away().items().isEmpty() || items.contains("not pregnant");
        if (away && signs.isSilencing(last, whole)) {
            return again(last, text, List.of()).changing(SIGN_STAYS);
        }
        Sex sex = then.patient().sex();
        if (sex != null
                && !items.isEmpty()
                && said(whole).patient().sex() == null
                && items.stream().noneMatch(one -> one.startsWith("sex "))) {
            whole = Corrections.join(whole, List.of("sex " + sex.name().toLowerCase(Locale.ROOT)));
        }
        String told = supposed ? Corrections.suppose(whole, items) : whole;
        return new Question(told, again.carried(), change.told(then), true);
    }

    /// The question before with what was told since, of which some takes the place of what was said.
    private Question told(String last, String text, List<String> items) {
        Question whole = again(last, text, List.of());
        List<String> kept = new ArrayList<>(whole.carried());
        kept.removeIf(item -> Corrections.isReplaced(item, items));
        return new Question(Corrections.join(whole.text(), items), kept, true);
    }

    static String with(String last, String text) {
        Corrections corrections = Corrections.in(last);
        return closed(corrections.main().strip()) + " " + closed(text) + corrections.block();
    }

    static String closed(String text) {
        return text.matches("(?s).*[.?!]\\s*$") ? text : text + ".";
    }

    // ---- what was named earlier in the thread

    /// "The dose of it" two turns after a drug was named, "the other one", "the scan".
    private Optional<FollowUp> namedBefore(List<String> before, String text, Said now, Said then) {
        if (!namedBefore.pointsIn(text)) {
            return Optional.empty();
        }
        List<Said> turns = before.stream().map(this::said).toList();
        return namedBefore
                .in(text, now, turns, before)
                .map(meant ->
                        switch (meant) {
                            case NamedBefore.Meant.Several _ -> new Unclear(Unclear.What.THING);
                            case NamedBefore.Meant.One(Finding finding, int turn) ->
                                    carried.ofNamed(finding, before, turns, turn, text, now, then);
                        });
    }

    // ---- another question about the same case

    private Question about(List<String> before, String text, boolean thanked, Said now, Said then) {
        boolean elliptic = TurnCue.ELLIPTIC.isIn(text) || text.split("\\s+").length <= FEW_WORDS;
        boolean points = TurnCue.POINTS.isIn(text) || TurnCue.AS_WELL.isIn(text);
        boolean treats =
                !now.drugs().isEmpty()
                        || !now.procedures().isEmpty()
                        || now.problems().stream()
                                .anyMatch(one ->
                                        NamedInTurn.isVaccine(one, text)
                                                || NamedInTurn.isOne(one, text));
        if (now.problems().stream()
                .filter(Finding::isSearched)
                .filter(one ->
                        NamedInTurn.isNew(one, then)
                                && !NamedInTurn.isOutcome(one, text)
                                && !NamedInTurn.isPointedAt(one, text))
                .anyMatch(one ->
                        !NamedInTurn.isTold(one, text, now)
                                && !NamedInTurn.isVaccine(one, text)
                                && !NamedInTurn.isOne(one, text))) {
            if (!points && !elliptic) {
                return alone(text);
            }
            Question other =
                    carried.joined(
                            before.getLast(),
                            text,
                            CarriedCase.patient(then.patient(), now.patient()),
                            TurnShape.isOfSomeoneElse(text, now)
                                    ? then.treatments().toList()
                                    : NamedInTurn.withoutOutcome(then, before.getLast(), text));
            return other.carried().isEmpty() && then.findings().findAny().isPresent()
                    ? new Question(text, NOTHING_OF_IT, false)
                    : other;
        }
        if (treats) {
            if (!points && !elliptic && now.patient().ages() != null) {
                return alone(text);
            }
            List<Finding> kept = new ArrayList<>(then.problems());
            // Who takes warfarin takes it when ibuprofen is asked about.
            Set<String> taken = NamedBefore.taken(before.getLast(), then, terminology);
            then.drugs().stream()
                    .filter(drug ->
                            taken.contains(drug.id())
                                    && (NamedInTurn.isInTheStory(drug, before.getLast())
                                            || then.drugs().stream()
                                                    .filter(Finding::isSearched)
                                                    .anyMatch(one -> !taken.contains(one.id()))))
                    .forEach(kept::add);
            if (now.problems().stream().anyMatch(one -> NamedInTurn.isOne(one, text))) {
                kept.addAll(then.drugs());
                kept.addAll(then.procedures());
            }
            String own = TurnCue.EMPTY_IT.in(text).replaceAll("");
            if (NamedInTurn.isBeside(text)
                    || TurnCue.NAMES_IT.isIn(own) && !NamedInTurn.isItself(now.drugs(), own)) {
                kept.addAll(then.drugs());
                kept.addAll(then.procedures());
            }
            return carried.joined(
                    before.getLast(),
                    text,
                    CarriedCase.patient(then.patient(), now.patient()),
                    kept);
        }
        if (thanked && now.patient().ages() != null) {
            return alone(text);
        }
        if (then.findings().findAny().isEmpty() && now.findings().findAny().isEmpty()) {
            return new Question(
                    with(before.getLast(), text),
                    CarriedCase.patient(then.patient(), now.patient()),
                    false);
        }
        boolean unknown = NamedInTurn.isUnknownThing(text, now);
        boolean problemAlone =
                unknown || TurnCue.OF_THE_PROBLEM.isIn(text) && !then.problems().isEmpty();
        List<Finding> all =
                new ArrayList<>(problemAlone ? then.problems() : then.findings().toList());
        if (unknown) {
            Set<String> taken = NamedBefore.taken(before.getLast(), then, terminology);
            then.drugs().stream()
                    .filter(drug -> taken.contains(drug.id()) && !all.contains(drug))
                    .filter(drug -> then.drugs().size() > 1)
                    .forEach(all::add);
        }
        if (TurnCue.TWO.isIn(text) && before.size() > 1) {
            all.addAll(said(before.get(before.size() - 2)).drugs());
        }
        return carried.joined(
                before.getLast(),
                NamedInTurn.inPlaceOfIt(text, all, then),
                CarriedCase.patient(then.patient(), now.patient()),
                all);
    }
}

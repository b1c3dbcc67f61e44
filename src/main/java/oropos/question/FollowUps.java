package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oropos.question.FollowUp.OfReference;
import oropos.question.FollowUp.OfStatement;
import oropos.question.FollowUp.Question;
import oropos.question.FollowUp.Unclear;
import oropos.terminology.Normal;
import oropos.terminology.Sentences;
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

    private static final Pattern NEW =
            Pattern.compile(
                    "(?i)^\\s*(?:(?:ok|okay|thanks?|thank you)\\b[^.:!]{0,20}[.:!,]\\s*)?(?:(?:another|a (?:new|different)|new|different|next) (?:patient|question|case|topic|client|customer)"
                            + "|(?:on )?(?:an? )?(?:completely |totally |quite )?(?:separate|unrelated|different) (?:thing|note|subject|matter|issue|question|one)|on another note"
                            + "|(?:a )?change of (?:subject|topic)|changing the subject|unrelated(?:ly)?)\\b[^.:?,]{0,20}[.:,-]\\s*");

    private static final Pattern THANKS =
            Pattern.compile("(?i)^\\s*(?:thanks?|thank you)\\b[^.:!?]{0,20}[.:!]\\s*");

    /// "Ok and if she's pregnant?": words that only go on.
    private static final Pattern FILLER =
            Pattern.compile(
                    "(?i)^(?:(?:ok(?:ay)?|alright|all right|right|well|hm+|um+|i see|got it|great|good|fine|thanks|thank you|thx)\\b[,.!]{0,3} {0,3}){1,4}+(?=\\S)");

    private static final Pattern RELATIVE =
            Pattern.compile(
                    "(?i)\\b(?:(?:my|our|his|her|their) (sister|brother|mother|father|wife|husband|son|daughter|baby|twin|partner|cousin|aunt|uncle|grandmother|grandfather)|the (mother|father|parents?|siblings?|partner|wife|husband|family))\\b");

    private static final Pattern IS_OF_AGE =
            Pattern.compile(
                    "(?i)\\b(?:my|our|his|her|their) (?:sister|brother|mother|father|wife|husband|son|daughter|baby|twin|partner|cousin|aunt|uncle|grandmother|grandfather)\\b(?!['\u2019])(?:[^.?!,]{0,40}?)(?:,| is| was| are|,? aged|(?: is| was| are) [a-z ]{1,30} and) (?:now |only |already )?(\\d{1,3})\\b(?! ?(?:months?|weeks?|days?|mg|mcg|\u00b5g|g|ml|%|kg|cm|times))");

    /// "My baby is 6 months, does she need it too?"
    private static final Pattern IS_MONTHS_OLD =
            Pattern.compile(
                    "(?i)\\b(?:my|our|his|her|their) (?:sister|brother|son|daughter|baby|twin|cousin)\\b(?!['\u2019])(?:,| is| was|,? aged) (?:now |only |just |already )?\\d{1,2} ?(?:months?|weeks?|days?)\\b(?! (?:ago|later|after|post|since|pregnant|along|into|from|on|in))");

    /// Another child of whoever asks: nothing of the first one's age or sex is its.
    private static final Pattern OTHER_CHILD =
            Pattern.compile(
                    "(?i)\\b(?:my|our|the|his|her|their) (?:other|second|old(?:er|est)|eld(?:er|est)|young(?:er|est)|middle|next|big|little) (?:one|child|kid|son|daughter|boy|girl|baby|twin|sister|brother|sibling)\\b(?!['\u2019])|\\bmy (?:youngest|eldest|oldest)\\b");

    /// "Can she catch it?", beside an illness of her own: it is the first one's.
    private static final Pattern CATCHES_IT =
            Pattern.compile("(?i)\\b(?:catch|get|have|pass|spread|take|need) it\\b");

    /// "Should his pregnant sister take it?": not "her mother's fracture", which is the patient's history.
    private static final Pattern ASKED_FOR_ANOTHER =
            Pattern.compile(
                    "(?i)(?:^|\\b(?:should|can|could|may|must|does|do|did|is|are|will|would|has|have|for|about|and) )(?:his|her|their) (?:[\\w-]+ ){0,2}(sister|brother|mother|father|wife|husband|son|daughter|twin|partner|cousin|aunt|uncle|grandmother|grandfather)\\b(?!['\u2019])[^.?!]*\\?");

    /// "I am 55, can I be tested?" after a question about somebody else.
    private static final Pattern ABOUT_ME =
            Pattern.compile(
                    "(?i)\\b(?:I am|I['\u2019]?m) (?:also |only |already |now )?\\d{1,3}\\b|\\b(?:what|how|now|and) about (?:me|myself)\\b");

    /// "His brother is 50. And him?": all that was asked is asked again.
    private static final Pattern THE_SAME =
            Pattern.compile(
                    "(?i)\\b(?:it|too|same|also|as well|(?:and|about|for) (?:him|her|them))\\b");

    private static final Pattern HEALTHY =
            Pattern.compile(
                    "(?i)\\b(?:is|are|was) (?:quite |otherwise |perfectly )?(?:healthy|well)\\b");

    private static final Pattern AS_WELL = Pattern.compile("(?i)\\b(?:too|as well|also)\\W*$");

    private static final Pattern CONDITION =
            Pattern.compile(
                    "(?i)^(?:and |but |so |then |or )?(?:what (?:happens |about )?if|how about if|if|suppose|supposing|assuming|imagine|say)\\b");

    /// "Would your answer change if she were 85?"
    private static final Pattern CHANGES_IF =
            Pattern.compile(
                    "(?i)^[^.?!]{0,40}\\b(?:change[sd]?|differ(?:s|ent)?|the same|hold|holds|apply|applies|matter|matters|true|valid|advise|recommend)\\b[^.?!,]{0,30}\\bif\\b");

    /// "Same question for a man of 70.": it asks, whatever it ends with.
    private static final Pattern SAME_FOR =
            Pattern.compile(
                    "(?i)^(?:and )?(?:the )?same(?: question| thing| again)?,? (?:for|in|but)\\b");

    private static final Pattern GENERAL_ASK =
            Pattern.compile(
                    "(?i)^(?:and |so )?(?:(?:does|would|will|should) (?:that|this|it) (?:matter|change|make|affect)\\b.*|(?:is|was) (?:that|this) (?:a problem|important|relevant|ok|okay|still (?:so|true|right))\\b.*|what (?:next|now|then|now then)|so what|what should (?:i|we) do(?: now| then| next)?|any (?:change|difference))\\W*$");

    private static final Pattern ELLIPTIC =
            Pattern.compile(
                    "(?i)^(?:and|or|but|what about|how about|why|why not|with|without|then|also|not|only)\\b");

    private static final Pattern POINTS =
            Pattern.compile(
                    "(?i)\\b(?:he|she|it|its|they|them|their|his|her|him|hers|that|this|these|those|the two|both|either|same|instead)\\b");

    /// "Why not calcitonin?" denies nothing of the patient.
    private static final Pattern WHY_NOT =
            Pattern.compile(
                    "(?i)^(?:and |but |so |then )?(?:why|y) (?:not|don'?t (?:we|you|they) (?:give|use|try|take))\\s+(?=\\S)");

    /// The treatment or test of the question before, beside one that is named: "Can I take it with
    /// paracetamol?".
    private static final Pattern IT = Pattern.compile("(?i)\\b(?:it|them|both|that one|those)\\b");

    private static final Pattern ONE_IT = Pattern.compile("(?i)\\bit\\b(?!['\u2019])");

    /// Where "it" is what is asked about. Not "take it", "end it", "do it": "I can't take it any more" and
    /// "how do I end it?" are read as they were typed, whatever was asked before.
    private static final Pattern ASKED_OF_IT =
            Pattern.compile(
                    "(?i)^(?:and |but |so |then )?(?:what|which|how|when|why|who|where|is|are|was|were|does|do|did|can|could|will|would|should|may|might|has)\\b(?:(?!\\b(?:i|i['\u2019]m|me|myself|we|us)\\b)[^.!?])*?\\b(?:is|was|does|did|can|could|will|would|may|might|has|causes?|treats?|cures?|prevents?|diagnoses?) (?=it\\b)(?:(?!\\b(?:i|i['\u2019]m|me|myself|we|us)\\b)[^.!])*$"
                            + "|(?i)^(?:and |but |so |then )?(?:is|was|does|did|can|could|will|would|may|might|has) it\\b(?:(?!\\b(?:i|i['\u2019]m|me|myself|we|us)\\b)[^.!])*$");

    /// "Is it better to ...": nothing is meant by it.
    private static final Pattern EMPTY_IT =
            Pattern.compile(
                    "(?i)\\b(?:is|would|was|will|can|does) it (?:be )?(?:\\w+ )?(?:to|for|that|if|help to)\\b|\\bif it (?:is|was)\\b");

    /// What is asked of the illness, whatever is taken for it.
    private static final Pattern OF_THE_PROBLEM =
            Pattern.compile(
                    "(?i)\\b(?:see|call|visit|go (?:back )?to) (?:an? |the |our |my )?(?:doctor|gp|physician|paediatrician|pediatrician|hospital|emergency|casualty)\\b|\\b(?:contagious|infectious|hereditary|inherited|genetic|runs? in (?:the )?famil(?:y|ies))\\b");

    private static final Pattern TWO =
            Pattern.compile(
                    "(?i)\\b(?:the two|of (?:them|these)|both|either|which (?:one )?(?:is|was|of|has|would be)(?: the)? (?:\\w+er|better|best|more|less|most|least|\\w+est))\\b");

    /// A problem that a treatment or disease may lead to, not one that is asked about instead.
    private static final Pattern OUTCOME =
            Pattern.compile(
                    "(?i)\\b(?:risks? (?:of|for)|chances? of|cause|causes|lead to|leads to|get|gets|develop|develops|prevent|prevents|result in|protect against|rate of|rates of|worsen|because of|due to)(?: (?:an?|the|any|more|less))? *$");

    private static final int FEW_WORDS = 4;

    private final Terminology terminology;
    private final Complaints complaints;
    private final CarriedCase carried;

    public FollowUps(Terminology terminology) {
        this.terminology = terminology;
        this.complaints =
                new Complaints(
                        RuleFile.Table.read(Complaints.FILE),
                        RuleFile.Table.read(LabStates.FILE),
                        terminology);
        this.carried = new CarriedCase(terminology, complaints);
    }

    private Said said(String text) {
        return Said.of(text, terminology, complaints);
    }

    /// @param before the texts asked in the thread, the first one first, as they were answered
    /// @param words what was typed next
    public FollowUp read(List<String> before, String words) {
        String text =
                WHY_NOT.matcher(Normal.text(Corrections.typed(words)).strip())
                        .replaceFirst("What about ");
        if (before.isEmpty() || text.isEmpty() || text.length() > Asked.LONGEST) {
            return alone(text);
        }
        if (PointedAt.isCourtesy(text)) {
            return new Unclear(Unclear.What.QUESTION);
        }
        boolean thanked = THANKS.matcher(text).find();
        String unfilled = FILLER.matcher(text).replaceFirst("");
        for (String opening : List.of(text, unfilled)) {
            Matcher fresh = NEW.matcher(opening);
            if (fresh.find()) {
                return alone(opening.substring(fresh.end()));
            }
        }
        text = thanked ? text : unfilled;
        Optional<FollowUp> pointed = pointed(before, text);
        if (pointed.isPresent()) {
            return pointed.get();
        }
        String last = before.getLast();
        Said then = said(last);
        Said now = said(text);
        Optional<FollowUp> other = otherPerson(text, now, then);
        if (other.isPresent()) {
            return other.get();
        }
        if (CONDITION.matcher(text).find() || CHANGES_IF.matcher(text).find()) {
            return again(last, text, ChangedFacts.conditions(text, now, then));
        }
        if (tellsOnly(text) && !SAME_FOR.matcher(text).find()) {
            return told(last, text, ChangedFacts.told(text, now, then));
        }
        List<String> people = ChangedFacts.people(text, now, then);
        if (!people.isEmpty()) {
            return again(last, text, people);
        }
        return about(before, text, now, then);
    }

    static Question alone(String text) {
        return new Question(text, List.of(), false);
    }

    private Optional<FollowUp> pointed(List<String> before, String text) {
        return PointedAt.in(text)
                .map(at ->
                        switch (at.what()) {
                            case REFERENCE -> ofReference(before, text, at);
                            case STATEMENT -> new OfStatement(at.number());
                            case SOME_SOURCE -> new Unclear(Unclear.What.REFERENCE);
                        });
    }

    /// What is asked of somebody else with nothing of his own: the illness of the first only where the
    /// other is not called healthy, the treatment only where the same is asked.
    private static List<Finding> ofAnother(String text, Said then) {
        Stream<Finding> carried =
                THE_SAME.matcher(text).find() ? then.findings() : then.problems().stream();
        boolean healthy = HEALTHY.matcher(text).find();
        return carried.filter(one -> !healthy || !then.problems().contains(one)).toList();
    }

    private OfReference ofReference(List<String> before, String text, PointedAt at) {
        String asked = text.substring(0, at.start()) + "it" + text.substring(at.end());
        Said then = said(before.getLast());
        Question question =
                carried.joined(
                        before.getLast(),
                        asked,
                        CarriedCase.patient(then.patient(), said(asked).patient()),
                        then.findings().toList());
        return new OfReference(at.number(), question.text());
    }

    /// "My son is 5. Should he be tested?" after a question about a daughter.
    private Optional<FollowUp> otherPerson(String text, Said now, Said then) {
        Matcher another = ASKED_FOR_ANOTHER.matcher(text);
        if (another.find()
                && !Pattern.compile("(?i)\\b" + another.group(1) + "\\b")
                        .matcher(then.text())
                        .find()) {
            Matcher aged = IS_OF_AGE.matcher(text);
            if (now.patient().age() == null && aged.find() && now.problems().isEmpty()) {
                Sex sex = ChangedFacts.kinSex(text);
                List<String> his = new ArrayList<>(List.of("age " + aged.group(1) + " years"));
                if (sex != null) {
                    his.add("sex " + sex.name().toLowerCase(Locale.ROOT));
                }
                Question other = carried.joined("", text, List.of(), then.findings().toList());
                return Optional.of(
                        new Question(Corrections.join(other.text(), his), other.carried(), false));
            }
            return Optional.of(
                    now.patient().age() == null ? new Unclear(Unclear.What.PERSON) : alone(text));
        }
        if (OTHER_CHILD.matcher(text).find() && !OTHER_CHILD.matcher(then.text()).find()) {
            return Optional.of(ofOtherChild(text, now, then));
        }
        if (isOfAnother(then)
                && !now.problems().isEmpty()
                && (isOwn(now.problems(), text) || MY_OWN.matcher(text).find())) {
            return Optional.of(alone(text));
        }
        if (ABOUT_ME.matcher(text).find() && RELATIVE.matcher(then.text()).find()) {
            return Optional.of(
                    now.patient().age() == null
                            ? new Unclear(Unclear.What.PERSON)
                            : now.problems().isEmpty()
                                    ? carried.joined("", text, List.of(), then.problems())
                                    : alone(text));
        }
        Matcher relative = RELATIVE.matcher(text);
        if (!relative.find()
                || Pattern.compile(
                                "(?i)\\b"
                                        + (relative.group(1) == null
                                                ? relative.group(2)
                                                : relative.group(1))
                                        + "\\b")
                        .matcher(then.text())
                        .find()) {
            return Optional.empty();
        }
        if (now.patient().age() != null && IS_MONTHS_OLD.matcher(text).find()) {
            return Optional.of(
                    now.problems().isEmpty()
                            ? carried.joined("", text, List.of(), ofAnother(text, then))
                            : alone(text));
        }
        Matcher old = IS_OF_AGE.matcher(text);
        if (old.find()) {
            boolean ownProblem = !now.problems().isEmpty();
            List<String> age =
                    now.patient().age() == null
                            ? List.of("age " + old.group(1) + " years")
                            : List.of();
            return Optional.of(
                    ownProblem
                            ? alone(text)
                            : carried.joined("", text, age, ofAnother(text, then)));
        }
        return AS_WELL.matcher(text).find()
                ? Optional.of(new Unclear(Unclear.What.PERSON))
                : Optional.empty();
    }

    /// With its own age, or asked back: "And my other child?".
    private FollowUp ofOtherChild(String text, Said now, Said then) {
        Optional<String> age = ChangedFacts.ageNow(text);
        if (now.patient().age() == null && age.isEmpty()) {
            return new Unclear(Unclear.What.PERSON);
        }
        List<String> items =
                now.patient().age() == null ? List.of("age " + age.orElseThrow()) : List.of();
        if (!now.problems().isEmpty() && !CATCHES_IT.matcher(text).find()) {
            return alone(text);
        }
        Question other = carried.joined("", text, List.of(), ofAnother(text, then));
        return new Question(Corrections.join(other.text(), items), other.carried(), false);
    }

    /// Whether the patient before is somebody else than whoever asks: a relative, a child.
    private static boolean isOfAnother(Said then) {
        return RELATIVE.matcher(then.text()).find()
                || then.patient().age() != null && then.patient().age().inYears() < GROWN_UP;
    }

    private static final int GROWN_UP = 16;

    private static final Pattern MY_OWN =
            Pattern.compile("(?i)\\bmy own (?!child|son|daughter|baby|kid|mother|father)\\p{L}+");

    /// "I have a bladder infection, ...": an illness of whoever asks, told straight of himself.
    private static boolean isOwn(List<Finding> problems, String text) {
        return problems.stream()
                .anyMatch(one ->
                        Pattern.compile(
                                        "(?i)\\bI(?:['\u2019]?ve| have)(?: (?:also|now|got|just|had|developed|a|an|some|the|mild|bad|severe)){0,4} "
                                                + Pattern.quote(one.words()))
                                .matcher(text)
                                .find());
    }

    // ---- the question before, asked again

    private Question again(String last, String text, List<String> items) {
        Said then = said(last);
        List<String> kept = new ArrayList<>(CarriedCase.patient(then.patient(), Patient.UNKNOWN));
        kept.addAll(CarriedCase.about(then.findings().toList()));
        kept.removeIf(item -> Corrections.isReplaced(item, items));
        return items.isEmpty()
                ? new Question(with(last, text), kept, true)
                : new Question(Corrections.join(last, items), kept, true);
    }

    /// The question before with what was told since, of which some takes the place of what was said.
    private Question told(String last, String text, List<String> items) {
        Question whole = again(last, text, List.of());
        List<String> kept = new ArrayList<>(whole.carried());
        kept.removeIf(item -> Corrections.isReplaced(item, items));
        return new Question(Corrections.join(whole.text(), items), kept, true);
    }

    private static String with(String last, String text) {
        Corrections corrections = Corrections.in(last);
        return closed(corrections.main().strip()) + " " + closed(text) + corrections.block();
    }

    private static String closed(String text) {
        return text.matches("(?s).*[.?!]\\s*$") ? text : text + ".";
    }

    /// Whether it says something and asks nothing of its own.
    private static boolean tellsOnly(String text) {
        boolean tells = false;
        for (var span : Sentences.of(text)) {
            String sentence = span.of(text).strip();
            boolean asks =
                    sentence.endsWith("?")
                            || OPENS.matcher(sentence).find()
                                    && !GOES_ON_TELLING.matcher(sentence).find();
            if (asks && !GENERAL_ASK.matcher(sentence).find()) {
                return false;
            }
            tells |= !asks;
        }
        return tells && text.split("\\s+").length > 2;
    }

    /// "And she's on timolol": a subject before its verb asks nothing.
    private static final Pattern GOES_ON_TELLING =
            Pattern.compile(
                    "(?i)^(?:and|but|also|plus) (?:also )?(?:he|she|they|i|pt|(?:the )?patient|the (?:child|baby))(?:['\u2019]?s|['\u2019]?re|['\u2019]?m| (?:is|are|am|was|has|have|had|takes?|took|gets?|weighs?|smokes?|drinks?|uses?|also|already|got|cannot|can['\u2019]?t|does|doesn['\u2019]?t))\\b");

    static final Pattern OPENS =
            Pattern.compile(
                    "(?i)^(?:what|which|how|when|why|who|where|should|can|could|may|might|does|do|did|is|are|was|were|will|would|must|has|have|and|or|explain|tell|compare)\\b");

    // ---- another question about the same case

    private Question about(List<String> before, String text, Said now, Said then) {
        boolean elliptic = ELLIPTIC.matcher(text).find() || text.split("\\s+").length <= FEW_WORDS;
        boolean points = POINTS.matcher(text).find() || AS_WELL.matcher(text).find();
        boolean treats =
                !now.drugs().isEmpty()
                        || !now.procedures().isEmpty()
                        || now.problems().stream().anyMatch(one -> isVaccine(one, text));
        if (now.problems().stream()
                .filter(Finding::isSearched)
                .filter(one -> isNew(one, then) && !isOutcome(one, text))
                .anyMatch(one -> !isTold(one, text, now) && !isVaccine(one, text))) {
            if (!points && !elliptic) {
                return alone(THANKS.matcher(text).replaceFirst(""));
            }
            return carried.joined(
                    last(before),
                    text,
                    CarriedCase.patient(then.patient(), now.patient()),
                    List.of());
        }
        if (treats) {
            if (!points && !elliptic && now.patient().ages() != null) {
                return alone(THANKS.matcher(text).replaceFirst(""));
            }
            List<Finding> kept = new ArrayList<>(then.problems());
            if (IT.matcher(EMPTY_IT.matcher(text).replaceAll("")).find()) {
                kept.addAll(then.drugs());
                kept.addAll(then.procedures());
            }
            return carried.joined(
                    last(before), text, CarriedCase.patient(then.patient(), now.patient()), kept);
        }
        if (THANKS.matcher(text).find() && now.patient().ages() != null) {
            return alone(THANKS.matcher(text).replaceFirst(""));
        }
        if (then.findings().findAny().isEmpty() && now.findings().findAny().isEmpty()) {
            return new Question(
                    with(last(before), text),
                    CarriedCase.patient(then.patient(), now.patient()),
                    false);
        }
        List<Finding> all =
                new ArrayList<>(
                        OF_THE_PROBLEM.matcher(text).find() && !then.problems().isEmpty()
                                ? then.problems()
                                : then.findings().toList());
        if (TWO.matcher(text).find() && before.size() > 1) {
            all.addAll(said(before.get(before.size() - 2)).drugs());
        }
        return carried.joined(
                last(before),
                named(text, all),
                CarriedCase.patient(then.patient(), now.patient()),
                all);
    }

    /// "Is it inherited?" with the one thing that was asked about in place of the word for it, so that
    /// the question is read and answered as it would be alone.
    private static String named(String text, List<Finding> carried) {
        List<String> names =
                carried.stream()
                        .filter(Finding::isSearched)
                        .map(Finding::words)
                        .distinct()
                        .toList();
        Matcher it = ONE_IT.matcher(text);
        if (names.size() != 1
                || EMPTY_IT.matcher(text).find()
                || !ASKED_OF_IT.matcher(text).find()
                || !it.find()) {
            return text;
        }
        int start = it.start();
        int end = it.end();
        return it.find() ? text : text.substring(0, start) + names.getFirst() + text.substring(end);
    }

    private static String last(List<String> before) {
        return before.getLast();
    }

    private static boolean isNew(Finding problem, Said then) {
        return then.problems().stream().noneMatch(one -> one.id().equals(problem.id()));
    }

    /// "She has asthma." tells more of the case; "Is it asthma?" asks something else.
    private static boolean isTold(Finding problem, String text, Said now) {
        return Sentences.of(text).stream()
                        .map(span -> span.of(text).strip())
                        .filter(sentence -> sentence.contains(problem.words()))
                        .allMatch(sentence ->
                                sentence.endsWith(".") && !OPENS.matcher(sentence).find())
                && !now.text().endsWith(problem.words());
    }

    /// "And the flu shot?" names what is given.
    private static boolean isVaccine(Finding problem, String text) {
        return Pattern.compile(
                        "(?i)\\b"
                                + Pattern.quote(problem.words())
                                + " (?:shots?|jabs?|vaccin\\w+|immuni[sz]ations?)\\b")
                .matcher(text)
                .find();
    }

    private static boolean isOutcome(Finding problem, String text) {
        int at = text.indexOf(problem.words());
        return at > 0 && OUTCOME.matcher(text.substring(0, at)).find();
    }
}

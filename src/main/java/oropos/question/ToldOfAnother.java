package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oropos.question.FollowUp.Question;
import oropos.terminology.Normal;

/// What a turn tells of somebody who was not spoken of before: "my husband has asthma", "my sister is on
/// warfarin", "my mother had a stroke". None of it is the patient's.
final class ToldOfAnother {

    /// How far behind a person what he says or does for the patient is looked for, in words.
    private static final int NEAR = 3;

    /// What happened to a relative is the patient's history, not another question.
    private static final Pattern HAPPENED =
            Pattern.compile("(?:had|has had|have had|was diagnosed|got|died|suffered)\\b.*");

    private static final Pattern HISTORY =
            Pattern.compile(
                    "(?i)^(?:(?:and|but|also|oh|yes|no),? ){0,2}(?:my|his|her|our|the patient['\u2019]s) (?:own |older |younger |late |little |big ){0,2}(?:mother|mum|mom|father|dad|brother|sister|aunt|uncle|grandmother|grandma|gran|grandfather|grandad|grandpa|cousin)s?\\b[^.,;?]{0,30}?\\b(?:had|has had|have had|was diagnosed with|died (?:of|from)|suffered from)\\b(?! (?:no|never|not)\\b)");

    /// Of now, or of an illness that is caught or just came: who has it needs care himself, or is a contact.
    private static final Pattern NOW =
            Pattern.compile(
                    "(?i)\\b(?:now|today|tonight|yesterday|since|just|currently|still|suddenly|at the moment|(?:this|last) (?:morning|afternoon|evening|night|week(?:end)?)|(?:minutes?|mins?|hours?|hrs?|days?|weeks?|moment) ago|attack (?!(?:at|in|when|aged)\\b)(?:and|but|while)|(?:and|but|who|that) (?:now |also |still )?(?:he |she )?(?:is|has|can['\u2019]?t|cannot|could|won['\u2019]?t|feels|looks|needs)|after (?:an?|the|eating|being))\\b|['\u2019]s\\b");

    private static final Pattern ACUTE =
            Pattern.compile(
                    "(?i)(?:fever|temperature|\\brash|infect|pain|hurt|ache|stiff|vomit|diarrh|cough|bleed|breath|drows|sting|bite|wound|swollen|swelling|\\bpox|chickenpox|measles|mumps|shingles|flu\\b|covid|meningitis|sepsis|anaphyla)");

    /// "His dad has sleep apnoea": "my brother has chickenpox" may go on with him.
    private static final Pattern THEIRS =
            Pattern.compile(
                    "(?i)^(?:(?:and|but|also|oh|yes|no),? ){0,2}(?:his|her|the patient['\u2019]s) (?:own |older |younger |little |big ){0,2}(?:mother|mum|mom|father|dad|brother|sister|aunt|uncle|grandmother|grandfather|cousin|parent)s? (?:also |both )?(?:has|have)\\b(?! (?:no|it|that|this)\\b)");

    private ToldOfAnother() {}

    private static String behind(PeopleReader reader, Naming.Named one) {
        return reader.words.subList(one.last() + 1, reader.words.size()).stream()
                .limit(NEAR)
                .map(Wording.Word::text)
                .collect(Collectors.joining(" "));
    }

    /// "My sister only vapes, any harm?": nobody else is named whom it could be asked for.
    ///
    /// @param named all the turn names
    static boolean isAsked(
            PeopleReader reader, Naming.Named one, List<Naming.Named> named, String text) {
        String behind = behind(reader, one);
        return (!TurnShape.tellsOnly(text) || TurnPerson.asksBehind(text))
                && named.stream().allMatch(other -> other.people() == one.people())
                && !HAPPENED.matcher(behind).matches()
                && TurnPerson.isTellingOf(behind);
    }

    /// "My dad had a stroke too": told, and nothing is asked.
    static boolean isHistory(PeopleReader reader, Naming.Named one, String text) {
        return TurnShape.tellsOnly(text) && HAPPENED.matcher(behind(reader, one)).matches();
    }

    /// Whether a turn that asks nothing tells an illness, a drug or a value of the one it names.
    static boolean in(PeopleReader reader, List<Naming.Named> named, String text, Said now) {
        Patient told = now.patient();
        boolean tells =
                now.findings().findAny().isPresent()
                        || told.ages() != null
                        || told.pregnant() != null
                        || !told.facts().isEmpty();
        return tells
                && !smokesBeside(text)
                && !named.isEmpty()
                && TurnShape.tellsOnly(text)
                && named.stream().allMatch(one -> one.people() == named.getFirst().people())
                && TurnPerson.isTellingOf(behind(reader, named.getFirst()));
    }

    private static final Pattern SMOKES =
            Pattern.compile(
                    "(?i)^(?:(?:and|but|also),? )?(?:his|her|the child['\u2019]s) (?:mother|mum|mom|father|dad|parents?|(?:mum|mom) and dad) (?:both )?(?:smokes?|vapes?)\\b[^?]{0,20}$");

    /// "His mum smokes": told of the child, who breathes it in.
    static boolean smokesBeside(String text) {
        return SMOKES.matcher(text).find();
    }

    /// Whether it is told of what somebody has now: "my dad had a stroke an hour ago".
    static boolean isOfNow(String text) {
        return NOW.matcher(text).find() || ACUTE.matcher(text).find();
    }

    /// The question before with what a blood relation had, told as the family's history; nothing where it is none.
    static Optional<FollowUp> kept(String text, Said now, Said then, String last) {
        boolean history =
                HISTORY.matcher(text).find()
                        || THEIRS.matcher(text).find()
                                && !TurnCue.AS_WELL.isIn(text)
                                && now.problems().stream()
                                        .allMatch(
                                                one -> TurnCue.RUNS_IN_FAMILIES.isIn(one.words()));
        if (!history || isOfNow(text) || now.problems().isEmpty() || !now.drugs().isEmpty()) {
            return Optional.empty();
        }
        String had =
                now.problems().stream()
                        .map(Finding::words)
                        .distinct()
                        .collect(Collectors.joining(" and "));
        List<String> carried =
                new ArrayList<>(CarriedCase.patient(then.patient(), Patient.UNKNOWN));
        carried.addAll(CarriedCase.about(then.findings().toList()));
        return Optional.of(
                new Question(FollowUps.with(last, "Family history of " + had + "."), carried, true)
                        .changing(
                                List.of(
                                        "read as the family's history: "
                                                + Normal.text(text).strip())));
    }
}

package oropos.question;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oropos.terminology.Sex;

/// Whether a turn speaks of somebody who was not spoken of before and is not the patient, in whatever words:
/// "our neighbour is on lithium", "the chap in bed 9", "and hubby?", "one of my pupils has head lice".
///
/// The people a text tells something of are read by [PeopleReader]; here it is enough that somebody else is
/// named, since then nothing of the patient holds for sure. Whoever only says, gives or does something for the
/// patient, or has it before him, is passed over.
final class Strangers {

    private static final String WHO = String.join("|", TurnCue.rows(TurnCue.PERSON));

    /// "My", "our old", "her best".
    private static final String ATTRIBUTES =
            "(?: (?!(?:is|are|was|has|had|have|with|of|to|for|in|on|and|or|but|who|that|can|should|from|by|at|takes|i|he|she|when|if|after|about|as|a|an|the|my|her|his|our|their|than|like)\\b)[\\p{L}\\d-]+){0,3}?";

    private static final Pattern SOMEBODY =
            Pattern.compile(
                    "(?i)(?<![\\p{L}'\u2019])(?:"
                            + "(?:(?:my|our) [\\p{L}]+|an? [\\p{L}]+)['\u2019]s"
                            + ATTRIBUTES
                            + " (?:"
                            + WHO
                            + ")"
                            + "|(?:my|our|his|her|their)"
                            + ATTRIBUTES
                            + " (?:"
                            + WHO
                            + ")"
                            + "|(?:one|some|two|both|any) of (?:my|our|the|his|her|their)"
                            + ATTRIBUTES
                            + " (?:"
                            + WHO
                            + ")"
                            + "|(?:"
                            + String.join("|", TurnCue.rows(TurnCue.SOMEBODY))
                            + "))(?![\\p{L}-])");

    private static final Pattern BESIDE =
            Pattern.compile(
                    "(?i)\\b(?:from|by|of|than|near|around|with|beside|via|like|against|at|about what)\\s+$");

    private static final Pattern TO = Pattern.compile("(?i)\\bto\\s+$");

    private static final Pattern HANDED =
            Pattern.compile("(?i)\\b(?:give|pass|lend|offer|hand|share|apply)\\b[^.?!]*\\bto\\s+$");

    /// "My gran's got a cold", "in my daughter's case"; not "my wife's inhaler".
    private static final Pattern IS =
            Pattern.compile(
                    "(?i)^['\u2019]?s (?:got|been|had|on|very|so|not|also|now|just|still|always|really|unwell|ill|sick|pregnant|a|an|case|\\p{L}+ing|\\d)\\b.*");

    private static final Pattern OWNS = Pattern.compile("(?i)^['\u2019]s?\\b.*|^s['\u2019].*");

    private static final Pattern BEING =
            Pattern.compile("(?i)\\b(?:were|was|is|it['\u2019]s|for|in)\\s+$");

    private static final Pattern SHE = Pattern.compile("(?i)\\b(?:she|her|hers)\\b");
    private static final Pattern HE = Pattern.compile("(?i)\\b(?:he|him|his)\\b");

    private static final Set<String> GIVEN =
            Set.of(RuleFile.read(Names.FILE).content().text("givenNames").strip().split("\\s+"));

    /// "Dave has", "for Sophie".
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:^|(?<=[.?!,;:] )|(?<=\\b(?:for|and|about|with|does|can|is|should|could) ))(\\p{Lu}\\p{Ll}{2,})(?=['\u2019]s\\b| (?:is|has|was|had|needs|takes|got|gets|cannot|can|should|will|does|feels|keeps|weighs)\\b|[?,:]|$)");

    /// "Not my sister, my brother": put right, not beside her.
    private static final Pattern MEANT =
            Pattern.compile("(?i)\\bmeant\\b|^(?:no,? )?not (?:my|our|his|her)\\b");

    private static final int NEAR = 3;

    private Strangers() {}

    /// "My gran has a cold, can I visit?": asked for whoever asks.
    private static final Pattern FOR_ONESELF =
            Pattern.compile(
                    "(?i)\\b(?:can|should|could|may|must|do|am|will|would) i\\b(?! (?:give|pass|lend|tell|offer|share)\\b)");

    /// What is asked of somebody new, where the turn needs nothing of the question before; else it is asked back.
    ///
    /// @param last the text asked before
    static Optional<FollowUp> in(String text, String last, Said now, Said then) {
        if (!areIn(text, last, then)) {
            return Optional.empty();
        }
        boolean whole =
                !TurnShape.tellsOnly(text)
                        && now.problems().stream().anyMatch(one -> NamedInTurn.isNew(one, then));
        return Optional.of(
                whole ? FollowUps.alone(text) : new FollowUp.Unclear(FollowUp.Unclear.What.PERSON));
    }

    private static boolean areIn(String text, String last, Said then) {
        if (ChangedFacts.isCorrection(text)
                || MEANT.matcher(text).find()
                || ToldOfAnother.smokesBeside(text)) {
            return false;
        }
        if (FOR_ONESELF.matcher(text).find() && TurnPerson.isAsker(Corrections.in(last).main())) {
            return false;
        }
        String main = Corrections.in(last).main().toLowerCase(Locale.ROOT);
        Matcher name = NAMED.matcher(text);
        while (name.find()) {
            if (GIVEN.contains(name.group(1)) && !last.contains(name.group(1))) {
                return true;
            }
        }
        boolean condition = TurnCue.CONDITION.isIn(text);
        Matcher who = SOMEBODY.matcher(text);
        while (who.find()) {
            if (CarriedCase.isOfHerBaby(who.group(), then.patient())) {
                continue;
            }
            String before = text.substring(0, who.start());
            String behind = text.substring(who.end());
            if (isOther(who.group(), main)
                    && !isBeside(before, behind)
                    && (!condition || BEING.matcher(before).find())
                    && !isOfThePatient(before, who.group(), behind, then)) {
                return true;
            }
        }
        return false;
    }

    /// Nouns that may be the same one's: "my son ...", "my boy weighs 20 kg".
    private static final List<Set<String>> SAME =
            List.of(
                    Set.of("mother", "mum", "mom", "mam", "mummy", "mama"),
                    Set.of("father", "dad", "daddy", "papa"),
                    Set.of(
                            "son",
                            "boy",
                            "lad",
                            "child",
                            "kid",
                            "one",
                            "toddler",
                            "baby",
                            "teenager"),
                    Set.of(
                            "daughter",
                            "girl",
                            "lass",
                            "child",
                            "kid",
                            "one",
                            "toddler",
                            "baby",
                            "teenager"),
                    Set.of("wife", "missus"),
                    Set.of("husband", "hubby"),
                    Set.of("grandmother", "grandma", "gran", "granny", "nan", "nana"),
                    Set.of("grandfather", "grandpa", "grandad", "granddad"));

    private static final Pattern ANOTHER =
            Pattern.compile(
                    "(?i)\\b(?:other|another|older|younger|elder|second|big|in[- ]law|friend|\\p{L}+['\u2019]s)\\b");

    /// Not named in the text before by the same noun, nor by one that may be the same one's.
    private static boolean isOther(String who, String main) {
        String[] words = who.toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
        String noun = words[words.length - 1];
        if (who.matches("(?i)(?:my|our|the) (?:patient|pt)")) {
            return false;
        }
        Stream<String> alike =
                ANOTHER.matcher(who).find()
                        ? Stream.empty()
                        : SAME.stream().filter(nouns -> nouns.contains(noun)).flatMap(Set::stream);
        return Stream.concat(Stream.of(noun), alike)
                .noneMatch(one ->
                        Pattern.compile("\\b" + Pattern.quote(one) + "\\b").matcher(main).find());
    }

    private static boolean isBeside(String before, String behind) {
        boolean owned = OWNS.matcher(behind).matches() && !IS.matcher(behind).matches();
        boolean to = TO.matcher(before).find() && !HANDED.matcher(before).find();
        String near =
                String.join(
                        " ", List.of(behind.strip().split("\\s+")).stream().limit(NEAR).toList());
        return owned
                || to
                || BESIDE.matcher(before).find()
                || TurnCue.SAYS.isIn(near)
                || near.matches("(?i)(?:had|has had|have had|was diagnosed|died|suffered)\\b.*");
    }

    /// "My sister drove us, can he stay?": asked of the patient, whose pronoun fits nobody else.
    private static boolean isOfThePatient(String before, String who, String behind, Said then) {
        Sex sex = then.patient().sex();
        Sex other = ChangedFacts.kinSex(who);
        String rest = before + " ; " + behind;
        boolean she = SHE.matcher(rest).find();
        boolean he = HE.matcher(rest).find();
        if (sex == null || other == null || sex == other) {
            return false;
        }
        return sex == Sex.FEMALE ? she && !he : he && !she;
    }
}

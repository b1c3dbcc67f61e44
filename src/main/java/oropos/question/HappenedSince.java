package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oropos.terminology.Mention;
import oropos.terminology.Sentences;
import oropos.terminology.Sex;

/// What a turn tells has happened since the case was told: a birth, a fever that is gone, a drug that was
/// stopped, a value that is normal again, another weight, more weeks of a pregnancy.
///
/// Only what is told outright: what is better, comes back, is planned, denied or held down by a medicine
/// changes nothing. A problem leaves only where another one is left to ask about, a drug only where it was
/// told as taken. The words are a list editors own, `happened-since.tsv`.
final class HappenedSince {

    static final String FILE = "happened-since.tsv";

    private static final String NAME = "{X}";

    private static final String NO_LONGER = "no longer ";

    /// "Now 30 weeks", "she's 34 weeks", "in week 16": only where somebody is pregnant.
    private static final Pattern WEEKS =
            Pattern.compile(
                    "(?i)(?:^|\\b(?:now|at|is|am|are|currently|already)|['\u2019]s|['\u2019]m|[,.]|\\breached)\\s*(?:now |currently |already |about |almost )?([4-9]|[1-3]\\d|4[0-3])(?:\\+\\d)?(?: ?(?:weeks?|wks?)\\b(?! (?:ago|old|later|after|post))|/40\\b)"
                            + "|\\b(?:in|at) week ([4-9]|[1-3]\\d|4[0-3])\\b");

    private static final Pattern TOLD_WEEKS =
            Pattern.compile("(?i)\\b(\\d{1,2})(?:\\+\\d)?(?: ?-?(?:weeks?|wks?)\\b|/40\\b)");

    /// Whose weeks are those of an age.
    private static final Pattern NOT_PREGNANT =
            Pattern.compile(
                    "(?i)\\b(?:he|his|him|it|its|puppy|kitten|dog|cat|baby|child|son|daughter|boy|girl|infant|newborn)\\b");

    private static final Pattern KILOS =
            Pattern.compile(
                    "(?i)(?<![\\d.])\\d{1,3}(?:\\.\\d{1,2})? ?(?:kg|kgs|kilos?|kilograms?)\\b");

    private static final Pattern CLAUSE = Pattern.compile("[,;:.!]\\s+|\\bbut\\b|\\band\\b");

    private static final Pattern KIN =
            Pattern.compile(
                    "(?i)\\b(?:my|our|his|her|their|your|the) (?:\\w+ )?(sister|brother|mother|mum|mom|father|dad|wife|husband|partner|boyfriend|girlfriend|friend|neighbou?r|daughter|son|aunt|uncle|cousin|niece|nephew|colleague|twin|grand\\w+)\\b(?! (?:was|is|has been)(?: just)? born)");

    /// A baby told of beside its birth is not the patient.
    private static final Pattern BABY =
            Pattern.compile("(?i)\\b(?:baby|babies|twins|child|boy|girl|son|daughter)\\b");

    /// "She weighs 90": in the unit of the weight told before.
    private static final Pattern BARE_WEIGHT =
            Pattern.compile(
                    "(?i)(\\bweigh(?:s|ed)? (?:now |only |actually |really )?\\d{1,3})(?= *(?:[?.!]*$|[,;.] |now\\b|not\\b))");

    private static final Pattern PER_KILO = Pattern.compile("(?i)\\b(?:mg|ml|mcg)\\b|/ ?kg");

    /// "18 kg, not 15"
    private static final Pattern NOT_SO =
            Pattern.compile(
                    "(?i)\\b(?:and |but )?not (?:the )?\\d{1,3}(?:\\.\\d{1,2})?(?: ?(?:kg|kgs|kilos?))?\\b(?! ?%)");

    private static final Pattern AT_A_WEIGHT =
            Pattern.compile(
                    "(?i)^(?:(?:and|or|but|what about|how about|same) )*(?:at|for|with|of) (?:an? )?(?:weight of )?\\d{1,3}(?:\\.\\d{1,2})? ?(?:kg|kgs|kilos?)\\W*$");

    /// A longer turn tells a case of its own.
    private static final int LONGEST = 300;

    private static final int FEW_WORDS = 5;

    private record Row(String form, String pattern, String example, String not) {
        Pattern about(String words) {
            return Pattern.compile(
                    "(?i)(?<![\\w'\u2019])(?:"
                            + pattern.replace(NAME, "(?:" + Pattern.quote(words) + ")")
                            + ")(?!\\w)");
        }

        boolean isIn(String text) {
            return about("").matcher(text).find();
        }
    }

    /// What has happened, as corrections of the question and in words.
    ///
    /// @param facts corrections that put something in the place of what was told
    /// @param away what leaves the case
    /// @param whole whether the turn tells nothing beside it, so that its words need not be read again
    record Since(List<String> facts, TakenAway.Away away, boolean whole) {
        boolean isNothing() {
            return facts.isEmpty() && away.items().isEmpty() && away.told().isEmpty();
        }
    }

    static final Since NOTHING = new Since(List.of(), TakenAway.NOTHING, false);

    private final List<Row> rows = new ArrayList<>();
    private final TakenAway takenAway;

    /// @throws IllegalStateException where a row has an unknown form
    HappenedSince(RuleFile.Table table, TakenAway takenAway) {
        this.takenAway = takenAway;
        Set<String> forms =
                Set.of(
                        "birth", "loss", "test", "gone", "stopped", "normal", "lasting", "recent",
                        "weight", "unsure", "beside", "chronic");
        for (List<String> row : table.rows()) {
            if (!forms.contains(row.getFirst())) {
                throw new IllegalStateException(FILE + " knows no form " + row.getFirst());
            }
            rows.add(new Row(row.get(0), row.get(1), row.get(2), row.get(3)));
        }
    }

    /// @param last the text asked before
    /// @param taken ids of the drugs told as taken there
    Since in(String text, Said now, Said then, String last, Set<String> taken) {
        if (text.length() > LONGEST || isOfAnother(text, last) || isTheAskersOwn(text, last)) {
            return NOTHING;
        }
        List<String> facts = new ArrayList<>();
        List<String> items = new ArrayList<>();
        List<String> told = new ArrayList<>();
        boolean whole = weeks(text, then, last, facts, items);
        TakenAway.Away weight = weight(text, then, last);
        items.addAll(weight.items());
        told.addAll(weight.told());
        if (!isHeard("unsure", text)) {
            whole |= pregnancy(text, now, then, last, facts, items, told);
            gone(text, now, then, items, told);
            if (!isHeard("recent", text)) {
                stopped(text, now, then, taken, items, told);
            }
            normal(text, then, last, items, told);
        }
        return new Since(List.copyOf(facts), new TakenAway.Away(items, told, List.of()), whole);
    }

    /// "Her sister delivered yesterday", where no sister was told of.
    private static boolean isOfAnother(String text, String last) {
        String told = last.toLowerCase(Locale.ROOT);
        return KIN.matcher(text)
                .results()
                .anyMatch(one -> !told.contains(one.group(1).toLowerCase(Locale.ROOT)));
    }

    /// "My daughter has no fever" after a question about a son's: whose it is must be said.
    static boolean deniesOfAnother(String text, String last, Said now, Said then) {
        return isOfAnother(text, last)
                && now.problems().stream()
                        .filter(one -> one.assertion() == Mention.Assertion.NEGATED)
                        .anyMatch(one -> !NamedInTurn.isNew(one, then));
    }

    /// Where a turn begins to ask; its length where it only tells.
    static int startOfAsking(String text) {
        for (var span : Sentences.of(text)) {
            String sentence = span.of(text).strip();
            if (TurnCue.OPENS.isIn(sentence) && !TurnCue.GOES_ON_TELLING.isIn(sentence)) {
                return span.start();
            }
            if (sentence.endsWith("?")) {
                Matcher behind = ASKS_BEHIND.matcher(span.of(text));
                return span.start() + (behind.find() ? behind.end() : 0);
            }
        }
        return text.length();
    }

    /// "No fever now, can she go to school?"
    private static final Pattern ASKS_BEHIND =
            Pattern.compile(
                    "(?i)^[^,;?]{3,80}[,;] (?=(?:and |so |but |then )?(?:is|are|can|may|should|how|what|which|when|does|do|will|would|could|must)\\b)");

    private boolean isHeard(String form, String text) {
        return rows(form).anyMatch(row -> row.isIn(text));
    }

    private Stream<Row> rows(String form) {
        return rows.stream().filter(row -> row.form().equals(form));
    }

    /// Whether a clause tells it and nothing else: "she delivered the message", "moved warfarin to bedtime" and
    /// "not taking it regularly" tell something else.
    ///
    /// @param others words that may stand there too
    private boolean isSaidOf(String form, String words, List<String> others, String text) {
        return CLAUSE.splitAsStream(text)
                .anyMatch(clause ->
                        rows(form)
                                .map(row -> row.about(words).matcher(clause))
                                .filter(Matcher::find)
                                .anyMatch(said ->
                                        isBeside(
                                                clause.substring(0, said.start())
                                                        + " "
                                                        + clause.substring(said.end()),
                                                others)));
    }

    private boolean isBeside(String rest, List<String> others) {
        String left = rest;
        for (String other : others) {
            left = left.replaceAll("(?i)\\b(?:to|for) " + Pattern.quote(other) + "\\b", " ");
        }
        for (Row row : rows("beside").toList()) {
            left = row.about("").matcher(left).replaceAll(" ");
        }
        return left.replaceAll("[\\W_]", "").isEmpty();
    }

    /// "I have stopped it", where the case was told of somebody else.
    private static boolean isTheAskersOwn(String text, String last) {
        return I.matcher(text).find() && !I.matcher(last).find();
    }

    private static final Pattern I =
            Pattern.compile("(?i)\\b(?:i|i['\u2019](?:ve|m|d)|me|myself)\\b");

    // ---- a pregnancy

    /// True where the turn tells of a baby and of nothing else: its words would be read of the patient.
    private boolean pregnancy(
            String text,
            Said now,
            Said then,
            String last,
            List<String> facts,
            List<String> items,
            List<String> told) {
        if (then.patient().sex() == Sex.MALE) {
            return false;
        }
        if (isSaidOf("test", "", List.of(), text)) {
            facts.add("pregnant");
            return false;
        }
        if (Boolean.TRUE.equals(then.patient().pregnant())
                && (isSaidOf("birth", "", List.of(), text)
                        || isSaidOf("loss", "", List.of(), text))) {
            items.add("not pregnant");
            told.add("no longer pregnant");
            toldWeeks(last).forEach(words -> items.add(NO_LONGER + words));
            if (Boolean.TRUE.equals(now.patient().lactating())) {
                facts.add("breastfeeding");
            }
            return BABY.matcher(text).find() && now.findings().findAny().isEmpty();
        }
        return false;
    }

    /// The weeks of a pregnancy as they were told.
    private static List<String> toldWeeks(String last) {
        return TOLD_WEEKS
                .matcher(Corrections.in(last).main())
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /// More weeks of the same pregnancy; true where the turn tells nothing beside them.
    private static boolean weeks(
            String text, Said then, String last, List<String> facts, List<String> items) {
        Matcher weeks = WEEKS.matcher(text);
        if (!Boolean.TRUE.equals(then.patient().pregnant())
                || !weeks.find()
                || NOT_PREGNANT.matcher(text).find()) {
            return false;
        }
        String number = weeks.group(1) == null ? weeks.group(2) : weeks.group(1);
        Optional<Integer> before = gestation(then.patient());
        facts.add(number + " weeks pregnant");
        toldWeeks(last).stream()
                .filter(words -> before.filter(old -> words.startsWith(old + "")).isPresent())
                .filter(words -> !words.startsWith(number))
                .forEach(words -> items.add(NO_LONGER + words));
        return text.split("\\s+").length <= FEW_WORDS;
    }

    private static final Pattern AT_WEEKS =
            Pattern.compile(
                    "(?i)\\b(?:at|in|say|around|about|like|by|after|until|with|from|past) (?:week )?([4-9]|[1-3]\\d|4[0-3]) ?(?:weeks?|wks?)\\b(?! (?:ago|old|later|after|post|of treatment))|\\b(?:at|in) week ([4-9]|[1-3]\\d|4[0-3])\\b");

    /// "What about later in pregnancy, say 36 weeks", "and at 30 weeks?" of somebody pregnant.
    static TakenAway.Away askedWeeks(String text, Said now, Said then, String last) {
        Matcher weeks = AT_WEEKS.matcher(text);
        boolean asked =
                Boolean.TRUE.equals(then.patient().pregnant())
                        && (TurnCue.ELLIPTIC.isIn(text)
                                || TurnCue.CONDITION.isIn(text)
                                || Boolean.TRUE.equals(now.patient().pregnant()))
                        && !NOT_PREGNANT.matcher(text).find()
                        && weeks.find();
        if (!asked) {
            return TakenAway.NOTHING;
        }
        String number = weeks.group(1) == null ? weeks.group(2) : weeks.group(1);
        List<String> items =
                new ArrayList<>(
                        toldWeeks(last).stream()
                                .filter(words -> !words.startsWith(number))
                                .map(words -> NO_LONGER + words)
                                .toList());
        items.add(number + " weeks pregnant");
        return new TakenAway.Away(items, List.of(number + " weeks pregnant"), List.of());
    }

    private static Optional<Integer> gestation(Patient patient) {
        return Optional.ofNullable(patient.facts().get("gestation"))
                .map(weeks -> weeks.replaceAll("\\D.*", ""))
                .filter(weeks -> !weeks.isEmpty())
                .map(Integer::valueOf);
    }

    // ---- a weight

    /// "His weight is 18 kg, not 15", "now 20 kg"; "he was 16 kg last year" and "lost 2 kg" tell none.
    private TakenAway.Away weight(String text, Said then, String last) {
        if (isOfAnother(text, last) || isWeighedOfAnother(text, then, last)) {
            return TakenAway.NOTHING;
        }
        Corrections before = Corrections.in(last);
        String told = BARE_WEIGHT.matcher(text).replaceAll("$1 kg");
        List<String> old =
                KILOS.matcher(before.main())
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .filter(words ->
                                before.denied().stream()
                                        .noneMatch(item -> item.endsWith(NO_LONGER + words)))
                        .toList();
        List<String> now =
                CLAUSE.splitAsStream(NOT_SO.matcher(told).replaceAll(" "))
                        .filter(this::isWeighed)
                        .flatMap(clause -> KILOS.matcher(clause).results())
                        .map(MatchResult::group)
                        .distinct()
                        .toList();
        boolean one = old.stream().map(HappenedSince::kilos).distinct().count() == 1;
        if (!one
                || now.size() != 1
                || kilos(now.getFirst()).equals(kilos(old.getFirst()))
                || PER_KILO.matcher(text).find()) {
            return TakenAway.NOTHING;
        }
        return new TakenAway.Away(
                Stream.concat(
                                old.stream().map(words -> NO_LONGER + words),
                                Stream.of("weight " + kilos(now.getFirst()) + " kg"))
                        .toList(),
                List.of(now.getFirst() + TakenAway.IN_PLACE + old.getFirst()),
                List.of());
    }

    /// "I weigh 60 kg" of a child, "he weighs" of a daughter.
    private static boolean isWeighedOfAnother(String text, Said then, String last) {
        Sex sex = then.patient().sex();
        return OWN.matcher(text).find() && (then.patient().isChild() || KIN.matcher(last).find())
                || sex == Sex.FEMALE && HIS.matcher(text).find()
                || sex == Sex.MALE && HERS.matcher(text).find();
    }

    private static final Pattern OWN = Pattern.compile("(?i)\\b(?:i|i['\u2019]m|my weight|me)\\b");

    private static final Pattern HIS = Pattern.compile("(?i)\\b(?:he|his|him)\\b");

    private static final Pattern HERS = Pattern.compile("(?i)\\b(?:she|her|hers)\\b");

    /// A question that supposes another weight, or asks at one: "and at 20 kg?"
    TakenAway.Away askedWeight(String text, Said then, String last) {
        boolean supposes =
                text.length() <= LONGEST
                        && (TurnCue.CONDITION.isIn(text) || AT_A_WEIGHT.matcher(text).find());
        return supposes ? weight(text, then, last) : TakenAway.NOTHING;
    }

    /// Every word beside the number tells whose weight it is, and of now.
    private boolean isWeighed(String clause) {
        String beside = KILOS.matcher(clause).replaceAll(" ");
        for (Row row : rows("weight").toList()) {
            beside = row.about("").matcher(beside).replaceAll(" ");
        }
        return beside.replaceAll("[\\W_]", "").isEmpty();
    }

    private static String kilos(String words) {
        return words.replaceAll("[^\\d.]", "");
    }

    // ---- what is there or taken no more

    private void gone(String text, Said now, Said then, List<String> items, List<String> told) {
        for (Finding one : now.problems()) {
            List<Finding> gone =
                    now.drugs().isEmpty()
                                    && !isHeard("chronic", one.words())
                                    && isSaidOf("gone", one.words(), List.of(), text)
                            ? takenAway.kindsOf(one.id(), then.problems())
                            : List.of();
            boolean leftToAsk =
                    then.problems().stream()
                                    .anyMatch(old -> old.isSearched() && !gone.contains(old))
                            || !then.drugs().isEmpty() && gone.size() < then.problems().size();
            if (leftToAsk) {
                gone.forEach(problem -> {
                    items.add("does not have " + problem.words());
                    told.add(TakenAway.LEFT_OUT + problem.words());
                });
            }
        }
    }

    private void stopped(
            String text,
            Said now,
            Said then,
            Set<String> taken,
            List<String> items,
            List<String> told) {
        for (Finding one : now.drugs()) {
            List<String> others =
                    now.drugs().stream()
                            .filter(other -> !other.id().equals(one.id()))
                            .map(Finding::words)
                            .toList();
            if (isSaidOf("stopped", one.words(), others, text)) {
                takenAway.kindsOf(one.id(), then.drugs()).stream()
                        .filter(drug -> taken.contains(drug.id()) && then.drugs().size() > 1)
                        .forEach(drug -> {
                            items.add("not about " + drug.words());
                            told.add(TakenAway.LEFT_OUT + drug.words());
                        });
            }
        }
    }

    /// "Her creatinine is back to normal"; a blood pressure that is normal under a treatment is still the
    /// illness.
    private void normal(
            String text, Said then, String last, List<String> items, List<String> told) {
        if (isHeard("lasting", text)) {
            return;
        }
        for (Row row : rows(TakenAway.NORMAL).toList()) {
            Matcher normal = row.about("").matcher(text);
            if (normal.find()) {
                TakenAway.Away away =
                        takenAway.normalAgain(normal.replaceAll("is normal"), then, last);
                away.items().stream()
                        .filter(item -> !CHRONIC.matcher(item).find())
                        .forEach(items::add);
                away.told().stream()
                        .filter(item -> !CHRONIC.matcher(item).find())
                        .forEach(told::add);
            }
        }
    }

    private static final Pattern CHRONIC = Pattern.compile("(?i)\\bchronic|\\bckd\\b");

    /// Rows whose example is not heard or whose look-alike is: for checking the file.
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Row row : rows) {
            Pattern heard =
                    row.pattern().contains(NAME)
                            ? Pattern.compile(
                                    row.about("")
                                            .pattern()
                                            .replace(
                                                    "\\Q\\E",
                                                    "fever|warfarin|simvastatin|methotrexate"))
                            : row.about("");
            if (!heard.matcher(row.example()).find()) {
                faults.add(row.form() + " not heard: " + row.example());
            }
            if (heard.matcher(row.not()).find()) {
                faults.add(row.form() + " heard: " + row.not());
            }
        }
        return faults;
    }
}

package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Span;

/// The words of a text with each value of the laboratory that was put in another's place left out, so that
/// rules hear the value of now: of "potassium was 7.1, repeat 4.2" the 4.2, of "INR was 12 three weeks ago
/// and today it is 13" the 13.
///
/// Only where nothing but times and words of measuring stand between the two ([LaterValue]). A sugar that
/// was dangerous within the day stays, whatever it is now: it may fall again; so does a haemoglobin where
/// blood is told of behind it.
final class ValuesOfNow {

    private static final String MEASURED =
            "(?:[ :=]+(?:level|levels|count|result|reading|was|were|is|at|of|came|back|up|down|to|only|just|had|been|high|low|fell|dropped|rose|went)(?![\\p{L}\\d])){0,5}?";

    private static final Pattern TOLD =
            Pattern.compile(
                    "(?i)(?<![\\p{L}\\d])(?:(?<sugar>sugars?|glucose|bms?|bgs?|bgls?|cbgs?|bsls?)"
                            + "|(?<inr>inr)|(?<blood>hb|hgb|ha?emoglobin)|(?<ph>ph)|platelets?|plts?|sodium|na|(?<salt>potassium|k|calcium|ca))\\+?"
                            + MEASURED
                            + "(?:(?<came>[ :=]+(?:has |have |just )?c[ao]me back(?: (?:today|now|just|at|as|with)){0,2})|[ ,:(]+(?<time>(?:"
                            + LaterValue.THEN
                            + "|today|now|tonight|currently)\\b\\)?)(?: (?:it |they )?(?:was|were|is))?)?"
                            + "[ :=]*(?:(?<number>(?<![\\d.])\\d{1,4}(?:[.,]\\d{1,2})?)(?![\\d/]|[.,]\\d)|\\b(?<normal>(?:all |perfectly |quite |still )?(?:normal|fine|okay|ok|good|stable|unremarkable|in range|within (?:normal )?(?:range|limits)|wnl))\\b)");

    /// A word of now between a name and its value: "potassium today 7.1"; an older one stays, as rules look at it.
    private static final Pattern OF_NOW =
            Pattern.compile("(?i)(?:today|now|tonight|currently|this morning)\\)?");

    /// How many times more a value of now may be than the one before, without a word for the time between.
    private static final double SO_MANY_TIMES = 4;

    /// No body changes a value more than this; the number is then another thing.
    private static final double EVER = 30;

    /// A sugar outside of these is dangerous: under 4 and over 20 mmol/l, under 70 and over 360 mg/dl.
    private static final double LOW = 4;

    private static final double HIGH = 20;
    private static final double LOW_MG = 70;
    private static final double HIGH_MG = 360;

    /// Blood that is told of behind a haemoglobin: a count that rose with a transfusion may fall again.
    private static final Pattern BLEEDS =
            Pattern.compile(
                    "(?i)(?<!\\bno |\\bnot |\\bwithout |\\bdenies |\\bany |\\bstopped )\\b(?:bleed(?:s|ing)?|blood (?:in|from|per|loss)|(?:passing|vomiting|coughing|losing)(?: up)? blood|black (?:tarry )?(?:stools?|poo)|tarry|mela?ena|ha?ematemesis)\\b");

    private ValuesOfNow() {}

    /// The words of a unit: "mg/dl" said once holds for the value behind as well.
    private static List<Wording.Word> unitOf(Wording wording, Span unit) {
        return wording.words().stream()
                .filter(word ->
                        word.span().start() >= unit.start() && word.span().end() <= unit.end())
                .toList();
    }

    static Wording of(Wording wording) {
        Matcher told = TOLD.matcher(wording.text());
        List<Wording.Word> words = null;
        while (told.find()) {
            boolean calledNormal = told.group("number") == null;
            double number = calledNormal ? Double.NaN : number(told.group("number"));
            int end = calledNormal ? told.end("normal") : told.end("number");
            int from = from(told, calledNormal);
            boolean sugar = told.group("sugar") != null;
            boolean inr = told.group("inr") != null;
            boolean bleeds =
                    told.group("blood") != null && BLEEDS.matcher(wording.text()).find(end);
            Span unit = new Span(end, LaterValue.unitEnd(wording.text(), end));
            LaterValue later = LaterValue.behind(wording.text(), end);
            boolean days =
                    told.group("time") != null
                            && LaterValue.DAYS.matcher(told.group("time")).find();
            boolean falls = told.group("blood") != null || told.group("ph") != null;
            if (later == null && !calledNormal && isOfNow(told)) {
                words = words == null ? new ArrayList<>(wording.words()) : words;
                leaveOut(words, from, told.start("number"));
            }
            boolean rises = inr || told.group("salt") != null;
            while (later != null
                    && isOfTheSame(later, number, sugar, inr, days)
                    && !(bleeds && isMore(later, number))
                    && (!later.thenOnly()
                            || sugar
                            || calledNormal
                            || isWorse(later, number, rises, falls))) {
                words = words == null ? new ArrayList<>(wording.words()) : words;
                int now = later.span().end();
                boolean sameUnit = LaterValue.unitEnd(wording.text(), now) == now;
                leaveOut(words, from, later, sameUnit ? unitOf(wording, unit) : List.of());
                unit = sameUnit ? unit : new Span(now, LaterValue.unitEnd(wording.text(), now));
                if (later.number() == null) {
                    break;
                }
                number = number(later.number());
                later = LaterValue.behind(wording.text(), later.span().end());
            }
        }
        return words == null ? wording : new Wording(wording.text(), words, wording.all());
    }

    /// Where what a later value takes the place of begins: the value, or the time told before it.
    private static int from(Matcher told, boolean calledNormal) {
        if (told.group("came") != null) {
            return told.start("came") + 1;
        }
        return told.group("time") != null
                ? told.start("time")
                : told.start(calledNormal ? "normal" : "number");
    }

    private static boolean isOfNow(Matcher told) {
        String time = told.group("time");
        return told.group("came") != null || time != null && OF_NOW.matcher(time).matches();
    }

    private static boolean isOfTheSame(
            LaterValue later, double before, boolean sugar, boolean inr, boolean days) {
        if (later.number() == null) {
            return !sugar;
        }
        double now = number(later.number());
        if (Double.isNaN(before)) {
            return true;
        }
        double most = later.timed() || days || inr ? EVER : SO_MANY_TIMES;
        boolean near = now <= before * most && before <= now * most;
        return near && (!sugar || days || later.days() || isDangerous(now));
    }

    /// "Hb 70 then 45", "potassium 3.8 then 7.2": what is only told behind "then" takes the place where it
    /// is the more dangerous one.
    private static boolean isWorse(LaterValue later, double before, boolean rises, boolean falls) {
        String number = later.number();
        if (number == null) {
            return false;
        }
        double now = number(number);
        return rises && now > before || falls && now < before;
    }

    private static boolean isMore(LaterValue later, double before) {
        return later.number() == null || number(later.number()) >= before;
    }

    private static boolean isDangerous(double sugar) {
        return sugar < LOW || sugar > HIGH && sugar < LOW_MG || sugar > HIGH_MG;
    }

    private static double number(String written) {
        return Double.parseDouble(written.replace(',', '.').replaceAll("[^\\d.]", ""));
    }

    /// What stands between two places of the text is left out, within a sentence.
    private static void leaveOut(List<Wording.Word> words, int from, int to) {
        int first = Wording.wordAt(words, from);
        int last = Wording.wordAt(words, to);
        if (first < last && last < words.size()) {
            words.subList(first, last).clear();
        }
    }

    /// The later value stands in the earlier one's place.
    private static void leaveOut(
            List<Wording.Word> words, int from, LaterValue later, List<Wording.Word> unit) {
        int first = Wording.wordAt(words, from);
        int last = Wording.wordAt(words, later.span().start());
        if (first >= last || last >= words.size()) {
            return;
        }
        Wording.Word old = words.get(first);
        Wording.Word now = words.get(last);
        words.subList(first, last + 1).clear();
        words.add(first, new Wording.Word(now.text(), now.span(), old.sentence(), old.clause()));
        for (Wording.Word word : unit.reversed()) {
            words.add(
                    first + 1,
                    new Wording.Word(word.text(), now.span(), old.sentence(), old.clause()));
        }
    }
}

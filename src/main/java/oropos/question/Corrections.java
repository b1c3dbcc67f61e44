package oropos.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Ages;
import oropos.terminology.Mention;
import oropos.terminology.Normal;
import oropos.terminology.Sex;
import oropos.terminology.Span;
import oropos.terminology.Terminology;

/// What somebody corrected in what a question was understood to be.
///
/// A correction is part of the text: "... borderline osteoporosis? [Corrected: age 48 years; does not
/// have osteoporosis]". So the same text still gives the same answer, the receipt covers what was
/// corrected, and whoever reads the question reads the correction. Words it replaces are blanked out
/// before anything else reads the text, and it is read itself as plain sentences ("The patient is 48
/// years old.").
///
/// The grammar is closed: `age AGE`, `sex female|male`, `pregnant`, `not pregnant`, `breastfeeding`,
/// `not breastfeeding`, `has WORDS`, `does not have WORDS`, `not about WORDS`, `no longer WORDS` (those words
/// alone, "eGFR 35", and not all that names the same), `question about KIND`,
/// `weight N kg`, `eGFR N`, `weight`, `eGFR` or `allergy not told`, `takes DRUG`, `allergic to WORDS`, `N weeks pregnant`, `in PEOPLE`, `about WORDS`, `asked for WHOM` (of several people told of), and `age`, `sex` or `pregnancy not told`.
/// `supposed ` before one says that a turn only supposed it.
///
/// What a question that follows an answer was joined to stands the same way, in a block of its own
/// before the corrections: "How long? [Carried over: age 8 years; about compression fractures]". There stand also
/// the words of an urgent sign that holds in the thread, `told: WORDS`: only the rules of urgent signs read them.
public final class Corrections {

    /// Longest block read, in characters.
    static final int LONGEST = 4_000;

    private static final Pattern BLOCK =
            Pattern.compile("\\s*\\[Corrected: ([^\\[\\]]{1," + LONGEST + "})\\]");

    private static final Pattern CARRIED =
            Pattern.compile("\\s*\\[Carried over: ([^\\[\\]]{1," + LONGEST + "})\\]");

    private static final Pattern ITEM =
            Pattern.compile(
                    "(?i)(age|sex|weight|egfr|allergy|pregnancy|question about|has|does not have|not about|no longer|about|takes|not allergic to|allergic to|in)? ?(.+)");

    static final String ASKED_FOR = "asked for ";

    /// Before what a turn only supposed: read as if it were told, and still said to be supposed.
    static final String SUPPOSED = "supposed ";

    private static final Pattern PREGNANT =
            Pattern.compile("(?:not |\\d{1,2} weeks )?pregnant|pregnancy not told");

    private static final Pattern PREGNANCY =
            Pattern.compile(
                    "(?i)\\b(?:\\d{1,2}(?:\\+\\d)? ?(?:weeks?|wks?) )?(?:pregnant|pregnancy|gravid|gestation)\\b|\\b(?:first|second|third) trimester\\b");

    private static final Pattern WEIGHT =
            Pattern.compile(
                    "(?i)(?:\\bweigh(?:s|ing|t)\\b[^\\d.;?]{0,12})?(?<![\\d.])\\d{1,3}(?:\\.\\d{1,2})? ?(?:kg|kgs|kilos?|kilograms?)\\b");

    /// A value told in the words themselves is the newer one.
    private static final Pattern RENAL =
            Pattern.compile("(?i)\\be?GFR\\b|\\bkidneys?\\b|\\brenal\\b|\\bdialysis\\b");

    /// "72M"
    private static final Pattern NOTED_SEX =
            Pattern.compile("\\b(?=(\\d{1,3}))\\d{1,3} ?([MF])\\b");

    private static final Pattern EGFR = Pattern.compile("(?i)\\be?GFR\\b[^\\d.;,?]{0,20}\\d{1,3}");

    private static final Pattern BREASTFEEDING =
            Pattern.compile("(?i)\\b(?:breast ?feed(?:s|ing)?|lactating)\\b");

    /// What reads as the beginning of a block once everything but letters is left out, so that a tag, a
    /// space or a stroke in between hides nothing.
    private static final Pattern BEGINS = Pattern.compile("\\[(?:carriedover|corrected)");

    private static final Pattern TAG = Pattern.compile("</?[A-Za-z!][^<>]{0,500}>");

    /// A bracket, but not those of "[2]", which names a reference.
    private static final Pattern BRACKET =
            Pattern.compile("\\[(?!\\d{1,3}\\])|(?<!\\[\\d{1,3})\\]");

    private final String main;
    private final List<String> carried;
    private final List<String> items;

    private Corrections(String main, List<String> carried, List<String> items) {
        this.main = main;
        this.carried = carried;
        this.items = items;
    }

    static Corrections in(String text) {
        Matcher corrected = BLOCK.matcher(text);
        List<String> items = corrected.find() ? split(corrected.group(1)) : List.of();
        String rest = items.isEmpty() ? text : without(text, corrected);
        Matcher carried = CARRIED.matcher(rest);
        List<String> before = carried.find() ? split(carried.group(1)) : List.of();
        return new Corrections(before.isEmpty() ? rest : without(rest, carried), before, items);
    }

    /// Words as somebody typed them, where brackets are no more than brackets.
    ///
    /// A block is written by Oropos alone: typed, it would be shown as carried over from a case nobody
    /// told, or blank a word an urgent sign hangs on. Words that hold what could be read as one keep all
    /// their letters and get round brackets.
    public static String typed(String words) {
        String text = Normal.text(words);
        String letters =
                TAG.matcher(text)
                        .replaceAll("")
                        .replaceAll("[^\\p{L}\\[]", "")
                        .toLowerCase(Locale.ROOT);
        return BEGINS.matcher(letters).find()
                ? BRACKET.matcher(text)
                        .replaceAll(bracket -> bracket.group().equals("[") ? "(" : ")")
                : words;
    }

    private static String without(String text, Matcher block) {
        return text.substring(0, block.start()) + text.substring(block.end());
    }

    /// The text with these corrections added; one on the same thing takes the place of an earlier one.
    public static String join(String text, List<String> added) {
        Corrections before = in(text);
        Map<String, String> items = new LinkedHashMap<>();
        before.items.forEach(item -> items.put(subject(item), item));
        for (String item : added) {
            String one = plain(item);
            if (!one.isEmpty()) {
                items.put(subject(one), one);
            }
        }
        return items.isEmpty()
                ? text
                : new Corrections(before.main, before.carried, List.copyOf(items.values())).text();
    }

    /// The text with what it was joined to.
    static String carry(String text, List<String> items) {
        return items.isEmpty()
                ? text
                : new Corrections(text, items.stream().map(Corrections::plain).toList(), List.of())
                        .text();
    }

    /// The text with these items carried over beside those that are.
    static String carrying(String text, List<String> items) {
        Corrections all = in(text);
        List<String> carried = new ArrayList<>(all.carried);
        items.stream().filter(item -> !carried.contains(item)).forEach(carried::add);
        return new Corrections(all.main, carried, all.items).text();
    }

    /// The words of urgent signs that hold in the thread.
    List<String> signsTold() {
        return SignsTold.in(carried);
    }

    static String plain(String item) {
        return item.replaceAll("[\\[\\];\\s]+", " ").strip();
    }

    private String text() {
        return main.strip() + block();
    }

    /// Whether one of the others speaks of the same thing.
    static boolean isReplaced(String item, List<String> others) {
        return others.stream().anyMatch(other -> subject(other).equals(subject(item)));
    }

    private static List<String> split(String block) {
        List<String> items = new ArrayList<>();
        for (String item : block.split(";")) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }

    /// What an item says, supposed or told.
    private static String bare(String item) {
        return item.regionMatches(true, 0, SUPPOSED, 0, SUPPOSED.length())
                ? item.substring(SUPPOSED.length())
                : item;
    }

    /// The text with what of its corrections a turn only supposed marked as such.
    static String suppose(String text, List<String> items) {
        Corrections all = in(text);
        return new Corrections(all.main, all.carried, supposing(all.items, items)).text();
    }

    /// The text with what was supposed before and is carried over marked as such; an illness supposed is
    /// carried as one, and not as what is asked about.
    static String supposeCarried(String text, List<String> items) {
        Corrections all = in(text);
        return new Corrections(all.main, supposing(all.carried, items), all.items).text();
    }

    static List<String> supposing(List<String> all, List<String> items) {
        List<String> marked = new ArrayList<>();
        for (String one : all) {
            Optional<String> supposed =
                    items.stream()
                            .map(Corrections::plain)
                            .filter(item ->
                                    one.equalsIgnoreCase(item)
                                            || one.startsWith("eGFR ")
                                                    && item.startsWith("no longer eGFR ")
                                            || one.startsWith("about ")
                                                    && item.equalsIgnoreCase(
                                                            one.replaceFirst("about", "has")))
                            .findFirst();
            marked.add(
                    supposed.map(item -> SUPPOSED + (item.startsWith("no longer") ? one : item))
                            .orElse(one));
        }
        return marked;
    }

    /// The text without what a turn only supposed.
    static String withoutSupposed(String text) {
        Corrections all = in(text);
        return new Corrections(all.main, told(all.carried), told(all.items)).text();
    }

    /// Whether an illness or a treatment was carried over.
    boolean carriesProblems() {
        return carried.stream().anyMatch(item -> bare(item).startsWith("about "));
    }

    /// What was only supposed not to be so.
    List<String> supposedAway() {
        return denied().stream().filter(item -> !bare(item).equals(item)).toList();
    }

    private static List<String> told(List<String> items) {
        return items.stream().filter(item -> bare(item).equals(item)).toList();
    }

    /// What was supposed and is still neither told nor denied.
    List<String> supposed() {
        return all().stream()
                .filter(item -> !bare(item).equals(item))
                .map(Corrections::bare)
                .toList();
    }

    private static String subject(String item) {
        String lower = bare(item).toLowerCase(Locale.ROOT);
        if (PREGNANT.matcher(lower).matches()) {
            return "pregnancy";
        }
        if (lower.matches("(?:not )?breastfeeding")) {
            return "breastfeeding";
        }
        if (lower.startsWith(ASKED_FOR)) {
            return ASKED_FOR;
        }
        Matcher parts = ITEM.matcher(lower);
        String key = parts.matches() && parts.group(1) != null ? parts.group(1) : "";
        return switch (key) {
            case "age", "in" -> "age";
            case "sex", "weight", "egfr", "allergy", "pregnancy", "question about" -> key;
            case "allergic to", "not allergic to" -> "allergic to " + parts.group(2);
            case "has", "does not have", "not about", "about", "takes" -> "about " + parts.group(2);
            default -> lower;
        };
    }

    boolean isEmpty() {
        return items.isEmpty() && carried.isEmpty();
    }

    /// The question without its corrections.
    String main() {
        return main;
    }

    /// The corrections as they stand behind a question.
    String block() {
        return (carried.isEmpty() ? "" : " [Carried over: " + String.join("; ", carried) + "]")
                + (items.isEmpty() ? "" : " [Corrected: " + String.join("; ", items) + "]");
    }

    /// What was carried over and what was corrected since; a correction takes the place of what was
    /// carried over on the same thing.
    private List<String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        carried.forEach(item -> all.put(subject(item), item));
        items.forEach(item -> all.put(subject(item), item));
        all.values().removeIf(SignsTold::isOne);
        return List.copyOf(all.values());
    }

    /// What was taken out of the case, and a weight told anew, which still holds where its words are told again.
    List<String> denied() {
        return all().stream()
                .filter(item ->
                        item.matches(
                                "(?i)(?:supposed )?(?:does not have|not about|no longer|weight|not allergic to) .*|(?:egfr|allergy) not told"))
                .toList();
    }

    /// The kind of question, where that was corrected.
    @Nullable QuestionKind kind() {
        for (String item : all()) {
            for (QuestionKind kind : QuestionKind.values()) {
                if (item.equalsIgnoreCase("question about " + kind.code())) {
                    return kind;
                }
            }
        }
        return null;
    }

    /// Whom of several people told of the question is for, where a part of a question or a correction says.
    @Nullable String askedFor() {
        return all().stream()
                .filter(item -> item.toLowerCase(Locale.ROOT).startsWith(ASKED_FOR))
                .map(item -> item.substring(ASKED_FOR.length()).strip())
                .findFirst()
                .orElse(null);
    }

    /// The text to be read: what was replaced blanked, the corrections as sentences.
    String read(Terminology terminology) {
        StringBuilder text = new StringBuilder(main);
        StringBuilder told = new StringBuilder();
        List<Mention> mentions = terminology.read(main).mentions();
        for (String item : all()) {
            correct(item, mentions, terminology, text)
                    .ifPresent(said -> told.append(' ').append(said));
        }
        return text.append(told).toString();
    }

    private Optional<String> correct(
            String told, List<Mention> mentions, Terminology terminology, StringBuilder text) {
        String item = bare(told);
        String lower = item.toLowerCase(Locale.ROOT);
        boolean isPregnancy = lower.endsWith("pregnant") || lower.equals("pregnancy not told");
        if (isPregnancy || lower.endsWith("breastfeeding")) {
            blank(isPregnancy ? PREGNANCY : BREASTFEEDING, text);
            return lower.endsWith("told")
                    ? Optional.empty()
                    : Optional.of("The patient is " + lower + ".");
        }
        Matcher parts = ITEM.matcher(item);
        if (!parts.matches() || parts.group(1) == null) {
            return Optional.empty();
        }
        String value = parts.group(2).strip();
        boolean unsaid = value.equalsIgnoreCase("not told");
        switch (parts.group(1).toLowerCase(Locale.ROOT)) {
            case "age" -> {
                NotedAges.in(main).forEach(age -> blank(fromItsNumber(age.span()), text));
                return unsaid
                        ? Optional.empty()
                        : Optional.of("The patient is " + value + " old." + sexOfAges());
            }
            case "sex" -> {
                PatientSex.sexWords(Wording.of(main)).forEach(span -> blank(span, text));
                String age = ageOfSexes(text);
                return unsaid && age.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                ((unsaid ? "" : "The patient is " + value + ".") + age).strip());
            }
            case "has", "does not have" -> {
                blankAll(value, mentions, terminology, text);
                return Optional.of(
                        "The patient "
                                + parts.group(1).toLowerCase(Locale.ROOT)
                                + " "
                                + value
                                + ".");
            }
            case "weight" -> {
                if (unsaid) {
                    blank(WEIGHT, text);
                    return Optional.empty();
                }
                return Optional.of("The patient weighs " + value + ".");
            }
            case "allergy" -> blank(Allergies.ANY, text);
            case "egfr" -> {
                if (unsaid) {
                    blank(EGFR, text);
                    return Optional.empty();
                }
                return RENAL.matcher(main).find()
                        ? Optional.empty()
                        : Optional.of("The eGFR is " + value + ".");
            }
            case "not allergic to" -> {
                blank(Allergies.to(value), text);
                return Optional.of("The patient is not allergic to " + value + ".");
            }
            case "takes", "allergic to" -> {
                boolean takes = parts.group(1).equalsIgnoreCase("takes");
                return Optional.of(
                        "The patient " + (takes ? "takes " : "is allergic to ") + value + ".");
            }
            case "in" -> {
                NotedAges.in(main).forEach(age -> blank(age.span(), text));
                return Optional.of("It is asked for " + value + ".");
            }
            case "about" -> {
                return Optional.of("The question is about " + value + ".");
            }
            case "not about" -> blankAll(value, mentions, terminology, text);
            case "no longer" -> blankWords(value, text);
            default -> {}
        }
        return Optional.empty();
    }

    /// Blanks what names the same thing as `words`, and those words themselves.
    private static void blankAll(
            String words, List<Mention> mentions, Terminology terminology, StringBuilder text) {
        List<String> ids =
                terminology.read(words).mentions().stream().map(one -> one.concept().id()).toList();
        for (Mention mention : mentions) {
            if (mention.words().equalsIgnoreCase(words)
                    || mention.concept().name().equalsIgnoreCase(words)
                    || ids.contains(mention.concept().id())) {
                blank(mention.span(), text);
            }
        }
        blankWords(words, text);
    }

    private static void blankWords(String words, StringBuilder text) {
        blank(Pattern.compile("(?i)(?<![\\w.])" + Pattern.quote(words) + "(?!\\w)"), text);
    }

    /// "5-year-old boy" tells a sex beside the age that is replaced.
    private String sexOfAges() {
        StringBuilder ages = new StringBuilder();
        NotedAges.in(main)
                .forEach(age -> ages.append(fromItsNumber(age.span()).of(main)).append(' '));
        Sex sex = PatientSex.only(Wording.of(ages.toString()), PatientSex.FEMALE, PatientSex.MALE);
        Matcher noted = NOTED_SEX.matcher(ages);
        if (sex == null && noted.find()) {
            sex = noted.group(2).equals("F") ? Sex.FEMALE : Sex.MALE;
        }
        boolean corrected = all().stream().anyMatch(item -> subject(item).equals("sex"));
        return sex == null || corrected
                ? ""
                : " The patient is " + sex.name().toLowerCase(Locale.ROOT) + ".";
    }

    /// "72M" tells an age beside the sex that is replaced.
    private String ageOfSexes(StringBuilder text) {
        String age = "";
        for (Ages.Found found : NotedAges.in(main)) {
            Matcher noted = NOTED_SEX.matcher(found.span().of(main));
            if (noted.matches()) {
                blank(found.span(), text);
                age = " The patient is " + noted.group(1) + " years old.";
            }
        }
        boolean corrected = all().stream().anyMatch(item -> subject(item).equals("age"));
        return corrected ? "" : age;
    }

    /// Of "son (6" the number only: who it is still holds.
    private Span fromItsNumber(Span age) {
        Matcher number = Pattern.compile("\\d").matcher(age.of(main));
        return number.find() ? new Span(age.start() + number.start(), age.end()) : age;
    }

    private static void blank(Pattern pattern, StringBuilder text) {
        Matcher found = pattern.matcher(text.toString());
        while (found.find()) {
            blank(new Span(found.start(), found.end()), text);
        }
    }

    private static void blank(Span span, StringBuilder text) {
        for (int at = span.start(); at < span.end(); at++) {
            text.setCharAt(at, ' ');
        }
    }
}

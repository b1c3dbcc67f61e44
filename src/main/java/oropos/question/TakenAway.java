package oropos.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Concept;
import oropos.terminology.Terminology;

/// What a turn takes away from the case told before, or says the opposite of: "what if her kidneys were
/// normal?", "suppose he had no asthma", "correction: he is not on lithium".
///
/// Only that one thing leaves the case: the illness denied and the kinds of it, never one that it is a
/// kind of. A drug leaves only where it was told as taken, since "what if she does not take it?" asks what
/// happens without what is asked about. What is denied and was told by nobody is said to be so. Where
/// something gets better, stops or goes away the case stays as it was told: a sign that may go is there.
/// The words are a list editors own, `taken-away.tsv`.
final class TakenAway {

    static final String FILE = "taken-away.tsv";

    /// The form of what is as it should be.
    static final String NORMAL = "normal";

    static final String IN_PLACE = " in place of ";

    private static final String NO_LONGER = "no longer ";

    static final String LEFT_OUT = "left out: ";

    static final Away NOTHING = new Away(List.of(), List.of(), List.of());

    private static final String NUMBER =
            "\\\\b[^\\\\d.;?]{0,20}\\\\d{1,4}(?:\\\\.\\\\d{1,2})?(?:\\\\s?(?:ml/min(?:/1\\\\.73 ?m2?)?|\u00b5mol/l|umol/l|mmol/l|g/d?l|mg/dl|mmhg|%|x10\\\\^?9/l|/\\\\d{2,3}))?";

    private static final String BETWEEN =
            "(?: (?:on|taking|having|an?|the|his|her|their|my|your|any|this|that|been|such|known))*\\s*$";

    private static final Pattern BE =
            Pattern.compile(
                    "(?i)^\\s*(?:had been|have been|has been|was|were|are|is|being|be|works?|worked|functions?|functioned|stay(?:ed)?|came back|come back)(?: only| all| both| quite| completely| perfectly| still| now)*\\s*$");

    /// "Without the asthma and the": both are denied; "no fever and a" denies one.
    private static final Pattern ONE_OF_TWO =
            Pattern.compile(
                    "(?i)\\b(?:without|neither|absence of)\\b[^.?!,;]{1,40} (?:and|or|nor)(?: (?:the|an?|his|her|my|any))? $");

    private static final Pattern OWN =
            Pattern.compile(
                    "(?i)\\b(?:his|her|my|their|(?:the|a) (?:new|latest)|today['\u2019]?s)(?: (?:new|latest|last))? $");

    /// What an illness leaves of the case.
    ///
    /// @param items corrections that take it out of the question
    /// @param told what became of the case, in words
    /// @param denied words of what was denied
    record Away(List<String> items, List<String> told, List<String> denied) {
        Away and(Away other) {
            return new Away(
                    Stream.concat(items.stream(), other.items.stream()).toList(),
                    Stream.concat(told.stream(), other.told.stream()).toList(),
                    denied);
        }
    }

    /// @param below the illnesses with all below them
    /// @param exact the illnesses as such
    private record Row(
            String form,
            Pattern pattern,
            List<Concept> below,
            List<Concept> exact,
            @Nullable Pattern also,
            String example,
            String not) {}

    private final List<Row> rows = new ArrayList<>();
    private final Terminology terminology;
    private final Pattern normal;
    private final Pattern denies;

    /// @throws IllegalStateException naming the row that is not as it should be
    TakenAway(RuleFile.Table table, Terminology terminology) {
        this.terminology = terminology;
        for (List<String> row : table.rows()) {
            List<Concept> below = new ArrayList<>();
            List<Concept> exact = new ArrayList<>();
            for (String one : row.get(2).equals("-") ? new String[0] : row.get(2).split(" ")) {
                (one.endsWith("+") ? below : exact)
                        .add(
                                terminology
                                        .concept(one.replace("+", ""))
                                        .orElseThrow(() ->
                                                new IllegalStateException(
                                                        FILE + ": no vocabulary has " + one)));
            }
            rows.add(
                    new Row(
                            row.get(0),
                            Pattern.compile("(?i)\\b(?:" + row.get(1) + ")(?!\\w)"),
                            below,
                            exact,
                            row.get(3).equals("-")
                                    ? null
                                    : Pattern.compile(
                                            "(?i)(?<!\\w)(?:"
                                                    + row.get(3).replaceAll("#", NUMBER)
                                                    + ")(?!\\w)"),
                            row.get(4),
                            row.get(5)));
        }
        this.normal = Pattern.compile("(?i)" + all("normal") + "(?!\\w)");
        this.denies = Pattern.compile("(?i)(?<![\\w'\u2019])" + all("denies") + BETWEEN);
    }

    private String all(String form) {
        return rows.stream()
                .filter(row -> row.form().equals(form))
                .map(row -> row.pattern().pattern().replace("(?i)\\b", "").replace("(?!\\w)", ""))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /// Whether a turn takes something away where it supposes it: "without ...", "with normal ...".
    static boolean isSupposed(String text) {
        return TurnCue.CONDITION.isIn(text)
                || TurnCue.CHANGES_IF.isIn(text)
                || TurnCue.WITHOUT.isIn(text)
                || TurnCue.ASKS_IF.isIn(text)
                || TurnCue.WITH_NORMAL.isIn(text);
    }

    /// @param last the text asked before
    /// @param taken ids of the drugs told as taken there
    Away in(String text, Said now, Said then, String last, Set<String> taken) {
        List<String> items = new ArrayList<>();
        List<String> told = new ArrayList<>();
        List<String> denied = new ArrayList<>();
        for (Finding one : now.problems()) {
            if (isDenied(one, text)) {
                denied.add(one.words());
                List<Finding> gone = kindsOf(one.id(), then.problems());
                gone.forEach(problem -> items.add("does not have " + problem.words()));
                if (gone.isEmpty() && isRow(one.words())) {
                    continue;
                }
                if (gone.isEmpty()) {
                    items.add("does not have " + one.words());
                }
                told.addAll(without(one.words(), gone));
            }
        }
        for (Finding one : now.drugs()) {
            if (isDenied(one, text)) {
                List<Finding> gone =
                        kindsOf(one.id(), then.drugs()).stream()
                                .filter(drug -> taken.contains(drug.id()))
                                .toList();
                gone.forEach(drug -> items.add("not about " + drug.words()));
                if (!gone.isEmpty() || kindsOf(one.id(), then.drugs()).isEmpty()) {
                    told.addAll(without(one.words(), gone));
                }
            }
        }
        for (Row row : rows) {
            phrase(row, text).ifPresent(words -> take(row, words, then, last, items, told));
        }
        replaced(text, false, last, items, told);
        return new Away(wordsFirst(items), distinct(told), denied);
    }

    /// What a part of the body that is normal again takes away.
    Away normalAgain(String text, Said then, String last) {
        List<String> items = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (Row row : rows) {
            if (row.form().equals("state")) {
                phrase(row, text).ifPresent(words -> take(row, words, then, last, items, told));
            }
        }
        return new Away(wordsFirst(items), distinct(told), List.of());
    }

    /// Values that a turn tells anew: "his eGFR is 90 now" leaves the old one out, "it was 60 last year" does not.
    Away toldAgain(String text, String last) {
        if (TurnCue.WAS_BEFORE.isIn(text)) {
            return NOTHING;
        }
        List<String> items = new ArrayList<>();
        List<String> told = new ArrayList<>();
        replaced(text, text.endsWith("?"), last, items, told);
        return new Away(wordsFirst(items), distinct(told), List.of());
    }

    /// @param own only "his eGFR is 90", since "is eGFR 60 the limit?" tells none of the patient
    private void replaced(
            String text, boolean own, String last, List<String> items, List<String> told) {
        List<String> gone = Corrections.in(last).denied();
        for (Row row : rows) {
            if (row.also() == null) {
                continue;
            }
            List<String> old = values(row.also(), Corrections.in(last).main(), false);
            for (String value : values(row.also(), text, own)) {
                for (String one : old) {
                    if (name(one).equals(name(value))
                            && !one.equalsIgnoreCase(value)
                            && gone.stream().noneMatch(item -> item.endsWith(NO_LONGER + one))) {
                        items.add(NO_LONGER + one);
                        told.add(value + IN_PLACE + one);
                    }
                }
            }
        }
    }

    /// The values with a number.
    private static List<String> values(Pattern pattern, String text, boolean own) {
        return pattern.matcher(text)
                .results()
                .filter(found -> !own || OWN.matcher(text.substring(0, found.start())).find())
                .map(found -> found.group().strip())
                .filter(words -> words.matches("(?s).*\\d.*"))
                .toList();
    }

    private static String name(String value) {
        return value.toLowerCase(Locale.ROOT).replaceFirst("(?s)[^\\p{L}+].*", "");
    }

    /// Whether a row of what is no illness of its own says what becomes of it.
    private boolean isRow(String words) {
        return rows.stream()
                .filter(row -> row.form().equals("denied"))
                .anyMatch(row -> row.pattern().matcher(words).find());
    }

    /// What is left unread word for word goes before what blanks a part of those words.
    private static List<String> wordsFirst(List<String> items) {
        Comparator<String> first = Comparator.comparing(item -> !item.startsWith(NO_LONGER));
        return distinct(items).stream().sorted(first).toList();
    }

    private static List<String> distinct(List<String> all) {
        return List.copyOf(new LinkedHashSet<>(all));
    }

    private static List<String> without(String words, List<Finding> gone) {
        return gone.isEmpty()
                ? List.of("no " + words + ": nobody had told of it")
                : gone.stream().map(one -> LEFT_OUT + one.words()).toList();
    }

    private void take(
            Row row, String words, Said then, String last, List<String> items, List<String> told) {
        int before = items.size();
        for (Finding problem : then.problems()) {
            if (problem.isSearched() && isOf(row, problem.id())) {
                items.add("does not have " + problem.words());
                told.add(LEFT_OUT + problem.words());
            }
        }
        if (row.also() != null) {
            Matcher also = row.also().matcher(Corrections.in(last).main());
            while (also.find()) {
                String value = also.group().strip();
                items.add(NO_LONGER + value);
                told.add(LEFT_OUT + value);
            }
        }
        if (items.size() == before) {
            told.add(
                    row.form().equals("denied")
                            ? "no " + words + ": nobody had told of it"
                            : words + ": nobody had told otherwise");
        }
    }

    private boolean isOf(Row row, String id) {
        Optional<Concept> concept = terminology.concept(id);
        return concept.isPresent()
                && (row.below().stream().anyMatch(concept.get()::isA)
                        || row.exact().stream().anyMatch(one -> one.id().equals(id)));
    }

    /// The findings that are what is named or a kind of it.
    List<Finding> kindsOf(String id, List<Finding> findings) {
        Optional<Concept> named = terminology.concept(id);
        return findings.stream()
                .filter(Finding::isSearched)
                .filter(one ->
                        one.id().equals(id)
                                || named.isPresent()
                                        && terminology
                                                .concept(one.id())
                                                .filter(concept -> concept.isA(named.get()))
                                                .isPresent())
                .toList();
    }

    /// "He had no asthma": denied right before the words.
    private boolean isDenied(Finding one, String text) {
        int at = text.toLowerCase(Locale.ROOT).indexOf(one.words().toLowerCase(Locale.ROOT));
        String before = at > 0 ? text.substring(0, at) : "";
        return denies.matcher(before).find() || ONE_OF_TWO.matcher(before).find();
    }

    /// The words of a turn in which a row is heard.
    private Optional<String> phrase(Row row, String text) {
        Matcher found = row.pattern().matcher(text);
        while (found.find()) {
            String before = text.substring(0, found.start());
            boolean heard =
                    switch (row.form()) {
                        case "told" -> true;
                        case "denied" -> denies.matcher(before).find();
                        case "state" -> isNormal(before, text.substring(found.end()));
                        default -> false;
                    };
            if (heard) {
                return Optional.of(found.group() + (row.form().equals("state") ? " normal" : ""));
            }
        }
        return Optional.empty();
    }

    /// "Her kidneys were normal", "with normal kidneys"; "her kidneys were not normal" is neither.
    private boolean isNormal(String before, String after) {
        Matcher behind = normal.matcher(after);
        if (behind.find() && BE.matcher(after.substring(0, behind.start())).matches()) {
            return true;
        }
        Matcher ahead = normal.matcher(before);
        int end = -1;
        int start = -1;
        while (ahead.find()) {
            start = ahead.start();
            end = ahead.end();
        }
        return end >= 0
                && before.substring(end).isBlank()
                && !before.substring(0, start).matches("(?is).*\\b(?:not?|n['\u2019]t|ab)\\W*");
    }

    /// Rows whose example is not heard or whose look-alike is: for checking the file.
    List<String> faults() {
        return rows.stream()
                .flatMap(row ->
                        Stream.of(
                                        isHeard(row, row.example())
                                                ? ""
                                                : row.form() + " not heard: " + row.example(),
                                        isHeard(row, row.not())
                                                ? row.form() + " heard: " + row.not()
                                                : "")
                                .filter(fault -> !fault.isEmpty()))
                .toList();
    }

    private boolean isHeard(Row row, String text) {
        return switch (row.form()) {
            case "normal" -> normal.matcher(text).find();
            case "denies" -> {
                int at = text.lastIndexOf(" ");
                yield denies.matcher(text.substring(0, at)).find();
            }
            default -> phrase(row, text).isPresent();
        };
    }
}

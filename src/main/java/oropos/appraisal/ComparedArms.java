package oropos.appraisal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Span;

/// Where a text speaks of the two arms of a comparison: by their own words, by a short form the text
/// gives them, by the letter of their group, or as the treated and the untreated.
final class ComparedArms {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*|\\d+(?:\\.\\d+)?");

    static final Pattern SHORT_FORM =
            Pattern.compile(
                    "((?:[\\w/+-]+ ){0,7}[\\w/+-]+) [(\\[]([A-Z][A-Za-z0-9-]{1,9})[)\\];,]");

    private static final Pattern GROUP =
            Pattern.compile("\\b(?:group|arm|regimen) ([a-d]|[1-4]|i{1,3}|iv)\\b");

    private static final Pattern DENIED =
            Pattern.compile("\\b(?:no|without|not|non|never|omi\\w+|un)[ -](?:\\w+[ -])?$");

    private static final Pattern NO = Pattern.compile("^(?:only )?(?:no|without|not|nothing)\\b.*");

    private static final Pattern ALONE = Pattern.compile("^ (?:\\([^)]*\\) )?(?:alone|only)\\b");

    private static final Pattern JOINED =
            Pattern.compile("\\b(?:combin\\w+|plus|and|with|add\\w*)\\b");

    private static final int NEAR = 60;

    /// A place where an arm is named.
    ///
    /// @param one whether it is the first arm
    /// @param own whether by words of its own, not as "the control group"
    record Named(int start, int end, boolean one, boolean own) {}

    private final ComparisonWords words;
    private final Set<String> one;
    private final Set<String> other;
    private final Set<Pattern> controls = new LinkedHashSet<>();
    private final Set<Pattern> treated = new LinkedHashSet<>();
    private final boolean controlled;
    private final boolean combined;
    private final Map<String, Boolean> groups = new HashMap<>();

    ComparedArms(Comparison asked, String title, String text, ComparisonWords words) {
        this.words = words;
        Set<String> outcome = stems(asked.outcome());
        Set<String> first = told(stems(asked.one()), outcome);
        Set<String> second = told(stems(asked.other()), outcome);
        Set<String> both = new HashSet<>(first);
        both.retainAll(second);
        boolean denied = NO.matcher(asked.other()).matches();
        Set<String> firstOnly = new LinkedHashSet<>(first);
        Set<String> secondOnly = new LinkedHashSet<>(second);
        if (!firstOnly.equals(both)) {
            firstOnly.removeAll(both);
        }
        secondOnly.removeAll(both);
        boolean plainly = words.of("plainly").matcher(asked.other()).matches();
        controlled =
                denied
                        || plainly
                        || secondOnly.isEmpty()
                        || words.kinds("control").values().stream()
                                .anyMatch(control -> control.matcher(asked.other()).find());
        if (controlled) {
            secondOnly.clear();
        }
        controls.add(words.kinds("control").get("ANY"));
        words.kinds("control")
                .forEach((kind, control) -> {
                    if (controlled
                            && (control.matcher(asked.other()).find()
                                    || (kind.equals("PLACEBO") && denied)
                                    || (kind.equals("USUAL") && plainly && !denied)
                                    || (kind.equals("ALONE") && second.equals(both)))) {
                        controls.add(control);
                    }
                });
        treated.add(words.of("treated"));
        if (ComparisonWords.plain(title).contains("vaccin")) {
            treated.add(words.of("vaccinated"));
        }
        combined = JOINED.matcher(asked.one()).find();
        one = firstOnly;
        other = secondOnly;
        shortForms(title + ". " + text);
        groups(title + ". " + text);
    }

    /// Without words of the outcome, where others are left.
    private static Set<String> told(Set<String> stems, Set<String> outcome) {
        Set<String> left = new LinkedHashSet<>(stems);
        left.removeAll(outcome);
        return left.isEmpty() ? stems : left;
    }

    /// A word without its ending, or the name of the words it is like.
    private String stem(String word) {
        for (Map.Entry<String, Pattern> alike : words.kinds("alike").entrySet()) {
            if (alike.getValue().matcher(word).matches()) {
                return alike.getKey();
            }
        }
        return ConclusionSigns.stem(word);
    }

    /// The stems of a phrase that tell something.
    Set<String> stems(String phrase) {
        Set<String> stems = new LinkedHashSet<>();
        Matcher matcher = WORD.matcher(ComparisonWords.plain(phrase));
        while (matcher.find()) {
            for (String word : matcher.group().split("-")) {
                if (word.length() > 1 && !words.of("empty").matcher(word).matches()) {
                    stems.add(stem(word));
                }
            }
        }
        return stems;
    }

    private void shortForms(String text) {
        Matcher matcher = SHORT_FORM.matcher(text);
        while (matcher.find()) {
            String form = matcher.group(2);
            String[] before = matcher.group(1).split("[ -]");
            int letters = (int) form.chars().filter(Character::isUpperCase).count();
            int from = Math.max(0, before.length - Math.max(2, letters));
            Set<String> stems = new HashSet<>();
            boolean initial = false;
            for (int at = from; at < before.length; at++) {
                stems.addAll(stems(before[at]));
                initial |=
                        !before[at].isEmpty()
                                && Character.toLowerCase(before[at].charAt(0))
                                        == Character.toLowerCase(form.charAt(0));
            }
            boolean ofOne = stems.stream().anyMatch(one::contains);
            boolean ofOther = stems.stream().anyMatch(other::contains);
            if (initial && ofOne != ofOther && form.length() > 1) {
                (ofOne ? one : other).add(ConclusionSigns.stem(ComparisonWords.plain(form)));
            }
        }
    }

    /// "Group A" is the arm named nearest to where the letter first stands.
    private void groups(String text) {
        String plain = ComparisonWords.plain(text);
        List<Named> named = named(plain);
        Matcher matcher = GROUP.matcher(plain);
        Map<String, Boolean> read = new HashMap<>();
        while (matcher.find()) {
            if (read.containsKey(matcher.group(1))) {
                continue;
            }
            int at = matcher.start();
            int end = matcher.end();
            boolean bracket = at > 0 && "([".indexOf(plain.charAt(at - 1)) >= 0;
            named.stream()
                    .filter(Named::own)
                    .filter(one ->
                            bracket
                                    ? one.end() <= at && at - one.end() < NEAR
                                    : one.start() >= end && one.start() - end < NEAR)
                    .min(
                            Comparator.comparingInt(
                                    one -> bracket ? at - one.end() : one.start() - end))
                    .ifPresent(one -> read.put(matcher.group(1), one.one()));
        }
        if (read.size() == 1
                && GROUP.matcher(plain).results().map(m -> m.group(1)).distinct().count() == 2) {
            Map.Entry<String, Boolean> only = read.entrySet().iterator().next();
            GROUP.matcher(plain)
                    .results()
                    .map(found -> found.group(1))
                    .filter(letter -> !letter.equals(only.getKey()))
                    .findFirst()
                    .ifPresent(letter -> read.put(letter, !only.getValue()));
        }
        if (read.size() == 2 && new HashSet<>(read.values()).size() == 2) {
            groups.putAll(read);
        }
    }

    /// Whether a text holds every word of a phrase that tells something, or one like it.
    boolean speaksOf(String phrase, String plain) {
        Map<String, Pattern> alike = words.kinds("alike");
        return stems(phrase).stream()
                .allMatch(stem -> {
                    Pattern like = alike.get(stem);
                    return like == null ? plain.contains(stem) : like.matcher(plain).find();
                });
    }

    /// Where the arms are named, in order.
    List<Named> named(String plain) {
        List<Named> found = new ArrayList<>();
        Matcher matcher = WORD.matcher(plain);
        while (matcher.find()) {
            int start = matcher.start();
            for (String word : matcher.group().split("-")) {
                String stem = stem(word);
                boolean first = one.contains(stem);
                if (first != other.contains(stem)
                        && isStrong(word, first ? one : other, plain, start)
                        && !(first
                                && combined
                                && ALONE.matcher(plain.substring(start + word.length())).find())) {
                    boolean no =
                            first
                                    && controlled
                                    && DENIED.matcher(
                                                    plain.substring(
                                                            Math.max(0, matcher.start() - 24),
                                                            matcher.start()))
                                            .find();
                    found.add(new Named(start, start + word.length(), first && !no, true));
                }
                start += word.length() + 1;
            }
        }
        treated.forEach(pattern -> all(plain, pattern, true, found));
        controls.forEach(pattern -> all(plain, pattern, false, found));
        Matcher group = GROUP.matcher(plain);
        while (group.find()) {
            Boolean first = groups.get(group.group(1));
            if (first != null) {
                found.add(new Named(group.start(), group.end(), first, true));
            }
        }
        found.sort(Comparator.comparingInt(Named::start));
        List<Named> joined = new ArrayList<>();
        for (Named next : found) {
            Named last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && next.start() < last.end()) {
                continue;
            }
            if (last != null && last.one() == next.one() && next.start() - last.end() <= 2) {
                joined.set(
                        joined.size() - 1,
                        new Named(last.start(), next.end(), last.one(), last.own() || next.own()));
                continue;
            }
            joined.add(next);
        }
        return joined;
    }

    /// A word that many treatments share names an arm only beside another of its words.
    private boolean isStrong(String word, Set<String> arm, String plain, int start) {
        if (arm.size() < 2 || !words.of("weak").matcher(word).matches()) {
            return true;
        }
        int end = start + word.length();
        String around =
                plain.substring(Math.max(0, start - 14), start)
                        + " "
                        + plain.substring(end, Math.min(plain.length(), end + 14));
        return stems(around).stream().anyMatch(arm::contains);
    }

    private static void all(String plain, Pattern pattern, boolean one, List<Named> found) {
        Matcher matcher = pattern.matcher(plain);
        while (matcher.find()) {
            found.add(new Named(matcher.start(), matcher.end(), one, false));
        }
    }

    /// Whether a text sets something against a control where neither arm is one.
    boolean speaksOfAnother(String plain) {
        return !controlled
                && words.kinds("control").entrySet().stream()
                        .anyMatch(kind ->
                                !kind.getKey().equals("ALONE")
                                        && kind.getValue().matcher(plain).find());
    }

    /// Whether a text gives both arms together where the question does not ("A plus B").
    boolean areJoined(String plain, List<Named> named) {
        if (combined) {
            return false;
        }
        for (int at = 0; at + 1 < named.size(); at++) {
            Named arm = named.get(at);
            Named next = named.get(at + 1);
            if (arm.one() != next.one()
                    && arm.own()
                    && next.own()
                    && TOGETHER.matcher(plain.substring(arm.end(), next.start())).matches()) {
                return true;
            }
        }
        return false;
    }

    private static final Pattern TOGETHER =
            Pattern.compile(
                    " ?(?:plus|\\+|combined with|in combination with|added to|together with) ?(?:\\w+ )?");

    /// Whether a text names the first arm by words of its own, and the other, or a control of its kind.
    boolean areIn(String text) {
        List<Named> named = named(ComparisonWords.plain(text));
        return named.stream().anyMatch(arm -> arm.one() && arm.own())
                && named.stream().anyMatch(arm -> !arm.one());
    }

    /// Whether a sentence speaks of the groups of its study, by no other names.
    boolean speaksOfGroups(String text) {
        String plain = ComparisonWords.plain(text);
        List<Named> named = named(plain);
        return (named.stream().anyMatch(Named::one) && named.stream().anyMatch(arm -> !arm.one()))
                || (named.isEmpty() && GROUPS.matcher(plain).find());
    }

    private static final Pattern GROUPS =
            Pattern.compile(
                    "\\b(?:between|in|of|across) (?:the |both |two |these |study |treatment )*(?:groups|arms)\\b");

    static String of(String text, Span span) {
        return text.substring(span.start(), span.end());
    }
}

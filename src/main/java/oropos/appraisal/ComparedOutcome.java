package oropos.appraisal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The outcome of a comparison, and how far a sentence speaks of it.
final class ComparedOutcome {

    /// What only says how or when an outcome is counted weighs little.
    private static final double BESIDE = .25;

    /// Words from this length on are the same where all but their last letters are.
    private static final int LONG = 8;

    private static final int ENDING = 3;

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*|\\d+");

    private static final Pattern NUMBER =
            Pattern.compile("\\d+|one|two|three|four|five|six|twelve");

    /// How far a sentence speaks of an outcome.
    ///
    /// @param share of its words, 0 to 1
    /// @param at where its words stand in the sentence
    /// @param turned whether it speaks of the opposite ("survival" for mortality)
    record Told(double share, List<Place> at, boolean turned) {

        /// How many of its words stand from here to there.
        long heads(int from, int to) {
            return at.stream()
                    .filter(place -> place.at() >= from && place.at() < to)
                    .map(Place::head)
                    .distinct()
                    .count();
        }
    }

    /// Where a word of the outcome stands.
    record Place(int at, String head) {}

    private final ComparisonWords words;
    private final Set<String> heads = new LinkedHashSet<>();
    private final Set<String> beside = new LinkedHashSet<>();
    private final boolean wanted;
    private final boolean change;
    private final @Nullable Pattern shortForm;

    /// @param text where it may be given a short form
    ComparedOutcome(String outcome, String text, ComparisonWords words) {
        this.words = words;
        String plain = ComparisonWords.plain(outcome);
        Matcher cut = words.of("cut").matcher(plain);
        int end = cut.find() && cut.start() > 3 ? cut.start() : plain.length();
        Matcher matcher = WORD.matcher(plain);
        while (matcher.find()) {
            String word = matcher.group();
            if (words.of("empty").matcher(word).matches()) {
                if (NUMBER.matcher(word).matches()) {
                    beside.add(word);
                }
                continue;
            }
            boolean measure =
                    matcher.start() > end
                            || words.of("measure").matcher(word).matches()
                            || NUMBER.matcher(word).matches();
            (measure ? beside : heads).add(word);
        }
        if (heads.isEmpty()) {
            heads.addAll(beside);
            beside.clear();
        }
        wanted = words.of("better up").matcher(plain).find();
        change = words.of("change").matcher(plain).find();
        shortForm = shortForm(text);
    }

    /// "(DFS)" behind the words of the outcome, or nothing.
    private @Nullable Pattern shortForm(String text) {
        Matcher matcher = ComparedArms.SHORT_FORM.matcher(text);
        while (matcher.find()) {
            String form = ComparisonWords.plain(matcher.group(2));
            String before = ComparisonWords.plain(matcher.group(1));
            String near = String.join(" ", last(before.split(" "), form.length()));
            if (form.length() > 1
                    && heads.stream().allMatch(head -> !place(head, near).at().isEmpty())) {
                return Pattern.compile("\\b" + Pattern.quote(form) + "s?\\b");
            }
        }
        return null;
    }

    private static List<String> last(String[] words, int count) {
        return List.of(words).subList(Math.max(0, words.length - count), words.length);
    }

    /// Whether more of it is better.
    boolean isWanted() {
        return wanted;
    }

    /// Whether it is itself a change ("improvement").
    boolean isChange() {
        return change;
    }

    /// Whether it is living on: a ratio of hazards is then one of deaths.
    boolean isSurvival() {
        return heads.stream().anyMatch(head -> !kind("opposite", head).isEmpty());
    }

    /// Whether a sentence speaks of all of it, and of the numbers by which it is counted.
    boolean isWhollyIn(String plain) {
        return in(plain).at().stream().map(Place::head).distinct().count() >= heads.size()
                && beside.stream()
                        .filter(word -> NUMBER.matcher(word).matches())
                        .allMatch(word -> !place(word, plain).at().isEmpty());
    }

    Told in(String plain) {
        List<Place> at = new ArrayList<>();
        if (shortForm != null) {
            Matcher named = shortForm.matcher(plain);
            while (named.find()) {
                at.add(new Place(named.start(), ""));
            }
            if (!at.isEmpty()) {
                return new Told(1, at, false);
            }
        }
        double met = 0;
        double all = 0;
        boolean turned = false;
        for (String head : heads) {
            Found place = place(head, plain);
            all += 1;
            if (!place.at().isEmpty()) {
                met += 1;
                place.at().forEach(one -> at.add(new Place(one, head)));
                turned |= place.turned();
            }
        }
        for (String word : beside) {
            all += BESIDE;
            if (!place(word, plain).at().isEmpty()) {
                met += BESIDE;
            }
        }
        return new Told(all == 0 || at.isEmpty() ? 0 : met / all, at, turned);
    }

    private record Found(List<Integer> at, boolean turned) {}

    /// Where a word or one of its like stands, else where its opposite does.
    private Found place(String word, String plain) {
        List<Integer> at = new ArrayList<>();
        String alike = kind("alike", word);
        String opposite = kind("opposite", word);
        Pattern same =
                !alike.isEmpty()
                        ? words.kind("alike", alike)
                        : !opposite.isEmpty() ? words.kind("opposite", opposite) : beginning(word);
        find(same, plain, at);
        if (!at.isEmpty()) {
            return new Found(at, false);
        }
        String kind = alike.isEmpty() ? opposite : alike;
        Pattern turned =
                alike.isEmpty()
                        ? words.kinds("alike").get(kind)
                        : words.kinds("opposite").get(kind);
        if (!kind.isEmpty() && turned != null) {
            find(turned, plain, at);
        }
        return new Found(at, !at.isEmpty());
    }

    private static void find(Pattern pattern, String plain, List<Integer> at) {
        Matcher matcher = pattern.matcher(plain);
        while (matcher.find()) {
            if (!plain.startsWith("-related", matcher.end())) {
                at.add(matcher.start());
            }
        }
    }

    private String kind(String place, String word) {
        for (Map.Entry<String, Pattern> kind : words.kinds(place).entrySet()) {
            if (kind.getValue().matcher(word).matches()) {
                return kind.getKey();
            }
        }
        return "";
    }

    private static Pattern beginning(String word) {
        String stem = ConclusionSigns.stem(word);
        if (word.length() >= LONG) {
            stem = word.substring(0, Math.min(stem.length(), word.length() - ENDING));
        }
        return Pattern.compile(
                "\\b" + Pattern.quote(stem) + (stem.length() < 4 ? "s?\\b" : "\\w{0,7}\\b"));
    }
}

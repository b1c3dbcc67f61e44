package oropos.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Compared.Way;
import oropos.terminology.Sentences;
import oropos.terminology.Span;

/// Reads from a text which of two arms it sets higher in an outcome.
///
/// Only sentences that speak of the outcome are read, each by its own words: a word of more or less with
/// the arm it is said of, a denial of difference, a test or an interval, or a number for each arm. The
/// one that speaks of most of the outcome and names its arms speaks for the text. It is told with that
/// sentence and with how sure it is.
public final class Comparisons {

    /// A sentence must speak of this share of an outcome.
    static final double LEAST_SHARE = .5;

    /// How far from the outcome a word of more or less may stand, in UTF-16 units.
    private static final int NEAR = 110;

    private static final Pattern PARTS =
            Pattern.compile(
                    "; |, (?:and|but|whereas|while|although|however|with no|as (?:was|were))\\b|\\b(?:whereas|although|however|but)\\b|, (?=[a-z]+ (?:was|were|had) )");

    private final ComparisonWords words;

    private static final class Shipped {
        static final Comparisons ONLY = new Comparisons(ComparisonWords.shipped());
    }

    /// The reader with the shipped words, loaded once.
    public static Comparisons shipped() {
        return Shipped.ONLY;
    }

    Comparisons(ComparisonWords words) {
        this.words = words;
    }

    public String version() {
        return "comparison-words-" + words.version();
    }

    /// @param title of the source; it tells short forms and is not read for a direction
    /// @param text an abstract
    /// @return empty where no sentence says which way it goes
    public Optional<Compared> read(Comparison asked, String title, String text) {
        ComparedArms arms = new ComparedArms(asked, title, text, words);
        ComparedOutcome outcome = new ComparedOutcome(asked.outcome(), title + ". " + text, words);
        Said best = null;
        double most = 0;
        List<Span> sentences = Sentences.of(text);
        for (int at = 0; at < sentences.size(); at++) {
            Span span = sentences.get(at);
            String plain = ComparisonWords.plain(ComparedArms.of(text, span));
            ComparedOutcome.Told told = outcome.in(plain);
            if (told.share() < LEAST_SHARE
                    || words.of("aim").matcher(plain).find()
                    || words.of("background").matcher(plain).find()) {
                continue;
            }
            Said said = said(plain, span, told, arms, outcome);
            if (said == null) {
                continue;
            }
            double weight = said.weight() + (double) at / sentences.size() / 10;
            if (weight > most) {
                most = weight;
                best = said;
            }
        }
        return best == null ? Optional.empty() : Optional.of(best.compared());
    }

    /// Whether a sentence may stand as the ground of a direction. It speaks of all of the outcome, at the time
    /// asked for, and names both arms itself, or its title does and it speaks of the groups; and its text
    /// speaks of the people asked about. A question of more than two arms gets none.
    ///
    /// @param around what else of the source is at hand
    public boolean isGround(Comparison asked, String title, String around, String text, Span span) {
        ComparedArms arms = new ComparedArms(asked, title + ". " + around, text, words);
        String sentence = ComparedArms.of(text, span);
        String whole = ComparisonWords.plain(title + " " + around + " " + text);
        return words.isOfTwo(asked)
                && (arms.areIn(sentence) || (arms.areIn(title) && arms.speaksOfGroups(sentence)))
                && new ComparedOutcome(asked.outcome(), whole, words)
                        .isWhollyIn(ComparisonWords.plain(sentence))
                && arms.speaksOf(words.withoutPeople(asked.people()), whole);
    }

    /// What a sentence says.
    ///
    /// @param basis what it was read from
    private record Said(
            Way way, Basis basis, double share, boolean named, boolean tested, Span span) {

        double weight() {
            return share * 2 + (named ? .5 : 0) + (tested ? .4 : 0) + basis.weight;
        }

        Compared compared() {
            return new Compared(way, Sureness.of(this), span, named, tested);
        }
    }

    /// What a direction was read from.
    private enum Basis {
        WORDS(.5),
        SAME(.45),
        RATIO(.6),
        NUMBERS(.2);

        private final double weight;

        Basis(double weight) {
            this.weight = weight;
        }
    }

    private static final class Sureness {
        static double of(Said said) {
            double sure = said.basis() == Basis.NUMBERS ? .4 : .6;
            sure += said.share() >= .99 ? .05 : 0;
            sure += said.named() ? .1 : 0;
            sure += said.tested() ? .05 : 0;
            return Math.round(sure * 100) / 100.0;
        }
    }

    private @Nullable Said said(
            String plain,
            Span span,
            ComparedOutcome.Told told,
            ComparedArms arms,
            ComparedOutcome outcome) {
        List<Integer> cuts = new ArrayList<>(List.of(0));
        Matcher parts = PARTS.matcher(plain);
        while (parts.find()) {
            if (parts.start() - cuts.getLast() > 20) {
                cuts.add(parts.start());
            }
        }
        cuts.add(plain.length());
        int from = 0;
        int to = plain.length();
        long most = 0;
        for (int at = 0; at + 1 < cuts.size(); at++) {
            long heads = told.heads(cuts.get(at), cuts.get(at + 1));
            if (heads > most) {
                most = heads;
                from = cuts.get(at);
                to = cuts.get(at + 1);
            }
        }
        if (to < plain.length()
                && told.heads(to, next(cuts, to)) == 0
                && OF_THE_DIFFERENCE.matcher(plain.substring(to)).find()) {
            to = next(cuts, to);
        }
        Said inPart = in(plain, from, to, span, told, arms, outcome);
        return inPart != null || (from == 0 && to == plain.length())
                ? inPart
                : in(plain, 0, plain.length(), span, told, arms, outcome);
    }

    private static final Pattern OF_THE_DIFFERENCE =
            Pattern.compile(
                    "^[ ,;]*(?:but|although|however|though|and)?[ ,]*(?:the|this|these|that|it|with no)? ?(?:differences?|was not|were not|did not|not|no|failed|results?)\\b");

    private static int next(List<Integer> cuts, int at) {
        return cuts.stream().filter(cut -> cut > at).findFirst().orElse(at);
    }

    private @Nullable Said in(
            String plain,
            int from,
            int to,
            Span span,
            ComparedOutcome.Told told,
            ComparedArms arms,
            ComparedOutcome outcome) {
        String part = plain.substring(from, to);
        List<Integer> at =
                told.at().stream()
                        .map(place -> place.at() - from)
                        .filter(one -> one >= 0 && one < part.length())
                        .toList();
        if (at.isEmpty()) {
            return null;
        }
        List<ComparedArms.Named> named = arms.named(part);
        boolean both =
                named.stream().anyMatch(ComparedArms.Named::one)
                        && named.stream().anyMatch(one -> !one.one());
        if (arms.speaksOfAnother(part) && named.stream().allMatch(ComparedArms.Named::one)) {
            return null;
        }
        if (arms.areJoined(part, named)) {
            return null;
        }
        boolean set = both || named.stream().anyMatch(arm -> isReference(part, arm));
        int focus = at.stream().mapToInt(one -> one).max().orElse(0);
        Double p = ComparedNumbers.p(part, focus);
        Boolean differs = ComparedNumbers.differs(p);
        boolean tested = p != null || part.contains("significant");
        if (named.isEmpty() && !tested && !part.contains("group") && !part.contains(" arms")) {
            return null;
        }
        Way byRatio = ComparedNumbers.ratio(part, focus);
        tested |= byRatio != null;
        Way denied = denied(part, at);
        boolean directed = Boolean.TRUE.equals(differs) && directed(part, at, "up", "down") != null;
        if (denied != null && !directed) {
            return new Said(denied, Basis.SAME, told.share(), both, true, span);
        }
        if (Boolean.FALSE.equals(differs) || byRatio == Way.NO_DIFFERENCE) {
            return new Said(Way.NO_DIFFERENCE, Basis.RATIO, told.share(), both, true, span);
        }
        Way efficacy = ComparedNumbers.efficacy(part);
        if (efficacy != null) {
            return new Said(efficacy, Basis.RATIO, told.share(), true, true, span);
        }
        Way worded = worded(part, at, named, told, outcome);
        if (worded != null) {
            return new Said(worded, Basis.WORDS, told.share(), set, tested, span);
        }
        Way counted = arms.speaksOfAnother(part) ? null : ComparedNumbers.counted(part, named);
        if (counted != null) {
            return new Said(
                    told.turned() ? counted.turned() : counted,
                    Basis.NUMBERS,
                    told.share(),
                    both,
                    p != null,
                    span);
        }
        // A hazard ratio of survival is one of deaths: which of them is told is not sure.
        if (byRatio != null && !told.turned() && !outcome.isSurvival()) {
            boolean turned = named.stream().anyMatch(arm -> arm.one() && isReference(part, arm));
            return new Said(
                    turned ? byRatio.turned() : byRatio,
                    Basis.RATIO,
                    told.share(),
                    both,
                    true,
                    span);
        }
        return null;
    }

    /// Whether an arm is what another is compared with.
    private boolean isReference(String part, ComparedArms.Named arm) {
        return words.of("reference").matcher(part.substring(0, arm.start())).find();
    }

    private @Nullable Way denied(String part, List<Integer> at) {
        Matcher same = words.of("same").matcher(part);
        while (same.find()) {
            if (near(same.start(), same.end(), at) <= NEAR + CLOSE) {
                return Way.NO_DIFFERENCE;
            }
        }
        return null;
    }

    private static int near(int start, int end, List<Integer> at) {
        int nearest = Integer.MAX_VALUE;
        for (int one : at) {
            nearest = Math.min(nearest, one >= end ? one - end : Math.max(0, start - one));
        }
        return nearest;
    }

    /// What stands behind a comma is said of the outcome less likely: "improved response, decreased flares".
    private static int near(String part, int start, int end, List<Integer> at) {
        int nearest = Integer.MAX_VALUE;
        for (int one : at) {
            int from = Math.min(one, end);
            int to = Math.max(one, start);
            boolean parted = from < to && part.substring(from, to).indexOf(',') >= 0;
            nearest = Math.min(nearest, near(start, end, List.of(one)) + (parted ? CLOSE : 0));
        }
        return nearest;
    }

    private record Word(int start, int end, Way way, int near) {}

    private @Nullable Word directed(String part, List<Integer> at, String... places) {
        Word best = null;
        for (String place : places) {
            Matcher matcher = words.of(place).matcher(part);
            while (matcher.find()) {
                int near = near(part, matcher.start(), matcher.end(), at);
                if (near <= NEAR && (best == null || near < best.near())) {
                    Way way = place.equals("up") || place.equals("good") ? Way.HIGHER : Way.LOWER;
                    best = new Word(matcher.start(), matcher.end(), way, near);
                }
            }
        }
        return best;
    }

    /// A word of more or less near the outcome, said of an arm.
    private @Nullable Way worded(
            String part,
            List<Integer> at,
            List<ComparedArms.Named> named,
            ComparedOutcome.Told told,
            ComparedOutcome outcome) {
        Word word = directed(part, at, "up", "down");
        Word valued = directed(part, at, "good", "bad");
        Word changed = changed(part, at, outcome);
        Way way;
        if (changed != null) {
            word = changed;
            way = told.turned() ? word.way().turned() : word.way();
        } else if (word != null && (valued == null || word.near() <= valued.near() + 25)) {
            way = told.turned() ? word.way().turned() : word.way();
        } else if (valued != null) {
            way = outcome.isWanted() ? valued.way() : valued.way().turned();
            word = valued;
        } else {
            return null;
        }
        Boolean of = saidOf(part, word, named);
        return of == null ? null : of ? way : way.turned();
    }

    /// "A greater reduction of it": the word of more or less with the change it is said of.
    private @Nullable Word changed(String part, List<Integer> at, ComparedOutcome outcome) {
        Word best = null;
        for (String kind : List.of("UP", "DOWN", "GOOD", "BAD")) {
            Matcher noun = words.kind("noun", kind).matcher(part);
            while (noun.find()) {
                if (near(noun.start(), noun.end(), at) > NEAR) {
                    continue;
                }
                Matcher more = MORE.matcher(part);
                while (more.find()) {
                    int apart = Math.max(more.start() - noun.end(), noun.start() - more.end());
                    if (apart < 0 || apart > CLOSE || (best != null && apart >= best.near())) {
                        continue;
                    }
                    Way way = more.group(1) != null ? Way.HIGHER : Way.LOWER;
                    boolean falls =
                            kind.equals("DOWN")
                                    || (kind.equals("GOOD") && !outcome.isWanted())
                                    || (kind.equals("BAD") && outcome.isWanted());
                    if (falls && !outcome.isChange()) {
                        way = way.turned();
                    }
                    best = new Word(more.start(), more.end(), way, apart);
                }
            }
        }
        return best;
    }

    private static final Pattern MORE =
            Pattern.compile(
                    "\\b(?:(greater|more|larger|higher|better)|(less|smaller|lower|fewer))\\b");

    private static final int CLOSE = 60;

    /// Whether a word of more or less is said of the first arm; null where that is not sure.
    private @Nullable Boolean saidOf(String part, Word word, List<ComparedArms.Named> named) {
        List<ComparedArms.Named> subjects = new ArrayList<>();
        ComparedArms.Named reference = null;
        for (ComparedArms.Named arm : named) {
            boolean refers = isReference(part, arm);
            if (refers && reference == null) {
                reference = arm;
            } else if (!refers) {
                subjects.add(arm);
            }
        }
        if (reference != null) {
            boolean one = reference.one();
            if (subjects.stream().anyMatch(arm -> arm.one() == one)) {
                return null;
            }
            if (subjects.stream().anyMatch(arm -> arm.one() != one)) {
                return !one;
            }
            int from = Math.min(word.end(), reference.start());
            int to = Math.max(word.start(), reference.start());
            return SOMETHING_ELSE.matcher(part.substring(from, to)).find() ? null : !one;
        }
        if (subjects.isEmpty()) {
            return OF_OTHERS.matcher(part).find() ? null : true;
        }
        boolean two = subjects.stream().map(ComparedArms.Named::one).distinct().count() == 2;
        ComparedArms.Named after =
                subjects.stream().filter(arm -> arm.start() >= word.end()).findFirst().orElse(null);
        ComparedArms.Named before =
                subjects.stream()
                        .filter(arm -> arm.end() <= word.start())
                        .reduce((earlier, later) -> later)
                        .orElse(null);
        if (after != null
                && (!two || !EITHER_OF.matcher(part).find())
                && SAID_OF_NEXT.matcher(part.substring(word.end(), after.start())).matches()) {
            return after.one();
        }
        if (before == null || two || part.substring(before.end(), word.start()).contains(" who ")) {
            return null;
        }
        return before.one();
    }

    private static final Pattern SAID_OF_NEXT =
            Pattern.compile(
                    "(?s)[^.;]{0,90}\\b(?:in|with|for|among|after|by|of|on|under|receiving|given|from|the) (?:\\w+ ){0,4}");

    /// Between a word of more or less and what it is compared with: said of something that is no arm.
    private static final Pattern SOMETHING_ELSE =
            Pattern.compile(
                    "\\b(?:in|with|for|among|by|after|on) (?:the |those |patients )*[\\w-]{4,}");

    /// Compared with something that is no arm.
    private static final Pattern OF_OTHERS =
            Pattern.compile("\\b(?:than|compared|versus|vs|associated|correlated|predict\\w*)\\b");

    private static final Pattern EITHER_OF = Pattern.compile("\\b(?:either|both)\\b");
}

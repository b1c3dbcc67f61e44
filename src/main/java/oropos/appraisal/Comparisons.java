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

    private static final Pattern P =
            Pattern.compile(
                    "\\bp(?:[ -]?values?)?(?: for \\w+)? ?(?:of |was |were )?([<>=\u2264\u2265]|less than|is)? ?(0?\\.\\d+)");

    private static final Pattern PARTS =
            Pattern.compile(
                    "; |, (?:and|but|whereas|while|although|however|with no|as (?:was|were))\\b|\\b(?:whereas|although|however|but)\\b|, (?=[a-z]+ (?:was|were|had) )");

    private static final Pattern EITHER =
            Pattern.compile(
                    "(\\d+(?:\\.\\d+)?) ?(?:%|percent)?[^;]{0,45}?(?:\\bvs\\.?|\\bversus|\\bcompared (?:with|to)|\\bagainst) (?:the |an? |in |only )*(\\d+(?:\\.\\d+)?) ?%?");

    private static final Pattern RATIO =
            Pattern.compile(
                    "\\b(a?rr|a?or|a?hr|irr|pr|(?:relative|risk|odds|hazard|rate|prevalence|incidence)[ -](?:risks?|ratios?)|ratio)\\b[^0-9]{0,40}(\\d*\\.\\d+|\\d)[^0-9]{1,25}(?:9[059][.0-9]* ?%[^0-9]{0,12})?(\\d*\\.\\d+|\\d+)(?: ?(?:to|,|-|;) ?)(\\d*\\.\\d+|\\d+)");

    private static final Pattern EFFICACY =
            Pattern.compile(
                    "\\b(?:efficacy|effectiveness|protection)\\b[^0-9;-]{0,50}?(-?\\d+(?:\\.\\d+)?) ?%(?:[^0-9-]{0,30}9[059] ?%[^0-9-]{0,20}(-?\\d+(?:\\.\\d+)?))?");

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
        boolean set =
                both
                        || named.stream()
                                .anyMatch(arm ->
                                        words.of("reference")
                                                .matcher(part.substring(0, arm.start()))
                                                .find());
        int focus = at.stream().mapToInt(one -> one).max().orElse(0);
        Double p = p(part, focus);
        boolean tested = p != null || part.contains("significant");
        if (named.isEmpty() && !tested && !part.contains("group") && !part.contains(" arms")) {
            return null;
        }
        Matcher ratio = RATIO.matcher(part);
        Way byRatio = null;
        if (ratio.find(focus) || ratio.find(0)) {
            double value = Double.parseDouble(ratio.group(2));
            double low = Double.parseDouble(ratio.group(3));
            double high = Double.parseDouble(ratio.group(4));
            if (low <= value && value <= high) {
                byRatio =
                        low <= 1 && high >= 1
                                ? Way.NO_DIFFERENCE
                                : value < 1 ? Way.LOWER : Way.HIGHER;
                tested = true;
            }
        }
        Way denied = denied(part, at);
        if (denied != null && !(p != null && p < .05 && directed(part, at, "up", "down") != null)) {
            return new Said(denied, Basis.SAME, told.share(), both, true, span);
        }
        boolean fails = p != null && p > .05 || byRatio == Way.NO_DIFFERENCE;
        if (fails) {
            return new Said(Way.NO_DIFFERENCE, Basis.RATIO, told.share(), both, true, span);
        }
        Matcher efficacy = EFFICACY.matcher(part);
        if (efficacy.find()) {
            boolean none =
                    Double.parseDouble(efficacy.group(1)) <= 0
                            || (efficacy.group(2) != null
                                    && Double.parseDouble(efficacy.group(2)) <= 0);
            return new Said(
                    none ? Way.NO_DIFFERENCE : Way.LOWER,
                    Basis.RATIO,
                    told.share(),
                    true,
                    true,
                    span);
        }
        Way worded = worded(part, at, named, told, outcome);
        if (worded != null) {
            return new Said(worded, Basis.WORDS, told.share(), set, tested, span);
        }
        Way counted = arms.speaksOfAnother(part) ? null : counted(part, named);
        if (counted != null) {
            return new Said(
                    told.turned() ? counted.turned() : counted,
                    Basis.NUMBERS,
                    told.share(),
                    both,
                    p != null,
                    span);
        }
        if (byRatio != null) {
            return new Said(byRatio, Basis.RATIO, told.share(), both, true, span);
        }
        return null;
    }

    /// The first behind the outcome, else the last before it.
    private static @Nullable Double p(String part, int focus) {
        Matcher matcher = P.matcher(part);
        Double found = null;
        while (matcher.find()) {
            double value = Double.parseDouble(matcher.group(2));
            String sign = matcher.group(1) == null ? "=" : matcher.group(1);
            double read =
                    sign.equals(">") || sign.equals("\u2265")
                            ? Math.max(value, .051)
                            : sign.equals("<") && value <= .05 ? value - .0001 : value;
            found = read;
            if (matcher.start() > focus) {
                return found;
            }
        }
        return found;
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

    private record Word(int start, int end, Way way, int near) {}

    private @Nullable Word directed(String part, List<Integer> at, String... places) {
        Word best = null;
        for (String place : places) {
            Matcher matcher = words.of(place).matcher(part);
            while (matcher.find()) {
                int near = near(matcher.start(), matcher.end(), at);
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
            Matcher noun = words.kinds("noun").get(kind).matcher(part);
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
            boolean refers = words.of("reference").matcher(part.substring(0, arm.start())).find();
            if (refers && reference == null) {
                reference = arm;
            } else if (!refers) {
                subjects.add(arm);
            }
        }
        if (reference != null) {
            boolean one = reference.one();
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

    /// A number for each arm.
    private static @Nullable Way counted(String part, List<ComparedArms.Named> named) {
        Matcher either = EITHER.matcher(part);
        Double first = null;
        Double second = null;
        boolean oneFirst = true;
        if (either.find()) {
            Boolean order = oneFirst(either, named);
            if (order == null) {
                return null;
            }
            oneFirst = order;
            first = Double.valueOf(either.group(1));
            second = Double.valueOf(either.group(2));
        } else {
            for (boolean before : new boolean[] {true, false}) {
                first = beside(part, named, true, before);
                second = beside(part, named, false, before);
                if (first != null && second != null) {
                    break;
                }
            }
        }
        if (first == null || second == null || first.equals(second)) {
            return null;
        }
        boolean higher = oneFirst == first > second;
        return higher ? Way.HIGHER : Way.LOWER;
    }

    /// Whether of two numbers the first is that of the first arm: by the arm that stands between it and
    /// the word that parts them, behind the second, or before both.
    private static @Nullable Boolean oneFirst(Matcher either, List<ComparedArms.Named> named) {
        int parted = either.start(2) - 1;
        Matcher versus = VERSUS.matcher(either.group());
        if (versus.find()) {
            parted = either.start() + versus.start();
        }
        Boolean before = null;
        for (ComparedArms.Named arm : named) {
            if (arm.start() > either.end(1) && arm.start() < parted) {
                return arm.one();
            }
            if (arm.start() >= parted) {
                return before == null ? !arm.one() : before;
            }
            if (before == null) {
                before = arm.one();
            }
        }
        return before;
    }

    private static final Pattern VERSUS =
            Pattern.compile("\\bvs\\.?|\\bversus|\\bcompared (?:with|to)|\\bagainst");

    private static final Pattern SHARE_BEFORE =
            Pattern.compile(
                    "(\\d+(?:\\.\\d+)?) ?%[\\])]*(?: (?:of|in|with|for|among|on|after|receiving|given|the|those|patients|children|women|participants|subjects|infants|people|who|received|assigned|to|were|had)){1,6} $");

    private static final Pattern SHARE_AFTER =
            Pattern.compile(
                    "^(?:[ ,:(\\[-]+(?:group|arm|recipients|patients|had|was|were|showed|an?|the|incidence|rate|of|median|mean|\\d+|/|n ?=))*[ ,:(\\[-]*(\\d+(?:\\.\\d+)?) ?%");

    /// The share that stands right before an arm ("5.9% in the A group"), or right behind it.
    private static @Nullable Double beside(
            String part, List<ComparedArms.Named> named, boolean one, boolean before) {
        for (ComparedArms.Named arm : named) {
            if (arm.one() != one) {
                continue;
            }
            Matcher share =
                    before
                            ? SHARE_BEFORE.matcher(part.substring(0, arm.start()))
                            : SHARE_AFTER.matcher(part.substring(arm.end()));
            if (share.find()) {
                return Double.valueOf(share.group(1));
            }
        }
        return null;
    }
}

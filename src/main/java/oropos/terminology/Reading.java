package oropos.terminology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// One text being read: names first, then vertebrae, then initials the text explains, then, where it
/// is asked for, what is said of each. Every step goes through the text once.
final class Reading {

    /// Most signs between two words of a name.
    private static final int LONGEST_GAP = 3;

    /// Words that join a name to the levels it is about.
    private static final List<String> LINKS = List.of("of", "at", "in", "the", "involving");

    /// How far back the end of the sentence before is looked for, in characters.
    private static final int NEAR = 10;

    /// A name found, before it is known what is said of it.
    private record Hit(Concept concept, int start, int end) {}

    private final Vocabulary vocabulary;
    private final Map<String, Concept> vertebrae;
    private final String text;
    private final Plain plain;
    private final List<Token> tokens;
    private final List<Hit> hits = new ArrayList<>();
    private List<Vertebrae.Expression> levels = List.of();

    Reading(Vocabulary vocabulary, Map<String, Concept> vertebrae, String text) {
        this.vocabulary = vocabulary;
        this.vertebrae = vertebrae;
        this.text = text;
        this.plain = Plain.of(text);
        this.tokens = Token.of(plain);
    }

    Concepts concepts() {
        find();
        injuries();
        return new Concepts(text, mentions());
    }

    /// What is named, in the order of [#concepts] and as often, without asking what is said of it.
    List<Concept> named() {
        find();
        List<Concept> named = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            named.add(hit.concept());
        }
        return named;
    }

    private void find() {
        levels = Vertebrae.in(plain);
        names(Keys.of(tokens, levels, vocabulary.phrases()));
        levels.forEach(this::vertebra);
        hits.sort(Comparator.comparingInt(Hit::start).thenComparingInt(Hit::end));
        if (explained()) {
            hits.sort(Comparator.comparingInt(Hit::start).thenComparingInt(Hit::end));
        }
    }

    /// Injuries told by a verb, where no name says the same already; parts of the body within their words
    /// are no mentions of their own, levels are.
    private void injuries() {
        boolean any = false;
        Injuries injuries = new Injuries(vocabulary, plain, tokens, levels);
        hits.removeIf(hit ->
                hit.concept().kind() == Concept.Kind.PROBLEM
                        && injuries.isOfAnother(hit.start(), hit.end()));
        for (Injuries.Told one : injuries.told()) {
            boolean free =
                    hits.stream()
                            .filter(hit -> hit.start() < one.end() && one.start() < hit.end())
                            .allMatch(hit -> hit.concept().kind() == Concept.Kind.ANATOMY);
            if (free) {
                hits.removeIf(hit -> hit.start() < one.end() && one.start() < hit.end());
                hits.add(new Hit(one.concept(), one.start(), one.end()));
                any = true;
            }
        }
        if (any) {
            hits.sort(Comparator.comparingInt(Hit::start).thenComparingInt(Hit::end));
        }
    }

    private void vertebra(Vertebrae.Expression expression) {
        for (Vertebrae.Level level : expression.levels()) {
            Concept concept = vertebrae.get(Vertebrae.ID + level.code());
            if (concept != null) {
                hits.add(new Hit(concept, level.start(), level.end()));
            }
        }
    }

    private void names(Keys keys) {
        int i = 0;
        while (i < keys.size()) {
            boolean mayBegin = keys.number(i) != Phrases.NOWHERE && keys.beginsToken(i);
            i = mayBegin ? nameAt(keys, i) : i + 1;
        }
    }

    /// Takes the longest name at key `i`; returns where to read on.
    private int nameAt(Keys keys, int i) {
        Phrases phrases = vocabulary.phrases();
        Hit best = null;
        int past = i + 1;
        boolean comma = false;
        int node = Phrases.ROOT;
        for (int k = i; k < keys.size(); k++) {
            node = phrases.step(node, keys.number(k));
            if (node == Phrases.NOWHERE) {
                break;
            }
            if (k > i) {
                int from = Math.min(keys.end(k - 1), keys.start(k));
                if (!isGap(plain.text(), from, keys.start(k))) {
                    break;
                }
                comma |= plain.text().indexOf(',', from, keys.start(k)) >= 0;
            }
            if (phrases.value(node) != Phrases.NOTHING && keys.endsToken(k)) {
                Vocabulary.Name name = vocabulary.name(phrases.value(node));
                if (name.inverted() == comma && isWrittenSo(name, keys.start(i), keys.end(k))) {
                    best = hit(name.concept(), keys, i, k);
                    past = k + 1;
                }
            }
        }
        if (best != null && isHalfOfAnEponym(best)) {
            return i + 1;
        }
        if (best != null) {
            hits.add(best);
        }
        return past;
    }

    /// "Townes-Brocks syndrome" is not Brock's: its name begins before the hyphen.
    private boolean isHalfOfAnEponym(Hit hit) {
        String read = plain.text();
        int hyphen = hit.start() - 1;
        if (hyphen < 2
                || read.charAt(hyphen) != '-'
                || !Character.isUpperCase(read.charAt(hit.start()))
                || !Character.isLowerCase(read.charAt(hyphen - 1))) {
            return false;
        }
        int first = hyphen;
        while (first > 0 && Character.isLetter(read.charAt(first - 1))) {
            first--;
        }
        return Character.isUpperCase(read.charAt(first))
                && EPONYM.matcher(read).region(hit.start(), hit.end()).matches();
    }

    private static final Pattern EPONYM =
            Pattern.compile("\\p{Lu}\\p{Ll}+(?:'s)? (?:[Ss]yndrome|[Dd]isease)");

    /// The words without the levels at either end: those are mentions of their own.
    private Hit hit(Concept concept, Keys keys, int first, int last) {
        int from = first;
        while (keys.isLevel(from) && from < last) {
            from++;
        }
        int to = last;
        if (keys.isLevel(to)) {
            do {
                to--;
            } while (to > from && (keys.isLevel(to) || isLink(keys.number(to))));
        }
        return new Hit(concept, keys.start(from), keys.end(to));
    }

    private boolean isLink(int number) {
        for (String link : LINKS) {
            if (vocabulary.phrases().word(link) == number) {
                return true;
            }
        }
        return false;
    }

    /// What may stand between the words of one name.
    private static boolean isGap(String text, int start, int end) {
        int from = start;
        if (text.startsWith("'s", from) || text.startsWith("'S", from)) {
            from += 2;
        }
        if (end - from > LONGEST_GAP) {
            return false;
        }
        for (int i = from; i < end; i++) {
            if (" -/'(),&\n".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isWrittenSo(Vocabulary.Name name, int start, int end) {
        String capitals = name.capitals();
        if (capitals == null) {
            return true;
        }
        String written = plain.text().substring(start, end);
        if (written.equals(capitals.toUpperCase(Locale.ROOT))) {
            return true;
        }
        return written.equals(capitals) && !beginsSentence(start)
                || written.equals(capitals + "s")
                        && capitals.equals(capitals.toUpperCase(Locale.ROOT));
    }

    private boolean beginsSentence(int start) {
        int before = start - 1;
        while (before >= 0
                && start - before < NEAR
                && !Character.isLetterOrDigit(plain.text().charAt(before))) {
            if (".!?:\n".indexOf(plain.text().charAt(before)) >= 0) {
                return true;
            }
            before--;
        }
        return before < 0;
    }

    /// Abbreviations the text explains itself, wherever they stand after that; whether there are any.
    private boolean explained() {
        Map<String, Concept> meanings = new HashMap<>();
        Map<String, Integer> known = new HashMap<>();
        for (Hit hit : List.copyOf(hits)) {
            String initials = Abbreviation.after(plain.text(), hit.start(), hit.end());
            if (initials != null && meanings.putIfAbsent(initials, hit.concept()) == null) {
                known.put(initials, hit.end());
            }
        }
        if (meanings.isEmpty()) {
            return false;
        }
        List<Hit> added = new ArrayList<>();
        int h = 0;
        for (Token token : tokens) {
            while (h < hits.size() && hits.get(h).end() <= token.start()) {
                h++;
            }
            String written = plain.text().substring(token.start(), token.end());
            Concept concept = meanings.get(written);
            Integer from = known.get(written);
            boolean free = h >= hits.size() || hits.get(h).start() >= token.end();
            if (concept != null && from != null && token.start() > from && free) {
                added.add(new Hit(concept, token.start(), token.end()));
            }
        }
        return hits.addAll(added);
    }

    private List<Mention> mentions() {
        int[] first = new int[hits.size()];
        int[] last = new int[hits.size()];
        boolean[] named = new boolean[tokens.size()];
        int t = 0;
        for (int h = 0; h < hits.size(); h++) {
            while (t > 0 && tokens.get(t).start() > hits.get(h).start()) {
                t--;
            }
            while (t + 1 < tokens.size() && tokens.get(t).end() <= hits.get(h).start()) {
                t++;
            }
            first[h] = t;
            int end = t;
            while (end + 1 < tokens.size() && tokens.get(end + 1).start() < hits.get(h).end()) {
                end++;
            }
            last[h] = end;
            for (int k = t; k <= end; k++) {
                named[k] = true;
            }
        }
        Assertions assertions = new Assertions(text, plain, tokens, named);
        List<Mention> mentions = new ArrayList<>(hits.size());
        for (int h = 0; h < hits.size(); h++) {
            Span span = plain.span(hits.get(h).start(), hits.get(h).end());
            mentions.add(
                    new Mention(
                            hits.get(h).concept(),
                            span,
                            span.of(text),
                            assertions.of(first[h], last[h])));
        }
        return mentions;
    }
}

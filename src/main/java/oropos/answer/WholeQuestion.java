package oropos.answer;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.terminology.Concept;
import oropos.terminology.QuickPattern;

/// Whether one sentence of running text says all that a question asks.
///
/// A page about the very subject is not needed where a sentence itself holds every word of the
/// question: its subjects by any of their names, or in the topic put before it, each other word as it
/// was asked or in one that stands for it (`answer/said-alike.tsv`), and what is asked beside them.
/// Any other word unsaid ("secondary", "in New Zealand") and it says something near. Where
/// the question joins a cause to its effect, the sentence must join them the same way round.
final class WholeQuestion {

    /// A longer question tells a story.
    private static final int LONGEST = 200;

    /// Words a question without a known subject must hold beside asking.
    private static final int FEWEST_WITHOUT_SUBJECT = 3;

    private static final int SHORTEST_ROOT = 4;

    private static final List<String> ENDINGS =
            List.of("ations", "ation", "ings", "ing", "ed", "es", "ly", "al", "s");

    private static final Map<String, Integer> ALIKE = alike();
    private static final Set<String> FRAME = words("frame");
    private static final Set<String> DRUG = words("drug");
    private static final Set<String> WEAK =
            words("weak").stream().map(WholeQuestion::key).collect(Collectors.toUnmodifiableSet());
    private static final QuickPattern CAUSES = pattern("causes");
    private static final QuickPattern CAUSED = pattern("caused");

    private final Relevance relevance;
    private final Aspects aspects;
    private final Set<String> left = new LinkedHashSet<>();

    /// How the words begin that say each of what is left; null until it is asked.
    private @Nullable List<QuickPattern> beginnings;

    private final List<Set<String>> names;
    private final Set<String> drugs;
    private final boolean asksForADrug;

    /// Of "hereditary" is left "ary" where "heredit" asks: no word of the question.
    private final Set<String> whole;

    private final boolean asksWhichDrugs;
    private final boolean asksWhich;
    private final Pattern named;
    private final Pattern some;
    private final int subjects;
    private final List<List<Set<String>>> causes;
    private final List<List<Set<String>>> effects;

    WholeQuestion(ClinicalQuestion question, Relevance relevance, Aspects aspects) {
        this.relevance = relevance;
        this.aspects = aspects;
        List<Finding> found = question.findings().filter(Finding::isSearched).distinct().toList();
        this.subjects = found.size() + question.unknownWords().size();
        this.names = found.stream().flatMap(WholeQuestion::namesOf).distinct().toList();
        this.drugs = question.drugs().stream().map(Finding::id).collect(Collectors.toSet());
        Set<String> named = new HashSet<>();
        Stream.concat(found.stream().map(Finding::words), question.unknownWords().stream())
                .forEach(words -> named.addAll(Relevance.stems(words)));
        boolean aged = question.patient().ages() != null;
        boolean asksForADrug = false;
        for (String word : Relevance.stems(aspects.withoutAsking(question.words()))) {
            if (named.contains(word)
                    || FRAME.contains(word)
                    || aged && (isNumber(word) || AGES.contains(word))) {
                continue;
            }
            if (DRUG.contains(word)) {
                asksForADrug = true;
            } else {
                left.add(key(word));
            }
        }
        this.asksForADrug = asksForADrug;
        this.whole = keys(Relevance.stems(question.words()));
        this.asksWhichDrugs = ASKS_WHICH_DRUGS.matcher(question.words()).find();
        Matcher which = ASKS_WHICH.matcher(question.words());
        this.asksWhich = !asksForADrug && which.find();
        String what = asksWhich ? which.group("what").toLowerCase(Locale.ROOT) : "";
        this.named = what.endsWith("s") ? LISTS : NAMES;
        this.some =
                Pattern.compile(
                        "(?i)\\b(?:many|some|certain|other|most|any) "
                                + Pattern.quote(what)
                                + "\\b");
        boolean tooLong = question.words().length() > LONGEST;
        if (tooLong) {
            left.add(UNSAID);
        }
        String low = question.words().toLowerCase(Locale.ROOT);
        boolean turned = false;
        Matcher joins = CAUSED.matcher(low);
        if (CAUSED.mayBeIn(low) && joins.find()) {
            turned = true;
        } else {
            joins = CAUSES.matcher(low);
        }
        if (turned || CAUSES.mayBeIn(low) && joins.find()) {
            List<List<Set<String>>> before = sides(low.substring(0, joins.start()), found);
            List<List<Set<String>>> after = sides(low.substring(joins.end()), found);
            // "What electrolyte problem do loop diuretics cause?" asks for an effect put first.
            if (!turned && after.isEmpty() && before.size() > 1) {
                after = List.of(before.getFirst());
            }
            List<List<Set<String>>> left = before.isEmpty() ? before : List.of(before.getLast());
            List<List<Set<String>>> right = after.isEmpty() ? after : List.of(after.getFirst());
            this.causes = turned ? right : left;
            this.effects = turned ? left : right;
        } else {
            this.causes = List.of();
            this.effects = List.of();
        }
    }

    private static final Set<String> AGES = Set.of("year", "old", "month", "week", "age");

    /// A list that lost its marks: "include: Bradycardia Thyroid hormones stimulate the heart".
    private static final Pattern RUN_TOGETHER =
            Pattern.compile(
                    "\\b(?:includes?|are|following):\\s+[A-Z]\\S*(?: [a-z]\\S*)* [A-Z][a-z]");

    private static final String UNSAID = "?";

    /// "What foods are high in potassium?": a sentence that answers names some.
    private static final Pattern ASKS_WHICH =
            Pattern.compile(
                    "(?i)^\\W*(?:what|which) (?!(?:is|are|was|were|do|does|did|can|could|should|will|would|happens?|causes?|if|about)\\b)(?<what>\\w+)");

    private static final Pattern NAMES =
            Pattern.compile(
                    "(?i)\\b(?:includ\\w+|such as|is|are|was|were|called|named|known as|e\\.g\\.|for example|especially|like)\\b|[:•]");

    private static final Pattern LISTS =
            Pattern.compile(
                    "(?i)\\b(?:includ\\w+|such as|e\\.g\\.|for example|especially|like)\\b|[:•(]|,[^,]+,");

    private static final String MEANING = "meaning";

    private static final String ORIGIN = "origin";

    /// What one side of a cause names: each thing by the sets of words that are one of its names.
    private static List<List<Set<String>>> sides(String side, List<Finding> found) {
        List<String> words = Relevance.stems(side);
        Map<Integer, List<Set<String>>> things = new TreeMap<>();
        Set<String> covered = new HashSet<>();
        for (Finding one : found) {
            List<String> own = Relevance.stems(one.words());
            int at = own.isEmpty() ? -1 : Collections.indexOfSubList(words, own);
            if (at >= 0) {
                covered.addAll(own);
                things.put(at, namesOf(one).distinct().toList());
            }
        }
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (!covered.contains(word) && !FRAME.contains(word) && !DRUG.contains(word)) {
                things.put(at, List.of(Set.of(key(word))));
            }
        }
        return List.copyOf(things.values());
    }

    private static Stream<Set<String>> namesOf(Finding one) {
        return Stream.concat(Stream.of(one.words(), one.name()), one.synonyms().stream())
                .map(name -> keys(Relevance.stems(name)))
                .filter(name -> !name.isEmpty());
    }

    /// Whether a sentence says all that is asked beside the subjects.
    ///
    /// @param here what the sentence speaks of
    /// @param lead its words
    /// @param context what its title and headings speak of: what it does not name stands on either side
    boolean isSaid(Spoken here, String lead, Spoken context) {
        // What begins with what was asked ("Signs of it include ...") tells it of a lone subject.
        boolean enough =
                subjects == 0
                        ? left.size() >= FEWEST_WITHOUT_SUBJECT
                        : asksMore()
                                || !left.isEmpty() && subjects > 1
                                || aspects.areAsked()
                                        && (subjects > 1 && relevance.isExactly(here)
                                                || aspects.leads(lead));
        // "What is the antidote for ...?" asks for no definition.
        boolean asksBeside = aspects.areAsked() && !aspects.keys().equals(List.of(MEANING));
        return enough
                && (left.isEmpty() || keys(here.words()).containsAll(left))
                && (!asksForADrug || namesADrug(here))
                && (!asksBeside || joins() || aspects.areAllTold(lead))
                && !tellsOnlyEffects(lead)
                && namesSome(lead)
                && !WholeThought.saysLittle(lead)
                && joinsAlike(lead, here, context)
                && !RUN_TOGETHER.matcher(lead).find();
    }

    /// Whether it asks for a drug, or for more than words that need not be said.
    private boolean asksMore() {
        return asksForADrug || !WEAK.containsAll(left);
    }

    /// A quick no: whether a sentence of a passage may say all that is asked beside the subjects. Of most
    /// passages a word is missing, and then no sentence of it need be read.
    boolean mayBeSaidIn(String passage) {
        boolean sayable =
                subjects == 0
                        ? left.size() >= FEWEST_WITHOUT_SUBJECT
                        : asksMore() || subjects > 1 && !left.isEmpty() || aspects.areAsked();
        if (!sayable || left.contains(UNSAID)) {
            return false;
        }
        if (beginnings == null) {
            beginnings = left.stream().map(WholeQuestion::beginnings).toList();
        }
        // Other letters may be folded into these.
        return !passage.chars().allMatch(c -> c < 128)
                || beginnings.stream().allMatch(one -> one.mayBeIn(passage));
    }

    /// How a word may begin whose key this is, before endings, plural and a lone letter behind it.
    private static QuickPattern beginnings(String key) {
        Stream<String> stems =
                key.startsWith(ALIKE_MARK)
                        ? ALIKE.entrySet().stream()
                                .filter(one -> key(one.getKey()).equals(key))
                                .map(Map.Entry::getKey)
                        : Stream.of(key);
        return QuickPattern.anyOf(
                stems.map(stem -> stem.split(String.valueOf(Relevance.LETTER))[0])
                        .map(stem ->
                                stem.endsWith("y") ? stem.substring(0, stem.length() - 1) : stem)
                        .toList());
    }

    /// Whether one problem, drug, procedure, test or unknown word is asked about.
    boolean isOnOneSubject() {
        return subjects == 1;
    }

    /// Whether a sentence names some where "which ones?" is asked.
    boolean namesSome(String lead) {
        return !asksWhich || named.matcher(lead).find() && !some.matcher(lead).find();
    }

    /// Whether a text holds two thirds of what is asked beside the subjects and the aspects: what is told
    /// of diabetes says nothing of feet.
    boolean isMostlySaid(Spoken text) {
        List<String> asked =
                left.stream().filter(key -> !WEAK.contains(key) && whole.contains(key)).toList();
        Set<String> said = keys(text.words());
        return 3 * asked.stream().filter(said::contains).count() >= 2 * asked.size();
    }

    private static final Pattern ASKS_WHICH_DRUGS =
            Pattern.compile(
                    "(?i)^\\W*(?:what|which) (?:\\w+ ){0,3}?(?:drugs?|medicines?|medications?|antibiotics?|painkillers?|pills?)\\b");

    /// Whether it asks which medicines, and a sentence names none.
    boolean lacksTheDrugsAskedFor(Spoken here) {
        return asksWhichDrugs
                && here.spoken().stream()
                        .noneMatch(one ->
                                one.kind() == Concept.Kind.DRUG && !drugs.contains(one.id()));
    }

    private boolean namesADrug(Spoken here) {
        return here.words().stream().anyMatch(DRUG::contains)
                || here.spoken().stream()
                        .anyMatch(one ->
                                one.kind() == Concept.Kind.DRUG && !drugs.contains(one.id()));
    }

    /// Whether it asks whether one thing causes another.
    boolean joins() {
        return !causes.isEmpty() && !effects.isEmpty();
    }

    /// Whether a sentence tells only what the subject of "what causes it?" leads to: hypokalaemia as a risk
    /// factor for something else is no cause of hypokalaemia.
    boolean tellsOnlyEffects(String lead) {
        if (joins() || !aspects.keys().contains(ORIGIN)) {
            return false;
        }
        String low = lead.toLowerCase(Locale.ROOT);
        boolean effects = false;
        Matcher caused = CAUSED.matcher(low);
        while (caused.find()) {
            if (namesASubject(low.substring(0, caused.start()))) {
                return false;
            }
            effects |= namesASubject(low.substring(caused.end()));
        }
        Matcher causes = CAUSES.matcher(low);
        while (causes.find()) {
            if (namesASubject(low.substring(causes.end()))) {
                return false;
            }
            effects |= namesASubject(low.substring(0, causes.start()));
        }
        return effects;
    }

    private boolean namesASubject(String side) {
        Set<String> words = keys(Relevance.stems(side));
        return names.stream().anyMatch(words::containsAll);
    }

    /// Whether a cause stands on the side of the cause: diabetes causes gastroparesis, not the other way round.
    boolean joinsAlike(String lead, Spoken here, Spoken context) {
        if (!joins()) {
            return true;
        }
        String low = lead.toLowerCase(Locale.ROOT);
        Set<String> unnamed = keys(context.words());
        unnamed.removeAll(keys(here.words()));
        return CAUSED.mayBeIn(low) && joins(CAUSED.matcher(low), low, true, unnamed)
                || CAUSES.mayBeIn(low) && joins(CAUSES.matcher(low), low, false, unnamed);
    }

    private boolean joins(Matcher cue, String low, boolean turned, Set<String> unnamed) {
        while (cue.find()) {
            Set<String> before = keys(Relevance.stems(low.substring(0, cue.start())));
            Set<String> after = keys(Relevance.stems(low.substring(cue.end())));
            before.addAll(unnamed);
            after.addAll(unnamed);
            if (holdsAll(turned ? after : before, causes)
                    && holdsAll(turned ? before : after, effects)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsAll(Set<String> side, List<List<Set<String>>> things) {
        return things.stream().allMatch(names -> names.stream().anyMatch(side::containsAll));
    }

    /// Words that need not be said.
    static boolean isFrame(String stem) {
        return FRAME.contains(stem);
    }

    static Set<String> keys(Iterable<String> stems) {
        Set<String> keys = new HashSet<>();
        stems.forEach(stem -> keys.add(key(stem)));
        return keys;
    }

    /// Words that stand for one another have one key, others their root.
    static String key(String stem) {
        Integer group = ALIKE.get(stem);
        return group == null ? root(stem) : ALIKE_MARK + group;
    }

    /// A pattern of a word and of all that stand for it.
    static String anyAlike(String stem) {
        Integer group = ALIKE.get(stem);
        return group == null
                ? "\\b" + Pattern.quote(root(stem)) + "\\w*"
                : ALIKE.entrySet().stream()
                        .filter(one -> one.getValue().equals(group))
                        .map(one -> Pattern.quote(one.getKey()))
                        .sorted()
                        .collect(Collectors.joining("|", "\\b(?:", ")s?\\b"));
    }

    private static final String ALIKE_MARK = "=";

    /// A word without its commonest endings: "prescribing" and "prescribed" are one, "position" and
    /// "positive" are not.
    private static String root(String stem) {
        // "Type 1 is called ..." calls no doctor.
        if (stem.equals("called")) {
            return stem;
        }
        String root = stem;
        for (String ending : ENDINGS) {
            if (root.endsWith(ending) && root.length() - ending.length() >= SHORTEST_ROOT) {
                root = root.substring(0, root.length() - ending.length());
                break;
            }
        }
        return root.length() > SHORTEST_ROOT && root.endsWith("e")
                ? root.substring(0, root.length() - 1)
                : root;
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private static Stream<List<String>> rows(String sort) {
        return Tables.rows("/answer/said-alike.tsv", 3).stream()
                .filter(row -> row.getFirst().equals(sort));
    }

    private static Set<String> words(String sort) {
        return rows(sort)
                .flatMap(row -> Relevance.stems(row.get(1)).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Integer> alike() {
        Map<String, Integer> groups = new HashMap<>();
        int number = 0;
        for (List<String> row : rows("alike").toList()) {
            for (String word : Relevance.stems(row.get(1))) {
                groups.putIfAbsent(word, number);
            }
            number++;
        }
        return Map.copyOf(groups);
    }

    private static QuickPattern pattern(String sort) {
        return QuickPattern.of(rows(sort).map(row -> row.get(1)).collect(Collectors.joining("|")));
    }
}

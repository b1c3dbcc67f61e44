package oropos.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import oropos.terminology.Span;

/// Whether a question sounds like the emergencies we know, where no rule has heard its words.
///
/// People tell an emergency in words no editor thought of. So each word, pair of neighbours and pair of
/// word classes in a sentence (`<leg>` with `<weak>`) has a weight, learnt from the labelled questions
/// of this project against real questions in which nothing is urgent (decision 37); their sum is
/// compared with a line that few of those cross. Rules always come first: this only adds a sign that
/// names no disease, and never takes one away. What is denied weighs as denied; what is past, another's
/// or only talked about weighs nothing.
final class Resemblance {

    static final String FILE = "urgent-weights.tsv";

    /// Longest text weighed, in words: a long story holds a word of everything.
    static final int LONGEST = 120;

    /// Shortest text weighed, in words.
    static final int SHORTEST = 4;

    /// Fewest words or classes of words with a weight: an age and one word sound like nothing.
    static final int FEWEST = 3;

    /// From this length on, in words, a text is weighed by two sentences as well.
    static final int LETTER = 35;

    /// How much more two sentences of a letter must weigh than a question that is short: with a word of the
    /// clock, with another word of now, and with none.
    static final double BY_THE_CLOCK = 0.1;

    static final double NOW = 0.9;

    static final double AT_NO_TIME = 1.5;

    /// Words by which a letter tells when something happened that day; of months of illness nobody says them.
    private static final Set<String> OF_THE_CLOCK =
            Set.of(
                    "today",
                    "tonight",
                    "morning",
                    "afternoon",
                    "evening",
                    "lunch",
                    "lunchtime",
                    "breakfast",
                    "hour",
                    "hours",
                    "minutes",
                    "mins",
                    "overnight",
                    "now",
                    "suddenly",
                    "sudden",
                    "yesterday",
                    "night",
                    "woke");

    /// Words of now that a letter on an illness of years holds as well.
    private static final Set<String> OF_NOW =
            Set.of(
                    "just", "since", "still", "keeps", "cant", "cannot", "couldnt", "wont", "again",
                    "started");

    /// The row that holds where the sum begins.
    static final String START = "(start)";

    private static final Cue WORD = Cue.of("word");

    private static final Set<String> DENIED_BY = Set.of("no", "not", "without", "never", "denies");

    private static final Set<String> AGE_AND_SEX =
            Set.of(
                    "year", "years", "yr", "yrs", "yo", "y", "o", "old", "aged", "age", "month",
                    "months", "week", "weeks", "day", "days", "man", "woman", "male", "female",
                    "boy", "girl", "m", "f");

    /// A rule of this kind: what is said, and from which sum on.
    record Line(Urgent urgent, double least) {}

    private record Weight(double now, double sameDay) {}

    private final Map<String, Weight> weights = new TreeMap<>();
    private final List<Line> lines;
    private final List<Cue> tails;
    private final Features features;

    /// @param tails what plays a sign down or only thanks: "can I wait till Monday?"; it weighs nothing
    Resemblance(RuleFile.Table table, List<Line> lines, List<Cue> tails, Features features) {
        this.lines = List.copyOf(lines);
        this.tails = List.copyOf(tails);
        this.features = features;
        for (List<String> row : table.rows()) {
            weights.put(
                    row.getFirst(),
                    new Weight(Double.parseDouble(row.get(1)), Double.parseDouble(row.get(2))));
        }
        if (!weights.containsKey(START)) {
            throw new IllegalStateException(table.name() + " has no row " + START);
        }
    }

    /// What the words of a text are to the weights.
    record Features(WordClasses classes, Spoken spoken) {

        /// Each feature once, with the first word it came from.
        Map<String, Integer> of(Reading reading) {
            return of(reading, told(reading.wording()));
        }

        /// The same of some of the words told.
        Map<String, Integer> of(Reading reading, List<Integer> told) {
            Wording wording = reading.wording();
            Map<String, Integer> found = new TreeMap<>();
            List<Wording.Word> words = wording.words();
            String before = "";
            int lastTold = -2;
            Map<Integer, Map<String, Integer>> classesOf = new TreeMap<>();
            for (int at : told) {
                String stem = stem(words.get(at).text());
                boolean denied = isDenied(wording, at);
                String name = denied ? "not:" + stem : stem;
                found.putIfAbsent(name, at);
                if (lastTold == at - 1
                        && words.get(lastTold).sentence() == words.get(at).sentence()) {
                    found.putIfAbsent(before + " " + name, at - 1);
                }
                before = name;
                lastTold = at;
                if (!denied) {
                    for (String named : classes.of(words.get(at).text())) {
                        classesOf
                                .computeIfAbsent(words.get(at).sentence(), key -> new TreeMap<>())
                                .putIfAbsent(named, at);
                    }
                }
            }
            for (Map<String, Integer> sentence : classesOf.values()) {
                List<Map.Entry<String, Integer>> named = List.copyOf(sentence.entrySet());
                for (int one = 0; one < named.size(); one++) {
                    String name = "<" + named.get(one).getKey() + ">";
                    int at = named.get(one).getValue();
                    found.putIfAbsent(name, at);
                    for (int other = one + 1; other < named.size(); other++) {
                        found.putIfAbsent(name + " <" + named.get(other).getKey() + ">", at);
                    }
                }
            }
            age(reading).forEach(feature -> found.putIfAbsent(feature, 0));
            return found;
        }

        /// An age of notes ("48F nausea ...") weighs nothing: notes of the ill would make every grown-up sound
        /// ill.
        private static Collection<String> age(Reading reading) {
            Patient patient = reading.patient();
            if (Boolean.TRUE.equals(patient.pregnant())) {
                return List.of("(pregnant)");
            }
            if (patient.ages() == null
                    || NotedAges.isNoted(reading.wording().text(), patient.ageWords())) {
                return List.of();
            }
            double oldest = patient.ages().oldest().inYears();
            return List.of(
                    oldest < 1
                            ? "(infant)"
                            : oldest < Patient.ADULT_FROM_YEARS ? "(child)" : "(adult)");
        }

        List<Integer> told(Wording wording) {
            List<Integer> told = new ArrayList<>();
            List<Cue.Heard> talked = Assertions.heard(wording, spoken.talk());
            List<Cue.Heard> anothers = Assertions.heard(wording, spoken.others());
            for (int at = 0; at < wording.words().size(); at++) {
                if (!isOfAge(wording.words().get(at).text())
                        && !Assertions.isAfterTalk(wording, at, at, talked)
                        && !Assertions.isPast(wording, at, at)
                        && !Assertions.isAfterAnother(wording, at, anothers)) {
                    told.add(at);
                }
            }
            return told;
        }

        private static boolean isDenied(Wording wording, int at) {
            return !DENIED_BY.contains(wording.words().get(at).text())
                    && Assertions.isDenied(
                            wording, new Cue.Heard(WORD, at, at, wording.words().get(at).span()));
        }

        /// How a patient is introduced says nothing of danger.
        private static boolean isOfAge(String word) {
            return AGE_AND_SEX.contains(word) || Character.isDigit(word.charAt(0));
        }

        /// Endings off: "vomiting" and "vomited" weigh as one.
        static String stem(String word) {
            for (String ending : List.of("ing", "edly", "ed", "es", "s", "ly")) {
                if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
                    return word.substring(0, word.length() - ending.length());
                }
            }
            return word;
        }
    }

    /// The sum of the weights for one degree of urgency, as long texts and short ones compare.
    private double sum(Map<String, Integer> found, boolean isNow) {
        double sum = 0;
        int known = 0;
        for (String feature : found.keySet()) {
            Weight weight = weights.get(feature);
            if (weight != null) {
                known++;
                sum += isNow ? weight.now() : weight.sameDay();
            }
        }
        Weight start = weights.getOrDefault(START, new Weight(0, 0));
        double begin = isNow ? start.now() : start.sameDay();
        return known == 0 ? begin : begin + sum / Math.sqrt(known);
    }

    /// How much a question sounds like an emergency, the milder and the graver way.
    double of(Reading reading, Urgent.Severity severity) {
        return sum(features.of(reading), severity == Urgent.Severity.NOW);
    }

    /// The gravest line the question crosses, with the sentence that says most of it.
    Optional<Found> in(Reading reading) {
        int length = reading.wording().words().size();
        if (length < SHORTEST || length > LONGEST) {
            return Optional.empty();
        }
        List<Integer> told = weighing(reading);
        Optional<Found> whole = in(reading, told, 0);
        return whole.isPresent() || length < LETTER ? whole : inTwoSentences(reading, told);
    }

    /// The words that weigh: those told without what plays them down. "Thanks!" makes nothing less urgent, and "should
    /// I just take paracetamol?" no headache an emergency.
    private List<Integer> weighing(Reading reading) {
        List<Cue.Heard> heard = reading.wording().heard(tails);
        return features.told(reading.wording()).stream()
                .filter(at ->
                        heard.stream().noneMatch(tail -> tail.first() <= at && at <= tail.last()))
                .toList();
    }

    /// Two sentences on end that sound like an emergency for themselves, in a letter that tells of other
    /// things before and behind them.
    private Optional<Found> inTwoSentences(Reading reading, List<Integer> told) {
        List<Wording.Word> words = reading.wording().words();
        int last = words.getLast().sentence();
        for (int from = 0; from <= Math.max(0, last - 1); from++) {
            int first = from;
            Optional<Found> found =
                    in(
                            reading,
                            told.stream().filter(at -> isIn(words.get(at), first)).toList(),
                            stricter(words.stream().filter(word -> isIn(word, first)).toList()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static double stricter(List<Wording.Word> words) {
        if (words.stream().anyMatch(word -> OF_THE_CLOCK.contains(word.text()))) {
            return BY_THE_CLOCK;
        }
        return words.stream().anyMatch(word -> OF_NOW.contains(word.text())) ? NOW : AT_NO_TIME;
    }

    private static boolean isIn(Wording.Word word, int first) {
        return word.sentence() == first || word.sentence() == first + 1;
    }

    private Optional<Found> in(Reading reading, List<Integer> told, double stricter) {
        Map<String, Integer> found = features.of(reading, told);
        long weighed =
                found.keySet().stream()
                        .filter(feature -> !feature.startsWith("(") && weights.containsKey(feature))
                        .count();
        if (weighed < FEWEST) {
            return Optional.empty();
        }
        for (Line line : lines) {
            boolean isNow = line.urgent().severity() == Urgent.Severity.NOW;
            if (sum(found, isNow) >= line.least() + stricter) {
                return Optional.of(new Found(line.urgent(), heaviest(found, reading, isNow)));
            }
        }
        return Optional.empty();
    }

    record Found(Urgent urgent, Span span) {}

    private Span heaviest(Map<String, Integer> found, Reading reading, boolean isNow) {
        List<Wording.Word> words = reading.wording().words();
        Map<Integer, Double> sentences = new TreeMap<>();
        found.forEach((feature, at) -> {
            Weight weight = weights.get(feature);
            if (weight != null && !feature.startsWith("(")) {
                sentences.merge(
                        words.get(at).sentence(),
                        isNow ? weight.now() : weight.sameDay(),
                        Double::sum);
            }
        });
        int heaviest =
                sentences.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(0);
        List<Wording.Word> sentence =
                words.stream().filter(word -> word.sentence() == heaviest).toList();
        int start = sentence.getFirst().span().start();
        int end = start;
        for (Wording.Word word : sentence) {
            if (word.span().end() - start <= Trigger.LONGEST_QUOTE) {
                end = word.span().end();
            }
        }
        return new Span(start, Math.max(end, sentence.getFirst().span().end()));
    }

    /// Every feature that has a weight.
    Set<String> known() {
        return new TreeSet<>(weights.keySet());
    }
}

package oropos.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Age;
import oropos.terminology.AgeRange;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.Sex;
import oropos.terminology.Span;
import oropos.terminology.Terminology;

/// When a rule speaks: something of every group of phrases is said, nothing of `unless` is, and the
/// patient is one the rule is for.
///
/// The stated age lies within `ages`; with `ageMayOverlap` a word such as "baby" that reaches beyond
/// them is enough, and with `ageMayBeUnknown` none need be stated.
///
/// A group holds cues (with the word classes of the file, see WordClasses), concepts (`mesh:D001416`,
/// met by any narrower one) and names of shared phrase lists (`@backProblem`). What is denied, past or somebody else's does not count, unless the rule
/// says `evenDenied`; what is of a gone time counts with `evenPast`: whoever tried to die once is in danger now.
record Trigger(
        List<Group> all,
        List<Group> unless,
        @Nullable AgeRange ages,
        @Nullable Sex sex,
        @Nullable Boolean pregnant,
        boolean ageMayBeUnknown,
        boolean ageMayOverlap,
        boolean evenDenied,
        boolean evenPast,
        Shared shared) {

    /// Before an age within a group: the patient is younger.
    private static final String UNDER = "age:under ";

    /// Keys of a rule row that a trigger reads.
    static final Set<String> KEYS =
            Set.of(
                    "all",
                    "unless",
                    "from",
                    "under",
                    "sex",
                    "pregnant",
                    "ageMayBeUnknown",
                    "ageMayOverlap",
                    "evenDenied",
                    "evenPast");

    /// Cues and concepts of which one is enough, or an age of the patient within `ages`.
    record Group(List<Cue> cues, List<Concept> concepts, @Nullable AgeRange ages) {}

    static Trigger of(RuleFile.Row row, Shared shared) {
        List<Group> all =
                row.groups("all").stream().map(group -> shared.group(row, group)).toList();
        List<String> unless = row.texts("unless");
        String sex = row.optionalText("sex");
        return new Trigger(
                all,
                unless.isEmpty() ? List.of() : List.of(shared.group(row, unless)),
                ages(row),
                sex == null ? null : Sex.valueOf(sex.toUpperCase(Locale.ROOT)),
                row.optionalFlag("pregnant"),
                row.flag("ageMayBeUnknown"),
                row.flag("ageMayOverlap"),
                row.flag("evenDenied"),
                row.flag("evenPast"),
                shared);
    }

    static @Nullable AgeRange ages(RuleFile.Row row) {
        if (!row.has("from") && !row.has("under")) {
            return null;
        }
        Age from = row.has("from") ? age(row, row.text("from")) : Age.years(0);
        if (!row.has("under")) {
            return new AgeRange(from, Age.years(AgeRange.OPEN_END));
        }
        return new AgeRange(from, under(row, row.text("under")).oldest());
    }

    private static AgeRange under(RuleFile.Row row, String written) {
        int under = age(row, written).firstDay();
        return new AgeRange(Age.years(0), new Age(BigDecimal.valueOf(under - 1), Age.Unit.DAY));
    }

    private static Age age(RuleFile.Row row, String written) {
        String[] parts = written.split(" ");
        for (Age.Unit unit : Age.Unit.values()) {
            if (parts.length == 2 && unit.ucum().equals(parts[1])) {
                return new Age(new BigDecimal(parts[0]), unit);
            }
        }
        throw new IllegalStateException(
                row.place() + ": an age is written \"3 mo\" (d, wk, mo, a), but was " + written);
    }

    /// The stretch of the text in which the rule heard what it listens for.
    Optional<Span> heardIn(Reading reading) {
        if (!fits(reading.patient())
                || all.isEmpty() && ages == null && sex == null && pregnant == null) {
            return Optional.empty();
        }
        Wording wording = reading.wording();
        Set<Integer> silenced = new TreeSet<>();
        for (Group group : unless) {
            said(group, reading, false).forEach(span -> silenced.add(sentence(span, wording)));
        }
        if (all.isEmpty()) {
            return silenced.isEmpty()
                    ? Optional.of(together(List.of(), reading))
                    : Optional.empty();
        }
        List<List<Span>> said = new ArrayList<>();
        for (Group group : all) {
            said.add(unsilenced(said(group, reading, false), silenced, wording));
        }
        Optional<Span> heard = heardTogether(said, reading);
        if (heard.isPresent() || all.size() == 1) {
            return heard;
        }
        List<List<Span>> withTalk = new ArrayList<>();
        for (Group group : all) {
            List<Span> spans = unsilenced(said(group, reading, true), silenced, wording);
            List<Span> strictly = said.get(withTalk.size());
            spans.removeIf(span -> !strictly.contains(span) && !isTakenUp(span, said, wording));
            withTalk.add(spans);
        }
        return withTalk.equals(said) ? heard : heardTogether(withTalk, reading);
    }

    /// "Any guideline for crushing chest pain, my dad is grey": what is only talked about is there after all where
    /// another clause of its sentence tells of somebody what belongs to it.
    private boolean isTakenUp(Span talked, List<List<Span>> said, Wording wording) {
        List<Wording.Word> words = wording.words();
        int clause = words.get(Wording.wordAt(words, talked.start())).clause();
        return said.stream()
                .flatMap(List::stream)
                .filter(span -> sentence(span, wording) == sentence(talked, wording))
                .map(span -> Wording.wordAt(words, span.start()))
                .anyMatch(at ->
                        at < words.size()
                                && words.get(at).clause() != clause
                                && Spoken.isToldOfSomebody(wording, at));
    }

    private List<Span> unsilenced(List<Span> said, Set<Integer> silenced, Wording wording) {
        List<Span> spans = new ArrayList<>(said);
        spans.removeIf(span -> silenced.contains(sentence(span, wording)));
        spans.sort(Comparator.comparing(Span::start).thenComparing(Span::end));
        return spans;
    }

    private Optional<Span> heardTogether(List<List<Span>> said, Reading reading) {
        Wording wording = reading.wording();
        Set<Integer> sentences = new TreeSet<>();
        said.forEach(spans -> spans.forEach(span -> sentences.add(sentence(span, wording))));
        return sentences.stream()
                .map(first -> within(first, said, wording))
                .flatMap(Optional::stream)
                .findFirst()
                .map(heard -> together(heard, reading));
    }

    /// How many sentences on end a sign may be told in; what stands farther apart in a letter belongs to
    /// different matters.
    static final int LONGEST_TELLING = 3;

    /// The first words of each group that stand in the sentences from this one on; an age may stand
    /// anywhere.
    private Optional<List<Span>> within(int first, List<List<Span>> said, Wording wording) {
        List<Span> heard = new ArrayList<>();
        for (int at = 0; at < said.size(); at++) {
            boolean anywhere = all.get(at).ages() != null;
            Optional<Span> one =
                    said.get(at).stream()
                            .filter(span -> {
                                int sentence = sentence(span, wording);
                                return anywhere
                                        || sentence >= first && sentence < first + LONGEST_TELLING;
                            })
                            .findFirst();
            if (one.isEmpty()) {
                return Optional.empty();
            }
            heard.add(one.get());
        }
        return Optional.of(heard);
    }

    /// The sentence a stretch begins in; all the text is one where the rules do not part it.
    private int sentence(Span span, Wording wording) {
        if (!shared.parted()) {
            return 0;
        }
        List<Wording.Word> words = wording.words();
        int at = Wording.wordAt(words, span.start());
        return at < words.size() ? words.get(at).sentence() : -1;
    }

    private boolean fits(Patient patient) {
        if (sex != null && patient.sex() != sex) {
            return false;
        }
        if (pregnant != null && !pregnant.equals(patient.pregnant())) {
            return false;
        }
        if (ages == null) {
            return true;
        }
        AgeRange told = patient.ages();
        if (told == null) {
            return ageMayBeUnknown;
        }
        if (ageMayOverlap) {
            return ages.overlaps(told);
        }
        return ages.youngest().firstDay() <= told.youngest().firstDay()
                && told.oldest().firstDay() <= ages.oldest().lastDay();
    }

    /// @param evenTalk whether what is only talked about counts as well
    private List<Span> said(Group group, Reading reading, boolean evenTalk) {
        List<Span> said = new ArrayList<>();
        if (group.ages() != null) {
            age(group.ages(), reading).ifPresent(said::add);
        }
        for (Cue cue : group.cues()) {
            for (Cue.Heard heard : cue.heard(reading.wording())) {
                if (evenDenied
                        || !Assertions.isDenied(reading.wording(), heard)
                                && isOfNow(heard.first(), heard.last(), reading, evenTalk)) {
                    said.add(heard.span());
                }
            }
        }
        for (Mention mention : reading.concepts().mentions()) {
            if (group.concepts().stream().anyMatch(mention.concept()::isA)
                    && (evenDenied || isSaid(mention, reading))) {
                said.add(mention.span());
            }
        }
        return said;
    }

    /// Where an age within the range is told.
    private static Optional<Span> age(AgeRange within, Reading reading) {
        AgeRange told = reading.patient().ages();
        String words = reading.patient().ageWords();
        if (told == null
                || words == null
                || told.youngest().firstDay() < within.youngest().firstDay()
                || told.oldest().lastDay() > within.oldest().lastDay()) {
            return Optional.empty();
        }
        int start = Math.max(0, reading.wording().text().indexOf(words));
        return Optional.of(
                new Span(
                        start,
                        Math.min(start + words.length(), reading.wording().text().length())));
    }

    private boolean isSaid(Mention mention, Reading reading) {
        if (mention.assertion() != Mention.Assertion.PRESENT
                && mention.assertion() != Mention.Assertion.POSSIBLE) {
            return false;
        }
        List<Wording.Word> words = reading.wording().words();
        int first = Wording.wordAt(words, mention.span().start());
        int last = first;
        while (last + 1 < words.size()
                && words.get(last + 1).span().start() < mention.span().end()) {
            last++;
        }
        return first == words.size() || isOfNow(first, last, reading, false);
    }

    /// Not past, not only talked about, not of the asker of a child's question.
    private boolean isOfNow(int first, int last, Reading reading, boolean evenTalk) {
        Wording wording = reading.wording();
        return shared.spoken().isOfNow(wording, first, last, evenPast, evenTalk)
                && (ages == null
                        || !Assertions.isAskersOwn(reading.wording(), first, reading.patient()));
    }

    /// Longest quote, in characters; beyond it the first phrase stands alone.
    static final int LONGEST_QUOTE = 160;

    private static Span together(List<Span> heard, Reading reading) {
        if (heard.isEmpty()) {
            return new Span(0, Math.min(reading.wording().text().length(), LONGEST_QUOTE));
        }
        int start = heard.stream().mapToInt(Span::start).min().orElseThrow();
        int end = heard.stream().mapToInt(Span::end).max().orElseThrow();
        return end - start <= LONGEST_QUOTE ? new Span(start, end) : heard.getLast();
    }

    /// What the rules of a file share: named phrase lists, and the words by which a thing is only
    /// talked about, another's or over.
    ///
    /// A concept the vocabulary does not hold is left out: the cues beside it still speak. A test holds
    /// that the shipped vocabulary has them all.
    ///
    /// @param parted whether the sentences of a text are told apart: then `unless` silences what stands in
    ///     its own sentence, and the groups of a rule stand near each other
    record Shared(
            Map<String, List<String>> phrases,
            WordClasses classes,
            Spoken spoken,
            boolean parted,
            Terminology terminology) {

        static Shared of(RuleFile file, Terminology terminology) {
            Map<String, List<String>> phrases = new TreeMap<>();
            RuleFile.Row row = file.content().row("phrases");
            if (row != null) {
                row.keys().forEach(key -> phrases.put(key, row.texts(key)));
            }
            RuleFile.Row words = file.content().row("words");
            return new Shared(
                    phrases,
                    words == null ? WordClasses.NONE : WordClasses.of(words),
                    Spoken.of(file.content()),
                    false,
                    terminology);
        }

        /// The same for rules that tell the sentences of a text apart.
        Shared byTheSentence() {
            return new Shared(phrases, classes, spoken, true, terminology);
        }

        /// The same with the phrases and word classes of another file of rules added.
        Shared with(RuleFile file) {
            Map<String, List<String>> more = new TreeMap<>(phrases);
            RuleFile.Row row = file.content().row("phrases");
            if (row != null) {
                row.keys().forEach(key -> more.put(key, row.texts(key)));
            }
            RuleFile.Row words = file.content().row("words");
            return new Shared(
                    more,
                    words == null ? classes : classes.with(words),
                    spoken,
                    parted,
                    terminology);
        }

        Group group(RuleFile.Row row, List<String> written) {
            List<Cue> cues = new ArrayList<>();
            List<Concept> concepts = new ArrayList<>();
            AgeRange ages = null;
            for (String one : written) {
                if (one.startsWith("@")) {
                    List<String> named = phrases.get(one.substring(1));
                    if (named == null) {
                        throw new IllegalStateException(
                                row.place() + ": no phrase list is called " + one);
                    }
                    Group group = group(row, named);
                    cues.addAll(group.cues());
                    concepts.addAll(group.concepts());
                    ages = ages == null ? group.ages() : ages;
                } else if (one.startsWith(UNDER)) {
                    ages = under(row, one.substring(UNDER.length()));
                } else if (one.startsWith("mesh:") || one.startsWith("oropos:")) {
                    terminology.concept(one).ifPresent(concepts::add);
                } else {
                    cues.addAll(classes.cues(one, row.place()));
                }
            }
            return new Group(List.copyOf(cues), List.copyOf(concepts), ages);
        }
    }
}

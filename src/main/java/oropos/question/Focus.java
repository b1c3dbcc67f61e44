package oropos.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oropos.terminology.Mention;
import oropos.terminology.Mention.Assertion;
import oropos.terminology.Sentences;
import oropos.terminology.Span;

/// Chooses the words of a question that are worth searching for.
///
/// Of a short question all content words; of a long text those of its question sentences and the names
/// of what was recognised elsewhere in it. What is denied, past or a relative's is left out, and so is
/// what identifies a person.
final class Focus {

    /// Up to this many words a text is searched whole; above it is a letter or a story.
    static final int SHORT = 60;

    /// Most words searched for.
    static final int MOST = 48;

    private static final Pattern ASKS =
            Pattern.compile(
                    "(?i)\\s*(?:please |can you |could you )?(?:tell|advise|explain|what|how|which|should|is|are|can|does|do|why)\\b");

    private static final Set<String> EMPTY_WORDS =
            Set.of(
                    ("a an the and or but if of in on at to for from by with without as is are was were be been being am do does"
                                    + " did done doing has have had having he she it its they them their his her hers him i me my mine we us our you"
                                    + " your who whom whose which what when where why how that this these those there here than then so such can could"
                                    + " should would will shall may might must not no nor also any some all more most other another into about over"
                                    + " under up down out off again very just only own same too s t don now please hello hi thanks thank dear know"
                                    + " want like get got tell ask asked asking help need year years old day days month months week weeks patient"
                                    + " patients best good way new latest recommended currently because while during after before between both each few"
                                    + " dont cant im ive id isnt doctor said says say anyone something anything thing things really much many still yes"
                                    + " lot since ago make take taking took given give first one two")
                            .split(" "));

    /// What people say in words of their own, and the words of sources for it, from `focus.yaml`.
    private record Own(List<Cue> cues, List<String> add) {}

    static final String FILE = "focus.yaml";

    private final List<Own> own = new ArrayList<>();

    Focus(RuleFile file) {
        file.content().knows(Set.of("version", "words"));
        for (RuleFile.Row row : file.content().rows("words")) {
            row.knows(Set.of("cues", "add", "source"));
            row.text("source");
            own.add(new Own(Cue.all(row.texts("cues")), row.texts("add")));
        }
    }

    /// @param beside words that tell of the patient and not of what is asked
    List<String> of(
            Reading reading,
            Redaction redaction,
            Stream<Finding> findings,
            List<Span> beside,
            List<String> more) {
        String text = reading.wording().text();
        List<Span> asked = asked(text, reading.wording().words().size());
        List<Span> left = left(reading, redaction);
        left.addAll(besideTheMatter(reading, text));
        left.addAll(beside);
        Set<String> focus = new LinkedHashSet<>();
        for (Wording.Word word : reading.wording().words()) {
            boolean in = asked.stream().anyMatch(span -> span.contains(word.span()));
            boolean out = left.stream().anyMatch(span -> span.overlaps(word.span()));
            if (in && !out && isContent(word.text())) {
                focus.add(word.span().of(text).toLowerCase(Locale.ROOT).replaceAll("['’]s$", ""));
            }
        }
        Set<String> named = new LinkedHashSet<>();
        findings.filter(Finding::isSearched)
                .forEach(finding -> named.add(finding.words().toLowerCase(Locale.ROOT)));
        List<String> all = new ArrayList<>(focus);
        for (String name : named) {
            if (Stream.of(name.split("\\s+")).anyMatch(part -> !focus.contains(part))) {
                all.add(name);
            }
        }
        Set<String> distinct = new LinkedHashSet<>(all.stream().limit(MOST).toList());
        own.stream()
                .filter(one -> isSaid(one, reading.wording(), beside))
                .forEach(one -> distinct.addAll(one.add()));
        distinct.addAll(more);
        return List.copyOf(distinct);
    }

    /// "After a fall from a trampoline" tells how it came about and asks nothing of trampolines.
    private static boolean isSaid(Own own, Wording wording, List<Span> beside) {
        return own.cues().stream()
                .flatMap(cue -> cue.heard(wording).stream())
                .anyMatch(heard -> beside.stream().noneMatch(span -> span.contains(heard.span())));
    }

    /// Where every other word was found to tell nothing: the words of the names alone.
    static List<String> ofNames(Stream<Finding> findings) {
        Set<String> words = new LinkedHashSet<>();
        findings.forEach(finding ->
                Wording.of(finding.words()).words().stream()
                        .map(Wording.Word::text)
                        .filter(Focus::isContent)
                        .forEach(words::add));
        return List.copyOf(words);
    }

    /// The sentences that ask, and the whole of a short text; the first and the last sentence of a
    /// long one that asks nothing.
    static List<Span> asked(String text, int words) {
        List<Span> whole = List.of(new Span(0, text.length()));
        if (words <= SHORT) {
            return whole;
        }
        List<Span> asking = asking(text);
        if (!asking.isEmpty()) {
            return asking;
        }
        List<Span> sentences = Sentences.of(text);
        return sentences.isEmpty() ? whole : List.of(sentences.getFirst(), sentences.getLast());
    }

    /// The sentences that ask.
    static List<Span> asking(String text) {
        return Sentences.of(text).stream()
                .filter(span ->
                        span.of(text).strip().endsWith("?")
                                || ASKS.matcher(span.of(text)).lookingAt())
                .toList();
    }

    /// Sentences that neither ask nor name anything, where what is asked is named ("He likes football."), and
    /// the words of ages ("8yo"): searching for them would count what a source need not hold.
    private static List<Span> besideTheMatter(Reading reading, String text) {
        List<Span> beside = new ArrayList<>();
        reading.wording().ages().forEach(age -> beside.add(age.span()));
        List<Span> asking = asking(text);
        List<Span> names =
                reading.concepts().mentions().stream()
                        .filter(Focus::isMatter)
                        .map(Mention::span)
                        .toList();
        if (asking.stream().noneMatch(ask -> names.stream().anyMatch(ask::contains))) {
            return beside;
        }
        for (Span sentence : Sentences.of(text)) {
            if (!asking.contains(sentence) && names.stream().noneMatch(sentence::overlaps)) {
                beside.add(sentence);
            }
        }
        return beside;
    }

    private static boolean isMatter(Mention mention) {
        return switch (mention.concept().kind()) {
            case PROBLEM, DRUG, PROCEDURE, TEST, ANATOMY, ORGANISM -> true;
            case GROUP, OTHER -> false;
        };
    }

    private static List<Span> left(Reading reading, Redaction redaction) {
        List<Span> left = new ArrayList<>();
        boolean ownProblem = reading.problems().stream().anyMatch(Finding::isSearched);
        for (Mention mention : reading.concepts().mentions()) {
            // "My mother had breast cancer, should I be screened?" is about breast cancer.
            boolean isSubject = !ownProblem && mention.assertion() == Assertion.FAMILY;
            if (!isSubject
                    && mention.assertion() != Assertion.PRESENT
                    && mention.assertion() != Assertion.POSSIBLE) {
                left.add(mention.span());
            }
        }
        redaction.removals().forEach(removal -> left.add(removal.span()));
        return left;
    }

    static boolean isContent(String word) {
        return !EMPTY_WORDS.contains(word)
                && word.length() > 1
                && !word.chars()
                        .allMatch(one -> Character.isDigit(one) || one == '.' || one == ',');
    }
}

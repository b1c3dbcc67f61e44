package oropos.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oropos.question.ClinicalQuestion;

/// Holds titles and headings against what is asked about: the very subject, or a narrower one.
final class PageTopics {

    /// "Retinopathy, nephropathy, and stroke" is one thing.
    private static final Pattern ENUMERATES = Pattern.compile(", (?:and|or) ");

    /// "Gum (Periodontal) Disease" is gum disease.
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)");

    /// Words of a title that narrow nothing.
    private static final List<String> GENERAL =
            List.of(
                    """
                    the and of in for to an introduction overview disease disorder adult
                    infection drug treatment management use used about what need know information fact
                    symptom cause diagnosis prevention human prescription label
                    """
                            .strip()
                            .split("\\s+"));

    /// "Q fever" is no fever; "I" and "a" name no kind.
    private static final Pattern LETTER =
            Pattern.compile("(?<![\\w'’.-])(?![aAiI]\\b)\\p{L}(?![\\w'’.-])");

    private final Relevance relevance;

    /// The single letters of the question, in lower case.
    private final Set<String> letters;

    /// Words beside a name that narrow nothing: those of the question, and the general ones.
    private final Set<String> beside;

    PageTopics(ClinicalQuestion question, Relevance relevance) {
        this.relevance = relevance;
        Set<String> all = new HashSet<>(Relevance.stems(question.words()));
        all.addAll(GENERAL);
        this.beside = Set.copyOf(all);
        this.letters = letters(question.words());
    }

    private static Set<String> letters(String text) {
        return LETTER.matcher(text)
                .results()
                .map(letter -> letter.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a page is about the very thing asked about, not about a rarer form of it or about it in
    /// other people.
    boolean isTheVerySubject(Optional<String> topic) {
        return topic.isPresent()
                && relevance.isExactly(relevance.spoken(topic.get()))
                && partsNaming(topic.get()).anyMatch(this::isIt);
    }

    /// Whether a topic names what is asked about only within something narrower: "Alopecia universalis"
    /// where hair loss is asked about.
    boolean isNarrower(String topic) {
        List<String> naming = partsNaming(topic).toList();
        return !naming.isEmpty() && naming.stream().noneMatch(this::isIt);
    }

    private boolean isIt(String part) {
        return letters.containsAll(letters(part)) && relevance.names().isAllOf(part, beside);
    }

    /// The parts of a title or heading that name what is asked about.
    private Stream<String> partsNaming(String topic) {
        return Stream.concat(
                        Stream.of(BRACKETS.matcher(topic).replaceAll(" ")),
                        Stream.of(
                                topic.split(
                                        ENUMERATES.matcher(topic).find()
                                                ? " - |[:;()]"
                                                : " - |[,:;()]")))
                .filter(part -> relevance.namesSubject(relevance.spoken(part)));
    }
}

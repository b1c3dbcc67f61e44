package oropos.question;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Mention;
import oropos.terminology.Sentences;
import oropos.terminology.Span;

/// Whether words tell what happened to the patient: they stand in the sentence of the problem, or in one
/// that goes on with the patient, and nobody asks, supposes or denies it there. "His friend fell from a
/// tree" tells nothing of him. Where in doubt nothing is told.
final class HappenedTo {

    private static final Pattern SUPPOSED =
            Pattern.compile(
                    "(?i)\\b(?:if|whether|asked|asks|asking|might|could|would|maybe|perhaps|as if|as though|like|before|unlike|suppos\\w+|imagin\\w+|outside|friends?|neighbou?rs?|cousin|classmate|(?:his|her|their) (?:brother|sister|father|mother|dad|mum|mom))\\b");

    private static final Pattern GOES_ON =
            Pattern.compile(
                    "(?i)[\\s\"'(]*(?:(?:he|she|it|this|that|fell|fallen|falls?|jumped|dropped|slipped|thrown|hit|struck|after|following|from|in|on|no|not|never|without|mechanism|history|injur\\w+|trauma|accident|high|low|major|minor|road|car|bike|bicycle|traffic|rta|rtc|mva|mvc)\\b|i (?:fell|had|was|jumped|got|slipped|crashed)\\b|(?:my|our|the|a|an) (?:son|daughter|child|kid|boy|girl|toddler|patient|\\w+ old|injury|accident|fall|crash|trauma|car|road|bike|horse|husband|wife|dad|mum|mom|grand\\w+)\\b)");

    private final Reading reading;
    private final Trigger.Group problem;
    private @Nullable List<Span> sentences;
    private @Nullable List<Span> problems;

    /// @param problem what the patient has
    HappenedTo(Reading reading, Trigger.Group problem) {
        this.reading = reading;
        this.problem = problem;
    }

    boolean tellsOf(Cue.Heard heard) {
        String text = reading.wording().text();
        Span sentence =
                sentences().stream()
                        .filter(one -> one.contains(heard.span()))
                        .findFirst()
                        .orElse(new Span(0, text.length()));
        String before = text.substring(sentence.start(), heard.span().start());
        return !SUPPOSED.matcher(before).find()
                && (GOES_ON.matcher(sentence.of(text)).lookingAt()
                        || problems().stream().anyMatch(sentence::contains));
    }

    private List<Span> sentences() {
        if (sentences == null) {
            sentences = Sentences.of(reading.wording().text());
        }
        return sentences;
    }

    private List<Span> problems() {
        if (problems == null) {
            problems =
                    Stream.concat(
                                    reading.concepts().mentions().stream()
                                            .filter(mention ->
                                                    problem.concepts().stream()
                                                            .anyMatch(mention.concept()::isA))
                                            .map(Mention::span),
                                    problem.cues().stream()
                                            .flatMap(cue -> cue.heard(reading.wording()).stream())
                                            .map(Cue.Heard::span))
                            .toList();
        }
        return problems;
    }
}

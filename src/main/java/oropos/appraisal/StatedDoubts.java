package oropos.appraisal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Sentences;
import oropos.terminology.Span;

/// What a text states in numbers that leaves its finding less certain, each with the words it stands in:
/// intervals that hold no effect, few events, heterogeneity, people lost (clinical-method B.3).
///
/// Only what is surely said counts. Events are taken where one sentence counts them in two groups or
/// more ("2/16 versus 0/18"), because a single "8 of 34" may be people who declined; and where several
/// sentences do, the one with the most events speaks for the text.
///
/// @param noEffect an interval, where the text gives some and each holds no effect
/// @param fewEvents the events counted, where they are few
/// @param heterogeneity the most told, in per cent of I squared, where it is much
/// @param lost the people lost to follow-up, where they are many
/// @param counted people counted in those groups, 0 where nobody is
record StatedDoubts(
        @Nullable Ground noEffect,
        @Nullable Ground fewEvents,
        @Nullable Ground heterogeneity,
        @Nullable Ground lost,
        int counted) {

    /// A doubt and where it stands.
    ///
    /// @param words as a reviewer would put it
    record Ground(String words, Span span) {}

    /// Fewer events than this are imprecise (clinical-method B.3).
    static final int FEW_EVENTS = 10;

    /// Heterogeneity above this is inconsistent, in per cent of I squared (clinical-method B.3).
    static final int MUCH_HETEROGENEITY = 50;

    /// More lost than this, in per cent, biases (clinical-method B.3: under 80% followed, after DynaMed).
    static final int MANY_LOST = 20;

    private static final Pattern I_SQUARED =
            Pattern.compile(
                    "\\bI(?:\\s?2|\\s?\u00b2|\\s?\\^\\s?2|\\s?\\(2\\)|[- ]squared)(?: statistics?| value| index| values)?"
                            + "\\s*(?:=|of|was|were|is|:|>|\u2265|,)?\\s*(?:(\\d{1,3})(?:\\.\\d+)?\\s?%|(?:=|of|was|:)\\s*0\\.(\\d{2})\\d?\\b)");

    private static final Pattern LOST =
            Pattern.compile(
                    "(\\d{1,3})(?:\\.\\d+)?\\s?%\\)?(?: of (?:the )?[a-z -]{3,40})?,? (?:were |was |had been )?lost to follow[- ]?up"
                            + "|\\b(?:loss(?:es)? to follow[- ]?up|lost to follow[- ]?up|attrition|drop[- ]?out)(?: rates?)?(?: was| were| of|:| in)? \\(?(\\d{1,3})(?:\\.\\d+)?\\s?%",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern FOLLOWED =
            Pattern.compile(
                    "\\bfollow[- ]?up (?:rates?(?: was| were| of)?|(?:was |were )?completed?(?: in| for| by))(?: only)? (\\d{1,3})(?:\\.\\d+)?\\s?%"
                            + "|(\\d{1,3})(?:\\.\\d+)?\\s?%\\)?(?: of (?:the )?[a-z -]{3,40})? (?:completed|attended|returned for) (?:the )?(?:\\w+[- ])?follow[- ]?up",
                    Pattern.CASE_INSENSITIVE);

    static StatedDoubts in(String text) {
        StatedNumbers numbers = StatedNumbers.in(text);
        Optional<List<StatedNumbers.Events>> most = compared(text, numbers);
        int events = most.map(StatedDoubts::events).orElse(Integer.MAX_VALUE);
        return new StatedDoubts(
                Intervals.allHoldNoEffect(text, numbers.effects())
                        .map(span -> new Ground("the confidence interval holds no effect", span))
                        .orElse(null),
                events < FEW_EVENTS
                        ? new Ground(
                                events + (events == 1 ? " event" : " events"),
                                around(most.orElseThrow()))
                        : null,
                heterogeneity(text),
                lost(text),
                most.map(counts -> counts.stream().mapToInt(StatedNumbers.Events::of).sum())
                        .orElse(0));
    }

    private static Optional<List<StatedNumbers.Events>> compared(
            String text, StatedNumbers numbers) {
        List<List<StatedNumbers.Events>> compared = new ArrayList<>();
        if (numbers.events().size() > 1) {
            for (Span sentence : Sentences.of(text)) {
                List<StatedNumbers.Events> here =
                        numbers.events().stream()
                                .filter(one ->
                                        sentence.start() <= one.span().start()
                                                && one.span().end() <= sentence.end())
                                .toList();
                if (here.size() > 1) {
                    compared.add(here.subList(0, 2));
                }
            }
        }
        return compared.stream().max(Comparator.comparingInt(StatedDoubts::events));
    }

    private static int events(List<StatedNumbers.Events> counts) {
        return counts.stream().mapToInt(StatedNumbers.Events::people).sum();
    }

    private static Span around(List<StatedNumbers.Events> counts) {
        return new Span(counts.getFirst().span().start(), counts.getLast().span().end());
    }

    private static @Nullable Ground heterogeneity(String text) {
        Matcher matcher = I_SQUARED.matcher(text);
        int most = 0;
        Span where = null;
        while (matcher.find()) {
            int told = Integer.parseInt(number(matcher));
            if (told > most && told <= 100) {
                most = told;
                where = new Span(matcher.start(), matcher.end());
            }
        }
        return where == null || most <= MUCH_HETEROGENEITY
                ? null
                : new Ground("I\u00b2 " + most + "%", where);
    }

    private static @Nullable Ground lost(String text) {
        Matcher lost = LOST.matcher(text);
        while (lost.find()) {
            int share = Integer.parseInt(number(lost));
            if (share > MANY_LOST && share <= 100) {
                return new Ground(
                        share + "% lost to follow-up", new Span(lost.start(), lost.end()));
            }
        }
        Matcher followed = FOLLOWED.matcher(text);
        while (followed.find()) {
            int share = Integer.parseInt(number(followed));
            if (share > 0 && share < 100 - MANY_LOST) {
                return new Ground(
                        "only " + share + "% followed up",
                        new Span(followed.start(), followed.end()));
            }
        }
        return null;
    }

    private static String number(Matcher matcher) {
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }
}

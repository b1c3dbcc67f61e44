package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oropos.question.FollowUp.Question;
import oropos.terminology.Sentences;

/// The urgent signs that stand in a turn, of whomever it is read: those its own words tell when they are read
/// alone, and those of the question before that nothing took back. Where the question made of the turn has one
/// no more, the words that tell it are carried along and read for signs alone.
///
/// @param in the rules of the signs a text tells
/// @param needless whether the first rule is made needless by the second
record StandingSigns(Function<String, List<String>> in, BiPredicate<String, String> needless) {

    private static final Pattern CORRECTS =
            Pattern.compile(
                    "(?i)\\b(?:sorry|oops|typo|actually|correction|mistake|i meant?|not|no)\\b");

    /// A test again, and no age or weight.
    private static final Pattern VALUE_AGAIN =
            Pattern.compile(
                    "(?i)\\b(?:repeat|recheck(?:ed)?|second|latest|new|now)\\b[^.;?]{0,20}\\d(?![\\d.]*\\s*(?:kg|kilos?|years?|yrs?|months?|weeks?|wks?|days?)\\b)");

    private static final Pattern ASKS =
            Pattern.compile("(?i)^(?:is|are|does|do|which|what|how|why|when)\\b");

    private static final Pattern SOMEBODY =
            Pattern.compile(
                    "(?i)\\b(?:i|me|my|mine|we|us|our|he|him|his|she|her|hers|they|them|their|it|its|this|that|same|you|your)\\b");

    private static final int FEW_WORDS = 4;

    /// @param before the texts asked in the thread, as they were answered
    /// @param typed the words of the turn
    FollowUp in(List<String> before, String typed, FollowUp read, Function<String, Said> reads) {
        if (!(read instanceof Question question) || before.isEmpty()) {
            return read;
        }
        List<String> shown = in.apply(question.text());
        List<String> words = new ArrayList<>();
        if (!missing(rules(typed), shown).isEmpty()) {
            words.add(typed);
        }
        String last = Corrections.withoutSupposed(before.getLast());
        List<String> lost = missing(in.apply(last), shown);
        if (!lost.isEmpty() && !isOver(question, typed, last)) {
            words.addAll(telling(last, lost, reads));
        }
        return words.isEmpty() ? read : question.telling(words);
    }

    /// What words tell alone; that few words only sound like a sign is not enough.
    private List<String> rules(String words) {
        boolean few = words.split("\\s+").length <= FEW_WORDS;
        return in.apply(words).stream()
                .filter(rule -> !(few && UrgentSigns.isAlike(rule)))
                .toList();
    }

    private List<String> missing(List<String> signs, List<String> shown) {
        return signs.stream()
                .filter(sign -> !shown.contains(sign))
                .filter(sign -> shown.isEmpty() || !UrgentSigns.isAlike(sign))
                .filter(sign -> shown.stream().noneMatch(one -> needless.test(sign, one)))
                .toList();
    }

    /// Whether the turn says that what was told does not hold, or asks in general of something else.
    private static boolean isOver(Question question, String typed, String last) {
        if (TurnCue.NEW_TOPIC.isIn(typed)
                || TurnCue.WITHDRAWN.isIn(typed)
                || TurnCue.BACK_TO.isIn(typed)
                || ChangedFacts.isNote(typed)
                || Renumbered.in(last, typed).isPresent()) {
            return true;
        }
        String main = Corrections.in(question.text()).main();
        if (main.contains(Corrections.in(last).main().replaceAll("\\W+$", ""))) {
            return VALUE_AGAIN.matcher(typed).find()
                    || CORRECTS.matcher(typed).find() && typed.matches(".*\\d.*");
        }
        return question.carried().isEmpty()
                && ASKS.matcher(typed).find()
                && !SOMEBODY.matcher(typed).find()
                && typed.split("\\s+").length > FEW_WORDS;
    }

    /// The words of the question before that tell the signs: its sentences, else all it was read as. Words that only
    /// sound like one are told, and not asked.
    private List<String> telling(String last, List<String> lost, Function<String, Said> reads) {
        Corrections corrections = Corrections.in(last);
        String main = corrections.main().strip();
        List<String> words = new ArrayList<>();
        List<String> left = new ArrayList<>(lost);
        List<String> sentences = new ArrayList<>();
        boolean withdrawn = false;
        for (var span : Sentences.of(main)) {
            for (String one : TurnSigns.BEGINS_SMALL.split(span.of(main).strip())) {
                if (TurnCue.WITHDRAWN.isIn(one)) {
                    sentences.clear();
                    withdrawn = true;
                }
                sentences.add(one);
            }
        }
        Stream.of(
                        corrections.signsTold().stream(),
                        sentences.stream(),
                        withdrawn
                                ? Stream.<String>empty()
                                : Stream.of(main, reads.apply(last).text()))
                .flatMap(one -> one)
                .forEach(one -> {
                    List<String> told = new ArrayList<>(left.isEmpty() ? left : rules(one));
                    told.removeIf(rule -> UrgentSigns.isAlike(rule) && one.endsWith("?"));
                    if (left.removeAll(told)) {
                        words.add(one);
                    }
                });
        return words;
    }
}

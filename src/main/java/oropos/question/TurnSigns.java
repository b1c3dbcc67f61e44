package oropos.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import oropos.terminology.Sentences;

/// The urgent signs told in a thread: no later turn silences one that was told, and none told in a turn is lost.
///
/// @param in the rules of the signs a text tells
/// @param needless whether the first rule is made needless by the second
record TurnSigns(Function<String, List<String>> in, BiPredicate<String, String> needless) {

    private static final int FEW_WORDS = 4;

    private static final Pattern ASKS =
            Pattern.compile(
                    "(?i)^(?:and |but |so )?(?:what|which|how|when|why|who|where|should)\\b");

    /// "She" tells it, and is read over where it is carried as a fact.
    private static final Pattern SEX =
            Pattern.compile(
                    "sex (?:fe)?male; |; sex (?:fe)?male(?=[;\\]])| ?\\[Carried over: sex (?:fe)?male\\]");

    /// Where a sentence begins that is typed small.
    static final Pattern BEGINS_SMALL = Pattern.compile("(?<=\\p{L}{2}[.!?]) +(?=\\p{Ll})");

    static TurnSigns of(Understanding understanding) {
        return new TurnSigns(
                text ->
                        understanding.of(Asked.by(Reader.PHYSICIAN, text)).urgent().stream()
                                .map(Urgent::rule)
                                .toList(),
                understanding::isNeedless);
    }

    /// The same for one turn, within which every text is heard once.
    TurnSigns once() {
        return new TurnSigns(Once.of(in), needless);
    }

    /// What stands in a turn whatever is made of it.
    StandingSigns standing() {
        return new StandingSigns(in, needless);
    }

    /// Whether a turn tells one.
    ///
    /// @param alike whether words that only sound like one count, where they are more than a few
    boolean areIn(String turn, boolean alike) {
        boolean more = alike && turn.split("\\s+").length > FEW_WORDS;
        return in.apply(turn).stream().anyMatch(rule -> more || !rule.startsWith("sounds-like"));
    }

    /// What a turn is read as, with every sign it tells or that was told before.
    ///
    /// @param typed the words of the turn
    FollowUp heard(List<String> before, String typed, FollowUp read, Function<String, Said> reads) {
        return switch (read) {
            case FollowUp.Unclear _ when areIn(typed, true) -> FollowUps.alone(typed);
            case FollowUp.Unclear _
                    when !before.isEmpty()
                            && HAS_THE_SAME.matcher(typed).find()
                            && areIn(before.getLast(), false) ->
                    new FollowUp.Question(
                            FollowUps.with(before.getLast(), typed),
                            CarriedCase.patient(
                                    reads.apply(before.getLast()).patient(), Patient.UNKNOWN),
                            true);
            case FollowUp.Unclear _ when areIn(ofItsOwn(typed), false) ->
                    FollowUps.alone(ofItsOwn(typed));
            case FollowUp.Question question
                    when !before.isEmpty()
                            && AtHand.isIn(question.text(), before.getLast() + typed)
                            && in.apply(question.text()).isEmpty()
                            && !in.apply(before.getLast()).isEmpty() ->
                    new FollowUp.Unclear(FollowUp.Unclear.What.QUESTION);
            case FollowUp.Question question when !before.isEmpty() ->
                    kept(typed, question, before, reads);
            default -> read;
        };
    }

    private FollowUp.Question kept(
            String typed,
            FollowUp.Question question,
            List<String> before,
            Function<String, Said> reads) {
        for (String turn : List.of(typed, ofItsOwn(typed))) {
            if (areLost(turn, question.text())) {
                return FollowUps.alone(turn);
            }
        }
        return keeping(before.getLast(), withAll(typed, question), reads);
    }

    /// A question that hears one of before and not the one of the turn, with the words of the turn.
    private FollowUp.Question withAll(String turn, FollowUp.Question question) {
        String main = Corrections.in(question.text()).main();
        if (question.carried().isEmpty()
                || TurnCue.CONDITION.isIn(turn)
                || main.contains(turn.substring(1))) {
            return question;
        }
        List<String> told =
                in.apply(turn).stream().filter(rule -> !rule.startsWith("sounds-like")).toList();
        String whole = FollowUps.with(question.text(), turn);
        return in.apply(question.text()).containsAll(told) || !in.apply(whole).containsAll(told)
                ? question
                : new FollowUp.Question(
                        whole, question.carried(), question.changed(), question.again());
    }

    /// Of whom it is asked makes no difference while the sign stands.
    private static final Pattern HAS_THE_SAME =
            Pattern.compile(
                    "(?i)^[^?,.]{3,40} (?:has|have|had|got) (?:the same|it too|that too)[.!]?$");

    private static final Pattern KIN =
            Pattern.compile(
                    "(?i)^(?:(?:and|but|also|now|oh),? ){0,2}(?:his|her|their) (?:\\p{L}+ )?(?:(mother|mum|mom|sister|grandmother|gran|grandma|aunt|niece)|father|dad|brother|grandfather|grandad|grandpa|uncle|nephew|twin|cousin)(?= (?:has|is|had|can|cannot|can['\u2019]?t|won['\u2019]?t|does|did|keeps|looks|feels|started|woke|vomit\\p{L}*)\\b)");

    /// "His sister has a stiff neck and a rash" as told of her, who is the patient of it.
    private static String ofItsOwn(String turn) {
        return KIN.matcher(turn).replaceFirst(kin -> kin.group(1) == null ? "He" : "She");
    }

    /// Whether none is heard in the question made of a turn that tells one, or nothing but words that sound alike.
    private boolean areLost(String turn, String question) {
        return areIn(turn, false) && !areIn(question, false);
    }

    /// The thread gone back in, with the signs told since; nothing where they are told of somebody else than whom
    /// it would go back to, so that the thread stays with them.
    Optional<TurnBack.To> keeping(
            List<String> before, TurnBack.To to, Function<String, Said> reads) {
        String back = to.before().getLast();
        Patient patient = reads.apply(back).patient();
        String kept = back;
        for (String sentence : since(before, back)) {
            Patient told = reads.apply(sentence).patient();
            boolean other = isAnother(patient, told);
            if (other && !to.person()) {
                return Optional.empty();
            }
            kept = other ? kept : FollowUps.with(kept, sentence);
        }
        List<String> texts = new ArrayList<>(to.before());
        texts.set(texts.size() - 1, kept);
        return Optional.of(new TurnBack.To(List.copyOf(texts), to.rest(), to.person()));
    }

    /// The sentences of a thread that tell a sign a text of it does not, and that nothing told later withdrew.
    private List<String> since(List<String> before, String back) {
        List<String> heard = in.apply(back);
        Map<String, Boolean> told = new LinkedHashMap<>();
        for (String text : before) {
            List<String> telling = telling(text);
            told.replaceAll(
                    (one, still) -> still && !(text.contains(one) && !telling.contains(one)));
            for (String sentence : telling) {
                told.put(sentence, isTold(sentence, in.apply(text), heard));
            }
        }
        String main = Corrections.in(back).main();
        return told.entrySet().stream()
                .filter(one -> one.getValue() && !main.contains(one.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The question with the sentences told before whose sign would not be heard in it.
    private FollowUp.Question keeping(
            String last, FollowUp.Question question, Function<String, Said> reads) {
        List<String> before = in.apply(last);
        if (before.isEmpty() || question.again() || question.carried().isEmpty()) {
            return question;
        }
        List<String> heard = in.apply(question.text());
        Patient patient = reads.apply(question.text()).patient();
        if (heard.containsAll(before) || isAnother(patient, reads.apply(last).patient())) {
            return question;
        }
        List<String> lost =
                telling(last).stream()
                        .filter(one -> !question.text().contains(one))
                        .filter(one -> isTold(one, before, heard))
                        .toList();
        if (lost.isEmpty()) {
            return withTheStory(last, question, before, heard);
        }
        String told = FollowUps.closed(String.join(" ", lost)) + " ";
        String whole = told + CarriedCase.capital(question.text());
        boolean known =
                lost.stream()
                        .allMatch(one ->
                                !isAnother(patient, reads.apply(one).patient())
                                        && !isTold(one, before, in.apply(whole)));
        return known
                ? new FollowUp.Question(whole, question.carried(), question.changed(), false)
                : FollowUps.alone(
                        told + CarriedCase.capital(Corrections.in(question.text()).main()));
    }

    /// A sign that no sentence tells alone ("she has not felt the baby move" at 36 weeks): with all that was told.
    private FollowUp.Question withTheStory(
            String last, FollowUp.Question question, List<String> before, List<String> heard) {
        List<String> lost =
                before.stream()
                        .filter(rule -> !rule.startsWith("sounds-like"))
                        .filter(rule -> !heard.contains(rule))
                        .toList();
        String asked = Corrections.in(question.text()).main();
        List<String> story = telling(last).stream().filter(one -> !asked.contains(one)).toList();
        if (lost.isEmpty()) {
            return question;
        }
        String main = Corrections.in(last).main();
        boolean withdrawn =
                Sentences.of(main).stream()
                        .flatMap(span -> BEGINS_SMALL.splitAsStream(span.of(main).strip()))
                        .anyMatch(TurnCue.WITHDRAWN::isIn);
        for (String told : List.of(String.join(" ", story), withdrawn ? "" : main)) {
            for (String text :
                    List.of(question.text(), SEX.matcher(question.text()).replaceAll(""))) {
                String whole = FollowUps.closed(told) + " " + CarriedCase.capital(text);
                if (!told.isEmpty() && in.apply(whole).containsAll(lost)) {
                    return new FollowUp.Question(
                            whole, question.carried(), question.changed(), false);
                }
            }
        }
        return question;
    }

    private boolean isTold(String sentence, List<String> before, List<String> heard) {
        return in.apply(sentence).stream()
                .anyMatch(rule ->
                        !rule.startsWith("sounds-like")
                                && before.contains(rule)
                                && !heard.contains(rule));
    }

    /// The sentences of a text that tell something outright.
    private static List<String> telling(String text) {
        String main = Corrections.in(text).main();
        List<String> told = new ArrayList<>();
        for (var span : Sentences.of(main)) {
            for (String one : BEGINS_SMALL.split(span.of(main).strip())) {
                if (TurnCue.WITHDRAWN.isIn(one)) {
                    told.clear();
                }
                if (!one.endsWith("?")
                        && !TurnCue.CONDITION.isIn(one)
                        && !ASKS.matcher(one).find()) {
                    told.add(one);
                }
            }
        }
        return told;
    }

    /// Whether two are told apart by an age or a sex: what is not told tells nobody apart.
    private static boolean isAnother(Patient one, Patient other) {
        return one.age() != null && other.age() != null && !one.age().equals(other.age())
                || one.sex() != null && other.sex() != null && one.sex() != other.sex();
    }

    /// Whether an urgent sign told before is no longer heard where something is taken away.
    boolean isSilencing(String last, String whole) {
        return !in.apply(whole).containsAll(in.apply(last));
    }
}

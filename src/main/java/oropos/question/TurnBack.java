package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Age;
import oropos.terminology.Sentences;

/// A turn that goes back in its thread: "back to the first question", "back to my son, can he drink with it?",
/// "forget that, what about zinc?".
///
/// What was only supposed since, or asked for other people, is left behind; what was told since of the same
/// patient goes along, since a fact is not taken back by another question.
final class TurnBack {

    /// "The first question", "my original question", "the beginning".
    private static final Pattern FIRST =
            Pattern.compile(
                    "(?i)(?:the|my|our|that) (?:very )?(?:first|original|initial) (?:question|case|patient|topic|subject|one|thing|point|person)|the (?:beginning|start)");

    private static final Pattern PERSON =
            Pattern.compile(
                    "(?i)(?:my|our|the|his|her) (?:first |little |older |younger )?(son|daughter|child|boy|girl|baby|toddler|mother|mum|mom|father|dad|husband|wife|partner|sister|brother|grandmother|grandma|gran|grandfather|grandpa|aunt|uncle|man|woman|lady|gentleman)");

    private static final Pattern AGE =
            Pattern.compile(
                    "(?i)the (\\d{1,3})[ -]?(year|month|week|day)s?[ -]?olds?(?: (?:man|woman|boy|girl|child|patient|one))?");

    /// Asked for other people: not of the one who is named.
    private static final Pattern IN_PEOPLE = Pattern.compile("[:;] in ");

    private static final int LONGEST = 40;

    /// @param before the texts of the thread as they hold then, the one gone back to last
    /// @param rest what is asked of it; empty where that question is asked again
    /// @param person whether it says whom it goes back to
    record To(List<String> before, String rest, boolean person) {
        To named() {
            return new To(before, rest, true);
        }
    }

    private final Function<String, Said> reads;

    TurnBack(Function<String, Said> reads) {
        this.reads = reads;
    }

    Optional<To> in(String text, List<String> before) {
        Matcher forget = TurnCue.FORGET_THAT.in(text);
        if (forget.find() && before.size() > 1) {
            return Optional.of(to(before, before.size() - 2, rest(text.substring(forget.end()))));
        }
        Optional<String> real = ChangedFacts.ofTheRealOne(text);
        if (real.isPresent()) {
            int told = before.size() - 1;
            while (told > 0 && isSupposing(before.get(told))) {
                told--;
            }
            return told == before.size() - 1
                    ? Optional.empty()
                    : Optional.of(to(before, told, real.get()));
        }
        Matcher back = TurnCue.BACK_TO.in(text);
        if (!back.find()) {
            return toNamed(text, before);
        }
        String[] parts = text.substring(back.end()).split("(?<=[,.:;?!])|(?<= )(?=- )", 2);
        String what = parts[0].replaceAll("[,.:;?!\\s]+$", "");
        String rest = parts.length > 1 ? rest(parts[1]) : "";
        if (what.length() > LONGEST) {
            return Optional.empty();
        }
        if (FIRST.matcher(what).matches()) {
            return Optional.of(to(before, 0, rest));
        }
        Matcher age = AGE.matcher(what);
        if (age.matches()) {
            return toAge(age.group(1) + " " + age.group(2).toLowerCase(Locale.ROOT), before, rest);
        }
        Matcher person = PERSON.matcher(what);
        return person.matches() ? toPerson(person.group(1), before, rest) : Optional.empty();
    }

    private static String rest(String text) {
        return text.replaceFirst("^[\\s,.:;!-]+", "").strip();
    }

    private Optional<To> toAge(String age, List<String> before, String rest) {
        for (int turn = before.size() - 1; turn >= 0; turn--) {
            Age told = reads.apply(before.get(turn)).patient().age();
            if (told != null && told.toString().startsWith(age)) {
                return Optional.of(to(before, turn, rest).named());
            }
        }
        return Optional.empty();
    }

    /// "And mum, when does she start again?", "and for Ella?" after a turn about somebody else: who was asked about
    /// in an earlier turn is asked about again, and so is whoever asks. An age the turn tells is another's.
    private Optional<To> toNamed(String text, List<String> before) {
        String last = Corrections.in(before.getLast()).main();
        boolean self = TurnCue.ABOUT_ME.isIn(text) && reads.apply(text).patient().age() == null;
        if (self && TurnPerson.isOfRelative(before)) {
            for (int turn = before.size() - 2; turn >= 0; turn--) {
                List<String> until = before.subList(0, turn + 1);
                if (TurnPerson.isAsker(Corrections.in(before.get(turn)).main())
                        && !TurnPerson.isOfRelative(until)) {
                    return Optional.of(new To(List.copyOf(until), text, true));
                }
            }
            return Optional.empty();
        }
        String who = TurnPerson.named(text);
        if (who.isEmpty()
                || reads.apply(text).patient().age() != null
                || TurnCue.OTHER_CHILD.isIn(text)
                || TurnPerson.holds(last, who)) {
            return Optional.empty();
        }
        for (int turn = before.size() - 2; turn >= 0; turn--) {
            String main = Corrections.in(before.get(turn)).main();
            if (TurnPerson.isAskedOf(who, main)) {
                return Optional.of(to(before, turn, text).named());
            }
        }
        return Optional.empty();
    }

    private Optional<To> toPerson(String noun, List<String> before, String rest) {
        Pattern word = Pattern.compile("(?i)\\b" + noun + "\\b");
        int last = before.size() - 1;
        for (int turn = last; turn >= 0; turn--) {
            Corrections read = Corrections.in(before.get(turn));
            if (word.matcher(read.main()).find() && !IN_PEOPLE.matcher(read.block()).find()) {
                int to = turn;
                while (to < last && isSame(before.get(turn), before.get(to + 1))) {
                    to++;
                }
                return Optional.of(to(before, to, rest).named());
            }
        }
        return Optional.empty();
    }

    private To to(List<String> before, int turn, String rest) {
        int to = turn;
        String main = numberless(Corrections.in(before.get(turn)).main());
        for (int later = turn + 1; later < before.size(); later++) {
            String told = numberless(Corrections.in(before.get(later)).main());
            if (told.startsWith(main)
                    && !isSupposing(before.get(later))
                    && !Corrections.in(before.get(later))
                            .main()
                            .equals(Corrections.in(before.get(to)).main())) {
                to = later;
            }
        }
        List<String> texts = new ArrayList<>(before.subList(0, to + 1));
        String base = Corrections.withoutSupposed(texts.getLast());
        String last = before.getLast();
        texts.set(to, to < before.size() - 1 && isSame(base, last) ? keeping(base, last) : base);
        return new To(List.copyOf(texts), rest, false);
    }

    private static boolean isSupposing(String text) {
        return !Corrections.in(text).supposed().isEmpty();
    }

    private static String numberless(String text) {
        return text.replaceAll("\\d+", "#").replaceAll("[\\s.?!]+$", "");
    }

    /// Whether both are of one patient who is known in both.
    private boolean isSame(String one, String other) {
        Patient a = reads.apply(one).patient();
        Patient b = reads.apply(other).patient();
        boolean known = b.age() != null || b.sex() != null || a.age() == null && a.sex() == null;
        return known
                && (a.age() == null || a.age().equals(b.age()))
                && (a.sex() == null || b.sex() == null || a.sex() == b.sex());
    }

    /// The question gone back to with what was told of the patient since.
    private String keeping(String base, String last) {
        Corrections since = Corrections.in(last);
        String main = Corrections.in(base).main();
        String whole = base;
        for (var span : Sentences.of(since.main())) {
            String sentence = span.of(since.main()).strip();
            boolean asks =
                    sentence.endsWith("?")
                            || TurnCue.OPENS.isIn(sentence)
                            || TurnCue.ELLIPTIC.isIn(sentence)
                            || TurnCue.CONDITION.isIn(sentence);
            if (!asks && sentence.endsWith(".") && !main.contains(sentence)) {
                whole = FollowUps.with(whole, sentence);
            }
        }
        List<String> known = CarriedCase.patient(reads.apply(whole).patient(), Patient.UNKNOWN);
        List<String> items =
                new ArrayList<>(CarriedCase.patient(reads.apply(last).patient(), Patient.UNKNOWN));
        items.addAll(since.denied());
        items.removeIf(item -> known.contains(item) || since.supposed().contains(item));
        items.removeIf(item -> item.startsWith(Corrections.SUPPOSED));
        return Corrections.join(whole, items);
    }
}

package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.terminology.AgeRange;
import oropos.terminology.Ages;
import oropos.terminology.Sex;

/// Finds where the words of a text name somebody, and who that is: "my 82-year-old mother", "the baby",
/// "Mum"; "she" is the woman named last, "they" are those named together.
final class Naming {

    /// Where people are named.
    ///
    /// @param people a bit for each person
    /// @param possessive whether it only says whose something is: "her tablets"
    record Named(long people, int first, int last, boolean possessive) {}

    private static final Set<String> SELF = Set.of("i", "im", "ive", "me", "myself");
    private static final Set<String> COUNTED =
            Set.of(
                    "type", "stage", "grade", "phase", "class", "factor", "bipolar", "part",
                    "level");
    private static final Set<String> SHE = Set.of("she", "her", "hers", "herself");
    private static final Set<String> HE = Set.of("he", "him", "his", "himself");
    private static final Set<String> THEY = Set.of("they", "them", "their", "both");
    private static final Set<String> WE = Set.of("we", "us", "our");
    private static final Set<String> POSSESSIVE = Set.of("my", "our", "her", "his", "their");
    private static final Set<String> DETERMINERS =
            Set.of("my", "our", "her", "his", "their", "the", "a", "an", "this", "another", "both");
    private static final Set<String> INDEFINITE = Set.of("a", "an", "another");

    /// Words that end what may stand between "my" and "mother".
    private static final Set<String> NO_ATTRIBUTE =
            Set.of(
                    "is", "are", "was", "has", "had", "have", "with", "of", "to", "for", "in", "on",
                    "and", "or", "but", "who", "that", "can", "should", "from", "by", "at", "takes",
                    "i", "he", "she", "when", "if", "after", "before", "during", "about", "as", "a",
                    "an", "the", "my", "her", "his", "our", "their", "than", "like");

    private static final Set<String> OF_AGE =
            Set.of(
                    "years", "year", "old", "months", "month", "weeks", "week", "days", "day",
                    "hours", "yo", "yr", "yrs", "mo", "aged", "age");

    private static final Set<String> TELLING_APART =
            Set.of(
                    "older",
                    "elder",
                    "eldest",
                    "oldest",
                    "younger",
                    "youngest",
                    "other",
                    "second",
                    "another",
                    "first",
                    "middle",
                    "ex",
                    "former");

    /// "Birth mother", "foster carer": named so without an article.
    private static final Set<String> KINDS_OF_PARENT =
            Set.of("birth", "biological", "foster", "adoptive");

    private static final Set<String> FAMILIAR =
            Set.of("mum", "mom", "dad", "mummy", "daddy", "grandma", "grandpa", "nan", "baby");

    final Wording wording;
    final List<Wording.Word> words;
    final List<Someone> people = new ArrayList<>();
    final List<Named> named = new ArrayList<>();

    /// The people last named side by side: "my daughter and I".
    long together;

    private final boolean pregnancyTold;
    private final Ages.@Nullable Found[] ageAt;
    private final boolean[] endsOld;

    Naming(Wording wording) {
        this.wording = wording;
        this.words = wording.words();
        this.pregnancyTold =
                words.stream().anyMatch(one -> one.text().startsWith("pregnan"))
                        || Pregnancy.isTold(wording);
        this.ageAt = new Ages.Found[words.size()];
        this.endsOld = new boolean[words.size()];
        for (Ages.Found found : wording.ages()) {
            int end = PatientReader.wordAt(wording, found.span().end() - 1);
            int start = PatientReader.wordAt(wording, found.span().start());
            for (int at = start; at <= end && at < words.size(); at++) {
                ageAt[at] =
                        found.words().matches(".*\\d.*") || found.exact() != null ? found : null;
            }
            if (end < words.size() && words.get(end).text().matches("old|yo")) {
                endsOld[end] = true;
            }
        }
    }

    boolean isNew(int at, boolean sentence) {
        return at == 0
                || (sentence
                        ? words.get(at).sentence() != words.get(at - 1).sentence()
                        : words.get(at).clause() != words.get(at - 1).clause());
    }

    String word(int at) {
        return at >= 0 && at < words.size() ? words.get(at).text() : "";
    }

    boolean isOfAge(int at, int first) {
        String text = word(at);
        boolean number = text.matches("\\d{1,3}(?:\\.\\d)?");
        if (at == first) {
            return (number || text.equals("aged")) && !isNew(at, true);
        }
        return !isNew(at, true) && (number || OF_AGE.contains(text)) && ageAt[at] != null
                || number && word(at - 1).equals("aged");
    }

    @Nullable Named namedAt(int at) {
        String text = word(at);
        if (ageAt[at] != null && at > 0 && ageAt[at] == ageAt[at - 1] && !isNew(at, false)) {
            return null;
        }
        boolean named =
                DETERMINERS.contains(text)
                        || Kin.of(text) != null
                        || isNew(at, false) && KINDS_OF_PARENT.contains(text)
                        || isNew(at, true) && !AskingWords.AUXILIARY.contains(text);
        Named person = named ? person(at) : null;
        if (person != null) {
            return person;
        }
        boolean possessive = POSSESSIVE.contains(text) && !isObject(at);
        long who = 0;
        if (SELF.contains(text) && !COUNTED.contains(word(at - 1)) || text.equals("my")) {
            who = bit(self());
        } else if (WE.contains(text)) {
            who = bit(self()) | grownUp();
        } else if (SHE.contains(text) || HE.contains(text)) {
            Someone one = lastOf(SHE.contains(text) ? Sex.FEMALE : Sex.MALE, isOfAWoman(at));
            if (one == null) {
                return null;
            }
            one.namedAt = at;
            who = bit(one);
        } else if (THEY.contains(text)) {
            who = together != 0 ? together : everybodyElse();
        }
        return who == 0 ? null : new Named(who, at, at, possessive);
    }

    /// "I keep her on a diet", "is it safe for her?": herself, not what is hers.
    private boolean isObject(int at) {
        return word(at).equals("her")
                && (at + 1 >= words.size()
                        || isNew(at + 1, false)
                        || NO_ATTRIBUTE.contains(word(at + 1)));
    }

    private long everybodyElse() {
        long all = 0;
        for (Someone one : people) {
            all |= one.relation == Kin.Relation.SELF ? 0 : bit(one);
        }
        return all;
    }

    /// Who "we" are beside the asker: the partner, else the grown-up named last.
    private long grownUp() {
        Someone found = null;
        for (Someone one : people) {
            if (one.relation == Kin.Relation.PARTNER) {
                return bit(one);
            }
            if (one.relation != Kin.Relation.SELF && one.relation != Kin.Relation.CHILD) {
                found = one;
            }
        }
        return found == null ? 0 : bit(found);
    }

    /// "For her while she breastfeeds": not the baby.
    private boolean isOfAWoman(int at) {
        for (int near = at + 1; near < words.size() && !isNew(near, true); near++) {
            if (word(near).matches("breastfe\\w+|pregnan\\w+|lactat\\w+|nursing|conceive")) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Someone lastOf(Sex sex) {
        return lastOf(sex, false);
    }

    /// Who of that sex was named last; a child whose sex is not told, only where none is of whom it is and
    /// who would be meant.
    private @Nullable Someone lastOf(Sex sex, boolean woman) {
        Someone found = null;
        for (Someone one : people) {
            boolean child = one.relation == Kin.Relation.CHILD;
            boolean known =
                    people.stream()
                            .anyMatch(other ->
                                    other != one
                                            && other.sex == sex
                                            && other.relation != Kin.Relation.SELF
                                            && (woman || one.onlyBeside));
            boolean fits =
                    one.sex == sex && !(woman && child && known)
                            || one.sex == null && !(child && known);
            if (fits
                    && one.relation != Kin.Relation.SELF
                    && !one.several
                    && (found == null || one.namedAt >= found.namedAt)) {
                found = one;
            }
        }
        if (found != null && found.sex == null) {
            found.sex = sex;
        }
        return found;
    }

    /// Something is said of them.
    void toldOf(long who) {
        for (Someone one : people) {
            one.onlyBeside &= (who & bit(one)) == 0;
        }
    }

    private Someone self() {
        for (Someone one : people) {
            if (one.relation == Kin.Relation.SELF) {
                return one;
            }
        }
        return added(new Someone(Kin.Relation.SELF, null, false, "me", null));
    }

    private Someone added(Someone one) {
        people.add(one);
        return one;
    }

    long bit(Someone one) {
        return 1L << people.indexOf(one);
    }

    /// "my 82-year-old mother", "our toddler", "the baby", "a 31-year-old woman", "Mum".
    private @Nullable Named person(int at) {
        String first = word(at);
        boolean determined = DETERMINERS.contains(first);
        int noun = -1;
        int oldAt = -1;
        for (int to = determined ? at + 1 : at;
                to < words.size() && to <= at + MOST_ATTRIBUTES;
                to++) {
            String text = word(to);
            if (to > at && (isNew(to, true) || NO_ATTRIBUTE.contains(text))) {
                break;
            }
            if (isNew(to, false) && to > at && oldAt < 0) {
                break;
            }
            if (Kin.of(text) != null && (oldAt < 0 || to <= oldAt + 2)) {
                noun = to;
                while (Kin.of(word(noun + 1)) != null && !isNew(noun + 1, false)) {
                    noun++;
                }
                break;
            }
            if (oldAt >= 0 && to >= oldAt + 2) {
                break;
            }
            if (endsOld[to]) {
                oldAt = to;
            }
        }
        if (noun < 0 && oldAt < 0) {
            return null;
        }
        int last = noun < 0 ? oldAt : noun;
        AgeRange ages = agesOf(at, last);
        Kin kin = noun < 0 ? byAge(ages, first) : Kin.of(word(noun));
        boolean isStart = !determined && Kin.of(first) == null;
        if (kin == null
                || isStart
                        && !KINDS_OF_PARENT.contains(first)
                        && (noun < 0 || ages == null || !isAgeIn(at, noun))) {
            return null;
        }
        Kin owner = noun > at ? Kin.of(word(noun - 1)) : null;
        if (owner != null && isPossessive(noun - 1)) {
            kin = kin.of(owner);
        }
        if (word(last + 1).equals("in") && word(last + 2).matches("laws?")) {
            last += 2;
            kin = kin.inLaw();
        }
        if (!isOne(at, last, determined, ages, kin)) {
            return null;
        }
        if (word(at - 2).equals("i") && word(at - 1).equals("was")
                || word(at - 1).matches("am|im|as") && kin.relation() != Kin.Relation.CHILD) {
            return new Named(bit(self()), at, last, false);
        }
        if (POSSESSIVE.contains(first) && (HE.contains(first) || SHE.contains(first))) {
            Sex sex = HE.contains(first) ? Sex.MALE : Sex.FEMALE;
            if (lastOf(sex) == null) {
                Someone patient =
                        new Someone(Kin.Relation.PATIENT, sex, false, "the patient", null);
                added(patient).namedAt = at;
            }
        }
        Someone one = identified(kin, ages, at, last);
        one.ofNote |= isStart && at == 0;
        one.ofAnother |= one.namedAt == 0 && THIRD.contains(first);
        one.namedAt = at;
        return new Named(bit(one), at, last, false);
    }

    private static final Set<String> THIRD = Set.of("her", "his", "their");
    private static final int MOST_ATTRIBUTES = 7;

    /// "My sister's": the words themselves have lost their endings.
    private boolean isPossessive(int at) {
        int end = words.get(at).span().start() + words.get(at).text().length();
        return wording.text().startsWith("s", end + 1)
                && "'\u2019".indexOf(wording.text().charAt(end)) >= 0;
    }

    private boolean isAgeIn(int first, int last) {
        for (int at = first; at <= last; at++) {
            if (ageAt[at] != null) {
                return true;
            }
        }
        return false;
    }

    private @Nullable AgeRange agesOf(int first, int last) {
        for (int at = first; at <= last; at++) {
            if (ageAt[at] != null) {
                return ageAt[at].range();
            }
        }
        for (int at = last + 1; at < words.size() && isOfAge(at, last + 1); at++) {
            if (ageAt[at] != null) {
                return ageAt[at].range();
            }
        }
        return null;
    }

    private static @Nullable Kin byAge(@Nullable AgeRange ages, String determiner) {
        if (ages == null) {
            return null;
        }
        boolean child = ages.oldest().inYears() < Patient.ADULT_FROM_YEARS;
        return child ? Kin.of("child") : determiner.equals("my") ? null : Kin.of("patient");
    }

    /// A child one may have, "a healthy baby", is nobody; nor is one not yet born.
    private boolean isOne(int at, int last, boolean determined, @Nullable AgeRange ages, Kin kin) {
        boolean unborn =
                pregnancyTold
                        && ages == null
                        && kin.stage() != null
                        && kin.stage().to() < 2
                        && !word(last).equals("newborn");
        if (unborn || word(last).equals("father") && word(last + 1).equals("a")) {
            return false;
        }
        if (kin.several() && word(at).equals("the")) {
            return false;
        }
        if (!determined && Kin.of(word(at)) == null) {
            return true;
        }
        if (!determined) {
            boolean isThePatient =
                    word(at).equals("patient")
                            && word(last + 1).matches("has|is|had|was|takes|denies|never");
            return (kin.relation() != Kin.Relation.PATIENT || isThePatient)
                    && (isNew(at, false)
                            || FAMILIAR.contains(word(at))
                                    && !isAny(at)
                                    && (NO_ATTRIBUTE.contains(word(at - 1))
                                            || AskingWords.AUXILIARY.contains(word(at - 1))));
        }
        return !INDEFINITE.contains(word(at)) || ages != null || isSomebody(at, last, kin);
    }

    /// "A colleague has shingles", "newborn of a mother with lupus", "a boy who has mumps": one, though
    /// not known.
    private boolean isSomebody(int at, int last, Kin kin) {
        return switch (kin.relation()) {
            case FRIEND -> true;
            case MOTHER, FATHER -> word(at - 1).matches("of|to") && !people.isEmpty();
            case CHILD ->
                    word(last + 1).matches("who|whose")
                            && word(at - 1).matches("with|by|from|near|beside");
            default -> false;
        };
    }

    /// "Trying for a healthy baby": any, of whom nothing is told.
    private boolean isAny(int at) {
        for (int before = at - 1; before >= Math.max(0, at - 3); before--) {
            if (isNew(before + 1, false)) {
                return false;
            }
            if (INDEFINITE.contains(word(before)) || word(before).matches("any|no|having|have")) {
                return true;
            }
        }
        return false;
    }

    private Someone identified(Kin kin, @Nullable AgeRange ages, int first, int last) {
        String apart = null;
        for (int at = first; at <= last; at++) {
            apart = TELLING_APART.contains(word(at)) ? word(at) : apart;
        }
        for (int at = people.size() - 1; at >= 0; at--) {
            Someone one = people.get(at);
            if (isSame(one, kin, ages, apart, first)) {
                one.sex = one.sex == null ? kin.sex() : one.sex;
                one.stage = one.stage == null ? kin.stage() : one.stage;
                return one;
            }
        }
        Someone one =
                new Someone(
                        kin.relation(),
                        kin.sex(),
                        kin.several(),
                        wording.span(first, last).of(wording.text()),
                        wording.span(first, last));
        one.stage = kin.stage();
        one.ages = ages;
        one.apart = apart;
        return added(one);
    }

    private boolean isSame(
            Someone one, Kin kin, @Nullable AgeRange ages, @Nullable String apart, int first) {
        if (one.relation != kin.relation() || one.several != kin.several()) {
            return false;
        }
        boolean sideBySide =
                !named.isEmpty()
                        && named.getLast().people() == bit(one)
                        && named.getLast().last() == first - 2
                        && word(first - 1).equals("and");
        if (sideBySide
                || one.sex != null && kin.sex() != null && one.sex != kin.sex()
                || one.ages != null && ages != null && !one.ages.equals(ages)
                || apart != null && !apart.equals(one.apart)) {
            return false;
        }
        Kin.Stage stage = kin.stage();
        if (stage != null
                && (one.ages != null && !stage.holds(one.ages)
                        || one.ages == null && one.stage != null && !stage.equals(one.stage))) {
            return false;
        }
        return one.stage == null || ages == null || one.stage.holds(ages);
    }

    Ages.@Nullable Found ageAt(int at) {
        return ageAt[at];
    }
}

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

    static final Set<String> SELF = Set.of("i", "im", "ive", "me", "myself");
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
    static final Set<String> INDEFINITE = Set.of("a", "an", "another");

    /// Words that end what may stand between "my" and "mother".
    static final Set<String> NO_ATTRIBUTE =
            Set.of(
                    "is", "are", "was", "has", "had", "have", "with", "of", "to", "for", "in", "on",
                    "and", "or", "but", "who", "that", "can", "should", "from", "by", "at", "takes",
                    "i", "he", "she", "when", "if", "after", "before", "during", "about", "as", "a",
                    "an", "the", "my", "her", "his", "our", "their", "than", "like");

    private static final Set<String> OF_AGE =
            Set.of(
                    "years", "year", "old", "months", "month", "weeks", "week", "days", "day",
                    "hours", "yo", "yr", "yrs", "mo", "aged", "age");

    /// "Birth mother", "foster carer": named so without an article.
    private static final Set<String> KINDS_OF_PARENT =
            Set.of(
                    "birth",
                    "biological",
                    "foster",
                    "adoptive",
                    "living",
                    "kidney",
                    "liver",
                    "index");

    final Wording wording;
    final List<Wording.Word> words;
    final List<Someone> people = new ArrayList<>();
    final List<Named> named = new ArrayList<>();
    final Referents referents;
    private final Siblings siblings;
    private final Individuals individuals;
    private final Asides asides;
    private final NamedAgain again;

    /// The people last named side by side: "my daughter and I".
    long together;

    final boolean pregnancyTold;
    private final Ages.@Nullable Found[] ageAt;
    private final boolean[] endsOld;

    Naming(Wording wording) {
        this.wording = wording;
        this.words = wording.words();
        this.referents = new Referents(this);
        this.siblings = new Siblings(this);
        this.individuals = new Individuals(this);
        this.asides = new Asides(this);
        this.again = new NamedAgain(this);
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
            if (end < words.size() && words.get(end).text().matches("old|\\d{0,2}yo|\\d{1,2}mo")) {
                endsOld[end] = true;
            }
        }
    }

    boolean isNew(int at, boolean sentence) {
        return at == 0
                || at >= words.size()
                || (sentence
                        ? words.get(at).sentence() != words.get(at - 1).sentence()
                        : words.get(at).clause() != words.get(at - 1).clause());
    }

    String word(int at) {
        return at >= 0 && at < words.size() ? words.get(at).text() : "";
    }

    boolean isOfAge(int at, int first) {
        String text = word(at);
        boolean number =
                text.matches("\\d{1,3}(?:\\.\\d|yo|mo|wks?)?") || text.matches(AGE_AND_SEX);
        if (at == first) {
            boolean ofAge = text.equals("of") && word(at + 1).matches("\\d{1,2}");
            return (number || text.equals("aged") || ofAge && isAge(at + 1)) && !isNew(at, true);
        }
        if (number && at == first + 1 && word(first).equals("of")) {
            return true;
        }
        return !isNew(at, true) && (number || OF_AGE.contains(text)) && ageAt[at] != null
                || number && word(at - 1).equals("aged");
    }

    /// Of "a lady of 90": not "a mother of 3 children".
    private boolean isAge(int number) {
        return !word(number + 1)
                .matches("children|kids|boys|girls|sons|daughters|mg|siblings|and|or");
    }

    @Nullable Named namedAt(int at) {
        String text = word(at);
        if (ageAt[at] != null && at > 0 && ageAt[at] == ageAt[at - 1] && !isNew(at, false)) {
            return null;
        }
        Named sibling = siblings.oneOfThem(at);
        if (sibling != null) {
            return sibling;
        }
        if (text.equals("one") && word(at + 1).equals("of") && DETERMINERS.contains(word(at + 2))) {
            Named one = person(at + 2, true);
            return one == null ? null : new Named(one.people(), at, one.last(), one.possessive());
        }
        boolean named =
                DETERMINERS.contains(text)
                        || isKin(at)
                        || COUNTS.contains(text)
                        || asides.isTitle(at)
                        || isNoted(at)
                        || isNew(at, false) && KINDS_OF_PARENT.contains(text)
                        || isNew(at, true) && !AskingWords.AUXILIARY.contains(text);
        Named person = named ? person(at, false) : null;
        if (person != null) {
            return person;
        }
        boolean possessive = POSSESSIVE.contains(text) && !isObject(at);
        long who = 0;
        if (SELF.contains(text) && !COUNTED.contains(word(at - 1)) || text.equals("my")) {
            who = bit(self());
        } else if (WE.contains(text)) {
            who = bit(self()) | referents.besideMe(word(at + 1).equals("both"));
        } else if (SHE.contains(text) || HE.contains(text)) {
            Someone one = referents.meant(at, sexOf(text), use(at));
            if (one == null) {
                return null;
            }
            one.namedAt = at;
            who = bit(one);
        } else if (THEY.contains(text) && !(text.equals("both") && WE.contains(word(at - 1)))) {
            who = together != 0 ? together : referents.others();
        }
        return who == 0 ? null : new Named(who, at, at, possessive);
    }

    private static Sex sexOf(String pronoun) {
        return SHE.contains(pronoun) ? Sex.FEMALE : Sex.MALE;
    }

    /// The sex a pronoun tells; null of any other word.
    static @Nullable Sex sexSaid(String word) {
        return SHE.contains(word) ? Sex.FEMALE : HE.contains(word) ? Sex.MALE : null;
    }

    private Referents.Use use(int at) {
        String text = word(at);
        if (text.equals("she") || text.equals("he")) {
            return Referents.Use.SUBJECT;
        }
        return POSSESSIVE.contains(text) && !isObject(at)
                ? Referents.Use.OWNER
                : Referents.Use.OBJECT;
    }

    /// "I keep her on a diet", "is it safe for her?": herself, not what is hers.
    private boolean isObject(int at) {
        return word(at).equals("her")
                && (at + 1 >= words.size()
                        || isNew(at + 1, false)
                        || NO_ATTRIBUTE.contains(word(at + 1)));
    }

    private Someone self() {
        for (Someone one : people) {
            if (one.relation == Kin.Relation.SELF) {
                return one;
            }
        }
        return added(new Someone(Kin.Relation.SELF, null, false, "me", null));
    }

    Someone added(Someone one) {
        people.add(one);
        return one;
    }

    long bit(Someone one) {
        return 1L << people.indexOf(one);
    }

    /// "my 82-year-old mother", "our toddler", "the baby", "a 31-year-old woman", "Mum".
    private @Nullable Named person(int at, boolean oneOf) {
        String first = word(at);
        if (isNoted(at)) {
            return noted(at);
        }
        if (asides.isTitle(at)) {
            Sex sex = first.equals("mr") ? Sex.MALE : Sex.FEMALE;
            return named(new Kin(Kin.Relation.PATIENT, sex, null, false), at, at + 1);
        }
        boolean determined = DETERMINERS.contains(first) || COUNTS.contains(first);
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
            if (isKin(to) && (oldAt < 0 || to <= oldAt + 2)) {
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
            bringIn(owner, at, noun - 1);
        }
        if (word(last + 1).equals("in") && word(last + 2).matches("laws?")) {
            last += 2;
            kin = kin.inLaw();
        }
        boolean twin = word(noun).matches("twins?") || word(noun - 1).equals("twin");
        if (word(last).equals("twin") && word(last + 1).matches("[ab12]")) {
            last++;
        }
        if (word(last + 1).equals("of") && word(last + 2).matches("mine|ours|hers|his")) {
            last += 2;
        }
        if (kin.several() && !oneOf) {
            Named row = siblings.inARow(kin, at, last);
            if (row != null) {
                return row;
            }
        }
        if (COUNTS.contains(first)) {
            return null;
        }
        kin = oneOf ? kin.one() : kin;
        boolean ofChildren = asides.isOfChildren(at, last, kin);
        if (ofChildren) {
            kin = new Kin(Kin.Relation.PATIENT, kin.sex(), null, false);
            last += 2;
        }
        if (!ofChildren && !individuals.isOne(at, last, determined, ages, kin)) {
            return null;
        }
        if (word(at - 2).equals("i") && word(at - 1).equals("was")
                || word(at - 1).matches("am|im|as") && kin.relation() != Kin.Relation.CHILD) {
            return new Named(bit(self()), at, last, false);
        }
        if (asides.isApposed(at, last, kin)) {
            Someone one = people.get(Long.numberOfTrailingZeros(named.getLast().people()));
            one.sex = one.sex == null ? kin.sex() : one.sex;
            return new Named(named.getLast().people(), at, last, false);
        }
        Someone whose = null;
        if (POSSESSIVE.contains(first) && (HE.contains(first) || SHE.contains(first))) {
            whose = referents.meant(at, sexOf(first), Referents.Use.OWNER);
            if (whose == null && !referents.isUnclear(at)) {
                whose = new Someone(Kin.Relation.PATIENT, sexOf(first), false, "the patient", null);
                added(whose).namedAt = at;
            }
            kin = whose == null ? kin : kin.ofSomeone(whose.relation);
        }
        boolean owns = isPossessive(last) && (noun < 0 || last == noun);
        Someone one = again.named(kin, ages, at, last);
        one.ofNote |= (isStart || !determined && kin.relation() == Kin.Relation.PATIENT) && at == 0;
        one.ofAnother |= one.namedAt == 0 && THIRD.contains(first);
        one.twin |= twin;
        if (whose != null
                && whose.twin
                && one.age == null
                && kin.relation() == Kin.Relation.SIBLING) {
            one.age = whose.age;
        }
        one.besides |= one.namedAt == 0 && word(at - 1).matches("for|with|after|from|by|of|to");
        boolean aside = THIRD.contains(first) && asides.isOfTheFamily(last + 1);
        boolean weak = owns || aside || word(at - 1).matches("from|by|near|than");
        if (!weak || !one.named) {
            one.namedAt = at;
        }
        one.named |= !weak;
        return new Named(bit(one), at, last, owns);
    }

    private boolean isKin(int at) {
        return FamilyWords.isKin(this, at);
    }

    /// "34F 10/40", "8yo with wheeze": whom a note is about. Behind "do I need it?" such a note is of who asks.
    private boolean isNoted(int at) {
        return isNew(at, true)
                && (word(at).matches(AGE_AND_SEX)
                                && words.subList(0, at).stream()
                                        .noneMatch(one -> SELF.contains(one.text()))
                        || at == 0 && lastOfNotedAge() >= 0);
    }

    /// Where the age ends that a note begins with; -1 where it begins otherwise.
    private int lastOfNotedAge() {
        Ages.Found age = ageAt[0];
        if (age == null || age.exact() == null || !Character.isDigit(word(0).charAt(0))) {
            return -1;
        }
        int end = PatientReader.wordAt(wording, age.span().end() - 1);
        return Kin.of(word(end + 1)) == null && Kin.of(word(end + 2)) == null ? end : -1;
    }

    private Named named(Kin kin, int first, int last) {
        Someone one = again.named(kin, null, first, last);
        one.named = true;
        one.namedAt = first;
        one.besides |= word(first - 1).matches("for|with|after|from|by|of|to");
        return new Named(bit(one), first, last, isPossessive(last));
    }

    private Named noted(int at) {
        Someone one = new Someone(Kin.Relation.PATIENT, null, false, "the patient", null);
        one.ofNote = at == 0;
        one.named = true;
        one.namedAt = at;
        int last = word(at).matches(AGE_AND_SEX) ? at : lastOfNotedAge();
        return new Named(bit(added(one)), at, last, false);
    }

    static final String AGE_AND_SEX = "[1-9]\\d?[mf]";
    private static final Set<String> COUNTS = Set.of("two", "three", "four");
    static final Set<String> THIRD = Set.of("her", "his", "their");
    private static final int MOST_ATTRIBUTES = 7;

    /// "My sister's": the words themselves have lost their endings.
    boolean isPossessive(int at) {
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

    /// "My patient's husband": the patient, too, may be spoken of later.
    private void bringIn(Kin owner, int first, int last) {
        boolean mayBe =
                owner.relation() == Kin.Relation.PATIENT || owner.relation() == Kin.Relation.CHILD;
        if (mayBe && !owner.several() && word(first).matches("my|our|the")) {
            Someone one = again.named(owner, null, first, last);
            one.namedAt = one.named ? one.namedAt : first;
        }
    }

    Ages.@Nullable Found ageAt(int at) {
        return ageAt[at];
    }
}

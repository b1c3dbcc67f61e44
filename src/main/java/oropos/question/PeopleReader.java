package oropos.question;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Age;
import oropos.terminology.AgeRange;
import oropos.terminology.Ages;
import oropos.terminology.Sex;

/// Reads whom a text speaks of, and of whom each of its words speaks.
///
/// A clause is about the person its subject names, until another one is named as a subject ("..., my
/// partner is 52"); a person named elsewhere has the words of the naming, and what hangs on it by
/// "who", "with" or "on". The words of a question belong to nobody: "can I give ibuprofen" says
/// nothing of the asker. Pronouns are whoever of that sex was named last.
final class PeopleReader {

    private static final Set<String> SUBJECTS = Set.of("i", "im", "ive", "she", "he", "they", "we");

    /// After these somebody is spoken of anew.
    private static final Set<String> LEADS =
            Set.of(
                    "and",
                    "but",
                    "while",
                    "whereas",
                    "because",
                    "since",
                    "if",
                    "whether",
                    "that",
                    "so",
                    "or",
                    "though",
                    "although",
                    "when",
                    "as",
                    "then",
                    "also",
                    "plus",
                    "meanwhile",
                    "both");

    /// What is said next to a name is said of that person.
    private static final Set<String> FOLLOWS =
            Set.of("who", "whose", "whos", "on", "with", "taking", "having", "has", "is", "had");

    /// A number before these is told for itself: "my wife 36 has".
    private static final Set<String> ENDS_AN_AGE =
            Set.of(
                    "and",
                    "with",
                    "but",
                    "who",
                    "has",
                    "had",
                    "is",
                    "was",
                    "takes",
                    "took",
                    "on",
                    "lives",
                    "trying",
                    "wants",
                    "needs",
                    "gets",
                    "got",
                    "whose",
                    "his",
                    "her",
                    "pregnant",
                    "breastfeeding",
                    "diabetic",
                    "healthy",
                    "smokes",
                    "smoker",
                    "went",
                    "came",
                    "asks",
                    "says",
                    "presents",
                    "recently",
                    "just");

    /// What is handed over is taken by whom it is given to: "gave my son's tablets to my daughter".
    private static final Set<String> GIVES =
            Set.of("give", "gives", "gave", "given", "giving", "fed", "injected", "handed");

    /// "I keep her on a diet": hers.
    private static final Set<String> CARES =
            Set.of(
                    "give", "gave", "giving", "keep", "kept", "put", "feed", "fed", "treat",
                    "offer");

    final Naming naming;
    final Wording wording;
    final List<Wording.Word> words;
    final boolean[] asking;
    final long[] owner;
    final List<Someone> people;
    final List<Naming.Named> named;

    /// Whom the last sentence before the question is about.
    long last;

    PeopleReader(Wording wording) {
        this.naming = new Naming(wording);
        this.wording = wording;
        this.words = wording.words();
        this.people = naming.people;
        this.named = naming.named;
        this.asking = AskingWords.in(wording);
        this.owner = new long[words.size()];
        walk();
        handOver();
        shareWithMembers();
    }

    /// What is said of several named together is said of each who was told apart later.
    private void shareWithMembers() {
        for (Someone one : people) {
            long all = one.among == null || !people.contains(one.among) ? 0 : bit(one.among);
            for (int at = 0; at < owner.length; at++) {
                owner[at] |= (owner[at] & all) == 0 ? 0 : bit(one);
            }
        }
    }

    /// Words between a verb of giving and the end of its clause are of whom it is given to.
    private void handOver() {
        for (int at = 1; at < words.size(); at++) {
            if (!GIVES.contains(word(at)) || asking[at]) {
                continue;
            }
            int end = at;
            while (end + 1 < words.size()
                    && words.get(end + 1).sentence() == words.get(at).sentence()
                    && !(isNew(end + 1, false) && isSubject(end + 1) && isNamedAt(end + 1))) {
                end++;
            }
            Naming.Named to = receiver(at, end);
            for (int own = at + 1; to != null && own <= end; own++) {
                boolean isHis =
                        own >= to.first() || (owner[own] & to.people()) != 0 || to.first() > at + 1;
                if (isHis && !isOfAName(own, to)) {
                    owner[own] = to.people();
                }
            }
        }
    }

    private boolean isNamedAt(int at) {
        return named.stream().anyMatch(one -> one.first() == at);
    }

    private boolean isOfAName(int at, Naming.Named but) {
        return named.stream().anyMatch(one -> one != but && one.first() <= at && at <= one.last());
    }

    /// "Gave my boy his dad's tablets", "gave the tablets to my boy".
    private Naming.@Nullable Named receiver(int verb, int end) {
        for (Naming.Named one : named) {
            boolean isIn = one.first() > verb && one.first() <= end && !one.possessive();
            boolean isSelf =
                    Long.bitCount(one.people()) == 1
                            && people.get(Long.numberOfTrailingZeros(one.people())).relation
                                    == Kin.Relation.SELF;
            if (isIn
                    && !isSelf
                    && (one.first() == verb + 1 || word(one.first() - 1).equals("to"))) {
                return one;
            }
        }
        return null;
    }

    private void walk() {
        long current = 0;
        long outer = 0;
        boolean hanging = false;
        boolean ofOne = false;
        int at = 0;
        Naming.Named before = null;
        while (at < words.size()) {
            boolean opens = isNew(at, true);
            if (opens) {
                before = null;
                hanging = false;
            }
            if (asking[at] && (opens || !asking[at - 1])) {
                current = 0;
                hanging = false;
            }
            if (hanging && isNew(at, false) && !words.get(at).text().matches("who|whose|\\d.*")) {
                current = outer;
                hanging = false;
            }
            if (hanging && ofOne && outer != 0 && word(at).matches(FINITE)) {
                current = outer;
                hanging = false;
            }
            Naming.Named here = naming.namedAt(at);
            if (here == null) {
                owner[at] = current;
                keepAge(at, current);
                keepLoneAge(at, current);
                at++;
                continue;
            }
            int next = here.last() + 1;
            while (next < words.size()
                    && !word(here.last()).matches("im|ive")
                    && naming.isOfAge(next, here.last() + 1)) {
                next++;
            }
            long beside =
                    before == null || word(next).matches("has|is|was")
                            ? 0
                            : namedBeside(before, here);
            boolean joined = beside != 0;
            for (int own = here.first(); own < next; own++) {
                owner[own] = here.people();
                keepAge(own, here.people());
            }
            named.add(here);
            keepBareAge(here, next);
            long both = here.people() | beside;
            naming.together = joined ? both : naming.together;
            boolean isOf = isOfTheSubject(here, current);
            boolean follows =
                    next < words.size()
                            && FOLLOWS.contains(words.get(next).text())
                            && !(isOf && word(next).matches(FINITE));
            boolean isCaredFor = !here.possessive() && CARES.contains(word(at - 1));
            if (GIVES.contains(word(at - 1)) && Long.bitCount(here.people()) == 1) {
                people.get(Long.numberOfTrailingZeros(here.people())).receivedIn =
                        words.get(at).sentence();
            }
            if (!asking[at] && (isSubject(at) && !isHadBeside(at, next) || joined || isCaredFor)) {
                naming.referents.toldOf(both, at);
                current = both;
                last = both;
                hanging = false;
            } else if (follows && !here.possessive() && !joined) {
                outer = hanging ? outer : current;
                naming.referents.toldOf(here.people(), at);
                current = here.people();
                hanging = true;
                ofOne = isOf;
            }
            boolean animals =
                    Long.bitCount(current) == 1
                            && people.get(Long.numberOfTrailingZeros(current)).relation
                                    == Kin.Relation.ANIMAL;
            boolean eaten = animals && here.possessive() && current != here.people();
            if (eaten || wonders(here) || isHearsay(here)) {
                current = 0;
            }
            before = new Naming.Named(both, here.first(), next - 1, here.possessive());
            at = next;
        }
    }

    /// "I have a 3-month-old baby and chest pain": the pain is of who has both.
    private boolean isHadBeside(int at, int next) {
        return word(at - 1).equals("have")
                && word(at - 2).equals("i")
                && Naming.INDEFINITE.contains(word(at))
                && word(next).equals("and")
                && !word(next + 1).matches("has|is|was|had|keeps|he|she|wont|cant")
                && words.subList(next + 1, Math.min(words.size(), next + 5)).stream()
                        .noneMatch(one -> Kin.of(one.text()) != null || one.text().equals("old"));
    }

    private static final String FINITE = "is|has|was|had|takes|needs|wants|asks";

    /// "The carer of my patient has flu": what comes behind is the carer's.
    private boolean isOfTheSubject(Naming.Named here, long current) {
        int at = here.first();
        return word(at - 1).equals("of")
                && current != 0
                && (owner[at - 1] & current) != 0
                && named.stream().anyMatch(one -> one.last() == at - 2 && one.people() == current);
    }

    /// "..., who has Down syndrome and is 38,", "caring for my wife with MS, 47.": a number of the one spoken of,
    /// where nothing is measured in the sentence.
    private void keepLoneAge(int at, long whose) {
        if (asking[at]
                || Long.bitCount(whose) != 1
                || !word(at).matches("[1-9]\\d?")
                || people.get(Long.numberOfTrailingZeros(whose)).age != null
                || naming.ageAt(at) != null) {
            return;
        }
        boolean ends = at + 1 >= words.size() || isNew(at + 1, false);
        boolean alone = isNew(at, false) && at > 0 && !isNew(at, true) && ends;
        boolean told =
                word(at - 1).matches("is|am|im|turned")
                        && (isNew(at - 1, false)
                                || word(at - 2).matches("and|who|i|he|she|now")
                                || word(at - 1).equals("im"))
                        && (ends || ENDS_AN_AGE.contains(word(at + 1)));
        if (!alone && !told || measures(at)) {
            return;
        }
        Someone one = people.get(Long.numberOfTrailingZeros(whose));
        Age age = Age.years(Integer.parseInt(word(at)));
        one.ages = AgeRange.of(age);
        one.age = new Ages.Found(one.ages, age, words.get(at).span(), word(at));
    }

    private boolean measures(int at) {
        int first = at;
        while (first > 0 && words.get(first - 1).sentence() == words.get(at).sentence()) {
            first--;
        }
        String before =
                wording.text()
                        .substring(words.get(first).span().start(), words.get(at).span().start());
        return NotedAges.MEASURED.matcher(before).find();
    }

    /// "I want to know whether", "I read that": what follows is told of nobody.
    private boolean wonders(Naming.Named here) {
        String verb = word(here.last() + 1);
        String next = word(here.last() + 2);
        return verb.matches("wonder|wondering|heard|hear|read|saw|think|thought|know|ask")
                        && next.matches("if|whether|that|about|of|the|this|a|on")
                || verb.matches("want|wanted|would|need|like")
                        && (next.matches("know")
                                || word(here.last() + 3).matches("know|ask|understand"))
                || verb.matches("would") && word(here.last() + 4).matches("know|ask");
    }

    private static final String SAYS_OF_ANYTHING =
            "told|tells|suggested|recommended|advised|swears";

    /// "A friend told me that ginger helps": nothing of the friend.
    private boolean isHearsay(Naming.Named here) {
        if (Long.bitCount(here.people()) != 1) {
            return false;
        }
        boolean friend =
                people.get(Long.numberOfTrailingZeros(here.people())).relation
                        == Kin.Relation.FRIEND;
        int verb = here.last() + (word(here.last() + 1).matches("always|once|just|also") ? 2 : 1);
        return word(verb).matches(friend ? SAYS_OF_ANYTHING : "told|tells|says|said")
                && !SUBJECTS.contains(word(verb + 1))
                && (friend || word(verb + 1).matches("me|us|that"))
                && !SUBJECTS.contains(word(verb + 2));
    }

    /// Whether any of the words ask.
    boolean asks() {
        for (boolean one : asking) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    private void keepAge(int at, long whose) {
        Ages.Found age = naming.ageAt(at);
        if (age != null
                && !age.words().toLowerCase(Locale.ROOT).startsWith("at ")
                && Long.bitCount(whose) == 1) {
            Someone one = people.get(Long.numberOfTrailingZeros(whose));
            one.age = one.age == null ? age : one.age;
            one.ages = one.age.range();
        }
    }

    /// "my partner (29)", "my wife is 30 and", "we are both 60", "a boy of 7", "wife 36 with", "34F": years,
    /// where no unit is said.
    private void keepBareAge(Naming.Named here, int next) {
        boolean told = word(next).matches("is|are") || word(here.last()).matches("im|i");
        int number = next > here.last() + 1 ? next - 1 : told ? next : -1;
        if (word(next).equals("who") && word(next + 1).matches("is|s")) {
            number = next + 2;
        }
        number += told && number == next && word(next).matches("is|am|are") ? 1 : 0;
        number += number >= 0 && word(number).equals("both") ? 1 : 0;
        number = number < 0 && word(here.last()).matches(Naming.AGE_AND_SEX) ? here.last() : number;
        if (number < 0 || !word(number).matches("[1-9]\\d?[mf]?")) {
            return;
        }
        boolean sexed = word(number).matches(Naming.AGE_AND_SEX);
        boolean ends =
                sexed
                        || word(number - 1).equals("of")
                        || number + 1 >= words.size()
                        || isNew(number + 1, false)
                        || ENDS_AN_AGE.contains(word(number + 1));
        Age age = Age.years(Integer.parseInt(word(number).replaceAll("\\D", "")));
        for (Someone one : people) {
            if ((here.people() & bit(one)) == 0 || !ends) {
                continue;
            }
            if (sexed) {
                one.sex = word(number).endsWith("f") ? Sex.FEMALE : Sex.MALE;
            }
            if (one.age == null) {
                one.ages = AgeRange.of(age);
                one.age = new Ages.Found(one.ages, age, words.get(number).span(), word(number));
            }
        }
    }

    private long namedBeside(Naming.Named before, Naming.Named here) {
        return isJoined(before, here) && (before.people() & here.people()) == 0
                ? before.people()
                : 0;
    }

    /// "My daughter (5) and I": nothing else between the two.
    private boolean isJoined(Naming.Named before, Naming.Named here) {
        boolean isObject = word(before.first() - 1).matches("\\w{3,}ing");
        return !isObject
                        && here.first() == before.last() + 2
                        && word(here.first() - 1).matches("and|or")
                        && !isNew(here.first() - 1, true)
                        && !word(here.first()).matches("im|ive")
                || here.first() == before.last() + 1 && word(before.last()).matches("and|or");
    }

    private boolean isSubject(int at) {
        String text = word(at);
        return isNew(at, false)
                || SUBJECTS.contains(text)
                || LEADS.contains(word(at - 1))
                || AskingWords.AUXILIARY.contains(word(at - 1))
                        && (asking[at] || !word(at - 1).matches("did|does|do"));
    }

    private boolean isNew(int at, boolean sentence) {
        return naming.isNew(at, sentence);
    }

    private String word(int at) {
        return naming.word(at);
    }

    /// The people last named side by side: "my daughter and I".
    long together() {
        return naming.together;
    }

    long bit(Someone one) {
        return naming.bit(one);
    }
}

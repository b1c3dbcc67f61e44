package oropos.question;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Sex;

/// Whom "she", "him", "they" and "the younger one" mean.
///
/// Sex and number leave few; of those an object is never the subject of its own clause ("our dad gives
/// him"), what is hers is the subject's where a woman is the subject, who was only the owner of something
/// ("mum's tablets") or one from whom something came yields to who was named for himself, and the one
/// named last is meant. Two told of side by side, of whom neither was spoken of since, are not told
/// apart by a pronoun: then nobody is meant, and it is asked back.
final class Referents {

    /// What a pronoun does in its clause.
    enum Use {
        SUBJECT,
        OBJECT,
        OWNER
    }

    private final Naming naming;

    /// The words that may mean each of several, and whom.
    private final BitSet unclear = new BitSet();

    private long unclearPeople;

    /// The subject told of last, and its sentence.
    private long subject;

    private int subjectIn = -1;

    Referents(Naming naming) {
        this.naming = naming;
    }

    private List<Someone> people() {
        return naming.people;
    }

    /// Whether several may be meant here.
    boolean isUnclear(int at) {
        return unclear.get(at);
    }

    /// Everybody who may be meant where that is not told.
    long unclearPeople() {
        return unclearPeople;
    }

    /// Something is said of them as the subject.
    void toldOf(long who, int at) {
        subject = who;
        subjectIn = naming.words.get(at).sentence();
        for (Someone one : people()) {
            if ((who & naming.bit(one)) != 0) {
                one.onlyBeside = false;
                one.subjectIn = subjectIn;
            }
        }
    }

    /// Everybody but the asker.
    long others() {
        long all = 0;
        for (Someone one : people()) {
            boolean counts =
                    one.relation != Kin.Relation.SELF && one.relation != Kin.Relation.ANIMAL;
            all |= counts ? naming.bit(one) : 0;
        }
        return all;
    }

    /// Who "we" are beside the asker: the partner, else the grown-up named last.
    long grownUp() {
        Someone found = null;
        for (Someone one : people()) {
            if (one.relation == Kin.Relation.PARTNER) {
                return naming.bit(one);
            }
            if (one.relation != Kin.Relation.SELF
                    && one.relation != Kin.Relation.CHILD
                    && one.relation != Kin.Relation.ANIMAL) {
                found = one;
            }
        }
        return found == null ? 0 : naming.bit(found);
    }

    /// Who "we" are beside the asker; "we both" the only other one told of.
    long besideMe(boolean both) {
        boolean two = both && people().size() == 2;
        return two ? others() : areAChildAndI() ? naming.together : grownUp();
    }

    /// "My 6-year-old and I have nits": "we" are these two, where no other grown-up is told of.
    boolean areAChildAndI() {
        boolean self = false;
        boolean child = false;
        for (Someone one : people()) {
            boolean in = (naming.together & naming.bit(one)) != 0;
            self |= in && one.relation == Kin.Relation.SELF;
            child |= in && one.relation == Kin.Relation.CHILD;
        }
        return self && child && grownUp() == 0;
    }

    /// "For her while she breastfeeds": not the baby.
    private boolean isOfAWoman(int at) {
        for (int near = at + 1; near < naming.words.size() && !naming.isNew(near, true); near++) {
            String word = naming.word(near);
            boolean mayHarm = naming.pregnancyTold && word.matches("risk|immune|catch|infected");
            if (mayHarm || word.matches("breastfe\\w+|pregnan\\w+|lactat\\w+|nursing|conceive")) {
                return true;
            }
        }
        return false;
    }

    /// Who is meant by a pronoun of this sex; nobody where none fits or more than one does.
    @Nullable Someone meant(int at, Sex sex, Use use) {
        List<Someone> fit = fitting(sex, isOfAWoman(at));
        boolean sameSentence = subjectIn == naming.words.get(at).sentence();
        if (sameSentence && use == Use.OBJECT) {
            fit = lessen(fit, one -> (subject & naming.bit(one)) == 0);
        }
        if (sameSentence && use == Use.OWNER && Long.bitCount(subject) == 1) {
            fit = lessen(fit, one -> (subject & naming.bit(one)) != 0 && one.sex == sex);
        }
        fit = lessen(fit, one -> one.relation != Kin.Relation.ANIMAL);
        if (use == Use.SUBJECT && AskingWords.AUXILIARY.contains(naming.word(at - 1))) {
            boolean beside = isAskedBesideAnother(at);
            fit =
                    lessen(
                            fit,
                            one ->
                                    !one.ofAnother
                                            || !beside && one.relation != Kin.Relation.FRIEND);
        }
        fit = lessen(fit, one -> one.named);
        Someone first = people().isEmpty() ? null : people().getFirst();
        if (first != null && first.ofNote && use != Use.OWNER && fit.contains(first)) {
            first.sex = first.sex == null ? sex : first.sex;
            return first;
        }
        Someone found = null;
        for (Someone one : fit) {
            found = found == null || one.namedAt >= found.namedAt ? one : found;
        }
        if (found == null) {
            return memberOfSex(sex, at);
        }
        long rivals = rivals(found, fit, at);
        for (Someone one : fit) {
            boolean received = one.receivedIn >= 0 && one.receivedIn == found.subjectIn;
            if (received && (rivals & naming.bit(one)) != 0) {
                found = one;
                rivals = naming.bit(one);
            }
        }
        if (Long.bitCount(rivals) > 1) {
            unclear.set(at);
            unclearPeople |= rivals;
            return null;
        }
        found.sex = found.sex == null ? sex : found.sex;
        return found;
    }

    /// "Her cousin has mumps. Will she get it?", "her mother takes it. May she take it too?": not the one who has it.
    private boolean isAskedBesideAnother(int at) {
        for (int near = at + 1; near < naming.words.size() && !naming.isNew(near, true); near++) {
            if (naming.word(near).matches("too|catch")
                    || naming.word(near).equals("get") && naming.word(near + 1).equals("it")) {
                return true;
            }
        }
        return false;
    }

    private static List<Someone> lessen(List<Someone> people, Predicate<Someone> to) {
        List<Someone> left = people.stream().filter(to).toList();
        return left.isEmpty() ? people : left;
    }

    /// A child whose sex is not told fits only where none is of whom it is and who would be meant.
    private List<Someone> fitting(Sex sex, boolean woman) {
        List<Someone> fit = new ArrayList<>();
        for (Someone one : people()) {
            boolean child = one.relation == Kin.Relation.CHILD;
            boolean known =
                    people().stream()
                            .anyMatch(other ->
                                    other != one
                                            && other.sex == sex
                                            && other.relation != Kin.Relation.SELF
                                            && other.relation != Kin.Relation.ANIMAL
                                            && (woman || one.onlyBeside));
            boolean fits =
                    one.sex == sex && !(woman && child && known)
                            || one.sex == null && !(child && known);
            if (fits && one.relation != Kin.Relation.SELF && !one.several) {
                fit.add(one);
            }
        }
        return fit;
    }

    /// Who may be meant as well as the one named last: those told of beside him in an earlier sentence,
    /// and the others of a row of ages none of whom was spoken of since.
    private long rivals(Someone found, List<Someone> fit, int at) {
        long rivals = naming.bit(found);
        boolean isLater = found.subjectIn >= 0 && found.subjectIn < naming.words.get(at).sentence();
        for (Someone one : fit) {
            boolean ofTheRow = one.among != null && one.among == found.among;
            boolean together = isLater && one.subjectIn == found.subjectIn;
            boolean sameSex = one.sex == found.sex;
            if (one != found && sameSex && (ofTheRow ? one.namedAt == found.namedAt : together)) {
                rivals |= naming.bit(one);
            }
        }
        return rivals;
    }

    /// "My twins are 4, he has asthma": the one of that sex.
    private @Nullable Someone memberOfSex(Sex sex, int at) {
        for (Someone group : people().reversed()) {
            boolean isOfChildren =
                    group.several && group.relation == Kin.Relation.CHILD && group.sex == null;
            if (isOfChildren) {
                return member(group, sex == Sex.MALE ? "boy" : "girl", sex, at);
            }
        }
        return null;
    }

    /// One of several told of together, told apart by a word.
    Someone member(Someone group, String apart, @Nullable Sex sex, int at) {
        for (Someone one : people()) {
            if (one.among == group && apart.equals(one.apart)) {
                return one;
            }
        }
        Someone one =
                new Someone(
                        group.relation,
                        sex == null ? group.sex : sex,
                        false,
                        "the " + apart + " of " + group.words,
                        null);
        one.apart = apart;
        one.among = group;
        one.ages = group.ages;
        one.age = group.age;
        one.twin = group.twin;
        one.named = true;
        one.namedAt = at;
        return naming.added(one);
    }
}

package oropos.question;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.terminology.AgeRange;

/// Whether words for a person name one of whom something is told: "my mum", "the donor", "a nurse, 29",
/// and not a child one may have, a doctor who prescribed or "any patient".
final class Individuals {

    private static final Set<String> FAMILIAR =
            Set.of(
                    "mum", "mom", "dad", "mummy", "daddy", "grandma", "grandpa", "nan", "gran",
                    "granny", "grandad", "nana", "baby", "lo", "bub", "dd", "ds");

    private final Naming naming;

    Individuals(Naming naming) {
        this.naming = naming;
    }

    /// A child one may have, "a healthy baby", is nobody; nor is one not yet born.
    boolean isOne(int at, int last, boolean determined, @Nullable AgeRange ages, Kin kin) {
        boolean unborn =
                naming.pregnancyTold
                        && ages == null
                        && kin.stage() != null
                        && kin.stage().to() < 2
                        && !naming.word(last).equals("newborn")
                        && !BornChild.isSaid(naming.wording.text());
        if (unborn || naming.word(last).equals("father") && naming.word(last + 1).equals("a")) {
            return false;
        }
        if (kin.several()
                && naming.word(at).equals("the")
                && naming.people.stream().noneMatch(one -> one.several)) {
            return false;
        }
        if (kin.relation() == Kin.Relation.ANIMAL) {
            return determined
                    && !Naming.INDEFINITE.contains(naming.word(at))
                    && !naming.word(last + 1)
                            .matches("bites?|bitten|scratch|scratches|allergy|hair|fur");
        }
        if (naming.word(last).matches(STAFF) && !isTold(at, last)) {
            return false;
        }
        if (!determined && Kin.of(naming.word(at)) == null) {
            return true;
        }
        if (!determined) {
            boolean isThePatient =
                    naming.word(at).matches("patient|pt|donor|recipient|client")
                            && (naming.word(last + 1)
                                            .matches("has|is|had|was|takes|denies|never|on|with")
                                    || naming.isOfAge(last + 1, last + 1));
            return (kin.relation() != Kin.Relation.PATIENT || isThePatient)
                    && (naming.isNew(at, false)
                            || FAMILIAR.contains(naming.word(at))
                                    && !isAny(at)
                                    && (Naming.NO_ATTRIBUTE.contains(naming.word(at - 1))
                                            || naming.word(at - 1).matches(DEALS)
                                            || AskingWords.AUXILIARY.contains(
                                                    naming.word(at - 1))));
        }
        return !Naming.INDEFINITE.contains(naming.word(at))
                || ages != null
                || isSomebody(at, last, kin);
    }

    /// Of a nurse or doctor more is told than what was said or prescribed: "a nurse, 29, had a needlestick".
    private boolean isTold(int at, int last) {
        int end = last + 1;
        if (naming.word(end).equals("on")) {
            end = Math.min(naming.words.size(), last + 4);
        }
        boolean aged =
                naming.word(end).matches("[1-9]\\d") || naming.word(end + 1).matches("[1-9]\\d");
        boolean apposed =
                naming.isNew(Math.min(end, naming.words.size() - 1), false)
                        && naming.word(end).matches("an?");
        return aged
                || apposed
                || naming.word(last + 1).equals("who")
                        && naming.word(last + 2).matches("is|was|has|had|did|gave|saw|took")
                || Naming.INDEFINITE.contains(naming.word(at))
                        && naming.word(last + 1).matches("has|had|was|is|with|on");
    }

    static final String STAFF =
            "nurse|doctor|gp|midwife|pharmacist|paramedic|consultant|surgeon|dentist|physio|therapist";

    /// "A colleague has shingles", "newborn of a mother with lupus", "a boy who has mumps": one, though
    /// not known.
    private boolean isSomebody(int at, int last, Kin kin) {
        return switch (kin.relation()) {
            case FRIEND -> true;
            case MOTHER, FATHER -> naming.word(at - 1).matches("of|to") && !naming.people.isEmpty();
            case CHILD, PATIENT ->
                    naming.word(last).matches("mine|ours")
                            || naming.word(at - 1).equals("of")
                                    && Kin.of(naming.word(at - 2)) != null
                                    && naming.word(last + 1).matches("with|who|on|taking|whose")
                            || naming.word(last + 1).matches("who|whose")
                                    && naming.word(at - 1)
                                            .matches("with|by|from|near|beside|for|after");
            default -> false;
        };
    }

    /// "Dad took mum's tablets", "I gave grandma".
    private static final String DEALS =
            "took|takes|take|gave|gives|give|giving|told|tell|asked|ask|found|drank|swallowed|ate|used|uses|got";

    /// "Trying for a healthy baby": any, of whom nothing is told.
    private boolean isAny(int at) {
        for (int before = at - 1; before >= Math.max(0, at - 3); before--) {
            if (naming.isNew(before + 1, false)) {
                return false;
            }
            if (Naming.INDEFINITE.contains(naming.word(before))
                    || naming.word(before).matches("any|no|having|have")) {
                return true;
            }
        }
        return false;
    }
}

package oropos.question;

/// Words that name somebody a second time, and what is told of a relative in passing: "my cousin, her son,
/// has chickenpox", "his brother had it at 61".
final class Asides {

    private final Naming naming;

    Asides(Naming naming) {
        this.naming = naming;
    }

    /// "My doctor, a woman of 60": the same.
    boolean isApposed(int at, int last, Kin kin) {
        return (kin.relation() == Kin.Relation.PATIENT
                                && Naming.INDEFINITE.contains(naming.word(at))
                        || isSaidAgain(at, last))
                && naming.isNew(at, false)
                && !naming.isNew(at, true)
                && !naming.named.isEmpty()
                && naming.named.getLast().last() == at - 1
                && Long.bitCount(naming.named.getLast().people()) == 1
                && !Naming.SELF.contains(naming.word(at - 1));
    }

    /// "My cousin, her son, has chickenpox": one, said twice.
    private boolean isSaidAgain(int at, int last) {
        return Naming.THIRD.contains(naming.word(at))
                && last + 1 < naming.words.size()
                && naming.isNew(last + 1, false)
                && !naming.isNew(last + 1, true)
                && naming.word(last + 1)
                        .matches("has|is|had|was|gives|takes|lives|came|comes|who|says|wants|got");
    }

    /// "His brother had it at 61", "her aunt died of it": told for the family; who comes next is not the
    /// brother but whose brother he is.
    boolean isOfTheFamily(int verb) {
        return naming.word(verb).matches("had|died|once|passed")
                || naming.word(verb).equals("was") && naming.word(verb + 1).equals("diagnosed")
                || naming.word(verb)
                                .matches(
                                        "broke|fractured|developed|got|underwent|smoked|drank|used")
                        && isOfThen(verb);
    }

    /// "Broke her hip at 75", "used heroin": of a time long gone, or of a pregnancy.
    private boolean isOfThen(int verb) {
        if (naming.word(verb).matches("used|smoked|drank")) {
            return naming.word(verb + 1)
                    .matches(
                            "heroin|cocaine|drugs|methadone|opioids|cannabis|alcohol|crack|speed|meth|throughout|during|while|in");
        }
        for (int at = verb + 1; at < naming.words.size() && !naming.isNew(at, true); at++) {
            if (naming.word(at).matches("at|aged|in")
                            && naming.word(at + 1).matches("[2-9]\\d|(?:19|20)\\d\\d|age")
                    || naming.word(at).equals("ago")
                            && naming.word(at - 1).matches("years|decades")) {
                return true;
            }
        }
        return false;
    }

    /// "A father of two": a man, not anybody's father.
    boolean isOfChildren(int first, int last, Kin kin) {
        return Naming.INDEFINITE.contains(naming.word(first))
                && naming.word(last + 1).equals("of")
                && naming.word(last + 2).matches("two|three|four|five|[2-6]")
                && (kin.relation() == Kin.Relation.FATHER || kin.relation() == Kin.Relation.MOTHER);
    }

    /// "Mrs B": not "miss a dose", nor MS the disease.
    boolean isTitle(int at) {
        return naming.word(at).matches("mrs|mr|miss|ms")
                && !naming.wording.text().startsWith("MS", naming.words.get(at).span().start())
                && at + 1 < naming.words.size()
                && !naming.isNew(at + 1, false)
                && isCapital(at)
                && isCapital(at + 1);
    }

    private boolean isCapital(int at) {
        return Character.isUpperCase(
                naming.wording.text().charAt(naming.words.get(at).span().start()));
    }
}

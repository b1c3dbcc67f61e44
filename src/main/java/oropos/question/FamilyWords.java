package oropos.question;

/// Which words name one of a family here: "ex" no ex-smoker's, and the short names that forums use only
/// where they stand as such: "DD 3yo", "my lo", "our youngest".
final class FamilyWords {

    /// Short for a little one, a dear daughter, a dear son and a dear husband; other things in a note ("DD: gout").
    private static final String SHORT = "lo|dd|ds|dh|dw";

    private static final String BY_RANK = "youngest|eldest|oldest|littlest|firstborn";

    private FamilyWords() {}

    static boolean isKin(Naming naming, int at) {
        String word = naming.word(at);
        Kin kin = Kin.of(word);
        if (kin == null) {
            return false;
        }
        if (word.equals("ex")) {
            return !naming.word(at + 1).matches("smokers?|drinkers?|users?|addicts?|alcoholics?");
        }
        boolean mine = naming.word(at - 1).matches("my|our") && !naming.isNew(at, true);
        if (word.matches(SHORT)) {
            return mine || isCapital(naming, at) && isSpokenOf(naming, at);
        }
        return !word.matches(BY_RANK) || mine;
    }

    private static boolean isCapital(Naming naming, int at) {
        int start = naming.words.get(at).span().start();
        return Character.isUpperCase(naming.wording.text().charAt(start))
                && Character.isUpperCase(naming.wording.text().charAt(start + 1));
    }

    /// "DS 4 has", "LO is 7 months", "give LO".
    private static boolean isSpokenOf(Naming naming, int at) {
        return naming.word(at + 1)
                        .matches(
                                "has|is|was|had|keeps|wont|cant|woke|got|who|and|aged|\\d{1,2}(?:\\.\\d)?(?:yo|mo|m|y|mths?|months?|years?|yrs?|wks?|weeks?)?")
                || naming.word(at - 1).matches("give|gave|for|to|and|can|should|does|is|has");
    }
}

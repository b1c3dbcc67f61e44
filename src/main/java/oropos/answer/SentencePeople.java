package oropos.answer;

import oropos.question.Patient;
import oropos.terminology.QuickPattern;
import oropos.terminology.Sex;

/// Whether a sentence of running text speaks of other people than the patient, by its own words.
///
/// A page says of its whole text whom it is about; a sentence on it may speak of women alone, or of
/// children alone. Such a sentence is no answer for a man, or for somebody of 70. Where it names both, or
/// the question does not tell, nothing is left out.
///
/// @param women whether it names women or girls, and so on
record SentencePeople(
        boolean women, boolean men, boolean children, boolean adults, boolean family) {

    static final SentencePeople NOBODY = new SentencePeople(false, false, false, false, false);

    private static final QuickPattern WOMEN =
            QuickPattern.anyCase(
                    "\\b(wom[ae]n|girls?|females?|postmenopausal|pregnan(t|cy)|mothers?)\\b");
    private static final QuickPattern MEN = QuickPattern.anyCase("\\b(m[ae]n|boys?|males?)\\b");
    private static final QuickPattern CHILDREN =
            QuickPattern.anyCase(
                    "\\b(child(ren)?|infants?|bab(y|ies)|newborns?|toddlers?|neonat\\w+|p(a)?ediatric)\\b");
    private static final QuickPattern ADULTS =
            QuickPattern.anyCase(
                    "\\b(adults?|elderly|older people|seniors?|postmenopausal|aged? (and|or) older"
                            + "|(wom[ae]n|m[ae]n|people|persons) (aged|over|older))\\b");

    /// What is said of the children of somebody, born, unborn or wished for, is said of the parent too.
    private static final QuickPattern FAMILY =
            QuickPattern.anyCase(
                    "\\b(your (baby|child|children)|having a|have a (baby|child)|each child|parents?|inherit\\w*|carriers?|offspring|born (to|with)|birth|breast-?feed\\w*|mothers?|pregnan\\w*|famil\\w+|pass(es|ed)? (it )?on|transmi\\w+|spread\\w*|contagious)\\b");

    static SentencePeople in(String sentence) {
        return new SentencePeople(
                WOMEN.isIn(sentence),
                MEN.isIn(sentence),
                CHILDREN.isIn(sentence),
                ADULTS.isIn(sentence),
                FAMILY.isIn(sentence));
    }

    /// Children and nobody else: what is said of the children of mothers is of both.
    boolean areChildrenAlone() {
        return children && !adults && !women && !men && !family;
    }

    boolean differ(Patient patient) {
        Sex sex = patient.sex();
        if (sex != null && women != men && women != (sex == Sex.FEMALE)) {
            return true;
        }
        boolean ofChildren =
                children
                        && !adults
                        && patient.isGrownUp()
                        && !family
                        && !Boolean.TRUE.equals(patient.pregnant())
                        && !Boolean.TRUE.equals(patient.lactating());
        return ofChildren || adults && !children && patient.isChild();
    }
}

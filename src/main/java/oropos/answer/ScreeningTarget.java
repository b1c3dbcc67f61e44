package oropos.answer;

import java.util.List;
import java.util.regex.Pattern;
import oropos.library.Claim;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.terminology.Concept;
import oropos.terminology.Terminology;

/// What a question asks to be screened for, where it says so in so many words: "screened for colorectal
/// cancer", "ovarian cancer screening", and in whom: "foot screening in diabetes".
///
/// Whoever has one illness and asks to be screened for another is not answered by screening for the first.
final class ScreeningTarget {

    /// Neoplasms in MeSH: every cancer is one, and screening for one says nothing of the others.
    private static final String NEOPLASMS = "mesh:D009369";

    private final Terminology terminology;

    ScreeningTarget(Terminology terminology) {
        this.terminology = terminology;
    }

    /// Whether advice on prevention is on another illness than the one asked to be screened for.
    boolean isAnother(Utterance one, ClinicalQuestion question) {
        if (!PreventiveAdvice.isPreventive(one)) {
            return false;
        }
        List<Concept> told = told(one.claim());
        if (told.isEmpty()) {
            return false;
        }
        String words = question.words();
        List<Finding> searched = question.problems().stream().filter(Finding::isSearched).toList();
        List<Concept> targets = concepts(searched, words, ScreeningTarget::isTarget);
        if (!targets.isEmpty()) {
            return targets.stream().noneMatch(target -> isOf(told, target));
        }
        List<Concept> had = concepts(searched, words, ScreeningTarget::isWhereItIsDone);
        return had.stream().anyMatch(it -> isOf(told, it));
    }

    private static boolean isOf(List<Concept> told, Concept target) {
        return told.stream()
                .anyMatch(concept ->
                        concept.isA(target)
                                || target.isA(concept) && !concept.id().equals(NEOPLASMS));
    }

    private interface Standing {
        boolean stands(String name, String question);
    }

    private List<Concept> concepts(List<Finding> findings, String words, Standing standing) {
        return findings.stream()
                .filter(one -> standing.stands(Pattern.quote(one.words()), words))
                .flatMap(one -> terminology.concept(one.id()).stream())
                .toList();
    }

    private static boolean isTarget(String name, String question) {
        return Pattern.compile(
                        "(?i)\\bscreen(?:ed|ing)? (?:\\w+ )?for (?:\\w+ ){0,2}?"
                                + name
                                + "|"
                                + name
                                + " screening\\b")
                .matcher(question)
                .find();
    }

    private static boolean isWhereItIsDone(String name, String question) {
        return Pattern.compile(
                        "(?i)\\bscreen(?:ed|ing)?\\b[^.?!]{0,25}?\\b(?:in|among) (?:\\w+ ){0,3}?"
                                + name)
                .matcher(question)
                .find();
    }

    private List<Concept> told(Claim claim) {
        return Named.in(claim.outcome() + ". " + claim.intervention(), terminology).stream()
                .filter(concept -> concept.kind() == Concept.Kind.PROBLEM)
                .toList();
    }
}

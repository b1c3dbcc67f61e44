package oropos.answer;

import java.util.List;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.Terminology;

/// What a text names.
final class Named {

    private Named() {}

    /// Each thing once. A wider name right beside a narrower one is part of that name: "hepatitis C virus
    /// infection" does not speak of virus infections, and so not of hepatitis A.
    static List<Concept> in(String text, Terminology terminology) {
        List<Mention> mentions = terminology.read(text).mentions();
        return mentions.stream()
                .filter(one -> mentions.stream().noneMatch(other -> isPartOf(one, other)))
                .map(Mention::concept)
                .distinct()
                .toList();
    }

    /// "Hepatitis C virus" is an organism and "infection" a whole branch of diseases; together they are
    /// one disease, which is named elsewhere or not at all.
    private static boolean isInfection(Mention disease, Mention organism) {
        return organism.concept().kind() == Concept.Kind.ORGANISM
                && disease.concept().kind() == Concept.Kind.PROBLEM
                && disease.concept().trees().stream().noneMatch(tree -> tree.contains("."));
    }

    private static boolean isPartOf(Mention wider, Mention narrower) {
        return !wider.concept().id().equals(narrower.concept().id())
                && (narrower.concept().isA(wider.concept()) || isInfection(wider, narrower))
                && wider.span().start() <= narrower.span().end() + 1
                && narrower.span().start() <= wider.span().end() + 1;
    }
}

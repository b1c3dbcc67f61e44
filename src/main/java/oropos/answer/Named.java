package oropos.answer;

import java.util.List;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.Terminology;

/// What a text names.
final class Named {

    private Named() {}

    /// Each thing once. Where a text names a wider thing beside a narrower, the wider word points back to
    /// it: "hepatitis B ... at increased risk of infection" does not speak of every infection, and so not
    /// of hepatitis A.
    static List<Concept> in(String text, Terminology terminology) {
        List<Mention> mentions = terminology.read(text).mentions();
        return mentions.stream()
                .filter(one -> mentions.stream().noneMatch(other -> pointsTo(one, other)))
                .map(Mention::concept)
                .distinct()
                .toList();
    }

    private static boolean pointsTo(Mention wider, Mention narrower) {
        return !wider.concept().id().equals(narrower.concept().id())
                && (narrower.concept().isA(wider.concept())
                                && !wider.concept().isA(narrower.concept())
                        || isInfection(wider, narrower));
    }

    /// "Hepatitis C virus" is an organism and "infection" beside it a whole branch of diseases; together
    /// they are one disease, which is named elsewhere or not at all.
    private static boolean isInfection(Mention disease, Mention organism) {
        return organism.concept().kind() == Concept.Kind.ORGANISM
                && disease.concept().kind() == Concept.Kind.PROBLEM
                && disease.concept().trees().stream().noneMatch(tree -> tree.contains("."))
                && disease.span().start() <= organism.span().end() + 1
                && organism.span().start() <= disease.span().end() + 1;
    }
}

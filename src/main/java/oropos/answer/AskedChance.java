package oropos.answer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Concept;
import oropos.terminology.Terminology;

/// The illness whose chance is asked, if one is: "how common is leukaemia in a child with a fracture?" is
/// not answered by how many children with leukaemia have a fracture.
final class AskedChance {

    private static final Pattern PEOPLE = Pattern.compile("^(?:Among|In|Of) [^,:;]*");

    private static final Pattern CHANCE =
            Pattern.compile(
                    "\\b(?:(?:chances?|risks?|likelihood|odds|probability|rates?|prevalence|incidence|frequency|share|proportion|percentage) (?:of|that|for|it is|it s|it's)|how (?:common|likely|often|frequent) (?:is|are))\\b");

    private static final Pattern IN_WHOM =
            Pattern.compile(
                    "\\b(?:in|among|with|if|when|after|at|during|on|under|while|before|from|caused by|due to)\\b");

    /// "How often is a fracture the first sign of leukaemia?" asks for the chance of leukaemia.
    private static final Pattern SIGN_OF =
            Pattern.compile("\\b(?:signs?|symptoms?|manifestations?) of\\b");

    private final Terminology terminology;
    private final List<Concept> illnesses;

    /// @param asking what asks, in lower case
    AskedChance(String asking, Terminology terminology) {
        this.terminology = terminology;
        Matcher asks = CHANCE.matcher(asking);
        if (!asks.find()) {
            illnesses = List.of();
            return;
        }
        String behind = asking.substring(asks.end());
        Matcher sign = SIGN_OF.matcher(behind);
        if (sign.find()) {
            behind = behind.substring(sign.end());
        }
        Matcher in = IN_WHOM.matcher(behind);
        illnesses =
                Named.in(in.find() ? behind.substring(0, in.start()) : behind, terminology).stream()
                        .filter(one -> one.kind() == Concept.Kind.PROBLEM)
                        .toList();
    }

    /// Whether a block tells how often something else stands among those who have it.
    boolean isToldTheOtherWayRound(Utterance one) {
        if (illnesses.isEmpty()) {
            return false;
        }
        Matcher people = PEOPLE.matcher(one.text());
        return people.find()
                && Named.in(people.group(), terminology).stream()
                        .anyMatch(each -> illnesses.stream().anyMatch(each::isA));
    }
}

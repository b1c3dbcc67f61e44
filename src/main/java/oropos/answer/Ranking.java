package oropos.answer;

import java.util.Comparator;
import java.util.List;
import oropos.appraisal.PopulationFit;
import oropos.library.Claim;
import oropos.library.Design;

/// The order of statements within a section and for the bottom line: what fits this patient first,
/// then recommendations, then certainty, then how well the words meet the question.
final class Ranking {

    static final Comparator<Utterance> IN_SECTION =
            Comparator.comparingInt(Ranking::fitOrder)
                    .thenComparingInt(said -> said.typed() ? 0 : 1)
                    .thenComparing(Utterance::aim)
                    .thenComparing((one, other) -> inTheOrderOfItsPage(one, other))
                    .thenComparingInt(Ranking::sentenceOrder)
                    .thenComparingInt(Ranking::kindOrder)
                    .thenComparingInt(said -> -said.row().certainty().level().ordinal())
                    .thenComparingInt(Ranking::levelOrder)
                    .thenComparingDouble(said -> -said.relevance())
                    .thenComparingInt(said -> said.row().candidate().rank())
                    .thenComparing(said -> said.row().passage().id().toString())
                    .thenComparingInt(said -> said.span().start());

    /// The same, and of what fits alike that on the outcome and the comparison asked about first.
    static Comparator<Utterance> inSection(AskedFor asked) {
        return Comparator.comparingInt(Ranking::fitOrder)
                .thenComparingInt(said -> said.typed() ? 0 : 1)
                .thenComparingInt(said -> asked.order(said.claim()))
                .thenComparing(IN_SECTION);
    }

    private static final double SENTENCE_STEP = 0.1;

    /// Relevance is compared in steps of a fifth: finer differences are noise of wording.
    private static final double RELEVANCE_STEP = 0.2;

    /// @param sections from which the bottom line may take its action, best first
    /// @param acts whether the question asks what to do: then a recommendation comes first. Else what
    ///     the question asks for does: a definition before advice on treatment
    /// @param asks whether one thing beside the subject is asked: then a sentence of running text that
    ///     tells it leads from whatever section
    /// @param alike the order of what fits this person and this question alike
    static Comparator<Utterance> forLead(
            List<String> sections, boolean acts, boolean asks, Comparator<Utterance> alike) {
        Comparator<Utterance> bySection =
                Comparator.comparingInt(
                        said -> asks && !said.typed() ? 0 : sectionOrder(said, sections));
        Comparator<Utterance> byBand =
                Comparator.comparingInt(said -> acts ? leadBand(said) : said.typed() ? 0 : 1);
        return Comparator.comparingInt(Ranking::pageOrder)
                .thenComparingDouble(said ->
                        said.aim() == Utterance.Aim.OF_THE_SAME_QUESTION ? -said.relevance() : 0)
                .thenComparing(byBand)
                .thenComparing(bySection)
                .thenComparing(FOR_LEAD)
                .thenComparing(alike)
                .thenComparing(IN_SECTION);
    }

    /// Blocks and sentences of a page that asks the very question come first, then those of a page
    /// about the very subject, then what stands anywhere.
    private static int pageOrder(Utterance said) {
        return said.typed() ? 0 : said.aim().ordinal();
    }

    private static int sectionOrder(Utterance said, List<String> sections) {
        int at = sections.indexOf(said.claim().section());
        return at < 0 ? sections.size() : at;
    }

    private static final Comparator<Utterance> FOR_LEAD =
            Comparator.comparingInt(Ranking::leadBand)
                    .thenComparingInt(
                            said -> -(int) Math.floor(said.relevance() / RELEVANCE_STEP + 1e-9))
                    .thenComparingInt(Ranking::fitOrder)
                    .thenComparingInt(Ranking::directionOrder);

    /// How near people are of whom the one asked about is none by age: children to an adult.
    static final int OF_ANOTHER_AGE = 6;

    private Ranking() {}

    static int fitOrder(Utterance said) {
        return said.fitOrder();
    }

    /// @param ageAsked whether the question tells an age: where it does not, people of one age group
    ///     are as near as people of whom nothing is said
    static int nearness(PopulationFit fit, boolean ageAsked) {
        return switch (fit) {
            case PopulationFit.Direct() -> 0;
            case PopulationFit.Indirect(String _, PopulationFit.Gap gap, var _) ->
                    switch (gap) {
                        case MIXED -> 1;
                        case CONDITION -> 2;
                        case AGE -> ageAsked ? 4 : 3;
                        case SEX, PREGNANCY -> 5;
                        case ADULT_FOR_CHILD, CHILD_FOR_ADULT -> OF_ANOTHER_AGE;
                    };
            case PopulationFit.Unstated() -> 3;
        };
    }

    /// Whether the statement belongs among the sections: its people are this patient's kind, or not
    /// stated, or differ in a condition that is named.
    static boolean isNear(Utterance said) {
        return fitOrder(said) <= 3;
    }

    private static int kindOrder(Utterance said) {
        return switch (said.claim().kind()) {
            case WARNING -> 0;
            case RECOMMENDATION -> 1;
            case DEFINITION -> 2;
            case DECIDES -> 3;
            case FINDING -> 4;
            case HARM -> 5;
        };
    }

    /// A page that asks the very question is read as it was written.
    private static int inTheOrderOfItsPage(Utterance one, Utterance other) {
        if (one.aim() != Utterance.Aim.OF_THE_SAME_QUESTION
                || other.aim() != Utterance.Aim.OF_THE_SAME_QUESTION) {
            return 0;
        }
        int byRank = Integer.compare(source(one), source(other));
        // Its list of what was asked says it at a glance.
        int byList = Boolean.compare(tellsAsList(other), tellsAsList(one));
        return byRank != 0
                ? byRank
                : byList != 0 ? byList : Integer.compare(one.span().start(), other.span().start());
    }

    private static boolean tellsAsList(Utterance said) {
        return said.relevance() >= SentenceWorth.TOLD_AS_LIST && said.isList();
    }

    private static int source(Utterance said) {
        return said.row().candidate().rank();
    }

    /// Of running text what it says comes before who says it: the design of a page on another matter
    /// adds nothing.
    private static int sentenceOrder(Utterance said) {
        return said.typed() ? 0 : -(int) Math.floor(said.relevance() / SENTENCE_STEP + 1e-9);
    }

    private static int levelOrder(Utterance said) {
        Integer level = said.row().level();
        return level == null ? 3 : level;
    }

    /// An action that can be taken stands before one to be left out.
    private static int directionOrder(Utterance said) {
        Claim.Direction direction = said.claim().direction();
        if (direction == null) {
            return 2;
        }
        return switch (direction) {
            case FAVOURS -> 0;
            case AGAINST -> 1;
            case INSUFFICIENT -> 3;
            case NO_DIFFERENCE -> 2;
        };
    }

    private static int leadBand(Utterance said) {
        if (said.claim().kind() == Claim.Kind.RECOMMENDATION) {
            return said.typed() ? 0 : 1;
        }
        Design.Group group = said.row().study().design().group();
        return group == Design.Group.OTHER ? 3 : 2;
    }

    /// Adult evidence that may carry, one step down, for a patient of 13 to 17 years.
    static boolean isFromAdults(Utterance one) {
        return one.row().mayCarry().benefit()
                && one.row().fit()
                        instanceof PopulationFit.Indirect(String _, PopulationFit.Gap gap, var _)
                && gap == PopulationFit.Gap.ADULT_FOR_CHILD;
    }
}

package oropos.answer;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import oropos.library.Claim;

/// What a sentence of running text is worth beside others with the same aim: the order in which they are said.
final class SentenceWorth {

    /// What the first sentence of a page that answers is worth more, and by how much less each one after
    /// it: such a page begins with what matters most.
    private static final double FIRST = 0.2;

    private static final double FIRST_STEP = 0.02;

    /// What a sentence is worth less that only announces others, or tells what is being studied.
    private static final double LITTLE = 0.3;

    /// What one is worth less that adds to what was said before it.
    private static final double FURTHER = 0.15;

    private static final Pattern GOES_ON =
            Pattern.compile("(?i)\\balso (?!called|known|referred|spelled)");

    /// What a sentence is worth more that tells what its page and the asker ask.
    private static final double TELLING = 0.3;

    /// What one is worth more that opens such a page in other words.
    private static final double OPENING = 0.2;

    /// What one is worth more that says what its subject is, where that is asked.
    private static final double DEFINING = 0.1;

    /// What a list is worth more whose lead-in tells what was asked: all of it at a glance.
    private static final double LISTED = 0.4;

    /// A list of a page that asks the very question is worth at least this where it tells it.
    static final double TOLD_AS_LIST = 1;

    /// The most a sentence can be worth: its words and what its place adds.
    private static final double BEST_WORTH = 1.7;

    /// The first sentences of a page: they begin with what matters, whatever words they tell it in.
    private static final int BEGINNING = 2;

    /// A sentence as it was read.
    ///
    /// @param number its place in the passage, from 0
    /// @param names whether it names what is asked about
    /// @param told whether it tells what was asked
    /// @param met share of the question it meets
    record Read(
            PassageSentences.Sentence sentence,
            int number,
            Spoken here,
            boolean names,
            boolean told,
            double met) {}

    private final Relevance relevance;
    private final Aspects aspects;
    private final SameQuestion same;
    private final Hollow hollow;
    private final Map<String, Aspects> ofTitles = new HashMap<>();

    SentenceWorth(Relevance relevance, Aspects aspects, SameQuestion same, Hollow hollow) {
        this.relevance = relevance;
        this.aspects = aspects;
        this.same = same;
        this.hollow = hollow;
    }

    /// From 0 to 1.
    ///
    /// @param answers whether it answers out of a page about the very subject
    /// @param ofTheSame whether its page asks the very question
    /// @param little whether it only announces others, or says nothing of what was asked
    double of(
            Places.Place place,
            Read read,
            Claim claim,
            boolean answers,
            boolean ofTheSame,
            boolean little) {
        PassageSentences.Sentence sentence = read.sentence();
        String lead = sentence.lead();
        double worth =
                (ofTheSame
                                ? ofTheSame(place, lead, read.names(), read.told(), read.number())
                                : read.met()
                                        + (read.names() ? 0.1 : 0)
                                        + (read.told() && place.asks() ? 0.15 : 0)
                                        + (place.concluding() ? 0.25 : 0)
                                        + (claim.kind() == Claim.Kind.RECOMMENDATION ? 0.1 : 0))
                        + (place.exact() ? 0.15 : 0)
                        + (answers || ofTheSame
                                ? Math.max(0, FIRST - FIRST_STEP * read.number())
                                : 0)
                        - (little ? LITTLE : 0)
                        - (GOES_ON.matcher(lead).find() ? FURTHER : 0)
                        + hollow.richness(read.here())
                        + (sentence.isList() && tellsAsked(place, lead, read.told()) ? LISTED : 0);
        return Math.clamp(worth / BEST_WORTH, 0, 1);
    }

    /// What a sentence of a page that asks the very question is worth: whether it may head the answer.
    private double ofTheSame(
            Places.Place place, String text, boolean names, boolean told, int number) {
        if (!place.whatItIs()) {
            boolean tells =
                    told || (place.asks() || !aspects.areAsked()) && ofTitle(place).areTold(text);
            tells |= same.compares();
            boolean opens =
                    (!aspects.areAsked() || hollow.knows(aspects))
                            && (number == 0 || names && number < BEGINNING);
            return 1 + (tells ? TELLING : opens ? OPENING : 0);
        }
        boolean begins = relevance.names().isSubjectOf(text);
        boolean tells =
                begins
                        || names && number <= BEGINNING
                        || number == 0
                                && Aspects.MEANING.areTold(text)
                                && !text.startsWith("Your ");
        return 1
                + (tells ? TELLING : 0)
                + (begins && RunningText.DEFINES.matcher(text).find() ? DEFINING : 0);
    }

    private boolean tellsAsked(Places.Place place, String lead, boolean told) {
        return aspects.areAsked() && told
                || place.asksTheSame() && !place.whatItIs() && ofTitle(place).areTold(lead);
    }

    private Aspects ofTitle(Places.Place place) {
        return ofTitles.computeIfAbsent(place.title(), Aspects::ofTitle);
    }
}

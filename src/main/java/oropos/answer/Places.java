package oropos.answer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import oropos.appraisal.Evidence;
import oropos.library.Passage;

/// What the place of a passage says of all its sentences: what its page is about, and whether it asks
/// what the asker asks.
final class Places {

    /// The title and headings above it must speak of this share of the question's problems, drugs,
    /// procedures and tests: a textbook's list of adverse effects names many diseases and is about
    /// none. A third is one disease beside a drug, which weighs twice.
    static final double ABOUT = 0.33;

    /// The place of the first passage of an answer behind its subject's other names, and what room those take
    /// at most, in UTF-16 units: less than a passage.
    private static final int FIRST_OF_ANSWER = 3;

    private static final int OTHER_NAMES = 400;

    private final Relevance relevance;
    private final Aspects aspects;
    private final SameQuestion same;
    private final PageTopics topics;

    Places(Relevance relevance, Aspects aspects, SameQuestion same, PageTopics topics) {
        this.relevance = relevance;
        this.aspects = aspects;
        this.same = same;
        this.topics = topics;
    }

    /// The place of one passage.
    ///
    /// @param context what title and headings speak of
    /// @param about whether that is what was asked about
    /// @param topic the nearest title or heading that names it
    /// @param exact whether topic is the very subject; `exactTitle` the same of the title
    /// @param asks whether title or headings ask for an aspect asked for
    /// @param ofOneCompared whether it says what one of two things set side by side is
    /// @param asksTheSame whether the page asks the very question, `whatItIs` what the subject is
    /// @param ofAnother whether its page answers a question on another thing: what is done for dementia in a rare
    ///     syndrome is told of the syndrome
    /// @param opens whether it opens the answer to a question on the very subject
    record Place(
            Spoken context,
            boolean about,
            Optional<String> topic,
            boolean exact,
            boolean exactTitle,
            boolean asks,
            boolean asksTheSame,
            boolean whatItIs,
            boolean ofOneCompared,
            boolean ofAnother,
            boolean opens,
            String title,
            boolean concluding) {}

    Place of(Evidence row) {
        Passage passage = row.passage();
        String title = row.source().title();
        Spoken context =
                relevance.spoken(String.join(". ", title, String.join(". ", passage.headings())));
        Optional<String> topic =
                SourceTopic.nearest(
                        title,
                        passage.headings(),
                        one -> relevance.namesSubject(relevance.spoken(one)));
        boolean exact = topics.isTheVerySubject(topic);
        boolean exactTitle = exact && topics.isTheVerySubject(Optional.of(SourceTopic.of(title)));
        boolean asksTheSame =
                passage.role() == Passage.Role.ANSWER && same.isAskedBy(title, exactTitle);
        return new Place(
                context,
                relevance.subject(context) >= ABOUT,
                topic,
                exact,
                exactTitle,
                aspects.areAskedBy(title)
                        || passage.headings().stream().anyMatch(aspects::areAskedBy),
                asksTheSame,
                asksTheSame && same.asksWhatItIs(),
                same.compares() && same.saysWhatOneIs(title),
                passage.role() == Passage.Role.ANSWER
                        && relevance.hasSubjects()
                        && !relevance.namesSubject(relevance.spoken(SourceTopic.of(title))),
                exactTitle && opensTheAnswer(passage, title),
                title,
                WholeThought.underConclusions(passage.headings()));
    }

    /// Whether it is asked how long the subject lasts and the page is on another thing: how long a fever lasts in
    /// a rare syndrome is told of that.
    boolean isHowLongOfAnother(Place place) {
        return place.ofAnother() && aspects.keys().contains("duration");
    }

    private static final List<String> OF_THE_THING =
            List.of("meaning", "mechanism", "purpose", "cure", "contagion");

    /// What a thing is, does or is used for is told of it wherever its sentence stands; why somebody has it is not: in
    /// a chapter on a drug it is told of those who take it.
    ///
    /// @param defined the name of which it is asked what it is, empty where that is not asked
    boolean isToldAnywhere(Place place, String lead, String defined) {
        return aspects.areAsked()
                && OF_THE_THING.containsAll(aspects.keys())
                && relevance.names().isSubjectOf(lead)
                && !FURTHER.matcher(lead).find()
                && (defined.isEmpty()
                        ? !place.ofAnother()
                        : SubjectNames.isDefinedBy(lead, defined)
                                && !BY_ITS_CAUSE.matcher(lead).find());
    }

    private static final Pattern FURTHER =
            Pattern.compile("(?i)\\balso\\b(?! (?:called|known|referred))");

    private static final Pattern BY_ITS_CAUSE =
            Pattern.compile("(?i)\\b(?:is|are) (?:\\w+ )?(?:caused|due)\\b");

    /// A page that answers a question has its title, the question and perhaps its subject's other names
    /// before the answer.
    private static boolean opensTheAnswer(Passage passage, String title) {
        int ordinal = passage.id().ordinal();
        return passage.role() == Passage.Role.ANSWER
                && ordinal <= FIRST_OF_ANSWER
                && passage.span().start() <= 2 * title.length() + OTHER_NAMES;
    }
}

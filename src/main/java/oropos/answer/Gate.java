package oropos.answer;

/// Where, on its way into an answer, something the library says is left out, in the order of the way.
///
/// What a reader of an answer is told is a count for each reason (`basis.dropped`); `evaluate funnel`
/// shows at which gate the sentences are lost that would have answered.
public enum Gate {
    SET_ASIDE("passages set aside when they were weighed"),
    NO_RUNNING_TEXT("titles, questions, methods, texts of studies before their conclusion"),
    TOO_LITTLE_COVERED("passages that hold too little of the question"),
    TOO_DEEP("passages found too far down"),
    NOT_WHOLE("no whole thought"),
    LEANS("sentences that lean on one before"),
    OTHER_PAGE("pages about something else"),
    OTHER_SUBJECT("sentences on another subject"),
    TOO_LITTLE_MET("sentences that meet too little of the question"),
    NOT_TOLD("sentences that do not tell what was asked"),
    NO_TOPIC("sentences without a subject, on a page without one"),
    INCOMPLETE_DOSE("incomplete doses"),
    FULL_PASSAGE("further sentences of a passage"),
    FULL_SOURCE("further sentences of a source"),
    BLOCK_ELSEWHERE("blocks on another subject"),
    REPEATED("said in the same words by another source"),
    NEARLY_REPEATED("said in nearly the same words by another source"),
    OTHER_PEOPLE("sentences on other people"),
    BESIDE_THE_QUESTION("statements on the subject that do not bear on the question"),
    SAYS_LESS("sentences that say less of what was asked"),
    TOO_FAR("sentences too far from the question to answer it"),
    FULL_SECTION("further statements of a full section");

    private final String words;

    Gate(String words) {
        this.words = words;
    }

    /// As the basis of an answer and the funnel name it.
    public String words() {
        return words;
    }

    /// Whether the basis of an answer counts it: what was a candidate for a statement, not what could
    /// never have been one.
    boolean isCounted() {
        return switch (this) {
            case SET_ASIDE,
                    NO_RUNNING_TEXT,
                    TOO_DEEP,
                    NOT_WHOLE,
                    LEANS,
                    OTHER_PAGE,
                    OTHER_SUBJECT,
                    TOO_LITTLE_MET,
                    NOT_TOLD,
                    NO_TOPIC,
                    FULL_PASSAGE,
                    FULL_SOURCE,
                    OTHER_PEOPLE ->
                    false;
            case TOO_LITTLE_COVERED,
                    INCOMPLETE_DOSE,
                    BLOCK_ELSEWHERE,
                    REPEATED,
                    NEARLY_REPEATED,
                    BESIDE_THE_QUESTION,
                    SAYS_LESS,
                    TOO_FAR,
                    FULL_SECTION ->
                    true;
        };
    }
}

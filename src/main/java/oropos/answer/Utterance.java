package oropos.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Evidence;
import oropos.library.Claim;
import oropos.terminology.Span;

/// Something a weighed passage says, ready to become a statement.
///
/// @param span where it stands in the version's text
/// @param text the exact words there
/// @param claim its typed fields, stated by the document or read from the sentence
/// @param lead the stretch fit to head an answer, or null where only the whole may be shown
/// @param relevance share of the question's words it meets, 0 to 1
/// @param own the same of its own words alone, without what its place adds
/// @param subject share of the question's problems, drugs, procedures and tests it speaks of, 0 to 1;
///     of a block with its title, of a sentence by its own words
/// @param fitOrder how near its people are, 0 the nearest; see [Ranking]
/// @param typed whether the document itself gave the fields
/// @param aim how far it tells what was asked beside the subject
/// @param topic what its page is about, in the page's own words, where the sentence does not name what
///     the question is about; null where it needs none
/// @param also other sources that say it in the same words
record Utterance(
        Evidence row,
        Span span,
        String text,
        Claim claim,
        @Nullable Span lead,
        double relevance,
        double own,
        double subject,
        int fitOrder,
        boolean typed,
        Aim aim,
        @Nullable String topic,
        List<Utterance> also) {

    /// Whether a sentence tells what was asked, the best first.
    enum Aim {
        /// Its page asks the very question and nothing more is asked ([SameQuestion]): what it says
        /// answers, in its own order.
        OF_THE_SAME_QUESTION,
        /// Its own words say all that is asked, with its subject before it in brackets where it does not
        /// name it, wherever it stands ([WholeQuestion]).
        SAYS_ALL,
        /// Its page asks the very question about the very subject, and it tells it there: it may head an
        /// answer, with its subject before it in brackets where it does not name it.
        ANSWERS,
        /// Its own words tell all of it, and its page is about the very subject.
        TELLS,
        /// Its own words tell all of it, it speaks of the very subject and of no part of those who have
        /// it, and its place is about both: it may head an answer.
        HEADS,
        /// Its page is about the very subject, and it says in a known form what was asked, of "the sores"
        /// or of "affected individuals" ([Predication]).
        TELLS_OF_ITS_PAGE,
        /// It holds every word of a question of no known form: it may be near, and heads nothing.
        HOLDS_ALL,
        /// Its own words tell it, and it speaks of the very subject.
        ON_IT,
        /// It tells it of something narrower or wider, or only its place asks for it.
        NEAR_IT,
        /// It says what the subject is, without what was asked.
        BACKGROUND;

        boolean mayHead() {
            return compareTo(TELLS_OF_ITS_PAGE) <= 0;
        }

        /// Whether its own words tell what was asked.
        boolean tellsIt() {
            return compareTo(ON_IT) <= 0;
        }

        /// Whether nothing of the question is left unsaid.
        boolean saysAll() {
            return compareTo(SAYS_ALL) <= 0;
        }

        /// Whether its page is about the very subject.
        boolean isOfTheVeryPage() {
            return compareTo(TELLS) <= 0 || this == TELLS_OF_ITS_PAGE;
        }

        boolean answers() {
            return compareTo(ANSWERS) <= 0 || this == TELLS_OF_ITS_PAGE;
        }
    }

    Utterance {
        also = List.copyOf(also);
    }

    /// The same, also said by another source.
    Utterance alsoSaidBy(Utterance other) {
        List<Utterance> more = new ArrayList<>(also);
        more.add(other);
        return new Utterance(
                row, span, text, claim, lead, relevance, own, subject, fitOrder, typed, aim, topic,
                more);
    }

    private static final Pattern FIGURE = Pattern.compile("\\b(?!(?:19|20)\\d\\d\\b)\\d[\\d.,]*");

    /// How many of how many, or a share of people: "15 of 18", "16.4%". A confidence interval's "95%"
    /// is none.
    private static final Pattern ABSOLUTE =
            Pattern.compile(
                    "\\b\\d[\\d,]* (?:out )?of (?:the )?\\d|\\b\\d+/\\d+\\b|\\b(?!9[059]\\s?% (?:CI|confidence))\\d+(?:\\.\\d+)?\\s?%");

    /// Whether it is a list with the words that announce it.
    boolean isList() {
        return !typed && ListedItems.isListing(text);
    }

    String leadText() {
        return lead == null
                ? text
                : text.substring(lead.start() - span.start(), lead.end() - span.start());
    }

    Span leadSpan() {
        return lead == null ? span : lead;
    }

    /// Whether it tells a figure; a year is none.
    boolean hasNumber() {
        return FIGURE.matcher(text).find();
    }

    /// Whether it tells a share of people, not only a ratio.
    boolean hasAbsoluteNumber() {
        return ABSOLUTE.matcher(text).find();
    }
}

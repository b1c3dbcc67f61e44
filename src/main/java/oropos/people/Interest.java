package oropos.people;

import java.util.List;
import java.util.Locale;

/// One thing that may sway a person, or seem to.
///
/// @param kind what it is
/// @param with whom it ties the person to: a company, a society, a relative's employer
/// @param words what it consists of, for the board page
/// @param topics what it is about: names of drugs, diseases, devices; empty for everything
/// @param relevant whether it bars approval of what it is about; the person says so, an administrator
///     or managing editor may say otherwise
public record Interest(
        Kind kind, String with, String words, List<String> topics, boolean relevant) {

    /// What an interest consists of, as disclosure forms of medical journals ask for it.
    public enum Kind {
        EMPLOYMENT("employment"),
        FEES("fees or honoraria"),
        RESEARCH("research support"),
        SHARES("shares or patents"),
        POSITION("a position in a society or company"),
        RELATIVE("through a relative or partner"),
        OTHER("other, also not financial");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// Most topics of one interest.
    public static final int MOST_TOPICS = 20;

    public Interest {
        with = NewAccount.line("whom an interest is with", with);
        words = NewAccount.line("the words of an interest", words);
        topics = topics.stream().map(topic -> NewAccount.line("a topic", topic)).toList();
        if (topics.size() > MOST_TOPICS) {
            throw new IllegalArgumentException(
                    "an interest has at most " + MOST_TOPICS + " topics, but had " + topics.size());
        }
    }

    /// Whether it is about a question: it names no topic, or one that the question names or holds.
    ///
    /// Plurals and other names of the same thing are the caller's to add to `asked`: this room knows
    /// no medicine.
    boolean concerns(String question, Iterable<String> asked) {
        if (topics.isEmpty()) {
            return true;
        }
        String title = padded(question);
        for (String topic : topics) {
            String mine = padded(topic);
            if (title.contains(mine)) {
                return true;
            }
            for (String other : asked) {
                if (padded(other).contains(mine) || mine.contains(padded(other))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String padded(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip()
                + " ";
    }
}

package oropos.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a page is about, by its title and the headings above a passage.
///
/// A sentence that does not name its subject ("Most people recover within two weeks.") is a whole
/// thought only with it. Oropos puts the subject in brackets before such a sentence, in the words of
/// the page's own title or heading, never of its own.
public final class SourceTopic {

    /// Longest topic put before a sentence, in UTF-16 units.
    static final int LONGEST = 140;

    /// Titles of pages of questions and answers: what is left without the question is the subject.
    private static final List<Pattern> QUESTIONS =
            List.of(
                    question(
                            "what (?:is|are|causes?)(?: \\(are\\))? the (?:symptoms|treatments|"
                                    + "genetic changes|side effects or risks|complications|stages|outlook)"
                                    + "(?: related to| of| for) (?<topic>.+?)"),
                    question(
                            "what research \\(or clinical trials\\) is being done for (?<topic>.+?)"),
                    question(
                            "(?:how|who|what|do|where) .*?(?:diagnose|prevent|information about|"
                                    + "affected by|at risk for|to do for|treatments? for) (?<topic>.+?)"),
                    question("what (?:is|are|causes?)(?: \\(are\\))? (?<topic>.+?)"),
                    question("is (?<topic>.+?) inherited"));

    private static Pattern question(String words) {
        return Pattern.compile("(?i)^" + words + "\\s*\\??$");
    }

    private SourceTopic() {}

    /// The topic of a title: the whole title where it asks nothing.
    static String of(String title) {
        String trimmed = title.strip();
        for (Pattern question : QUESTIONS) {
            Matcher matcher = question.matcher(trimmed);
            if (matcher.matches()) {
                return matcher.group("topic").strip();
            }
        }
        return trimmed;
    }

    /// Every topic that may be put before a sentence of a passage: headings from the nearest up, then
    /// the title.
    static List<String> all(String title, List<String> headings) {
        List<String> topics = new ArrayList<>();
        headings.reversed().forEach(heading -> topics.add(of(heading)));
        topics.add(of(title));
        return topics.stream()
                .map(String::strip)
                .filter(topic -> !topic.isEmpty() && topic.length() <= LONGEST)
                .distinct()
                .toList();
    }

    /// The nearest topic that a test accepts.
    static Optional<String> nearest(
            String title, List<String> headings, java.util.function.Predicate<String> names) {
        return all(title, headings).stream().filter(names).findFirst();
    }

    /// How a topic is written before a sentence.
    static String written(String topic) {
        return "[" + topic + "] ";
    }

    /// Whether these words put a topic of this place before a sentence.
    public static boolean holds(String words, String title, List<String> headings) {
        return all(title, headings).stream().anyMatch(topic -> written(topic).equals(words));
    }

    /// Whether a sentence begins with what a title is about, and goes on.
    static boolean begins(String sentence, String title) {
        List<String> named = Relevance.stems(of(title));
        List<String> words = Relevance.stems(sentence);
        return !named.isEmpty()
                && words.size() > named.size()
                && words.subList(0, named.size()).equals(named);
    }
}

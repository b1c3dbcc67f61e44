package oropos.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import oropos.appraisal.Evidence;
import oropos.appraisal.EvidenceTable;

/// What a question is about where no vocabulary knows it: the subject of a page that was found, in the
/// words of its title, where all of it stands in the question.
///
/// "What is creatinine?" names nothing a list of diseases and drugs knows; a page called "What is (are)
/// Creatinine?" says that it is a subject.
final class TitleSubjects {

    /// Letters of the shortest word that names something.
    static final int SHORTEST = 4;

    private TitleSubjects() {}

    /// Longest names first; a name within a longer one is left out.
    static List<List<String>> in(EvidenceTable table) {
        List<String> asked = Relevance.stems(table.question().words());
        Set<String> focus = new LinkedHashSet<>();
        table.question().focus().forEach(word -> focus.addAll(Relevance.stems(word)));
        Set<List<String>> found = new LinkedHashSet<>();
        for (Evidence row : table.rows()) {
            if (row.setAside() == null || row.setAside() == Evidence.SetAside.NO_TEXT) {
                List<String> topic = Relevance.stems(SourceTopic.of(row.source().title()));
                if (!topic.isEmpty()
                        && Collections.indexOfSubList(asked, topic) >= 0
                        && focus.containsAll(topic)
                        && topic.stream().anyMatch(word -> word.length() >= SHORTEST)) {
                    found.add(topic);
                }
            }
        }
        List<List<String>> longest = new ArrayList<>();
        found.stream()
                .sorted((one, other) -> Integer.compare(other.size(), one.size()))
                .filter(one ->
                        longest.stream()
                                .noneMatch(kept -> Collections.indexOfSubList(kept, one) >= 0))
                .forEach(longest::add);
        return longest;
    }
}

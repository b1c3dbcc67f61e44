package oropos.retrieval.lucene;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A passage as the index holds it.
///
/// @param id sorts as passage ids do; the order of equal scores
/// @param source the source's id: what is replaced together
/// @param main the words it is found by: title, headings, typed fields and the passage itself; of a
///     pair of question and answer the question
/// @param answer the words of an answer, which is found by its question first; else empty
/// @param context what the whole source is about, where the passage is only a part of it
/// @param title words of the title alone, to say why something was found
/// @param concepts ids of the concepts named in title, headings, passage and MeSH headings
/// @param trees their tree positions, marked with `=`, and all of these and the wider ones above
///     them, not marked
/// @param ages MeSH age groups the source is about
/// @param meaning the text whose vector stands for this passage
/// @param most how many passages of one source of this kind a search may give
/// @param text the passage's own words where they are no abstract, to be found word by word
/// @param pair what a pair of question and answer is about; null where the passage belongs to none
/// @param card what is known of the whole source; with its first passage only, else null
public record Entry(
        String id,
        String source,
        String main,
        String answer,
        String context,
        String title,
        Set<String> concepts,
        Set<String> trees,
        List<String> ages,
        String meaning,
        int most,
        String text,
        @Nullable Pair pair,
        @Nullable Card card) {

    public Entry {
        concepts = Collections.unmodifiableSet(new LinkedHashSet<>(concepts));
        trees = Collections.unmodifiableSet(new LinkedHashSet<>(trees));
        ages = List.copyOf(ages);
        if (most < 1) {
            throw new IllegalArgumentException("at least one passage of a source, not " + most);
        }
    }

    /// An entry that is found by a question's words only, not by what is known of its source.
    public Entry(
            String id,
            String source,
            String main,
            String answer,
            String context,
            String title,
            Set<String> concepts,
            Set<String> trees,
            List<String> ages,
            String meaning,
            int most) {
        this(
                id, source, main, answer, context, title, concepts, trees, ages, meaning, most, "",
                null, null);
    }
}

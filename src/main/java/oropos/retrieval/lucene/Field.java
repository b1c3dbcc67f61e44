package oropos.retrieval.lucene;

/// The fields of the index that can be asked for.
public enum Field {
    /// Words a passage is found by.
    MAIN,
    /// Words of an answer whose question is in [#MAIN].
    ANSWER,
    /// Words of the source around a passage.
    CONTEXT,
    /// Words of the title; never scored beside [#MAIN], which holds them already.
    TITLE,
    /// Concept ids.
    CONCEPT,
    /// Tree positions of concepts and of the wider ones above them.
    TREE,
    /// MeSH age groups.
    AGE;

    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// Whether the field holds stems of words; the others hold ids.
    boolean isText() {
        return this == MAIN || this == ANSWER || this == CONTEXT || this == TITLE;
    }
}

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
    AGE,
    /// Subjects of a pair of question and answer, each name whole (see [Pair]).
    SUBJECT,
    /// Aspects of its subject that a pair is about; every pair holds [Pair#ANY] too.
    ASPECT,
    /// Plain words of a source's title; this and all below stand on [Card]s, once for each source.
    TITLE_WORDS,
    /// Plain words of title and abstract.
    ABSTRACT_WORDS,
    /// Plain words of MeSH headings and publication types.
    HEADING_WORDS,
    /// Plain words of authors, journal, issuer and identifiers.
    CARD_WORDS,
    /// Plain words of a passage that is no abstract; stands with every such passage.
    TEXT_WORDS,
    /// MeSH headings, each alone and with its qualifier: `spinal fractures/drug therapy`.
    HEADING,
    /// MeSH headings that are a main point of the article.
    MAJOR,
    /// MeSH qualifiers.
    QUALIFIER,
    /// Tree positions of MeSH headings.
    HEADING_TREE,
    /// Tree positions of MeSH headings that are a main point.
    MAJOR_TREE,
    /// Publication types.
    TYPE,
    /// Authors as "simm pj".
    AUTHOR,
    /// Journals and issuers.
    JOURNAL,
    /// Languages, ISO 639-1 or -2.
    LANGUAGE,
    /// PubMed ids.
    PMID,
    /// What results are counted and narrowed by: `design:cohort`.
    FACET;

    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// Whether the field holds plain words in their order (see [Words]), so that phrases are found.
    boolean isInOrder() {
        return switch (this) {
            case TITLE_WORDS, ABSTRACT_WORDS, HEADING_WORDS, CARD_WORDS, TEXT_WORDS -> true;
            default -> false;
        };
    }
}

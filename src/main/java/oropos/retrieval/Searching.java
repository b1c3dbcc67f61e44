package oropos.retrieval;

/// Whoever searches the library for a searcher: the door that pages and commands knock at.
public interface Searching {

    /// Searches. Nothing found is a result, and says so.
    ///
    /// @throws SearchProblem where query or filters cannot be read, in words for the searcher
    SearchResults search(Enquiry enquiry);

    /// The text without what identifies a person; a query of PubMed's syntax stays as it is.
    String withoutIdentifiers(String text, Enquiry.Syntax syntax);
}

package oropos.library.pubmed;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oropos.library.Identifiers;
import oropos.library.xml.Element;

/// The article's own identifiers. Those of its references stand under the same names elsewhere in
/// the record and must never be taken for them.
final class ArticleIds {

    private ArticleIds() {}

    static Optional<String> doi(@Nullable Element holder) {
        return id(holder, "doi").flatMap(Identifiers::doi);
    }

    static Optional<String> pmcid(@Nullable Element holder) {
        return id(holder, "pmc").flatMap(Identifiers::pmcid);
    }

    static Optional<String> book(@Nullable Element holder) {
        return id(holder, "bookaccession");
    }

    /// The DOI among the article's electronic locations, unless the record calls it invalid.
    static Optional<String> eDoi(Element article) {
        return article.all("ELocationID")
                .filter(place -> place.attribute("EIdType").equals("doi"))
                .filter(place -> !place.attribute("ValidYN").equals("N"))
                .flatMap(place -> Identifiers.doi(place.words()).stream())
                .findFirst();
    }

    private static Optional<String> id(@Nullable Element holder, String type) {
        if (holder == null) {
            return Optional.empty();
        }
        return holder.all("ArticleIdList", "ArticleId")
                .filter(id -> id.attribute("IdType").equals(type))
                .map(Element::words)
                .filter(words -> !words.isEmpty())
                .findFirst();
    }
}

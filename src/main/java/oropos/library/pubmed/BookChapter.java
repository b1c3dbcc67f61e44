package oropos.library.pubmed;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oropos.library.Identifiers;
import oropos.library.Languages;
import oropos.library.Passage.Role;
import oropos.library.Record;
import oropos.library.SourceId;
import oropos.library.TextKind;
import oropos.library.Venue;
import oropos.library.xml.Element;

/// A book of the NCBI Bookshelf or one of its chapters, as PubMed records it.
final class BookChapter {

    private BookChapter() {}

    static Optional<Record> of(Element bookArticle) {
        Optional<Element> document = bookArticle.at("BookDocument");
        if (document.isEmpty()) {
            return Optional.empty();
        }
        Element chapter = document.get();
        Element data = bookArticle.at("PubmedBookData").orElse(null);
        Optional<String> pmid = Identifiers.pmid(chapter.words("PMID"));
        Optional<String> doi =
                ArticleIds.doi(chapter)
                        .or(() -> ArticleIds.doi(data))
                        .or(() -> ArticleIds.eDoi(chapter));
        Optional<SourceId> id = Identifiers.source(pmid, ArticleIds.pmcid(chapter), doi);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Element book = chapter.at("Book").orElse(chapter);
        String bookTitle = Venue.plainTitle(book.words("BookTitle"));
        String title = Venue.plainTitle(chapter.words("ArticleTitle"));
        Integer year =
                chapter.at("ContributionDate")
                        .flatMap(Issue::year)
                        .or(() -> book.at("PubDate").flatMap(Issue::year))
                        .orElse(null);
        List<String> authors = Authors.of(chapter);
        Record.Builder record =
                Record.of(
                                id.get(),
                                PubmedReader.FORM,
                                title.isEmpty() ? bookTitle : title,
                                TextKind.ABSTRACT)
                        .authors(authors.isEmpty() ? Authors.of(book) : authors)
                        .issuer(book.words("Publisher", "PublisherName"))
                        .venue(venue(book, title.isEmpty() ? "" : bookTitle, year))
                        .year(year)
                        .published(chapter.at("ContributionDate").flatMap(Issue::day).orElse(null))
                        .language(
                                Languages.code(
                                        chapter.all("Language").map(Element::words).toList()))
                        .types(chapter.all("PublicationType").map(Element::words).toList())
                        .pmid(pmid.orElse(null))
                        .doi(doi.orElse(null))
                        .pmcid(ArticleIds.pmcid(chapter).orElse(null))
                        .url(
                                ArticleIds.book(chapter)
                                        .map(n -> "https://www.ncbi.nlm.nih.gov/books/" + n + "/")
                                        .orElse(null));
        Abstracts.add(chapter, chapter, record);
        sections(chapter, record);
        return Optional.of(record.build());
    }

    /// "Book title. Publisher; 2011".
    private static String venue(Element book, String bookTitle, @Nullable Integer year) {
        String publisher = book.words("Publisher", "PublisherName");
        String where =
                String.join(
                        ". ",
                        List.of(bookTitle, publisher).stream().filter(w -> !w.isEmpty()).toList());
        return year == null ? where : where.isEmpty() ? "" : where + "; " + year;
    }

    /// What the chapter is about, by the titles of its sections.
    private static void sections(Element chapter, Record.Builder record) {
        List<String> titles =
                chapter.all("Sections", "Section", "SectionTitle")
                        .map(Element::words)
                        .filter(words -> !words.isEmpty())
                        .toList();
        if (!titles.isEmpty()) {
            record.part(Role.BODY, List.of("Sections"), String.join("; ", titles));
        }
    }
}

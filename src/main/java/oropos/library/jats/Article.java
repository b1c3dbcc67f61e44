package oropos.library.jats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.library.Identifiers;
import oropos.library.Languages;
import oropos.library.PublicationDate;
import oropos.library.Record;
import oropos.library.SourceId;
import oropos.library.TextKind;
import oropos.library.Venue;
import oropos.library.xml.Element;

/// The front matter of an article, then its text through [Body].
final class Article {

    /// Values of `article-type` that the JATS tag library suggests, and MeSH's publication types.
    private static final Map<String, String> PUBLICATION_TYPES =
            Map.ofEntries(
                    Map.entry("case-report", "Case Reports"),
                    Map.entry("correction", "Published Erratum"),
                    Map.entry("editorial", "Editorial"),
                    Map.entry("expression-of-concern", "Expression of Concern"),
                    Map.entry("letter", "Letter"),
                    Map.entry("meeting-report", "Congress"),
                    Map.entry("news", "News"),
                    Map.entry("retraction", "Retraction of Publication"),
                    Map.entry("review-article", "Review"),
                    Map.entry("systematic-review", "Systematic Review"));

    private Article() {}

    static Optional<Record> of(Element article) {
        Optional<Element> front = article.at("front", "article-meta");
        if (front.isEmpty()) {
            return Optional.empty();
        }
        Element meta = front.get();
        Optional<String> pmcid =
                id(meta, "pmc").or(() -> id(meta, "pmcid")).flatMap(Identifiers::pmcid);
        Optional<String> pmid = id(meta, "pmid").flatMap(Identifiers::pmid);
        Optional<String> doi = id(meta, "doi").flatMap(Identifiers::doi);
        Optional<SourceId> id =
                pmcid.map(name -> new SourceId("pmc:" + name))
                        .or(() -> Identifiers.source(pmid, pmcid, doi));
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Element journal = article.at("front", "journal-meta").orElse(meta);
        Integer year = year(meta);
        boolean whole = article.at("body").isPresent();
        Record.Builder record =
                Record.of(
                                id.get(),
                                JatsReader.FORM,
                                title(meta),
                                whole ? TextKind.FULL_TEXT : TextKind.ABSTRACT)
                        .pmid(pmid.orElse(null))
                        .doi(doi.orElse(null))
                        .pmcid(pmcid.orElse(null))
                        .authors(Contributors.of(meta))
                        .venue(
                                Venue.of(
                                        journal(journal),
                                        year,
                                        meta.words("volume"),
                                        meta.words("issue"),
                                        pages(meta)))
                        .year(year)
                        .published(day(meta))
                        .language(Languages.code(List.of(article.attribute("lang"))))
                        .types(types(article, meta))
                        .licence(Licence.of(meta))
                        .url(address(pmcid, doi));
        RelatedArticles.add(meta, record);
        new Body(record).add(article);
        return Optional.of(record.build());
    }

    private static Optional<String> id(Element meta, String type) {
        return meta.children("article-id").stream()
                .filter(id -> id.attribute("pub-id-type").equals(type))
                .map(Element::words)
                .filter(words -> !words.isEmpty())
                .findFirst();
    }

    private static String title(Element meta) {
        Optional<Element> group = meta.at("title-group");
        String title =
                group.flatMap(one -> one.at("article-title")).map(Body.WORDING::of).orElse("");
        String subtitle = group.flatMap(one -> one.at("subtitle")).map(Body.WORDING::of).orElse("");
        String whole = subtitle.isEmpty() ? title : title + ": " + subtitle;
        return Venue.plainTitle(whole);
    }

    private static String journal(Element journal) {
        for (String type : List.of("nlm-ta", "iso-abbrev")) {
            for (Element id : journal.children("journal-id")) {
                if (id.attribute("journal-id-type").equals(type)) {
                    return id.words().replace(".", "");
                }
            }
        }
        return journal.at("journal-title-group", "journal-title")
                .or(() -> journal.at("journal-title"))
                .map(Element::words)
                .orElse("");
    }

    private static String pages(Element meta) {
        String first = meta.words("fpage");
        String last = meta.words("lpage");
        if (first.isEmpty()) {
            return meta.words("elocation-id");
        }
        return last.isEmpty() || last.equals(first) ? first : first + "-" + last;
    }

    /// Of print or the volume where there is one, else of the web.
    private static @Nullable Integer year(Element meta) {
        return dates(meta, "ppub", "collection", "pub", "epub", "epub-ppub", "")
                .map(date -> date.words("year"))
                .filter(words -> words.matches("(1[5-9]|20)\\d\\d"))
                .map(Integer::valueOf)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate day(Element meta) {
        return dates(meta, "epub", "pub", "epub-ppub", "ppub", "collection", "")
                .flatMap(date ->
                        PublicationDate.of(
                                date.words("year"), date.words("month"), date.words("day"))
                                .stream())
                .findFirst()
                .orElse(null);
    }

    private static Stream<Element> dates(Element meta, String... types) {
        return Stream.of(types)
                .flatMap(type ->
                        meta.children("pub-date").stream()
                                .filter(date ->
                                        type.isEmpty()
                                                || date.attribute("pub-type").equals(type)
                                                || date.attribute("date-type").equals(type)));
    }

    /// The article's own words and, where JATS names the type by one of its standard values, the
    /// MeSH publication type that says the same.
    private static List<String> types(Element article, Element meta) {
        List<String> types = new ArrayList<>();
        String type = article.attribute("article-type");
        types.add(PUBLICATION_TYPES.getOrDefault(type, ""));
        types.add(type);
        meta.all("article-categories", "subj-group")
                .filter(group -> group.attribute("subj-group-type").equals("heading"))
                .flatMap(group -> group.children("subject").stream())
                .map(Element::words)
                .forEach(types::add);
        return types.stream().filter(words -> !words.isEmpty()).distinct().toList();
    }

    private static @Nullable String address(Optional<String> pmcid, Optional<String> doi) {
        return pmcid.map(name -> "https://www.ncbi.nlm.nih.gov/pmc/articles/" + name + "/")
                .or(() -> doi.map(name -> "https://doi.org/" + name))
                .orElse(null);
    }
}

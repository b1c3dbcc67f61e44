package oropos.library.pubmed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.library.Identifiers;
import oropos.library.Languages;
import oropos.library.Passage.Role;
import oropos.library.Record;
import oropos.library.SourceId;
import oropos.library.TextKind;
import oropos.library.Venue;
import oropos.library.xml.Element;

/// One journal article as PubMed records it.
final class Citation {

    /// What PubMed prints where only the original title exists.
    private static final String NOT_AVAILABLE = "[Not Available]";

    /// Banks of molecular data stand in the same list and are no trial registrations.
    private static final Pattern TRIAL =
            Pattern.compile(
                    "NCT\\d{8}|ISRCTN\\d+|EUCTR.*|\\d{4}-\\d{6}-\\d{2}(-\\d+)?|ACTRN\\d+"
                            + "|ChiCTR.*|CTRI/.*|DRKS\\d+|jRCT.*|UMIN\\d+|JapicCTI-.*|IRCT.*"
                            + "|KCT\\d+|NTR\\d+|PACTR\\d+|RBR-.*|TCTR\\d+|RPCEC\\d+",
                    Pattern.CASE_INSENSITIVE);

    private Citation() {}

    /// @param data the record's PubmedData, or null in the older MEDLINE form
    /// @return empty where the record carries no identifier
    static Optional<Record> of(Element citation, @Nullable Element data) {
        Optional<Element> article = citation.at("Article");
        Optional<String> pmid = Identifiers.pmid(citation.words("PMID"));
        Optional<String> doi = ArticleIds.doi(data).or(() -> article.flatMap(ArticleIds::eDoi));
        Optional<String> pmcid = ArticleIds.pmcid(data).or(() -> otherPmcid(citation));
        Optional<SourceId> id = Identifiers.source(pmid, pmcid, doi);
        if (id.isEmpty() || article.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                record(id.get(), citation, article.get())
                        .pmid(pmid.orElse(null))
                        .doi(doi.orElse(null))
                        .pmcid(pmcid.orElse(null))
                        .url(address(pmid, doi))
                        .build());
    }

    private static Record.Builder record(SourceId id, Element citation, Element article) {
        String title = Venue.plainTitle(article.words("ArticleTitle"));
        String vernacular = Venue.plainTitle(article.words("VernacularTitle"));
        if (title.isEmpty() || title.startsWith(NOT_AVAILABLE)) {
            title = vernacular;
            vernacular = "";
        }
        Issue issue = Issue.of(citation, article);
        Record.Builder record =
                Record.of(id, PubmedReader.FORM, title, TextKind.ABSTRACT)
                        .authors(Authors.of(article))
                        .venue(issue.venue())
                        .year(issue.year())
                        .published(issue.day())
                        .revised(citation.at("DateRevised").flatMap(Issue::day).orElse(null))
                        .language(
                                Languages.code(
                                        article.all("Language").map(Element::words).toList()))
                        .types(types(article))
                        .mesh(MeshHeadings.of(citation));
        Abstracts.add(citation, article, record);
        if (!vernacular.isEmpty()) {
            record.part(Role.BODY, List.of("Title in the original language"), vernacular);
        }
        registrations(article, record);
        Links.of(citation).forEach(record::notice);
        return record;
    }

    private static List<String> types(Element article) {
        return article.all("PublicationTypeList", "PublicationType")
                .map(Element::words)
                .filter(words -> !words.isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<String> otherPmcid(Element citation) {
        return citation.all("OtherID")
                .map(Element::words)
                .filter(words -> words.startsWith("PMC"))
                .flatMap(words -> Identifiers.pmcid(words.split("\\s", 2)[0]).stream())
                .findFirst();
    }

    /// Trial registrations, so that a trial is found by its number.
    private static void registrations(Element article, Record.Builder record) {
        List<String> numbers = new ArrayList<>();
        for (Element bank : article.all("DataBankList", "DataBank").toList()) {
            String name = bank.words("DataBankName");
            bank.all("AccessionNumberList", "AccessionNumber")
                    .map(Element::words)
                    .filter(number -> TRIAL.matcher(number).matches())
                    .forEach(number -> numbers.add(name + " " + number));
        }
        if (!numbers.isEmpty()) {
            record.part(
                    Role.BODY,
                    List.of("Trial registration"),
                    String.join("; ", numbers.stream().distinct().toList()));
        }
    }

    private static @Nullable String address(Optional<String> pmid, Optional<String> doi) {
        return pmid.map(digits -> "https://pubmed.ncbi.nlm.nih.gov/" + digits + "/")
                .or(() -> doi.map(name -> "https://doi.org/" + name))
                .orElse(null);
    }
}

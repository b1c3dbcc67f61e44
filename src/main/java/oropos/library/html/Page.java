package oropos.library.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import oropos.library.Identifiers;
import oropos.library.Languages;
import oropos.library.PublicationDate;
import oropos.library.Record;
import oropos.library.SourceId;
import oropos.library.TextKind;
import oropos.library.Venue;
import oropos.library.xml.Wording;

/// One web page with what its head says of it (Highwire's `citation_` names, Dublin Core, canonical
/// address).
///
/// A page without PMID or DOI is called by a hash of its canonical address, or where it states
/// none, of its file name and title: `page:` and 16 hexadecimal digits.
final class Page {

    private static final int HASH_DIGITS = 16;
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[89]\\d\\d|20\\d\\d)(?!\\d)");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");

    private final String name;
    private final Document page;

    Page(String name, Document page) {
        this.name = name;
        this.page = page;
    }

    /// Empty where the page holds no paragraph.
    Optional<Record> record() {
        Recommendations.spellOut(page);
        Outline outline = Outline.of(page);
        if (outline.parts().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> pmid = meta("citation_pmid").flatMap(Identifiers::pmid);
        Optional<String> doi =
                meta("citation_doi", "dc.identifier", "prism.doi").flatMap(Identifiers::doi);
        String title = title(outline);
        Optional<String> canonical = canonical();
        SourceId id =
                Identifiers.source(pmid, Optional.empty(), doi)
                        .orElseGet(() -> new SourceId("page:" + hash(canonical, title)));
        String dates = meta("citation_publication_date", "citation_date", "dc.date").orElse("");
        Record.Builder record =
                Record.of(id, HtmlReader.FORM, title, TextKind.FULL_TEXT)
                        .pmid(pmid.orElse(null))
                        .doi(doi.orElse(null))
                        .authors(page.select("meta[name=citation_author]").eachAttr("content"))
                        .issuer(
                                meta("citation_publisher", "dc.publisher", "og:site_name")
                                        .orElse(null))
                        .venue(
                                Venue.of(
                                        meta("citation_journal_abbrev", "citation_journal_title")
                                                .orElse(""),
                                        year(dates),
                                        meta("citation_volume").orElse(""),
                                        meta("citation_issue").orElse(""),
                                        meta("citation_firstpage").orElse("")))
                        .year(year(dates))
                        .published(day(dates).orElse(null))
                        .url(canonical.orElse(null))
                        .licence(licence())
                        .types(Recommendations.types(page))
                        .issuerGrade(Recommendations.grade(page))
                        .language(Languages.code(List.of(language())));
        outline.parts().forEach(record::part);
        return Optional.of(record.build());
    }

    private Optional<String> meta(String... names) {
        for (String wanted : names) {
            for (Element meta : page.select("meta[content]")) {
                boolean same =
                        meta.attr("name").equalsIgnoreCase(wanted)
                                || meta.attr("property").equalsIgnoreCase(wanted);
                if (same && !meta.attr("content").isBlank()) {
                    return Optional.of(meta.attr("content").strip());
                }
            }
        }
        return Optional.empty();
    }

    private String title(Outline outline) {
        return meta("citation_title")
                .or(() -> said(page.select("h1").size() == 1 ? page.select("h1").text() : ""))
                .or(() -> said(page.title()))
                .or(() -> outline.first())
                .map(Wording::oneLine)
                .orElseGet(this::fileTitle);
    }

    private String fileTitle() {
        String file = file().replaceFirst("\\.[A-Za-z]{2,5}$", "").replaceAll("[-_]+", " ").strip();
        return file.isEmpty()
                ? Record.NO_TITLE
                : file.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + file.substring(1);
    }

    private String file() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')) + 1);
    }

    private Optional<String> canonical() {
        return said(page.select("link[rel=canonical]").attr("href"))
                .or(() -> meta("og:url"))
                .filter(url -> url.matches("https?://[^\\s\"<>]+"));
    }

    private @Nullable String licence() {
        return said(page.select("a[rel=license], link[rel=license]").attr("href"))
                .or(() -> meta("dc.rights"))
                .orElse(null);
    }

    private String language() {
        String stated = page.select("html").attr("lang");
        return stated.isBlank() ? meta("citation_language", "dc.language").orElse("") : stated;
    }

    private String hash(Optional<String> canonical, String title) {
        String what = canonical.orElseGet(() -> file() + "\n" + title);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(what.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static Optional<String> said(String words) {
        return words.isBlank() ? Optional.empty() : Optional.of(words.strip());
    }

    private static @Nullable Integer year(String dates) {
        Matcher year = YEAR.matcher(dates);
        return year.find() ? Integer.valueOf(year.group()) : null;
    }

    private static Optional<LocalDate> day(String dates) {
        Matcher day = DAY.matcher(dates);
        return day.find()
                ? PublicationDate.of(day.group(1), day.group(2), day.group(3))
                : Optional.empty();
    }
}

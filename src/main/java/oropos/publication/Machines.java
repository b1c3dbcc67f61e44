package oropos.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import oropos.answer.AnswerJson;

/// What machines read of the public pages: JSON-LD, Atom, sitemap.
///
/// `reviewedBy` and `lastReviewed` are said of approved pages alone, and our own words are never
/// called a guideline (schema.org keeps `MedicalGuideline` for societies).
public final class Machines {

    private Machines() {}

    // ---- JSON-LD

    /// schema.org 30 for one page, as text that may stand in a script element: no "<" in it.
    ///
    /// @param base address of the server, without a slash at the end
    public static String jsonLd(Page page, String base) {
        Map<String, Object> ld = new LinkedHashMap<>();
        String address = base + "/articles/" + page.address();
        ld.put("@context", "https://schema.org");
        ld.put("@type", "MedicalWebPage");
        ld.put("@id", address);
        ld.put("url", address);
        ld.put("name", page.title());
        ld.put("inLanguage", "en");
        ld.put("version", String.valueOf(page.number()));
        ld.put("creativeWorkStatus", page.version().state().words());
        ld.put("dateModified", page.dates().content().toString());
        ld.put("publishingPrinciples", base + "/policy");
        ld.put("correctionsPolicy", base + "/policy");
        ld.put(
                "medicalAudience",
                List.of(
                        Map.of("@type", "MedicalAudience", "audienceType", "Clinician"),
                        Map.of("@type", "MedicalAudience", "audienceType", "Patient")));
        if (!page.subjects().isEmpty()) {
            ld.put(
                    "about",
                    page.subjects().stream()
                            .map(name -> Map.of("@type", "MedicalEntity", "name", name))
                            .toList());
        }
        List<Map<String, Object>> cited = new ArrayList<>();
        page.answer()
                .references()
                .forEach(one -> {
                    Map<String, Object> work = new LinkedHashMap<>();
                    work.put("@type", "ScholarlyArticle");
                    work.put("name", one.title());
                    if (one.doi() != null) {
                        work.put("sameAs", "https://doi.org/" + one.doi());
                    }
                    cited.add(work);
                });
        ld.put("citation", cited);
        LocalDate reviewed = page.dates().reviewed();
        if (page.isApproved() && reviewed != null) {
            ld.put("lastReviewed", reviewed.toString());
            ld.put(
                    "reviewedBy",
                    page.people().stream()
                            .map(one -> Map.of("@type", "Person", "name", one.name()))
                            .toList());
        }
        if (page.status() instanceof Status.Withdrawn(LocalDate on, String reason)) {
            ld.put(
                    "correction",
                    Map.of(
                            "@type",
                            "CorrectionComment",
                            "text",
                            "Withdrawn: " + reason,
                            "datePublished",
                            on.toString()));
        }
        return AnswerJson.canonical(ld)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    // ---- OpenGraph

    /// What a link to the page shows elsewhere, by property. Its first words say whether people vouch for
    /// it: a preview is read where the page is not.
    public static Map<String, String> social(Page page) {
        Map<String, String> social = new LinkedHashMap<>();
        social.put("og:site_name", "Oropos");
        social.put("og:locale", "en");
        social.put(
                "og:description",
                switch (page.status()) {
                    case Status.Approved(LocalDate on) ->
                            "Approved by named people on " + on + ", version " + page.number();
                    case Status.Suspended(LocalDate since, var reason) ->
                            "Approval suspended since "
                                    + since
                                    + " until people have decided again";
                    case Status.Unreviewed _ -> "Not reviewed by a person";
                    case Status.Withdrawn(LocalDate on, var reason) -> "Withdrawn on " + on;
                    case Status.Expired(LocalDate on, var reason) ->
                            "Expired on " + on + ": nobody reviewed it in time";
                    case Status.Superseded(LocalDate on, var reason) ->
                            "An earlier version, superseded on " + on;
                });
        if (page.isApproved()) {
            social.put("article:published_time", page.dates().asked().toString());
            social.put("article:modified_time", page.dates().content().toString());
        }
        return social;
    }

    // ---- Atom (RFC 4287)

    /// The newest changes of pages people vouch for, and of pages taken back.
    public static String atom(List<Articles.Entry> entries, String base) {
        StringBuilder xml = new StringBuilder();
        String updated =
                entries.stream()
                        .map(Articles.Entry::changed)
                        .max(LocalDate::compareTo)
                        .orElse(LocalDate.EPOCH)
                        .toString();
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
                .append("<title>Oropos: reviewed articles</title>\n<id>")
                .append(xml(base))
                .append("/articles</id>\n<updated>")
                .append(updated)
                .append("T00:00:00Z</updated>\n<author><name>Oropos</name></author>\n")
                .append("<link rel=\"self\" href=\"")
                .append(xml(base))
                .append("/articles.atom\"/>\n<link href=\"")
                .append(xml(base))
                .append("/articles\"/>\n");
        for (Articles.Entry one : entries) {
            String address = base + "/articles/" + one.address();
            xml.append("<entry>\n<title>")
                    .append(xml(one.title()))
                    .append("</title>\n<id>")
                    .append(xml(address))
                    .append("</id>\n<link href=\"")
                    .append(xml(address))
                    .append("\"/>\n<updated>")
                    .append(one.changed())
                    .append("T00:00:00Z</updated>\n<category term=\"")
                    .append(one.status().code())
                    .append("\"/>\n<summary>")
                    .append(xml(summary(one)))
                    .append("</summary>\n</entry>\n");
        }
        return xml.append("</feed>\n").toString();
    }

    private static String summary(Articles.Entry one) {
        String version = "Version " + one.number();
        return switch (one.status()) {
            case Status.Approved(LocalDate on) -> version + ", approved on " + on + ".";
            case Status.Suspended(LocalDate since, String reason) ->
                    version + ", approval suspended since " + since + ": " + reason;
            case Status.Withdrawn(LocalDate on, String reason) ->
                    version + ", withdrawn on " + on + ": " + reason;
            case Status.Expired(LocalDate on, String reason) ->
                    version + ", expired on " + on + ": " + reason;
            case Status.Superseded(LocalDate on, var reason) -> version + ", superseded on " + on;
            case Status.Unreviewed(var state) -> version + ", not reviewed: " + state.words();
        };
    }

    // ---- sitemap

    /// The approved pages, for search engines.
    public static String sitemap(List<Articles.Entry> approved, String base) {
        StringBuilder xml =
                new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (Articles.Entry one : approved) {
            xml.append("<url><loc>")
                    .append(xml(base + "/articles/" + one.address()))
                    .append("</loc><lastmod>")
                    .append(one.changed())
                    .append("</lastmod></url>\n");
        }
        return xml.append("</urlset>\n").toString();
    }

    /// Text within XML, without what XML 1.0 cannot hold.
    static String xml(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .filter(c ->
                        c == '\t'
                                || c == '\n'
                                || c >= 0x20 && c <= 0xD7FF
                                || c >= 0xE000 && c <= 0xFFFD
                                || c >= 0x10000)
                .forEach(c -> {
                    switch (c) {
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '&' -> safe.append("&amp;");
                        case '"' -> safe.append("&quot;");
                        default -> safe.appendCodePoint(c);
                    }
                });
        return safe.toString();
    }
}

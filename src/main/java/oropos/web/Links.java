package oropos.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Addresses of a source elsewhere, built from its identifiers, the free copy first.
///
/// Identifiers come from files anybody may have written: what does not look like the identifier it
/// claims to be, or is no web address, becomes no link.
final class Links {

    private static final Pattern PMID = Pattern.compile("\\d{1,9}");
    private static final Pattern PMCID = Pattern.compile("PMC\\d{1,9}");
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S{1,200}");
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s\"'<>]{1,2000}");

    /// @param name what is linked to, shown with the identifier ("PubMed 29504223")
    record Link(String name, String address) {}

    private static final Pattern NAMED =
            Pattern.compile("(?s)(.*) <(https?://[^\\s\"'<>]{1,2000})>");

    private Links() {}

    /// "A title <address>"; without an address that is one, the whole is the name and the address empty.
    static Link named(String words) {
        Matcher matcher = NAMED.matcher(words);
        return matcher.matches()
                ? new Link(matcher.group(1), matcher.group(2))
                : new Link(words, "");
    }

    static List<Link> of(
            @Nullable String pmid,
            @Nullable String doi,
            @Nullable String pmcid,
            @Nullable String url) {
        List<Link> links = new ArrayList<>();
        if (pmcid != null && PMCID.matcher(pmcid).matches()) {
            links.add(
                    new Link(
                            "Free copy, " + pmcid,
                            "https://pmc.ncbi.nlm.nih.gov/articles/" + pmcid + "/"));
        }
        if (doi != null && DOI.matcher(doi).matches()) {
            links.add(new Link("doi:" + doi, "https://doi.org/" + path(doi)));
        }
        if (pmid != null && PMID.matcher(pmid).matches()) {
            links.add(new Link("PubMed " + pmid, "https://pubmed.ncbi.nlm.nih.gov/" + pmid + "/"));
        }
        if (url != null && WEB.matcher(url).matches()) {
            String host = url.replaceFirst("(?i)https?://", "").replaceFirst("[/?#].*", "");
            links.add(new Link(host, url));
        }
        return List.copyOf(links);
    }

    /// The place's own link resolver (OpenURL 1.0, ANSI/NISO Z39.88-2004, key/encoded-value form for
    /// journals): it knows which copy readers there may open. Identifiers that are none are left out; where
    /// none is left there is no link.
    ///
    /// @param resolver base address, or empty for none
    static Optional<Link> resolved(
            String resolver,
            String title,
            @Nullable String venue,
            @Nullable Integer year,
            @Nullable String pmid,
            @Nullable String doi) {
        StringBuilder ids = new StringBuilder();
        if (doi != null && DOI.matcher(doi).matches()) {
            ids.append("&rft_id=").append(encoded("info:doi/" + doi));
        }
        if (pmid != null && PMID.matcher(pmid).matches()) {
            ids.append("&rft_id=").append(encoded("info:pmid/" + pmid));
        }
        if (resolver.isEmpty() || ids.isEmpty()) {
            return Optional.empty();
        }
        String address =
                resolver
                        + (resolver.contains("?") ? "&" : "?")
                        + "url_ver=Z39.88-2004&ctx_ver=Z39.88-2004&rft_val_fmt="
                        + encoded("info:ofi/fmt:kev:mtx:journal")
                        + "&rft.genre=article&rft.atitle="
                        + encoded(title)
                        + (venue == null ? "" : "&rft.jtitle=" + encoded(venue))
                        + (year == null ? "" : "&rft.date=" + year)
                        + ids;
        return Optional.of(new Link("Library copy", address));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String path(String doi) {
        return URLEncoder.encode(doi, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}

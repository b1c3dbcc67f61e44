package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import oropos.answer.Answer;
import oropos.answer.EveryStatement;
import oropos.answer.TellingWords;
import oropos.library.Library;
import oropos.library.SourceId;
import oropos.library.Version;

/// What must hold of every answer and page however hostile the documents, the question and the model.
final class HostileChecks {

    /// Letters that hide or turn what is read.
    private static final Pattern HIDDEN =
            Pattern.compile(
                    "[\\u200b\\u202a-\\u202e\\u2066-\\u2069\\x{E0000}-\\x{E007F}\\u00ad\\ufeff]");

    private static final Set<String> HOSTS =
            Set.of(
                    "pubmed.ncbi.nlm.nih.gov",
                    "doi.org",
                    "pmc.ncbi.nlm.nih.gov",
                    "www.ncbi.nlm.nih.gov");

    private final Library library;

    HostileChecks(Library library) {
        this.library = library;
    }

    /// Every statement of an answer against the record, without the code that checked it before.
    int check(Answer answer, String where) {
        List<Answer.Statement> statements = EveryStatement.of(answer).toList();
        for (Answer.Statement statement : statements) {
            StringBuilder joined = new StringBuilder();
            statement.parts().forEach(part -> joined.append(part.text()));
            assertThat(statement.text()).as(where).isEqualTo(joined.toString());
            assertThat(statement.citations()).as(where).isNotEmpty();
            assertThat(HIDDEN.matcher(statement.text()).find()).as(where).isFalse();
            for (Answer.Citation citation : statement.citations()) {
                Version version =
                        library.version(new SourceId(citation.source()), citation.version())
                                .orElseThrow();
                assertThat(version.text().substring(citation.start(), citation.end()))
                        .as(where)
                        .isEqualTo(citation.quote());
            }
            for (Answer.Part part : statement.parts()) {
                if (part.kind().equals("span")) {
                    assertThat(statement.citations())
                            .as(where)
                            .anyMatch(one -> one.quote().equals(part.text()));
                }
            }
        }
        assertThat(answer.references()).as(where).allMatch(one -> one.standing().equals("current"));
        assertThat(answer.urgent()).as(where).noneMatch(Answer.UrgentSign::reviewed);
        return statements.size();
    }

    /// Every stretch that is told is a stretch of the statement it names; the rest is on our lists.
    static void checkWording(Answer answer, String where, Map<String, Integer> counts) {
        Answer.Wording wording = answer.wording();
        if (wording == null) {
            return;
        }
        counts.merge("wording " + wording.status(), 1, Integer::sum);
        if (wording.reason() != null) {
            counts.merge("because " + wording.reason(), 1, Integer::sum);
        }
        wording.failed()
                .forEach((reason, n) -> counts.merge("failed by " + reason, n, Integer::sum));
        Map<String, String> texts = new HashMap<>();
        EveryStatement.of(answer)
                .forEach(one -> texts.put(one.id(), one.text().replaceAll("\\s+", " ")));
        for (Answer.Told told : wording.told()) {
            counts.merge("told", 1, Integer::sum);
            StringBuilder joined = new StringBuilder();
            told.parts().forEach(part -> joined.append(part.text()));
            assertThat(told.text()).as(where).isEqualTo(joined.toString());
            assertThat(HIDDEN.matcher(told.text()).find()).as(where).isFalse();
            for (Answer.ToldPart part : told.parts()) {
                if (part.kind().equals("span")) {
                    String own = texts.getOrDefault(String.valueOf(part.statement()), "");
                    boolean stands =
                            own.contains(part.text())
                                    || own.regionMatches(
                                                    true,
                                                    own.toLowerCase(java.util.Locale.ROOT)
                                                            .indexOf(
                                                                    part.text()
                                                                            .toLowerCase(
                                                                                    java.util.Locale
                                                                                            .ROOT)),
                                                    part.text(),
                                                    0,
                                                    1)
                                            && own.contains(part.text().substring(1));
                    assertThat(stands).as(where + ": " + part).isTrue();
                }
            }
        }
    }

    /// The page of an answer: no script, no address elsewhere, no status of its own.
    static void checkPage(HttpResponse<String> page, Answer answer, String where) {
        assertThat(page.statusCode()).as(where).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'", "script-src 'self'"));
        Document document = Jsoup.parse(page.body());
        assertThat(document.select("script"))
                .as(where)
                .allMatch(script -> script.attr("src").startsWith("/") && script.data().isEmpty());
        assertThat(
                        document.select(
                                "iframe, object, embed, style, base, svg script, meta[http-equiv]"))
                .as(where)
                .isEmpty();
        assertThat(document.select("img"))
                .as(where)
                .allMatch(img -> img.attr("src").startsWith("/"));
        for (Element element : document.getAllElements()) {
            assertThat(element.attributes())
                    .as(where)
                    .noneMatch(attribute ->
                            attribute.getKey().toLowerCase(java.util.Locale.ROOT).startsWith("on"));
            for (String name : List.of("href", "src", "action", "formaction")) {
                String to = element.attr(name);
                boolean own =
                        to.isEmpty()
                                || to.startsWith("/") && !to.startsWith("//")
                                || to.startsWith("#");
                if (!own) {
                    URI uri = URI.create(to);
                    assertThat(uri.getScheme()).as(where + ": " + to).isIn("https", "http");
                    assertThat(HOSTS).as(where + ": " + to).contains(uri.getHost());
                }
            }
        }
        boolean lay = TellingWords.plainFor(answer.understood().reader());
        // patients and carers read the words of the rules
        int told = answer.wording() == null || lay ? 0 : answer.wording().told().size();
        assertThat(document.select("details.worded").eachText())
                .as(where)
                .hasSize(told)
                .allMatch(text -> text.startsWith("worded by small-1"));
        assertThat(document.text()).as(where).contains("Not reviewed by a person.");
        assertThat(document.select(".status").text()).as(where).doesNotContain("pproved");
        assertThat(HIDDEN.matcher(document.select("main").text()).find()).as(where).isFalse();
    }
}

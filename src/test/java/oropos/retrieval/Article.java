package oropos.retrieval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oropos.library.Design;
import oropos.library.Passage;
import oropos.library.Population;
import oropos.library.Source;
import oropos.library.SourceId;
import oropos.library.Standing;
import oropos.library.Study;
import oropos.library.TextKind;
import oropos.library.Version;
import oropos.terminology.Sex;
import oropos.terminology.Span;

/// A record made up for a test, with whatever of it matters there.
final class Article {

    private final SourceId id;
    private final String title;
    private final List<String> texts = new ArrayList<>();
    private List<String> authors = List.of();
    private List<String> types = List.of();
    private List<String> mesh = List.of();
    private List<String> ages = List.of();
    private @Nullable String venue;
    private @Nullable String issuer;
    private @Nullable String doi;
    private @Nullable Integer year;
    private @Nullable LocalDate published;
    private @Nullable Sex sex;
    private String language = "en";
    private String form = "pubmed";
    private Design design = Design.UNSTATED;
    private Standing standing = Standing.CURRENT;
    private boolean fullText;

    private Article(String id, String title) {
        this.id = new SourceId(id);
        this.title = title;
    }

    static Article of(int pmid, String title, String... texts) {
        Article article = new Article("pmid:" + pmid, title);
        article.texts.addAll(List.of(texts));
        return article;
    }

    static Article guideline(String id, String issuer, String title, String... texts) {
        Article article = new Article("guideline:" + id, title);
        article.texts.addAll(List.of(texts));
        article.issuer = issuer;
        article.form = "guideline";
        article.fullText = true;
        article.design = Design.PRACTICE_GUIDELINE;
        return article;
    }

    Article by(String... authors) {
        this.authors = List.of(authors);
        return this;
    }

    Article types(String... types) {
        this.types = List.of(types);
        return this;
    }

    Article mesh(String... headings) {
        this.mesh = List.of(headings);
        return this;
    }

    Article ages(String... descriptors) {
        this.ages = List.of(descriptors);
        return this;
    }

    Article in(String venue, int year) {
        this.venue = venue;
        this.year = year;
        return this;
    }

    Article on(int year, int month, int day) {
        this.published = LocalDate.of(year, month, day);
        return this;
    }

    Article among(Sex sex) {
        this.sex = sex;
        return this;
    }

    Article language(String code) {
        this.language = code;
        return this;
    }

    Article design(Design design) {
        this.design = design;
        return this;
    }

    Article doi(String doi) {
        this.doi = doi;
        return this;
    }

    Article standing(Standing standing) {
        this.standing = standing;
        return this;
    }

    Version version() {
        List<String> all = new ArrayList<>(List.of(title));
        all.addAll(texts);
        String text = String.join("\n\n", all);
        String hash = hash(id + text);
        List<Passage> passages = new ArrayList<>();
        int start = 0;
        for (String part : all) {
            Span span = new Span(start, start + part.length());
            Passage.Role role =
                    passages.isEmpty()
                            ? Passage.Role.TITLE
                            : fullText ? Passage.Role.BODY : Passage.Role.ABSTRACT;
            passages.add(
                    new Passage(
                            new Passage.Id(id, hash, passages.size()),
                            role,
                            span,
                            part,
                            List.of(),
                            null));
            start = span.end() + 2;
        }
        String pmid = id.value().startsWith("pmid:") ? id.value().substring(5) : null;
        Source source =
                new Source(
                        id,
                        form,
                        id,
                        title,
                        authors,
                        issuer,
                        venue,
                        year,
                        pmid,
                        doi,
                        null,
                        null,
                        null,
                        language,
                        types,
                        mesh,
                        null,
                        null,
                        published,
                        fullText ? TextKind.FULL_TEXT : TextKind.ABSTRACT,
                        standing,
                        null,
                        false);
        Population people = new Population("", null, sex, null, List.of(), ages, false);
        return new Version(
                source,
                hash,
                text,
                new Study(design, true, "made up", people, null, "test"),
                passages);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package oropos.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import oropos.library.Design;
import oropos.library.Passage;
import oropos.library.Population;
import oropos.library.Snapshot;
import oropos.library.Source;
import oropos.library.SourceId;
import oropos.library.Standing;
import oropos.library.Status;
import oropos.library.Study;
import oropos.library.TextKind;
import oropos.library.Version;
import oropos.terminology.Span;

/// A reading room in memory, with invented texts about nothing in particular.
final class SmallRoom implements ReadingRoom {

    static final String HOSTILE_TITLE =
            "<script>alert('x')</script>\u202Eesrever\u202C <img src=x onerror=alert(1)> "
                    + "pneumono".repeat(40);

    private final List<Version> versions = new ArrayList<>();

    SmallRoom() {
        add(
                "pmid:10000001",
                "Guidance on treatment A for condition B in children",
                "We compared what is known. Treatment A may be considered where condition B has been"
                        + " confirmed by two tests. It should not be started before level C has been"
                        + " measured.\n\nMonitoring is advised every year. Evidence for longer"
                        + " intervals was not found.",
                TextKind.ABSTRACT,
                Design.PRACTICE_GUIDELINE,
                Standing.CURRENT,
                null,
                false);
        add(
                "starter:TRIAL7",
                "A trial of treatment A against placebo",
                "Event D happened in 1 of 20 people given treatment A and in 4 of 20 given placebo"
                        + " after a year. Reaction E followed 5 of 60 doses.",
                TextKind.SUMMARY_OF_PRIMARY,
                Design.RANDOMISED_TRIAL,
                Standing.CURRENT,
                null,
                false);
        add(
                "doi:10.1234/adults.b",
                "Treatment F in adults with condition B",
                "In adults, treatment F shortened pain by two days when begun in the first week.",
                TextKind.FULL_TEXT,
                Design.COHORT,
                Standing.CONCERN,
                "Expression of concern, 3 March 2020",
                false);
        add(
                "guideline:place/removed",
                HOSTILE_TITLE,
                "These words were removed by their publisher.",
                TextKind.FULL_TEXT,
                Design.POSITION,
                Standing.RETRACTED,
                "Retracted on 1 May 2021",
                true);
    }

    private void add(
            String id,
            String title,
            String text,
            TextKind kind,
            Design design,
            Standing standing,
            @Nullable String note,
            boolean linkOnly) {
        SourceId source = new SourceId(id);
        String whole = title + "\n\n" + text;
        String hash = sha256(whole);
        String pmid = id.startsWith("pmid:") ? id.substring(5) : null;
        String doi = id.startsWith("doi:") ? id.substring(4) : null;
        Source record =
                new Source(
                        source,
                        "pubmed",
                        source,
                        title,
                        List.of("Doe J", "Roe R"),
                        null,
                        "J Examples 2019;4(2):10-19",
                        2019,
                        pmid,
                        doi,
                        null,
                        "https://example.org/" + kind.code(),
                        "CC BY 4.0",
                        "en",
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        kind,
                        standing,
                        note,
                        linkOnly);
        Study study =
                new Study(
                        design,
                        true,
                        "publication type",
                        new Population(
                                "children and adolescents",
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(),
                                false),
                        40,
                        "1");
        Span all = new Span(title.length() + 2, whole.length());
        versions.add(
                new Version(
                        record,
                        hash,
                        whole,
                        study,
                        List.of(
                                new Passage(
                                        new Passage.Id(source, hash, 0),
                                        Passage.Role.ABSTRACT,
                                        all,
                                        all.of(whole),
                                        List.of(),
                                        null))));
    }

    @Override
    public Optional<Version> version(SourceId id, String hash) {
        return current(id).stream().filter(v -> v.hash().equals(hash)).findFirst();
    }

    @Override
    public List<Version> current(SourceId id) {
        return versions.stream().filter(v -> v.source().id().equals(id)).toList();
    }

    List<Version> all() {
        return List.copyOf(versions);
    }

    Version only(String id) {
        return current(new SourceId(id)).getFirst();
    }

    @Override
    public Status status() {
        return new Status(
                new Snapshot(3, LocalDate.of(2026, 11, 21), 1286, 9876),
                1280,
                1290,
                new TreeMap<>(Map.of("pubmed", 1234, "starter", 52)),
                new TreeMap<>(Map.of("abstract", 1234, "summaryOfPrimary", 52)),
                new TreeMap<>(Map.of("current", 1285, "retracted", 1)),
                new TreeMap<>(Map.of("en", 1286)),
                new TreeMap<>(Map.of("practice guideline", 6, "randomised trial", 1280)),
                new TreeMap<>(Map.of("", 6, "1998", 80, "2019", 1000, "2024", 200)),
                59_876,
                2,
                new TreeMap<>(Map.of("abstract cut at 250 words", 4)));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

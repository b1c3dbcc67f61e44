package oropos.retrieval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import oropos.library.Design;
import oropos.library.Part;
import oropos.library.Passage;
import oropos.library.Passage.Role;
import oropos.library.Population;
import oropos.library.Snapshot;
import oropos.library.Source;
import oropos.library.SourceId;
import oropos.library.Standing;
import oropos.library.Study;
import oropos.library.TextKind;
import oropos.library.Version;
import oropos.terminology.Span;

/// A small library without a disk.
final class ShelfInMemory implements Shelf {

    private final Map<SourceId, Version> versions = new LinkedHashMap<>();

    /// Each version that came or went, by the snapshot that says so.
    private final Map<Long, Version> changes = new LinkedHashMap<>();

    private long number;

    @Override
    public Snapshot snapshot() {
        int passages = versions.values().stream().mapToInt(v -> v.passages().size()).sum();
        return new Snapshot(number, LocalDate.of(2026, 11, 23), versions.size(), passages);
    }

    @Override
    public Snapshot eachCurrent(Consumer<Version> each) {
        List.copyOf(versions.values()).forEach(each);
        return snapshot();
    }

    @Override
    public Snapshot changedSince(long since, Consumer<Passage.Id> gone, Consumer<Version> shelved) {
        changes.forEach((number, version) -> {
            if (number > since) {
                Version now = versions.get(version.source().id());
                if (now == version) {
                    shelved.accept(version);
                } else {
                    version.passages().forEach(passage -> gone.accept(passage.id()));
                }
            }
        });
        return snapshot();
    }

    @Override
    public List<Version> current(SourceId source) {
        Version version = versions.get(source);
        return version == null ? List.of() : List.of(version);
    }

    ShelfInMemory with(String id, String form, String title, Part... parts) {
        return with(id, form, title, List.of(), Population.UNSTATED, parts);
    }

    ShelfInMemory with(
            String id,
            String form,
            String title,
            List<String> mesh,
            Population people,
            Part... parts) {
        Version version = version(new SourceId(id), form, title, mesh, people, List.of(parts));
        versions.put(version.source().id(), version);
        changes.put(++number, version);
        return this;
    }

    ShelfInMemory with(Article article) {
        Version version = article.version();
        versions.put(version.source().id(), version);
        changes.put(++number, version);
        return this;
    }

    ShelfInMemory without(String id) {
        changes.put(++number, Objects.requireNonNull(versions.remove(new SourceId(id))));
        return this;
    }

    /// The same sources, handed over in another order.
    ShelfInMemory shuffled(long seed) {
        List<Version> order = new ArrayList<>(versions.values());
        Collections.shuffle(order, new Random(seed));
        ShelfInMemory other = new ShelfInMemory();
        order.forEach(version -> other.versions.put(version.source().id(), version));
        other.number = number;
        return other;
    }

    static Part body(String text) {
        return new Part(Role.BODY, text);
    }

    private static Version version(
            SourceId id,
            String form,
            String title,
            List<String> mesh,
            Population people,
            List<Part> parts) {
        List<Part> all = new ArrayList<>();
        all.add(new Part(Role.TITLE, title));
        all.addAll(parts);
        String text = String.join("\n\n", all.stream().map(Part::text).toList());
        String hash = hash(text);
        List<Passage> passages = new ArrayList<>();
        int start = 0;
        for (Part part : all) {
            Span span = new Span(start, start + part.text().length());
            passages.add(
                    new Passage(
                            new Passage.Id(id, hash, passages.size()),
                            part.role(),
                            span,
                            part.text(),
                            part.headings(),
                            part.claim()));
            start = span.end() + 2;
        }
        Source source =
                new Source(
                        id,
                        form,
                        id,
                        title,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "en",
                        List.of(),
                        mesh,
                        null,
                        null,
                        null,
                        TextKind.FULL_TEXT,
                        Standing.CURRENT,
                        null,
                        false);
        Study study = new Study(Design.UNSTATED, true, "not stated", people, null, "test");
        return new Version(source, hash, text, study, passages);
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

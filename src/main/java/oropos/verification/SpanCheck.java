package oropos.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.library.Passage;
import oropos.library.SourceId;
import oropos.library.Standing;
import oropos.library.Version;
import oropos.terminology.Sentences;
import oropos.terminology.Span;

/// Whether a quote stands in the record, letter for letter, at the place named, and is whole: a
/// sentence cut before its grade, its hedge or its "not" is exact and still false.
final class SpanCheck {

    private final Records records;
    private final Map<String, Optional<Version>> read = new HashMap<>();

    SpanCheck(Records records) {
        this.records = records;
    }

    Optional<Version> version(Answer.Citation citation) {
        return read.computeIfAbsent(
                citation.source() + "@" + citation.version(),
                key -> {
                    try {
                        return records.version(new SourceId(citation.source()), citation.version());
                    } catch (IllegalArgumentException notAnId) {
                        return Optional.empty();
                    }
                });
    }

    List<Problem> problems(String where, Answer.Citation citation) {
        Optional<Version> held = version(citation);
        if (held.isEmpty()) {
            return List.of(
                    new Problem(
                            where,
                            "unknownVersion",
                            "the library does not hold "
                                    + citation.source()
                                    + " in version "
                                    + citation.version()));
        }
        Version version = held.get();
        List<Problem> problems = new ArrayList<>();
        if (citation.start() < 0
                || citation.end() > version.text().length()
                || citation.start() >= citation.end()) {
            return List.of(
                    new Problem(
                            where,
                            "noSuchPlace",
                            citation.start()
                                    + ".."
                                    + citation.end()
                                    + " is not a place in "
                                    + citation.source()
                                    + ", which has "
                                    + version.text().length()
                                    + " characters"));
        }
        Span span = new Span(citation.start(), citation.end());
        String there = span.of(version.text());
        if (!there.equals(citation.quote())) {
            problems.add(
                    new Problem(
                            where,
                            "quoteDiffers",
                            "the quote reads \""
                                    + citation.quote()
                                    + "\", the record reads \""
                                    + there
                                    + "\""));
        }
        if (!sha256(citation.quote()).equals(citation.hash())) {
            problems.add(
                    new Problem(
                            where,
                            "hashDiffers",
                            "the hash of the quote is not " + citation.hash()));
        }
        if (!isWhole(version, span)) {
            problems.add(
                    new Problem(
                            where,
                            "cut",
                            "the quote is not a whole sentence of its passage: \"" + there + "\""));
        }
        if (!version.source().textKind().code().equals(citation.textKind())) {
            problems.add(
                    new Problem(
                            where,
                            "textKind",
                            "the text is "
                                    + version.source().textKind().code()
                                    + ", the citation says "
                                    + citation.textKind()));
        }
        if (version.source().standing() == Standing.RETRACTED) {
            problems.add(new Problem(where, "retracted", citation.source() + " was retracted"));
        }
        if (version.source().linkOnly()) {
            problems.add(
                    new Problem(where, "linkOnly", citation.source() + " is held as a link only"));
        }
        return problems;
    }

    /// A whole block, its marked lead, or whole sentences of running text.
    private static boolean isWhole(Version version, Span span) {
        Passage passage = passage(version, span);
        if (passage == null) {
            return false;
        }
        if (passage.span().equals(span)) {
            return true;
        }
        if (passage.claim() != null) {
            String lead = passage.claim().lead();
            return lead != null && lead.equals(span.of(version.text()));
        }
        int from = passage.span().start();
        List<Span> sentences = Sentences.of(passage.text());
        return sentences.stream().anyMatch(one -> one.start() + from == span.start())
                && sentences.stream().anyMatch(one -> one.end() + from == span.end());
    }

    static @Nullable Passage passage(Version version, Span span) {
        return version.passages().stream()
                .filter(passage -> passage.span().contains(span))
                .filter(passage ->
                        passage.role() != Passage.Role.TITLE
                                && passage.role() != Passage.Role.QUESTION)
                .findFirst()
                .orElse(null);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

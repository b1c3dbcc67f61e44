package oropos.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import oropos.appraisal.Comparisons;
import oropos.appraisal.Evidence;
import oropos.appraisal.EvidenceTable;

/// What an answer rests on, in figures: how much was searched, found, used, set aside and left out, and
/// by which rules.
final class Basing {

    static final String METHOD =
            "Rules without a language model: statements are exact spans of stored texts, checked again against the record.";

    static final List<String> LIMITS =
            List.of(
                    "Not reviewed by a person.",
                    "Certainty is provisional: steps a rule can compute; publication bias is not assessed.",
                    "Only this library was searched.");

    /// The rule files by which statements are chosen, cut, ordered and joined.
    static final List<String> FILES =
            List.of(
                    "answer/asking-words.tsv",
                    "answer/aspects.tsv",
                    "answer/bare-words.tsv",
                    "answer/connectives.tsv",
                    "answer/direction-words.tsv",
                    "answer/head-forms.tsv",
                    "answer/head-predicates.tsv",
                    "answer/head-words.tsv",
                    "answer/plans.yaml",
                    "answer/preventive-words.tsv",
                    "answer/question-roles.tsv",
                    "answer/roles.tsv",
                    "answer/said-alike.tsv",
                    "answer/block-words.tsv",
                    "answer/words-before-names.tsv",
                    "verification/abbreviations.tsv",
                    "verification/frequency-words.tsv");

    /// Digits of the hash by which the files are named in a receipt.
    private static final int SHOWN = 12;

    private static final String STATEMENTS = hash(FILES);

    private Basing() {}

    private static String hash(List<String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : files) {
                try (InputStream file = Basing.class.getResourceAsStream("/" + name)) {
                    if (file == null) {
                        throw new IllegalStateException(name + " is not in the jar");
                    }
                    digest.update(name.getBytes(StandardCharsets.UTF_8));
                    digest.update(file.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// @param used how many sources stand in the answer
    /// @param plans version of the section plans
    static Answer.Basis of(EvidenceTable table, int used, Sieve sieve, int plans, LocalDate asOf) {
        Map<String, Set<String>> aside = new TreeMap<>();
        Set<String> kept =
                table.rows().stream()
                        .filter(row -> row.setAside() == null)
                        .map(row -> row.source().id().value())
                        .collect(Collectors.toSet());
        for (Evidence row : table.rows()) {
            if (row.setAside() != null && !kept.contains(row.source().id().value())) {
                aside.computeIfAbsent(row.setAside().words(), reason -> new LinkedHashSet<>())
                        .add(row.source().id().value());
            }
        }
        Map<String, Integer> counts = new TreeMap<>();
        aside.forEach((reason, ids) -> counts.put(reason, ids.size()));
        Map<String, String> rules = new TreeMap<>();
        rules.put("question", table.question().rules());
        rules.put("appraisal", table.rules());
        rules.put("plans", "v" + plans);
        rules.put("statements", STATEMENTS);
        rules.put("comparisons", Comparisons.shipped().version());
        return new Answer.Basis(
                table.findings().sourcesSearched(),
                table.findings().sourcesFound(),
                used,
                counts,
                sieve.counts(),
                asOf.toString(),
                METHOD,
                LIMITS,
                rules);
    }
}

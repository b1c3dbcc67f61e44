package oropos.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.library.RuleFile;
import oropos.question.Patient;
import oropos.retrieval.lucene.Field;
import oropos.retrieval.lucene.Generation;
import oropos.retrieval.lucene.Stems;

/// What sources on people like the patient speak of: an eGFR of 22 is told in numbers, and a source on it says
/// "renal impairment".
///
/// Of the sources that a question finds by its own words, those come to the front: the others keep [#KEPT]
/// of their score. Nothing is found or left out because of these words. Editors keep them in
/// `particular-words.tsv`.
final class ParticularWords {

    static final String FILE = "particular-words.tsv";

    private static final ParticularWords SHIPPED =
            new ParticularWords(
                    RuleFile.shipped(
                            ParticularWords.class, FILE, "fact", "below", "words", "source"));

    /// Part of its score that a source keeps which does not speak of a particular of the patient.
    static final double KEPT = .85;

    /// Stands for the value of the fact itself.
    private static final String VALUE = "=";

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private record Row(String fact, double below, String words) {}

    private final List<Row> rows = new ArrayList<>();

    ParticularWords(RuleFile file) {
        for (List<String> row : file.rows()) {
            String below = row.get(1);
            rows.add(
                    new Row(
                            row.getFirst(),
                            below.equals("-")
                                    ? Double.POSITIVE_INFINITY
                                    : Double.parseDouble(below),
                            row.get(2)));
        }
    }

    static ParticularWords builtIn() {
        return SHIPPED;
    }

    /// For each particular the stems that sources on it hold one of; empty where none is told.
    List<Set<String>> of(Patient patient) {
        Set<Set<String>> stems = new LinkedHashSet<>();
        for (Row row : rows) {
            String value = value(row.fact(), patient);
            if (value != null && isBelow(value, row.below())) {
                stems.add(new TreeSet<>(Stems.of(row.words().replace(VALUE, value))));
            }
        }
        return List.copyOf(stems);
    }

    /// What part of its score each of these passages keeps.
    ///
    /// @param particulars as [#of] gives them
    /// @param places ascending
    static double[] kept(List<Set<String>> particulars, Generation index, int[] places) {
        double[] kept = new double[places.length];
        Arrays.fill(kept, 1);
        for (Set<String> stems : particulars) {
            BitSet held = new BitSet();
            for (String stem : stems) {
                for (Field field : List.of(Field.MAIN, Field.ANSWER, Field.CONTEXT)) {
                    held.or(index.holding(field, stem, places));
                }
            }
            // where no source speaks of it, none is behind another
            for (int i = 0; i < kept.length && !held.isEmpty(); i++) {
                kept[i] *= held.get(i) ? 1 : KEPT;
            }
        }
        return kept;
    }

    private static @Nullable String value(String fact, Patient patient) {
        return switch (fact) {
            case "pregnant" -> Boolean.TRUE.equals(patient.pregnant()) ? "" : null;
            case "lactating" -> Boolean.TRUE.equals(patient.lactating()) ? "" : null;
            default -> patient.facts().get(fact);
        };
    }

    /// A value without a number is not told to be high.
    private static boolean isBelow(String value, double below) {
        Matcher number = NUMBER.matcher(value);
        return Double.isInfinite(below)
                || !number.find()
                || Double.parseDouble(number.group()) < below;
    }
}

package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The starter library as it ships, read once, for the tests of its content.
final class StarterPack {

    /// File of the pack to the record it holds, in the order of the index.
    static final Map<String, Record> RECORDS = read();

    private StarterPack() {}

    static List<String> index() {
        return resource("index.txt").lines().toList();
    }

    static String resource(String name) {
        try (InputStream in = StarterPack.class.getResourceAsStream("/starter/" + name)) {
            if (in == null) {
                throw new AssertionError("the pack lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new AssertionError(name, failure);
        }
    }

    static Record record(String id) {
        return RECORDS.values().stream()
                .filter(record -> record.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the starter library lacks " + id));
    }

    static Map<String, Record> preventive() {
        Map<String, Record> preventive = new TreeMap<>(RECORDS);
        preventive.keySet().removeIf(file -> !file.startsWith("preventive/"));
        return preventive;
    }

    static List<Part> blocks() {
        return RECORDS.values().stream()
                .flatMap(record -> record.parts().stream())
                .filter(part -> part.claim() != null)
                .toList();
    }

    /// A recommendation of the preventive pack: its document, one of its blocks, and whom that is for.
    record Advice(Record record, Part block, String people) {}

    /// Every recommendation of the preventive pack; one document holds two, for people of two ages.
    static List<Advice> advice() {
        return preventive().values().stream()
                .flatMap(record ->
                        record.parts().stream()
                                .map(block -> new Advice(record, block, people(record, block))))
                .toList();
    }

    private static String people(Record record, Part block) {
        Population own = claim(block).population();
        return String.valueOf((own == null ? stated(record).population() : own).words());
    }

    static Study stated(Record record) {
        Study study = record.stated();
        if (study == null) {
            throw new AssertionError(record.id() + " states neither design nor population");
        }
        return study;
    }

    static Claim claim(Part part) {
        Claim claim = part.claim();
        if (claim == null) {
            throw new AssertionError("no typed fields: " + part.text());
        }
        return claim;
    }

    private static Map<String, Record> read() {
        Map<String, Record> records = new LinkedHashMap<>();
        for (String name : index()) {
            try {
                Gathered gathered = Gathered.from(GuidelineReader.starter(), name, resource(name));
                assertThat(gathered.skipped).as(name).isEmpty();
                records.put(name, gathered.only());
            } catch (IOException failure) {
                throw new AssertionError(name, failure);
            }
        }
        return records;
    }
}

package oropos.library;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is shelved in one transaction.
final class Batch {

    /// Records in one transaction: enough that the sync of a commit costs little, few enough that a
    /// broken-off import loses little.
    static final int SIZE = 1_000;

    /// A record that no longer exists at its source.
    record Withdrawal(SourceId id, String form) {}

    /// A word about a publication, from a file that does not hold its record.
    record Word(SourceId affected, Notice notice) {}

    private final List<Accession> accessions = new ArrayList<>();
    private final List<Withdrawal> withdrawals = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private final List<Map.Entry<String, String>> skipped = new ArrayList<>();
    private final Set<SourceId> ids = new HashSet<>();

    /// Whether the record must wait for the next batch: each id comes once in a batch, so that the
    /// second meets the first already shelved.
    boolean holds(SourceId id) {
        return ids.contains(id);
    }

    void add(Accession accession) {
        accessions.add(accession);
        ids.add(accession.record().id());
    }

    void add(Withdrawal withdrawal) {
        withdrawals.add(withdrawal);
        ids.add(withdrawal.id());
    }

    void add(Word word) {
        words.add(word);
    }

    void skipped(String where, String why) {
        skipped.add(Map.entry(where, why));
    }

    boolean isFull() {
        return accessions.size() + withdrawals.size() + words.size() + skipped.size() >= SIZE;
    }

    boolean isEmpty() {
        return accessions.isEmpty()
                && withdrawals.isEmpty()
                && words.isEmpty()
                && skipped.isEmpty();
    }

    List<Accession> accessions() {
        return accessions;
    }

    List<Withdrawal> withdrawals() {
        return withdrawals;
    }

    List<Word> words() {
        return words;
    }

    List<Map.Entry<String, String>> skipped() {
        return skipped;
    }
}

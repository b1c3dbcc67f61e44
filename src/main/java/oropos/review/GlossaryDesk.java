package oropos.review;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oropos.answer.Explanations;
import oropos.ledger.Act;
import oropos.ledger.Ledger;

/// Explanations of terms for patients and carers: one person writes, another accepts, and only then
/// they are used.
///
/// Both steps stand in the ledger with the old and the new words. What is accepted is never taken
/// back or changed; a better explanation is a new proposal.
public final class GlossaryDesk {

    /// Longest name, form or meaning, in UTF-16 units.
    public static final int LONGEST = 300;

    /// Proposals that may wait at once.
    static final int MOST_OPEN = 500;

    private final ArticleFile file;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Explanations explanations;

    GlossaryDesk(ArticleFile file, Ledger ledger, InstantSource clock, Explanations explanations) {
        this.file = file;
        this.ledger = ledger;
        this.clock = clock;
        this.explanations = explanations;
    }

    /// What was accepted in a data folder, in order; to be read when its rooms are opened.
    public static List<Explanations.Change> accepted(Path dataFolder) {
        if (!Reviews.isIn(dataFolder)) {
            return List.of();
        }
        try (ArticleFile file = ArticleFile.toRead(dataFolder)) {
            boolean kept =
                    file.read(open ->
                            !open.rows(
                                            "select name from sqlite_master where name = 'explanation'",
                                            row -> 1)
                                    .isEmpty());
            return (kept ? all(file) : List.<Proposal>of())
                    .stream()
                            .filter(one -> one.accepted() != null)
                            .sorted(
                                    Comparator.comparing(
                                            one -> Objects.requireNonNull(one.accepted())))
                            .map(GlossaryDesk::change)
                            .toList();
        }
    }

    private static Explanations.Change change(Proposal one) {
        return new Explanations.Change(
                Objects.requireNonNull(one.accepted()),
                one.term(),
                one.forms(),
                one.meaning(),
                one.source());
    }

    /// The glossary in use.
    public Explanations explanations() {
        return explanations;
    }

    /// All proposals, the newest first.
    public List<Proposal> all() {
        return all(file);
    }

    private static List<Proposal> all(ArticleFile file) {
        return file.read(open ->
                open.rows("select * from explanation order by id desc", GlossaryDesk::proposal));
    }

    /// Writes an explanation down, to be looked at by somebody else.
    ///
    /// @return why it was not taken, or empty
    public synchronized Optional<String> propose(
            String term, List<String> forms, String meaning, String source, String by) {
        String words = meaning.strip().replaceAll("\\.$", "");
        if (by.equals(Person.PROGRAM)) {
            return Optional.of("Software explains nothing by itself: a person must do this.");
        }
        if (term.length() > LONGEST || words.length() > LONGEST || source.length() > LONGEST) {
            return Optional.of("At most " + LONGEST + " letters each.");
        }
        if (all().stream().filter(Proposal::isOpen).count() >= MOST_OPEN) {
            return Optional.of("Too many proposals wait already: decide some first.");
        }
        try {
            explanations.check(term, forms, words, source);
        } catch (IllegalArgumentException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
        long id =
                file.write(open -> {
                    open.run(
                            "insert into explanation (term, forms, meaning, source, by_account, at)"
                                    + " values (?,?,?,?,?,?)",
                            term,
                            String.join("|", forms),
                            words,
                            source.strip(),
                            by,
                            clock.instant().toString());
                    return open.rows("select last_insert_rowid()", row -> row.getLong(1))
                            .getFirst();
                });
        tell(by, "proposed", id, term, meaningNow(term), words);
        return Optional.empty();
    }

    /// Accepts or refuses what somebody else wrote.
    ///
    /// @return why that may not be, or empty
    public synchronized Optional<String> decide(long id, boolean accept, String why, String by) {
        Optional<Proposal> found = all().stream().filter(one -> one.id() == id).findFirst();
        if (found.isEmpty() || !found.get().isOpen()) {
            return Optional.of("It was decided already.");
        }
        Proposal proposal = found.get();
        if (by.equals(proposal.by()) || by.equals(Person.PROGRAM)) {
            return Optional.of("You wrote it; somebody else must decide.");
        }
        if (why.isBlank()) {
            return Optional.of("Say why in a sentence.");
        }
        if (accept) {
            try {
                explanations.check(
                        proposal.term(), proposal.forms(), proposal.meaning(), proposal.source());
            } catch (IllegalArgumentException wrong) {
                return Optional.of(String.valueOf(wrong.getMessage()));
            }
        }
        @Nullable String before = meaningNow(proposal.term());
        Integer number =
                file.write(open -> {
                    int next =
                            open.rows(
                                                    "select coalesce(max(accepted), 0) from explanation",
                                                    row -> row.getInt(1))
                                            .getFirst()
                                    + 1;
                    open.run(
                            "update explanation set decided_by = ?, decided_at = ?, reason = ?,"
                                    + " accepted = ? where id = ? and decided_by is null",
                            by,
                            clock.instant().toString(),
                            why.strip(),
                            accept ? next : null,
                            id);
                    return next;
                });
        tell(by, accept ? "accepted" : "refused", id, why, before, proposal.meaning());
        if (accept) {
            explanations.accept(
                    new Explanations.Change(
                            number,
                            proposal.term(),
                            proposal.forms(),
                            proposal.meaning(),
                            proposal.source()));
        }
        return Optional.empty();
    }

    private @Nullable String meaningNow(String term) {
        return explanations.glossary().terms().stream()
                .filter(one -> one.name().equals(term))
                .map(one -> one.meaning())
                .findFirst()
                .orElse(null);
    }

    private void tell(
            String by, String what, long id, String why, @Nullable String before, String after) {
        ledger.append(new Act(by, "explanation." + what, "explanation:" + id, why, before, after));
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        String decided = row.getString("decided_at");
        int accepted = row.getInt("accepted");
        return new Proposal(
                row.getLong("id"),
                text(row, "term"),
                Arrays.stream(text(row, "forms").split("\\|"))
                        .filter(form -> !form.isBlank())
                        .collect(Collectors.toList()),
                text(row, "meaning"),
                text(row, "source"),
                text(row, "by_account"),
                Instant.parse(text(row, "at")),
                row.getString("decided_by"),
                decided == null ? null : Instant.parse(decided),
                row.getString("reason"),
                accepted == 0 ? null : accepted);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }
}

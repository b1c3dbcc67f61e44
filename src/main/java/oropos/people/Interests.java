package oropos.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Declarations, and what they bar.
final class Interests {

    private static final String CHOOSE = "select * from declaration ";

    private final PeopleFile file;
    private final InstantSource clock;
    private final int window;

    /// @param window for how many years an interest counts, the year of today included
    Interests(PeopleFile file, InstantSource clock, int window) {
        this.file = file;
        this.clock = clock;
        this.window = window;
    }

    Declaration declare(
            AccountId person, int year, @Nullable String question, List<Interest> interests) {
        Declaration checked =
                new Declaration(0, person, year, question, clock.instant(), interests);
        return file.write(f ->
                written(
                        f,
                        checked,
                        person,
                        "interest.declared",
                        question == null
                                ? "interests of a year were declared"
                                : "interests in a question were declared"));
    }

    Declaration judge(long number, int place, boolean relevant, String why, AccountId by) {
        String reason = NewAccount.line("a reason", why);
        return file.write(f -> {
            Declaration before =
                    declarations(f, CHOOSE + "where number = ?", number).stream()
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "there is no declaration " + number));
            if (place < 0 || place >= before.interests().size()) {
                throw new IllegalArgumentException(
                        "declaration " + number + " has no interest at place " + place);
            }
            if (before.person().equals(by)) {
                throw new IllegalArgumentException(
                        "nobody judges their own interests: declare anew instead");
            }
            if (last(f, before).number() != number) {
                throw new IllegalArgumentException(
                        "declaration " + number + " was replaced by a later one");
            }
            List<Interest> changed = new ArrayList<>(before.interests());
            Interest old = changed.get(place);
            changed.set(
                    place,
                    new Interest(old.kind(), old.with(), old.words(), old.topics(), relevant));
            return written(
                    f,
                    new Declaration(
                            0,
                            before.person(),
                            before.year(),
                            before.question(),
                            clock.instant(),
                            changed),
                    by,
                    "interest.judged",
                    reason);
        });
    }

    private static Declaration last(PeopleFile f, Declaration of) throws SQLException {
        return declarations(
                        f,
                        CHOOSE
                                + "where account = ? and year = ? and coalesce(question, '') = ?"
                                + " order by number desc",
                        of.person().text(),
                        of.year(),
                        of.question() == null ? "" : of.question())
                .getFirst();
    }

    private static Declaration written(
            PeopleFile f, Declaration said, AccountId by, String what, String why)
            throws SQLException {
        if (f.rows("select id from account where id = ?", row -> 1, said.person().text())
                .isEmpty()) {
            throw new IllegalArgumentException("there is no " + said.person());
        }
        f.run(
                "insert into declaration (account, year, question, at) values (?,?,?,?)",
                said.person().text(),
                said.year(),
                said.question(),
                said.at().toString());
        long number = f.rows("select last_insert_rowid()", row -> row.getLong(1)).getFirst();
        int place = 0;
        for (Interest interest : said.interests()) {
            f.run(
                    "insert into interest values (?,?,?,?,?,?,?)",
                    number,
                    place++,
                    interest.kind().name(),
                    interest.with(),
                    interest.words(),
                    String.join("\n", interest.topics()),
                    interest.relevant() ? 1 : 0);
        }
        long relevant = said.interests().stream().filter(Interest::relevant).count();
        f.tell(
                by,
                what,
                said.person().text(),
                why,
                null,
                "declaration %d for %d: %d interests, %d relevant"
                        .formatted(number, said.year(), said.interests().size(), relevant));
        return new Declaration(
                number, said.person(), said.year(), said.question(), said.at(), said.interests());
    }

    Optional<Declaration> numbered(long number) {
        return file.read(
                f -> declarations(f, CHOOSE + "where number = ?", number).stream().findFirst());
    }

    List<Declaration> standing(AccountId person) {
        List<Declaration> all =
                file.read(f ->
                        declarations(
                                f,
                                CHOOSE + "where account = ? order by number desc",
                                person.text()));
        record About(int year, @Nullable String question) {}
        Set<About> seen = new HashSet<>();
        return all.stream().filter(one -> seen.add(new About(one.year(), one.question()))).toList();
    }

    Optional<Conflict> conflict(
            AccountId person, String question, Collection<String> topics, int today) {
        boolean year = false;
        boolean asked = false;
        Conflict.@Nullable Relevant found = null;
        for (Declaration one : standing(person)) {
            boolean mine = question.equals(one.question());
            year |= one.question() == null && one.year() == today;
            boolean counts = one.year() > today - window && one.year() <= today;
            asked |= mine && counts;
            if (!counts || found != null || (one.question() != null && !mine)) {
                continue;
            }
            for (Interest interest : one.interests()) {
                // what is declared for a question is about that question, whatever its topics
                if (interest.relevant() && (mine || interest.concerns(question, topics))) {
                    found = new Conflict.Relevant(one.number(), one.year(), interest);
                    break;
                }
            }
        }
        if (found != null) {
            return Optional.of(found);
        }
        if (!year) {
            return Optional.of(new Conflict.UndeclaredYear(today));
        }
        return asked ? Optional.empty() : Optional.of(new Conflict.UndeclaredQuestion());
    }

    private static List<Declaration> declarations(PeopleFile f, String sql, Object... values)
            throws SQLException {
        return f.rows(sql, row -> declaration(f, row), values);
    }

    private static Declaration declaration(PeopleFile f, ResultSet row) throws SQLException {
        long number = row.getLong("number");
        return new Declaration(
                number,
                new AccountId(Objects.requireNonNull(row.getString("account"))),
                row.getInt("year"),
                row.getString("question"),
                Instant.parse(Objects.requireNonNull(row.getString("at"))),
                f.rows(
                        "select * from interest where declaration = ? order by place",
                        Interests::interest,
                        number));
    }

    private static Interest interest(ResultSet row) throws SQLException {
        String topics = Objects.requireNonNull(row.getString("topics"));
        return new Interest(
                Interest.Kind.valueOf(row.getString("kind")),
                Objects.requireNonNull(row.getString("with_whom")),
                Objects.requireNonNull(row.getString("words")),
                topics.isEmpty() ? List.of() : List.of(topics.split("\n")),
                row.getInt("relevant") == 1);
    }
}

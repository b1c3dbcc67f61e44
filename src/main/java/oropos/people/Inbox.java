package oropos.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// News for people, each told once however often it is handed in, and the articles they watch.
public final class Inbox {

    /// News shown at most.
    public static final int SHOWN = 200;

    private final PeopleFile file;
    private final InstantSource clock;

    Inbox(PeopleFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /// An article somebody watches.
    public record Watched(AccountId account, String article, Instant since) {}

    /// Tells news; what a person was told before is left as it is.
    ///
    /// @return how many were new
    public int deliver(Collection<Notice> news) {
        if (news.isEmpty()) {
            return 0;
        }
        return file.write(f -> {
            int told = 0;
            for (Notice one : news) {
                told +=
                        f.run(
                                "insert or ignore into notice (account, about, urgency, words, title,"
                                        + " link, at) values (?,?,?,?,?,?,?)",
                                one.account().text(),
                                one.about(),
                                one.urgency().name(),
                                one.words(),
                                one.title(),
                                one.link(),
                                one.at().toString());
            }
            return told;
        });
    }

    /// What somebody was told, the newest first.
    public List<Notice> of(AccountId account) {
        return file.read(f ->
                f.rows(
                        "select * from notice where account = ? order by at desc, number desc limit "
                                + SHOWN,
                        Inbox::notice,
                        account.text()));
    }

    /// News somebody has not looked at.
    public int unseen(AccountId account) {
        return file.read(f ->
                        f.rows(
                                "select count(*) from notice where account = ? and seen is null",
                                row -> row.getInt(1),
                                account.text()))
                .getFirst();
    }

    /// Marks one piece of news as looked at.
    ///
    /// @return whether this person has one with this number
    public boolean see(AccountId account, long number) {
        return file.write(f ->
                f.run(
                                "update notice set seen = coalesce(seen, ?) where account = ? and"
                                        + " number = ?",
                                clock.instant().toString(),
                                account.text(),
                                number)
                        == 1);
    }

    public void seeAll(AccountId account) {
        file.write(f ->
                f.run(
                        "update notice set seen = ? where account = ? and seen is null",
                        clock.instant().toString(),
                        account.text()));
    }

    /// What did not go out by mail yet, the oldest first.
    public List<Notice> unmailed(AccountId account) {
        return file.read(f ->
                f.rows(
                        "select * from notice where account = ? and mailed is null order by at, number",
                        Inbox::notice,
                        account.text()));
    }

    /// When the last mail of an urgency went out to somebody, or null.
    public @Nullable Instant lastMailed(AccountId account, Notice.Urgency urgency) {
        return file
                .read(f ->
                        f.rows(
                                "select mailed from notice where account = ? and urgency = ? and"
                                        + " mailed is not null order by mailed desc limit 1",
                                row -> Instant.parse(Objects.requireNonNull(row.getString(1))),
                                account.text(),
                                urgency.name()))
                .stream()
                .findFirst()
                .orElse(null);
    }

    /// Notes that news went out by mail.
    public void mailed(Collection<Notice> sent) {
        file.write(f -> {
            String now = clock.instant().toString();
            for (Notice one : sent) {
                f.run("update notice set mailed = ? where number = ?", now, one.number());
            }
            return null;
        });
    }

    public void watch(AccountId account, String article) {
        file.write(f ->
                f.run(
                        "insert or ignore into watch values (?,?,?)",
                        account.text(),
                        NewAccount.line("an article", article),
                        clock.instant().toString()));
    }

    public void unwatch(AccountId account, String article) {
        file.write(f ->
                f.run(
                        "delete from watch where account = ? and article = ?",
                        account.text(),
                        article));
    }

    /// Everything that is watched by somebody who may still sign in.
    public List<Watched> watched() {
        return file.read(f ->
                f.rows(
                        "select w.* from watch w join account a on a.id = w.account where a.active ="
                                + " 1 order by w.article, w.account",
                        Inbox::watched));
    }

    public List<Watched> watchedBy(AccountId account) {
        return watched().stream().filter(one -> one.account().equals(account)).toList();
    }

    private static Watched watched(ResultSet row) throws SQLException {
        return new Watched(
                new AccountId(Objects.requireNonNull(row.getString("account"))),
                Objects.requireNonNull(row.getString("article")),
                Instant.parse(Objects.requireNonNull(row.getString("since"))));
    }

    private static Notice notice(ResultSet row) throws SQLException {
        String seen = row.getString("seen");
        String mailed = row.getString("mailed");
        return new Notice(
                row.getLong("number"),
                new AccountId(Objects.requireNonNull(row.getString("account"))),
                Objects.requireNonNull(row.getString("about")),
                Notice.Urgency.valueOf(row.getString("urgency")),
                Objects.requireNonNull(row.getString("words")),
                Objects.requireNonNull(row.getString("title")),
                Objects.requireNonNull(row.getString("link")),
                Instant.parse(Objects.requireNonNull(row.getString("at"))),
                seen == null ? null : Instant.parse(seen),
                mailed == null ? null : Instant.parse(mailed));
    }
}

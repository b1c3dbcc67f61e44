package oropos.review;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import oropos.answer.OverviewText;

/// What people typed on the desk and have not sent yet, each their own: it is there again on another
/// machine, after signing in anew, and after a step that was refused. It is no part of the record.
public final class Drafts {

    /// Boxes of one person on one version that are kept.
    static final int MOST = 300;

    /// A box of the desk, of a claim or of the decision; or of the form of an overview.
    private static final Pattern BOX =
            Pattern.compile("w[1-9][0-9]{0,5}|reason|why|text|specialty|revision");

    /// Where an overview is kept that was never handed in: no version has the number 0.
    public static final Address UNSENT = new Address("overview");

    /// The number that goes with [#UNSENT].
    public static final int NO_VERSION = 0;

    private final ArticleFile file;
    private final InstantSource clock;

    Drafts(ArticleFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /// Whether there is such a box.
    public static boolean isBox(String box) {
        return BOX.matcher(box).matches();
    }

    /// Keeps what stands in a box; nothing typed takes it away.
    ///
    /// @return whether it was kept
    public boolean keep(String account, Address address, int number, String box, String words) {
        int longest = box.equals("text") ? OverviewText.LONGEST : Reviews.LONGEST_WORDS;
        if (!isBox(box) || words.length() > longest) {
            return false;
        }
        if (words.isBlank()) {
            drop(account, address, number, box);
            return true;
        }
        Map<String, String> there = of(account, address, number);
        if (there.size() >= MOST && !there.containsKey(box)) {
            return false;
        }
        file.write(open ->
                open.run(
                        "insert into draft values (?,?,?,?,?,?) on conflict (account, address, number,"
                                + " box) do update set words = excluded.words, at = excluded.at",
                        account,
                        address.value(),
                        number,
                        box,
                        words,
                        clock.instant().toString()));
        return true;
    }

    public void drop(String account, Address address, int number, String box) {
        file.write(open ->
                open.run(
                        "delete from draft where account = ? and address = ? and number = ? and box ="
                                + " ?",
                        account,
                        address.value(),
                        number,
                        box));
    }

    /// Everything somebody typed on a version goes.
    public void drop(String account, Address address, int number) {
        file.write(open ->
                open.run(
                        "delete from draft where account = ? and address = ? and number = ?",
                        account,
                        address.value(),
                        number));
    }

    /// What somebody typed on a version, by box.
    public Map<String, String> of(String account, Address address, int number) {
        Map<String, String> drafts = new TreeMap<>();
        file.read(open ->
                        open.rows(
                                "select box, words from draft where account = ? and address = ? and"
                                        + " number = ?",
                                row ->
                                        Map.entry(
                                                String.valueOf(row.getString(1)),
                                                String.valueOf(row.getString(2))),
                                account,
                                address.value(),
                                number))
                .forEach(one -> drafts.put(one.getKey(), one.getValue()));
        return drafts;
    }
}

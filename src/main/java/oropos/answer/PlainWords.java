package oropos.answer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.question.Reader;

/// Urgent signs, corrections, questions to the asker and refusals as patients and carers read them.
///
/// Who must act on a sign is often a parent at night. The file `answer/plain-words.tsv` has a row for
/// every rule, every fact and every reason not to answer; it says the same in plain words, with everything that is to be done. A
/// rule without a row is shown as it stands: nothing is ever hidden for want of plain words.
public final class PlainWords {

    private static final String FILE = "/answer/plain-words.tsv";
    private static final int COLUMNS = 5;
    private static final Set<Reader> READERS = Set.of(Reader.PATIENT, Reader.CARER);
    private static final PlainWords SHIPPED = new PlainWords();

    private record Row(String say, String act) {}

    private final Map<String, Row> rows = new HashMap<>();

    private PlainWords() {
        try (BufferedReader file =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(PlainWords.class.getResourceAsStream(FILE)),
                                StandardCharsets.UTF_8))) {
            List<String> lines =
                    file.lines().filter(one -> !one.startsWith("#") && !one.isBlank()).toList();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split("\t", -1);
                if (cells.length != COLUMNS
                        || cells[2].isBlank()
                        || cells[3].isBlank()
                        || rows.put(cells[0] + " " + cells[1], new Row(cells[2], cells[3]))
                                != null) {
                    throw new IllegalStateException(
                            FILE + ": a row has " + COLUMNS + " cells and a key once: " + line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PlainWords shipped() {
        return SHIPPED;
    }

    private @Nullable Row row(String kind, String key, Reader reader) {
        return READERS.contains(reader) ? rows.get(kind + " " + key) : null;
    }

    /// What was seen.
    public String sign(Answer.UrgentSign sign, Reader reader) {
        Row row = row("urgent", sign.rule(), reader);
        return row == null ? sign.sign() : row.say();
    }

    /// What is to be done.
    public String action(Answer.UrgentSign sign, Reader reader) {
        Row row = row("urgent", sign.rule(), reader);
        return row == null ? sign.action() : row.act();
    }

    /// The name of a fact that was not told.
    public String name(Answer.Unknown unknown, Reader reader) {
        Row row = row("fact", unknown.key(), reader);
        return row == null ? unknown.name() : row.say();
    }

    /// How it is asked for.
    public String ask(Answer.Unknown unknown, Reader reader) {
        Row row = row("fact", unknown.key(), reader);
        return row == null ? unknown.ask() : row.act();
    }

    /// The head of a branch of the bottom line.
    public String condition(Answer.Branch branch, Reader reader) {
        Row row = row("branch", branch.condition(), reader);
        return row == null ? branch.condition() : row.say();
    }

    /// A correction: its first sentence, and the rest.
    public String correction(Answer.FalsePremise premise, Reader reader) {
        Row row = row("premise", premise.rule(), reader);
        return row == null ? premise.correction() : row.say() + " " + row.act();
    }

    /// Why a question is not answered, or not wholly, or null where it is.
    public @Nullable String outcome(Answer.Outcome outcome, Reader reader) {
        String words = outcome.words();
        Row row = outcome.reason() == null ? null : row("outcome", outcome.reason(), reader);
        if (words == null || row == null) {
            return words;
        }
        String plain = filled(row.say() + " " + row.act(), words);
        return plain.contains("{") ? words : plain;
    }

    /// The figures and the words somebody typed are taken from the sentence for professionals.
    private static String filled(String plain, String words) {
        List<String> numbers = NUMBER.matcher(words).results().map(MatchResult::group).toList();
        String said = plain;
        if (!numbers.isEmpty()) {
            said = said.replace("{first}", numbers.getFirst());
            said = said.replace("{last}", numbers.getLast());
        }
        if (numbers.size() > 1) {
            said = said.replace("{second}", numbers.get(1));
        }
        Matcher quoted = QUOTED.matcher(words);
        if (quoted.find()) {
            said = said.replace("{quoted}", quoted.group(1));
        }
        Matcher rest = REST.matcher(words);
        return rest.find() ? said.replace("{rest}", rest.group(1)) : said;
    }

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,.]*\\d|\\d");
    private static final Pattern QUOTED = Pattern.compile("\"(.+)\"");
    private static final Pattern REST = Pattern.compile(": (.+)\\.$");
}

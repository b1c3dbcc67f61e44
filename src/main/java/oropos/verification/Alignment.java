package oropos.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.TellingWords;
import oropos.terminology.Mention;
import oropos.terminology.Normal;
import oropos.terminology.Terminology;

/// Whether a sentence is made of whole statements and of closed lists, and of nothing else.
///
/// A bag of the right words proves nothing: "A was better than B" and "B was better than A" have the
/// same words, and so have two findings joined to a cause. So a sentence is laid beside its
/// statements letter by letter, from the first to the last: each must be there whole and in its own
/// order. What may differ is listed: a beginning that only says that something was found falls away
/// ([TellingWords#openers]), a joiner stands between two, a plain word in place of a medical term or
/// in brackets after it, and the first letter of a statement changes its case. What comes out is not
/// believed from whoever told it but found here, as parts with their provenance.
final class Alignment {

    /// Outcome of laying a sentence beside its statements.
    sealed interface Result {

        /// Every letter has its place.
        record Whole(List<Answer.ToldPart> parts) implements Result {
            public Whole {
                parts = List.copyOf(parts);
            }
        }

        /// A letter has none, and where.
        record Astray(String words) implements Result {}
    }

    /// Letters told of the place where a sentence leaves its statements.
    private static final int NEAR = 40;

    private final Terminology terminology;

    Alignment(Terminology terminology) {
        this.terminology = terminology;
    }

    /// @param told the sentence
    /// @param statements those it tells, in the order it tells them
    /// @param plain whether plain words may stand for medical ones
    Result of(String told, List<Answer.Statement> statements, boolean plain) {
        if (!told.equals(Normal.text(told)) || told.contains("\n")) {
            return new Result.Astray("it has hidden letters or breaks");
        }
        Walk walk = new Walk(told, statements, plain);
        return walk.clause(0, 0, new ArrayList<>())
                ? new Result.Whole(walk.found)
                : new Result.Astray("nothing it tells says \"" + walk.farthest() + "\"");
    }

    /// One line, as a statement is read aloud.
    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private final class Walk {
        private final String told;
        private final List<Answer.Statement> statements;
        private final boolean plain;
        private List<Answer.ToldPart> found = List.of();
        private int far;

        Walk(String told, List<Answer.Statement> statements, boolean plain) {
            this.told = told;
            this.statements = statements;
            this.plain = plain;
        }

        String farthest() {
            return told.substring(far, Math.min(told.length(), far + NEAR));
        }

        /// Lays the statements from `index` beside the sentence from `at`.
        boolean clause(int index, int at, List<Answer.ToldPart> before) {
            Answer.Statement statement = statements.get(index);
            String text = line(statement.text());
            for (int start : starts(text)) {
                List<Answer.ToldPart> parts = new ArrayList<>(before);
                int end = whole(statement, text, start, at, parts);
                if (end >= 0 && end(index, text, end, parts)) {
                    return true;
                }
            }
            return false;
        }

        /// What may follow a whole statement: the end, or a joiner and the next one.
        private boolean end(int index, String text, int end, List<Answer.ToldPart> parts) {
            boolean last = index == statements.size() - 1;
            boolean stopped = text.endsWith(".");
            int closed = stopped ? end - 1 : end;
            if (last) {
                far = Math.max(far, end);
                if (end == told.length()) {
                    found = List.copyOf(parts);
                    return true;
                }
                return false;
            }
            for (TellingWords.Joiner joiner : TellingWords.joiners()) {
                int from = joiner.closes() ? closed : end;
                if (!told.startsWith(joiner.words(), from)) {
                    continue;
                }
                List<Answer.ToldPart> joined = new ArrayList<>(parts);
                if (from < end) {
                    cutStop(joined);
                }
                joined.add(new Answer.ToldPart("insertion", joiner.words(), null, joiner.id()));
                if (clause(index + 1, from + joiner.words().length(), joined)) {
                    return true;
                }
            }
            return false;
        }

        private void cutStop(List<Answer.ToldPart> parts) {
            Answer.ToldPart last = parts.removeLast();
            String text = last.text().substring(0, last.text().length() - 1);
            if (!text.isEmpty()) {
                parts.add(new Answer.ToldPart(last.kind(), text, last.statement(), last.source()));
            }
        }

        /// Lays one statement, from `start`, beside the sentence from `at`.
        ///
        /// @return where it ends in the sentence, or -1
        private int whole(
                Answer.Statement statement,
                String text,
                int start,
                int at,
                List<Answer.ToldPart> parts) {
            StringBuilder span = new StringBuilder();
            List<Replaceable> terms = plain ? terms(text) : List.of();
            int i = start;
            int j = at;
            while (i < text.length()) {
                Replaceable term = standing(terms, i, j);
                if (term != null && !term.beside()) {
                    flush(span, statement, parts);
                    parts.add(
                            new Answer.ToldPart(
                                    "plain",
                                    told.substring(j, j + term.words().length()),
                                    statement.id(),
                                    term.term()));
                    i = term.end();
                    j += term.words().length();
                    continue;
                }
                if (term != null) {
                    String gloss = gloss(term);
                    flush(span, statement, parts);
                    parts.add(new Answer.ToldPart("plain", gloss, statement.id(), term.term()));
                    j += gloss.length();
                }
                if (j >= told.length() || !same(text, start, i, told.charAt(j))) {
                    boolean stopLeft =
                            i == text.length() - 1
                                    && text.charAt(i) == '.'
                                    && told.startsWith(";", j);
                    if (stopLeft) {
                        // a joiner takes the place of the full stop
                        span.append('.');
                        flush(span, statement, parts);
                        return j + 1;
                    }
                    far = Math.max(far, Math.min(j, told.length()));
                    return -1;
                }
                span.append(told.charAt(j));
                i++;
                j++;
            }
            Replaceable last = standing(terms, i, j);
            flush(span, statement, parts);
            if (last != null && last.beside()) {
                String gloss = gloss(last);
                parts.add(new Answer.ToldPart("plain", gloss, statement.id(), last.term()));
                j += gloss.length();
            }
            return j;
        }

        private static void flush(
                StringBuilder span, Answer.Statement statement, List<Answer.ToldPart> parts) {
            if (!span.isEmpty()) {
                parts.add(new Answer.ToldPart("span", span.toString(), statement.id(), null));
                span.setLength(0);
            }
        }

        /// The same letter; the first one of what is told may change its case where it begins an
        /// ordinary word ("The", never "TNF" or "pH").
        private static boolean same(String text, int start, int i, char letter) {
            char own = text.charAt(i);
            if (own == letter) {
                return true;
            }
            if (i != start || Character.toLowerCase(own) != Character.toLowerCase(letter)) {
                return false;
            }
            int next = i + 1;
            while (next < text.length() && Character.isLetter(text.charAt(next))) {
                if (!Character.isLowerCase(text.charAt(next))) {
                    return false;
                }
                next++;
            }
            return next > i + 1 || own == 'A' || own == 'a';
        }

        /// The term that is replaced here, or explained just before here, or null.
        private @Nullable Replaceable standing(List<Replaceable> terms, int i, int j) {
            for (Replaceable term : terms) {
                if (term.beside()
                        && term.end() == i
                        && told.startsWith(gloss(term), j)
                        && !told.startsWith(gloss(term), j - gloss(term).length())) {
                    return term;
                }
                boolean here =
                        !term.beside()
                                && term.start() == i
                                && !told.regionMatches(
                                        true, j, term.written(), 0, term.written().length())
                                && told.regionMatches(
                                        true, j, term.words(), 0, term.words().length())
                                && endsWord(j + term.words().length());
                if (here) {
                    return term;
                }
            }
            return null;
        }

        private boolean endsWord(int at) {
            return at >= told.length() || !Character.isLetterOrDigit(told.charAt(at));
        }
    }

    private static String gloss(Replaceable term) {
        return " (" + term.words() + ")";
    }

    private static List<Integer> starts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        TellingWords.openers().stream()
                .filter(text::startsWith)
                .forEach(opener -> starts.add(opener.length()));
        return starts;
    }

    /// A term at its place, with plain words in its place or beside it.
    private record Replaceable(
            String term, String written, int start, int end, String words, boolean beside) {}

    /// The terms of a text that have plain words, where a reader of medicine reads exactly that term
    /// and nothing longer: "hypertension" in "intracranial hypertension" is no high blood pressure.
    private List<Replaceable> terms(String text) {
        List<Replaceable> terms = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        Set<String> spans = new HashSet<>();
        for (Mention mention : terminology.read(text).mentions()) {
            spans.add(mention.span().start() + ".." + mention.span().end());
        }
        for (TellingWords.Plain plain : TellingWords.plain()) {
            String term = plain.term();
            for (int at = lower.indexOf(term); at >= 0; at = lower.indexOf(term, at + 1)) {
                int end = at + term.length();
                if (lower.length() == text.length() && spans.contains(at + ".." + end)) {
                    String written = text.substring(at, end);
                    terms.add(new Replaceable(term, written, at, end, plain.words(), false));
                    terms.add(new Replaceable(term, written, at, end, plain.words(), true));
                }
            }
        }
        return terms;
    }
}

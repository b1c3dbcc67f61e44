package oropos.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer.CertaintyView;
import oropos.answer.Answer.Citation;
import oropos.answer.Answer.FitView;
import oropos.answer.Answer.Part;
import oropos.answer.Answer.Statement;
import oropos.answer.LayTellings;
import oropos.answer.ListedItems;

/// A statement cut into clauses, each followed by the marks it rests on.
///
/// Clauses that come from different works are joined only by connectives, and each keeps its own
/// mark: so the marks stand where their clause ends, not in a heap at the end of the sentence.
///
/// @param terms lines that explain terms, for readers who have them
record StatementView(
        String id,
        String kind,
        List<Clause> clauses,
        List<TermLine> terms,
        @Nullable String strength,
        CertaintyView certainty,
        FitView fit) {

    /// @param pieces the words, in order
    /// @param notes what these words rest on
    record Clause(List<Piece> pieces, List<Note> notes) {}

    /// @param kind span, field or insertion
    record Piece(String kind, String text) {}

    /// A term and what it means.
    record TermLine(String term, String meaning) {

        /// "Term: meaning" or "Term (say: TERM): meaning".
        static TermLine of(String line) {
            int colon = line.indexOf("): ");
            int plain = line.indexOf(": ");
            int bracket = line.indexOf(" (");
            int at = bracket >= 0 && bracket < plain && colon > plain ? colon + 1 : plain;
            return new TermLine(line.substring(0, at), line.substring(at));
        }
    }

    /// A telling for patients begins with whom it is about: "This is for children." It is told once for
    /// neighbours that share it, so that the eye meets what is said, and stands with each in the text.
    private static final Pattern WHOM =
            Pattern.compile(
                    "(?s)^(?<frame>"
                            + Pattern.quote(LayTellings.frame())
                            + ")?This is (?<to>for|from) (?<whom>.+?)\\. (?<have>(?:They (?:have|smoke|live|are) [^.]+\\. )*)(?=\\p{Lu})(?<rest>.+)$");

    /// A page speaks of its subject without naming it, so its name stands before the sentence: for patients above it, without
    /// brackets, and once for neighbours that share it.
    private static final Pattern TOPIC =
            Pattern.compile(
                    "(?s)^(?<before>[^\\[\\]]{0,80}\\. )?\\[(?<topic>[^\\[\\]:]+)\\] (?=\\S)(?<rest>.+)$");

    private static final String WHOM_KIND = "whom";

    private static final List<String> FITS = List.of("direct", "unstated", "indirect");

    /// The terms explained, without how they are said: "Osteoporosis, Vein".
    public String termNames() {
        return terms.stream()
                .map(line -> line.term().replaceFirst(" \\(.*", ""))
                .collect(Collectors.joining(", "));
    }

    /// Whether the evidence behind it was rated; an issuer's own words are not.
    public boolean isRated() {
        return !certainty.level().equals("notRated");
    }

    public boolean isIndirect() {
        return fit.kind().equals("indirect");
    }

    /// The fit of the source that fits least.
    private static FitView fit(Statement statement) {
        return statement.citations().stream()
                .map(Citation::fit)
                .max(Comparator.comparingInt(fit -> FITS.indexOf(fit.kind())))
                .orElse(new FitView("unstated", null));
    }

    static StatementView of(Statement statement, Notes notes) {
        List<Part> parts = statement.parts();
        String joined = parts.stream().map(Part::text).collect(Collectors.joining());
        if (!joined.equals(statement.text())) {
            parts = List.of(new Part("span", statement.text(), null, null));
        }
        Set<Citation> shown = new HashSet<>();
        List<Clause> clauses = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            pieces.add(new Piece(part.kind(), shown(part)));
            List<Citation> behind = behind(part, statement);
            if (!behind.isEmpty() && !behind.equals(behindNext(parts, i, statement))) {
                shown.addAll(behind);
                clauses.add(new Clause(pieces, notes.of(behind)));
                pieces = new ArrayList<>();
            }
        }
        List<Citation> left =
                statement.citations().stream().filter(c -> !shown.contains(c)).toList();
        if (!pieces.isEmpty() || !left.isEmpty()) {
            clauses.add(new Clause(pieces, notes.of(left)));
        }
        return new StatementView(
                statement.id(),
                statement.kind(),
                List.copyOf(clauses),
                List.of(),
                statement.strength(),
                statement.certainty(),
                fit(statement));
    }

    /// The items of a list each on a line of its own; nothing else of it changes.
    private static String shown(Part part) {
        return ListedItems.isListing(part.text())
                ? part.text().replace(" " + ListedItems.BULLET, "\n" + ListedItems.BULLET)
                : part.text();
    }

    /// A statement in the words of a reader, its terms explained below.
    static StatementView told(Statement statement, Notes notes, String words, List<String> terms) {
        List<TermLine> lines = new ArrayList<>();
        terms.forEach(term -> lines.add(TermLine.of(term)));
        return told(statement, pieces(spelledOut(words, lines)), List.copyOf(lines), notes);
    }

    private static final Pattern SHORT_FORM =
            Pattern.compile(
                    "(?s)^(?<words>.*\\S) \\[(?<letters>[\\p{L}\\p{N}-]{2,12})(?<long>: [^\\[\\]]+)\\]$");

    /// "... PPS gets worse. [PPS: Post-polio syndrome]": what letters stand for is for patients a line among the words
    /// explained.
    static String spelledOut(String words, List<TermLine> lines) {
        String rest = words;
        Matcher form = SHORT_FORM.matcher(rest);
        while (form.matches()) {
            lines.addFirst(new TermLine(form.group("letters"), form.group("long")));
            rest = form.group("words");
            form = SHORT_FORM.matcher(rest);
        }
        return rest;
    }

    static List<Piece> pieces(String words) {
        Matcher told = WHOM.matcher(words);
        if (!told.matches()) {
            return ofTopic(words);
        }
        String have = told.group("have");
        String people =
                before(told)
                        + told.group("whom")
                        + (have.isEmpty() ? "" : ". " + have.substring(0, have.length() - 2));
        return List.of(new Piece(WHOM_KIND, people + ": "), new Piece("told", told.group("rest")));
    }

    private static List<Piece> ofTopic(String words) {
        Matcher topic = TOPIC.matcher(words);
        if (!topic.matches()) {
            return List.of(new Piece("told", words));
        }
        List<Piece> pieces = new ArrayList<>();
        if (topic.group("before") != null) {
            pieces.add(new Piece("told", topic.group("before")));
        }
        pieces.add(new Piece(WHOM_KIND, topic.group("topic") + ": "));
        pieces.add(new Piece("told", topic.group("rest")));
        return List.copyOf(pieces);
    }

    /// "Specialists may suggest this for ": behind the people, "this" would be what is said next ("It makes the
    /// bones weak").
    private static String before(Matcher told) {
        boolean offer = told.group("to").equals("for");
        return told.group("frame") == null
                ? offer ? "For " : "From "
                : told.group("frame").replaceFirst("\\W+$", "") + (offer ? " for " : ", from ");
    }

    /// Whom it is about, where that stands before it; else empty.
    public String whom() {
        Piece first = clauses.isEmpty() ? null : clauses.getFirst().pieces().getFirst();
        return first != null && first.kind().equals(WHOM_KIND) ? first.text() : "";
    }

    /// A statement in other words, with everything else its own.
    static StatementView told(Statement statement, List<Piece> pieces, Notes notes) {
        return told(statement, pieces, List.of(), notes);
    }

    private static StatementView told(
            Statement statement, List<Piece> pieces, List<TermLine> terms, Notes notes) {
        return new StatementView(
                statement.id(),
                statement.kind(),
                List.of(new Clause(List.copyOf(pieces), notes.of(statement.citations()))),
                terms,
                statement.strength(),
                statement.certainty(),
                fit(statement));
    }

    private static List<Citation> behindNext(List<Part> parts, int after, Statement statement) {
        return parts.stream()
                .skip(after + 1L)
                .map(part -> behind(part, statement))
                .filter(citations -> !citations.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /// The citations of the part's mark that hold its words, or all of that mark where none does.
    private static List<Citation> behind(Part part, Statement statement) {
        Integer mark = part.mark();
        if (mark == null) {
            return List.of();
        }
        List<Citation> ofMark =
                statement.citations().stream().filter(c -> c.mark() == mark).toList();
        List<Citation> holding =
                ofMark.stream().filter(c -> c.quote().contains(part.text().strip())).toList();
        return holding.isEmpty() ? ofMark : holding;
    }
}

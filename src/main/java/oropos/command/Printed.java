package oropos.command;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import oropos.answer.Answer;
import oropos.answer.DirectionWords;
import oropos.answer.PlainWords;
import oropos.answer.ReaderSection;
import oropos.answer.ReaderView;
import oropos.question.Reader;

/// An answer for the terminal: the order of the page, plain text, 88 columns, quotes as notes.
final class Printed {

    /// Columns of a line.
    static final int WIDTH = 88;

    private final Answer answer;
    private final Reader reader;
    private final ReaderView view;
    private final PlainWords plain = PlainWords.shipped();
    private final StringBuilder out = new StringBuilder();
    private final Set<String> explained = new HashSet<>();

    Printed(Answer answer, Reader reader) {
        this.answer = answer;
        this.reader = reader;
        this.view = new ReaderView(answer, reader);
    }

    String text() {
        boolean emergency =
                answer.urgent().stream().anyMatch(sign -> sign.severity().equals("now"));
        if (emergency) {
            urgent();
            rule();
        }
        line("", "Not reviewed by a person. Evidence to " + answer.basis().asOf() + ".");
        line("", "");
        line("", title().toUpperCase(java.util.Locale.ROOT));
        line("", "Asked: " + answer.asked());
        if (!emergency) {
            urgent();
        }
        answer.premises()
                .forEach(premise ->
                        line(
                                "! ",
                                "\""
                                        + premise.quote()
                                        + "\": "
                                        + plain.correction(premise, reader)
                                        + marks(premise.citations())));
        if (answer.parts() != null) {
            parts(answer.parts());
            return out.toString().stripTrailing();
        }
        body();
        return out.toString().stripTrailing();
    }

    /// Of several questions the titles of each: read as one they would run together.
    private String title() {
        return answer.parts() == null
                ? answer.title()
                : String.join("; ", answer.parts().stream().map(Answer::title).toList());
    }

    /// Each of several questions asked together, with the whole of its answer.
    private void parts(List<Answer> parts) {
        line("", "");
        line("", String.valueOf(answer.outcome().words()));
        for (int i = 0; i < parts.size(); i++) {
            rule();
            Printed part = new Printed(parts.get(i), reader);
            line("", "QUESTION " + (i + 1) + " OF " + parts.size() + ": " + parts.get(i).asked());
            part.body();
            out.append(part.out);
        }
    }

    private void body() {
        bottomLine();
        if (saysNothing()) {
            heading("Looked for and not found");
            answer.sections()
                    .forEach(section -> line("- ", section.heading() + ": " + missing(section)));
        } else if (view.isTold()) {
            view.sections().forEach(this::section);
        } else {
            answer.sections().forEach(this::section);
        }
        if (!answer.adultOrIndirect().isEmpty()) {
            heading(
                    answer.understood().patient().age() != null && isChild()
                            ? "Adult or other indirect evidence, not established for this patient"
                            : "Evidence from other people");
            answer.adultOrIndirect().forEach(this::statement);
        }
        if (!answer.conflicts().isEmpty()) {
            heading("Where sources disagree");
            for (var conflict : answer.conflicts()) {
                line("", conflict.outcome() + ":");
                for (var side : conflict.sides()) {
                    line("  ", side.label() + ":");
                    side.statements().forEach(this::statement);
                }
            }
        }
        untold("What would change this answer", true);
        untold("What else we were not told", false);
        worded();
        references();
        overviews();
        basis();
    }

    private void untold(String heading, boolean changes) {
        List<Answer.Unknown> asks =
                answer.notTold().stream()
                        .filter(one -> Boolean.TRUE.equals(one.changes()) == changes)
                        .toList();
        if (!asks.isEmpty()) {
            heading(heading);
            asks.forEach(unknown -> line("- ", plain.ask(unknown, reader)));
        }
    }

    /// Whether no planned section has a statement: then they are listed, not set out one by one.
    private boolean saysNothing() {
        return !answer.sections().isEmpty()
                && answer.sections().stream().allMatch(section -> section.statements().isEmpty());
    }

    private static String missing(Answer.Section section) {
        String words = section.notFound() == null ? "" : section.notFound();
        return words.substring(words.indexOf(": ") < 0 ? 0 : words.indexOf(": ") + 2);
    }

    /// What a language model made of it, apart from the statements and after them.
    private void worded() {
        Answer.Wording wording = answer.wording();
        if (wording == null) {
            return;
        }
        heading("In the words of " + wording.model() + " at " + wording.host());
        wording.told().forEach(told -> line("- ", told.text()));
        if (wording.words() != null) {
            line("", wording.words());
        }
        line(
                "",
                wording.sent()
                        + " statements were sent there, "
                        + wording.withheld()
                        + " were not because of their licence.");
    }

    private boolean isChild() {
        return answer.understood().patient().ageGroups().stream()
                .anyMatch(List.of("D007231", "D007223", "D002675", "D002648", "D000293")::contains);
    }

    private void urgent() {
        for (var sign : answer.urgent()) {
            String when =
                    switch (sign.severity()) {
                        case "now" -> "EMERGENCY NOW";
                        case "sameDay" -> "TODAY";
                        default -> "SOON";
                    };
            line("! ", when + ": " + plain.sign(sign, reader) + ". " + plain.action(sign, reader));
            sign.statements().forEach(this::statement);
        }
    }

    private void bottomLine() {
        heading("Bottom line");
        String direction = DirectionWords.of(answer);
        if (direction != null) {
            line("", direction);
        }
        if (answer.outcome().words() != null) {
            line("", String.valueOf(plain.outcome(answer.outcome(), reader)));
            answer.outcome().nearest().forEach(near -> line("  nearest: ", near));
            if (!answer.outcome().said().isEmpty()) {
                line("", "Not an answer, only near it:");
            }
            for (Answer.Near near : answer.outcome().said()) {
                line("  ", near.why());
                statement(near.statement());
            }
        }
        var line = answer.bottomLine();
        line.lead().forEach(this::statement);
        if (line.chosenByWords()) {
            line("  ", Answer.BottomLine.CHOSEN_BY_WORDS);
        }
        for (var branch : line.branches()) {
            line("", plain.condition(branch, reader) + ":");
            branch.statements().forEach(this::statement);
        }
        if (answer.outcome().kind().equals("abstained")) {
            // A card of an answer that says nothing would be lines of "not reported".
            return;
        }
        var card = line.card();
        entry("Benefit", card.benefit());
        entry("Harm", card.harm());
        line(
                "Certainty: ",
                card.certainty()
                        + (card.certaintyReason().isBlank()
                                ? ""
                                : " (" + card.certaintyReason() + ")"));
        line("Fit:       ", card.fit());
        entry("Decides", card.decides());
        line(
                "Unknown:   ",
                card.unknown().isEmpty()
                        ? "nothing we would ask"
                        : String.join(", ", card.unknown()));
        line("Date:      ", card.date());
    }

    private void entry(String name, List<Answer.Statement> statements) {
        String label = (name + ":           ").substring(0, 11);
        if (statements.isEmpty()) {
            line(label, "not reported");
        }
        statements.forEach(statement -> said(label, statement));
    }

    private void section(Answer.Section section) {
        heading(section.heading());
        section.statements().forEach(this::statement);
        if (section.notFound() != null) {
            line("", section.notFound());
        }
    }

    private void statement(Answer.Statement statement) {
        said("- ", statement);
    }

    /// A section in the order of patients and carers.
    private void section(ReaderSection section) {
        heading(section.heading());
        section.statements().forEach(this::statement);
        if (!section.forProfessionals().isEmpty()) {
            line("", "For professionals:");
            section.forProfessionals().forEach(this::statement);
        }
        section.notFound().forEach(words -> line("", words));
    }

    /// The words of a statement for this reader, and below them its terms the first time.
    private void said(String lead, Answer.Statement statement) {
        String[] lines = view.words(statement).split("\n");
        for (int i = 0; i < lines.length; i++) {
            boolean last = i == lines.length - 1;
            line(
                    i == 0 ? lead : " ".repeat(lead.length() + 2),
                    lines[i] + (last ? marks(statement.citations()) + fit(statement) : ""));
        }
        if (explained.add(statement.id())) {
            view.terms(statement).forEach(term -> line(" ".repeat(lead.length()) + "* ", term));
        }
    }

    private static String fit(Answer.Statement statement) {
        for (var citation : statement.citations()) {
            if (citation.fit().kind().equals("indirect")) {
                return " (indirect: " + citation.fit().difference() + ")";
            }
            if (citation.fit().kind().equals("unstated")) {
                return " (population not stated)";
            }
        }
        return "";
    }

    private static String marks(List<Answer.Citation> citations) {
        return citations.isEmpty()
                ? ""
                : " ["
                        + String.join(
                                ", ",
                                citations.stream()
                                        .map(citation -> Integer.toString(citation.mark()))
                                        .distinct()
                                        .toList())
                        + "]";
    }

    private void references() {
        heading("References");
        Map<String, List<Answer.Reference>> groups = new java.util.LinkedHashMap<>();
        for (var reference : answer.references()) {
            groups.computeIfAbsent(reference.group(), group -> new java.util.ArrayList<>())
                    .add(reference);
        }
        if (groups.isEmpty()) {
            line("", "None.");
        }
        groups.forEach((group, references) -> {
            line("", group);
            for (var reference : references) {
                line("  [" + reference.mark() + "] ", words(reference));
            }
        });
    }

    private void overviews() {
        List<Answer.BoardOverview> named = answer.overviews();
        if (named == null) {
            return;
        }
        heading("Board overviews");
        line("", "No sources of their own: what stands in them rests on the sources above.");
        for (Answer.BoardOverview one : named) {
            line(
                    "  ",
                    one.title()
                            + (one.approved() == null ? "" : ", approved " + one.approved())
                            + ", holds "
                            + one.statements().size()
                            + (one.statements().size() == 1 ? " statement" : " statements")
                            + " of this answer: /articles/"
                            + one.address());
        }
    }

    private static String words(Answer.Reference reference) {
        StringBuilder words = new StringBuilder();
        if (!reference.authors().isEmpty()) {
            words.append(
                    String.join(
                            ", ",
                            reference
                                    .authors()
                                    .subList(0, Math.min(3, reference.authors().size()))));
            words.append(reference.authors().size() > 3 ? " et al. " : ". ");
        } else if (reference.issuer() != null) {
            words.append(reference.issuer()).append(". ");
        }
        words.append(reference.title()).append(". ");
        if (reference.venue() != null) {
            words.append(reference.venue()).append(". ");
        } else if (reference.year() != null) {
            words.append(reference.year()).append(". ");
        }
        if (reference.pmid() != null) {
            words.append("PMID ").append(reference.pmid()).append(". ");
        }
        if (reference.doi() != null) {
            words.append("doi:").append(reference.doi()).append(". ");
        }
        words.append(reference.design());
        if (reference.n() != null) {
            words.append(", n = ").append(reference.n());
        }
        words.append("; ").append(reference.population());
        if (!reference.standing().equals("current")) {
            words.append("; ").append(reference.standing().toUpperCase(java.util.Locale.ROOT));
        }
        if (reference.textKind().startsWith("summary")) {
            words.append("; held as Oropos's summary, not the source's own words");
        }
        return words.append('.').toString();
    }

    private void basis() {
        heading("Basis");
        var basis = answer.basis();
        line(
                "",
                basis.sourcesSearched()
                        + " sources searched, "
                        + basis.sourcesFound()
                        + " found, "
                        + basis.sourcesUsed()
                        + " used. Set aside: "
                        + counted(basis.setAside())
                        + ".");
        line("", basis.method() + " " + String.join(" ", basis.limits()) + " Not for emergencies.");
        if (view.isTold()) {
            line(
                    "",
                    "Plain words: reading "
                            + view.readability().words()
                            + " by four formulas: an alarm, not a proof that it is understood.");
        }
        if (answer.receipt() != null) {
            line("", "Receipt " + answer.receipt().answer());
        }
    }

    private static String counted(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        new TreeMap<>(counts)
                                .entrySet().stream()
                                        .map(one -> one.getValue() + " " + one.getKey())
                                        .toList());
    }

    private void heading(String words) {
        out.append('\n').append(words).append('\n').append("-".repeat(words.length())).append('\n');
    }

    private void rule() {
        out.append("=".repeat(WIDTH)).append('\n');
    }

    private void line(String lead, String words) {
        line(out, lead, words);
    }

    /// Writes words after a lead, broken at spaces, the lines after the first as far in as the lead.
    static void line(StringBuilder out, String lead, String words) {
        String rest = lead + words;
        String indent = " ".repeat(lead.length());
        while (rest.length() > WIDTH) {
            int cut = rest.lastIndexOf(' ', WIDTH);
            if (cut <= indent.length()) {
                cut = rest.indexOf(' ', WIDTH);
                if (cut < 0) {
                    break;
                }
            }
            out.append(rest, 0, cut).append('\n');
            rest = indent + rest.substring(cut + 1);
        }
        out.append(rest).append('\n');
    }
}

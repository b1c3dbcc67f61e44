package oropos.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer.Statement;

/// An answer as it is handed over to whoever has the patient next.
///
/// It is made of what was told and not told in typed fields, and of statements with their citation
/// marks; the words that were typed are not part of it, so that nothing which names a person can be
/// carried along. A patient of 90 or more is "90 years or older": few people are, and an exact age points at
/// one. Nothing is worded anew.
///
/// @param form what it is arranged by
/// @param parts in the order they are read
/// @param sources one line for each mark used
/// @param note what it is and is not
public record HandoverSheet(Form form, List<Part> parts, List<String> sources, String note) {

    /// An age from which an exact one is not told: the line of the United States' rule for
    /// de-identified records (45 CFR 164.514(b)(2)(i)(C): ages over 89).
    static final int OLD = 90;

    /// Statements taken of one section: a handover that is not read helps nobody.
    static final int MOST_OF_A_SECTION = 3;

    /// How a handover is arranged.
    public enum Form {
        /// Situation, background, assessment, recommendation.
        SBAR("sbar"),
        /// What the next shift does now, tonight, in the morning, and whom it calls.
        SHIFT("shift");

        private final String code;

        Form(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Form> named(@Nullable String code) {
            return Arrays.stream(values()).filter(form -> form.code.equals(code)).findFirst();
        }
    }

    /// @param lines may be empty, which is shown: nothing was found for it
    public record Part(String heading, List<String> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    public HandoverSheet {
        parts = List.copyOf(parts);
        sources = List.copyOf(sources);
    }

    /// @param answer to one question; of several each is handed over by itself
    public static HandoverSheet of(Answer answer, Form form) {
        return new Writer(answer).write(form);
    }

    /// As text, to be pasted.
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.heading().toUpperCase(Locale.ROOT)).append('\n');
            part.lines().forEach(line -> text.append("- ").append(line).append('\n'));
            if (part.lines().isEmpty()) {
                text.append("- nothing found for this\n");
            }
            text.append('\n');
        }
        if (!sources.isEmpty()) {
            text.append("SOURCES\n");
            sources.forEach(line -> text.append(line).append('\n'));
            text.append('\n');
        }
        return text.append(note).append('\n').toString();
    }

    /// As JSON: `{form, note, parts [{heading, lines[]}], sources[]}`.
    public String json() {
        return AnswerJson.canonical(
                Map.of("form", form.code(), "parts", parts, "sources", sources, "note", note));
    }

    private static final class Writer {

        private final Answer answer;
        private final Set<Integer> marks = new TreeSet<>();
        private final Set<String> said = new LinkedHashSet<>();

        Writer(Answer answer) {
            this.answer = answer;
        }

        HandoverSheet write(Form form) {
            List<Part> parts =
                    switch (form) {
                        case SBAR -> sbar();
                        case SHIFT -> shift();
                    };
            List<String> sources =
                    answer.references().stream()
                            .filter(one -> marks.contains(one.mark()))
                            .map(Writer::source)
                            .toList();
            return new HandoverSheet(form, parts, sources, note());
        }

        private List<Part> sbar() {
            List<String> assessment = new ArrayList<>(lead());
            outcome(assessment);
            if (!assessment.isEmpty()) {
                Answer.Card card = answer.bottomLine().card();
                assessment.add(
                        ("Certainty: " + card.certainty() + ". " + card.certaintyReason()).strip());
            }
            answer.conflicts()
                    .forEach(conflict ->
                            assessment.add("Sources disagree on " + conflict.outcome() + "."));
            List<String> recommendation = new ArrayList<>(branches());
            recommendation.addAll(sections("initial", "escalate"));
            recommendation.addAll(statements(answer.bottomLine().card().decides()));
            recommendation.addAll(toAsk(unknown -> Boolean.TRUE.equals(unknown.changes())));
            return List.of(
                    new Part("Situation", situation()),
                    new Part("Background", background()),
                    new Part("Assessment", assessment),
                    new Part("Recommendation", recommendation));
        }

        private List<Part> shift() {
            List<String> now = new ArrayList<>(situation());
            now.addAll(toAsk(unknown -> Boolean.TRUE.equals(unknown.changes())));
            now.addAll(lead());
            now.addAll(branches());
            outcome(now);
            List<String> tonight = sections("monitoring", "harms", "pitfalls");
            List<String> morning = new ArrayList<>(sections("diagnosis", "initial"));
            morning.addAll(toAsk(unknown -> !Boolean.TRUE.equals(unknown.changes())));
            List<String> refer = new ArrayList<>(sections("escalate"));
            refer.addAll(statements(answer.bottomLine().card().decides()));
            return List.of(
                    new Part("Now", now),
                    new Part("Tonight", tonight),
                    new Part("In the morning", morning),
                    new Part("Refer", refer));
        }

        /// What heads the answer, and that nobody checked it where a program chose it.
        private List<String> lead() {
            List<String> lines = new ArrayList<>(statements(answer.bottomLine().lead()));
            if (!lines.isEmpty() && answer.bottomLine().chosenByWords()) {
                lines.add(Answer.BottomLine.CHOSEN_BY_WORDS);
            }
            return lines;
        }

        /// Urgent signs and who the patient is.
        private List<String> situation() {
            List<String> lines = new ArrayList<>();
            answer.urgent().forEach(sign -> lines.add(sign.action() + " (" + sign.sign() + ")"));
            List<String> who = new ArrayList<>();
            UnderstoodView.PatientView patient = answer.understood().patient();
            if (patient.age() != null) {
                who.add(age(patient.age()));
            } else if (patient.ageRange() != null) {
                who.add(patient.ageRange());
            }
            if (patient.sex() != null) {
                who.add(patient.sex());
            }
            if (Boolean.TRUE.equals(patient.pregnant())) {
                who.add("pregnant");
            }
            if (Boolean.TRUE.equals(patient.lactating())) {
                who.add("breastfeeding");
            }
            lines.add("Patient: " + (who.isEmpty() ? "not told" : String.join(", ", who)));
            findings("Problem", answer.understood().problems()).ifPresent(lines::add);
            return lines;
        }

        private List<String> background() {
            List<String> lines = new ArrayList<>();
            findings("Drugs named", answer.understood().drugs()).ifPresent(lines::add);
            findings("Procedures named", answer.understood().procedures()).ifPresent(lines::add);
            findings("Tests named", answer.understood().tests()).ifPresent(lines::add);
            answer.understood()
                    .patient()
                    .facts()
                    .forEach(
                            (key, value) -> lines.add("Told: " + words(key) + ": " + words(value)));
            answer.premises()
                    .forEach(premise ->
                            lines.add(premise.correction() + marks(premise.citations())));
            if (!answer.notTold().isEmpty()) {
                lines.add(
                        "Not told: "
                                + String.join(
                                        "; ",
                                        answer.notTold().stream()
                                                .map(Answer.Unknown::name)
                                                .toList()));
            }
            return lines;
        }

        private static Optional<String> findings(
                String name, List<UnderstoodView.FindingView> findings) {
            Map<String, String> named = new LinkedHashMap<>();
            for (UnderstoodView.FindingView finding : findings) {
                String levels = String.join(", ", finding.levels());
                String told = finding.name() + (levels.isEmpty() ? "" : " (" + levels + ")");
                named.put(
                        finding.id() + levels,
                        switch (finding.assertion()) {
                            case "negated" -> "no " + told;
                            case "possible" -> told + "?";
                            case "past" -> told + " (past)";
                            case "family" -> told + " (family)";
                            default -> told;
                        });
            }
            return named.isEmpty()
                    ? Optional.empty()
                    : Optional.of(name + ": " + String.join("; ", named.values()));
        }

        private static String age(UnderstoodView.AgeView age) {
            if (age.unit().equals("a") && age.value() >= OLD) {
                return OLD + " years or older";
            }
            String value =
                    age.value() == Math.rint(age.value())
                            ? String.valueOf((long) age.value())
                            : String.valueOf(age.value());
            return value
                    + switch (age.unit()) {
                        case "d" -> " days";
                        case "wk" -> " weeks";
                        case "mo" -> " months";
                        case "h" -> " hours";
                        default -> " years";
                    };
        }

        private void outcome(List<String> lines) {
            String words = answer.outcome().words();
            if (lines.isEmpty() && words != null && !words.isEmpty()) {
                lines.add(words);
            }
        }

        private List<String> branches() {
            List<String> lines = new ArrayList<>();
            for (Answer.Branch branch : answer.bottomLine().branches()) {
                for (Statement statement : branch.statements()) {
                    lines.add(branch.condition() + ": " + line(statement));
                }
            }
            return lines;
        }

        private List<String> sections(String... keys) {
            List<String> lines = new ArrayList<>();
            for (String key : keys) {
                answer.sections().stream()
                        .filter(section -> section.key().equals(key))
                        .forEach(section ->
                                lines.addAll(
                                        statements(
                                                section.statements().stream()
                                                        .filter(one -> !said.contains(one.text()))
                                                        .limit(MOST_OF_A_SECTION)
                                                        .toList())));
            }
            return lines;
        }

        private List<String> toAsk(Predicate<Answer.Unknown> which) {
            return answer.notTold().stream()
                    .filter(which)
                    .map(unknown -> "Find out: " + unknown.ask())
                    .toList();
        }

        private List<String> statements(Collection<Statement> statements) {
            return statements.stream()
                    .filter(one -> !said.contains(one.text()))
                    .map(this::line)
                    .toList();
        }

        private String line(Statement statement) {
            said.add(statement.text());
            return statement.text() + marks(statement.citations());
        }

        private String marks(List<Answer.Citation> citations) {
            Set<Integer> used = new TreeSet<>();
            citations.forEach(citation -> used.add(citation.mark()));
            marks.addAll(used);
            StringBuilder words = new StringBuilder();
            used.forEach(mark -> words.append(" [").append(mark).append(']'));
            return words.toString();
        }

        private static String source(Answer.Reference reference) {
            String id =
                    reference.pmid() != null
                            ? " PMID " + reference.pmid()
                            : reference.doi() != null ? " doi:" + reference.doi() : "";
            String standing =
                    reference.standing().equals("current") ? "" : " (" + reference.standing() + ")";
            return "["
                    + reference.mark()
                    + "] "
                    + reference.title().replaceFirst("\\.$", "")
                    + "."
                    + (reference.year() == null ? "" : " " + reference.year() + ".")
                    + id
                    + standing;
        }

        private String note() {
            Answer.Receipt receipt = answer.receipt();
            return "Not reviewed by a person; no order. Evidence to "
                    + answer.basis().asOf()
                    + (receipt == null
                            ? "."
                            : ". Answer "
                                    + receipt.answer()
                                            .substring(0, Math.min(12, receipt.answer().length()))
                                    + ".")
                    + " Add who and where by hand: no identifiers were copied.";
        }

        /// "glucocorticoidsNow" as "glucocorticoids now".
        private static String words(String code) {
            return code.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        }
    }
}

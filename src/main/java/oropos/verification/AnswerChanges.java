package oropos.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.library.Passage;
import oropos.library.Source;
import oropos.library.SourceId;

/// What changed from one answer to another, and which source or rule made the difference.
///
/// The reasons come from the files alone: who was asked what, under which rules, what was found
/// (the candidates of the receipts), what was cited, in which version and standing. Where a source
/// fell out of the answer although it was found again, the library at hand may say why.
public final class AnswerChanges {

    /// Longest words of a statement that are told.
    static final int LONGEST = 160;

    /// Why answers differ, the weightiest first: this is the order of the first sentence.
    enum Kind {
        QUESTION("another question"),
        STANDING("changed standing"),
        REMOVED("no longer found"),
        ADDED("new"),
        VERSION("another text"),
        WEIGHED("found, but used otherwise"),
        RULE("changed rule");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /// @param leads whether it stands at the head of either answer
    private record Cause(Kind kind, String words, boolean leads) {}

    /// What is told: one sentence, then a line for each cause and each statement come or gone.
    ///
    /// @param same whether the answers are the same apart from who signed them
    public record Told(boolean same, String sentence, List<String> lines) {
        public Told {
            lines = List.copyOf(lines);
        }

        public String text() {
            return sentence + lines.stream().map(line -> "\n" + line).collect(Collectors.joining());
        }
    }

    private final Answer one;
    private final Answer other;
    private final Function<SourceId, Optional<Source>> library;

    private AnswerChanges(Answer one, Answer other, Function<SourceId, Optional<Source>> library) {
        this.one = one;
        this.other = other;
        this.library = library;
    }

    /// @param one the earlier answer
    /// @param other the later one
    /// @param library knows how sources stand now; empty where there is no library at hand
    public static Told between(
            Answer one, Answer other, Function<SourceId, Optional<Source>> library) {
        return new AnswerChanges(one, other, library).told();
    }

    private Told told() {
        if (AnswerJson.hash(bare(one)).equals(AnswerJson.hash(bare(other)))) {
            return new Told(true, "The two answers are the same.", List.of());
        }
        List<Cause> causes = new ArrayList<>();
        question(causes);
        sources(causes);
        rules(causes);
        causes.sort(Comparator.comparing(Cause::kind).thenComparing(cause -> !cause.leads()));
        List<String> lines = new ArrayList<>();
        for (Cause cause : causes) {
            lines.add(cause.kind().words + ": " + cause.words());
        }
        lines.addAll(outcomes());
        lines.addAll(statements("only in the first: ", one, other));
        lines.addAll(statements("only in the second: ", other, one));
        return new Told(false, sentence(causes), lines);
    }

    /// Whatever a line of a batch was called, it is the same answer.
    private static Answer bare(Answer answer) {
        return answer.withReceipt(null).withId(null);
    }

    private String sentence(List<Cause> causes) {
        String effect = effect();
        List<Cause> leading = causes.stream().filter(Cause::leads).toList();
        Optional<Cause> first =
                causes.stream()
                        .filter(cause -> cause.kind() == Kind.QUESTION)
                        .findFirst()
                        .or(() -> leading.stream().findFirst())
                        .or(() -> causes.stream().findFirst());
        if (first.isEmpty()) {
            return effect
                    + (one.basis().asOf().equals(other.basis().asOf())
                            ? ", and neither sources nor rules named in the files say why: the program is another."
                            : ", only the date of the library did: "
                                    + one.basis().asOf()
                                    + ", then "
                                    + other.basis().asOf()
                                    + ".");
        }
        int more = causes.size() - 1;
        return effect
                + " because of "
                + first.get().words()
                + " ("
                + first.get().kind().words
                + ")"
                + (more == 0 ? "." : ", and of " + more + " more below.");
    }

    private String effect() {
        if (!Objects.equals(leads(one), leads(other))) {
            return "The bottom line changed";
        }
        if (!one.outcome().kind().equals(other.outcome().kind())) {
            return "The outcome changed";
        }
        if (!Objects.equals(one.direction(), other.direction())) {
            return "The direction changed";
        }
        return said(one).equals(said(other))
                ? "The same is said, on other grounds,"
                : "The bottom line is the same, what stands below it changed";
    }

    private static List<String> leads(Answer answer) {
        List<String> leads = new ArrayList<>();
        answer.bottomLine().lead().forEach(statement -> leads.add(statement.text()));
        answer.bottomLine()
                .branches()
                .forEach(branch ->
                        branch.statements().forEach(statement -> leads.add(statement.text())));
        return leads;
    }

    private void question(List<Cause> causes) {
        if (!one.asked().equals(other.asked())) {
            causes.add(
                    new Cause(
                            Kind.QUESTION,
                            "the words asked, \""
                                    + cut(one.asked())
                                    + "\" and \""
                                    + cut(other.asked())
                                    + "\"",
                            true));
        } else if (!one.understood().reader().equals(other.understood().reader())) {
            causes.add(
                    new Cause(
                            Kind.QUESTION,
                            "the reader, "
                                    + one.understood().reader()
                                    + " and "
                                    + other.understood().reader(),
                            true));
        }
    }

    private void rules(List<Cause> causes) {
        Set<String> names = new TreeSet<>(one.basis().rules().keySet());
        names.addAll(other.basis().rules().keySet());
        for (String name : names) {
            String before = one.basis().rules().getOrDefault(name, "none");
            String after = other.basis().rules().getOrDefault(name, "none");
            if (!before.equals(after)) {
                causes.add(
                        new Cause(
                                Kind.RULE,
                                "the rules of " + name + ", " + before + ", then " + after,
                                false));
            }
        }
    }

    private void sources(List<Cause> causes) {
        Map<String, Answer.Reference> before = references(one);
        Map<String, Answer.Reference> after = references(other);
        Map<String, Set<String>> foundBefore = found(one);
        Map<String, Set<String>> foundAfter = found(other);
        Set<String> works = new LinkedHashSet<>(before.keySet());
        works.addAll(after.keySet());
        for (String work : works) {
            Answer.Reference was = before.get(work);
            Answer.Reference is = after.get(work);
            boolean leads = leadsWith(one, work) || leadsWith(other, work);
            if (was != null && is != null) {
                if (!was.standing().equals(is.standing())) {
                    causes.add(
                            new Cause(
                                    Kind.STANDING,
                                    name(is) + ", " + was.standing() + ", then " + is.standing(),
                                    leads));
                } else if (!versions(one, work).equals(versions(other, work))) {
                    causes.add(new Cause(Kind.VERSION, name(is), leads));
                }
            } else if (was != null) {
                causes.add(gone(was, foundAfter, leads));
            } else if (is != null) {
                causes.add(
                        foundBefore.containsKey(is.source())
                                ? new Cause(Kind.WEIGHED, name(is) + ", cited only now", leads)
                                : new Cause(Kind.ADDED, name(is), leads));
            }
        }
    }

    private Cause gone(Answer.Reference was, Map<String, Set<String>> foundAfter, boolean leads) {
        Optional<Source> now = library.apply(new SourceId(was.source()));
        if (now.isPresent() && !now.get().standing().code().equals(was.standing())) {
            return new Cause(
                    Kind.STANDING,
                    name(was) + ", " + was.standing() + ", now " + now.get().standing().code(),
                    leads);
        }
        return foundAfter.containsKey(was.source())
                ? new Cause(Kind.WEIGHED, name(was) + ", cited no longer", leads)
                : new Cause(Kind.REMOVED, name(was), leads);
    }

    private static Map<String, Answer.Reference> references(Answer answer) {
        Map<String, Answer.Reference> references = new LinkedHashMap<>();
        answer.references().forEach(one -> references.put(one.work(), one));
        return references;
    }

    /// Versions among the candidates, by source.
    private static Map<String, Set<String>> found(Answer answer) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        Answer.Receipt receipt = answer.receipt();
        if (receipt != null) {
            for (int i = 0; i < receipt.candidates().size(); i++) {
                Candidates.read(receipt.candidates().get(i), i + 1)
                        .ifPresent(candidate -> {
                            Passage.Id id = candidate.passage();
                            found.computeIfAbsent(id.source().value(), any -> new TreeSet<>())
                                    .add(id.version());
                        });
            }
        }
        return found;
    }

    private static Set<String> versions(Answer answer, String work) {
        return Statements.citations(answer).stream()
                .filter(citation -> citation.work().equals(work))
                .map(citation -> citation.source() + "@" + citation.version())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean leadsWith(Answer answer, String work) {
        return java.util.stream.Stream.concat(
                        answer.bottomLine().lead().stream(),
                        answer.bottomLine().branches().stream()
                                .flatMap(branch -> branch.statements().stream()))
                .flatMap(statement -> statement.citations().stream())
                .anyMatch(citation -> citation.work().equals(work));
    }

    private static String name(Answer.Reference reference) {
        return "\""
                + cut(reference.title())
                + "\""
                + (reference.year() == null ? "" : ", " + reference.year())
                + " ("
                + reference.source()
                + ")";
    }

    private List<String> outcomes() {
        List<String> lines = new ArrayList<>();
        if (!one.outcome().kind().equals(other.outcome().kind())
                || !Objects.equals(one.outcome().reason(), other.outcome().reason())) {
            lines.add("outcome: " + outcome(one) + ", then " + outcome(other));
        }
        if (!Objects.equals(one.direction(), other.direction())) {
            lines.add("direction: " + one.direction() + ", then " + other.direction());
        }
        return lines;
    }

    private static String outcome(Answer answer) {
        String reason = answer.outcome().reason();
        return answer.outcome().kind() + (reason == null ? "" : " (" + reason + ")");
    }

    private static List<String> statements(String lead, Answer from, Answer without) {
        Set<String> left = new LinkedHashSet<>(said(from));
        left.removeAll(said(without));
        return left.stream().map(text -> lead + cut(text)).toList();
    }

    private static Set<String> said(Answer answer) {
        return Statements.of(answer).stream()
                .map(placed -> placed.statement().text())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "...";
    }
}

package oropos.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oropos.terminology.Concept;
import oropos.terminology.Sentences;
import oropos.terminology.Terminology;

/// What a turn points at of all that was named in the thread: "the dose of it for him" two turns after
/// amoxicillin, "the other one", "the antibiotic", "the scan".
///
/// The turn right before is asked first; further back the one thing of the kind that was asked about is
/// meant, and where two fit it is asked back. A drug that was only told as taken is not asked about, and no
/// further is looked back than to where somebody else was told of. The words are a list editors own,
/// `named-before.tsv`.
final class NamedBefore {

    static final String FILE = "named-before.tsv";

    /// What is meant.
    sealed interface Meant {

        /// @param finding what was named
        /// @param turn number of the text before in which it was named last
        record One(Finding finding, int turn) implements Meant {}

        /// Two fit.
        record Several() implements Meant {}
    }

    private enum Which {
        LAST,
        OTHER,
        FIRST,
        SECOND
    }

    private record Row(
            Which which,
            boolean drug,
            Pattern pattern,
            List<String> under,
            String ex,
            String not) {}

    /// What one turn asks about.
    private record Named(int turn, Finding finding) {}

    private static final Pattern ASKED =
            Pattern.compile(
                    "(?i)\\b(?:should|can|could|may|must|would|shall|does|do|will)\\b[^.?!]*\\b(?:take|have|use|try|get)(?: \\p{L}+-?\\p{L}*){0,2} *$");

    private final List<Row> rows = new ArrayList<>();
    private final Terminology terminology;

    NamedBefore(RuleFile.Table table, Terminology terminology) {
        this.terminology = terminology;
        for (List<String> row : table.rows()) {
            rows.add(
                    new Row(
                            Which.valueOf(row.get(0).toUpperCase(Locale.ROOT)),
                            row.get(1).equals("drug"),
                            Pattern.compile("(?i)\\b(?:" + row.get(2) + ")(?!\\w)"),
                            row.get(3).equals("-") ? List.of() : List.of(row.get(3).split(" ")),
                            row.get(4),
                            row.get(5)));
        }
    }

    /// Whether a turn says any of the words.
    boolean pointsIn(String text) {
        return rows.stream().anyMatch(row -> row.pattern().matcher(text).find());
    }

    /// What is meant; nothing where the turn points at nothing that is not carried over anyway.
    ///
    /// @param before what each text before says, the first one first
    /// @param texts those texts
    Optional<Meant> in(String text, Said now, List<Said> before, List<String> texts) {
        if (now.drugs().stream().anyMatch(one -> !isGeneral(one, text))) {
            return Optional.empty();
        }
        for (Row row : rows) {
            Matcher found = row.pattern().matcher(text);
            if (found.find()) {
                return meant(row, before, texts);
            }
        }
        return Optional.empty();
    }

    /// "The antibiotic": a word for a kind, of which one was named.
    private boolean isGeneral(Finding one, String text) {
        return rows.stream()
                .filter(Row::drug)
                .map(row -> row.pattern().matcher(text))
                .anyMatch(found -> found.find() && found.group().contains(one.words()));
    }

    private Optional<Meant> meant(Row row, List<Said> before, List<String> texts) {
        int from = sinceSomebodyElse(before);
        List<Named> asked = new ArrayList<>();
        for (int turn = from; turn < before.size(); turn++) {
            for (Finding one : asked(row, before.get(turn), texts.get(turn))) {
                asked.add(new Named(turn, one));
            }
        }
        Map<String, Named> latest = new LinkedHashMap<>();
        asked.forEach(one -> latest.merge(one.finding().id(), one, (old, next) -> next));
        List<Named> all = List.copyOf(latest.values());
        int last = before.size() - 1;
        List<Named> now = all.stream().filter(one -> one.turn() == last).toList();
        return switch (row.which()) {
            case LAST -> {
                if (now.size() == 1 || all.isEmpty()) {
                    yield now.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    isAlone(row, before.getLast(), texts.getLast())
                                            ? one(now.getFirst())
                                            : new Meant.Several());
                }
                yield Optional.of(all.size() == 1 ? one(all.getFirst()) : new Meant.Several());
            }
            case OTHER -> {
                List<Named> rest = all.stream().filter(one -> one.turn() != last).toList();
                if (all.size() < 2) {
                    yield Optional.empty();
                }
                yield Optional.of(
                        now.size() == 1 && rest.size() == 1
                                ? one(rest.getFirst())
                                : new Meant.Several());
            }
            case FIRST, SECOND -> {
                if (all.size() < 2) {
                    yield Optional.empty();
                }
                yield Optional.of(one(all.get(row.which() == Which.FIRST ? 0 : 1)));
            }
        };
    }

    /// Whether nothing of the kind was carried along beside what the last turn named: "does it interact with
    /// ibuprofen?" names one and is asked of another.
    private boolean isAlone(Row row, Said last, String text) {
        Set<String> taken = row.drug() ? taken(text, last, terminology) : Set.of();
        return !row.drug()
                || last.drugs().stream()
                                .filter(Finding::isSearched)
                                .filter(one -> isUnder(row, one) && !taken.contains(one.id()))
                                .count()
                        == 1;
    }

    private static Meant one(Named named) {
        return new Meant.One(named.finding(), named.turn());
    }

    /// What the questions of a turn name; what it only tells is asked about where no turn asks anything.
    private List<Finding> asked(Row row, Said said, String text) {
        Corrections corrections = Corrections.in(text);
        String main = corrections.main();
        StringBuilder asking = new StringBuilder();
        for (var span : Sentences.of(main)) {
            String sentence = span.of(main).strip();
            if (sentence.endsWith("?") || TurnCue.OPENS.isIn(sentence)) {
                asking.append(sentence).append(' ');
            }
        }
        String own = asking.isEmpty() ? main : asking.toString();
        List<Finding> findings = new ArrayList<>(row.drug() ? said.drugs() : said.procedures());
        if (!row.drug()) {
            findings.addAll(said.tests());
        }
        Set<String> taken = row.drug() ? taken(text, said, terminology) : Set.of();
        return findings.stream()
                .filter(Finding::isSearched)
                .filter(one -> own.contains(one.words()) || pointsIn(main))
                .filter(one -> !taken.contains(one.id()))
                .filter(one -> isUnder(row, one))
                .toList();
    }

    /// Ids of the drugs a text tells as taken: not of those it asks about, "should a man of 60 take aspirin?".
    static Set<String> taken(String text, Said said, Terminology terminology) {
        Set<String> taken =
                Particulars.in(text, terminology).drugs().stream()
                        .filter(drug -> "current".equals(drug.use()))
                        .map(Particulars.Drug::id)
                        .filter(id ->
                                said.drugs().stream()
                                        .filter(drug -> drug.id().equals(id))
                                        .noneMatch(drug -> isAskedAbout(drug, text)))
                        .collect(Collectors.toSet());
        said.drugs().stream()
                .filter(drug -> drug.isSearched() && NamedInTurn.isInTheCase(drug, text))
                .forEach(drug -> taken.add(drug.id()));
        for (Finding one : said.drugs()) {
            for (Finding next : said.drugs()) {
                if (taken.contains(one.id()) && isJoined(one, next, text)) {
                    taken.add(next.id());
                }
            }
        }
        return taken;
    }

    /// "Takes salbutamol and budesonide"
    private static boolean isJoined(Finding one, Finding next, String text) {
        int from = text.indexOf(one.words()) + one.words().length();
        int to = text.indexOf(next.words(), from);
        return to > from && text.substring(from, to).matches("(?i),? (?:and |plus |with )?");
    }

    private static boolean isAskedAbout(Finding drug, String text) {
        int at = text.indexOf(drug.words());
        return at > 0 && ASKED.matcher(text.substring(0, at)).find();
    }

    private boolean isUnder(Row row, Finding finding) {
        Optional<Concept> concept = terminology.concept(finding.id());
        if (row.under().isEmpty()) {
            return true;
        }
        return row.under().stream()
                .anyMatch(under -> concept.isPresent() && isUnder(concept.get(), under));
    }

    private boolean isUnder(Concept concept, String under) {
        String id = under.replace("+", "");
        if (!id.startsWith("mesh:")) {
            return concept.trees().stream()
                    .anyMatch(tree -> tree.equals(id) || tree.startsWith(id + "."));
        }
        return under.endsWith("+")
                ? terminology.concept(id).filter(concept::isA).isPresent()
                : concept.id().equals(id);
    }

    /// The first turn since the patient is the same.
    private static int sinceSomebodyElse(List<Said> before) {
        Patient patient = before.getLast().patient();
        int from = before.size() - 1;
        while (from > 0 && isSame(before.get(from - 1).patient(), patient)) {
            from--;
        }
        return from;
    }

    private static boolean isSame(Patient one, Patient other) {
        boolean age =
                one.age() == null || other.age() == null || Objects.equals(one.age(), other.age());
        boolean sex = one.sex() == null || other.sex() == null || one.sex() == other.sex();
        return age && sex;
    }

    /// Rows whose example is not heard or whose look-alike is: for checking the file.
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Row row : rows) {
            if (!row.pattern().matcher(row.ex()).find()) {
                faults.add("not heard: " + row.ex());
            }
            if (row.pattern().matcher(row.not()).find()) {
                faults.add("heard: " + row.not());
            }
        }
        return faults;
    }
}

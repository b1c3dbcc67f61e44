package oropos.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.Connectives;
import oropos.answer.Explanations;
import oropos.answer.FoldedFigures;
import oropos.answer.Glossary;
import oropos.answer.LayTellings;
import oropos.answer.ListedItems;
import oropos.answer.OwnSentences;
import oropos.answer.PartedSentences;
import oropos.answer.Shares;
import oropos.terminology.Ages;
import oropos.terminology.Concept;
import oropos.terminology.Doses;
import oropos.terminology.Hedges;
import oropos.terminology.Negations;
import oropos.terminology.Quantities;
import oropos.terminology.Span;
import oropos.terminology.Terminology;
import oropos.terminology.Words;
import oropos.verification.StatementCheck.Finding;

/// Whether what a patient reads says what the statement says.
///
/// Taken off first is what may be added: the frame before an action, the bullets of a list, so many in
/// 100 beside a share where the count is exactly the share, the line of figures where it holds to the
/// letter what was taken out of brackets of the statement, and the lines that explain terms, which must stand in the
/// glossary letter for letter and speak of a term of the statement. What is left must be the
/// statement, word for word in the same order, once plain words stand for their terms in both.
/// A sentence may end only where the statement's own ends, or where it may be parted. Where a relative clause
/// may stand alone ([OwnSentences]), "it" or "this" may stand for its "that" or "which", there and nowhere else.
/// What the author of the words gave for patients is held to what the record has, letter for letter.
/// Then numbers, doses, drugs, denials and reservations are read out of both as they stand ([ToldFacts]), and
/// forms that plain words make with their neighbours and that say something else ([ToldForms]).
/// Nothing can be dropped, added, turned round or made surer without one of the two lists differing.
final class TellingCheck {

    /// Words of strength and of comparison whose loss is named as such.
    private static final Pattern STRENGTH =
            Pattern.compile(
                    "\\b(must|should|recommend\\w*|advise\\w*|strong|weak|moderate|conditional|grade [a-di]"
                            + "|certainty|against|neither|consider\\w*|only|alone|all|most|some|few|many|more|less"
                            + "|higher|lower|at least|at most|above|below|before|after)\\b",
                    Pattern.CASE_INSENSITIVE);

    private final OwnWording own = new OwnWording();
    private final Terminology terminology;
    private final ToldFacts facts;
    private final Explanations explanations;

    /// All that the judgement hangs on.
    private record Pair(
            String said, boolean strong, String told, String glossary, @Nullable String own) {}

    /// Pairs judged last: the same statements are told in the same words with every answer that holds
    /// them, to each reader, and again where an answer is verified.
    private final Cache<Pair, Optional<Finding>> known =
            Caffeine.newBuilder()
                    .maximumWeight(2_000_000)
                    .weigher((Pair pair, Optional<Finding> _) ->
                            pair.said().length() + pair.told().length() + 96)
                    .build();

    TellingCheck(Terminology terminology) {
        this(terminology, new Explanations());
    }

    /// @param explanations the glossary in use
    TellingCheck(Terminology terminology, Explanations explanations) {
        this.terminology = terminology;
        this.facts = new ToldFacts(terminology);
        this.explanations = explanations;
    }

    boolean holds(Answer.Statement statement, Answer.Telling telling) {
        return fault(statement, telling).isEmpty();
    }

    /// The same with what a record holds of the authors' own wordings.
    LayTellings.Check over(OpenRecord record) {
        return new LayTellings.Check() {
            @Override
            public boolean holds(Answer.Statement statement, Answer.Telling telling) {
                return fault(statement, telling, record).isEmpty();
            }

            @Override
            public Optional<String> ownWording(Answer.Statement statement) {
                return own.of(statement, record);
            }
        };
    }

    /// What is wrong with the tellings of a finished answer: one missing, one too many, one that says
    /// something else.
    List<Problem> faults(Answer answer, OpenRecord record) {
        if (answer.tellings() == null) {
            return List.of();
        }
        Map<String, Answer.Statement> statements = new HashMap<>();
        Statements.of(answer)
                .forEach(placed -> statements.put(placed.statement().id(), placed.statement()));
        List<Problem> problems = new ArrayList<>();
        if (!answer.tellings().keySet().equals(Set.copyOf(LayTellings.readers()))) {
            problems.add(
                    new Problem(
                            "tellings",
                            "telling",
                            "told to "
                                    + answer.tellings().keySet()
                                    + ", not to "
                                    + LayTellings.readers()));
        }
        answer.tellings()
                .forEach((reader, told) -> {
                    String at = "telling for " + reader;
                    List<String> ids = told.stream().map(Answer.Telling::id).toList();
                    if (!ids.equals(LayTellings.order(answer))) {
                        problems.add(
                                new Problem(
                                        at,
                                        "telling",
                                        "it does not tell every statement once and in order"));
                        return;
                    }
                    for (Answer.Telling one : told) {
                        fault(Objects.requireNonNull(statements.get(one.id())), one, record)
                                .ifPresent(fault ->
                                        problems.add(
                                                new Problem(
                                                        at + ", " + one.id(),
                                                        fault.code(),
                                                        fault.words())));
                    }
                });
        return problems;
    }

    /// Why a telling does not say what its statement says, or empty.
    Optional<Finding> fault(Answer.Statement statement, Answer.Telling telling) {
        return fault(statement, telling, (String) null);
    }

    /// The same where the record may hold an author's own wording.
    Optional<Finding> fault(Answer.Statement statement, Answer.Telling telling, OpenRecord record) {
        return fault(statement, telling, own.of(statement, record).orElse(null));
    }

    private Optional<Finding> fault(
            Answer.Statement statement, Answer.Telling telling, @Nullable String ownWording) {
        if (!statement.id().equals(telling.id())) {
            return wrong("telling", "it tells " + telling.id());
        }
        return known.get(
                new Pair(
                        statement.text(),
                        statement.strength() != null,
                        telling.text(),
                        explanations.version(),
                        ownWording),
                pair -> fault(pair, statement));
    }

    private Optional<Finding> fault(Pair pair, Answer.Statement statement) {
        Glossary glossary = explanations.glossary();
        List<String> lines =
                new ArrayList<>(List.of(pair.told().split("\n(?!" + ListedItems.BULLET + ")", -1)));
        if (pair.own() != null
                && LayTellings.unframed(lines.getFirst(), glossary).equals(pair.own())) {
            return inOwnWording(pair.own(), lines, statement, glossary);
        }
        FoldedFigures figures = FoldedFigures.of(oneLine(statement.text()));
        boolean folded = lines.size() > 1 && FoldedFigures.isLine(lines.get(1));
        if (folded && !lines.remove(1).equals(figures.line())) {
            return wrong("number", "the figures below it are not those of the statement");
        }
        String text = folded ? figures.text() : oneLine(statement.text());
        Optional<Finding> explained = explained(statement.text(), lines, glossary);
        if (explained.isPresent()) {
            return explained;
        }
        String said = ListedItems.inOneLine(lines.getFirst(), statement.text());
        String bare = LayTellings.unframed(said, glossary);
        if (!bare.equals(said) && !mayBeFramed(statement)) {
            return wrong("strength", "it is no action that somebody recommends");
        }
        said = bare;
        said = Shares.unsaid(said);
        if (!Doses.in(statement.text()).isEmpty() && !said.equals(oneLine(statement.text()))) {
            return wrong("dose", "a statement with an amount of a drug stands as it is");
        }
        String own = isHeldBack(said, glossary) ? text : OwnSentences.of(PartedSentences.of(text));
        if (!own.equals(text) && told(own, said, glossary).isEmpty()) {
            return readAgain(text, said);
        }
        Optional<Finding> asItStands = told(text, said, glossary);
        return asItStands.isPresent() ? asItStands : readAgain(text, said);
    }

    /// Behind "Population not stated:" a sentence stays whole; only a full stop there lets it be parted.
    private static boolean isHeldBack(String said, Glossary glossary) {
        String unstated = Connectives.words("unstated").strip();
        return said.startsWith(unstated) || said.startsWith(glossary.plain(unstated));
    }

    /// The rows of plain words stand in both texts when they are compared, so a row that is wrong is seen by
    /// neither: facts are read once more as a reader reads them, and so are forms that say something else.
    private Optional<Finding> readAgain(String text, String said) {
        return said.equals(text)
                ? Optional.empty()
                : facts.differPlainly(said, text).or(() -> ToldForms.amiss(said, text));
    }

    /// What is wrong with words told of a text, word for word once plain words stand in both.
    private Optional<Finding> told(String text, String said, Glossary glossary) {
        String before = glossary.plain(Shares.unsaid(text));
        String after = glossary.plain(said);
        if (!words(before).equals(words(after))) {
            return difference(before, after);
        }
        return stops(said) - stops(text) > breaks(text)
                        || !stopped(glossary.plain(Shares.unsaid(PartedSentences.of(text))), before)
                                .containsAll(stopped(after, ""))
                ? wrong("words", "it is parted where the statement is not")
                : Optional.empty();
    }

    /// The author's wording as it was given, what stood in brackets below it, and explanations of terms
    /// that it uses itself.
    private static Optional<Finding> inOwnWording(
            String own, List<String> lines, Answer.Statement statement, Glossary glossary) {
        String aside = LayTellings.aside(oneLine(statement.text()));
        if (!aside.isEmpty() && (lines.size() < 2 || !lines.remove(1).equals(aside))) {
            return wrong("words", "below it does not stand: " + aside);
        }
        if (!lines.getFirst().equals(own) && !mayBeFramed(statement)) {
            return wrong("strength", "it is no action that somebody recommends");
        }
        return explained(own, lines, glossary);
    }

    private static Optional<Finding> explained(String text, List<String> lines, Glossary glossary) {
        Set<String> held = new HashSet<>();
        glossary.named(text).forEach(term -> held.add(term.name()));
        for (String line : lines.subList(1, lines.size())) {
            var term = glossary.explained(line);
            if (term.isEmpty()) {
                return wrong("explanation", "the glossary does not say: " + line);
            }
            if (!held.remove(term.get().name())) {
                return wrong(
                        "explanation",
                        "the statement does not name "
                                + term.get().name()
                                + ", or it is told twice");
            }
        }
        return Optional.empty();
    }

    private static boolean mayBeFramed(Answer.Statement statement) {
        String text = statement.text().toLowerCase(Locale.ROOT);
        return statement.strength() != null
                && Negations.in(text).isEmpty()
                && !text.contains("against")
                && !text.contains("insufficient")
                && !text.contains("inconclusive");
    }

    private Optional<Finding> difference(String before, String after) {
        Map<String, Function<String, Map<String, Integer>>> readings =
                new java.util.LinkedHashMap<>();
        readings.put("number", TellingCheck::numbers);
        readings.put("negation", text -> counted(text, Negations.in(text)));
        readings.put("hedge", text -> counted(text, Hedges.in(text)));
        readings.put("drug", this::drugs);
        readings.put(
                "age",
                text -> counted(text, Ages.in(text).stream().map(Ages.Found::span).toList()));
        readings.put("strength", TellingCheck::strengths);
        for (var reading : readings.entrySet()) {
            var held = reading.getValue().apply(before);
            var said = reading.getValue().apply(after);
            if (!held.equals(said)) {
                return wrong(
                        reading.getKey(), "the statement has " + held + ", the telling " + said);
            }
        }
        return wrong("words", "it does not say all that the statement says, or says more");
    }

    private static Map<String, Integer> numbers(String text) {
        Map<String, Integer> counts = new TreeMap<>();
        Quantities.in(text)
                .forEach(one -> counts.merge(one.value() + " " + one.unit(), 1, Integer::sum));
        return counts;
    }

    private Map<String, Integer> drugs(String text) {
        Map<String, Integer> counts = new TreeMap<>();
        terminology
                .read(text)
                .of(Concept.Kind.DRUG)
                .forEach(mention -> counts.merge(mention.concept().name(), 1, Integer::sum));
        return counts;
    }

    private static Map<String, Integer> strengths(String text) {
        Map<String, Integer> counts = new TreeMap<>();
        STRENGTH.matcher(text)
                .results()
                .forEach(word ->
                        counts.merge(word.group().toLowerCase(Locale.ROOT), 1, Integer::sum));
        return counts;
    }

    private static Map<String, Integer> counted(String text, List<Span> spans) {
        Map<String, Integer> counts = new TreeMap<>();
        spans.forEach(
                span -> counts.merge(span.of(text).toLowerCase(Locale.ROOT), 1, Integer::sum));
        return counts;
    }

    private static List<String> words(String text) {
        return Words.of(text).stream().map(word -> word.equals("an") ? "a" : word).toList();
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ');
    }

    private static long stops(String text) {
        return STOP.matcher(text).results().count();
    }

    /// After how many words of one of two texts a sentence ends.
    private static Set<Integer> stopped(String text, String other) {
        Set<Integer> after = new HashSet<>();
        for (String one : List.of(text, other)) {
            var stop = STOP.matcher(one);
            while (stop.find()) {
                after.add(words(one.substring(0, stop.start())).size());
            }
        }
        return after;
    }

    private static long breaks(String text) {
        return BREAK.matcher(text).results().count();
    }

    private static final Pattern STOP = Pattern.compile("[.!?](?= |$)");
    private static final Pattern BREAK = Pattern.compile("[;:] | \\(|, (?:and|but|so) ");

    private static Optional<Finding> wrong(String code, String words) {
        return Optional.of(new Finding(code, words));
    }
}

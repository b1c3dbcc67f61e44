package oropos.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import oropos.library.PlainWording;
import oropos.terminology.Negations;

/// Tells an answer again to those who are not of the profession.
///
/// What may change: words, where the glossary holds a pair that says the same; sentences, parted where
/// a semicolon, a colon, a bracket or an "and" between two whole clauses parts them already; a row of
/// things set as a list; a share of people said once more as so many in 100; the figures of a
/// calculation on a line of their own; a term explained where it is first read; the order of sections. Everything else is a fact,
/// and facts do not depend on who reads.
///
/// Each statement is told in the plainest way that the check of the verification room lets through.
/// What does not pass stays as it was, with its terms explained. Where the author of the words gave a
/// wording for patients, that one is told: somebody who knew what was meant wrote it.
public final class LayTellings {

    /// Whether a telling says what its statement says.
    public interface Check {
        boolean holds(Answer.Statement statement, Answer.Telling telling);

        /// The wording for patients that the author of the statement's words gave for them.
        default Optional<String> ownWording(Answer.Statement statement) {
            return Optional.empty();
        }
    }

    /// Under what name an answer says which glossary it was told with.
    public static final String RULE = "glossary";

    /// Under what name an answer says by which rules authors' own wordings were judged.
    public static final String WORDINGS = "wordings";

    private static final String ASIDE = "More for professionals: ";

    private final Explanations explanations;
    private final ReaderPlan plan = ReaderPlan.shipped();

    public LayTellings() {
        this(new Explanations());
    }

    /// @param explanations the glossary in use
    public LayTellings(Explanations explanations) {
        this.explanations = explanations;
    }

    /// The words that stand before an action.
    public static String frame() {
        return ReaderPlan.shipped().frame();
    }

    /// Words with the frame before them. A reservation of ours on the whole statement ("Only indirect evidence: ")
    /// comes first, as a sentence of its own: who reads "Specialists may suggest this" has read it by then.
    static String framed(String frame, String words, Glossary glossary) {
        return frame.isEmpty()
                ? words
                : reservation(words, glossary, ":")
                        .map(held -> held + ". " + frame + words.substring(held.length() + 2))
                        .orElse(frame + words);
    }

    /// The same words without the frame; as they are where none stands before them.
    public static String unframed(String said, Glossary glossary) {
        String frame = frame();
        if (said.startsWith(frame)) {
            return said.substring(frame.length());
        }
        return reservation(said, glossary, ".")
                .filter(held -> said.startsWith(frame, held.length() + 2))
                .map(held -> held + ": " + said.substring(held.length() + 2 + frame.length()))
                .orElse(said);
    }

    /// The reservation that words begin with, as it stands there, without the mark behind it.
    private static Optional<String> reservation(String words, Glossary glossary, String mark) {
        return Connectives.reservations().stream()
                .map(held -> held.substring(0, held.length() - 2))
                .flatMap(held -> Stream.of(held, withoutColon(glossary.plain(held + ":"))))
                .filter(held -> words.startsWith(held + mark + " "))
                .findFirst();
    }

    private static String withoutColon(String held) {
        return held.endsWith(":") ? held.substring(0, held.length() - 1) : held;
    }

    /// The readers an answer is told to, by code.
    public static List<String> readers() {
        return ReaderPlan.shipped().readers();
    }

    /// The ids of an answer's statements in the order a telling has them.
    public static List<String> order(Answer answer) {
        return ReaderPlan.shipped().order(answer).stream().map(Answer.Statement::id).toList();
    }

    /// The words of a telling, with their list, without what stands below them.
    public static String words(Answer.Telling telling) {
        return ReaderView.lines(telling.text()).getFirst();
    }

    /// What stands below the words of a telling: figures for professionals, terms explained.
    public static List<String> below(Answer.Telling telling) {
        List<String> lines = ReaderView.lines(telling.text());
        return lines.subList(1, lines.size());
    }

    /// The answer with what every lay reader reads; as it is where it has no statements.
    public Answer tell(Answer answer, Check check) {
        List<Answer.Telling> told = new ArrayList<>();
        String version = explanations.version();
        Glossary glossary = explanations.glossary();
        Shares shares = Shares.of(plan.order(answer));
        Set<GlossaryTerm> explained = new HashSet<>();
        Set<String> near = near(answer);
        for (Answer.Statement statement : plan.order(answer)) {
            boolean framed = near.contains(statement.id()) && isOffer(statement);
            told.add(
                    telling(
                            statement,
                            framed ? plan.frame() : "",
                            glossary,
                            shares,
                            explained,
                            check));
        }
        if (told.isEmpty()) {
            return answer;
        }
        Map<String, List<Answer.Telling>> all = new TreeMap<>();
        plan.readers().forEach(reader -> all.put(reader, List.copyOf(told)));
        return answer.withTellings(all, with(answer.basis(), version));
    }

    private static Answer.Basis with(Answer.Basis basis, String version) {
        Map<String, String> rules = new TreeMap<>(basis.rules());
        rules.put(RULE, version);
        rules.put(WORDINGS, PlainWording.version());
        return new Answer.Basis(
                basis.sourcesSearched(),
                basis.sourcesFound(),
                basis.sourcesUsed(),
                basis.setAside(),
                basis.failedChecks(),
                basis.asOf(),
                basis.method(),
                basis.limits(),
                rules);
    }

    /// What is said of people like this one. What others were offered is told, and not as an offer.
    private static Set<String> near(Answer answer) {
        Set<String> near = new HashSet<>();
        var line = answer.bottomLine();
        line.lead().forEach(one -> near.add(one.id()));
        line.branches().forEach(branch -> branch.statements().forEach(one -> near.add(one.id())));
        answer.sections()
                .forEach(section -> section.statements().forEach(one -> near.add(one.id())));
        answer.adultOrIndirect().forEach(one -> near.remove(one.id()));
        return near;
    }

    private Answer.Telling telling(
            Answer.Statement statement,
            String frame,
            Glossary glossary,
            Shares shares,
            Set<GlossaryTerm> explained,
            Check check) {
        String text = statement.text().replace('\n', ' ');
        if (ReaderPlan.isForProfessionals(statement)) {
            return new Answer.Telling(statement.id(), text);
        }
        FoldedFigures figures = FoldedFigures.of(text);
        String parted =
                ListedItems.isListing(text) ? figures.text() : PartedSentences.of(figures.text());
        String own = OwnSentences.of(parted);
        Stream<Way> plain =
                Stream.<Supplier<String>>of(
                                () -> ListedItems.of(own),
                                () -> own,
                                () -> ListedItems.of(parted),
                                () -> parted)
                        .map(Supplier::get)
                        .distinct()
                        .map(words ->
                                told(
                                        framed(frame, glossary.plain(shares.said(words)), glossary),
                                        figures.line(),
                                        text));
        Stream<Way> whole =
                Stream.<Supplier<Way>>of(
                                () -> told(framed(frame, glossary.plain(text), glossary), "", text),
                                () -> told(text, "", text))
                        .map(Supplier::get);
        Stream<Way> worded =
                check.ownWording(statement).stream()
                        .map(words ->
                                new Way(framed(frame, words, glossary), aside(text), words, true));
        Iterator<Way> ways =
                Stream.concat(worded, Stream.concat(plain, whole)).distinct().iterator();
        while (ways.hasNext()) {
            Way way = ways.next();
            Set<GlossaryTerm> terms = new LinkedHashSet<>();
            List<String> lines = new ArrayList<>();
            lines.add(way.said());
            if (!way.below().isEmpty()) {
                lines.add(way.below());
            }
            for (Glossary.Found found : toExplain(way, glossary)) {
                if (!explained.contains(found.term()) && terms.add(found.term())) {
                    lines.add(
                            way.asItStands() && found.term().plain().containsKey(found.form())
                                    ? found.term().ownLine()
                                    : found.term().line(found.form()));
                }
            }
            Answer.Telling telling = new Answer.Telling(statement.id(), String.join("\n", lines));
            if (check.holds(statement, telling)) {
                explained.addAll(terms);
                return telling;
            }
        }
        return new Answer.Telling(statement.id(), text);
    }

    /// The terms of the words, then those that plain words beside them left standing.
    private static List<Glossary.Found> toExplain(Way way, Glossary glossary) {
        List<Glossary.Found> found = new ArrayList<>(glossary.in(way.termsOf()));
        if (!way.asItStands()) {
            Set<GlossaryTerm> named = glossary.named(way.termsOf());
            glossary.in(way.said()).stream()
                    .filter(one -> named.contains(one.term()))
                    .forEach(found::add);
        }
        return found;
    }

    private static Way told(String said, String below, String text) {
        return new Way(said, below, text, said.equals(text));
    }

    /// The line below an author's own wording: what stood in brackets of the words and is not worded, to
    /// the letter. Empty where there is nothing.
    public static String aside(String text) {
        List<String> aside = PlainWording.aside(text);
        return aside.isEmpty() ? "" : ASIDE + String.join("; ", aside);
    }

    /// Whether a line below a telling is not for lay readers.
    static boolean isForProfessionals(String line) {
        return line.startsWith(ASIDE) || FoldedFigures.isLine(line);
    }

    /// @param said the sentence, as a list where it holds one
    /// @param below the line for professionals below it, or empty
    /// @param termsOf the words whose terms are explained
    /// @param asItStands whether those words keep the terms themselves
    private record Way(String said, String below, String termsOf, boolean asItStands) {}

    /// Whether a statement is an action somebody recommends, or asks to consider: those are framed for
    /// who does not decide alone. What is advised against, or left open, never is.
    static boolean isOffer(Answer.Statement statement) {
        String text = statement.text();
        return statement.strength() != null
                && OFFERED.matcher(text).find()
                && !NOT_OFFERED.matcher(text).find()
                && Negations.in(text).isEmpty();
    }

    private static final java.util.regex.Pattern OFFERED =
            java.util.regex.Pattern.compile(
                    "\\b(is|are) (to be )?(recommended|considered|suggested|advised|offered)\\b"
                            + "|\\brecommendation for\\b|\\b(should be|recommends?) \\w",
                    java.util.regex.Pattern.CASE_INSENSITIVE);

    private static final java.util.regex.Pattern NOT_OFFERED =
            java.util.regex.Pattern.compile(
                    "\\bagainst\\b|\\binsufficient\\b|\\binconclusive\\b|\\bunclear\\b|\\bavoid|\\bstop",
                    java.util.regex.Pattern.CASE_INSENSITIVE);
}

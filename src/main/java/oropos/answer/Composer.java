package oropos.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Evidence;
import oropos.appraisal.EvidenceTable;
import oropos.library.Claim;
import oropos.question.ClinicalQuestion;
import oropos.question.Premise;
import oropos.question.Understood;
import oropos.terminology.Span;
import oropos.terminology.Terminology;

/// Writes an answer out of weighed evidence: urgent signs, premises, bottom line, sections, evidence
/// from other people, disagreements, what was not told, references, basis.
///
/// Nothing here rewrites a source. A statement is a span, and what stands around it comes from the
/// closed list of [Connectives].
public final class Composer {

    /// Statements of one section. More are counted in the basis panel, not shown.
    static final int PER_SECTION = 6;

    /// Statements of evidence from other people.
    static final int FROM_OTHERS = 8;

    private final Terminology terminology;
    private final SectionPlan.Book plans = SectionPlan.Book.shipped();
    private final Spoken.Reader reader;
    private final Utterances utterances;

    public Composer(Terminology terminology) {
        this.terminology = terminology;
        this.reader = new Spoken.Reader(terminology);
        this.utterances = new Utterances(terminology, new SentenceRoles());
    }

    /// Writes the draft of an answer.
    ///
    /// @param asOf the library's date
    public Draft compose(EvidenceTable table, LocalDate asOf) {
        return compose(table, asOf, lost -> {});
    }

    /// The same, telling what was left out and where.
    public Draft compose(EvidenceTable table, LocalDate asOf, Consumer<Lost> lost) {
        return new Writing(table, asOf, new Sieve(lost)).write();
    }

    /// Where the words of one line of an overview stand, in the row they were weighed in.
    public record Chosen(Evidence row, Span span) {}

    /// Sets an overview that people wrote.
    ///
    /// @param table the passages of its lines, weighed for the people its title names
    /// @param places where each line's words stand, in the order of the lines
    /// @param sources how many the library holds
    public Draft overview(
            OverviewText text,
            EvidenceTable table,
            List<Chosen> places,
            LocalDate asOf,
            int sources) {
        return new OverviewWriting(table).write(text, places, asOf, sources);
    }

    /// The answer to what cannot be searched: it abstains, says why, and still shows urgent signs.
    public Answer refuse(Understood.Refused refused, LocalDate asOf) {
        return Refusing.answer(refused, asOf);
    }

    /// One answer in the making.
    private final class Writing {
        private final EvidenceTable table;
        private final ClinicalQuestion question;
        private final LocalDate asOf;
        private final Marks marks = new Marks();
        private final Statements statements = new Statements(marks);
        private final Sieve sieve;
        private final Relevance relevance;
        private final Aspects aspects;
        private final AskedFor askedFor;
        private final SectionPlan plan;
        private final Bearing bearing;
        private final BlockMatter matter;
        private final List<EvidenceTable.Conflict> conflicts;

        Writing(EvidenceTable table, LocalDate asOf, Sieve sieve) {
            this.sieve = sieve;
            this.table = table;
            this.question = table.question();
            this.asOf = asOf;
            this.relevance = new Relevance(table, terminology, reader);
            this.aspects = Aspects.of(table.question());
            this.askedFor = AskedFor.of(question.words(), terminology);
            this.plan = plans.of(question.kind());
            this.bearing = new Bearing(question, plan, new Treatments(terminology), relevance);
            this.matter = new BlockMatter(question, terminology);
            this.conflicts = table.conflicts().stream().filter(bearing::bears).toList();
        }

        Draft write() {
            List<Utterance> said = once(utterances.of(table, relevance, sieve));
            List<Utterance> all = said.stream().filter(Writing::isUsable).toList();
            List<Utterance> usable = all.stream().filter(bearing::bears).toList();
            sieve.losing(all, usable, Gate.BESIDE_THE_QUESTION);
            List<Utterance> found =
                    new FewestSentences(sieve)
                            .of(
                                    usable.stream()
                                            .filter(one ->
                                                    (one.row().setAside() == null
                                                                    || saysWhoDecides(one))
                                                            && Ranking.isNear(one))
                                            .sorted(Ranking.inSection(askedFor))
                                            .toList());

            usable.stream()
                    .filter(one -> !Ranking.isNear(one))
                    .forEach(one -> sieve.lose(Gate.OTHER_PEOPLE, one));
            List<Utterance> near =
                    Outcomes.isTooLittle(found, question.patient().isToldOf()) ? List.of() : found;
            List<Answer.UrgentSign> urgent =
                    question.urgent().stream()
                            .map(sign -> Views.of(sign, cited(sign.evidence())))
                            .toList();
            List<Answer.FalsePremise> premises =
                    question.premises().stream().map(this::premise).toList();

            Set<Utterance> disputed = disputed(near);
            var chosen =
                    new BottomLines(terminology)
                            .choose(
                                    plan,
                                    table,
                                    matter,
                                    headable(usable, found),
                                    framing(),
                                    disputed,
                                    conflicts,
                                    new NewerGuidelines(table, relevance),
                                    statements,
                                    BottomLineCard.date(near, asOf));
            Optional<ComparedStudies> compared = utterances.compared(table, chosen);
            List<Answer.Section> sections = ComparedStudies.section(compared, statements);
            List<Utterance> shown = near.isEmpty() ? besideHead(chosen, found) : near;
            sieve.losing(found, shown, Gate.TOO_FAR);
            sections.addAll(sections(plan, shown, usable, disputed));
            List<Answer.Statement> others = others(usable);
            List<Answer.Conflict> disagreements = conflicts.stream().map(this::conflict).toList();
            Answer.Outcome outcome = Outcomes.of(table, plan, chosen, near, others, relevance);
            outcome = compared.isPresent() ? Outcomes.compared(outcome) : outcome;
            if (outcome.kind().equals("abstained") && others.isEmpty()) {
                outcome = outcome.withNear(utterances.nearest(table, relevance, statements));
            }
            Answer answer =
                    new Answer(
                            Answer.SCHEMA,
                            null,
                            question.asked(),
                            question.title(),
                            Views.of(question),
                            urgent,
                            premises,
                            outcome,
                            chosen.line(),
                            sections,
                            others,
                            disagreements,
                            question.unknownFacts().stream()
                                    .map(fact ->
                                            new Answer.Unknown(
                                                    fact.key(), fact.name(), fact.ask(), null))
                                    .toList(),
                            marks.references(),
                            Outcomes.ofWhatIsSaid(
                                    compared.map(ComparedStudies::direction)
                                            .orElseGet(() -> direction(chosen)),
                                    outcome),
                            Outcomes.confidence(found),
                            Basing.of(
                                    table, marks.references().size(), sieve, plans.version(), asOf),
                            null);
            return new Draft(
                    answer.askingBack(AskedBack.changing(question, answer.bottomLine())), table);
        }

        private @Nullable String direction(BottomLines.Chosen chosen) {
            return Outcomes.direction(
                    table,
                    new Asking(question, terminology),
                    new WholeQuestion(question, relevance, aspects).joins()
                            || ComparedStudies.isAskedBy(question),
                    chosen.action(),
                    chosen.contested());
        }

        /// Running text too far from the question to be shown heads nothing either.
        private List<Utterance> headable(List<Utterance> usable, List<Utterance> found) {
            return Outcomes.isTooLittle(found, question.patient().isToldOf())
                    ? usable.stream().filter(Utterance::typed).toList()
                    : usable;
        }

        /// Where a block heads what is else too far from the question, the blocks found with it stand below.
        private static List<Utterance> besideHead(
                BottomLines.Chosen chosen, List<Utterance> found) {
            Utterance head = chosen.action();
            return head == null || !head.typed()
                    ? List.of()
                    : found.stream().filter(Utterance::typed).toList();
        }

        private static boolean isUsable(Utterance one) {
            Evidence row = one.row();
            if (row.source().linkOnly()) {
                return false;
            }
            return row.setAside() == null
                    || row.setAside() == Evidence.SetAside.OTHER_POPULATION
                    || (row.setAside() == Evidence.SetAside.OFF_TOPIC && saysWhoDecides(one));
        }

        /// Who decides on a problem of the question is told even by a passage that holds little else of
        /// it.
        private static boolean saysWhoDecides(Utterance one) {
            return one.claim().kind() == Claim.Kind.DECIDES
                    && one.typed()
                    && one.subject() >= BottomLines.LEAST_SUBJECT;
        }

        /// Sources the rules name for this question's urgent signs and premises: they frame the answer.
        private Set<String> framing() {
            Set<String> ids = new LinkedHashSet<>();
            question.urgent().forEach(sign -> ids.addAll(sign.evidence()));
            question.premises().forEach(premise -> ids.addAll(premise.evidence()));
            return ids;
        }

        /// Each thing once: what two sources say in the same words stands once with both, what one
        /// says in nearly the same words as a better one is left out.
        private List<Utterance> once(List<Utterance> said) {
            Map<String, Utterance> first = new LinkedHashMap<>();
            for (Utterance one : said) {
                if (one.typed()
                        && !bearing.isOnSubject(one, said)
                        && !matter.isItsWholeSubject(one)) {
                    sieve.lose(Gate.BLOCK_ELSEWHERE, one);
                    continue;
                }
                // Pages on one family of diseases repeat whole sentences; a block is kept for each
                // work.
                String words =
                        String.join(" ", Relevance.stems(one.text()))
                                + (one.typed() ? "|" + one.row().source().work() : "");
                Utterance known = first.putIfAbsent(words, one);
                if (known == null) {
                    continue;
                }
                if (!isUsable(known) && isUsable(one)) {
                    first.put(words, one);
                } else if (NearDuplicates.mayJoin(known, one) && isUsable(one)) {
                    first.put(words, known.alsoSaidBy(one));
                }
                sieve.lose(Gate.REPEATED, one);
            }
            List<Utterance> each = new ArrayList<>(first.values());
            List<Utterance> kept = NearDuplicates.without(each);
            sieve.losing(each, kept, Gate.NEARLY_REPEATED);
            return kept;
        }

        private List<Answer.Statement> cited(List<String> evidence) {
            return named(evidence).stream().limit(2).map(statements::whole).toList();
        }

        private Answer.FalsePremise premise(Premise premise) {
            Stream<Answer.Citation> cited =
                    named(premise.evidence()).stream()
                            .map(one -> marks.cite(one.row(), one.span(), one.text()));
            return Views.of(
                    premise,
                    Stream.concat(cited, StatedDoses.of(table, premise.evidence(), marks))
                            .limit(2)
                            .toList());
        }

        /// The first block of each named source that the library holds and that still stands.
        private List<Utterance> named(List<String> evidence) {
            List<Utterance> found = new ArrayList<>();
            for (String id : evidence) {
                table.rows().stream()
                        .filter(row ->
                                row.source().id().value().equals(id)
                                        && row.passage().claim() != null)
                        .filter(row ->
                                row.setAside() == null
                                        || row.setAside() == Evidence.SetAside.OFF_TOPIC)
                        .map(row ->
                                Utterances.block(
                                        row,
                                        java.util.Objects.requireNonNull(row.passage().claim()),
                                        relevance,
                                        question,
                                        aspects))
                        .filter(one -> bearing.bears(one))
                        .min(
                                java.util.Comparator.comparingInt(
                                                (Utterance one) -> framingOrder(one))
                                        .thenComparingInt(
                                                one -> one.row().passage().id().ordinal()))
                        .ifPresent(found::add);
            }
            return found;
        }

        private static int framingOrder(Utterance one) {
            return switch (one.claim().kind()) {
                case WARNING -> 0;
                case DEFINITION -> 1;
                default -> one.claim().section().equals("cause") ? 1 : 2;
            };
        }

        private Set<Utterance> disputed(List<Utterance> near) {
            Set<String> passages =
                    conflicts.stream()
                            .flatMap(conflict ->
                                    java.util.stream.Stream.concat(
                                            conflict.one().stream(), conflict.other().stream()))
                            .map(row -> row.passage().id().toString())
                            .collect(Collectors.toSet());
            return near.stream()
                    .filter(one -> passages.contains(one.row().passage().id().toString()))
                    .collect(Collectors.toSet());
        }

        private List<Answer.Section> sections(
                SectionPlan plan,
                List<Utterance> near,
                List<Utterance> usable,
                Set<Utterance> disputed) {
            List<Answer.Section> sections = new ArrayList<>();
            for (var planned : plan.sections()) {
                List<Utterance> here =
                        near.stream()
                                .filter(one -> planned.accepts().contains(one.claim().section()))
                                .toList();
                List<Answer.Statement> shown =
                        here.stream()
                                .filter(one -> !disputed.contains(one))
                                .limit(PER_SECTION)
                                .map(statements::whole)
                                .toList();
                here.stream()
                        .filter(one -> !disputed.contains(one))
                        .skip(PER_SECTION)
                        .forEach(one -> sieve.lose(Gate.FULL_SECTION, one));
                boolean elsewhere =
                        usable.stream()
                                .anyMatch(one ->
                                        isFromOthers(one)
                                                && planned.accepts()
                                                        .contains(one.claim().section()));
                sections.add(
                        new Answer.Section(
                                planned.key(),
                                planned.heading(),
                                shown,
                                shown.isEmpty()
                                        ? notFound(planned, !here.isEmpty(), elsewhere)
                                        : null));
            }
            return sections;
        }

        private String notFound(SectionPlan.Planned planned, boolean disputed, boolean elsewhere) {
            if (disputed) {
                return "Sources disagree here; both sides stand below.";
            }
            return SectionPlan.NOT_FOUND
                    + planned.lookedFor()
                    + "."
                    + (elsewhere ? " For other people, see below." : "");
        }

        private boolean isFromOthers(Utterance one) {
            return !Ranking.isNear(one)
                    && one.subject() >= BottomLines.LEAST_SUBJECT
                    && one.aim() != Utterance.Aim.BACKGROUND
                    && bearing.helpsFromOthers(one);
        }

        private List<Answer.Statement> others(List<Utterance> usable) {
            return usable.stream()
                    .filter(this::isFromOthers)
                    .sorted(
                            java.util.Comparator.comparingInt(
                                            (Utterance one) -> one.typed() ? 0 : 1)
                                    .thenComparingDouble(one -> -Math.floor(one.relevance() * 5))
                                    .thenComparing(Ranking.IN_SECTION))
                    .limit(FROM_OTHERS)
                    .map(statements::whole)
                    .toList();
        }

        private Answer.Conflict conflict(EvidenceTable.Conflict conflict) {
            return new Answer.Conflict(
                    conflict.outcome(), List.of(side(conflict.one()), side(conflict.other())));
        }

        private Answer.Side side(List<Evidence> rows) {
            List<Answer.Statement> shown = new ArrayList<>();
            String label = "";
            for (Evidence row : rows) {
                Claim claim = row.passage().claim();
                if (claim == null) {
                    continue;
                }
                shown.add(
                        statements.whole(
                                Utterances.block(row, claim, relevance, question, aspects)));
                if (label.isEmpty() && claim.direction() != null) {
                    label =
                            switch (claim.direction()) {
                                case FAVOURS -> "For";
                                case AGAINST -> "Against";
                                case NO_DIFFERENCE -> "No difference found";
                                case INSUFFICIENT -> "Evidence insufficient";
                            };
                }
            }
            return new Answer.Side(label, shown);
        }
    }
}

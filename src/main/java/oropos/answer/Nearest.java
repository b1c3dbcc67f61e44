package oropos.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oropos.appraisal.Evidence;
import oropos.appraisal.EvidenceTable;
import oropos.appraisal.PopulationFit;
import oropos.library.Claim;
import oropos.library.Passage;
import oropos.question.ClinicalQuestion;
import oropos.question.QuestionKind;
import oropos.terminology.Concept;
import oropos.terminology.Doses;

/// What the library says on the very subject where it cannot answer: no answer, and headed as none.
///
/// A neighbour can do harm: a dose for somebody else, what is done about another form of a disease, a
/// comfort that holds for most. So only what describes is shown: what the subject is, what causes it, how it is
/// recognised, on pages about the very subject, of people who do not differ as far as they are told. Nothing
/// that names what to do or to leave, a drug nobody asked about, an amount, how it ends or how bad it is.
public final class Nearest {

    /// Most of them; each from another work.
    static final int MOST = 3;

    private static final Map<String, String> SAYS =
            Map.of(
                    "definition", "what this is",
                    "cause", "what causes this",
                    "diagnosis", "how this is recognised");

    private static final List<String> ORDER = List.of("definition", "cause", "diagnosis");

    private static final String NOT_ALL = "It does not tell all that was asked.";

    private static final Pattern UNSAFE =
            Pattern.compile(
                    "\\b(?:should|must|ought|recommend\\w*|advis\\w*|avoid\\w*|do(?:es)? not|don't|cannot|can't|never|no|not|without|stop\\w*|tak(?:e|es|en|ing)|us(?:e|es|ed|ing)|needs?|needed|treat\\w*|untreated|therap\\w*|medic(?:ine|ation|al)\\w*|drugs?|dos(?:e|es|age|ing)\\w*|surg\\w*|operat\\w*|cur(?:e|es|ed|able)|incurable|die[sd]?|dying|deaths?|deadly|fatal\\w*|surviv\\w*|mortality|harmless|benign|serious|severe\\w*|mild\\w*|safe\\w*|away|recover\\w*|self-limit\\w*|life|emergenc\\w*|urgent\\w*|pregnan\\w*|vaccin\\w*|prevent\\w*|rare\\w*|call|get|see (?:a|an|your|the)|ask|talk|eat|drink|risk of|tablets?|mg|ml|mcg|percent)\\b|%",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern DEFINES =
            Pattern.compile(
                    "^.{1,90}?\\b(?:is|are|refers? to|means?|happens? when|occurs? when)\\b");

    private Nearest() {}

    /// Whether a sentence may stand beside a question it does not answer, by its own words.
    public static boolean isSafe(String text) {
        return !UNSAFE.matcher(text).find()
                && Doses.in(text).isEmpty()
                && !text.endsWith("?")
                && !ListedItems.isListing(text);
    }

    /// Whether a reason is one that can be given of a page.
    ///
    /// @param title of the page
    public static boolean isReason(String why, String title) {
        return SAYS.keySet().stream()
                .anyMatch(section ->
                        Stream.of(QuestionKind.values())
                                .anyMatch(kind -> why(title, section, kind).equals(why)));
    }

    /// Why a sentence is no answer.
    ///
    /// @param title of its page, whose topic is named: the asker may have meant something narrower
    /// @param section what the sentence tells
    static String why(String title, String section, QuestionKind kind) {
        return "About: " + SourceTopic.of(title) + ". " + why(section, kind);
    }

    private static String why(String section, QuestionKind kind) {
        boolean same =
                switch (kind) {
                    case DEFINITION -> true;
                    case CAUSE -> section.equals("cause");
                    case DIAGNOSIS -> section.equals("diagnosis");
                    default -> false;
                };
        return same ? NOT_ALL : "It says " + SAYS.get(section) + ", not " + asked(kind) + ".";
    }

    private static String asked(QuestionKind kind) {
        return switch (kind) {
            case THERAPY -> "what to do about it";
            case DIAGNOSIS -> "how it is found";
            case PROGNOSIS -> "what becomes of it";
            case CAUSE -> "what causes it";
            case HARM -> "what harm there is";
            case PREVENTION -> "how it is prevented";
            case MONITORING -> "how it is watched";
            case DOSE -> "how much is given";
            case INTERACTION -> "what goes together";
            case PROCEDURE -> "what a procedure does";
            case DEFINITION -> "all that was asked";
            case TEST_INTERPRETATION -> "what a value means";
        };
    }

    /// The nearest, the most telling first; none where an urgent sign was heard or a premise is false.
    static List<Answer.Near> of(
            EvidenceTable table,
            Relevance relevance,
            PassageSentences texts,
            SentenceRoles roles,
            Statements statements) {
        ClinicalQuestion question = table.question();
        if (!question.urgent().isEmpty()
                || !question.premises().isEmpty()
                || !relevance.hasSubjects()
                || question.problems().isEmpty()) {
            return List.of();
        }
        List<Utterance> found = new ArrayList<>();
        for (Evidence row : table.rows().stream().limit(Utterances.RUNNING_ROWS).toList()) {
            if (mayBeRead(row)) {
                first(row, question, relevance, texts, roles).ifPresent(found::add);
            }
        }
        Set<String> works = new HashSet<>();
        List<Answer.Near> near = new ArrayList<>();
        for (String section : ORDER) {
            for (Utterance one : found) {
                if (near.size() < MOST
                        && one.claim().section().equals(section)
                        && works.add(one.row().source().work().value())) {
                    near.add(
                            new Answer.Near(
                                    why(one.row().source().title(), section, question.kind()),
                                    statements.whole(one)));
                }
            }
        }
        return List.copyOf(near);
    }

    private static boolean mayBeRead(Evidence row) {
        return !row.source().linkOnly()
                && row.passage().role() == Passage.Role.ANSWER
                && row.passage().claim() == null
                && (row.setAside() == null || row.setAside() == Evidence.SetAside.OFF_TOPIC)
                && !(row.fit() instanceof PopulationFit.Indirect);
    }

    /// The first sentence of a page about the very subject that describes it.
    private static Optional<Utterance> first(
            Evidence row,
            ClinicalQuestion question,
            Relevance relevance,
            PassageSentences texts,
            SentenceRoles roles) {
        String topic = SourceTopic.of(row.source().title());
        Spoken about = relevance.spoken(topic);
        if (!relevance.coversSubjects(about)
                || !relevance.isExactly(about)
                || relevance.names().isNarrowed(topic)
                || relevance.names().isCompounded(topic)) {
            return Optional.empty();
        }
        for (PassageSentences.Sentence one : texts.of(row.passage().text())) {
            Spoken here = relevance.spoken(one.text());
            Claim claim = roles.readOnOverview(one.text());
            boolean describes =
                    SAYS.containsKey(claim.section())
                            && (!claim.section().equals("definition")
                                    || DEFINES.matcher(one.text()).find());
            if (one.whole()
                    && !one.dangles(true)
                    && describes
                    && relevance.names().isSubjectOf(one.text())
                    && relevance.coversSubjects(here)
                    && relevance.isExactly(here)
                    && !one.people().differ(question.patient())
                    && isSafe(one.text())
                    && namesNoOtherDrug(here, question)) {
                return Optional.of(
                        new Utterance(
                                row,
                                one.span().shifted(row.passage().span().start()),
                                one.text(),
                                claim,
                                null,
                                0,
                                0,
                                0,
                                Utterances.fitOrder(row, question),
                                false,
                                Utterance.Aim.BACKGROUND,
                                null,
                                List.of()));
            }
        }
        return Optional.empty();
    }

    private static boolean namesNoOtherDrug(Spoken here, ClinicalQuestion question) {
        return Stream.concat(here.spoken().stream(), here.denied().stream())
                .filter(concept -> concept.kind() == Concept.Kind.DRUG)
                .allMatch(concept ->
                        question.drugs().stream()
                                .anyMatch(drug -> drug.name().equals(concept.name())));
    }
}

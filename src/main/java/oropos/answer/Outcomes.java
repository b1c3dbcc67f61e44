package oropos.answer;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Conclusions;
import oropos.appraisal.Evidence;
import oropos.appraisal.EvidenceTable;
import oropos.appraisal.PopulationFit;
import oropos.library.Claim;
import oropos.library.Source;

/// Says what kind of answer this is: answered, partly, or an honest refusal with its type.
final class Outcomes {

    /// Sources named as the nearest the library has.
    static final int NEAREST = 3;

    /// Chosen from the risk-coverage curve on 250 questions with and 250 without their source in the
    /// library (PubMedQA, development part; docs/measured.md): below .70 95.6% of
    /// what cannot be answered are refused and 6.4% of what can; above .70 answerable questions go.
    static final double LEAST_CONFIDENCE = 0.70;

    private Outcomes() {}

    static Answer.Outcome of(
            EvidenceTable table,
            SectionPlan plan,
            BottomLines.Chosen chosen,
            List<Utterance> near,
            List<Answer.Statement> elsewhere,
            Relevance relevance) {
        Answer.BottomLine line = chosen.line();
        Utterance action = chosen.action();
        boolean leads = !line.lead().isEmpty() || !line.branches().isEmpty();
        if (!leads && near.isEmpty()) {
            return abstained(table, plan, elsewhere, relevance);
        }
        if (chosen.contested() && (action == null || !leads)) {
            return partly(
                    "conflict",
                    chosen.disputes().stream().allMatch(EvidenceTable.Conflict::isForTheWeakerOnly)
                            ? "Sources disagree on this: weaker studies found a benefit, a stronger one did not. Both sides stand below with the people they studied."
                            : "Sources disagree on this, and nothing here puts one above the other. Both sides stand below with the people they studied.");
        }
        if (chosen.newer() != null) {
            return partly(
                    "newerGuidelineNotHeld",
                    "A newer guideline is known and its recommendations are not held in this library: "
                            + name(chosen.newer())
                            + ". Older recommendations stand below and do not head this answer.");
        }
        if (!leads) {
            return partly(
                    "noBottomLine",
                    "The library holds related findings, but none that may head an answer for this patient. They stand below; no conclusion is drawn from them.");
        }
        if (action == null) {
            return partly(
                    "noRecommendation",
                    "No recommendation in this library says what to do for this patient. What frames the decision stands below.");
        }
        if (action.claim().direction() == Claim.Direction.AGAINST && isTreatment(table)) {
            return partly(
                    "onlyAgainst",
                    "The library holds no current recommendation for a treatment of this patient, only what not to do.");
        }
        if (chosen.unspoken() != null) {
            return partly(
                    "onePart",
                    "What heads this answer speaks of one part of the question. On the other (\""
                            + chosen.unspoken()
                            + "\") nothing here may head it; what was found stands below.");
        }
        switch (action.row().fit()) {
            case PopulationFit.Direct() -> {}
            case PopulationFit.Unstated() -> {
                return partly("indirect", "The best source found does not say whom it is about.");
            }
            case PopulationFit.Indirect(String difference, PopulationFit.Gap _, var _) -> {
                return partly(
                        "indirect",
                        "The best source found is about people who differ from this patient: "
                                + difference
                                + ".");
            }
        }
        if (action.claim().kind() != Claim.Kind.RECOMMENDATION) {
            return partly(
                    "noRecommendation",
                    "Findings, no recommendation, answer this question in this library.");
        }
        return new Answer.Outcome("answered", null, null, List.of());
    }

    /// What is said of a comparison by sentences of studies answers in part.
    static Answer.Outcome compared(Answer.Outcome outcome) {
        return outcome.kind().equals("abstained") || "noBottomLine".equals(outcome.reason())
                ? partly(
                        "noRecommendation",
                        "Findings, no recommendation, answer this question in this library.")
                : outcome;
    }

    private static boolean isTreatment(EvidenceTable table) {
        return switch (table.question().kind()) {
            case THERAPY, DOSE, PROCEDURE -> true;
            default -> false;
        };
    }

    private static Answer.Outcome partly(String reason, String words) {
        return new Answer.Outcome("partly", reason, words, List.of());
    }

    private static Answer.Outcome abstained(
            EvidenceTable table,
            SectionPlan plan,
            List<Answer.Statement> elsewhere,
            Relevance relevance) {
        List<Evidence> onSubject =
                table.rows().stream()
                        .filter(row -> isOnSubject(row, relevance))
                        .map(row -> new Page(row, near(row, relevance), tells(row, plan)))
                        .sorted(Page.NEAREST_FIRST)
                        .map(Page::row)
                        .toList();
        String searched = table.findings().sourcesSearched() + " sources searched.";
        if (!elsewhere.isEmpty()) {
            return refused(
                    "onlyOtherPopulation",
                    "Not found in this library for this patient; only for other people, shown below. "
                            + searched,
                    onSubject);
        }
        List<Evidence> linked = onSubject.stream().filter(row -> row.source().linkOnly()).toList();
        if (!linked.isEmpty()) {
            return refused(
                    "linkOnly",
                    "Not found in this library as text; pages that may answer it are linked below. "
                            + searched,
                    linked);
        }
        if (!onSubject.isEmpty()
                && onSubject.stream().allMatch(row -> row.source().textKind().isSummary())) {
            return refused(
                    "onlySecondHand",
                    "This library holds only summaries that name this subject, and none says what was"
                            + " asked. "
                            + searched
                            + " The sources themselves would be needed.",
                    onSubject);
        }
        if (!onSubject.isEmpty()) {
            return refused(
                    "notTold",
                    "This library holds texts on this subject, but no sentence in them says what was"
                            + " asked. "
                            + searched
                            + " A guideline or study that answers it would be needed.",
                    onSubject);
        }
        List<String> unknown = table.question().unknownWords();
        if (!unknown.isEmpty()) {
            return refused(
                    "unknownSubject",
                    "Not found in this library: nothing in it speaks of \""
                            + String.join("\", \"", unknown)
                            + "\", which no vocabulary here knows. "
                            + searched
                            + " Check the spelling, or add a source on it.",
                    List.of());
        }
        return refused(
                "nothingInLibrary",
                "Not found in this library. "
                        + searched
                        + " A guideline or study on this problem in such a patient would be needed.",
                List.of());
    }

    /// A page on the subject.
    ///
    /// @param near how near its title and headings are to the question
    /// @param tells whether what it answers is of the kind that was asked
    private record Page(Evidence row, double near, boolean tells) {

        /// Pages nearer to the subject than others by less than one of so many steps are as near as they.
        private static final int STEPS = 4;

        static final Comparator<Page> NEAREST_FIRST =
                Comparator.comparingDouble((Page page) -> -Math.floor(page.near() * STEPS))
                        .thenComparing(page -> page.tells() ? 0 : 1)
                        .thenComparingDouble(page -> -page.near());
    }

    private static final SentenceRoles ROLES = new SentenceRoles();

    private static double near(Evidence row, Relevance relevance) {
        return relevance.of(titles(row, relevance));
    }

    /// Whether the question a page answers is of the kind that was asked: who asks for harms is led to the
    /// page on side effects, not to the one on brand names.
    private static boolean tells(Evidence row, SectionPlan plan) {
        String section = ROLES.ofQuestion(row.source().title());
        return section != null && plan.lead().contains(section);
    }

    private static Answer.Outcome refused(String reason, String words, List<Evidence> nearest) {
        return new Answer.Outcome(
                "abstained",
                reason,
                words,
                nearest.stream().map(Outcomes::name).distinct().limit(NEAREST).toList());
    }

    /// Whether title and headings speak of what is asked about: only then is a source near, however
    /// the search found it.
    private static boolean isOnSubject(Evidence row, Relevance relevance) {
        Spoken titles = titles(row, relevance);
        return row.setAside() != Evidence.SetAside.RETRACTED
                && row.setAside() != Evidence.SetAside.BOARD_OVERVIEW
                && relevance.namesSubject(titles)
                && relevance.subject(titles) >= BottomLines.LEAST_SUBJECT;
    }

    private static Spoken titles(Evidence row, Relevance relevance) {
        return relevance.spoken(
                row.source().title() + ". " + String.join(". ", row.passage().headings()));
    }

    private static String name(Source source) {
        return source.title()
                + (source.issuer() == null ? "" : ", " + source.issuer())
                + (source.year() == null ? "" : ", " + source.year())
                + (source.pmid() == null ? "" : " (PMID " + source.pmid() + ")");
    }

    private static String name(Evidence row) {
        String title = row.source().title();
        return row.source().linkOnly() && row.source().url() != null
                ? title + " <" + row.source().url() + ">"
                : title;
    }

    /// yes, no, conflict or unknown for a question that asks for one of them, else null. Read from the
    /// direction of the statement that heads the answer, else from what the strongest studies conclude
    /// ([ConcludedDirection]), never from a count of papers; yes and no only to a question that asks
    /// straight for what was said, from people who do not differ (decision 57).
    ///
    /// @param joins whether it asks whether one thing causes another, or compares two: which of them a
    ///     study took for the cause, or set above the other, its conclusion does not tell
    static @Nullable String direction(
            EvidenceTable table,
            Asking asking,
            boolean joins,
            @Nullable Utterance action,
            boolean contested) {
        if (!asking.isYesOrNo()) {
            return null;
        }
        // Whether two things go together is no yes or no: a wrong yes would harm.
        if (Treatments.areAskedTogether(table.question())) {
            return "unknown";
        }
        if (action == null || action.claim().direction() == null) {
            if (contested) {
                return "conflict";
            }
            String concluded =
                    asking.isTurned() || joins
                            ? null
                            : ConcludedDirection.of(table, Conclusions.shipped());
            return concluded == null ? "unknown" : concluded;
        }
        if (action.row().fit() instanceof PopulationFit.Indirect || !asking.isAnsweredBy(action)) {
            return "unknown";
        }
        return switch (action.claim().direction()) {
            case FAVOURS -> "yes";
            case AGAINST, NO_DIFFERENCE -> "no";
            case INSUFFICIENT -> "unknown";
        };
    }

    /// Where nothing is said, there is no yes and no no either.
    static @Nullable String ofWhatIsSaid(@Nullable String direction, Answer.Outcome outcome) {
        return direction != null && outcome.kind().equals("abstained") ? "unknown" : direction;
    }

    /// How far the best of what is said meets the question, times how near its people are (1 for a
    /// direct fit, .8 for a named difference or where the source is silent), times how far it tells
    /// what was asked (1 for a block or a sentence on it, .9 near it, .6 for what only says what the
    /// subject is). Rounded to two decimals.
    static double confidence(List<Utterance> near) {
        double best =
                near.stream()
                        .mapToDouble(said -> met(said) * factor(said) * told(said))
                        .max()
                        .orElse(0);
        return Math.round(Math.min(1, best) * 100) / 100.0;
    }

    /// Whether what was found lies below the confidence from which it is shown. Blocks, written for
    /// their subject, are shown all the same to who tells of a patient: they may hang on facts not told.
    static boolean isTooLittle(List<Utterance> found, boolean tellsOfAPatient) {
        return !(tellsOfAPatient && found.stream().anyMatch(Utterance::typed))
                && confidence(found) < LEAST_CONFIDENCE;
    }

    private static double told(Utterance said) {
        return said.aim().tellsIt() ? 1 : said.aim() == Utterance.Aim.NEAR_IT ? 0.9 : 0.6;
    }

    /// All of it where its page asks the very question or the sentence itself says all of it; else the share of the question that its passage
    /// holds, or its own words meet, whichever is more: who
    /// asks in many words of everyday is answered by a sentence that names the subject and tells what was
    /// asked.
    private static double met(Utterance said) {
        if (said.aim().saysAll() || said.aim() == Utterance.Aim.HOLDS_ALL) {
            return 1;
        }
        double coverage = said.row().candidate().coverage();
        return Double.isNaN(coverage) ? said.own() : Math.max(coverage, said.own());
    }

    private static double factor(Utterance said) {
        if (Ranking.fitOrder(said) == 0) {
            return 1;
        }
        boolean silent = said.row().fit() instanceof PopulationFit.Unstated;
        return silent && !said.typed() && said.aim().isOfTheVeryPage() ? 0.9 : 0.8;
    }
}

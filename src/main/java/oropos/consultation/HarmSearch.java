package oropos.consultation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Evidence;
import oropos.appraisal.EvidenceTable;
import oropos.library.Claim;
import oropos.library.SourceId;
import oropos.question.ClinicalQuestion;
import oropos.question.Company;
import oropos.question.Finding;
import oropos.question.QuestionKind;
import oropos.retrieval.Candidate;
import oropos.retrieval.Findings;
import oropos.retrieval.Retrieval;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.Terminology;

/// Looks for the harms of the treatments an answer is going to name.
///
/// A question about a fracture finds what helps against fractures. The harm of the drug is told by
/// papers that never speak of the fracture; an answer that names the drug without them is not
/// balanced. So what was found is read for the treatments it recommends, and those are searched once
/// more, for harms only.
final class HarmSearch {

    /// Treatments searched for. More are rarely recommended for one problem, and each costs a search.
    static final int TREATMENTS = 4;

    /// Passages kept of the second search.
    static final int KEPT = 20;

    private final Retrieval retrieval;
    private final Terminology terminology;

    HarmSearch(Retrieval retrieval, Terminology terminology) {
        this.retrieval = retrieval;
        this.terminology = terminology;
    }

    /// The findings with harms of the treatments that `table` recommends, or the same findings where
    /// it recommends none.
    ///
    /// @param only sources that may be searched, or null for all
    Findings with(Findings findings, EvidenceTable table, @Nullable Set<SourceId> only) {
        List<Finding> treatments = treatments(table);
        if (treatments.isEmpty()) {
            return findings;
        }
        Set<String> known = new LinkedHashSet<>();
        findings.candidates().forEach(candidate -> known.add(candidate.passage().toString()));
        Map<String, Candidate> better = new LinkedHashMap<>();
        retrieval.find(about(table.question(), treatments), only).candidates().stream()
                .limit(KEPT)
                .forEach(candidate -> better.put(candidate.passage().toString(), candidate));
        List<Candidate> all = new ArrayList<>();
        for (Candidate candidate : findings.candidates()) {
            Candidate again = better.remove(candidate.passage().toString());
            if (again == null || again.coverage() <= candidate.coverage()) {
                all.add(candidate);
            } else {
                all.add(
                        new Candidate(
                                candidate.passage(),
                                candidate.rank(),
                                candidate.score(),
                                again.coverage(),
                                candidate.cosine(),
                                again.why()));
            }
        }
        for (Candidate one : better.values()) {
            all.add(
                    new Candidate(
                            one.passage(),
                            all.size() + 1,
                            0,
                            one.coverage(),
                            one.cosine(),
                            one.why()));
        }
        return new Findings(
                all,
                findings.sourcesSearched(),
                findings.sourcesFound(),
                findings.generation(),
                findings.recipe());
    }

    private List<Finding> treatments(EvidenceTable table) {
        Map<String, Finding> found = new LinkedHashMap<>();
        for (Evidence row : table.rows()) {
            Claim claim = row.passage().claim();
            if (row.setAside() != null
                    || claim == null
                    || claim.kind() != Claim.Kind.RECOMMENDATION
                    || claim.direction() != Claim.Direction.FAVOURS
                    || claim.intervention() == null) {
                continue;
            }
            for (Mention mention : terminology.read(claim.intervention()).mentions()) {
                Concept concept = mention.concept();
                if (concept.kind() == Concept.Kind.DRUG && found.size() < TREATMENTS) {
                    found.putIfAbsent(concept.id(), finding(mention));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static Finding finding(Mention mention) {
        return new Finding(
                mention.concept().id(),
                mention.concept().name(),
                mention.words(),
                Mention.Assertion.PRESENT,
                List.of(),
                null,
                null,
                mention.concept().synonyms());
    }

    private static ClinicalQuestion about(ClinicalQuestion question, List<Finding> treatments) {
        return new ClinicalQuestion(
                question.asked(),
                question.title(),
                question.reader(),
                QuestionKind.HARM,
                question.patient(),
                List.of(),
                treatments,
                List.of(),
                List.of(),
                List.of("adverse", "harm", "safety"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                question.rules(),
                question.words(),
                Company.NOBODY);
    }
}

package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.answer.Draft;
import oropos.verification.StatementCheck.Finding;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The checks that look at a whole answer, each by itself, on what the starter library says to the
/// first question.
class AnswerChecksTests {

    private static AskedLibrary library;
    private static Draft draft;
    private static Answer answer;

    @BeforeAll
    static void ask() {
        library = AskedLibrary.shared();
        draft = library.draft(Questions.FIRST.getFirst());
        answer = library.verification.check(draft).answer();
        assertThat(answer.bottomLine().lead()).isNotEmpty();
        assertThat(answer.adultOrIndirect()).isNotEmpty();
        assertThat(answer.conflicts()).isNotEmpty();
    }

    private static Answer bent(Consumer<ObjectNode> change) {
        Forgery forgery = new Forgery(answer);
        change.accept(forgery.tree);
        return AnswerJson.read(forgery.text());
    }

    private static ObjectNode at(ObjectNode tree, String place) {
        return (ObjectNode) tree.at(place);
    }

    @Nested
    class References {

        private List<Problem> problems(Answer of) {
            ReferenceCheck check = new ReferenceCheck(new OpenRecord(library.library::version), of);
            return of.references().stream()
                    .flatMap(reference -> check.of(reference).stream())
                    .toList();
        }

        @Test
        void areThoseOfTheRecord() {
            assertThat(answer.references()).hasSizeGreaterThan(5);
            assertThat(problems(answer)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        work          | "pmid:1"
                        group         | "Guidelines of our own"
                        title         | "Another title"
                        authors       | ["Somebody Else"]
                        issuer        | "Nobody"
                        venue         | "A better journal"
                        year          | 1901
                        pmid          | "1"
                        doi           | "10.1/none"
                        pmcid         | "PMC1"
                        url           | "https://example.org/"
                        design        | "meta-analysis"
                        population    | "everybody"
                        n             | 123456
                        standing      | "corrected"
                        standingNote  | "nothing to note"
                        textKind      | "fullText"
                        issuerGrade   | "A+"
                        newerEdition  | "none"
                        """)
        void sayNothingOfTheirOwn(String field, String value) {
            List<Problem> problems =
                    problems(
                            bent(tree ->
                                    at(tree, "/references/0")
                                            .set(field, JsonMapper.shared().readTree(value))));
            assertThat(problems).hasSize(1);
            assertThat(problems.getFirst().code()).isEqualTo("referenceDiffers");
            assertThat(problems.getFirst().words()).startsWith(field + " is ");
        }

        @Test
        void areOfRecordsThatAreCited() {
            assertThat(problems(bent(tree -> at(tree, "/references/0").put("source", "pmid:1"))))
                    .extracting(Problem::code)
                    .containsExactly("uncitedRecord");
        }
    }

    @Nested
    class Marks {

        @Test
        void ofTheListAreCitedAndUnambiguous() {
            assertThat(new MarkCheck(answer.references()).ofList(answer)).isEmpty();
            Answer twice =
                    bent(tree ->
                            at(tree, "/references/1")
                                    .put("mark", answer.references().getFirst().mark()));
            assertThat(new MarkCheck(twice.references()).ofList(twice))
                    .extracting(Problem::code)
                    .contains("sameMark");
            Answer uncited = bent(tree -> at(tree, "/references/0").put("mark", 999));
            assertThat(new MarkCheck(uncited.references()).ofList(uncited))
                    .extracting(Problem::code)
                    .containsExactly("uncitedReference");
            Answer same =
                    bent(tree ->
                            at(tree, "/references/1")
                                    .put("work", answer.references().getFirst().work()));
            assertThat(new MarkCheck(same.references()).ofList(same))
                    .extracting(Problem::code)
                    .contains("sameWork");
        }
    }

    @Nested
    class Weighings {

        private final WeighingCheck check = new WeighingCheck(draft.table());

        private List<String> codes(Consumer<ObjectNode> change) {
            return check
                    .of(
                            bent(tree -> change.accept(at(tree, "/bottomLine/lead/0")))
                                    .bottomLine()
                                    .lead()
                                    .getFirst())
                    .stream()
                    .map(Finding::code)
                    .toList();
        }

        private void citation(ObjectNode statement, Consumer<ObjectNode> change) {
            statement.get("citations").forEach(one -> change.accept((ObjectNode) one));
        }

        @Test
        @DisplayName("P3 every fit, certainty and level is that of the evidence table")
        void areThoseOfTheTable() {
            Statements.of(answer)
                    .forEach(placed -> assertThat(check.of(placed.statement())).isEmpty());
            answer.references().forEach(reference -> assertThat(check.of(reference)).isEmpty());
        }

        @Test
        void anotherFitOrCertaintyIsFound() {
            assertThat(
                            codes(statement ->
                                    citation(
                                            statement,
                                            one -> at(one, "/fit").put("kind", "unstated"))))
                    .contains("fit");
            assertThat(
                            codes(statement ->
                                    citation(
                                            statement,
                                            one -> at(one, "/fit").put("difference", "none"))))
                    .contains("fit");
            assertThat(codes(statement -> at(statement, "/certainty").put("level", "high")))
                    .containsExactly("certainty");
        }

        @Test
        void whatWasNotWeighedIsFound() {
            for (Consumer<ObjectNode> change :
                    List.<Consumer<ObjectNode>>of(
                            one -> one.put("source", "pmid:1"),
                            one -> one.put("version", "0".repeat(64)),
                            one -> one.put("end", 1_000_000),
                            one -> one.put("start", Integer.MAX_VALUE),
                            one ->
                                    one.put("start", Integer.MIN_VALUE)
                                            .put("end", -1)
                                            .put("version", ""))) {
                assertThat(codes(statement -> citation(statement, change)))
                        .isNotEmpty()
                        .containsOnly("notWeighed");
            }
        }

        @Test
        void anotherLevelOfAReferenceIsFound() {
            Answer.Reference bent =
                    bent(tree -> at(tree, "/references/0").put("level", 77))
                            .references()
                            .getFirst();
            assertThat(check.of(bent))
                    .extracting(Problem::code)
                    .containsExactly("referenceWeighing");
        }
    }

    @Nested
    class Near {

        private List<String> near(String outcome, String why) {
            Answer bent =
                    bent(tree -> {
                        tree.withObject("/outcome").put("kind", outcome);
                        tree.withObject("/outcome")
                                .putArray("near")
                                .addObject()
                                .put("why", why)
                                .set("statement", tree.at("/bottomLine/lead/0").deepCopy());
                    });
            return library.verification.verify(bent).stream()
                    .filter(one -> one.code().equals("near"))
                    .map(Problem::words)
                    .toList();
        }

        @Test
        @DisplayName("P7 what does not answer never stands beside what does, nor with advice in it")
        void isNeitherBesideAnAnswerNorAdvice() {
            assertThat(near("answered", "It helps."))
                    .contains("nothing may stand beside this answer")
                    .anyMatch(words -> words.startsWith("it does more than describe"))
                    .contains("no such reason why it is no answer");
            assertThat(near("abstained", "It helps."))
                    .contains("no such reason why it is no answer");
        }
    }

    @Nested
    class BottomLine {

        private final WeighingCheck weighing = new WeighingCheck(draft.table());
        private final BottomLineCheck check = new BottomLineCheck(weighing);

        private List<String> codes(Answer of) {
            return check.of(of).stream().map(one -> one.problem().code()).toList();
        }

        @Test
        void ofACheckedDraftHolds() {
            assertThat(check.of(answer)).isEmpty();
        }

        @Test
        @DisplayName("P3 evidence from adults may not head a child's answer")
        void takesNoAdultEvidenceForAChild() {
            int found = 0;
            for (int i = 0; i < answer.adultOrIndirect().size(); i++) {
                int from = i;
                Answer moved =
                        bent(tree ->
                                ((ArrayNode) tree.at("/bottomLine/lead"))
                                        .removeAll()
                                        .add(tree.get("adultOrIndirect").get(from)));
                Answer.Statement statement = answer.adultOrIndirect().get(i);
                boolean adult =
                        statement.citations().stream()
                                .flatMap(one -> weighing.row(one).stream())
                                .allMatch(row ->
                                        !row.mayCarry().benefit() && !BottomLineCheck.warns(row));
                if (adult) {
                    found++;
                    assertThat(codes(moved)).as(statement.text()).isNotEmpty();
                }
            }
            assertThat(found).isPositive();
        }

        @Test
        void countsItsWords() {
            Answer longer =
                    bent(tree -> {
                        ObjectNode part = at(tree, "/bottomLine/lead/0/parts/0");
                        part.put("kind", "span")
                                .put("text", "word ".repeat(BottomLineCheck.LEAD_WORDS + 1));
                    });
            assertThat(codes(longer)).contains("leadTooLong");
        }

        @Test
        void saysHowOftenInNumbers() {
            Answer vague =
                    bent(tree ->
                            at(tree, "/bottomLine/lead/0")
                                    .put("text", "Harm is extremely rare here."));
            assertThat(codes(vague)).contains("frequencyWord");
        }

        @Test
        void restsOnWhatWasWeighed() {
            Answer unweighed =
                    bent(tree ->
                            tree.at("/bottomLine/lead/0/citations")
                                    .forEach(one -> ((ObjectNode) one).put("source", "pmid:1")));
            assertThat(codes(unweighed)).contains("notWeighed");
        }
    }

    @Nested
    class Sieving {

        private Answer sieved(Set<String> removed, Map<String, Set<String>> barred) {
            return new Sieve(removed, barred, citation -> true)
                    .of(answer, removed.isEmpty() ? Map.of() : Map.of("test", removed.size()));
        }

        private Set<String> ids(List<Answer.Statement> statements) {
            Set<String> ids = new HashSet<>();
            statements.forEach(statement -> ids.add(statement.id()));
            return ids;
        }

        @Test
        void ofNothingChangesNothing() {
            assertThat(sieved(Set.of(), Map.of())).isEqualTo(answer.withReceipt(null));
        }

        @Test
        void ofTheLeadTakesItEverywhereAndSaysSo() {
            Set<String> lead = ids(answer.bottomLine().lead());
            Answer left = sieved(lead, Map.of());
            assertThat(left.bottomLine().lead()).isEmpty();
            assertThat(Statements.of(left))
                    .noneMatch(placed -> lead.contains(placed.statement().id()));
            assertThat(left.outcome().kind()).isEqualTo("partly");
            assertThat(left.basis().failedChecks()).containsEntry("test", lead.size());
            assertThat(new MarkCheck(left.references()).ofList(left)).isEmpty();
            assertThat(left.basis().sourcesUsed()).isEqualTo(left.references().size());
        }

        @Test
        void ofAllThatHeadsTheAnswerSaysThatNothingHeadsIt() {
            Set<String> heads = ids(answer.bottomLine().lead());
            answer.bottomLine()
                    .branches()
                    .forEach(branch -> heads.addAll(ids(branch.statements())));
            Answer left = sieved(heads, Map.of());
            assertThat(left.outcome().kind()).isEqualTo("partly");
            assertThat(left.outcome().words())
                    .startsWith("What would have headed this answer did not pass the checks");
        }

        @Test
        void atOnePlaceLeavesTheOthers() {
            String id = answer.bottomLine().lead().getFirst().id();
            long before = count(answer, id);
            Answer left = sieved(Set.of(), Map.of("lead", Set.of(id)));
            assertThat(ids(left.bottomLine().lead())).doesNotContain(id);
            assertThat(count(left, id)).isEqualTo(before - 1);
        }

        private long count(Answer of, String id) {
            return Statements.of(of).stream()
                    .filter(placed -> placed.statement().id().equals(id))
                    .count();
        }

        @Test
        void ofEverythingAbstainsAndClaimsNothing() {
            Set<String> all = new HashSet<>();
            Statements.of(answer).forEach(placed -> all.add(placed.statement().id()));
            Answer left = sieved(all, Map.of());
            assertThat(Statements.of(left)).isEmpty();
            assertThat(left.outcome().kind()).isEqualTo("abstained");
            assertThat(left.conflicts()).isEmpty();
            assertThat(left.bottomLine().card().certainty()).isEqualTo("not reported");
            assertThat(left.sections())
                    .hasSameSizeAs(answer.sections())
                    .allSatisfy(section -> assertThat(section.notFound()).isNotBlank());
            assertThat(left.confidence()).isIn(0.0, null);
        }

        @Test
        void ofOneSideEndsAConflict() {
            Answer.Conflict conflict = answer.conflicts().getFirst();
            Set<String> side = ids(conflict.sides().getFirst().statements());
            assertThat(sieved(side, Map.of()).conflicts())
                    .noneMatch(left ->
                            left.outcome().equals(conflict.outcome())
                                    && left.sides().equals(conflict.sides()));
        }

        @Test
        void ofACitationLeavesThePremise() {
            Answer left =
                    new Sieve(Set.of(), Map.of(), citation -> false).of(answer, new TreeMap<>());
            assertThat(left.premises()).hasSameSizeAs(answer.premises()).isNotEmpty();
            assertThat(left.premises())
                    .allSatisfy(premise -> assertThat(premise.citations()).isEmpty());
        }
    }
}

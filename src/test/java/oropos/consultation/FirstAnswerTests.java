package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.answer.Answer;
import oropos.terminology.Terminology;
import oropos.verification.Verification;

/// The first question, end to end on the starter library: what docs/clinical-rules.md asks of it, row
/// by row, and what changes at other ages.
class FirstAnswerTests {

    private static final String QUESTION =
            "What is the best treatment for an %s-year-old patient with T12 (thoracic vertebra 12) and T11 (thoracic vertebra 11) compression fractures and borderline osteoporosis?";

    private static final StarterHouse HOUSE = StarterHouse.shared();

    private static Answer child;

    @BeforeAll
    static void askIt() {
        child = ask(QUESTION.formatted(8));
    }

    private static Answer ask(String question) {
        return HOUSE.ask(question);
    }

    @Test
    @DisplayName("P7 a drug nobody knows is not answered with the harms of another")
    void aDrugNobodyKnowsIsNotAnsweredWithTheHarmsOfAnother() {
        Answer answer = ask("Should a 10-month-old get nirsevimab for a second season?");

        assertThat(answer.outcome().kind()).isEqualTo("abstained");
        assertThat(answer.sections()).allMatch(section -> section.statements().isEmpty());
        assertThat(answer.understood().unknownWords()).containsExactly("nirsevimab");
    }

    @Test
    @DisplayName("P5 borderline osteoporosis in a child is a false premise with its source")
    void borderlineOsteoporosisIsAFalsePremise() {
        assertThat(child.premises())
                .anySatisfy(premise -> {
                    assertThat(premise.quote()).isEqualTo("borderline osteoporosis");
                    assertThat(premise.citations()).isNotEmpty();
                });
    }

    @Test
    @DisplayName("P5 the cause comes before the treatment, with the 32% and never the 16%")
    void theCauseComesFirst() {
        assertThat(child.urgent()).isNotEmpty();
        assertThat(child.urgent().getFirst().statements())
                .anyMatch(statement -> statement.text().contains("32%"));
        assertThat(everything(child))
                .noneMatch(text -> text.contains(" 16%") || text.contains("(16%"));
    }

    @Test
    void bothBranchesStandInTheBottomLine() {
        assertThat(child.bottomLine().branches()).hasSize(2);
        assertThat(branch("high-energy injury explains"))
                .anyMatch(text -> text.contains("72 children") && text.contains("brace"));
        assertThat(branch("no high-energy injury"))
                .anyMatch(text -> text.contains("indicate osteoporosis"))
                .anyMatch(text ->
                        text.contains("secondary osteoporosis") && text.contains("considered"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after a car crash",
                "after a fall from a tree",
                "after falling off a horse",
                "after high-energy trauma",
                "in a road traffic accident"
            })
    void whoTellsHowItHappenedIsAnsweredWithThatBranch(String how) {
        Answer told =
                ask(
                        "What is the best treatment for an 8-year-old with vertebral fractures %s?"
                                .formatted(how));

        assertThat(told.bottomLine().branches()).isEmpty();
        assertThat(bottomLine(told))
                .anyMatch(text -> text.contains("does not by itself indicate osteoporosis"))
                .anyMatch(text -> text.contains("72 children") && text.contains("brace"));
        assertThat(everything(told)).anyMatch(text -> text.contains("had occasional back pain"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the best treatment for an 8-year-old with vertebral fractures after a fall from a swing?",
                "my 7 yr old has 2 crushed vertebrae after falling off a trampoline, what happens now?",
                "8 y/o, vertebral fractures after a trampoline accident, rx?"
            })
    void aFallThatMayBeHardOrNotSettlesNeitherBranch(String question) {
        Answer told = ask(question);

        assertThat(told.bottomLine().branches()).hasSize(2);
        assertThat(everything(told))
                .anyMatch(text -> text.contains("72 children") && text.contains("brace"))
                .anyMatch(text -> text.contains("presenting sign of a disease in 32%"));
    }

    @Test
    void howAnInfantsFractureCameAboutHeadsNothing() {
        assertThat(
                        bottomLine(
                                ask(
                                        "My 8 month old baby has vertebral fractures after falling from the sofa. What should we do?")))
                .noneMatch(text -> text.contains("indicate osteoporosis"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They want to give my 8-year-old daughter a zoledronate drip for her back fractures. Side effects?",
                "They want to give a zoledronate drip. Side effects?",
                "What are the side effects of zoledronate?"
            })
    void sideEffectsAreToldWhateverTheDrugIsGivenFor(String question) {
        Answer told = ask(question);

        assertThat(bottomLine(told)).anyMatch(text -> text.matches(".*(adverse events|calcium).*"));
        assertThat(told.bottomLine().branches()).isEmpty();
        assertThat(told.sections())
                .flatExtracting(Answer.Section::statements)
                .extracting(Answer.Statement::text)
                .anyMatch(text -> text.contains("16.4%"))
                .anyMatch(text -> text.contains("19.1%"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Is hypocalcemia a side effect of zoledronic acid in children? | 16.4%",
                "Is fever a side effect of zoledronic acid in children? | 19.1%"
            })
    void anEffectAskedAboutIsToldItself(String question, String figure) {
        assertThat(bottomLine(ask(question))).anyMatch(text -> text.contains(figure));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Is kidney failure a side effect of zoledronic acid?",
                "Is seizure a side effect of zoledronic acid?",
                "Is blindness a side effect of zoledronic acid?",
                "What are the side effects of zoledronic acid for osteoporosis in children with renal failure?",
                "What are the side effects of zoledronic acid in a child with kidney disease?",
                "What are the risks of zoledronic acid with kidney failure?",
                "What are the risks of zoledronic acid for a child with kidney failure?",
                "They want to give my daughter, who has kidney failure, a zoledronate drip for her back fractures. Side effects?",
                "Does zoledronic acid cause atrial fibrillation as a side effect?"
            })
    void anEffectOrAReasonAgainstItThatNobodyTellsOfIsNotPassedOver(String question) {
        assertThat(bottomLine(ask(question))).noneMatch(text -> text.contains("adverse events"));
    }

    @Test
    void whetherToTreatIsNotHeadedByHarmsAlone() {
        assertThat(bottomLine(ask("Do children on steroids need bisphosphonates?")))
                .isNotEmpty()
                .noneMatch(text -> text.contains("adverse events"));
    }

    @Test
    void whoTellsThatNothingHappenedIsAnsweredWithTheOtherBranch() {
        Answer told = ask("8yo vertebral compression fractures no trauma management");

        assertThat(bottomLine(told))
                .anyMatch(text -> text.contains("indicate osteoporosis"))
                .noneMatch(text -> text.contains("72 children"));
    }

    @Test
    @DisplayName(
            "P3 calcitonin and vertebroplasty never head the child's answer and are shown for adults")
    void adultEvidenceStaysOutOfTheBottomLine() {
        assertThat(bottomLine(child))
                .noneMatch(
                        text -> text.matches("(?is).*(calcitonin|vertebroplasty|kyphoplasty).*"));
        assertThat(
                        Stream.concat(child.adultOrIndirect().stream(), disputed(child))
                                .map(Answer.Statement::text))
                .anyMatch(text -> text.contains("calcitonin"))
                .anyMatch(text -> text.contains("vertebroplasty"));
        assertThat(child.adultOrIndirect())
                .allSatisfy(statement ->
                        assertThat(statement.citations().getFirst().fit().kind())
                                .isEqualTo("indirect"));
    }

    @Test
    void theTrialInChildrenIsIndirectAndVeryLow() {
        assertThat(child.bottomLine().card().benefit())
                .anySatisfy(statement -> {
                    assertThat(statement.text()).contains("0 of 18").contains("2 of 16");
                    assertThat(statement.certainty().level()).isEqualTo("veryLow");
                    assertThat(statement.citations().getFirst().fit().kind()).isEqualTo("indirect");
                    assertThat(statement.citations().getFirst().fit().difference())
                            .contains("glucocorticoids");
                });
        assertThat(child.bottomLine().card().harm()).anyMatch(one -> one.text().contains("16.4%"));
    }

    @Test
    @DisplayName("P12 the disagreements are shown with both sides and their populations")
    void disagreementsAreShown() {
        assertThat(child.conflicts())
                .anySatisfy(conflict -> {
                    assertThat(conflict.outcome()).contains("alendronate");
                    assertThat(conflict.sides())
                            .hasSize(2)
                            .allSatisfy(side -> assertThat(side.statements()).isNotEmpty());
                })
                .anySatisfy(conflict -> assertThat(conflict.outcome()).contains("vertebroplasty"));
    }

    @Test
    void whoDecidesAndWhatWasNotToldAreSaid() {
        assertThat(child.bottomLine().card().decides())
                .anyMatch(one -> one.text().contains("specialist paediatric bone service"));
        assertThat(child.notTold())
                .extracting(Answer.Unknown::key)
                .contains("mechanism", "glucocorticoids", "bloodCount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "14", "48", "80"})
    void noPlannedSectionIsMissingAndEverythingVerifies(String age) {
        Answer answer = ask(QUESTION.formatted(age));
        assertThat(answer.sections())
                .extracting(Answer.Section::key)
                .containsExactly(
                        "initial",
                        "drugs",
                        "nonDrug",
                        "observation",
                        "procedures",
                        "monitoring",
                        "harms",
                        "special",
                        "escalate",
                        "pitfalls",
                        "evidence");
        assertThat(answer.sections())
                .allSatisfy(section ->
                        assertThat(section.statements().isEmpty())
                                .isEqualTo(section.notFound() != null));
        assertThat(new Verification(Terminology.builtIn(), HOUSE.library()::version).verify(answer))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"48", "80"})
    void theAnswerOfAnAdultIsAnotherOneAndNeverCalcitonin(String age) {
        Answer adult = ask(QUESTION.formatted(age));
        assertThat(bottomLine(adult))
                .isNotEqualTo(bottomLine(child))
                .noneMatch(text -> text.contains("calcitonin"));
        assertThat(adult.premises())
                .noneMatch(premise -> premise.quote().equals("borderline osteoporosis"));
        assertThat(adult.outcome().kind()).isEqualTo("partly");
    }

    @Test
    @DisplayName("P7 what the library cannot answer is refused with its reason and without a dose")
    void whatIsNotThereIsRefused() {
        Answer croup = ask("Croup, 14 kg: dexamethasone dose?");
        assertThat(croup.outcome().kind()).isEqualTo("abstained");
        assertThat(croup.outcome().reason()).isEqualTo("nothingInLibrary");
        assertThat(bottomLine(croup)).isEmpty();
        assertThat(ask("").outcome().kind()).isEqualTo("abstained");
        assertThat(ask("What is the capital of France?").outcome().kind()).isEqualTo("abstained");
    }

    @Test
    void theGradeThatFitsTheAgeAnswersAPreventiveQuestion() {
        Answer aspirin = ask("Aspirin to prevent a first heart attack at 72?");
        assertThat(bottomLine(aspirin)).first().asString().contains("against aspirin");
        Answer woman = ask("Should a 67-year-old woman be screened for osteoporosis?");
        Answer man = ask("Should a 45-year-old man be screened for osteoporosis?");
        assertThat(bottomLine(woman)).first().asString().contains("recommended for women");
        assertThat(woman.bottomLine().card().date()).contains("newer edition");
        assertThat(bottomLine(man)).first().asString().contains("insufficient");
    }

    private static List<String> branch(String condition) {
        return child.bottomLine().branches().stream()
                .filter(branch ->
                        branch.condition().toLowerCase(java.util.Locale.ROOT).contains(condition))
                .flatMap(branch -> branch.statements().stream())
                .map(Answer.Statement::text)
                .toList();
    }

    private static List<String> bottomLine(Answer answer) {
        return Stream.concat(
                        answer.bottomLine().lead().stream(),
                        answer.bottomLine().branches().stream()
                                .flatMap(branch -> branch.statements().stream()))
                .map(Answer.Statement::text)
                .toList();
    }

    private static Stream<Answer.Statement> disputed(Answer answer) {
        return answer.conflicts().stream()
                .flatMap(conflict -> conflict.sides().stream())
                .flatMap(side -> side.statements().stream());
    }

    private static List<String> everything(Answer answer) {
        return Stream.of(
                        answer.urgent().stream().flatMap(sign -> sign.statements().stream()),
                        answer.bottomLine().lead().stream(),
                        answer.bottomLine().branches().stream()
                                .flatMap(branch -> branch.statements().stream()),
                        answer.bottomLine().card().benefit().stream(),
                        answer.sections().stream()
                                .flatMap(section -> section.statements().stream()),
                        answer.adultOrIndirect().stream(),
                        disputed(answer))
                .flatMap(all -> all)
                .map(Answer.Statement::text)
                .toList();
    }

    @Test
    void screeningForOneDiseaseIsNotAnsweredWithScreeningForAnother() {
        for (String question :
                List.of(
                        "At what age should lung cancer screening stop?",
                        "Is lung cancer screening useful at 70?",
                        "At what age should colorectal cancer screening stop?",
                        "Is depression screening useful in a 40-year-old?")) {
            String disease = question.replaceAll("(?i)^(at what age should|is) | screening.*", "");
            assertThat(ask(question).bottomLine().lead())
                    .as(question)
                    .allSatisfy(one -> assertThat(one.text()).containsIgnoringCase(disease));
        }
    }

    /// 20 pack-years, and smoking now or within 15 years, are asked for by the recommendation.
    @Test
    void howMuchSomebodySmokedDecidesWhetherScreeningForLungCancerIsForThem() {
        assertThat(
                        ask("I'm 55, smoked a pack a day for 30 years and quit 5 years ago. Lung cancer"
                                        + " screening?")
                                .bottomLine()
                                .lead())
                .singleElement()
                .satisfies(said -> assertThat(said.text()).startsWith("Screening for lung cancer"));
        for (String none :
                List.of(
                        "I'm 55, smoked a pack a day for 30 years and quit 20 years ago. Lung cancer"
                                + " screening?",
                        "I'm 55, smoked half a pack a day for 10 years and quit 5 years ago. Lung cancer"
                                + " screening?")) {
            assertThat(ask(none).bottomLine().lead()).as(none).isEmpty();
        }
    }

    @Test
    void nothingHeadsThatIsAboutAnotherDiseaseOrAnotherDoing() {
        record Case(String question, String needs) {}
        for (Case one :
                List.of(
                        new Case("Does a 20-year-old need chlamydia screening?", "chlamydia"),
                        new Case("PSA screening at 75?", "prostat"),
                        new Case(
                                "Should a 60-year-old take calcium to prevent fractures?",
                                "calcium"),
                        new Case(
                                "Preeclampsia prevention with aspirin at 14 weeks of pregnancy?",
                                "eclampsia"))) {
            assertThat(ask(one.question()).bottomLine().lead())
                    .as(one.question())
                    .allSatisfy(said -> assertThat(said.text()).containsIgnoringCase(one.needs()));
        }
        assertThat(ask("Is aspirin useful to prevent a first heart attack at 72?").direction())
                .isEqualTo("no");
        assertThat(
                        ask("Can physiotherapy help an 8-year-old with T12 compression fracture?")
                                .direction())
                .isEqualTo("unknown");
        assertThat(ask("Should an adolescent be screened for suicide risk?").bottomLine().lead())
                .isNotEmpty()
                .allSatisfy(said -> assertThat(said.text()).contains("suicide risk"));
    }

    @Test
    void anUnknownDrugAndAnAgeDoNotSoundUrgent() {
        assertThat(ask("Nirsevimab, second season, 10 months?").urgent()).isEmpty();
    }

    @Test
    void aChildThatSwallowedSomebodysMedicineIsAnEmergency() {
        assertThat(ask("My toddler swallowed my metformin, how many mg are safe?").urgent())
                .extracting(Answer.UrgentSign::rule)
                .contains("overdose");
    }
}

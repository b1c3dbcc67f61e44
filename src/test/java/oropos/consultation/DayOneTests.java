package oropos.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.answer.Answer;
import oropos.question.Reader;

/// What a parent and a clinician ask on the first day, put to the starter library: what must stand there,
/// and what must never.
class DayOneTests {

    private static final StarterHouse HOUSE = StarterHouse.shared();

    private static Answer ask(Reader reader, String question) {
        return HOUSE.ask(reader, question);
    }

    /// Everything the answer says, wherever it stands.
    private static List<String> said(Answer answer) {
        var card = answer.bottomLine().card();
        return Stream.of(
                        answer.bottomLine().lead().stream(),
                        answer.bottomLine().branches().stream()
                                .flatMap(branch -> branch.statements().stream()),
                        card.benefit().stream(),
                        card.harm().stream(),
                        answer.sections().stream()
                                .flatMap(section -> section.statements().stream()),
                        answer.adultOrIndirect().stream(),
                        answer.conflicts().stream()
                                .flatMap(conflict -> conflict.sides().stream())
                                .flatMap(side -> side.statements().stream()))
                .flatMap(statements -> statements)
                .map(Answer.Statement::text)
                .toList();
    }

    @Test
    @DisplayName("is it cancer: never the share of fractures among children with leukaemia")
    void aParentWhoAsksWhetherItIsCancerNeverReadsTheShareTheOtherWayRound() {
        for (String question :
                List.of(
                        "Two broken back bones. Is it cancer?",
                        "My 8 year old son has two broken bones in his back after a small fall. Is it cancer?")) {
            assertThat(said(ask(Reader.CARER, question)))
                    .as(question)
                    .isNotEmpty()
                    .noneMatch(text -> text.contains("16%"))
                    .noneMatch(text -> text.contains("newly diagnosed"))
                    .as("nothing on treatments nobody asked about")
                    .noneMatch(text -> text.contains("vertebral augmentation"))
                    .noneMatch(text -> text.contains("vertebroplasty"))
                    .noneMatch(text -> text.contains("calcitonin"))
                    .as("no first sign of leukaemia without how seldom it is")
                    .noneMatch(text -> text.endsWith("first sign of acute leukaemia."))
                    .as("nothing on another cancer")
                    .noneMatch(text -> text.contains("ultraviolet"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How do I prevent falls in my mother aged 80? | Exercise to prevent falls is recommended",
                "Is a Pap smear still needed at 70? | against screening for cervical cancer in women older than 65 years",
                "Should a 60-year-old man have a PSA test? | only selectively, by individual judgement, for men aged 55 to 69 years",
                "Should my father, 72, have a PSA test? | against screening for prostate cancer in men aged 70 years and older",
                "Should a 50-year-old have a colonoscopy? | Screening for colorectal cancer is recommended for adults aged 50 to 75",
                "When should a woman start mammograms? | mammography is recommended for women aged 40 to 74",
                "Who should get PrEP for HIV? | Preexposure prophylaxis to prevent HIV infection is recommended",
            })
    void whoAsksInEverydayWordsIsAnsweredByTheAdviceForThem(String question, String head) {
        assertThat(ask(Reader.PATIENT, question).bottomLine().lead())
                .as(question)
                .isNotEmpty()
                .first()
                .satisfies(one -> assertThat(one.text()).contains(head));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My stools have been black for a week. Should I have a colonoscopy at 52?",
                "There is a change in my breast skin. When should I have a mammogram?",
                "My nipple is turned in. Should I have a mammogram? I am 55.",
                "I lost 10 kg. Should I be screened for colorectal cancer at 60?",
                "How can I prevent HIV after a needle stick yesterday?",
                "I had a stroke. Should I take aspirin to prevent another? I am 55.",
                "Is my blood pressure check of 190/120 worth worrying about?",
                "His sodium fell twice. What should we do?",
            })
    @DisplayName(
            "P2 advice for people who are well heads nothing where somebody is ill, or too late for it")
    void adviceForTheWellIsNotForTheIll(String question) {
        Answer answer = ask(Reader.PATIENT, question);
        assertThat(answer.bottomLine().lead()).as(question).isEmpty();
        assertThat(answer.direction()).isNotEqualTo("yes");
    }

    @Test
    void aSmallFallIsTakenAsHowItHappened() {
        Answer answer =
                ask(
                        Reader.CARER,
                        "My 8 year old son has two broken bones in his back after a small fall. Is it cancer?");

        assertThat(answer.understood().patient().facts()).containsEntry("mechanism", "lowEnergy");
        assertThat(answer.understood().problems())
                .anyMatch(problem -> problem.name().equals("Spinal Fractures"));
        assertThat(answer.bottomLine().branches()).isEmpty();
    }

    @Test
    void aParentToldOfADripHearsOfTheVitaminCheckAndTheFiguresAndIsAskedTheAge() {
        Answer answer =
                ask(
                        Reader.CARER,
                        "They want to give my daughter a zoledronate drip. Side effects?");

        assertThat(said(answer))
                .anyMatch(text -> text.contains("25-hydroxyvitamin D should be above 50"))
                .anyMatch(text -> text.contains("low calcium followed 16.4%"))
                .noneMatch(text -> text.contains("denosumab"));
        assertThat(answer.notTold()).anyMatch(fact -> fact.key().equals("age"));
    }

    @Test
    void whoAsksWhenToPlayAgainReadsNoAccusationFirst() {
        Answer answer =
                ask(
                        Reader.CARER,
                        "My 8 year old has two broken bones in his back. When can he do sport again, school, trampoline?");

        assertThat(answer.bottomLine().lead())
                .noneMatch(one -> one.text().contains("non-accidental"));
        assertThat(answer.outcome().reason()).isEqualTo("noBottomLine");
        assertThat(answer.title())
                .isEqualTo("Treatment of broken bones in the back in an 8-year-old boy");
    }

    @Test
    void whatIsCheckedBeforeAFirstInfusionHeadsTheAnswer() {
        for (String question :
                List.of(
                        "What must be checked before a first zoledronate infusion in a child?",
                        "What should be checked before a child starts bisphosphonates?")) {
            assertThat(ask(Reader.PHYSICIAN, question).bottomLine().lead())
                    .as(question)
                    .anyMatch(one -> one.text().contains("25-hydroxyvitamin D"));
        }
    }

    @Test
    @DisplayName("a hot baby: the card, and nothing from older children with something else")
    void aWarningOfAnotherIllnessStandsOnlyWhereItWarnsOfWhatIsNamed() {
        Answer baby =
                ask(
                        Reader.PHYSICIAN,
                        "A 6-week-old has a temperature of 38.4 and looks well. What is the work-up?");

        assertThat(baby.urgent()).isNotEmpty();
        assertThat(said(baby)).isEmpty();
        assertThat(baby.outcome().reason()).isEqualTo("nothingInLibrary");
        assertThat(
                        said(
                                ask(
                                        Reader.CARER,
                                        "My 8-year-old has two broken bones in the back. Is it cancer?")))
                .anyMatch(text -> text.contains("are red flags in a child with back pain"));
    }

    @Test
    void whyTheyWereAskedIsAnsweredCalmly() {
        Answer answer = ask(Reader.CARER, "They asked whether we hurt him. Why?");

        assertThat(answer.urgent()).isEmpty();
        assertThat(answer.title()).isEqualTo("They asked whether we hurt him. Why");
        assertThat(said(answer)).anyMatch(text -> text.contains("non-accidental injury belongs"));
    }

    @Test
    void whoAsksAboutScreeningIsNotToldOfTreatingTheIll() {
        for (String question :
                List.of(
                        "Should a 67-year-old woman be screened for osteoporosis?",
                        "Should a 45-year-old man be screened for osteoporosis?")) {
            Answer answer = ask(Reader.PHYSICIAN, question);
            assertThat(answer.bottomLine().lead()).isNotEmpty();
            assertThat(answer.conflicts()).isEmpty();
            assertThat(said(answer))
                    .noneMatch(text -> text.contains("kyphoplasty"))
                    .noneMatch(text -> text.contains("calcitonin"))
                    .noneMatch(text -> text.contains("leukaemia"));
        }
    }

    @Test
    void whoIsGrownUpIsNotToldOfChildren() {
        for (String question :
                List.of(
                        "My mother has osteoporosis. What can she take?",
                        "My husband broke a vertebra, should he take bisphosphonates?",
                        "How is osteoporosis treated in men?",
                        "How is osteoporosis treated in adults?")) {
            Answer answer = ask(Reader.PHYSICIAN, question);
            for (Answer.Section section : answer.sections()) {
                for (Answer.Statement one : section.statements()) {
                    assertThat(one.text())
                            .as(question)
                            .doesNotContainPattern(
                                    "(?i)\\b(a child|in children|boys?) (?!and young adults)");
                }
            }
        }
    }

    @Test
    void whatIsAskedOfATroubleOfPregnancyIsAboutPregnancy() {
        assertThat(said(ask(Reader.PHYSICIAN, "Does aspirin prevent preeclampsia?")))
                .anyMatch(text -> text.startsWith("Aspirin to prevent pre-eclampsia"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What vitamins should a woman take before pregnancy?",
                "We are trying for a baby. Which vitamins should I take?",
                "Should I take vitamins before pregnancy?",
                "What supplements are recommended before pregnancy?"
            })
    void vitaminsBeforeAPregnancyAreFolicAcid(String question) {
        assertThat(ask(Reader.PATIENT, question).bottomLine().lead())
                .allMatch(one -> one.text().contains("Folic acid"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Is osteoporosis painful?",
                "Does osteoporosis hurt?",
                "Is a vertebral fracture painful?"
            })
    void whatSomethingIsLikeIsNotToldByAdvice(String question) {
        assertThat(ask(Reader.PHYSICIAN, question).bottomLine().lead()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can I exercise with osteoporosis?",
                "exercise with osteoporosis",
                "back pain when to see a doctor",
                "When should I worry about back pain?"
            })
    void whatWasWrittenForOthersOfWhomNothingIsToldHeadsNothing(String question) {
        assertThat(ask(Reader.PHYSICIAN, question).bottomLine().lead()).isEmpty();
    }

    @Test
    void aWordForTheCourseOfAnyDiseaseIsNoDisease() {
        assertThat(
                        ask(
                                        Reader.PHYSICIAN,
                                        "Hormone therapy to prevent chronic disease after menopause?")
                                .bottomLine()
                                .lead())
                .noneMatch(one -> one.text().contains("pulmonary"));
    }

    @Test
    void aBrokenArmIsNoBrokenSpine() {
        Answer.BottomLine line =
                ask(Reader.PHYSICIAN, "My 3 month old has a broken arm and we don't know how")
                        .bottomLine();

        assertThat(line.lead()).isEmpty();
        assertThat(line.branches()).isEmpty();
    }

    @Test
    void safeInPregnancyIsNotAnsweredByChildren() {
        assertThat(ask(Reader.PHYSICIAN, "Is alendronate safe in pregnancy?").bottomLine().lead())
                .isEmpty();
    }

    @Test
    void theHeadIsOfWhatWasAskedAndNotOfItsNeighbour() {
        assertThat(
                        ask(Reader.PHYSICIAN, "Asymptomatic bacteriuria screening in pregnancy")
                                .bottomLine()
                                .lead())
                .noneMatch(one -> one.text().contains("hypertensive"));
        assertThat(ask(Reader.PHYSICIAN, "HIV screening at 70?").bottomLine().lead())
                .as("who asks for screening did not ask for prophylaxis")
                .noneMatch(one -> one.text().toLowerCase(Locale.ROOT).contains("prophylaxis"));
        assertThat(
                        ask(
                                        Reader.PHYSICIAN,
                                        "How often should bone density be measured in a child on bisphosphonates?")
                                .bottomLine()
                                .lead())
                .first()
                .matches(one -> one.text().contains("every year"), "how often");
        assertThat(
                        ask(
                                        Reader.PHYSICIAN,
                                        "What are the side effects of pamidronate in children?")
                                .bottomLine()
                                .lead())
                .noneMatch(one -> one.text().contains("25-hydroxyvitamin D"));
    }

    @Test
    void anInfusionIsNotAnsweredByWhatHoldsOfTablets() {
        Answer answer =
                ask(
                        Reader.PHYSICIAN,
                        "Should a child with osteogenesis imperfecta get zoledronate?");

        assertThat(answer.bottomLine().lead())
                .noneMatch(one -> one.text().startsWith("Oral bisphosphonate"));
        assertThat(said(answer))
                .anyMatch(text -> text.startsWith("Oral bisphosphonate has a place"));
    }

    @Test
    void aTrialAgainstAnUncontrolledSeriesIsNotCalledATie() {
        assertThat(
                        ask(Reader.PHARMACIST, "Alendronate 70 mg weekly for an 8-year-old?")
                                .outcome()
                                .words())
                .contains("weaker studies found a benefit, a stronger one did not");
        assertThat(
                        ask(
                                        Reader.PHYSICIAN,
                                        "Is calcitonin useful for acute vertebral fracture pain in my 81-year-old?")
                                .outcome()
                                .words())
                .contains("nothing here puts one above the other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My grandfather fell twice. What exercise helps? | zoledron",
                "My grandfather fell twice. What exercise helps? | calcitonin",
                "65-year-old woman, T-score -2.7, no fracture. Start alendronate? | osteogenesis imperfecta",
                "Should I take vitamin D? | beta carotene",
                "Should I take vitamin D? | bisphosphonate",
                "When should I be checked for bowel cancer? I'm 50. | thyroid cancer",
                "liver cancer screening | pancreatic cancer",
                "I'm pregnant and have herpes. Do I need a test? | Rh(D)",
                "I have herpes and I'm 28 weeks pregnant. Should I be tested? | Rh(D)",
                "I'm pregnant and have herpes. Do I need a test? | screening",
            })
    void whatHoldsOfAnotherIllnessAndOfOtherPeopleStandsNowhere(String question, String never) {
        assertThat(said(ask(Reader.PATIENT, question)))
                .as(question)
                .noneMatch(text -> text.contains(never));
    }

    @Test
    @DisplayName("sex not told: what holds of men never stands alone")
    void whereTheSexIsNotToldWhatHoldsOfOneSexNeverHeadsAlone() {
        assertThat(ask(Reader.PATIENT, "Do I need a bone density scan at 52?").bottomLine().lead())
                .extracting(Answer.Statement::text)
                .hasSize(2)
                .anyMatch(text -> text.contains("postmenopausal women younger than 65"))
                .anyMatch(text -> text.contains("in men"));
    }

    @Test
    void whoBleedsOrFellIsToldOfTheDrugAskedForAndOfNothingElse() {
        Answer falls =
                ask(
                        Reader.PATIENT,
                        "I fell twice. Should I take vitamin D to prevent falls? I am 72.");
        assertThat(falls.direction()).as("exercise was not asked for").isEqualTo("no");
        assertThat(falls.bottomLine().lead())
                .allMatch(one -> one.text().contains("against vitamin D"));
        for (String question :
                List.of(
                        "I have a stomach ulcer. Should I take aspirin to prevent a heart attack at 50?",
                        "I am 50 and on warfarin, should I take aspirin to prevent a heart attack?",
                        "My mole has turned black. Should I have skin cancer screening?")) {
            assertThat(ask(Reader.PATIENT, question).bottomLine().lead()).as(question).isEmpty();
        }
    }

    @Test
    void whoAsksForADrugIsNotToldWhetherToLookForTheLackOfIt() {
        assertThat(ask(Reader.PATIENT, "Should I take vitamin D?").bottomLine().lead())
                .noneMatch(one -> one.text().contains("screening"));
        assertThat(
                        ask(Reader.PATIENT, "Should my vitamin D be checked? I am 40.")
                                .bottomLine()
                                .lead())
                .anyMatch(one -> one.text().contains("screening for vitamin D deficiency"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I smoke 20 a day and want to quit. What can my doctor do? | Tobacco cessation intervention by counselling and medication is recommended",
                "I'm 16 and smoke. How can I quit? | in school-aged children and adolescents who use tobacco",
                "Nicotine patches in pregnancy? | in pregnant persons who use tobacco",
                "We are trying for a baby. Folic acid now or later? | Folic acid supplementation to prevent neural tube defects is recommended",
                "My newborn: does she need eye drops at birth? | is recommended for newborns",
                "BMI 33, age 50: what should be offered? | behavioural intervention for weight loss is recommended",
                "My baby is 9 months old and we have well water without fluoride. Drops? | Oral fluoride supplementation",
                "Hormones after menopause to keep my heart healthy? I still have my womb. | against combined oestrogen and progestin",
            })
    void adviceOnPreventionIsHeardInEverydayWordsAndIsForThePersonWhoAsks(
            String question, String head) {
        assertThat(ask(Reader.PATIENT, question).bottomLine().lead())
                .as(question)
                .extracting(Answer.Statement::text)
                .anyMatch(text -> text.contains(head));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I stopped smoking and now I cough blood",
                "I want to quit smoking but I feel depressed and want to die",
                "My baby swallowed fluoride toothpaste. What do I do?",
                "I am pregnant and took too many folic acid tablets",
                "Hormones after menopause for hot flushes",
                "My eyes are red and I use eye drops. My baby was born yesterday.",
                "I drink too much and my skin is yellow. What can I do?",
                "Does my husband need help to cut down drinking? He shakes in the morning.",
                "I have HIV. Should I take PrEP?",
                "I had breast cancer at 40. Should I take a multivitamin to prevent cancer?",
                "Aspirin for primary prevention, a man of 52 on warfarin",
            })
    void whoeverTellsOfAComplaintOrAnIllnessIsNotAnsweredByAdviceForTheWell(String question) {
        assertThat(ask(Reader.PATIENT, question).bottomLine().lead()).as(question).isEmpty();
    }
}

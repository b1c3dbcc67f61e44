package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrgentSignsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I want to kill myself | self-harm",
                "i'm going to kill my dad | going-to-kill",
                "he says he is going to kill the whole family | going-to-kill",
                "my mother is going to kill me, she has been hearing voices telling her | going-to-kill",
                "I'm going to kill myself, they can work without me in the kitchen | self-harm",
                "i want to end my life, the team can go on without me on the rota | self-harm",
                "toddler swallowed a button battery, what type of battery is it that burns? | overdose",
                "My daughter says she wants to die and has a plan | self-harm",
                "He does not want to live any more | self-harm",
                "She took 30 paracetamol tablets an hour ago | overdose",
                "My toddler swallowed a button battery | overdose",
                "He has taken an overdose of his blood pressure pills | overdose",
                "he is diabetic and chopped his toe off | part-cut-off",
                "finger cut off, ring still on it | part-cut-off",
                "the snake bit him when he was walking | snake-bite",
                "snake bit my son and our dog was bitten too | snake-bite",
                "he was stabbed outside the film, needs tetanus shot? | stabbed-or-shot",
                "she carries an epipen and used it 5 minutes ago | adrenaline-pen-used",
                "bitten by a dog in India 3 months ago | bite-abroad",
                "fell off his bike, clear fluid from his nose, he has hay fever | head-leaks",
                "sodium 114 mmol/L reference range 133-146 | sodium-extreme",
                "INR 9.5 (target 2-3), nose bleeding | inr-far-too-high",
                "Hb 58, breathless, was 60 2 weeks ago | haemoglobin-very-low",
                "potassium 2.1, given 40 mg furosemide and 10 units insulin | potassium-very-low",
                "I have chest pain and I am sweating | chest-pain",
                "Crushing chest pain that goes down my left arm | chest-pain",
                "67-year-old man, chest pain, short of breath since an hour | chest-pain",
                "Her face is drooping and her speech is slurred since 20 minutes | stroke",
                "Suddenly he cannot lift his arm | stroke",
                "My wife suddenly has a weak arm and slurred words | stroke",
                "He ate peanuts, has hives and his throat is swelling | anaphylaxis",
                "Stung by a wasp, lips swollen, wheezing | anaphylaxis",
                "He is choking | airway",
                "The baby turns blue around the lips | airway",
                "She cannot breathe | airway",
                "My son cannot be woken | unconscious",
                "She has been seizing for 10 minutes, the seizure is going on for 10 minutes | unconscious",
                "Back pain and since today I cannot feel my bottom and cannot pee | cord",
                "8-year-old with T12 compression fracture, now legs are weak | cord",
                "Lumbar disc, new urinary retention and numb legs with back pain | cord",
                "Since this morning she stumbles and wets herself | cord-together",
                "Numbness in the saddle area since yesterday | saddle",
                "Fever 39.5, confused and mottled skin | sepsis",
                "High fever, breathing very fast and drowsy | sepsis",
                "54-year-old on chemotherapy with a fever of 38.6 | septic-shock",
                "Fever and a stiff neck | meningitis",
                "My baby has a fever and a rash that does not fade with the glass test | meningitis",
                "My diabetic son is vomiting and his breath smells fruity | dka",
                "Type 1 diabetes, vomiting, ketones high | dka",
                "I am 7 weeks pregnant with severe one-sided pelvic pain and spotting | ectopic",
                "Positive pregnancy test, sharp pain on the left side, feeling faint | ectopic",
                "34 weeks pregnant, severe headache and blurred vision | eclampsia",
                "Pregnant, 36 weeks, BP 172/110, headache and seeing flashing lights | eclampsia",
                "I am pregnant and bleeding heavily | pregnancy-bleeding",
                "32 weeks pregnant and the baby has stopped moving | baby-moves-less",
                "10-day-old with fever | newborn-fever",
                "5 weeks old baby, temperature 38.2 | newborn-fever",
                "He hit his head today and keeps vomiting | head-injury",
                "The worst headache of my life, out of nowhere | thunderclap",
                "She is vomiting blood | bleeding",
                "The wound is bleeding and it won't stop, bleeding will not stop | bleeding",
                "BP 76/40 and clammy, 60-year-old | shock",
                "16-year-old with sudden pain in the testicle | testicle",
                "Sudden loss of vision in the right eye | vision-loss",
                "6-year-old, back pain, pale and many bruises | child-low-count",
                "8-year-old with bone pain and pallor | child-low-count",
                "12-year-old with back pain, blasts on the smear, got dexamethasone | steroid-before-diagnosis",
                "4-month-old with a broken femur | infant-fracture",
                "Toddler with a fracture, the history does not fit the injury | child-protection",
                "8-year-old with vertebral fracture | child-vertebral-fracture",
                "Girl of 9 with broken vertebrae after a cough | child-vertebral-fracture",
                "My daughter, 8, broke two bones in her back | child-vertebral-fracture",
                "MRI shows two collapsed bones in my 8-year-old's spine | child-vertebral-fracture",
                "9-year-old with back pain that wakes her at night | child-back-pain",
                "14-year-old with back pain and weight loss | child-back-pain",
                "3-year-old with back pain | young-child-back-pain",
                "7-year-old with fever and a limp | child-limb-fever"
            })
    void areHeard(String text, String rule) {
        assertThat(Asking.signs(text)).contains(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient with diabetes, no chest pain, no sweating: which statin?",
                "60-year-old with hypertension, denies chest pain, dyspnoea and sweating: drug?",
                "No chest pain or shortness of breath. Which statin is best?",
                "Back pain without weakness, numbness or incontinence in a 40-year-old: MRI?",
                "8 weeks pregnant, no pain and no bleeding: which vitamins?",
                "What are the symptoms of a stroke?",
                "What are the signs of meningitis?",
                "Does aspirin reduce the risk of stroke?",
                "Family history of suicide: is depression inherited?",
                "Is diphenhydramine safe in overdose trials?",
                "How is anaphylaxis treated in general practice?",
                "What is the best treatment for a 67-year-old woman with osteoporosis?",
                "What is the prognosis of cauda equina syndrome after surgery in trials?",
                "Can ibuprofen cause back pain?",
                "pt had BM 1 hour ago melena",
                "a snake bit me last year",
                "I'm going to kill my husband for eating my cake",
                "the ring had to be cut off my finger",
                "my epipen has expired, can I still use it",
                "INR 14 days after starting warfarin",
                "platelets 1,200",
                "35-year-old with a cold and a fever of 38.4: antibiotics?",
                "8-year-old with asthma: which inhaler?",
                "3-month-old vaccinated yesterday: which vaccine is next?",
                "My father does not have chest pain or sweating, he has heartburn: what can he take?",
                "She does not have weakness in the legs or back pain: can she run?",
                "He doesn't have suicidal thoughts. Which antidepressant?"
            })
    void areNotHeardWhereDeniedOrOnlyTalkedAbout(String text) {
        assertThat(Asking.urgent(text))
                .extracting(Urgent::severity)
                .doesNotContain(Urgent.Severity.NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "No trauma, but chest pain and sweating | chest-pain",
                "No fever. Chest pain and he is sweating | chest-pain",
                "He has not slept because of chest pain and is sweating | chest-pain",
                "She denies pain but cannot walk and wets herself | cord-together",
                "There was no accident, now her back hurts and her legs are weak | cord",
                "He does not have a fever, he has chest pain and he is sweating | chest-pain",
                "He does not have time to ask about the chest pain, and he is sweating | chest-pain",
                "He did not have chest pain until today, and he is sweating | chest-pain",
                "i dont have a car chest pain and sweating what do i do | chest-pain",
                "we dont have insurance my husband chest pain sweating | chest-pain"
            })
    void areHeardAfterADenialOfSomethingElse(String text, String rule) {
        assertThat(Asking.signs(text)).contains(rule);
    }

    @Test
    void theMostUrgentStandsFirst() {
        List<Urgent> signs =
                Asking.urgent(
                        "8-year-old with vertebral fracture, pale, bruises. Chest pain and gasping"
                                + " for air");

        assertThat(signs).hasSizeGreaterThan(1);
        assertThat(signs.getFirst().severity()).isEqualTo(Urgent.Severity.NOW);
        assertThat(signs).isSortedAccordingTo((a, b) -> a.severity().compareTo(b.severity()));
    }

    @ParameterizedTest
    @EnumSource(Reader.class)
    void noReaderKeepsThemFromBeingSaid(Reader reader) {
        Understood understood =
                Asking.UNDERSTANDING.of(
                        Asked.by(reader, "Since this morning she stumbles and wets herself"));

        assertThat(understood)
                .isInstanceOfSatisfying(
                        Understood.Clear.class,
                        clear ->
                                assertThat(clear.question().urgent())
                                        .extracting(Urgent::rule)
                                        .containsExactly("cord-together"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write me a prescription, I took 40 tablets of paracetamol tonight",
                "Ich habe Schmerzen und bin traurig und das ist nicht gut. I want to kill myself"
            })
    void areHeardInARefusedQuestion(String text) {
        assertThat(Asking.refused(text).urgent())
                .extracting(Urgent::severity)
                .contains(Urgent.Severity.NOW);
    }

    @Test
    void areHeardAtTheEndOfATextThatIsTooLong() {
        String text = "My child has eczema. ".repeat(900) + "Since today I want to kill myself.";

        Understood.Refused refused = Asking.refused(text);

        assertThat(refused.reason()).isEqualTo("tooLong");
        assertThat(refused.urgent()).extracting(Urgent::rule).contains("self-harm");
    }

    @Test
    void theQuoteCarriesNoName() {
        Urgent sign =
                Asking.urgent("Mr John Smith has chest pain, John Smith is sweating").getFirst();

        assertThat(sign.rule()).isEqualTo("chest-pain");
        assertThat(sign.quote()).doesNotContain("Smith").contains("[name]");
    }

    @Test
    void noRuleIsCalledReviewedBeforeAClinicianSignedIt() {
        RuleFile file = RuleFile.read(UrgentSigns.FILE);

        assertThat(file.content().rows("rules"))
                .hasSizeGreaterThan(25)
                .noneMatch(row -> row.flag("reviewed"))
                .allSatisfy(row -> assertThat(row.text("source")).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is the incidence of bacterial infection in febrile neonates? | false",
                "Febrile neonate, 9 days old, poor feeding | true",
                "In adults with septic shock, is vasopressin better than noradrenaline? | false",
                "Septic shock, noradrenaline running, is vasopressin next? | true",
                "My neighbour had a stroke last spring with a crooked smile, how do I lower my risk? | false",
                "My neighbour came in: his smile is crooked and his speech is slurred | true",
            })
    void whatIsAskedOfPeopleInGeneralOrToldOfAnotherIsNoEmergency(String text, boolean urgent) {
        assertThat(!Asking.signs(text).isEmpty()).isEqualTo(urgent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hyperemesis at 9 weeks with vomiting and ketones in urine: which fluids?",
                "On a low carb diet, ketones 1.2, lost weight and thirsty, is that normal?",
                "Ketones in the urine of a fasting 4-year-old with tummy pain, drinks well: what now?"
            })
    void ketonesAloneAreNoDiabeticKetoacidosis(String text) {
        assertThat(Asking.signs(text)).doesNotContain("dka");
    }

    @Test
    void weeksOfAPregnancyThatASignTellsOfAreNoBabysAge() {
        ClinicalQuestion asked =
                Asking.question("My wife is 33 weeks and her waters have gone. Do we wait?");

        assertThat(asked.urgent()).extracting(Urgent::rule).containsExactly("waters-early");
        assertThat(asked.urgent().getFirst().action()).contains("maternity unit now");
        assertThat(asked.patient().ages()).isNull();
        assertThat(asked.patient().pregnant()).isTrue();
        assertThat(asked.patient().facts()).containsEntry("gestation", "33 weeks");
    }

    @Test
    void whatIsToldOfAMotherAndOfABabyIsNotMixedUp() {
        assertThat(Asking.urgent("my calf is swollen and hot, baby is 2 weeks old"))
                .extracting(Urgent::rule)
                .containsExactly("pregnancy-clot");
        assertThat(Asking.urgent("baby 16 weeks, blood in her nappy"))
                .extracting(Urgent::rule)
                .doesNotContain("pregnancy-bleeding", "pregnancy-spotting");
        assertThat(Asking.urgent("My 18 month old has a cold, I'm 34 weeks and my waters broke"))
                .extracting(Urgent::rule)
                .contains("waters-early");
    }

    @Test
    void whoSnoresAndStopsBreathingAtNightIsInNoDangerButABabyOrOneDrugged() {
        assertThat(Asking.urgent("My husband snores and stops breathing at night.")).isEmpty();
        assertThat(Asking.urgent("He took methadone, snores loud and I can't wake him."))
                .extracting(Urgent::rule)
                .contains("snoring-drugged");
        assertThat(Asking.urgent("My baby stops breathing in his sleep."))
                .extracting(Urgent::rule)
                .contains("infant-stops-breathing");
    }

    @Test
    void anExceptionSilencesOnlyWhatStandsInItsSentence() {
        assertThat(
                        Asking.signs(
                                "My husband snores a lot. Since an hour he is not breathing properly and has blue lips."))
                .isNotEmpty();
        assertThat(
                        Asking.signs(
                                "Her sister has epilepsy. She is 33 weeks and had a seizure just now."))
                .contains("eclampsia");
        assertThat(
                        Asking.signs(
                                "No iron tablets. My poo is black and sticky like tar and I feel faint."))
                .contains("vomits-blood");
    }

    @Test
    void whatStandsFarApartInALetterIsNoSign() {
        assertThat(
                        Asking.signs(
                                "My brother has a blur in one eye since childhood. Our family is big. Nobody else has it."
                                        + " We were all checked. My worry is another one. I am pregnant, will my child see well?"))
                .isEmpty();
    }

    @Test
    void aSeizureOfAnAdultWhoIsAwakeAgainIsHeard() {
        assertThat(Asking.signs("She had a seizure just now")).contains("fit-just-now");
        assertThat(Asking.signs("She had a seizure in 2016, may she drive?")).isEmpty();
        assertThat(Asking.signs("He never had a seizure. Does he need a brain scan?")).isEmpty();
    }

    @Test
    void whatIsOverIsNoSign() {
        assertThat(
                        Asking.signs(
                                "The swelling of my lip settled months ago after stopping ramipril"))
                .isEmpty();
        assertThat(
                        Asking.signs(
                                "The swelling of my lip settled weeks ago after stopping ramipril but today my tongue swells"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My 2 year old pulled boiling tea over his face and chest, skin is peeling",
                "My son, 3 years old, burned his whole back with hot water",
                "She is 8 months old and has a scald from a kettle over her chest",
                "He has mild asthma and has burned 30% TBSA",
                "30 year old man, house fire, soot in the mouth and hoarse voice, burns to the face"
            })
    void aLargeBurnIsHeardWhateverTheAge(String text) {
        assertThat(Asking.signs(text)).contains("burn-large").doesNotContain("stroke");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Burn on my hand the size of a coin from the kettle",
                "I have an old burn on my face from a fire, which cream?",
                "She burned her whole arm as a child, can scars be treated?",
                "He has a mild burn on his face from tea",
                "He knocked over the oil lamp and swept it up",
                "I drink coffee and my stomach burns"
            })
    void aSmallBurnOrOneThatIsOverIsNoLargeOne(String text) {
        assertThat(Asking.signs(text)).doesNotContain("burn-large");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sugar 620 | sugar-very-high",
                "my meter says HI | sugar-very-high",
                "BG 35.2 | sugar-either-unit",
                "INR was 12 three weeks ago and today it is 13 | inr-far-too-high",
                "INR was 9, now 2 falls | inr-too-high",
                "INR was 2.4 and now 12 | inr-far-too-high",
                "potassium was 7.1, repeat 7.0 | potassium-high",
                "potassium 7.1 on repeat, was 4.2 last week | potassium-high",
                "potassium 7.1, repeat at 4 | potassium-high",
                "potassium 7.1, repeat in 2 hours | potassium-high",
                "sugar 1.9 an hour ago, now 12 | sugar-very-low",
                "platelets were 8 yesterday, 12 today, nosebleed | platelets-very-low",
                "Hb 140 in May, 58 now, breathless | haemoglobin-very-low",
                "What type of battery burns? My toddler swallowed one | swallowed-one-battery",
                "my husband says he is going to kill me | going-to-kill",
                "my wife is going to kill me for forgetting our anniversary, she has a knife | going-to-kill-shown",
                "stiff neck and a rash that does not fade | stiff-neck-and-rash",
                "79M BPH on tamsulosin, dizzy and black stools | vomits-blood",
                "79M BPH on tamsulosin, can't pee for 14 hours | no-urine",
                "82F dizzy, HR 30 | heart-very-slow",
                "How can I stop myself from killing him? | harm-to-others",
                "How to keep myself from hitting my son? | harm-to-others",
                "I feel like strangling my baby when she cries | harm-to-others",
                "I keep having thoughts of stabbing my son, it scares me | harm-to-others",
                "my mum had a stroke this morning | stroke"
            })
    void theValueOfNowAndSignsBesideHarmlessWordsAreHeard(String text, String sign) {
        assertThat(Asking.signs(text)).contains(sign);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "potassium was 7.1, repeat 4.2",
                "How do I stop my toddler from hitting his sister?",
                "I could kill him for eating my lunch",
                "how can I stop my dog hurting my cat",
                "I am afraid the cancer will kill my husband",
                "potassium was 7.1, repeat normal",
                "INR was 12 last month and today is 2.4",
                "sugar 34 g per serving, is that much for a diabetic?",
                "what does it mean if sugar is over 600?",
                "what type of battery burns? my toddler nearly swallowed one",
                "my wife is going to kill me for forgetting our anniversary",
                "79M BPH on tamsulosin, dizzy",
                "resting HR 38, runner, feels well"
            })
    void aValueThatWasPutRightAndWordsMeantOtherwiseAreNoSigns(String text) {
        assertThat(Asking.signs(text)).isEmpty();
    }

    @Test
    void aMachineThatCrashesIsInNoDanger() {
        assertThat(Asking.signs("my computer crashes and burns hot")).isEmpty();
    }

    @Test
    void lateWeeksWithASignAreOfAPregnancyAndNoAge() {
        Patient patient =
                Asking.question("33 weeks, pounding headache and flashing lights").patient();
        assertThat(patient.pregnant()).isTrue();
        assertThat(patient.age()).isNull();
    }

    @Test
    void anIllnessCalledJuvenileIsOfAChildUnlessSomebodyGrownUpIsToldOf() {
        assertThat(Asking.question("juvenile osteoporosis: bisphosphonates?").patient().isChild())
                .isTrue();
        assertThat(
                        Asking.question(
                                        "26-year-old with juvenile idiopathic arthritis, is etanercept safe?")
                                .patient()
                                .isChild())
                .isFalse();
        assertThat(
                        Asking.question(
                                        "I have juvenile arthritis and want to get pregnant, is methotrexate safe?")
                                .patient()
                                .isChild())
                .isFalse();
    }

    @Test
    void aBloodPressureThatCannotBeIsDoubtedWithASlashToo() {
        assertThat(Asking.premises("my blood pressure is 120/820, is that dangerous?"))
                .contains("blood-pressure-range");
        assertThat(Asking.premises("72M, reading 120/820 this morning, amlodipine?"))
                .contains("blood-pressure-range");
        assertThat(Asking.premises("My blood pressure is 80/120, is amlodipine right?"))
                .contains("blood-pressure-reversed");
        assertThat(Asking.premises("Blood pressure 120/82 on amlodipine, go on?")).isEmpty();
    }

    /// What may come is no sign, until a sentence says that it is there.
    @Test
    void whatALeafletListsIsHeardWhereItIsThere() {
        assertThat(
                        Asking.signs(
                                "The leaflet says it may cause seizures and fainting, should I worry?"))
                .isEmpty();
        assertThat(Asking.signs("My tablets can cause bleeding, vomiting blood since this morning"))
                .isNotEmpty();
        assertThat(
                        Asking.signs(
                                "The leaflet lists rash, dizziness, tiredness, vomiting blood, and she has it"))
                .isNotEmpty();
        assertThat(
                        Asking.signs(
                                "The leaflet lists rash, dizziness, tiredness, chest pain, crushing since this morning"))
                .isNotEmpty();
        assertThat(
                        Asking.signs(
                                "The leaflet says it may cause chest pain, and I have crushing chest pain now"))
                .isNotEmpty();
    }
}

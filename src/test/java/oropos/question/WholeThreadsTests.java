package oropos.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oropos.terminology.Terminology;

/// Whole threads: what the last turn is asked with, and what must not be in it.
class WholeThreadsTests {

    private static final Terminology TERMINOLOGY = Terminology.builtIn();
    private static final Understanding UNDERSTANDING = new Understanding(TERMINOLOGY);
    private final FollowUps followUps = new FollowUps(TERMINOLOGY, UNDERSTANDING);

    private String last(String thread) {
        List<String> texts = new ArrayList<>();
        String text = "";
        for (String turn : thread.split(" \\| ")) {
            FollowUp read = followUps.read(texts, turn);
            text = read instanceof FollowUp.Question question ? question.text() : "asked back";
            if (read instanceof FollowUp.Question) {
                texts.add(text);
            }
        }
        return text;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Back in the thread: what was supposed is left behind, what was told goes along.
                "A 66-year-old woman with angina. Is a beta blocker of use? | and if she had asthma | back to the first question, what dose? => angina -asthma",
                "A 66-year-old woman with angina. Is a beta blocker of use? | she is allergic to penicillin | and if she had asthma | back to the first question => penicillin -asthma",
                "My daughter is 9 with asthma. Can she have montelukast? | sorry, she is 7 not 9 | what about adults? | back to the first question, which dose? => 7 -adults",
                "Does my 16-year-old son with acne need isotretinoin? | my daughter (17) has acne too, can she take it? | what if she gets pregnant | and back to my son, can he drink alcohol with it => 16 -pregnant -17",
                "What is the best antibiotic for pneumonia in a 70 year old? | and a 5 year old | back to the 70 year old, how long => 70 -5",
                "A 28-year-old woman with a bladder infection. Is ciprofloxacin safe? | what if she were pregnant? | forget that, how many days? => bladder -pregnant",
                "A 28-year-old woman with a bladder infection. Is ciprofloxacin safe? | she has chest pain and cannot breathe | never mind => chest",
                "I have a headache, I am 33. Ibuprofen? | and if I were breastfeeding | I am not though => headache -breastfeeding",
                "He had surgery. Is he back to normal? | back to normal now => normal",
                // Nothing of the first one's goes over to another.
                "My 80-year-old father has heart failure and takes furosemide. Is ibuprofen safe for his knee? | my mother is 75, can she take it? => ibuprofen -heart -furosemide",
                "I am 45 with migraine, sumatriptan safe? | I have angina | what about my daughter, 15, same migraine => migraine -angina",
                "Can a 30-year-old man with asthma take propranolol? | what about his brother, who is 25 and healthy => propranolol -asthma",
                "My husband is 60 and had a heart attack, should he be on a statin | i am 58, should I take a statin? => statin -attack",
                "HbA1c 9 on metformin, 52F, BMI 38. semaglutide? | for my husband, same weight => asked back",
                "My daughter is 8 and has asthma. | he is 10 with croup. Is dexamethasone ok? => croup -asthma",
                "treat scabies in a 2 month old | and in pregnant women | the whole family? => scabies -pregnant",
                // What is of the patient stays with the patient.
                "Is ibuprofen safe in a 72-year-old woman on warfarin? | and paracetamol? | how much a day? => takes warfarin",
                "Is ibuprofen safe in a 72-year-old woman on warfarin? | and paracetamol? | what if she were not on warfarin? => supposed not about warfarin",
                "What is the dose of apixaban in a 66-year-old man with AF and eGFR 25 who is allergic to penicillin? | does he need an antibiotic for pneumonia? => eGFR 25; allergic to penicillin",
                "What is the dose of apixaban in a 66-year-old man with AF and eGFR 25? | and dabigatran? | his eGFR is 60 now | how often? => 60 -25",
                "What dose of prednisolone for a 5-year-old girl of 18 kg with asthma? | and montelukast? => weight 18 kg",
                "A 6-year-old boy, 20 kg, has otitis media. Amoxicillin dose? | and in adults? => weight not told",
                "Is it OK for a girl with a peanut allergy to fly? She is 6 | can she have an antihistamine before? => 6 -allergic_to_fly",
                "55F breast cancer tamoxifen. Depression. paroxetine? | venlafaxine => tamoxifen",
                // What another has or takes is not the patient's, nor what was measured of him.
                "My mother is allergic to penicillin and takes warfarin. I am 40 with UTI. trimethoprim? | nitrofurantoin? | dose => age 40 -warfarin -female -allergic",
                "My husband takes methotrexate, I have a UTI, trimethoprim ok for me? | and nitrofurantoin? | how long => UTI -methotrexate -male",
                "My mother takes lithium. Can I, 40, take ibuprofen? | naproxen? => naproxen -lithium",
                "My wife takes warfarin, 70. Can she take ibuprofen? | I don't take anything. can I? | and naproxen? => naproxen -warfarin -female",
                "My dog weighs 20 kg. My child of 5 has fever, ibuprofen dose? | paracetamol? => age 5 -weigh",
                "30F on warfarin, UTI. trimethoprim? | and for a man of 40 | dose? => age 40 -warfarin",
                "62M AF weight 80 kg. enoxaparin dose? | and dalteparin in a 40 year old woman? | dose? => age 40 -weigh",
                "70F 50 kg enoxaparin? | my husband needs it as well, he's 75 | dose? => age 75 -weigh -female",
                "5yo 18 kg fever ibuprofen? | she is 20 now | dose? => age 20 -weigh",
                "62M with eGFR 20, UTI nitrofurantoin? | what about healthy adults? | dose? => adults -eGFR",
                "8yo girl, 25kg, asthma, montelukast? | what about adults | and younger kids | back to the girl, dose? => age 8 years; sex female; weight 25 kg",
                "62M allergic to penicillin with cellulitis, flucloxacillin? | my colleague asks about a child of 3 with cellulitis | dose? => child of 3 -allergic",
                "30F, UTI, allergic to penicillin. trimethoprim? | for my 5 year old son with otitis | amoxicillin? => otitis -UTI -allergic",
                // What was told last holds.
                "She used to take warfarin, 70F, knee pain. ibuprofen? | naproxen? | dose => knee pain -warfarin",
                "50F breast cancer on tamoxifen, fluoxetine? | she never took tamoxifen, it's letrozole | venlafaxine? => takes letrozole -tamoxifen",
                "62M AF weight 80 kg. enoxaparin dose? | what if he weighed 50 kg | back to the real weight, dose? => weight 80 kg -50",
                "70 yo woman 60 kg, enoxaparin dose? | she weighs 90 | how often? => weight 90 kg -weighs_60",
                "66M eGFR 40 metformin? | eGFR was 40 last year, it is 22 now | gliclazide? => eGFR is 22 -40",
                "66M eGFR 40 metformin? | he started dialysis | gliclazide? => dialysis -40",
                "62M eGFR 25 AF apixaban dose? | what if his eGFR was 60 => supposed eGFR 60",
                "62M eGFR 25 AF apixaban dose? | what if his eGFR was 60 | no, real one | dose? => eGFR 25 -60",
                "30F UTI, allergic to penicillin. trimethoprim? | no longer allergic, she was delabelled | amoxicillin? => not allergic to penicillin -is_allergic",
                "potassium 4.1 in 70M on ramipril, ok? | repeat is 7.2 => Potassium 7.2",
                "child 8 with asthma | his mum smokes | inhaled steroid? => child 8 with asthma",
                "child 3 with croup | dexamethasone? | another child, 6, with asthma attack => child, 6 -croup",
                "husband 60, chest infection, allergic to penicillin | what can he take? | my sister says doxycycline is bad, is it? => husband 60 -sister",
                // An age and a sex noted as 72M are put right as any.
                "72M COPD, doxycycline? | sorry, he is 74 | dose? => 74 -72",
                "72F COPD, doxycycline? | what if she were 40 | dose? => supposed age 40 -72",
                "gout flare 71 M, CKD 3. colchicine? | he is 73 | dose? => 73 -71",
                "72F COPD, doxycycline? | and in men? | dose? => age 72 years; sex male",
                "72M eGFR 30 apixaban? | and in a woman of 40? | dose? => age 40 years; sex female -30",
                "I take warfarin. My wife takes nothing. Can I have ibuprofen? | and naproxen? => I take warfarin. And",
                "My mother takes warfarin. Can I give her ibuprofen? | and naproxen? => warfarin",
                "30F allergic to penicillin, UTI, trimethoprim? | what if she was delabelled | amoxicillin? => allergic to penicillin",
                "24 weeks pregnant, 70 kg, DVT, enoxaparin? | is it safe for the baby | dose? => 24 weeks pregnant; weight 70 kg -baby",
                "6yo 20 kg otitis amoxicillin? | he is 7 today | dose? => age 7 years; weight not told",
                "60M on metformin 500 mg, ok? | it is 7.2 => it is 7.2 -level",
                // What is meant instead.
                "30F acne doxycycline? | sorry it's that I can't breathe => breathe -not_have_acne",
                "Is varenicline ok in a 44-year-old man with schizophrenia? | sorry it's bipolar => does not have schizophrenia",
                "She is 6. Can she have an antihistamine before flying? | I meant adrenaline => not about antihistamine",
                "Can my 4 year old with egg allergy get the flu vaccine | mmr? => egg -flu",
                "Do statins prevent strokes in people over 75? | and dementia => statins -stroke",
                "Should people with type 2 diabetes take aspirin? | is that also so after a stroke? => aspirin",
                "I'm 32 and 10 weeks pregnant with a UTI. Can I take trimethoprim? | what about later in pregnancy, say 36 weeks | is that bad for the baby? => 36 weeks pregnant; about UTI",
            })
    void areReadToTheEnd(String line) {
        String[] parts = line.split(" => ");
        String last = last(parts[0]);
        String read = Corrections.in(last).read(TERMINOLOGY).toLowerCase();
        for (String word : parts[1].split(" (?=-)")) {
            if (word.startsWith("-")) {
                assertThat(read)
                        .as(parts[0] + ": " + last)
                        .doesNotContain(word.substring(1).replace('_', ' ').toLowerCase());
            } else {
                assertThat(last).as(parts[0]).contains(word);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My son has croup, he is 3. Dexamethasone? | my other son has a stiff neck and cannot be woken, what about him",
                "Which vaccines does a 70-year-old man with COPD need? | and for his wife, she has crushing chest pain and sweats",
                "Is ibuprofen safe in a 72-year-old woman on warfarin? | what if she were not on warfarin? | now she has black stools and feels faint",
                "Is acetaminophen ok for my 10 month old? | back to the first question, she cannot breathe",
                "Is citalopram effective for a 40-year-old man? | forget that, he wants to kill himself",
                "Is citalopram effective for a 40-year-old man? | I am not though, I took forty tablets of it an hour ago",
            })
    void hearASignTold(String thread) {
        String last = last(thread);
        assertThat(urgent(last)).as(Arrays.toString(thread.split(" \\| ")) + last).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my son 5 has a cold | his sister has a stiff neck and a rash that does not fade => stiff-neck-and-rash",
                "my son 5 has a cold | and his sister has a stiff neck and a rash that does not fade, what now? => stiff-neck-and-rash",
                "my daughter 7 has eczema | her brother has a fever, stiff neck and is drowsy => meningitis",
                "my daughter 7 has eczema | her mother has asthma and cannot breathe => airway",
                "my son 8 has asthma | his dad has crushing chest pain going to the arm => chest-pain",
                "my son 8 has asthma | my mother had a fall and is unconscious => unconscious",
                "67M COPD prednisolone? | I can't breathe | back to the first question, how many days => airway",
                "67M COPD prednisolone? | I can't breathe | never mind, how many days => airway",
                "67M COPD prednisolone? | my chest hurts and it goes to the arm | back to the first question, how many days => chest-pain",
                "67M COPD prednisolone? | I can't breathe | and amoxicillin? | back to the first question, dose => airway",
                "67M COPD prednisolone? | I can't breathe | and for my wife, 60? | back to the first question, dose => airway",
                "67M COPD prednisolone? | I can't breathe | how long | and amoxicillin? | thanks | dose => airway",
                "Can my 4 year old take ibuprofen? | my baby is blue | forget that, dose => airway",
                "Is ibuprofen ok for a 70F? | my son has swallowed bleach | forget that, how much => overdose",
                "I'm 20 acne doxycycline? | sorry it's that I can't breathe and my tongue is swelling | dose => airway",
                "30F acne doxycycline? | sorry, it's chest pain going to my arm | dose => chest-pain",
                "30M back pain naproxen? | sorry it's back pain with numb saddle and can't pee | dose => saddle",
                "potassium 4.1 in 70M on ramipril, ok? | repeat is 7.2 => potassium-high",
                "60M potassium 4, ramipril? | sorry it is 7.2 => potassium-high",
                "30M naproxen? | chest pain going into my arm | it is gone, but now I can't breathe | dose => airway",
            })
    void keepASignUntilItIsWithdrawn(String line) {
        String[] parts = line.split(" => ");
        String last = last(parts[0]);
        assertThat(urgent(last)).as(line + ": " + last).contains(parts[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "67M COPD prednisolone? | I can't breathe | that was a mistake, I can breathe | back to the first question, dose",
                "67M COPD prednisolone? | he has chest pain | it is gone now | back to the first question, dose",
                "67M COPD prednisolone? | what if he could not breathe | back to the first question, dose",
                "Amoxicillin dose for my son, 6, with otitis? | my mother, 75, has crushing chest pain and sweats | back to my son, dose?",
            })
    void carryNoSignThatIsWithdrawnOrOfAnother(String thread) {
        String last = last(thread);
        assertThat(urgent(last)).as(thread + ": " + last).isEmpty();
    }

    /// What somebody of the family has now is no family history; what he had, or has for life, is.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "my son 8 has asthma | my dad had a stroke an hour ago",
                "I'm 40 with migraine, sumatriptan? | my mother had a heart attack this morning and is in pain",
                "my daughter 7 has eczema | her mother has anaphylaxis after a sting",
                "my son 5 has a cold | his sister has bloody diarrhoea and no urine",
                "girl 6, sore throat | her brother has scarlet fever",
                "girl 6, sore throat | her brother had scarlet fever last week",
                "my son 8 has asthma | his sister has a rash",
                "my son 8 has asthma | his dad has asthma and is worse today",
            })
    void tellNothingOfNowAsFamilyHistory(String thread) {
        assertThat(last(thread)).doesNotContain("Family history");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Is a sleep study needed in a 7-year-old boy who snores? | his dad has sleep apnoea",
                "A 40-year-old woman, mammogram? | her mother had breast cancer",
                "50M aspirin to prevent a heart attack? | his father had a stroke at 48",
                "my son 8 has a rash | his dad has asthma",
            })
    void tellTheFamilysHistory(String thread) {
        assertThat(last(thread)).contains("Family history");
    }

    /// Asked back of whom, and then asked of the first one, whom the other's illness may reach.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm pregnant 10 weeks | my toddler has chickenpox | am I at risk? => pregnant 10 weeks;toddler has chickenpox",
                "I'm pregnant 10 weeks | toddler has chickenpox | is it dangerous for me? => pregnant 10 weeks;toddler has chickenpox",
                "my wife is pregnant (12 weeks) | our son has chickenpox | is she at risk? => pregnant (12 weeks);our son has chickenpox",
                "my wife is pregnant (12 weeks) | our son has chickenpox | what should she do? => pregnant (12 weeks);our son has chickenpox",
                "my wife is 10 weeks pregnant | my mother has shingles | is it dangerous for the baby? => 10 weeks pregnant;my mother has shingles",
                "my dad is on chemo, 60 | my kids have chickenpox | is he at risk? => chemo, 60;my kids have chickenpox",
                "girl 6, sore throat | her brother has scarlet fever | can she catch it? => girl 6;scarlet fever",
                "I'm 30, asthma | neighbour is on prednisolone | could I take it? => 30, asthma;prednisolone",
                "my son 7 with epilepsy on valproate | Max has a rash | stop? => asked back",
                "my wife is pregnant (12 weeks) | our daughter has chickenpox | can she have paracetamol? => our daughter has chickenpox",
            })
    void goBackToTheFirstWithWhatTheOtherHas(String line) {
        String[] parts = line.split(" => ");
        String[] turns = parts[0].split(" \\| ");
        AskedBack askedBack = new AskedBack(followUps);
        assertThat(followUps.read(List.of(turns[0]), turns[1]))
                .as(line)
                .isInstanceOf(FollowUp.Unclear.class);
        FollowUp read = askedBack.read(List.of(turns[0]), turns[1], turns[2]);
        String text = read instanceof FollowUp.Question question ? question.text() : "asked back";
        assertThat(text).as(line).contains(parts[1].split(";"));
    }

    @Test
    void readTheContactToldAndAskedInOneTurn() {
        AskedBack askedBack = new AskedBack(followUps);
        assertThat(
                        askedBack.read(
                                List.of("I'm pregnant 10 weeks"),
                                "",
                                "my toddler has chickenpox, am I at risk?"))
                .isInstanceOfSatisfying(
                        FollowUp.Question.class,
                        read ->
                                assertThat(read.text())
                                        .contains("pregnant 10 weeks", "toddler has chickenpox"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "husband 60 chest pain since an hour | our neighbour has GTN spray | can he use it? => chest-pain-now",
                "baby 5 weeks, fever 38.6 | my sister has paracetamol | how much? => newborn-fever",
                "asthma, can't speak full sentences | my flatmate has a nebuliser => airway",
                "mum's INR is 9 | my aunt has the same | vitamin K? => inr-too-high",
            })
    void keepTheCaseWhereSomebodyHasADrugForIt(String line) {
        String[] parts = line.split(" => ");
        assertThat(urgent(last(parts[0]))).as(line).contains(parts[1]);
    }

    private static List<String> urgent(String text) {
        List<Urgent> urgent =
                switch (UNDERSTANDING.of(Asked.by(Reader.PHYSICIAN, text))) {
                    case Understood.Clear(ClinicalQuestion clear) -> clear.urgent();
                    case Understood.NeedsDetail(ClinicalQuestion open, var _) -> open.urgent();
                    case Understood.Refused refused -> refused.urgent();
                };
        return urgent.stream().map(Urgent::rule).toList();
    }
}

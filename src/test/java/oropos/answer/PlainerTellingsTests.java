package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oropos.terminology.Negations;

/// Lists, folded figures, sentences parted at "and", everyday words: what each does, and where it
/// keeps its hands off.
class PlainerTellingsTests {

    private static final Glossary GLOSSARY = Glossary.shipped();

    @Test
    void aRowOfThingsAtTheEndBecomesAList() {
        assertThat(ListedItems.of("Symptoms include fever, night sweats, and weight loss."))
                .isEqualTo("Symptoms include:\n• fever,\n• night sweats, and\n• weight loss.");
        assertThat(ListedItems.inOneLine("Symptoms include:\n• fever,\n• chills, or\n• aches.", ""))
                .isEqualTo("Symptoms include: fever, chills, or aches.");
    }

    @Test
    void whatOnlyLooksLikeAListStaysAsItIs() {
        for (String text :
                List.of(
                        "Symptoms include fever, which is common, and weight loss.",
                        "Drugs such as aspirin, ibuprofen, and naproxen can cause bleeding.",
                        "It includes fever and chills.",
                        "Signs include fever (in 3 of 10), chills, and sweats.",
                        "Signs are managed by means such as drugs to ease pain, manage headaches, and treat fits.",
                        "There are causes, including genetic, biological, and psychological factors.",
                        "They came with fever, chills, and sweats.")) {
            assertThat(ListedItems.of(text)).isEqualTo(text);
        }
    }

    @Test
    void figuresOfACalculationAreFoldedToTheLetterAndCountsOfPeopleStay() {
        FoldedFigures figures =
                FoldedFigures.of("Death was rarer (OR 0.5, 95% CI 0.3-0.8; P = .01) in women.");
        assertThat(figures.text()).isEqualTo("Death was rarer in women.");
        assertThat(figures.line())
                .isEqualTo("Figures for professionals: OR 0.5, 95% CI 0.3-0.8; P = .01");
        for (String text :
                List.of(
                        "It was rarer (12% against 20%; P = .01).",
                        "It was seen (15 of 20, P < .05).",
                        "It was linked with it (fourth quartile vs no exposure: OR 2.78, 95% CI 1.3 to 5.9).",
                        "Take aspirin (see the leaflet).",
                        "Give PRN (as needed).")) {
            assertThat(FoldedFigures.of(text).text()).isEqualTo(text);
            assertThat(FoldedFigures.of(text).line()).isEmpty();
        }
    }

    @Test
    void anAndBetweenTwoWholeClausesPartsThem() {
        assertThat(
                        PartedSentences.of(
                                "The virus is found in the liver, and it can cause damage over time."))
                .isEqualTo("The virus is found in the liver. And it can cause damage over time.");
    }

    @Test
    @DisplayName("P9 nothing is parted that reaches over the and")
    void nothingIsPartedThatReachesOver() {
        for (String text :
                List.of(
                        "In young children the rash is common, and it can last for weeks.",
                        "If the pain is severe it is treated, and the patient is sent home.",
                        "The drug does not cause sleep, and it is safe for the heart.",
                        "The drug is safe for the heart, and it does not cause sleep.",
                        "The pain was lower after a week, and the function was better than before.",
                        "They found that the drug is safe, and it can be taken for years.",
                        "The drug should be stopped at once, and the doctor is to be called.",
                        "The rash is common in the first weeks, and it is rare in adults.",
                        "It hurts the liver, the lungs, and the heart is damaged too.",
                        "It affects the bones of the hand, and the joints of the foot.")) {
            assertThat(PartedSentences.of(text)).isEqualTo(text);
        }
    }

    @Test
    void everydayWordsStandWhereTheyAreExactAndNowhereElse() {
        assertThat(GLOSSARY.plain("Individuals require therapy prior to surgery."))
                .isEqualTo("People need treatment before surgery.");
        assertThat(GLOSSARY.plain("physical therapy and occupational therapy"))
                .isEqualTo("physical therapy and occupational therapy");
        assertThat(GLOSSARY.plain("a sub-optimal, self-administered test")).contains("sub-optimal");
        assertThat(GLOSSARY.plain("tests to detect (find) it"))
                .isEqualTo("tests to detect (find) it");
        assertThat(GLOSSARY.plain("[Absent patella] The patella is gone."))
                .isEqualTo("[Absent patella] The kneecap is gone.");
        assertThat(GLOSSARY.plain("Loin pain hematuria syndrome"))
                .isEqualTo("Loin pain hematuria syndrome");
        assertThat(GLOSSARY.plain("the currently used drug")).isEqualTo("the currently used drug");
        assertThat(GLOSSARY.plain("ocular hypertension")).isEqualTo("ocular hypertension");
        assertThat(GLOSSARY.plain("renal disease and renal colic"))
                .startsWith("kidney disease and renal");
    }

    @Test
    @DisplayName(
            "P9 plain words are told once: telling them again changes nothing, and no denial is lost")
    void plainWordsAreStable() {
        Set<String> seen = new HashSet<>();
        for (List<String> row : Tables.rows("/answer/everyday-words.tsv", 3)) {
            assertThat(seen.add(row.get(0))).as(row.get(0)).isTrue();
            String told = GLOSSARY.plain("we saw " + row.get(0) + " here");
            assertThat(GLOSSARY.plain(told)).as(row.get(0)).isEqualTo(told);
            assertThat(Negations.in(row.get(0)).size())
                    .as(row.get(0))
                    .isEqualTo(Negations.in(row.get(1)).size());
            assertThat(row.get(2)).as(row.get(0)).isNotBlank();
        }
    }

    @Test
    void aClauseOfWhatIsDefinedStandsAlone() {
        assertThat(
                        OwnSentences.of(
                                "Gout is a rare condition that affects the joints of the feet and of the hands."))
                .isEqualTo(
                        "Gout is a rare condition. It affects the joints of the feet and of the hands.");
        assertThat(
                        OwnSentences.of(
                                "[Gout] Gout (also called uric arthritis) is a disease in which crystals form in the joints of the feet and of the hands."))
                .isEqualTo(
                        "[Gout] Gout (also called uric arthritis) is a disease. In it, crystals form in the joints of the feet and of the hands.");
        assertThat(
                        OwnSentences.of(
                                "Gout is a condition characterized by pain and swelling of one or more joints."))
                .isEqualTo(
                        "Gout is a condition. It is characterized by pain and swelling of one or more joints.");
        assertThat(
                        OwnSentences.of(
                                "Ohdo syndrome is a group of rare disorders that affect the eyes and the face of children."))
                .isEqualTo(
                        "Ohdo syndrome is a group of rare disorders. They affect the eyes and the face of children.");
        assertThat(
                        OwnSentences.of(
                                "It is inherited in a recessive pattern, which means both copies of the gene have mutations."))
                .isEqualTo(
                        "It is inherited in a recessive pattern. This means both copies of the gene have mutations.");
        assertThat(
                        OwnSentences.of(
                                "Gout is caused by crystals in the joints and is characterized by pain and swelling."))
                .isEqualTo(
                        "Gout is caused by crystals in the joints. It is characterized by pain and swelling.");
        assertThat(
                        OwnSentences.of(
                                "The disease is called hairy cell leukemia because the leukemia cells are all hairy."))
                .isEqualTo(
                        "The disease is called hairy cell leukemia. This is because the leukemia cells are all hairy.");
        assertThat(
                        OwnSentences.of(
                                "The protein is missing in the cells of the liver, causing fat to build up."))
                .isEqualTo(
                        "The protein is missing in the cells of the liver. This causes fat to build up.");
    }

    @Test
    @DisplayName("P9 no clause stands alone that says which, whether or when")
    void noClauseStandsAloneThatSaysWhich() {
        for (String text :
                List.of(
                        "Gout is the most common disease that affects the joints of the feet and hands.",
                        "Gout is not a disease that affects the joints of the feet and of the hands.",
                        "Gout is no longer a disease that kills the people who have it for years.",
                        "Gout may be a disease that affects the joints of the feet and of the hands.",
                        "Only gout is a disease that affects the joints of the feet in this way.",
                        "In adults, gout is a disease that affects the joints of the feet and hands.",
                        "There is a disease that affects the joints of the feet and of the hands.",
                        "If gout is a disease that affects the joints, it should be treated at once.",
                        "Pain is a sign that symptoms of the disease are about to come back again.",
                        "Allopurinol is a drug that doctors give to people who have had gout for years.",
                        "Gout is one disease that affects the joints of the feet and of the hands.",
                        "Gout is a more severe disease that affects the joints of the feet and hands.",
                        "Population not stated: Gout is a disease that affects the joints of the feet and hands.",
                        "Only indirect evidence: Gout is a disease that affects the joints of the feet and hands.",
                        "If both copies are changed the child is ill, which means the gene is recessive in it.",
                        "The gene may be switched off, which means the protein is not made by the cells.",
                        "Most cases are caused by crystals in the joints and are characterized by pain.",
                        "Gout is not caused by crystals in the joints and is characterized by pain there.",
                        "The drug is not given because the liver of the child is harmed by it.",
                        "They found that the drug is given because the liver of the child is well.",
                        "The drug can harm the cells of the liver, causing fat to build up there.",
                        "The drug was given to the child for a week, causing fat to build up there.",
                        "The drug is not given when the liver is ill, causing the pain to go on.",
                        "The bone is lost in the hands and the feet, causing pain and limiting movement there.",
                        "In most cases the bone is lost in the hands, causing pain in the night there.",
                        "The illness appears to be passed on so, which means one changed copy is enough.")) {
            assertThat(OwnSentences.of(text)).isEqualTo(text);
        }
    }

    @Test
    void aButBetweenTwoWholeClausesPartsThem() {
        assertThat(
                        PartedSentences.of(
                                "The parents each carry one copy of the mutated gene, but they typically do not show signs."))
                .isEqualTo(
                        "The parents each carry one copy of the mutated gene. But they typically do not show signs.");
        for (String text :
                List.of(
                        "In young children the rash is common, but it can last for weeks.",
                        "If the pain is severe it is treated, but the patient is sent home.",
                        "The drug is not only safe for the heart, but it is safe for the liver.",
                        "Doctors believe that the drug is safe, but the liver is to be watched.",
                        "The rash is common in children, but it is rarely a cause of concern.",
                        "The drug is safe for the heart, but not for people with weak kidneys.",
                        "The pain is often slow to come, but may be strong in the morning.",
                        "Only indirect evidence: The drug is safe for the heart, but it can harm the liver.")) {
            assertThat(PartedSentences.of(text)).isEqualTo(text);
        }
    }

    @Test
    @DisplayName(
            "P9 that it is not said who was studied is a sentence on the source, before all told of it")
    void whoWasStudiedIsSaidOfTheSource() {
        assertThat(
                        PartedSentences.of(
                                "Population not stated: The drug is safe for the heart, but it can harm the liver."))
                .isEqualTo(
                        "Population not stated. The drug is safe for the heart. But it can harm the liver.");
        assertThat(PartedSentences.of("From adults: the drug is safe."))
                .isEqualTo("From adults: the drug is safe.");
    }

    @Test
    void aTurnIsASentence() {
        assertThat(
                        PartedSentences.of(
                                "The cause of the illness is unknown, however there is a theory that it is a virus."))
                .isEqualTo(
                        "The cause of the illness is unknown. However, there is a theory that it is a virus.");
        for (String text :
                List.of(
                        "The drug, however, is safe for the heart of a child.",
                        "If it is given early the drug helps; however it is rarely given.",
                        "Only indirect evidence: The drug is safe; however, it can harm the liver.",
                        "The drug helps the heart; however small the dose of it is said to be.")) {
            assertThat(PartedSentences.of(text)).isEqualTo(text);
        }
    }

    @Test
    void wrinkledSkinIsNoClause() {
        String text =
                "Many people have dry and rough skin; wrinkled palms and soles; and a rash of the face.";
        assertThat(PartedSentences.of(text)).isEqualTo(text);
    }

    @Test
    @DisplayName("P9 what which says more of stays what it was")
    void aWhichAtTheEndIsASentence() {
        assertThat(
                        OwnSentences.of(
                                "The gene is found on the X chromosome, which is one of the two sex chromosomes."))
                .isEqualTo(
                        "The gene is found on the X chromosome. This is one of the two sex chromosomes.");
        assertThat(
                        OwnSentences.of(
                                "The drug acts on the muscles of the eye, which are used to look up."))
                .isEqualTo("The drug acts on the muscles of the eye. These are used to look up.");
        for (String text :
                List.of(
                        "If the drug is given for long it causes anemia, which is a low red cell count.",
                        "The drug may lower the salt in the blood, which leads to seizures in some.",
                        "Researchers believe that the gene is switched off, which leads to the disease.",
                        "The cells do not make the enzyme, which leads to build-up of fat in them.",
                        "In children the gene is switched off, which leads to the disease in them.",
                        "The forms of it, which result from changes to the gene, account for half of cases.",
                        "The gene that is changed makes a protein, which is found in bone, skin and nerves.",
                        "The drug helps the heart or the liver, which is an organ in the belly.",
                        "The drug should be given with iron, which is needed to make red blood cells.")) {
            assertThat(OwnSentences.of(text)).isEqualTo(text);
        }
    }

    @Test
    @DisplayName(
            "P9 two things said of one subject are two sentences only where nothing holds for both")
    void twoVerbsOfOneSubject() {
        assertThat(
                        OwnSentences.of(
                                "Cardiomyopathy is the most common symptom of Danon disease and occurs in all males with it."))
                .isEqualTo(
                        "Cardiomyopathy is the most common symptom of Danon disease. It occurs in all males with it.");
        for (String text :
                List.of(
                        "Cancers of the nose often have spread by the time they are found and are hard to cure.",
                        "Most cases of the disease are caused by a new change and are found at birth.",
                        "A build-up of it appears to be harmful to the cells and leads to the signs of it.",
                        "Zinc is thought to protect the cells of the skin and may be a useful mineral in it.",
                        "The disease is caused by a virus and is not passed on to other people at all.",
                        "The drug is given by mouth and is taken with food if the stomach hurts.",
                        "In children the disease is caused by a virus and is passed on by coughing.",
                        "Symptoms of the disease are seen in women and are worse in the second half.",
                        "It is caused by a virus of the gut and is passed on by dirty hands at school.")) {
            assertThat(OwnSentences.of(text)).isEqualTo(text);
        }
    }

    @Test
    void althoughAtTheEndIsABut() {
        assertThat(
                        OwnSentences.of(
                                "The early form of the disease is rare, although the exact number is unknown."))
                .isEqualTo(
                        "The early form of the disease is rare. But the exact number is unknown.");
        for (String text :
                List.of(
                        "The drug, although it is safe for the heart, can harm the liver of a child.",
                        "If it is given early the drug helps, although the effect of it is small.",
                        "The disease is found in children, although the cause of it is unknown.",
                        "Females do not have symptoms, although the disease has not been ruled out.")) {
            assertThat(OwnSentences.of(text)).isEqualTo(text);
        }
    }

    @Test
    @DisplayName("P9 no thing of a list loses what was said of it and of the one before")
    void noThingOfAListLosesWhatWasSaidOfBoth() {
        assertThat(
                        ListedItems.of(
                                "Gout is marked by fever, joint pain (arthralgia), and swollen fingers."))
                .isEqualTo(
                        "Gout is marked by:\n• fever,\n• joint pain (arthralgia), and\n• swollen fingers.");
        assertThat(
                        ListedItems.of(
                                "It is seen in disorders such as Usher syndrome, type IV; gout; or measles."))
                .isEqualTo(
                        "It is seen in disorders such as:\n• Usher syndrome, type IV;\n• gout; or\n• measles.");
        for (String text :
                List.of(
                        "It is marked by abnormalities of the skin, heart, inner ears, and genitals.",
                        "It is marked by weakness of muscles in the arms, legs, and face.",
                        "It is marked by progressive, painful, intermittent muscle spasms, diarrhea, and hair loss.",
                        "Treatments include the use of collars, braces, traction, and drugs.",
                        "It includes the largest part of the brain, which controls speech, language, and memory.",
                        "It is marked by fever (in 3 of 10), chills, and sweats.")) {
            assertThat(ListedItems.of(text)).isEqualTo(text);
        }
    }

    @Test
    void whatSoundsLikeAWordWithPlainWordsStays() {
        for (String text :
                List.of(
                        "the condition of the skin",
                        "a child in critical condition",
                        "bipolar disorder and panic disorder",
                        "the genes help determine whether a person is male",
                        "it is not typically seen",
                        "high blood pressure (hypertension)",
                        "a written record of the family",
                        "abnormal and excessive growth",
                        "the treatment, therefore, depends on it",
                        "they are inherited anemias",
                        "an effective treatment")) {
            assertThat(GLOSSARY.plain(text)).isEqualTo(text);
        }
        assertThat(GLOSSARY.plain("Some individuals experience no symptoms of the disorder."))
                .isEqualTo("Some people have no symptoms of the health problem.");
        assertThat(GLOSSARY.plain("Mutations in the GNAS gene cause the condition."))
                .isEqualTo("Changes in the GNAS gene cause the health problem.");
        assertThat(GLOSSARY.plain("It is usually not inherited."))
                .isEqualTo("It is most often not passed down.");
    }

    @Test
    void namesOfIllnessesStayAsTheyAre() {
        for (String text :
                List.of(
                        "an arrhythmia known as paroxysmal supraventricular tachycardia",
                        "Familial hypercholesterolemia runs in families",
                        "a liver with portal hypertension",
                        "orthostatic hypotension makes dizzy",
                        "Hypomagnesemia with secondary hypocalcemia",
                        "hair is lost in alopecia universalis",
                        "cutaneous mastocytosis and wide eyes (ocular hypertelorism)",
                        "caused by gene mutations (changes)",
                        "pressure that is too high is called hypertension")) {
            assertThat(GLOSSARY.plain(text)).isEqualTo(text);
        }
        assertThat(GLOSSARY.plain("severe hypoglycemia and chronic hypotension"))
                .isEqualTo("severe low blood sugar and chronic low blood pressure");
    }

    @Test
    void wordsThatSaySomethingElseBesideTheirNeighboursStay() {
        assertThat(GLOSSARY.plain("avoid exercising immediately before or after eating"))
                .isEqualTo("avoid exercising right before or after eating");
        assertThat(GLOSSARY.plain("comprising 60% of all cases"))
                .isEqualTo("comprising 60% of all cases");
        assertThat(GLOSSARY.plain("The cause is currently unknown."))
                .isEqualTo("The cause is unknown so far.");
        assertThat(GLOSSARY.plain("There is currently no cure."))
                .isEqualTo("There is currently no cure.");
        for (String text :
                List.of(
                        "Typically, an affected person is found early because the signs stand out in the face and hands.",
                        "Most people were treated with the hormone because their glands did not make enough of it.")) {
            assertThat(OwnSentences.of(text)).isEqualTo(text);
        }
        assertThat(PartedSentences.of("Treatment may include: Stents that are placed early."))
                .isEqualTo("Treatment may include: Stents that are placed early.");
    }

    @Test
    void noTermIsExplainedAsSomethingElseOfTheSameName() {
        for (String text :
                List.of(
                        "poor balance and getting up from a squatting position",
                        "dentures may need to be adjusted",
                        "fine-needle aspiration of the lump",
                        "social interaction is hard",
                        "psychomotor regression",
                        "sensitivity to light",
                        "glucose tolerance",
                        "mechanical: inhaled dust and people of advancing age",
                        "hormone therapy for prostate cancer",
                        "a Pap smear",
                        "sometimes referred to as hepatitis X",
                        "heat stroke and respiratory depression",
                        "children eligible for surgery")) {
            assertThat(GLOSSARY.in(text).stream().map(one -> one.term().name()))
                    .as(text)
                    .doesNotContain(
                            "balance of benefits and harms",
                            "ISCD paediatric positions",
                            "adjusted for",
                            "aspiration into the lungs",
                            "drug interaction",
                            "regression analysis",
                            "sensitivity of the test",
                            "tolerability",
                            "inhaler",
                            "progressive",
                            "menopausal hormone therapy",
                            "blood smear",
                            "referral",
                            "stroke",
                            "depression",
                            "recruited");
        }
    }
}

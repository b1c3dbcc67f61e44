package oropos.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a sentence sets against something, or tells the reason of, told as two; rows by semicolons; works cited.
class TurnedClausesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Although the rash is rare in adults, most people with gout will get one in time. | The rash is rare in adults. But most people with gout will get one in time.",
                "[Gout] Because the cut is smaller, there may be less pain and a shorter stay. | [Gout] The cut is smaller. Because of this, there may be less pain and a shorter stay.",
                "The A1C test is used to find type 2 diabetes but is not recommended for type 1. | The A1C test is used to find type 2 diabetes. But it is not recommended for type 1.",
                "Such tumors are often found in the liver but are rarely seen in the lungs. | Such tumors are often found in the liver. But they are rarely seen in the lungs.",
                "People with gout may have lumps that do not hurt at first, and they may have fever. | People with gout may have lumps that do not hurt at first. They may have fever.",
                "Most cases result from new changes in the gene and occur in people with no history of gout. | Most cases result from new changes in the gene. They occur in people with no history of gout.",
                "Multiple osteochondromas can disrupt the growth of bone and can cause short arms or legs. | Multiple osteochondromas can disrupt the growth of bone. They can cause short arms or legs.",
                "Gout type 6 may be caused by changes in one gene and is passed down in families. | Gout type 6 may be caused by changes in one gene. It is passed down in families.",
                "Some cases of gout are caused by changes in one gene and are passed down in an autosomal dominant pattern. | Some cases of gout are caused by changes in one gene. They are passed down in an autosomal dominant pattern.",
                "A few people with gout also have an illness called myokymia, which is a rippling of the muscles. | A few people with gout also have an illness called myokymia. This is a rippling of the muscles.",
                "When it is caused by one gene, gout has an autosomal dominant pattern, which means one copy is enough. | When it is caused by one gene, gout has an autosomal dominant pattern. This means one copy is enough.",
                "Most drugs have side effects of one kind or another, so it is important to ask about them. | Most drugs have side effects of one kind or another. So it is important to ask about them.",
                "ZAP70-related severe combined immunodeficiency (SCID) is an inherited disorder that damages the immune system. | ZAP70-related severe combined immunodeficiency (SCID) is an inherited disorder. It damages the immune system.",
                "Cockayne syndrome is a rare condition which causes short stature and early aging of the skin. | Cockayne syndrome is a rare condition. It causes short stature and early aging of the skin.",
                "Gout type 5 is caused by changes in one gene and inherited in an autosomal recessive manner. | Gout type 5 is caused by changes in one gene. It is inherited in an autosomal recessive manner.",
                "Gout type 7 is very rare and is estimated to occur in 1 in 200,000 newborns. | Gout type 7 is very rare. It is estimated to occur in 1 in 200,000 newborns.",
                "Gout of the foot, also called podagra, is the most painful form of gout in older men. | Gout of the foot is also called podagra. It is the most painful form of gout in older men.",
                "Gout is a disease of the joints of the feet, meaning that the pain grows with time. | Gout is a disease of the joints of the feet. This means that the pain grows with time."
            })
    void isToldAsTwo(String text, String told) {
        assertThat(OwnSentences.of(text)).isEqualTo(told);
    }

    @Test
    @DisplayName(
            "P9 a condition, a count, a pronoun that looks ahead, a thought or a denial keeps a sentence whole")
    void staysWhole() {
        for (String text :
                List.of(
                        "Although they are rare in adults, these tumors can spread to the lungs and the liver.",
                        "Although its cause is unknown, gout can be treated with drugs and with a diet.",
                        "Although the cause of gout is unknown, it has been linked to meat and to beer.",
                        "Although rare in adults, the rash may last for weeks and come back again.",
                        "Although it hurts the skin, the eyes, and the heart, the drug is given to many.",
                        "Although the rash, which is rare, may hurt, it goes away within a few weeks.",
                        "Because of the pain in the joints, people with gout often cannot walk for days.",
                        "Because it is rare, gout in a child is often found late by doctors.",
                        "Because the drug may harm if taken long, doctors check the blood every month.",
                        "Because the drug is new, and because few have taken it, little is known of harm.",
                        "Most parents of these children carry one copy but do not have signs of gout.",
                        "No drug is known to cure the illness but is helpful for the pain of it.",
                        "The drug is not safe for the heart but is given to people with gout.",
                        "The drug is safe if taken with food but is harmful to people with gout.",
                        "Doctors think that gout is a sign of age but is not caused by it.",
                        "It is known that the drug is safe for the heart but is not for the liver.",
                        "The drug that is given first is cheap and safe but are rarely in stock.",
                        "The drug is common in children of that age group but is rare in adults.",
                        "In young children the rash is common at that age, and it can last for weeks.",
                        "If the rash hurts the child should be seen, and it may need a drug.",
                        "When the rash hurts it is time to see a doctor, and it may need a drug.",
                        "Studies show that the drug is safe for the heart, and it may help in gout.",
                        "The rash is common in the first weeks in children, and it is rare later.",
                        "Either the drug is given at once by mouth, or it is not given at all.",
                        "Most cases result from new changes in the gene and occur in people with gout.",
                        "Scientists think that gout is a disease of the joints, meaning that it can be treated.",
                        "The drug is given in gout and in arthritis but only to people who are old.",
                        "It hurts the skin but is not harmful to the heart or to the lungs.",
                        "There is a rash on the skin of the hands but is no cause for worry.",
                        "Only indirect evidence: Although the drug is safe, most people with gout do not take it.",
                        "Gout is a disease (although the name is old, it is still used) of the joints.",
                        "Some doctors reported gout is a rare disease that affects the joints of the feet.",
                        "The team concluded gout is a rare disease which affects the joints of the feet.",
                        "Gout is not a rare condition which affects the joints of the feet in women.",
                        "Gout is caused by changes in one gene and treated with drugs for the pain.",
                        "In most of them the pain occurs because the joint is full of small crystals.",
                        "Diabetes can harm the eyes of many people and can harm the kidneys as well.",
                        "The sores of the mouth can hurt for days and can bleed when they are touched.",
                        "The drug may be given by mouth if it helps and may be given by vein.",
                        "The drug cannot be given by mouth at that age and may be given by vein.",
                        "Rabies can spread from dogs to people at any age and may end in death.",
                        "People with gout can have pain for weeks and can have lumps in the skin.",
                        "Some cases of gout are caused by one gene and are found late in life.",
                        "In some people the illness is called myokymia, which, as doctors say, is rare.",
                        "When it is caused by one gene, gout begins early in life, which means pain for years.",
                        "The drug was given every day for a month, so that the pain was less.",
                        "If the drug does not help the pain comes back, so it is given again.",
                        "Doctors think that the drug is safe for the heart, so it is often given.",
                        "Gout and arthritis, also called joint pain, are two illnesses that come with age.",
                        "Some of the drugs, also known as statins, are given to people with gout too.",
                        "Even though this drug is safe, doctors give it to few people with gout.")) {
            assertThat(OwnSentences.of(text)).isEqualTo(text);
        }
    }

    @Test
    void whichMayLeadToSomethingIsToldOfOneThingAlone() {
        assertThat(
                        OwnSentences.of(
                                "The illness blocks the flow of blood to the brain, which can lead to a stroke."))
                .isEqualTo(
                        "The illness blocks the flow of blood to the brain. This can lead to a stroke.");
        for (String text :
                List.of(
                        "The illness leads to sores on the skin of the feet, which can cause deep pain.",
                        "The changes cause the symptoms of Pompe disease, which can vary widely with age.",
                        "The illness may block the flow of blood to the brain, which can lead to a stroke.")) {
            assertThat(OwnSentences.of(text)).isEqualTo(text);
        }
        assertThat(
                        OwnSentences.of(
                                "Gout is caused by changes in the GOUT1 gene, which provides instructions for making a protein."))
                .isEqualTo(
                        "Gout is caused by changes in the GOUT1 gene. This gene provides instructions for making a protein.");
    }

    @Test
    void aRowBySemicolonsIsAListAndNeverParted() {
        String row =
                "Signs may include delayed bone age; a wide, short skull (brachycephaly) that is flat; and large teeth.";
        assertThat(PartedSentences.of(row)).isEqualTo(row);
        assertThat(ListedItems.of(row))
                .isEqualTo(
                        "Signs may include:\n• delayed bone age;\n• a wide, short skull (brachycephaly) that is flat; and\n• large teeth.");
        assertThat(
                        ListedItems.of(
                                "It is marked by three signs: loss of skills (dementia); seizures; and liver disease."))
                .isEqualTo(
                        "It is marked by three signs:\n• loss of skills (dementia);\n• seizures; and\n• liver disease.");
        for (String text :
                List.of(
                        "Signs include fever; it may last for weeks; and it is rarely high.",
                        "Signs include fever; most people have it; and they are tired.",
                        "Signs include fever (high; low; or none) and a rash on the skin.",
                        "Signs include fever; a rash.",
                        "Symptoms include bleeding, pain, or lumps in the anal area.")) {
            assertThat(ListedItems.of(text)).isEqualTo(text);
        }
    }

    @Test
    void worksThatASourceCitesAreFoldedAndWhatBracketsSayElseIsNot() {
        FoldedFigures folded =
                FoldedFigures.of(
                        "Asthma is common (CDC, 2022a; Padda & Derain, n.d.-b), and it lasts (the figure).");
        assertThat(folded.text()).isEqualTo("Asthma is common, and it lasts.");
        assertThat(folded.line())
                .isEqualTo("For professionals: CDC, 2022a; Padda & Derain, n.d.-b; the figure");
        for (String text :
                List.of(
                        "It was approved (FDA, approved in 2022).",
                        "It began in one city (Wuhan, December 2019).",
                        "The drug was withdrawn (in 2004).",
                        "It is common (20 of 2022).",
                        "Give it (not before June, 2022).",
                        "It is rare (1 in 2,000).",
                        "It is advised (US Preventive Services Task Force, 2021, grade A).",
                        "Take two (see below).",
                        "Children (aged 4, 5 or 6, 2020) were seen.")) {
            assertThat(FoldedFigures.of(text).line()).isEmpty();
        }
    }

    @Test
    void aFullStopWithoutASpaceGetsOne() {
        assertThat(
                        PartedSentences.of(
                                "Drugs may ease the muscle jerks.Fluids by vein may be needed later."))
                .isEqualTo("Drugs may ease the muscle jerks. Fluids by vein may be needed later.");
        for (String text :
                List.of(
                        "See www.Cancer.gov for more of it.",
                        "The gene is p.Val30Met in most of them.",
                        "It is sold as Node.Js to all of them.",
                        "H. pylori is found in the gut.")) {
            assertThat(PartedSentences.of(text)).isEqualTo(text);
        }
    }

    @Test
    void howeverBehindASemicolonBeginsASentence() {
        assertThat(
                        PartedSentences.of(
                                "In most people the drug is of help; however, in some the pain may come back."))
                .isEqualTo(
                        "In most people the drug is of help. However, in some the pain may come back.");
        assertThat(PartedSentences.of("The drug works; however it is given by mouth or by vein."))
                .isEqualTo("The drug works; however it is given by mouth or by vein.");
    }

    @Test
    @DisplayName("P9 what was a name once, holds of one kind alone or turns by itself stays whole")
    void isNotToldAsMoreThanItSays() {
        for (String text :
                List.of(
                        "Type 1 diabetes, formerly called juvenile diabetes, is usually first diagnosed in children, teenagers, and young adults.",
                        "Gout of the foot, once known as podagra, is the most painful form of gout in older men.",
                        "Gout of the foot, also called podagra and formerly known as ragra, is the most painful form of gout.",
                        "Treatment for back pain depends on what kind of pain you have, and what is causing it.",
                        "Treatment for back pain depends on what kind of pain you have, and how it is felt.",
                        "The tests show which nerves of the hand are hurt, and whether the hurt is old.",
                        "Although vaginal bleeding is a common symptom of miscarriage, many women have spotting early in their pregnancy but do not miscarry.",
                        "Vaginal bleeding is a common symptom of miscarriage, although many women have spotting early but do not miscarry.",
                        "Bleeding is a common symptom of miscarriage, but many women have spotting early but do not miscarry.",
                        "Because an affected person's parents are not affected, autosomal recessive ALS is often mistaken for sporadic ALS.",
                        "Because the symptoms are mild, autosomal recessive gout has symptoms that are often missed.",
                        "Because the sons carry no copy, X-linked gout is often taken for another illness.",
                        "Because affected people cannot feel the pain, doctors often see them too late for help.",
                        "Because the pain is mild at first, doctors often see the joint too late for help.",
                        "Because xanthine is not changed by the body, affected people have much xanthine in the blood.",
                        "Because males have no other copy with a working gene, males have a more severe illness.",
                        "Although the first signs are mild, the infantile form of gout may end in death.")) {
            assertThat(OwnSentences.of(PartedSentences.of(text))).isEqualTo(text);
        }
        assertThat(
                        OwnSentences.of(
                                "Because Tay-Sachs disease affects an enzyme of the body, this condition is called a storage disorder."))
                .isEqualTo(
                        "Tay-Sachs disease affects an enzyme of the body. Because of this, this condition is called a storage disorder.");
    }

    @Test
    void whatBothHalvesNameIsStillToldAsTwo() {
        assertThat(
                        OwnSentences.of(
                                "Although ovarian cancer occurs only in women, the changed gene can be passed down from the father."))
                .isEqualTo(
                        "Ovarian cancer occurs only in women. But the changed gene can be passed down from the father.");
        assertThat(
                        OwnSentences.of(
                                "Because TSC is a lifelong condition, individuals need to be regularly monitored by a doctor."))
                .isEqualTo(
                        "TSC is a lifelong condition. Because of this, individuals need to be regularly monitored by a doctor.");
    }

    @Test
    @DisplayName("P9 no list of what are no things, or of more or fewer than are counted")
    void isNoListWhereAMemberSaysSomething() {
        for (String text :
                List.of(
                        "There are three types of neurofibromatosis that are each associated with unique signs and symptoms: Neurofibromatosis type 1 (NF1) causes skin changes (cafe-au-lait spots, freckling in armpit and groin area); bone abnormalities; optic gliomas; and tumors on the nerve tissue or under the skin.",
                        "There are three types of gout: type one of the foot; type two of the hand; type three of the knee; and tumors of the skin.",
                        "The signs are of two kinds: gout causes pain; red skin; and heat.",
                        "The signs are these: red skin; heat; and the lumps affect the joints.",
                        "Drugs such as aspirin, ibuprofen, and naproxen reduce the pain of gout.",
                        "Signs and symptoms of sarcoidosis also may include an enlarged liver, spleen, or salivary glands.",
                        "Signs may include a swollen tongue, lips, or cheeks.",
                        "BH4 deficiency is caused by mutations in any one of several genes including the GCH1, PCBD1, PTS, and QDPR genes.")) {
            assertThat(ListedItems.of(PartedSentences.of(text))).isEqualTo(text);
        }
        for (String text :
                List.of(
                        "Signs may include an enlarged liver, a large spleen, and a rash.",
                        "Signs may include a fever, night sweats, and weight loss.",
                        "The three signs of it are: loss of skills; seizures; and a virus that causes fits.")) {
            assertThat(ListedItems.of(text)).contains("\n• ");
        }
    }

    @Test
    void treatmentIsNotSaidTwice() {
        Glossary words = Glossary.shipped();
        for (String text :
                List.of(
                        "treatment for the treatment of gout",
                        "a drug studied for the treatment of gout",
                        "a drug studied in the treatment of gout",
                        "drugs used in the treatment of gout",
                        "treatments for the treatment of gout")) {
            assertThat(words.plain(text)).isEqualTo(text);
        }
        assertThat(words.plain("therapy for the treatment of gout"))
                .isEqualTo("treatment for the treatment of gout");
        assertThat(words.plain("a drug for the treatment of gout"))
                .isEqualTo("a drug for treating gout");
    }
}

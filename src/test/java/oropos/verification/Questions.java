package oropos.verification;

import java.util.List;

/// The first question at four ages, and the questions of the first day.
final class Questions {

    static final List<String> FIRST =
            List.of(
                    first("8-year-old"),
                    first("14-year-old"),
                    first("48-year-old"),
                    first("80-year-old"));

    static final List<String> DAY_ONE =
            List.of(
                    "6-week-old, 38.4, looks well: work-up?",
                    "Croup, 14 kg: dexamethasone dose?",
                    "Nirsevimab, second season, 10 months?",
                    "Girl 14, Z-score -2.3, no fractures: alendronate?",
                    "Should a 67-year-old woman be screened for osteoporosis?",
                    "Should a 45-year-old man be screened for osteoporosis?",
                    "Aspirin to prevent a first heart attack at 72?",
                    "Is calcitonin useful for acute vertebral fracture pain in my 81-year-old?",
                    "What must be checked before a first zoledronate infusion in a child?",
                    "Alendronate 70 mg weekly for an 8-year-old?",
                    "Two broken back bones. Is it cancer?",
                    "School, sport, trampoline?",
                    "They want to give a zoledronate drip. Side effects?",
                    "They asked whether we hurt him. Why?",
                    "Should adults without symptoms be screened for vitamin D deficiency?",
                    "Is screening for colorectal cancer recommended at 50?");

    static final List<String> REFUSED =
            List.of(
                    "",
                    "asdf",
                    "What is the capital of France?",
                    "Write me a prescription",
                    "Since this morning she stumbles and wets herself");

    private Questions() {}

    private static String first(String age) {
        return "What is the best treatment for an "
                + age
                + " patient with T12 and T11 compression fractures and borderline osteoporosis?";
    }
}

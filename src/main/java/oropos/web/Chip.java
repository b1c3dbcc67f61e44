package oropos.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import oropos.answer.Answer.AgeView;
import oropos.answer.Answer.FindingView;
import oropos.answer.Answer.PatientView;
import oropos.answer.Answer.Understanding;

/// One thing that was read out of a question.
///
/// @param key message key of the words before or around it ("chip.problem.negated")
/// @param words the thing itself
/// @param detail levels and side, or the words as written where they differ; may be empty
/// @param drop the correction that takes it out of the question; empty where it cannot be taken out
/// @param written the words as they stand in the question, for findings; else empty
record Chip(String key, String words, String detail, String drop, String written) {

    Chip(String key, String words, String detail) {
        this(key, words, detail, "", "");
    }

    private Chip dropped(String item) {
        return new Chip(key, words, detail, item, written);
    }

    /// Whether it is a problem, drug, procedure or test.
    public boolean isFinding() {
        return key.startsWith("chip.finding");
    }

    /// Whether it says nothing of the patient: a word no vocabulary knows, or what was taken out.
    public boolean isNeutral() {
        return key.startsWith("chip.unknown") || key.startsWith("chip.removed");
    }

    static List<Chip> of(Understanding understood) {
        List<Chip> chips = new ArrayList<>();
        PatientView patient = understood.patient();
        AgeView age = patient.age();
        if (age != null) {
            String number = BigDecimal.valueOf(age.value()).stripTrailingZeros().toPlainString();
            chips.add(new Chip("chip.age." + age.unit(), number, "").dropped("age not told"));
        } else if (patient.ageRange() != null) {
            chips.add(new Chip("chip.ages", patient.ageRange(), "").dropped("age not told"));
        }
        if (patient.sex() != null) {
            chips.add(
                    new Chip("chip.sex." + patient.sex().toLowerCase(Locale.ROOT), "", "")
                            .dropped("sex not told"));
        }
        if (patient.pregnant() != null) {
            chips.add(
                    new Chip("chip.pregnant." + patient.pregnant(), "", "")
                            .dropped("pregnancy not told"));
        }
        if (patient.lactating() != null) {
            chips.add(new Chip("chip.lactating." + patient.lactating(), "", ""));
        }
        findings(understood.problems(), chips);
        findings(understood.drugs(), chips);
        findings(understood.procedures(), chips);
        findings(understood.tests(), chips);
        new TreeMap<>(patient.facts())
                .forEach((fact, value) ->
                        chips.add(new Chip("chip.fact", words(fact), words(value))));
        chips.add(new Chip("kind." + understood.kind(), "", ""));
        understood.unknownWords().forEach(word -> chips.add(new Chip("chip.unknown", word, "")));
        understood
                .removed()
                .forEach(r -> chips.add(new Chip("chip.removed", r.kind(), r.replacement())));
        return List.copyOf(chips);
    }

    /// A code of the fact list ("lowEnergy") as words.
    private static String words(String code) {
        return code.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static void findings(List<FindingView> findings, List<Chip> chips) {
        for (FindingView finding : findings) {
            List<String> details = new ArrayList<>(finding.levels());
            if (finding.side() != null) {
                details.add(finding.side());
            }
            chips.add(
                    new Chip(
                            "chip.finding." + finding.assertion(),
                            finding.name(),
                            String.join(", ", details),
                            "not about " + finding.words(),
                            finding.words()));
        }
    }
}

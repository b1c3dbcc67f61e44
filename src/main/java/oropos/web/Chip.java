package oropos.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import oropos.answer.Answer;
import oropos.answer.UnderstoodView;
import oropos.answer.UnderstoodView.AgeView;
import oropos.answer.UnderstoodView.FindingView;
import oropos.answer.UnderstoodView.PatientView;
import oropos.answer.UnderstoodView.PersonView;
import oropos.question.Particulars;
import oropos.question.Patient;
import oropos.terminology.Terminology;

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

    /// The thing as this reader is shown it: a patient or parent in the words that were typed ("cancer", not
    /// "Neoplasms"), everybody else by its name in the vocabulary.
    public String shown(boolean lay) {
        return lay && isFinding() && !written.isBlank() ? written : words;
    }

    /// Whether it says nothing of the patient: a word no vocabulary knows, or what was taken out.
    public boolean isNeutral() {
        return key.startsWith("chip.unknown")
                || key.startsWith("chip.removed")
                || key.startsWith("chip.restored");
    }

    static List<Chip> of(UnderstoodView understood) {
        List<Chip> chips = new ArrayList<>();
        if (understood.askedFor() != null) {
            boolean own = understood.askedFor().equals("me");
            chips.add(
                    new Chip(
                            own ? "chip.askedFor.me" : "chip.askedFor", understood.askedFor(), ""));
        }
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
        findings(own(understood.problems(), understood), chips);
        findings(own(understood.drugs(), understood), chips);
        findings(own(understood.procedures(), understood), chips);
        findings(own(understood.tests(), understood), chips);
        new TreeMap<>(patient.facts()).forEach((fact, value) -> chips.add(ofFact(fact, value)));
        if (understood.others() != null) {
            understood.others().forEach(one -> chips.add(other(one)));
        }
        chips.add(new Chip("kind." + understood.kind(), "", ""));
        understood.unknownWords().forEach(word -> chips.add(new Chip("chip.unknown", word, "")));
        understood
                .removed()
                .forEach(r ->
                        chips.add(
                                new Chip(
                                        Boolean.TRUE.equals(r.restored())
                                                ? "chip.restored"
                                                : "chip.removed",
                                        r.kind(),
                                        r.replacement())));
        return List.copyOf(chips);
    }

    private static Chip ofFact(String fact, String value) {
        return switch (fact) {
            case "egfrComputed" -> new Chip("chip.egfr", value, "");
            case Patient.GROWN_UP -> new Chip("chip.grownUp", "", "").dropped("age not told");
            default -> new Chip("chip.fact", words(fact), value(value));
        };
    }

    /// Of what is somebody else's, what no chip of that person says already.
    private static List<FindingView> own(List<FindingView> findings, UnderstoodView understood) {
        List<PersonView> others = understood.others();
        return others == null
                ? findings
                : findings.stream()
                        .filter(one ->
                                !one.assertion().equals("family")
                                        || others.stream()
                                                .flatMap(other -> other.findings().stream())
                                                .noneMatch(said -> said.id().equals(one.id())))
                        .toList();
    }

    /// Somebody else the question tells of; its button asks for that person instead.
    private static Chip other(PersonView one) {
        PatientView patient = one.patient();
        List<String> told = new ArrayList<>();
        if (patient.ageRange() != null) {
            told.add(patient.ageRange());
        }
        if (patient.sex() != null) {
            told.add(patient.sex());
        }
        if (patient.pregnant() != null) {
            told.add(patient.pregnant() ? "pregnant" : "not pregnant");
        }
        if (patient.lactating() != null) {
            told.add(patient.lactating() ? "breastfeeding" : "not breastfeeding");
        }
        for (FindingView finding : one.findings()) {
            told.add(
                    switch (finding.assertion()) {
                        case "negated" -> "no " + finding.name();
                        case "possible" -> "possible: " + finding.name();
                        case "past" -> "in the past: " + finding.name();
                        default -> finding.name();
                    });
        }
        new TreeMap<>(patient.facts())
                .forEach((fact, value) -> told.add(words(fact) + ": " + value(value)));
        return new Chip("chip.other", one.who(), String.join("; ", told))
                .dropped("asked for " + one.who());
    }

    /// Whether its button asks for somebody else instead of leaving the thing out.
    public boolean isOther() {
        return key.equals("chip.other");
    }

    /// Everything read out of the question an answer was written for, its particulars as well. They are
    /// read from the question as it is kept, with its corrections.
    static List<Chip> of(Answer answer) {
        List<Chip> chips = new ArrayList<>(of(answer.understood()));
        int end = 0;
        while (end < chips.size() && !chips.get(end).key().startsWith("kind.")) {
            end++;
        }
        chips.addAll(end, told(Particulars.in(answer.asked(), Terminology.builtIn())));
        return List.copyOf(chips);
    }

    /// What is told of drugs, tests and problems beside their names, and what is compared and hoped for.
    static List<Chip> told(Particulars particulars) {
        List<Chip> chips = new ArrayList<>();
        for (Particulars.Drug drug : particulars.drugs()) {
            if (drug.dose() != null && drug.words() != null) {
                chips.add(told("dose", drug.name(), drug.dose(), drug.words()));
            }
            if (drug.route() != null) {
                chips.add(told("route", drug.name(), drug.route(), ""));
            }
            if (drug.use() != null) {
                chips.add(told("use." + drug.use(), drug.name(), "", ""));
            }
            if (drug.brand() != null) {
                chips.add(told("brand", drug.name(), drug.brand(), ""));
            }
        }
        for (Particulars.Value test : particulars.tests()) {
            String unit = test.unit() == null ? "" : " " + test.unit();
            chips.add(told("value", test.name(), test.value() + unit, test.words()));
        }
        for (Particulars.Because problem : particulars.problems()) {
            if (problem.cause() != null) {
                chips.add(told("cause", problem.name(), problem.cause(), problem.cause()));
            }
            if (problem.mechanism() != null) {
                chips.add(told("mechanism", problem.name(), problem.mechanism(), ""));
            }
        }
        if (particulars.comparator() != null) {
            String against = particulars.comparator();
            chips.add(told("comparator", against, "", against));
        }
        if (particulars.outcome() != null) {
            chips.add(told("outcome", particulars.outcome(), "", particulars.outcome()));
        }
        if (particulars.asker() != null) {
            chips.add(told("asker", particulars.asker(), "", ""));
        }
        return chips;
    }

    private static Chip told(String what, String words, String detail, String written) {
        return new Chip(
                "chip.told." + what,
                words,
                detail,
                written.isEmpty() ? "" : "not about " + written,
                "");
    }

    /// A value with its unit as it stands, a code as words.
    private static String value(String value) {
        return Character.isDigit(value.charAt(0)) ? value : words(value);
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

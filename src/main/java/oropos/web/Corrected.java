package oropos.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import oropos.question.Corrections;

/// What somebody corrected in the chips, joined to the question as it is read again.
///
/// Empty fields change nothing: a form that is sent as it was asks the same question.
final class Corrected {

    /// Longest words taken out of a field, in UTF-16 units.
    static final int LONGEST = 80;

    private static final String FINDING = "finding.";

    private Corrected() {}

    static String text(String question, Map<String, String> form) {
        List<String> items = new ArrayList<>();
        add(
                items,
                "",
                value(form, "drop"),
                "age not told",
                "sex not told",
                "pregnancy not told",
                "not about",
                "asked for");
        String age = value(form, "age");
        if (age.matches("\\d{1,3}(?:\\.\\d)?")) {
            items.add("age " + age + " " + unit(value(form, "ageUnit")));
        }
        add(items, "sex ", value(form, "sex"), "female", "male", "not told");
        add(items, "", value(form, "pregnant"), "pregnant", "not pregnant", "pregnancy not told");
        String kind = value(form, "kind");
        if (kind.matches("[A-Za-z]{1,20}")) {
            items.add("question about " + kind);
        }
        new TreeMap<>(form)
                .forEach((field, said) -> {
                    if (field.startsWith(FINDING) && !said.isBlank()) {
                        add(
                                items,
                                "",
                                said.strip() + " " + shortened(field.substring(FINDING.length())),
                                "has",
                                "does not have",
                                "not about");
                    }
                });
        for (String also : value(form, "also").split("[,;]")) {
            if (!also.isBlank()) {
                items.add("has " + shortened(also.strip()));
            }
        }
        return Corrections.join(question, items);
    }

    /// Adds what is one of the choices, or begins with one; anything else was not written by the form.
    private static void add(List<String> items, String before, String value, String... choices) {
        for (String choice : choices) {
            if (value.equals(choice) || value.startsWith(choice + " ")) {
                items.add(before + value);
                return;
            }
        }
    }

    private static String unit(String code) {
        return switch (code) {
            case "d" -> "days";
            case "wk" -> "weeks";
            case "mo" -> "months";
            default -> "years";
        };
    }

    private static String value(Map<String, String> form, String field) {
        return shortened(form.getOrDefault("edit." + field, "").strip());
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }
}

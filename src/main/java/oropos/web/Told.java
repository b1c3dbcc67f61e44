package oropos.web;

import java.util.Map;
import java.util.TreeMap;
import oropos.question.Corrections;

/// Facts added under "What we were not told", joined to the question they belong to.
///
/// Each field of the form is named `told.` and the fact's name, so that the text that is asked reads
/// as a person would have written it: "... How it happened: fell from a swing."
final class Told {

    private static final String FIELD = "told.";

    private Told() {}

    static String added(String question, Map<String, String> form) {
        StringBuilder text = new StringBuilder(question.strip());
        new TreeMap<>(form)
                .forEach((field, value) -> {
                    if (field.length() > FIELD.length()
                            && field.startsWith(FIELD)
                            && !value.isBlank()) {
                        append(
                                text,
                                field.substring(FIELD.length()),
                                Corrections.typed(value).strip());
                    }
                });
        return text.toString();
    }

    private static void append(StringBuilder text, String name, String value) {
        if (!text.isEmpty() && ".?!".indexOf(text.charAt(text.length() - 1)) < 0) {
            text.append('.');
        }
        if (!text.isEmpty()) {
            text.append(' ');
        }
        text.append(Character.toUpperCase(name.charAt(0))).append(name.substring(1));
        text.append(": ").append(value);
        if (".?!".indexOf(value.charAt(value.length() - 1)) < 0) {
            text.append('.');
        }
    }
}

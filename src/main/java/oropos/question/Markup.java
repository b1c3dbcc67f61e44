package oropos.question;

import java.util.regex.Pattern;

/// Mark-up in a question: tells nothing of a patient.
final class Markup {

    private static final Pattern SCRIPT =
            Pattern.compile("(?is)<(script|style)\\b[^>]{0,500}>.{0,5000}?</\\1>");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z!][^<>]{0,500}>");

    private Markup() {}

    /// The text with mark-up blanked out, letter for letter, so that offsets stay.
    static String blanked(String text) {
        if (text.indexOf('<') < 0) {
            return text;
        }
        String blanked =
                SCRIPT.matcher(text).replaceAll(found -> " ".repeat(found.group().length()));
        return TAG.matcher(blanked).replaceAll(found -> " ".repeat(found.group().length()));
    }
}

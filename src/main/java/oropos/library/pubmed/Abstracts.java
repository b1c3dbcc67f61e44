package oropos.library.pubmed;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.library.Languages;
import oropos.library.Passage.Role;
import oropos.library.Record;
import oropos.library.xml.Element;

/// The abstract: each labelled part under its label, an abstract in plain words under its own
/// heading.
final class Abstracts {

    /// What a record without an abstract is counted as.
    static final String NONE = "without abstract";

    /// NLM cut long abstracts of older records and says so at their end.
    private static final Pattern CUT =
            Pattern.compile("\\(ABSTRACT TRUNCATED(?: AT (\\d+) WORDS)?\\)");

    private Abstracts() {}

    static void add(Element citation, Element article, Record.Builder record) {
        boolean any = false;
        for (Element whole : article.children("Abstract")) {
            any |= parts(whole, List.of(), record);
            record.licence(whole.words("CopyrightInformation"));
        }
        for (Element other : citation.children("OtherAbstract")) {
            String code = Languages.code(other.attribute("Language"));
            boolean english = other.attribute("Language").isEmpty() || code.equals("en");
            if (english || !any) {
                any |= parts(other, List.of(heading(other, english ? "" : code)), record);
            } else {
                record.truncated("abstract in another language left out");
            }
        }
        if (!any) {
            record.truncated(NONE);
        }
    }

    private static String heading(Element other, String language) {
        String type = other.attribute("Type").replace('-', ' ');
        String words =
                type.equalsIgnoreCase("plain language summary")
                        ? "Plain language summary"
                        : type.isEmpty() || type.equalsIgnoreCase("publisher")
                                ? "Abstract"
                                : "Abstract (" + type + ")";
        return language.isEmpty() ? words : words + " (" + language + ")";
    }

    private static boolean parts(Element whole, List<String> above, Record.Builder record) {
        boolean any = false;
        for (Element part : whole.children("AbstractText")) {
            String words = part.words();
            if (words.isEmpty()) {
                continue;
            }
            any = true;
            record.part(Role.ABSTRACT, under(above, label(part)), words);
            Matcher cut = CUT.matcher(words);
            if (cut.find()) {
                record.truncated(
                        cut.group(1) == null
                                ? "abstract truncated by NLM"
                                : "abstract truncated at " + cut.group(1) + " words by NLM");
            }
        }
        return any;
    }

    private static List<String> under(List<String> above, String label) {
        if (label.isEmpty()) {
            return above;
        }
        return above.isEmpty() ? List.of(label) : List.of(above.getFirst(), label);
    }

    private static String label(Element part) {
        String label = part.attribute("Label");
        if (label.isEmpty()) {
            label = part.attribute("NlmCategory");
        }
        String upper = label.toUpperCase(Locale.ROOT);
        return upper.equals("UNLABELLED") || upper.equals("UNASSIGNED") ? "" : label;
    }
}

package oropos.library.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Recommendations that a page states as the parameters of a page template (Liquid's `{% include
/// ... description='...' recommendation-category='B' evidence-type='3' %}`), as the opioid
/// prescribing guide of the US Centers for Disease Control and Prevention does: each becomes a
/// heading and a paragraph, with the issuer's category and evidence type in the heading. Other
/// template marks are no words and are taken out.
final class Recommendations {

    private static final Pattern INCLUDE =
            Pattern.compile("\\{%-?\\s*+include\\s++[^\\s{}]++([^{}]*)%}");
    private static final Pattern MARK = Pattern.compile("\\{%[^{}]*%}|\\{\\{[^{}]*}}");
    private static final Pattern PARAMETER =
            Pattern.compile(
                    "(?<![\\w-])([\\w-]{1,60})\\s{0,20}=\\s{0,20}(?:'([^']*)'|\"([^\"]*)\")");
    private static final String GRADE = "data-issuer-grade";
    private static final String STATED = "data-recommendation";

    private Recommendations() {}

    static void spellOut(Document page) {
        Set<String> grades = new LinkedHashSet<>();
        for (Element element : new ArrayList<>(page.getAllElements())) {
            for (Node node : new ArrayList<>(element.childNodes())) {
                if (node instanceof TextNode text && text.getWholeText().contains("{")) {
                    spellOut(text, grades);
                }
            }
        }
        if (!page.select("p[" + STATED + "]").isEmpty()) {
            page.attr(STATED, "");
        }
        if (grades.size() == 1) {
            page.attr(GRADE, grades.iterator().next());
        }
    }

    /// What kind of page it is, where it states recommendations: by MeSH's publication type a
    /// guideline.
    static List<String> types(Document page) {
        return page.hasAttr(STATED) ? List.of("Guideline", "Recommendation") : List.of();
    }

    /// The grade of a page that states one recommendation, or several of one grade; else null.
    static @Nullable String grade(Document page) {
        return page.attr(GRADE).isEmpty() ? null : page.attr(GRADE);
    }

    private static void spellOut(TextNode text, Set<String> grades) {
        String words = text.getWholeText();
        Matcher include = INCLUDE.matcher(words);
        int from = 0;
        while (include.find()) {
            text.before(new TextNode(plain(words.substring(from, include.start()))));
            from = include.end();
            Map<String, String> stated = parameters(include.group(1));
            String description = stated.getOrDefault("description", "");
            if (!description.isBlank()) {
                String grade = grade(stated);
                if (!grade.isEmpty()) {
                    grades.add(grade);
                }
                text.before(new Element("h2").text(heading(stated, grade)));
                text.before(new Element("p").text(description).attr(STATED, ""));
            }
        }
        text.text(plain(words.substring(from)));
    }

    private static String heading(Map<String, String> stated, String grade) {
        String number = stated.getOrDefault("recommendationNum", "");
        String topic = stated.getOrDefault("topic", "");
        List<String> words = new ArrayList<>();
        words.add(number.isEmpty() ? "Recommendation" : "Recommendation " + number);
        if (!topic.isEmpty()) {
            words.add(topic);
        }
        return String.join(": ", words) + (grade.isEmpty() ? "" : " (" + grade + ")");
    }

    private static String grade(Map<String, String> stated) {
        List<String> words = new ArrayList<>();
        if (stated.containsKey("recommendation-category")) {
            words.add("recommendation category " + stated.get("recommendation-category"));
        }
        if (stated.containsKey("evidence-type")) {
            words.add("evidence type " + stated.get("evidence-type"));
        }
        return String.join(", ", words);
    }

    private static Map<String, String> parameters(String words) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(words);
        while (parameter.find()) {
            String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
            parameters.putIfAbsent(parameter.group(1), value.replaceAll("\\s+", " ").strip());
        }
        return parameters;
    }

    private static String plain(String words) {
        return MARK.matcher(words).replaceAll(" ");
    }
}

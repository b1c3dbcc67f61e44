package oropos.library.jats;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import oropos.library.Languages;
import oropos.library.Passage.Role;
import oropos.library.Record;
import oropos.library.xml.Element;
import oropos.library.xml.ListWords;
import oropos.library.xml.Wording;

/// The text of an article: abstracts, then the body and appendices by their sections.
final class Body {

    private static final Set<String> OWN_PASSAGE =
            Set.of("table-wrap", "fig", "fig-group", "boxed-text", "graphic");

    /// Words without the marks that point at references and footnotes, and without what stands as
    /// a passage of its own.
    static final Wording WORDING =
            Wording.PLAIN.without(element ->
                    OWN_PASSAGE.contains(element.name()) || element.is("xref") && isMark(element));

    private static final Set<String> SKIPPED_ABSTRACTS =
            Set.of("graphical", "teaser", "toc", "short", "key-image");

    private static final Pattern MARK =
            Pattern.compile("[\\d\\s,;*\\[\\]()\u2013\u2020\u2021-]*|[a-z]");

    private static final Pattern EMPTIED =
            Pattern.compile("\\s?(?:\\[[\\s,;\u2013-]*]|\\([\\s,;\u2013-]*\\))");

    private final Record.Builder record;
    private int inner;
    private int parts;

    Body(Record.Builder record) {
        this.record = record;
    }

    void add(Element article) {
        for (Element whole : article.all("front", "article-meta", "abstract").toList()) {
            abstractOf(whole);
        }
        for (Element other : article.all("front", "article-meta", "trans-abstract").toList()) {
            if (Languages.code(other.attribute("lang")).equals("en")) {
                blocks(other, List.of("Abstract"), Role.ABSTRACT);
            } else {
                record.truncated("abstract in another language left out");
            }
        }
        article.at("body").ifPresent(body -> blocks(body, List.of(), Role.BODY));
        for (Element appendix : article.all("back", "app-group", "app").toList()) {
            section(appendix, List.of(), Role.BODY);
        }
        article.at("floats-group").ifPresent(floats -> blocks(floats, List.of(), Role.BODY));
        article.at("floats-wrap").ifPresent(floats -> blocks(floats, List.of(), Role.BODY));
        inner += article.children("sub-article").size() + article.children("response").size();
        if (parts == 0) {
            record.truncated("without text");
        }
        if (inner > 0) {
            record.truncated("article inside an article left out");
        }
    }

    private void abstractOf(Element whole) {
        String type = whole.attribute("abstract-type");
        if (SKIPPED_ABSTRACTS.contains(type)) {
            return;
        }
        boolean plain = type.startsWith("plain-language");
        String title = whole.at("title").map(WORDING::of).orElse("");
        boolean says = !title.isEmpty() && !title.equalsIgnoreCase("abstract");
        List<String> above =
                plain
                        ? List.of("Plain language summary")
                        : says && !type.isEmpty() ? List.of(title) : List.of();
        blocks(whole, above, Role.ABSTRACT);
    }

    private void section(Element section, List<String> above, Role role) {
        List<String> headings = above;
        String title =
                section.at("title")
                        .or(() -> section.at("caption", "title"))
                        .map(WORDING::of)
                        .orElse("");
        if (!title.isEmpty()) {
            headings = new ArrayList<>(above);
            headings.add(title);
        }
        blocks(section, headings, role);
    }

    private void blocks(Element holder, List<String> headings, Role role) {
        String announced = "";
        for (Element block : holder.children()) {
            boolean list = block.is("list") || block.is("def-list");
            if (!announced.isEmpty() && !list) {
                part(role, headings, announced);
                announced = "";
            }
            switch (block.name()) {
                case "sec", "boxed-text", "app", "notes", "statement" ->
                        section(block, headings, role);
                case "p", "disp-quote", "disp-formula", "verse-group" -> {
                    String words = tidied(WORDING.of(block));
                    if (ListWords.announces(words)) {
                        announced = words;
                    } else {
                        part(role, headings, words);
                    }
                    floats(block, headings);
                }
                case "list", "def-list" -> {
                    part(role, headings, (announced + " " + tidied(WORDING.list(block))).strip());
                    announced = "";
                }
                case "table-wrap", "fig", "fig-group", "table-wrap-group" ->
                        floating(block, headings);
                default -> {
                    // titles are headings already; media, labels and notes stay out
                }
            }
        }
        part(role, headings, announced);
    }

    private void floats(Element paragraph, List<String> headings) {
        for (Element child : paragraph.children()) {
            if (child.is("table-wrap") || child.is("fig") || child.is("fig-group")) {
                floating(child, headings);
            } else if (child.is("boxed-text")) {
                section(child, headings, Role.BODY);
            }
        }
    }

    private void floating(Element block, List<String> headings) {
        if (block.name().endsWith("-group")) {
            block.children().forEach(one -> floating(one, headings));
            return;
        }
        if (!block.is("table-wrap") && !block.is("fig")) {
            return;
        }
        List<String> below = new ArrayList<>(headings);
        String label = block.words("label").replaceAll("(?<![.:])[.:]+$", "");
        below.add(label.isEmpty() ? block.is("fig") ? "Figure" : "Table" : label);
        String caption = block.at("caption").map(WORDING::of).map(Body::tidied).orElse("");
        if (block.is("fig")) {
            part(Role.BODY, below, caption);
            return;
        }
        if (block.anywhere("table").findFirst().isEmpty()) {
            record.truncated("table that is a picture left out");
        }
        part(Role.BODY, below, Tables.words(caption, block));
    }

    private void part(Role role, List<String> headings, String words) {
        if (!words.isBlank()) {
            record.part(role, headings, words);
            parts++;
        }
    }

    private static boolean isMark(Element xref) {
        return switch (xref.attribute("ref-type")) {
            case "bibr", "fn", "table-fn", "aff", "corresp" -> MARK.matcher(xref.words()).matches();
            default -> false;
        };
    }

    /// Without the brackets that held citation marks.
    static String tidied(String words) {
        return EMPTIED.matcher(words).replaceAll("").replaceAll(" +([.,;:])", "$1");
    }
}

package oropos.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;

/// The references of a page in the forms that reference managers read: RIS, BibTeX, CSL-JSON, and the
/// Vancouver style of the National Library of Medicine for people.
///
/// Nothing is guessed: a field that a reference has not is left out. A retracted work says so in its
/// title or note in each form, so that it does not lose the word on the way into somebody's list.
public final class References {

    private static final String RETRACTED = "RETRACTED: ";

    private References() {}

    // ---- RIS

    public static String ris(List<Answer.Reference> references) {
        StringBuilder ris = new StringBuilder();
        for (Answer.Reference one : references) {
            BiConsumer<String, @Nullable Object> line =
                    (tag, value) -> {
                        if (value != null && !value.toString().isBlank()) {
                            ris.append(tag)
                                    .append("  - ")
                                    .append(plain(value.toString()))
                                    .append("\r\n");
                        }
                    };
            line.accept("TY", one.venue() == null ? "GEN" : "JOUR");
            line.accept("ID", one.source());
            line.accept("TI", title(one));
            one.authors().forEach(author -> line.accept("AU", comma(author)));
            if (one.authors().isEmpty()) {
                line.accept("AU", one.issuer());
            }
            line.accept("T2", one.venue());
            line.accept("PY", one.year());
            line.accept("DO", one.doi());
            line.accept("AN", one.pmid());
            line.accept("C2", one.pmcid());
            line.accept("UR", one.url());
            line.accept(
                    "N1", one.standing().equals("current") ? null : "Standing: " + one.standing());
            ris.append("ER  - \r\n");
        }
        return ris.toString();
    }

    // ---- BibTeX

    public static String bibtex(List<Answer.Reference> references) {
        StringBuilder bib = new StringBuilder();
        Map<String, Integer> keys = new LinkedHashMap<>();
        for (Answer.Reference one : references) {
            Map<String, String> fields = new LinkedHashMap<>();
            put(fields, "title", "{" + tex(title(one)) + "}");
            put(
                    fields,
                    "author",
                    one.authors().isEmpty()
                            ? one.issuer() == null ? null : "{" + tex(one.issuer()) + "}"
                            : String.join(
                                    " and ",
                                    one.authors().stream().map(References::texName).toList()));
            put(fields, "journal", one.venue() == null ? null : tex(one.venue()));
            put(fields, "year", one.year() == null ? null : one.year().toString());
            put(fields, "doi", verbatim(one.doi()));
            put(fields, "pmid", one.pmid());
            put(fields, "pmcid", one.pmcid());
            put(fields, "url", verbatim(one.url()));
            put(
                    fields,
                    "note",
                    one.standing().equals("current") ? null : "Standing: " + one.standing());
            StringJoiner lines = new StringJoiner(",\n");
            fields.forEach((name, value) -> lines.add("  " + name + " = {" + value + "}"));
            bib.append(one.venue() == null ? "@misc{" : "@article{")
                    .append(key(one.source(), keys))
                    .append(",\n")
                    .append(lines)
                    .append("\n}\n\n");
        }
        return bib.toString();
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, plain(value));
        }
    }

    /// Two sources may differ in signs alone that a key cannot hold.
    private static String key(String source, Map<String, Integer> keys) {
        String key = source.replaceAll("[^A-Za-z0-9]+", "-");
        int times = keys.merge(key, 1, Integer::sum);
        return times == 1 ? key : key + "-" + times;
    }

    /// A name that is no person's stands in braces: else "Control and Prevention" would be two authors.
    private static String texName(String author) {
        String comma = comma(author);
        return comma.equals(author) ? "{" + tex(author) + "}" : tex(comma);
    }

    /// Fields that are read letter by letter; a brace would end them.
    private static @Nullable String verbatim(@Nullable String words) {
        return words == null ? null : words.replace("{", "%7B").replace("}", "%7D");
    }

    private static String tex(String words) {
        StringBuilder safe = new StringBuilder();
        for (char c : words.toCharArray()) {
            switch (c) {
                case '\\' -> safe.append("\\textbackslash{}");
                case '{', '}', '%', '&', '#', '$', '_' -> safe.append('\\').append(c);
                case '~' -> safe.append("\\textasciitilde{}");
                case '^' -> safe.append("\\textasciicircum{}");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    // ---- CSL-JSON

    public static String csl(List<Answer.Reference> references) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Answer.Reference one : references) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("id", one.source());
            item.put("type", one.venue() == null ? "document" : "article-journal");
            item.put("title", title(one));
            List<Map<String, String>> authors = new ArrayList<>();
            one.authors().forEach(author -> authors.add(name(author)));
            if (authors.isEmpty() && one.issuer() != null) {
                authors.add(Map.of("literal", one.issuer()));
            }
            if (!authors.isEmpty()) {
                item.put("author", authors);
            }
            set(item, "container-title", one.venue());
            if (one.year() != null) {
                item.put("issued", Map.of("date-parts", List.of(List.of(one.year()))));
            }
            set(item, "DOI", one.doi());
            set(item, "PMID", one.pmid());
            set(item, "PMCID", one.pmcid());
            set(item, "URL", one.url());
            set(
                    item,
                    "note",
                    one.standing().equals("current") ? null : "Standing: " + one.standing());
            all.add(item);
        }
        return AnswerJson.canonical(all);
    }

    private static void set(Map<String, Object> item, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            item.put(name, value);
        }
    }

    /// "Doe JA" as PubMed writes it: family name, then initials.
    private static Map<String, String> name(String author) {
        int space = author.lastIndexOf(' ');
        if (space < 0 || !author.substring(space + 1).matches("\\p{Lu}{1,4}")) {
            return Map.of("literal", author);
        }
        return Map.of("family", author.substring(0, space), "given", author.substring(space + 1));
    }

    private static String comma(String author) {
        Map<String, String> name = name(author);
        return name.containsKey("family") ? name.get("family") + ", " + name.get("given") : author;
    }

    // ---- Vancouver

    private static final int MOST_AUTHORS = 6;

    public static String vancouver(List<Answer.Reference> references) {
        StringBuilder all = new StringBuilder();
        for (Answer.Reference one : references) {
            List<String> authors = one.authors();
            String names =
                    authors.isEmpty()
                            ? one.issuer() == null ? "" : one.issuer()
                            : String.join(", ", authors.stream().limit(MOST_AUTHORS).toList())
                                    + (authors.size() > MOST_AUTHORS ? ", et al" : "");
            StringJoiner line = new StringJoiner(" ");
            add(line, names, ".");
            add(line, title(one), ".");
            String venue = one.venue() == null ? "" : one.venue();
            String year = one.year() == null ? "" : one.year().toString();
            add(line, venue.contains(year) ? venue : (venue + " " + year).strip(), ".");
            add(line, one.doi() == null ? "" : "doi: " + one.doi(), ".");
            add(line, one.pmid() == null ? "" : "PMID: " + one.pmid(), ".");
            add(line, one.pmcid() == null ? "" : "PMCID: " + one.pmcid(), ".");
            if (one.doi() == null && one.pmid() == null && one.url() != null) {
                line.add("Available from: " + one.url());
            }
            all.append(one.mark()).append(". ").append(plain(line.toString())).append('\n');
        }
        return all.toString();
    }

    private static void add(StringJoiner line, String words, String end) {
        if (!words.isBlank()) {
            line.add(words.endsWith(".") || words.endsWith("?") ? words : words + end);
        }
    }

    private static String title(Answer.Reference reference) {
        boolean marked = reference.title().toUpperCase(Locale.ROOT).startsWith("RETRACTED");
        return reference.standing().equals("retracted") && !marked
                ? RETRACTED + reference.title()
                : reference.title();
    }

    /// A line stays a line, whatever a record holds.
    private static String plain(String words) {
        return words.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }
}

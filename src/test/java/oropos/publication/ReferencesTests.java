package oropos.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// References written in each form and read back by readers of this test's own: every field is what it was.
class ReferencesTests {

    private static final List<Answer.Reference> ALL =
            List.of(
                    reference(
                            1,
                            "pmid:34228102",
                            "Zoledronate in children: a trial",
                            List.of("Doe JA", "van der Berg K", "Group for Bone and Growth"),
                            null,
                            "J Bone 2021",
                            2021,
                            "34228102",
                            "10.1002/(sici)1097-0142(1999)85:11<2375::aid>3.0.co;2-x",
                            "current"),
                    reference(
                            2,
                            "guideline:cdc/falls",
                            "Falls",
                            List.of(),
                            "Centers for Disease Control and Prevention",
                            null,
                            null,
                            null,
                            null,
                            "superseded"),
                    reference(
                            3,
                            "doi:10.1/a_b",
                            "50% of {all} costs: $5 & #1_x ~ ^ \\begin{x}",
                            List.of("O'Neil B", "Müller-Lüdenscheidt Ö"),
                            null,
                            "Ann. & Proc.",
                            1999,
                            null,
                            "10.1/a_b{c}",
                            "retracted"),
                    reference(
                            4,
                            "doi:10.1/a-b",
                            "RETRACTED: Said so already?",
                            List.of("Li W"),
                            null,
                            "J\r\nTI  - Planted",
                            2000,
                            "1",
                            "10.1/a-b",
                            "retracted"));

    private static Answer.Reference reference(
            int mark,
            String source,
            String title,
            List<String> authors,
            @Nullable String issuer,
            @Nullable String venue,
            @Nullable Integer year,
            @Nullable String pmid,
            @Nullable String doi,
            String standing) {
        return new Answer.Reference(
                mark,
                source,
                source,
                "trials",
                title,
                authors,
                issuer,
                venue,
                year,
                pmid,
                doi,
                pmid == null ? null : "PMC" + pmid,
                "https://example.org/?a=" + mark + "&b=%7B",
                "trial",
                true,
                "children",
                new Answer.FitView("direct", null),
                null,
                null,
                standing,
                null,
                "abstract",
                null,
                null);
    }

    /// What each form must give back: a retracted work says so in its title.
    private static Map<String, Object> fields(Answer.Reference one) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("title", (one.mark() == 3 ? "RETRACTED: " : "") + one.title());
        fields.put(
                "authors",
                one.authors().isEmpty()
                        ? List.of(Objects.requireNonNull(one.issuer()))
                        : one.authors());
        put(fields, "venue", one.venue() == null ? null : one.venue().replaceAll("\\p{Cc}+", " "));
        put(fields, "year", one.year() == null ? null : one.year().toString());
        put(fields, "doi", one.doi());
        put(fields, "pmid", one.pmid());
        put(fields, "pmcid", one.pmcid());
        put(fields, "url", one.url());
        put(
                fields,
                "note",
                one.standing().equals("current") ? null : "Standing: " + one.standing());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            fields.put(name, value);
        }
    }

    private static List<Map<String, Object>> expected() {
        return ALL.stream().map(ReferencesTests::fields).toList();
    }

    /// "Doe, JA" as it was: "Doe JA".
    private static String name(String read) {
        return read.replaceFirst(", (\\p{Lu}{1,4})$", " $1");
    }

    @Test
    void risIsReadBackAsItWas() {
        Map<String, String> tags =
                Map.of(
                        "TI", "title", "T2", "venue", "PY", "year", "DO", "doi", "AN", "pmid", "C2",
                        "pmcid", "UR", "url", "N1", "note");
        List<Map<String, Object>> read = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        Map<String, Object> one = new TreeMap<>();
        List<String> authors = new ArrayList<>();
        for (String line : References.ris(ALL).split("\r\n")) {
            assertThat(line).matches("[A-Z][A-Z0-9]  - .*");
            String tag = line.substring(0, 2);
            String value = line.substring(6);
            switch (tag) {
                case "AU" -> authors.add(name(value));
                case "ID" -> ids.add(value);
                case "TY" -> assertThat(value).isIn("JOUR", "GEN");
                case "ER" -> {
                    one.put("authors", List.copyOf(authors));
                    read.add(one);
                    one = new TreeMap<>();
                    authors.clear();
                }
                default -> one.put(Objects.requireNonNull(tags.get(tag)), value);
            }
        }
        assertThat(read).isEqualTo(expected());
        assertThat(ids).containsExactlyElementsOf(ALL.stream().map(r -> r.source()).toList());
    }

    @Test
    void bibtexIsReadBackAsItWas() {
        List<Map<String, Object>> read = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        String bib = References.bibtex(ALL);
        int at = 0;
        while ((at = bib.indexOf('@', at)) >= 0) {
            int open = bib.indexOf('{', at);
            int end = closing(bib, open);
            String entry = bib.substring(open + 1, end);
            keys.add(entry.substring(0, entry.indexOf(',')));
            read.add(bibtex(entry));
            at = end;
        }
        assertThat(read).isEqualTo(expected());
        assertThat(keys).hasSize(ALL.size()).doesNotHaveDuplicates();
    }

    private static Map<String, Object> bibtex(String entry) {
        Map<String, String> raw = new LinkedHashMap<>();
        Matcher name = Pattern.compile("\n  (\\w+) = \\{").matcher(entry);
        int from = 0;
        while (name.find(from)) {
            int end = closing(entry, name.end() - 1);
            raw.put(name.group(1), entry.substring(name.end(), end));
            from = end;
        }
        Map<String, Object> one = new TreeMap<>();
        raw.forEach((field, value) -> {
            switch (field) {
                case "author" -> one.put("authors", authors(value));
                case "journal" -> one.put("venue", untex(value));
                case "title" -> one.put("title", untex(value.substring(1, value.length() - 1)));
                case "doi" -> one.put("doi", value.replace("%7B", "{").replace("%7D", "}"));
                default -> one.put(field, value);
            }
        });
        return one;
    }

    /// Names are parted by "and" outside braces, as BibTeX does.
    private static List<String> authors(String value) {
        List<String> authors = new ArrayList<>();
        int depth = 0;
        StringBuilder one = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean escaped = i > 0 && value.charAt(i - 1) == '\\';
            depth += escaped ? 0 : c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0 && value.startsWith(" and ", i)) {
                authors.add(one.toString());
                one.setLength(0);
                i += " and ".length() - 1;
            } else {
                one.append(c);
            }
        }
        authors.add(one.toString());
        return authors.stream()
                .map(each ->
                        each.startsWith("{")
                                ? untex(each.substring(1, each.length() - 1))
                                : name(untex(each)))
                .toList();
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '{') {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        throw new AssertionError("braces do not match: " + text.substring(open));
    }

    private static String untex(String tex) {
        return tex.replace("\\textbackslash{}", "\u0000")
                .replace("\\textasciitilde{}", "~")
                .replace("\\textasciicircum{}", "^")
                .replaceAll("\\\\([{}%&#$_])", "$1")
                .replace('\u0000', '\\');
    }

    @Test
    void cslIsReadBackAsItWas() {
        List<Map<String, Object>> read = new ArrayList<>();
        for (JsonNode item : JsonMapper.builder().build().readTree(References.csl(ALL))) {
            Map<String, Object> one = new TreeMap<>();
            put(one, "title", item.path("title").asString(""));
            List<String> authors = new ArrayList<>();
            for (JsonNode author : item.path("author")) {
                authors.add(
                        author.has("literal")
                                ? author.path("literal").asString("")
                                : author.path("family").asString("")
                                        + " "
                                        + author.path("given").asString(""));
            }
            one.put("authors", authors);
            put(
                    one,
                    "venue",
                    item.path("container-title").asString("").replaceAll("\\p{Cc}+", " "));
            put(one, "year", item.path("issued").path("date-parts").path(0).path(0).asString(""));
            put(one, "doi", item.path("DOI").asString(""));
            put(one, "pmid", item.path("PMID").asString(""));
            put(one, "pmcid", item.path("PMCID").asString(""));
            put(one, "url", item.path("URL").asString(""));
            put(one, "note", item.path("note").asString(""));
            read.add(one);
        }
        assertThat(read).isEqualTo(expected());
    }

    /// The style for people keeps what finds a work again: names, title, year and identifiers.
    @Test
    void vancouverIsOneLineEachWithWhatFindsTheWork() {
        List<String> lines = References.vancouver(ALL).lines().toList();
        assertThat(lines).hasSize(ALL.size());
        for (int i = 0; i < ALL.size(); i++) {
            Map<String, Object> one = fields(ALL.get(i));
            String line = lines.get(i);
            assertThat(line).startsWith(ALL.get(i).mark() + ". ").contains(one.get("title") + "");
            ((List<?>) Objects.requireNonNull(one.get("authors")))
                    .forEach(author -> assertThat(line).contains(author + ""));
            for (String field : List.of("year", "doi", "pmid", "pmcid")) {
                if (one.containsKey(field)) {
                    assertThat(line).contains(one.get(field) + "");
                }
            }
        }
    }
}

package oropos.question;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Real questions from the data that lies beside the repository; a test that needs them is skipped
/// where they are not there.
final class Questions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Questions() {}

    /// Titles of research papers put as questions.
    static List<String> research() {
        List<String> questions = new ArrayList<>();
        json(text("pubmedqa/pubmedqa-dev.json"))
                .forEach(one -> questions.add(one.path("QUESTION").asString()));
        questions.addAll(lines("med-evidence/med-evidence-dev.jsonl", "question"));
        return questions;
    }

    /// What patients asked physicians.
    static List<String> patients() {
        return lines("k-qa/k-qa-dev.jsonl", "Question");
    }

    /// What people wrote to the National Library of Medicine, with experts' short forms.
    static List<String> consumers() {
        List<String> all = new ArrayList<>();
        all.addAll(sheet("consumer/MeQSum_ACL2019_BenAbacha_Demner-Fushman.xlsx"));
        all.addAll(sheet("consumer/MEDIQA2021-Task1-QuestionSummarization-ValidationSet.xlsx"));
        return all;
    }

    /// Descriptions of cases, most of them of emergencies past.
    static List<String> vignettes() {
        List<String> all = new ArrayList<>();
        all.addAll(lines("patient-vignettes/sigir2016.jsonl", "text"));
        all.addAll(lines("patient-vignettes/trec2021.jsonl", "text"));
        return all;
    }

    /// The same by their ids.
    static Map<String, String> vignettesById() {
        Map<String, String> all = new HashMap<>();
        for (String file : List.of("sigir2016", "trec2021")) {
            for (String line : text("patient-vignettes/" + file + ".jsonl").lines().toList()) {
                JsonNode one = JSON.readTree(line);
                all.put(one.path("_id").asString(), one.path("text").asString());
            }
        }
        return all;
    }

    /// Clinicians' queries with what identifies a person marked.
    ///
    /// @param identifiers kind and words
    record Tagged(String query, List<Identifier> identifiers) {}

    record Identifier(String kind, String words) {}

    static List<Tagged> tagged() {
        List<Tagged> all = new ArrayList<>();
        for (String block : text("asq-phi/asq-phi-dev.txt").split("===QUERY===")) {
            if (block.isBlank()) {
                continue;
            }
            String[] parts = block.split("===PHI_TAGS===");
            List<Identifier> identifiers = new ArrayList<>();
            for (String line : parts[1].strip().split("\n")) {
                if (!line.isBlank()) {
                    JsonNode tag = json(line);
                    identifiers.add(
                            new Identifier(
                                    tag.path("identifier_type").asString(),
                                    tag.path("value").asString()));
                }
            }
            all.add(new Tagged(parts[0].strip(), identifiers));
        }
        return all;
    }

    /// Digests of queries labelled as clean that do hold a place or a date.
    static List<String> relabelled() throws IOException {
        return Labelled.rows("asq-phi-relabelled.txt").stream().map(List::getFirst).toList();
    }

    static String digest(String query) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(query.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> lines(String file, String field) {
        return text(file)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> json(line).path(field).asString())
                .toList();
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    /// Texts of a workbook, long enough to be questions.
    /// The letters of the consumer questions by their row, the first after the heading being 1.
    static Map<Integer, String> letters() {
        Map<Integer, String> letters = new HashMap<>();
        try (ZipFile zip =
                new ZipFile(
                        path("consumer/MeQSum_ACL2019_BenAbacha_Demner-Fushman.xlsx").toFile())) {
            List<String> strings =
                    xml(zip, "xl/sharedStrings.xml", "si").stream()
                            .map(Element::wholeText)
                            .toList();
            for (Element row : xml(zip, "xl/worksheets/sheet1.xml", "row")) {
                int number = Integer.parseInt(row.attr("r"));
                for (Element cell : row.select("c[r=B" + number + "]")) {
                    String value = cell.select("v").text();
                    letters.put(
                            number - 1,
                            cell.attr("t").equals("s")
                                    ? strings.get(Integer.parseInt(value))
                                    : value);
                }
            }
            return letters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Element> xml(ZipFile zip, String entry, String element) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
            return Jsoup.parse(in, "UTF-8", "", Parser.xmlParser()).select(element);
        }
    }

    private static List<String> sheet(String file) {
        try (ZipFile zip = new ZipFile(path(file).toFile())) {
            ZipEntry strings = zip.getEntry("xl/sharedStrings.xml");
            try (InputStream in = zip.getInputStream(strings)) {
                return Jsoup.parse(in, "UTF-8", "", Parser.xmlParser()).select("si").stream()
                        .map(Element::wholeText)
                        .filter(text -> text.length() > 20 && text.contains(" "))
                        .filter(text -> !text.matches(".{0,40}\\.txt"))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(path(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(String file) {
        Path shared =
                Optional.ofNullable(System.getenv("OROPOS_SHARED"))
                        .map(Path::of)
                        .orElse(Path.of("../shared/data"));
        Path path = shared.resolve("questions").resolve(file);
        assumeTrue(
                Files.exists(path),
                () -> "skipped: the questions in " + path + " are not on this machine");
        return path;
    }
}

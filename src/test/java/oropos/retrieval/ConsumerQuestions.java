package oropos.retrieval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import oropos.library.Passage.Role;
import oropos.library.Version;

/// Consumer questions with what each asks, labelled by hand (`consumer-questions*.tsv`), and the grades
/// of MedQuAD's pairs by these labels: 3 where subject and aspect are right, 1 where only the subject
/// is, or a wider subject with the right aspect, else 0.
record ConsumerQuestions(List<Labelled> all) {

    private static final Path DATA =
            Path.of(System.getenv().getOrDefault("OROPOS_SHARED", "../shared"), "data")
                    .resolve("questions/consumer");

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");

    /// @param letter as it was sent
    /// @param summary the short form an expert made of it
    record Labelled(
            String id,
            String letter,
            String summary,
            Set<String> subjects,
            Set<String> aspects,
            Set<String> wider) {

        /// Half A, which was looked at, or half B, which was not.
        boolean isInHalfA() {
            try {
                byte[] digest =
                        MessageDigest.getInstance("SHA-256")
                                .digest(id.getBytes(StandardCharsets.UTF_8));
                return (digest[digest.length - 1] & 1) == 0;
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        int grade(Topic topic) {
            boolean aspect =
                    aspects.contains("*") || topic.types().stream().anyMatch(aspects::contains);
            if (topic.names().stream().anyMatch(subjects::contains)) {
                return aspect ? 3 : 1;
            }
            return aspect && topic.names().stream().anyMatch(wider::contains) ? 1 : 0;
        }
    }

    /// What a pair is about.
    record Topic(Set<String> names, Set<String> types) {
        static Topic of(Version version) {
            Set<String> names = new HashSet<>();
            version.passages().stream()
                    .filter(passage -> passage.role() == Role.QUESTION)
                    .forEach(passage -> {
                        if (passage.headings().equals(List.of("Also called"))) {
                            String others = passage.text();
                            Stream.of(others.substring(others.indexOf(": ") + 2).split(";"))
                                    .forEach(name -> names.add(normal(name)));
                        } else {
                            passage.headings().forEach(name -> names.add(normal(name)));
                        }
                    });
            return new Topic(names, Set.copyOf(version.source().types()));
        }
    }

    static boolean areThere() {
        return DATA.toFile().isDirectory();
    }

    static String normal(String name) {
        return NO_LETTERS
                .matcher(name.toLowerCase(Locale.ROOT).replace("'s", ""))
                .replaceAll(" ")
                .strip();
    }

    /// The first set, whose half A rules and weights were made on.
    static ConsumerQuestions first() throws IOException {
        return read("/oropos/retrieval/consumer-questions.tsv");
    }

    /// A second set, labelled later and before any search of theirs was looked at.
    static ConsumerQuestions second() throws IOException {
        return read("/oropos/retrieval/consumer-questions-2.tsv");
    }

    private static ConsumerQuestions read(String labels) throws IOException {
        Map<String, String[]> texts = new HashMap<>();
        sheet(DATA.resolve("MeQSum_ACL2019_BenAbacha_Demner-Fushman.xlsx"))
                .forEach(row -> texts.put("meqsum:" + row.get(0), texts(row)));
        sheet(DATA.resolve("MEDIQA2021-Task1-QuestionSummarization-ValidationSet.xlsx"))
                .forEach(row -> texts.put("mediqa:" + row.get(0), texts(row)));
        List<Labelled> all = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open(labels), StandardCharsets.UTF_8))) {
            for (String line : lines.lines().filter(one -> one.indexOf(':') > 0).toList()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                String[] text = texts.get(cells[0]);
                if (text == null) {
                    throw new IOException("no question is called " + cells[0]);
                }
                all.add(
                        new Labelled(
                                cells[0],
                                text[0],
                                text[1],
                                set(cells[1]),
                                set(cells[2]),
                                set(cells[3])));
            }
        }
        return new ConsumerQuestions(List.copyOf(all));
    }

    private static InputStream open(String resource) throws IOException {
        InputStream stream = ConsumerQuestions.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IOException(resource + " is missing");
        }
        return stream;
    }

    private static String[] texts(List<String> row) {
        return new String[] {row.get(1), row.get(2)};
    }

    private static Set<String> set(String cell) {
        return Stream.of(cell.split(";"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toSet());
    }

    /// The rows of the first sheet of a workbook, cells by column.
    private static List<List<String>> sheet(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> shared = texts(zip, "xl/sharedStrings.xml", "si");
            List<List<String>> rows = new ArrayList<>();
            XMLStreamReader xml = reader(zip, "xl/worksheets/sheet1.xml");
            List<String> row = new ArrayList<>();
            boolean isShared = false;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "row" -> {
                            row = new ArrayList<>();
                            rows.add(row);
                        }
                        case "c" -> {
                            int column = xml.getAttributeValue(null, "r").charAt(0) - 'A';
                            while (row.size() <= column) {
                                row.add("");
                            }
                            isShared = "s".equals(xml.getAttributeValue(null, "t"));
                        }
                        case "v" -> {
                            String value = xml.getElementText();
                            row.set(
                                    row.size() - 1,
                                    isShared ? shared.get(Integer.parseInt(value)) : value);
                        }
                        default -> {}
                    }
                }
            }
            rows.removeIf(cells -> cells.size() < 3);
            return rows;
        } catch (XMLStreamException damaged) {
            throw new IOException(damaged);
        }
    }

    private static List<String> texts(ZipFile zip, String part, String element)
            throws IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        XMLStreamReader xml = reader(zip, part);
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
                text.append(xml.getElementText());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals(element)) {
                texts.add(text.toString());
                text.setLength(0);
            }
        }
        return texts;
    }

    private static XMLStreamReader reader(ZipFile zip, String part)
            throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(part);
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory.createXMLStreamReader(zip.getInputStream(entry));
    }
}

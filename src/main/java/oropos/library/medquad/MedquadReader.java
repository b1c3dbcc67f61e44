package oropos.library.medquad;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oropos.library.Head;
import oropos.library.Input;
import oropos.library.Passage.Role;
import oropos.library.Record;
import oropos.library.Sink;
import oropos.library.SourceFileException;
import oropos.library.SourceId;
import oropos.library.SourceReader;
import oropos.library.TextKind;
import oropos.library.xml.Element;
import oropos.library.xml.Xml;

/// Reads the documents of MedQuAD (Ben Abacha and Demner-Fushman, BMC Bioinformatics 2019;20:511):
/// one document for each topic, one record for each question with its answer.
///
/// In three of its twelve folders the answers were removed for copyright, the questions and the
/// address of the page stayed. Such a pair is a link: it can be found and followed, and supports
/// nothing. Five documents of the archive use other element names for the same things.
public final class MedquadReader implements SourceReader {

    /// The form of its records.
    public static final String FORM = "medquad";

    private static final String LICENCE = "CC BY 4.0";

    private static final Set<String> ROOTS = Set.of("Document", "doc", "DiseaseFile");

    private static final Pattern PLACE =
            Pattern.compile("(?:.*[/!])?([^/!]+)/([^/]+?)(?:\\.xml)?", Pattern.CASE_INSENSITIVE);

    @Override
    public boolean reads(Head head) {
        String text = head.text();
        return Xml.root(head.bytes()).filter(ROOTS::contains).isPresent()
                && (text.contains("<QAPairs")
                        || text.contains("<qaPairs")
                        || text.contains("<Focus")
                        || text.contains("<doctitle-focus"));
    }

    @Override
    public void read(Input input, Sink sink) throws IOException {
        int[] pairs = {0};
        Xml.each(
                input,
                ROOTS,
                Set.of(),
                document -> {
                    Topic topic = topic(input.name(), document);
                    for (Element pair : pairs(document)) {
                        pairs[0]++;
                        pair(topic, pair, sink);
                    }
                });
        if (pairs[0] == 0) {
            throw new SourceFileException(
                    "the document holds no question", input.name(), "check what was exported");
        }
    }

    /// What the pairs of one document share.
    private record Topic(
            String name,
            String folder,
            String file,
            String focus,
            String issuer,
            String url,
            List<String> types,
            List<String> synonyms) {}

    private static Topic topic(String name, Element document) {
        String collection = first(document.attribute("source"), document.attribute("corpus"));
        Optional<Collection> known = Collection.called(collection);
        String folder =
                known.map(Collection::folder).orElse(collection.isEmpty() ? "unknown" : collection);
        String file =
                first(
                        document.attribute("id"),
                        document.attribute("docid"),
                        document.attribute("fid"));
        Matcher place = PLACE.matcher(name);
        if (place.matches() && Collection.isFolder(place.group(1))) {
            folder = place.group(1);
            file = place.group(2);
        }
        List<String> types = new ArrayList<>();
        document.anywhere("Category").map(Element::words).forEach(types::add);
        List<String> synonyms =
                document.anywhere("Synonym")
                        .map(Element::words)
                        .filter(words -> !words.isEmpty())
                        .distinct()
                        .toList();
        return new Topic(
                name,
                slug(folder),
                slug(file),
                first(document.words("Focus"), document.words("doctitle-focus")),
                known.map(Collection::issuer).orElse(collection),
                document.attribute("url"),
                types,
                synonyms);
    }

    private static List<Element> pairs(Element document) {
        return document.children().stream()
                .filter(child -> child.name().equalsIgnoreCase("QAPairs"))
                .flatMap(child -> child.children().stream())
                .filter(child -> child.is("QAPair") || child.is("pair"))
                .toList();
    }

    private static void pair(Topic topic, Element pair, Sink sink) {
        String pid = pair.attribute("pid");
        String where = topic.name() + ", pair " + pid;
        Optional<Element> question = pair.at("Question").or(() -> pair.at("question"));
        String asked = question.map(Element::words).map(MedquadReader::tidied).orElse("");
        if (pid.isEmpty() || asked.isEmpty()) {
            sink.skipped(where, "a pair without number or question");
            return;
        }
        String answer = first(pair.words("Answer"), pair.words("answer"));
        String id = FORM + ":" + topic.folder() + "/" + topic.file() + "#" + slug(pid);
        Record.Builder record =
                Record.of(new SourceId(id), FORM, asked, TextKind.FULL_TEXT)
                        .issuer(topic.issuer())
                        .url(topic.url())
                        .licence(LICENCE)
                        .types(topic.types())
                        .types(types(question))
                        .linkOnly(answer.isEmpty());
        record.part(
                Role.QUESTION,
                List.of(topic.focus()).stream().filter(w -> !w.isEmpty()).toList(),
                asked);
        if (!topic.synonyms().isEmpty()) {
            record.part(
                    Role.QUESTION,
                    List.of("Also called"),
                    topic.focus() + ": " + String.join("; ", topic.synonyms()));
        }
        if (answer.isEmpty()) {
            record.truncated("answer removed at the source");
        } else {
            List<String> headings = topic.focus().isEmpty() ? List.of() : List.of(topic.focus());
            record.part(Role.ANSWER, headings, Layout.of(raw(pair)));
        }
        sink.record(record.build());
    }

    /// The answer with its line ends and gaps; one with elements inside has none that mean anything.
    private static String raw(Element pair) {
        return pair.at("Answer")
                .or(() -> pair.at("answer"))
                .map(answer ->
                        answer.content().stream().allMatch(Element.Words.class::isInstance)
                                ? answer.content().stream()
                                        .map(one -> ((Element.Words) one).text())
                                        .collect(Collectors.joining())
                                : answer.words())
                .orElse("");
    }

    private static List<String> types(Optional<Element> question) {
        return question.map(one -> one.attribute("qtype")).filter(type -> !type.isEmpty()).stream()
                .toList();
    }

    /// Without the space and the second question mark that the archive's patterns left behind.
    private static String tidied(String question) {
        int end = question.length();
        while (end > 0 && " ?".indexOf(question.charAt(end - 1)) >= 0) {
            end--;
        }
        return end == question.length() ? question : question.substring(0, end) + "?";
    }

    private static String slug(String words) {
        return words.replaceAll("\\s+", "_");
    }

    private static String first(String... candidates) {
        for (String candidate : candidates) {
            if (!candidate.isEmpty()) {
                return candidate;
            }
        }
        return "";
    }
}

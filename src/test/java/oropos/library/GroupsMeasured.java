package oropos.library;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// PubMedQA's development records described from title and abstract, with their MeSH tags set aside.
record GroupsMeasured(int pmid, String title, Set<String> tags, Study study, boolean animals) {

    static List<GroupsMeasured> records() throws Exception {
        List<GroupsMeasured> read = new ArrayList<>();
        for (var entry :
                new JsonMapper()
                        .readTree(
                                Files.readString(
                                        Literature.at("questions/pubmedqa/pubmedqa-dev.json")))
                        .properties()) {
            JsonNode record = entry.getValue();
            StringBuilder text = new StringBuilder();
            record.get("CONTEXTS").forEach(part -> text.append(part.asString()).append(' '));
            String title = record.get("QUESTION").asString();
            read.add(
                    new GroupsMeasured(
                            Integer.parseInt(entry.getKey()),
                            title,
                            Set.copyOf(
                                    record.get("MESHES")
                                            .valueStream()
                                            .map(JsonNode::asString)
                                            .toList()),
                            described(title, text.toString()),
                            AnimalsStudied.in(List.of(), title, text.toString())));
        }
        read.sort(Comparator.comparingInt(GroupsMeasured::pmid));
        return read;
    }

    static Study described(String title, String text) {
        return Version.of(
                        Record.of(SourceId.pmid("1"), "pubmed", title, TextKind.ABSTRACT)
                                .part(Passage.Role.ABSTRACT, List.of(), text)
                                .build())
                .study();
    }

    boolean isEven() {
        return pmid % 2 == 0;
    }

    static double f1(
            List<GroupsMeasured> records,
            Predicate<GroupsMeasured> tagged,
            Predicate<GroupsMeasured> read) {
        long both = records.stream().filter(tagged.and(read)).count();
        long either =
                records.stream().filter(tagged).count() + records.stream().filter(read).count();
        return 2.0 * both / either;
    }
}

package oropos.library.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.library.Head;
import oropos.library.Input;
import oropos.library.Literature;
import oropos.library.Notice;
import oropos.library.Record;
import oropos.library.Sink;
import oropos.library.SourceFileException;
import oropos.library.SourceId;

class MeshReaderTests {

    private static final String XML =
            """
            <?xml version="1.0"?><!DOCTYPE DescriptorRecordSet SYSTEM "desc2006.dtd">
            <DescriptorRecordSet><DescriptorRecord><DescriptorUI>D900002</DescriptorUI><DescriptorName><String>Made-up Bones</String></DescriptorName>
            <AllowableQualifiersList><AllowableQualifier><QualifierReferredTo><QualifierName><String>blood</String></QualifierName></QualifierReferredTo></AllowableQualifier></AllowableQualifiersList>
            <TreeNumberList><TreeNumber>C05.900</TreeNumber><TreeNumber>C23.1</TreeNumber></TreeNumberList>
            <ConceptList><Concept><TermList><Term IsPermutedTermYN="N"><String>Made-up Bones</String></Term>
            <Term IsPermutedTermYN="N"><String>Bone Make-up</String></Term><Term IsPermutedTermYN="Y"><String>Bones, Made-up</String></Term></TermList></Concept></ConceptList></DescriptorRecord>
            </DescriptorRecordSet>
            """;

    @TempDir Path folder;

    private final Map<String, Integer> counted = new LinkedHashMap<>();

    private final Sink sink =
            new Sink() {
                @Override
                public void record(Record record) {
                    throw new AssertionError("a vocabulary holds no record");
                }

                @Override
                public void skipped(String where, String why) {
                    throw new AssertionError(where + why);
                }

                @Override
                public void withdrawn(SourceId id, String form) {}

                @Override
                public void notice(SourceId affected, Notice notice) {}

                @Override
                public void vocabulary(String name, int entries) {
                    counted.put(name, entries);
                }
            };

    private void read(String name, String words) throws IOException {
        new MeshReader(folder)
                .read(Input.bytes(name, words.getBytes(StandardCharsets.UTF_8)), sink);
    }

    @Test
    void descriptorRecordsGiveNamesAndTrees() throws IOException {
        read("desc.xml", XML);
        assertThat(counted).containsEntry("mesh names", 1).containsEntry("mesh trees", 1);
        assertThat(Files.readString(folder.resolve("mesh-names.tsv")))
                .startsWith(
                        "# version: desc.xml\n# Courtesy of the U.S. National Library of Medicine")
                .endsWith("id\tname\tsynonyms\nmesh:D900002\tMade-up Bones\tBone Make-up\n");
        assertThat(Files.readString(folder.resolve("mesh-trees.tsv")))
                .endsWith("mesh:D900002\tMade-up Bones\tC05.900|C23.1\n");
    }

    @Test
    void tablesGiveNamesOrTrees() throws IOException {
        read(
                "terms.tsv",
                "DescriptorUI\tDescriptorName\tTermName\tIsPermutedTermYN\n"
                        + "D900001\tBone\tBone\tN\nD900001\tBone\tOs\tN\nD900001\tBone\tx, y\tY\n");
        assertThat(counted).containsExactly(Map.entry("mesh names", 1));
        assertThat(Files.readString(folder.resolve("mesh-names.tsv"))).endsWith("\tBone\tOs\n");
        read("trees.tsv", "DescriptorUI\tDescriptorName\ttree_location\nD900001\tBone\tA02.1\n");
        assertThat(Files.readString(folder.resolve("mesh-trees.tsv"))).endsWith("Bone\tA02.1\n");
    }

    @Test
    void aSampleNeverTakesThePlaceOfTheWhole() throws IOException {
        String head = "DescriptorUI\tDescriptorName\ttree_location\n";
        read("whole.tsv", head + "D900001\tBone\tA02.1\nD900002\tOld\tA02.2\n");
        read("sample.tsv", head + "D900002\tNew\tA02.3\n");
        assertThat(Files.readString(folder.resolve("mesh-trees.tsv")))
                .startsWith("# version: whole.tsv; sample.tsv\n")
                .endsWith("mesh:D900001\tBone\tA02.1\nmesh:D900002\tNew\tA02.3\n");
    }

    @Test
    void aDamagedTableLeavesTheVocabularyAsItWas() throws IOException {
        read("desc.xml", XML);
        String before = Files.readString(folder.resolve("mesh-trees.tsv"));
        assertThatThrownBy(() ->
                        read(
                                "t.tsv",
                                "DescriptorUI\tDescriptorName\ttree_location\nD900001\tBone\n"))
                .isInstanceOf(SourceFileException.class)
                .hasMessageContaining("t.tsv, line 2");
        assertThat(Files.readString(folder.resolve("mesh-trees.tsv"))).isEqualTo(before);
    }

    @Test
    void onlyMeshIsItsOwn() {
        assertThat(reads(XML)).isTrue();
        assertThat(reads("DescriptorUI\tDescriptorName\tx")).isTrue();
        assertThat(reads("id\tname")).isFalse();
        assertThat(reads("<PubmedArticleSet><x/>")).isFalse();
    }

    @Test
    void theRealTablesAreCountedInFull() throws IOException {
        for (String table : new String[] {"mesh2024_terms.tsv.gz", "mesh2024_trees.tsv.gz"}) {
            Path file = Literature.at("vocabulary/" + table);
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                new MeshReader(folder).read(Input.bytes(table, in.readAllBytes()), sink);
            }
        }
        assertThat(counted).containsEntry("mesh names", 30_764).containsEntry("mesh trees", 30_652);
    }

    private boolean reads(String words) {
        return new MeshReader(folder).reads(new Head("x", words.getBytes(StandardCharsets.UTF_8)));
    }
}

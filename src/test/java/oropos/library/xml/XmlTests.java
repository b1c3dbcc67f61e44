package oropos.library.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.library.Input;
import oropos.library.SourceFileException;

class XmlTests {

    private static final Duration QUICKLY = Duration.ofSeconds(20);

    private static List<Element> read(String xml) throws IOException {
        List<Element> found = new ArrayList<>();
        Xml.each(
                Input.bytes("h.xml", xml.getBytes(StandardCharsets.UTF_8)),
                Set.of("r"),
                Set.of("secret"),
                found::add);
        return found;
    }

    private static void refused(String xml, String... words) {
        Assertions.assertTimeoutPreemptively(
                QUICKLY,
                () ->
                        assertThatThrownBy(() -> read(xml))
                                .isInstanceOf(SourceFileException.class)
                                .hasMessageStartingWith("h.xml")
                                .hasMessageContainingAll(words)
                                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500)));
    }

    @Test
    void billionLaughsAreRefusedQuickly() {
        StringBuilder dtd = new StringBuilder("<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 30; i++) {
            String ten = ("&l" + (i - 1) + ";").repeat(10);
            dtd.append("<!ENTITY l").append(i).append(" \"").append(ten).append("\">");
        }
        refused("<!DOCTYPE r [" + dtd + "]><r>&l29;</r>", "entities of its own");
    }

    @Test
    void otherFilesAreNeverRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret words");
        refused(
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><r>&x;</r>",
                "entities of its own");
        refused(
                "<!DOCTYPE r [<!ENTITY % x SYSTEM \"" + secret.toUri() + "\"> %x;]><r/>",
                "entities of its own");
        Path dtd = Files.writeString(folder.resolve("x.dtd"), "<!ENTITY x \"the secret words\">");
        String outside = "<!DOCTYPE r SYSTEM \"" + dtd.toUri() + "\"><r>a &x; b</r>";
        assertThat(read(outside).getFirst().words()).isEqualTo("a &x; b");
    }

    @Test
    void addressesAreNeverFetched() {
        Assertions.assertTimeoutPreemptively(
                QUICKLY,
                () -> {
                    String url = "http://192.0.2.1/never.dtd";
                    assertThat(read("<!DOCTYPE r SYSTEM \"" + url + "\"><r>a</r>")).hasSize(1);
                    refused(
                            "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + url + "\">]><r>&x;</r>",
                            "entities of its own");
                });
    }

    @Test
    void endlessNestingIsRefused() {
        refused("<r>" + "<a>".repeat(100_000), "limit", "Depth limit (200)");
        refused("<x>".repeat(100_000), "limit", "Depth limit (200)");
    }

    @Test
    void endlessAttributesAreRefused() {
        StringBuilder many = new StringBuilder("<r ");
        for (int i = 0; i < 200_000; i++) {
            many.append('a').append(i).append("='' ");
        }
        refused(many + "/>", "ttribute");
        refused("<r a='" + "x".repeat(1_000_000) + "'/>", "ttribute");
    }

    @Test
    void endlessWordsAreRefused() {
        refused("<r>" + "x".repeat(Xml.MAX_RECORD_LENGTH + 1) + "</r>", "one record holds more");
        refused("<r>" + "<a/>".repeat(Xml.MAX_RECORD_ELEMENTS + 1) + "</r>", "one record holds");
    }

    @Test
    void unknownEntitiesStayAsWritten() throws IOException {
        Element r =
                read("<r t='&eacute;&foo;'>&nbsp;caf&eacute; &alpha;&foo; &amp; &#945;</r>")
                        .getFirst();
        assertThat(r.words()).isEqualTo("caf\u00e9 \u03b1&foo; & \u03b1");
    }

    @Test
    void thousandsOfBuiltInReferencesAreNoAttack() throws IOException {
        assertThat(read("<r>" + "&lt;".repeat(200_000) + "</r>").getFirst().words())
                .hasSize(200_000);
    }

    @Test
    void whatIsLeftOutIsNotBuilt() throws IOException {
        assertThat(read("<r>a<secret>b<c/></secret>d</r>").getFirst().words()).isEqualTo("ad");
    }

    @Test
    void prefixesAreDropped() throws IOException {
        Element r = read("<x:r xmlns:x='u' x:id=' 7 '><y:s>w</y:s></x:r>").getFirst();
        assertThat(r.attribute("id")).isEqualTo("7");
        assertThat(r.words("s")).isEqualTo("w");
    }

    @Test
    void damageNamesItsLineAfterWhatStoodBefore() {
        List<Element> found = new ArrayList<>();
        assertThatThrownBy(() ->
                        Xml.each(
                                Input.bytes(
                                        "d.xml", "<s><r/>\n<r>".getBytes(StandardCharsets.UTF_8)),
                                Set.of("r"),
                                Set.of(),
                                found::add))
                .isInstanceOf(SourceFileException.class)
                .hasMessageStartingWith("d.xml, line 2");
        assertThat(found).hasSize(1);
    }

    @Test
    void theRootIsKnownFromTheFirstBytes() {
        assertThat(root("<?xml version='1.0'?><!-- x --><!DOCTYPE a SYSTEM 'b'><x:a ")).isEmpty();
        assertThat(root("<?xml version='1.0'?><!-- x --><!DOCTYPE a SYSTEM 'b'><x:a><b"))
                .contains("a");
        assertThat(root("\ufeff<a/>")).contains("a");
        assertThat(root("no XML")).isEmpty();
        assertThat(root("")).isEmpty();
    }

    private static java.util.Optional<String> root(String words) {
        return Xml.root(words.getBytes(StandardCharsets.UTF_8));
    }
}

package oropos.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.terminology.AgeRange;
import oropos.terminology.Sex;

class LibraryTests {

    @TempDir Path folder;
    private Library library;

    @BeforeEach
    void open() {
        library = Shelf.open(folder, Library.Access.WRITE);
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void everyFieldComesBackAsItWasGiven() {
        Claim claim =
                new Claim(
                        Claim.Kind.RECOMMENDATION,
                        "drugs",
                        "about",
                        "pamidronate",
                        "placebo",
                        "pain",
                        Claim.Direction.NO_DIFFERENCE,
                        "consider",
                        "low",
                        new Population(
                                "girls",
                                AgeRange.years(5, 17),
                                Sex.FEMALE,
                                Population.Pregnancy.EXCLUDED,
                                List.of("osteogenesis imperfecta"),
                                List.of("D002648"),
                                true),
                        Map.of("mechanism", "lowEnergy"),
                        "Consider it",
                        34,
                        2,
                        true);
        Study study =
                new Study(
                        Design.RANDOMISED_TRIAL,
                        true,
                        "stated",
                        new Population("all", null, null, null, List.of(), List.of(), false),
                        77,
                        "rules 9");
        Record record =
                Record.of(new SourceId("guideline:x/y"), "guideline", "A title", TextKind.FULL_TEXT)
                        .authors(List.of("Simm PJ", "Biggin, A"))
                        .issuer("APEG")
                        .venue("J \"quoted\" 2018")
                        .year(2018)
                        .pmid("29504223")
                        .doi("10.1111/JPC.13768")
                        .pmcid("PMC1")
                        .url("https://example.org/a?b=c")
                        .licence("CC BY 4.0")
                        .language("de")
                        .types(List.of("Guideline"))
                        .mesh(List.of("Child", "Osteoporosis"))
                        .issuerGrade("USPSTF 2018: B")
                        .newerEdition("2024")
                        .published(LocalDate.of(2018, 3, 1))
                        .stated(study)
                        .part(
                                new Part(
                                        Passage.Role.BLOCK,
                                        List.of("Drugs", "Infusions"),
                                        "Consider it with care.",
                                        claim))
                        .build();

        Shelf.add(library, record);

        Version version = Shelf.only(library, record.id());
        Source source = version.source();
        assertThat(source)
                .isEqualTo(
                        new Source(
                                record.id(),
                                "guideline",
                                record.id(),
                                "A title",
                                List.of("Simm PJ", "Biggin, A"),
                                "APEG",
                                "J \"quoted\" 2018",
                                2018,
                                "29504223",
                                "10.1111/jpc.13768",
                                "PMC1",
                                "https://example.org/a?b=c",
                                "CC BY 4.0",
                                "de",
                                List.of("Guideline"),
                                List.of("Child", "Osteoporosis"),
                                "USPSTF 2018: B",
                                "2024",
                                LocalDate.of(2018, 3, 1),
                                TextKind.FULL_TEXT,
                                Standing.CURRENT,
                                null,
                                false));
        assertThat(version.study()).isEqualTo(study);
        assertThat(version.passages()).hasSize(2);
        Passage block = version.passages().get(1);
        assertThat(block.claim()).isEqualTo(claim);
        assertThat(block.headings()).containsExactly("Drugs", "Infusions");
        assertThat(block.role()).isEqualTo(Passage.Role.BLOCK);
    }

    @Test
    void theHashIsSha256OfTheTextAndEveryPassageStandsAtItsPlace() throws Exception {
        String words = "Naïve \uD83E\uDDB4 bone\u00A0\u00A0density.\n\n\nSecond  paragraph.";
        Shelf.add(library, Shelf.pubmed(1, "Title  of\nit", words).build());

        Version version = Shelf.only(library, SourceId.pmid("1"));
        assertThat(version.text())
                .isEqualTo("Title of it\n\nNaïve \uD83E\uDDB4 bone density.\n\nSecond paragraph.");
        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(version.text().getBytes(StandardCharsets.UTF_8));
        assertThat(version.hash()).isEqualTo(HexFormat.of().formatHex(digest));
        for (Passage passage : version.passages()) {
            assertThat(passage.text())
                    .isEqualTo(
                            version.text().substring(passage.span().start(), passage.span().end()));
        }
        assertThat(version.passages().getFirst().role()).isEqualTo(Passage.Role.TITLE);
    }

    @Test
    void addingTheSameAgainWritesNothing() {
        Record record = Shelf.pubmed(1, "Title", "Words of it.").build();
        assertThat(Shelf.add(library, record).added()).isEqualTo(1);
        Snapshot before = library.snapshot();
        long changes = totalChanges();

        Tally again = Shelf.add(library, record);

        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.added() + again.updated()).isZero();
        assertThat(library.snapshot()).isEqualTo(before);
        assertThat(totalChanges()).as("rows SQLite changed on this connection").isEqualTo(changes);
    }

    private long totalChanges() {
        return library.database().write(open -> Rows.number(open, "select total_changes()"));
    }

    @Test
    void aNewTextIsANewVersionAndTheOldOneStaysReadable() {
        SourceId id = SourceId.pmid("1");
        Shelf.add(library, Shelf.pubmed(1, "Title", "First words.").build());
        Version first = Shelf.only(library, id);

        Tally tally = Shelf.add(library, Shelf.pubmed(1, "Title", "Second words.").build());

        assertThat(tally.updated()).isEqualTo(1);
        Version second = Shelf.only(library, id);
        assertThat(second.hash()).isNotEqualTo(first.hash());
        assertThat(library.version(id, first.hash()).orElseThrow().text()).isEqualTo(first.text());
        Passage.Id old = first.passages().get(1).id();
        assertThat(library.held(List.of(old)).getFirst().passage().text())
                .isEqualTo("First words.");
        assertThat(library.status().versions()).isEqualTo(2);
        assertThat(library.snapshot().sources()).isEqualTo(1);
        assertThat(library.snapshot().passages()).isEqualTo(2);
    }

    @Test
    void aTextThatComesBackIsCurrentAgain() {
        SourceId id = SourceId.pmid("1");
        Record first = Shelf.pubmed(1, "Title", "First words.").build();
        Shelf.add(library, first);
        String hash = Shelf.only(library, id).hash();
        Shelf.add(library, Shelf.pubmed(1, "Title", "Second words.").build());

        Shelf.add(library, first);

        assertThat(Shelf.only(library, id).hash()).isEqualTo(hash);
        assertThat(Shelf.only(library, id).passages()).hasSize(2);
        assertThat(library.status().versions()).isEqualTo(2);
        assertThat(library.snapshot().sources()).isEqualTo(1);
        assertThat(library.snapshot().passages()).isEqualTo(2);
    }

    @Test
    void aChangedFieldReachesTheSourceAndKeepsTheVersion() {
        Shelf.add(library, Shelf.pubmed(1, "Title", "Words.").build());
        String hash = Shelf.only(library, SourceId.pmid("1")).hash();
        library.held(List.of(new Passage.Id(SourceId.pmid("1"), hash, 0))); // now it is in memory

        Shelf.add(
                library, Shelf.pubmed(1, "Title", "Words.").mesh(List.of("Osteoporosis")).build());

        Version version = Shelf.only(library, SourceId.pmid("1"));
        assertThat(version.hash()).isEqualTo(hash);
        assertThat(version.source().mesh()).containsExactly("Osteoporosis");
        Held held = library.held(List.of(new Passage.Id(SourceId.pmid("1"), hash, 0))).getFirst();
        assertThat(held.source().mesh()).containsExactly("Osteoporosis");
    }

    @Test
    void anIdAndFormIsOneSourceHoweverOftenItComesInOneFile() {
        Tally tally =
                Shelf.add(
                        library,
                        Shelf.pubmed(1, "Title", "First.").build(),
                        Shelf.pubmed(1, "Title", "Second.").build(),
                        Shelf.pubmed(1, "Title", "Third.").build());

        assertThat(tally.added()).isEqualTo(1);
        assertThat(tally.updated()).isEqualTo(2);
        assertThat(Shelf.only(library, SourceId.pmid("1")).text()).endsWith("Third.");
    }

    @Test
    void twoFormsOfOneIdStandSideBySide() {
        Record summary =
                Record.of(SourceId.pmid("1"), "starter", "Title", TextKind.SUMMARY_OF_PRIMARY)
                        .pmid("1")
                        .part(Passage.Role.BODY, List.of(), "Our words.")
                        .build();
        Shelf.add(library, summary, Shelf.pubmed(1, "Title", "Their words.").build());

        assertThat(library.current(SourceId.pmid("1")))
                .extracting(version -> version.source().form())
                .containsExactly("pubmed", "starter");
        assertThat(library.snapshot().sources()).isEqualTo(2);
        assertThat(library.status().works()).isEqualTo(1);
    }

    @Test
    void theSameTextInTwoFormsIsHeldOnceSoThatPassageIdsStayUnique() {
        Record other =
                Record.of(SourceId.pmid("1"), "medline", "Title", TextKind.ABSTRACT)
                        .part(Passage.Role.ABSTRACT, List.of(), "Words.")
                        .build();
        Shelf.add(library, Shelf.pubmed(1, "Title", "Words.").build());
        Tally tally = Shelf.add(library, other);
        Tally again = Shelf.add(library, other);

        assertThat(tally.added()).isEqualTo(1);
        assertThat(again.unchanged()).isEqualTo(1);
        List<Version> all = Shelf.current(library);
        assertThat(all).hasSize(1);
        Set<Passage.Id> ids = new HashSet<>();
        all.forEach(version -> version.passages().forEach(one -> ids.add(one.id())));
        assertThat(ids).hasSize(library.snapshot().passages());
    }

    @Test
    void heldKeepsTheOrderAskedForAndLeavesOutWhatItDoesNotKnow() {
        for (int i = 1; i <= 30; i++) {
            Shelf.add(library, Shelf.pubmed(i, "Title " + i, "Words of " + i + ".").build());
        }
        List<Passage.Id> ids = new ArrayList<>();
        for (int i = 30; i >= 1; i--) {
            ids.add(Shelf.only(library, SourceId.pmid("" + i)).passages().get(1).id());
        }
        List<Passage.Id> asked = new ArrayList<>(ids);
        asked.add(3, new Passage.Id(SourceId.pmid("999"), ids.getFirst().version(), 1));
        asked.add(5, new Passage.Id(ids.getFirst().source(), ids.getFirst().version(), 99));
        asked.add(7, new Passage.Id(ids.getFirst().source(), "0".repeat(64), 0));

        List<Held> held = library.held(asked);

        assertThat(held).extracting(one -> one.passage().id()).containsExactlyElementsOf(ids);
        assertThat(library.held(asked)).isEqualTo(held);
    }

    @Test
    void aSourceWithdrawnAtItsOriginIsNoLongerCurrentButStaysReadable() {
        Record record = Shelf.pubmed(1, "Title", "Words.").build();
        Shelf.add(library, record);
        Version version = Shelf.only(library, SourceId.pmid("1"));

        Tally tally = Shelf.add(library, sink -> sink.withdrawn(SourceId.pmid("1"), "pubmed"));

        assertThat(tally.withdrawn()).isEqualTo(1);
        assertThat(library.current(SourceId.pmid("1"))).isEmpty();
        assertThat(library.snapshot().sources()).isZero();
        assertThat(library.snapshot().passages()).isZero();
        assertThat(library.version(SourceId.pmid("1"), version.hash())).isPresent();
        assertThat(Shelf.add(library, record).updated()).isEqualTo(1);
        assertThat(Shelf.only(library, SourceId.pmid("1")).hash()).isEqualTo(version.hash());
    }

    @Test
    void anIndexThatFollowsChangesHoldsWhatAFreshOneWould() {
        Set<Passage.Id> index = new HashSet<>();
        long at = 0;
        Runnable[] steps = {
            () ->
                    Shelf.add(
                            library,
                            Shelf.pubmed(1, "One", "Words.").build(),
                            Shelf.pubmed(2, "Two", "Words.").build(),
                            Shelf.pubmed(3, "Three", "Words.").build()),
            () -> Shelf.add(library, Shelf.pubmed(2, "Two", "Other words.").build()),
            () -> Shelf.add(library, sink -> sink.withdrawn(SourceId.pmid("3"), "pubmed")),
            () -> Shelf.add(library, Shelf.pubmed(2, "Two", "Words.").build()),
            () -> Shelf.add(library, Shelf.pubmed("1", "One").build()),
            () ->
                    Shelf.add(
                            library,
                            Shelf.pubmed("4", "Four and more")
                                    .part(Passage.Role.BODY, List.of(), "a")
                                    .part(Passage.Role.BODY, List.of(), "b")
                                    .build()),
            () ->
                    Shelf.add(
                            library,
                            Shelf.pubmed("4", "Four and more")
                                    .part(Passage.Role.BODY, List.of(), "a\n\nb")
                                    .build()),
        };
        for (Runnable step : steps) {
            step.run();
            at =
                    library.changedSince(
                                    at,
                                    index::remove,
                                    version ->
                                            version.passages().forEach(one -> index.add(one.id())))
                            .number();
            Set<Passage.Id> fresh = new HashSet<>();
            Shelf.current(library)
                    .forEach(version -> version.passages().forEach(one -> fresh.add(one.id())));
            assertThat(index).isEqualTo(fresh).hasSize(library.snapshot().passages());
        }
        List<Passage.Id> nothing = new ArrayList<>();
        library.changedSince(
                at, nothing::add, version -> nothing.add(version.passages().getFirst().id()));
        assertThat(nothing).isEmpty();
    }

    @Test
    void snapshotsCountUpAndCarryTheDayOfTheImport() {
        assertThat(library.snapshot().number()).isZero();
        Shelf.add(library, Shelf.pubmed(1, "Title", "Words.").build());
        Snapshot first = library.snapshot();
        assertThat(first.date()).isEqualTo(LocalDate.of(2026, 11, 30));
        Shelf.add(library, Shelf.pubmed(2, "Title", "Words.").build());
        assertThat(library.snapshot().number()).isEqualTo(first.number() + 1);
    }

    @Test
    void whatWasSkippedIsCountedListedAndKept() {
        Tally tally =
                Shelf.add(
                        library,
                        sink -> {
                            for (int i = 0; i < 30; i++) {
                                sink.skipped("a.xml, record " + i, "no title");
                            }
                            sink.skipped("b.xml", "not XML");
                        });

        assertThat(tally.skipped()).isEqualTo(31);
        assertThat(tally.reasons()).containsEntry("no title", 30).containsEntry("not XML", 1);
        assertThat(tally.first()).hasSize(Tally.SHOWN).contains("a.xml, record 0: no title");
        assertThat(library.status().skipped()).isEqualTo(31);
        assertThat(library.snapshot().number()).isZero();
    }

    @Test
    void aReaderThatFailsStopsNothingElse() throws Exception {
        Path bad = Shelf.write(folder, "in/a.md", "---\ntitle: [\n---\n");
        Path good =
                Shelf.write(
                        folder,
                        "in/b.md",
                        "---\ntitle: Care of fractures\nissuer: St M\ndesign: practice guideline\n---\nWords.\n");
        Path other = Shelf.write(folder, "in/c.bin", "\0\1\2");

        Tally tally =
                library.add(List.of(bad, good, other, folder.resolve("none.xml")), Progress.none());

        assertThat(tally.added()).isEqualTo(1);
        assertThat(tally.skipped()).isEqualTo(3);
        assertThat(String.join("\n", tally.first()))
                .contains("a.md, line")
                .contains("c.bin: it is a binary file")
                .contains("none.xml: there is no such file");
    }

    @Test
    void statusCountsWhatIsHeld() {
        Shelf.add(
                library,
                Shelf.pubmed(1, "Title", "Words.").truncated("abstract cut").build(),
                Shelf.pubmed(2, "RETRACTED: Title", "Words.").language("de").build());

        Status status = library.status();

        assertThat(status.forms()).containsOnly(Map.entry("pubmed", 2));
        assertThat(status.standings()).containsEntry("current", 1).containsEntry("retracted", 1);
        assertThat(status.languages()).containsEntry("en", 1).containsEntry("de", 1);
        assertThat(status.textKinds()).containsEntry("abstract", 2);
        assertThat(status.designs()).containsEntry("design not stated", 2);
        assertThat(status.truncations()).containsEntry("abstract cut", 1);
        assertThat(status.works()).isEqualTo(2);
    }

    @Test
    void wordsThatWereLeftMayComeBackInAnotherForm() {
        Shelf.add(library, Shelf.pubmed(1, "Title", "First words.").build());
        Shelf.add(library, Shelf.pubmed(1, "Title", "Second words.").build());
        Shelf.add(
                library,
                Record.of(SourceId.pmid("1"), "jats", "Title", TextKind.ABSTRACT)
                        .pmid("1")
                        .part(Passage.Role.ABSTRACT, List.of(), "First words.")
                        .build());

        assertThat(library.current(SourceId.pmid("1")))
                .extracting(version -> version.source().form())
                .containsExactly("jats", "pubmed");
    }
}

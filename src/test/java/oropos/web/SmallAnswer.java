package oropos.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.Answer.Basis;
import oropos.answer.Answer.BottomLine;
import oropos.answer.Answer.Branch;
import oropos.answer.Answer.Card;
import oropos.answer.Answer.CertaintyView;
import oropos.answer.Answer.Citation;
import oropos.answer.Answer.Conflict;
import oropos.answer.Answer.FalsePremise;
import oropos.answer.Answer.FitView;
import oropos.answer.Answer.Outcome;
import oropos.answer.Answer.Part;
import oropos.answer.Answer.Receipt;
import oropos.answer.Answer.Reference;
import oropos.answer.Answer.Section;
import oropos.answer.Answer.Side;
import oropos.answer.Answer.Statement;
import oropos.answer.Answer.Unknown;
import oropos.answer.Answer.UrgentSign;
import oropos.answer.UnderstoodView;
import oropos.answer.UnderstoodView.FindingView;
import oropos.answer.UnderstoodView.PatientView;
import oropos.library.Version;
import oropos.question.Reader;

/// An answer with everything an answer can hold, over the texts of [SmallRoom].
final class SmallAnswer {

    private static final CertaintyView LOW =
            new CertaintyView("low", true, List.of("-1 imprecision: 40 people, 5 events"));
    private static final CertaintyView UNRATED = new CertaintyView("notRated", true, List.of());

    private final SmallRoom room;
    private int statements;

    SmallAnswer(SmallRoom room) {
        this.room = room;
    }

    /// The same under another title, so that it becomes an article of its own.
    Answer titled(String asked, String title) {
        Answer of = about(asked, Reader.PHYSICIAN);
        return new Answer(
                of.schema(),
                of.id(),
                of.asked(),
                title,
                of.understood(),
                of.urgent(),
                of.premises(),
                of.outcome(),
                of.bottomLine(),
                of.sections(),
                of.adultOrIndirect(),
                of.conflicts(),
                of.notTold(),
                of.references(),
                of.direction(),
                of.confidence(),
                of.basis(),
                of.tellings(),
                of.wording(),
                of.parts(),
                null,
                of.receipt());
    }

    Answer about(String asked, Reader reader) {
        boolean now = asked.contains("emergency");
        boolean nothing = asked.contains("nothing");
        return new Answer(
                Answer.SCHEMA,
                null,
                asked,
                asked.startsWith("<") || asked.length() > 500
                        ? asked
                        : "Treatment of condition B in an 8-year-old",
                understanding(reader),
                urgent(now),
                List.of(
                        new FalsePremise(
                                "p1",
                                "term",
                                "borderline B",
                                "“Borderline B” is not a category in children. Condition B is"
                                        + " confirmed by two tests or it is not there.",
                                List.of(cite(1, "pmid:10000001", "confirmed by two tests")))),
                nothing
                        ? new Outcome(
                                "abstained",
                                "nothingFound",
                                "Nothing in this library answers this question.",
                                List.of("Treatment A for condition B"))
                        : new Outcome("answered", null, null, List.of()),
                nothing ? empty() : bottomLine(),
                nothing ? List.of(missing()) : sections(),
                nothing ? List.of() : List.of(adults()),
                nothing ? List.of() : List.of(conflict()),
                List.of(
                        new Unknown("mechanism", "How it began", "How did it begin?", true),
                        new Unknown("levelC", "Level C", "What was level C, and when?", null)),
                references(),
                null,
                null,
                new Basis(
                        52,
                        31,
                        3,
                        new TreeMap<>(Map.of("other population", 11, "superseded", 6)),
                        Map.of(),
                        "2026-11-21",
                        "Words and meaning, fused; weighed by rule; every sentence checked.",
                        List.of("Languages other than English were not searched."),
                        new TreeMap<>(Map.of("premises", "3", "urgent signs", "5"))),
                new Receipt(
                        SmallRoom.sha256("answer"),
                        SmallRoom.sha256("content"),
                        SmallRoom.sha256("evidence"),
                        SmallRoom.sha256("surroundings"),
                        "g1",
                        "r1",
                        "2026-11-21",
                        List.of(),
                        "MCowBQYDK2VwAyEA",
                        "c2lnbmF0dXJl"));
    }

    private UnderstoodView understanding(Reader reader) {
        return new UnderstoodView(
                new PatientView(
                        new UnderstoodView.AgeView(8, "a"),
                        "8 years",
                        List.of("D002648"),
                        null,
                        null,
                        null,
                        Map.of()),
                "therapy",
                reader.code(),
                List.of(
                        new FindingView(
                                "oropos:b", "condition B", "B", "present", List.of("T11"), null),
                        new FindingView("oropos:g", "fever", "fever", "negated", List.of(), null)),
                List.of(),
                List.of(),
                List.of(),
                List.of("frobnicate"),
                List.of(new UnderstoodView.RemovedView("name", "[name]")));
    }

    private List<UrgentSign> urgent(boolean now) {
        List<UrgentSign> signs = new ArrayList<>();
        signs.add(
                new UrgentSign(
                        "u2",
                        "urgent",
                        "Weight loss was mentioned.",
                        "Arrange a review within two weeks.",
                        null,
                        "lost weight",
                        false,
                        List.of()));
        signs.add(
                new UrgentSign(
                        "u1",
                        "sameDay",
                        "Condition B can be the first sign of another disease.",
                        "Look for a cause today.",
                        "A fuller explanation of why it matters.",
                        "condition B",
                        false,
                        List.of(
                                say(
                                        "pmid:10000001",
                                        1,
                                        "It should not be started before level C has been measured"))));
        if (now) {
            signs.add(
                    new UrgentSign(
                            "u0",
                            "now",
                            "New weakness can mean pressure on a nerve.",
                            "Call the emergency number or go to the nearest emergency department.",
                            "Do not wait for an appointment.",
                            "cannot walk",
                            false,
                            List.of(adults())));
        }
        return signs;
    }

    private BottomLine bottomLine() {
        Citation may =
                cite(
                        1,
                        "pmid:10000001",
                        "Treatment A may be considered where condition B has been confirmed by two tests");
        Citation not =
                cite(
                        1,
                        "pmid:10000001",
                        "It should not be started before level C has been measured");
        Statement lead =
                statement(
                        List.of(
                                new Part("span", may.quote(), 1, null),
                                new Part("insertion", ". ", null, "stop"),
                                new Part("span", not.quote(), 1, null),
                                new Part("insertion", ".", null, "stop")),
                        "consider",
                        LOW,
                        may,
                        not);
        return new BottomLine(
                List.of(lead),
                List.of(
                        new Branch(
                                "If it began after a fall",
                                List.of(
                                        say(
                                                "pmid:10000001",
                                                1,
                                                "Monitoring is advised every year"))),
                        new Branch(
                                "If it began by itself",
                                List.of(say("pmid:10000001", 1, "confirmed by two tests")))),
                new Card(
                        List.of(
                                say(
                                        "starter:TRIAL7",
                                        2,
                                        "Event D happened in 1 of 20 people given treatment A and in 4 of 20 given placebo after a year")),
                        List.of(say("starter:TRIAL7", 2, "Reaction E followed 5 of 60 doses")),
                        "low",
                        "40 people, 5 events",
                        "indirect: children, with another cause",
                        List.of(),
                        List.of("how it began", "level C"),
                        "2019"));
    }

    private static BottomLine empty() {
        return new BottomLine(
                List.of(),
                List.of(),
                new Card(List.of(), List.of(), "not rated", "", "", List.of(), List.of(), ""));
    }

    private List<Section> sections() {
        return List.of(
                new Section(
                        "drugs",
                        "Drugs",
                        List.of(say("pmid:10000001", 1, "Treatment A may be considered"), joined()),
                        null),
                missing(),
                new Section(
                        "monitoring",
                        "Monitoring",
                        List.of(say("pmid:10000001", 1, "Monitoring is advised every year")),
                        "Intervals longer than a year: not found in this library."));
    }

    private static Section missing() {
        return new Section(
                "nonDrug",
                "Without drugs",
                List.of(),
                "Rest, splints, physiotherapy: not found in this library.");
    }

    /// Two clauses of two works, joined, each with its own mark.
    private Statement joined() {
        Citation one = cite(1, "pmid:10000001", "Monitoring is advised every year");
        Citation two = cite(2, "starter:TRIAL7", "Reaction E followed 5 of 60 doses");
        return statement(
                List.of(
                        new Part("span", one.quote(), 1, null),
                        new Part("insertion", "; ", null, "semicolon"),
                        new Part("span", two.quote(), 2, null)),
                null,
                UNRATED,
                one,
                two);
    }

    private Statement adults() {
        return say("doi:10.1234/adults.b", 3, "treatment F shortened pain by two days");
    }

    private Conflict conflict() {
        return new Conflict(
                "Pain after a week",
                List.of(
                        new Side("Less pain", List.of(adults())),
                        new Side(
                                "No difference",
                                List.of(
                                        say(
                                                "starter:TRIAL7",
                                                2,
                                                "Reaction E followed 5 of 60 doses")))));
    }

    private Statement say(String source, int mark, String words) {
        Citation citation = cite(mark, source, words);
        return statement(List.of(new Part("span", words, mark, null)), null, LOW, citation);
    }

    private Statement statement(
            List<Part> parts,
            @Nullable String strength,
            CertaintyView certainty,
            Citation... citations) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return new Statement(
                "s" + ++statements,
                "quote",
                text.toString(),
                parts,
                strength,
                certainty,
                Arrays.asList(citations));
    }

    Citation cite(int mark, String source, String words) {
        Version version = room.only(source);
        int start = version.text().indexOf(words);
        if (start < 0) {
            throw new IllegalArgumentException("\"" + words + "\" is not in " + source);
        }
        return new Citation(
                mark,
                source,
                source,
                version.hash(),
                start,
                start + words.length(),
                words,
                SmallRoom.sha256(words),
                version.source().textKind().code(),
                (version.source().textKind().isSummary() ? "Oropos's summary of " : "")
                        + "Doe et al., J Examples 2019",
                mark == 3
                        ? new FitView("indirect", "asked about 8 years, studied in adults")
                        : new FitView(mark == 2 ? "unstated" : "direct", null));
    }

    private List<Reference> references() {
        return List.of(
                reference(1, "pmid:10000001"),
                reference(2, "starter:TRIAL7"),
                reference(3, "doi:10.1234/adults.b"));
    }

    private Reference reference(int mark, String id) {
        Version version = room.only(id);
        var source = version.source();
        return new Reference(
                mark,
                id,
                id,
                version.study().design().group().heading(),
                source.title(),
                source.authors(),
                null,
                source.venue(),
                source.year(),
                source.pmid(),
                source.doi(),
                null,
                source.url(),
                version.study().design().words(),
                true,
                mark == 3 ? "adults" : "children and adolescents",
                cite(mark, id, source.title().substring(0, 10)).fit(),
                40,
                mark,
                source.standing().code(),
                source.standingNote(),
                source.textKind().code(),
                mark == 1 ? "B" : null,
                mark == 1 ? "2024 edition known, not held" : null);
    }
}

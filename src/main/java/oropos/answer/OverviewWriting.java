package oropos.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Evidence;
import oropos.appraisal.EvidenceTable;
import oropos.appraisal.PopulationFit;
import oropos.library.Claim;
import oropos.question.ClinicalQuestion;
import oropos.terminology.Span;

/// Sets an overview that people wrote as an answer: the same statements, citations, certainty and
/// directness as of any other, but chosen and ordered by them.
///
/// Nothing is added but what the closed list of [Connectives] asks for: whom the first sentence is about, a
/// full stop, a maximum that is not stated.
final class OverviewWriting {

    static final String METHOD =
            "Board overview: editors chose every sentence; each is an exact span of a stored text, checked again against the record.";

    private final EvidenceTable table;
    private final Marks marks = new Marks();
    private int made;

    OverviewWriting(EvidenceTable table) {
        this.table = table;
    }

    /// @param places where each line's words stand, in the order of the lines
    Draft write(OverviewText text, List<Composer.Chosen> places, LocalDate asOf, int sources) {
        ClinicalQuestion question = table.question();
        List<Answer.Statement> lead = new ArrayList<>();
        Map<String, List<Answer.Statement>> sections = new LinkedHashMap<>();
        Map<String, String> keys = new LinkedHashMap<>();
        Map<String, Answer.Statement> same = new LinkedHashMap<>();
        Evidence bearing = null;
        for (int i = 0; i < places.size(); i++) {
            OverviewText.Line line = text.lines().get(i);
            Composer.Chosen place = places.get(i);
            Evidence row = place.row();
            if (line.atHead()) {
                lead.add(statement(place, lead.isEmpty() ? connective(row) : null));
                bearing = bearing == null ? row : bearing;
            } else {
                String at = row.source().id() + "@" + row.version() + "/" + place.span();
                keys.putIfAbsent(line.heading(), line.key());
                sections.computeIfAbsent(line.heading(), any -> new ArrayList<>())
                        .add(same.computeIfAbsent(at, any -> statement(place, null)));
            }
        }
        Map<String, String> rules = new TreeMap<>();
        rules.put("question", question.rules());
        rules.put("appraisal", table.rules());
        rules.put(OverviewText.RULES, OverviewText.VERSION);
        return new Draft(
                new Answer(
                        Answer.SCHEMA,
                        null,
                        text.title(),
                        text.title(),
                        Views.of(question),
                        question.urgent().stream().map(Views::of).toList(),
                        question.premises().stream().map(one -> Views.of(one, List.of())).toList(),
                        new Answer.Outcome("answered", null, null, List.of()),
                        new Answer.BottomLine(lead, List.of(), card(bearing, asOf)),
                        sections.entrySet().stream()
                                .map(one ->
                                        new Answer.Section(
                                                keys.getOrDefault(one.getKey(), "evidence"),
                                                one.getKey(),
                                                one.getValue(),
                                                null))
                                .toList(),
                        List.of(),
                        List.of(),
                        List.of(),
                        marks.references(),
                        null,
                        null,
                        new Answer.Basis(
                                sources,
                                marks.references().size(),
                                marks.references().size(),
                                new TreeMap<>(),
                                new TreeMap<>(),
                                asOf.toString(),
                                METHOD,
                                Basing.LIMITS,
                                rules),
                        null),
                table);
    }

    private Answer.Card card(@Nullable Evidence bearing, LocalDate asOf) {
        Answer.FitView fit = bearing == null ? null : Weighings.fit(bearing.fit());
        return new Answer.Card(
                List.of(),
                List.of(),
                bearing == null ? "not reported" : bearing.certainty().level().words(),
                bearing == null ? "" : String.join("; ", bearing.certainty().reasons()),
                fit == null
                        ? "not reported"
                        : fit.kind() + (fit.difference() == null ? "" : ": " + fit.difference()),
                List.of(),
                List.of(),
                "evidence to " + asOf);
    }

    private static @Nullable String connective(Evidence row) {
        return switch (row.fit()) {
            case PopulationFit.Direct() -> null;
            case PopulationFit.Indirect(String _, PopulationFit.Gap gap, var _) ->
                    gap == PopulationFit.Gap.ADULT_FOR_CHILD ? "fromAdults" : "onlyIndirect";
            case PopulationFit.Unstated() -> "unstated";
        };
    }

    private Answer.Statement statement(Composer.Chosen place, @Nullable String connective) {
        Evidence row = place.row();
        Span span = place.span();
        String words =
                new Span(
                                span.start() - row.passage().span().start(),
                                span.end() - row.passage().span().start())
                        .of(row.passage().text());
        Answer.Citation citation = marks.cite(row, span, words);
        List<Answer.Part> parts = new ArrayList<>();
        if (connective != null) {
            parts.add(insertion(connective));
        }
        parts.add(new Answer.Part("span", words, citation.mark(), null));
        if (!words.matches("(?s).*[.!?)\"]\\s*")) {
            parts.add(insertion("stop"));
        }
        if (CompleteDose.lacksMaximum(words)) {
            parts.add(insertion("noMaximum"));
        }
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        Claim claim = row.passage().claim();
        return new Answer.Statement(
                "s" + ++made,
                Marks.isSummary(citation.textKind()) ? "template" : "quote",
                text.toString(),
                parts,
                claim == null || claim.strength() == null || claim.strength().isBlank()
                        ? null
                        : claim.strength(),
                Weighings.certainty(row.certainty()),
                List.of(citation));
    }

    private static Answer.Part insertion(String connective) {
        return new Answer.Part("insertion", Connectives.words(connective), null, connective);
    }
}

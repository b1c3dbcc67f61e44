package oropos.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.answer.OverviewText;
import oropos.answer.UnderstoodView;
import oropos.verification.Receipts;

/// Reads out of an answer what decisions are about: its claims under their numbers, its tellings, its
/// risks, and the hashes that an approval pins.
final class Contents {

    /// The professional's telling: the statements themselves.
    static final String PROFESSIONAL = "professional";

    private Contents() {}

    /// @param numbers the numbers claims have had in this article so far, by their key; new claims are
    ///     added to it
    static Content of(Answer answer, Map<String, Integer> numbers) {
        Receipts.Hashes hashes = Receipts.hashes(answer);
        Map<String, Answer.Statement> statements = statements(answer);
        Set<String> head = bottomLine(answer);
        List<NumberedClaim> claims = new ArrayList<>();
        int next = numbers.values().stream().mapToInt(n -> n).max().orElse(0);
        for (Answer.Statement statement : statements.values()) {
            String key = key(statement);
            Integer known = numbers.get(key);
            int number = known == null ? ++next : known;
            numbers.put(key, number);
            if (claims.stream().anyMatch(one -> one.number() == number)) {
                continue;
            }
            claims.add(
                    new NumberedClaim(
                            number,
                            statement.id(),
                            fingerprint(statement, answer),
                            head.contains(statement.id()),
                            statement.citations().stream()
                                    .map(Answer.Citation::work)
                                    .distinct()
                                    .toList()));
        }
        return new Content(
                hashes.content(),
                hashes.evidence(),
                AnswerJson.hash(new TreeMap<>(answer.basis().rules())),
                Risk.of(answer, statements.values()),
                claims,
                sources(answer, claims),
                tellings(answer, hashes.content()),
                OverviewText.isIn(answer) ? true : null);
    }

    private static List<CitedSource> sources(Answer answer, List<NumberedClaim> claims) {
        List<CitedSource> sources = new ArrayList<>();
        for (Answer.Reference reference : answer.references()) {
            List<NumberedClaim> resting =
                    claims.stream().filter(one -> one.works().contains(reference.work())).toList();
            sources.add(
                    new CitedSource(
                            reference.work(),
                            reference.source(),
                            reference.title(),
                            reference.standing(),
                            resting.size(),
                            resting.stream().anyMatch(NumberedClaim::bottomLine),
                            reference.year() == null ? 0 : reference.year(),
                            reference.textKind()));
        }
        return sources;
    }

    /// Names of what an answer is about.
    static List<String> subjects(Answer answer) {
        Set<String> names = new LinkedHashSet<>();
        UnderstoodView understood = answer.understood();
        Stream.of(
                        understood.problems(),
                        understood.drugs(),
                        understood.procedures(),
                        understood.tests())
                .flatMap(List::stream)
                .filter(one -> !one.assertion().equals("negated"))
                .forEach(one -> names.add(one.name()));
        return List.copyOf(names);
    }

    /// Every statement once, in reading order.
    static Map<String, Answer.Statement> statements(Answer answer) {
        Map<String, Answer.Statement> all = new LinkedHashMap<>();
        Answer.BottomLine line = answer.bottomLine();
        add(line.lead(), all);
        line.branches().forEach(branch -> add(branch.statements(), all));
        add(line.card().benefit(), all);
        add(line.card().harm(), all);
        add(line.card().decides(), all);
        answer.urgent().forEach(sign -> add(sign.statements(), all));
        answer.sections().forEach(section -> add(section.statements(), all));
        add(answer.adultOrIndirect(), all);
        answer.conflicts().forEach(one -> one.sides().forEach(side -> add(side.statements(), all)));
        return all;
    }

    private static void add(Collection<Answer.Statement> some, Map<String, Answer.Statement> all) {
        some.forEach(one -> all.putIfAbsent(one.id(), one));
    }

    /// Ids of the statements that stand at the head or in the card.
    static Set<String> bottomLine(Answer answer) {
        Set<String> ids = new LinkedHashSet<>();
        Answer.BottomLine line = answer.bottomLine();
        line.lead().forEach(one -> ids.add(one.id()));
        line.branches().forEach(branch -> branch.statements().forEach(one -> ids.add(one.id())));
        line.card().benefit().forEach(one -> ids.add(one.id()));
        line.card().harm().forEach(one -> ids.add(one.id()));
        line.card().decides().forEach(one -> ids.add(one.id()));
        return ids;
    }

    /// What keeps a claim's number through versions: its words and where they come from, whatever the
    /// version of the text around them.
    static String key(Answer.Statement statement) {
        StringBuilder key = new StringBuilder(statement.text());
        statement.citations().stream()
                .map(one -> one.work() + " " + one.hash())
                .sorted()
                .forEach(one -> key.append('\n').append(one));
        return AnswerJson.sha256(key.toString());
    }

    /// What somebody signs who signs a claim: its words, its exact spans, for whom, how sure, under
    /// which rules.
    private static String fingerprint(Answer.Statement statement, Answer answer) {
        UnderstoodView.PatientView patient = answer.understood().patient();
        Map<String, Object> all = new TreeMap<>();
        all.put("text", statement.text());
        all.put(
                "spans",
                statement.citations().stream()
                        .map(one ->
                                one.source()
                                        + "@"
                                        + one.version()
                                        + ":"
                                        + one.start()
                                        + "-"
                                        + one.end()
                                        + " "
                                        + one.fit().kind()
                                        + " "
                                        + one.fit().difference())
                        .sorted()
                        .toList());
        all.put("strength", String.valueOf(statement.strength()));
        all.put("certainty", statement.certainty());
        all.put(
                "people",
                List.of(
                        patient.ageGroups(),
                        String.valueOf(patient.sex()),
                        String.valueOf(patient.pregnant()),
                        String.valueOf(patient.lactating())));
        all.put("rules", new TreeMap<>(answer.basis().rules()));
        return AnswerJson.hash(all);
    }

    private static Map<String, String> tellings(Answer answer, String content) {
        Map<String, String> tellings = new TreeMap<>();
        tellings.put(PROFESSIONAL, AnswerJson.sha256(PROFESSIONAL + "\n" + content));
        Map<String, List<Answer.Telling>> told = answer.tellings();
        if (told != null) {
            told.forEach((reader, lines) -> tellings.put(reader, AnswerJson.hash(lines)));
        }
        return tellings;
    }
}

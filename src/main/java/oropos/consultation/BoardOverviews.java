package oropos.consultation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.library.Beneath;
import oropos.library.Library;
import oropos.library.Passage;
import oropos.library.SourceId;
import oropos.library.Version;
import oropos.retrieval.Candidate;
import oropos.retrieval.Findings;

/// What overviews of the board add to an answer: they lead to the sources beneath them, and are named
/// where a statement of theirs is said.
///
/// An overview is found like a source and is none. What it leads to is weighed by its own design, people and
/// standing, as if the search had found it there; so an overview can bring evidence, and never strengthen it.
final class BoardOverviews {

    private final Library library;

    BoardOverviews(Library library) {
        this.library = library;
    }

    /// The findings with the passages beneath every overview that was found.
    ///
    /// @param only sources that may be answered from, or null for all
    Findings leadingOn(Findings findings, @Nullable Set<SourceId> only) {
        List<Candidate> overviews =
                findings.candidates().stream().filter(BoardOverviews::isOverview).toList();
        if (overviews.isEmpty()) {
            return findings;
        }
        Set<String> known = new LinkedHashSet<>();
        findings.candidates().forEach(one -> known.add(one.passage().toString()));
        List<Candidate> all = new ArrayList<>(findings.candidates());
        for (Candidate overview : overviews) {
            Optional<Beneath> beneath = passage(overview.passage()).flatMap(Beneath::of);
            if (beneath.isEmpty() || (only != null && !only.contains(beneath.get().source()))) {
                continue;
            }
            // a former text of a source is not led to: its present text is found by itself
            library.current(beneath.get().source()).stream()
                    .filter(one -> one.hash().equals(beneath.get().version()))
                    .flatMap(one -> one.passages().stream())
                    .filter(one -> one.span().start() <= beneath.get().span().start())
                    .filter(one -> beneath.get().span().end() <= one.span().end())
                    .map(Passage::id)
                    .filter(id -> known.add(id.toString()))
                    .forEach(id ->
                            all.add(
                                    new Candidate(
                                            id,
                                            all.size() + 1,
                                            0,
                                            overview.coverage(),
                                            Double.NaN,
                                            List.of("a board overview rests on it"))));
        }
        return new Findings(
                all,
                findings.sourcesSearched(),
                findings.sourcesFound(),
                findings.generation(),
                findings.recipe());
    }

    /// The answer, naming each overview found that holds one of its statements.
    Answer named(Answer answer, Findings findings) {
        Map<String, Version> found = new LinkedHashMap<>();
        for (Candidate one : findings.candidates()) {
            if (isOverview(one)) {
                library.version(one.passage().source(), one.passage().version())
                        .ifPresent(version -> found.put(version.source().id().value(), version));
            }
        }
        List<Answer.BoardOverview> named = new ArrayList<>();
        for (Version version : found.values()) {
            List<Beneath> beneath =
                    version.passages().stream().flatMap(one -> Beneath.of(one).stream()).toList();
            List<String> held =
                    answer.statements().stream()
                            .filter(one ->
                                    one.citations().stream()
                                            .anyMatch(citation -> isAt(beneath, citation)))
                            .map(Answer.Statement::id)
                            .toList();
            if (!held.isEmpty()) {
                named.add(
                        new Answer.BoardOverview(
                                version.source().id().value(),
                                version.hash(),
                                version.source().title(),
                                version.source().published() == null
                                        ? null
                                        : version.source().published().toString(),
                                held));
            }
        }
        return named.isEmpty() ? answer : answer.withOverviews(named);
    }

    private static boolean isAt(List<Beneath> beneath, Answer.Citation citation) {
        return beneath.stream()
                .anyMatch(one ->
                        one.isAt(
                                citation.source(),
                                citation.version(),
                                citation.start(),
                                citation.end()));
    }

    private static boolean isOverview(Candidate candidate) {
        return candidate.passage().source().scheme().equals(Beneath.FORM);
    }

    private Optional<Passage> passage(Passage.Id id) {
        return library.held(List.of(id)).stream().findFirst().map(one -> one.passage());
    }
}

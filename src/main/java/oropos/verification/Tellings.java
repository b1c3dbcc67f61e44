package oropos.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import oropos.answer.Answer;
import oropos.answer.ModelReply;
import oropos.answer.ModelTask;
import oropos.answer.TellingWords;
import oropos.terminology.Terminology;
import oropos.verification.StatementCheck.Finding;

/// Whether what a language model tells is what the statements say: sentence by sentence, what does
/// not hold is left out and the statement stands there as it is.
///
/// Every statement told was checked before; here only the telling is. A sentence holds if
/// [Alignment] finds every letter of it and [ToldFacts] reads the same facts out of it, in a place
/// where its statements stand, each told once.
final class Tellings {

    private final Alignment alignment;
    private final ToldFacts facts;

    Tellings(Terminology terminology) {
        this.alignment = new Alignment(terminology);
        this.facts = new ToldFacts(terminology);
    }

    /// @param told sentences that hold, place by place in the order of the answer
    /// @param failed how many did not, by reason
    record Telling(List<Answer.Told> told, Map<String, Integer> failed) {}

    /// Checks what a model proposes.
    ///
    /// @param sent ids of the statements it was given: others it cannot tell
    Telling of(Answer answer, List<ModelReply.Sentence> proposed, Set<String> sent) {
        Map<String, List<Answer.Told>> held = new LinkedHashMap<>();
        Map<String, Set<String>> done = new HashMap<>();
        Map<String, Integer> failed = new TreeMap<>();
        Map<String, ModelTask.Place> places = places(answer);
        for (ModelReply.Sentence sentence : proposed) {
            Set<String> told = done.computeIfAbsent(sentence.place(), place -> new HashSet<>());
            Checked checked =
                    sent.containsAll(sentence.statements())
                            ? check(
                                    answer,
                                    places.get(sentence.place()),
                                    sentence.statements(),
                                    sentence.text(),
                                    told)
                            : new Checked.Fails(
                                    new Finding("unknown", "it tells what was not sent"));
            switch (checked) {
                case Checked.Holds(List<Answer.ToldPart> parts) -> {
                    told.addAll(sentence.statements());
                    held.computeIfAbsent(sentence.place(), place -> new ArrayList<>())
                            .add(
                                    new Answer.Told(
                                            sentence.place(),
                                            sentence.text(),
                                            sentence.statements(),
                                            parts));
                }
                case Checked.Fails(Finding finding) ->
                        failed.merge(finding.code(), 1, Integer::sum);
            }
        }
        List<Answer.Told> all = new ArrayList<>();
        places.forEach((key, place) -> {
            List<Answer.Told> here = held.getOrDefault(key, List.of());
            Optional<Finding> wrong = whole(place, here);
            if (wrong.isEmpty()) {
                all.addAll(here);
            } else {
                failed.merge(wrong.get().code(), here.size(), Integer::sum);
            }
        });
        return new Telling(List.copyOf(all), failed);
    }

    private sealed interface Checked {
        record Holds(List<Answer.ToldPart> parts) implements Checked {}

        record Fails(Finding finding) implements Checked {}
    }

    private static Map<String, ModelTask.Place> places(Answer answer) {
        Map<String, ModelTask.Place> places = new LinkedHashMap<>();
        ModelTask.all(answer).forEach(place -> places.putIfAbsent(place.key(), place));
        return places;
    }

    /// @param before ids already told at this place
    private Checked check(
            Answer answer,
            ModelTask.@org.jspecify.annotations.Nullable Place place,
            List<String> ids,
            String text,
            Set<String> before) {
        if (place == null
                || ids.isEmpty()
                || ids.size() > ModelReply.MOST_JOINED
                || new HashSet<>(ids).size() < ids.size()) {
            return fails("unknown", "it tells nothing that stands there");
        }
        List<Answer.Statement> statements = new ArrayList<>();
        for (String id : ids) {
            Optional<Answer.Statement> one =
                    place.statements().stream().filter(it -> it.id().equals(id)).findFirst();
            if (one.isEmpty()) {
                return fails("unknown", "\"" + id + "\" does not stand there");
            }
            if (before.contains(id)) {
                return fails("again", "\"" + id + "\" was told before");
            }
            statements.add(one.get());
        }
        if (statements.stream().map(ModelTask::group).distinct().count() > 1) {
            return fails("people", "it joins what is said of different people");
        }
        boolean plain = TellingWords.plainFor(answer.understood().reader());
        List<Answer.ToldPart> parts;
        switch (alignment.of(text, statements, plain)) {
            case Alignment.Result.Whole(List<Answer.ToldPart> found) -> parts = found;
            case Alignment.Result.Astray(String words) -> {
                return fails("wording", words);
            }
        }
        return facts.differ(text, statements.stream().map(Answer.Statement::text).toList())
                .<Checked>map(Checked.Fails::new)
                .orElseGet(() -> new Checked.Holds(parts));
    }

    private static Checked fails(String code, String words) {
        return new Checked.Fails(new Finding(code, words));
    }

    /// What must hold of a place as a whole: where the order counts it is the statements' own, and the
    /// bottom line stays as short as it must be.
    private static Optional<Finding> whole(ModelTask.Place place, List<Answer.Told> told) {
        if (!place.inOrder() || told.isEmpty()) {
            return Optional.empty();
        }
        List<String> own = place.statements().stream().map(Answer.Statement::id).toList();
        List<Integer> order =
                told.stream().flatMap(one -> one.statements().stream()).map(own::indexOf).toList();
        if (!order.equals(order.stream().sorted().toList())) {
            return Optional.of(new Finding("order", "the order of the first lines was changed"));
        }
        // a joined sentence may not step over a statement that then comes after it
        for (Answer.Told one : told) {
            int first = own.indexOf(one.statements().getFirst());
            int last = own.indexOf(one.statements().getLast());
            if (last - first + 1 != one.statements().size()) {
                return Optional.of(new Finding("order", "a statement between two is left out"));
            }
        }
        Set<String> again = new HashSet<>();
        int words = 0;
        for (Answer.Told one : told) {
            again.addAll(one.statements());
            words += words(one.text());
        }
        for (Answer.Statement statement : place.statements()) {
            words += again.contains(statement.id()) ? 0 : words(statement.text());
        }
        return words > BottomLineCheck.LEAD_WORDS
                ? Optional.of(new Finding("length", "the first lines have " + words + " words"))
                : Optional.empty();
    }

    private static int words(String text) {
        return text.strip().split("\\s+").length;
    }

    /// What is wrong with the wording of a finished answer.
    List<Problem> faults(Answer answer) {
        Answer.Wording wording = answer.wording();
        if (wording == null) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        Map<String, ModelTask.Place> places = places(answer);
        Map<String, Set<String>> done = new HashMap<>();
        Map<String, List<Answer.Told>> byPlace = new LinkedHashMap<>();
        for (int i = 0; i < wording.told().size(); i++) {
            Answer.Told told = wording.told().get(i);
            String where = "wording " + (i + 1);
            Set<String> before = done.computeIfAbsent(told.place(), place -> new HashSet<>());
            switch (check(
                    answer, places.get(told.place()), told.statements(), told.text(), before)) {
                case Checked.Fails(Finding finding) -> problems.add(finding.at(where));
                case Checked.Holds(List<Answer.ToldPart> parts) -> {
                    if (!parts.equals(told.parts())) {
                        problems.add(
                                new Problem(
                                        where,
                                        "toldParts",
                                        "its parts are not where its words come from"));
                    }
                }
            }
            before.addAll(told.statements());
            byPlace.computeIfAbsent(told.place(), place -> new ArrayList<>()).add(told);
        }
        byPlace.forEach((key, told) -> {
            ModelTask.Place place = places.get(key);
            if (place != null) {
                whole(place, told).ifPresent(one -> problems.add(one.at("wording of " + key)));
            }
        });
        boolean worded = wording.status().equals("worded");
        if (!worded && !wording.status().equals("unworded")
                || worded == wording.told().isEmpty()
                || worded && (wording.request() == null || wording.sent() < 1)) {
            problems.add(
                    new Problem(
                            "wording",
                            "wordingStatus",
                            "it says \""
                                    + wording.status()
                                    + "\" and tells "
                                    + wording.told().size()
                                    + " sentences"));
        }
        return problems;
    }
}

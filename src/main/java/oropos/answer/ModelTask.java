package oropos.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import oropos.inference.Prompt;

/// What a language model is asked to do with an answer that was already checked: tell its statements
/// again.
///
/// It is sent the title, the kind of reader and the statements with their ids: not the question's own
/// words, no address, no reference, no patient. What may not be sent stays out, and is then shown as
/// it is.
///
/// @param places the places that are told, in the order they are read
/// @param withheld statements that may not be sent
public record ModelTask(String title, String reader, List<Place> places, int withheld) {

    /// The first lines of an answer; their order says which assumption comes first, and stays.
    public static final String LEAD = "lead";

    private static final String TASK = task();

    /// Statements that stand together.
    public record Place(String key, boolean inOrder, List<Answer.Statement> statements) {
        public Place {
            statements = List.copyOf(statements);
        }
    }

    public ModelTask {
        places = List.copyOf(places);
    }

    /// @param maySend whether the source of a citation may be sent to another machine
    public static ModelTask of(Answer answer, Predicate<Answer.Citation> maySend) {
        List<Place> places = new ArrayList<>();
        Set<String> kept = new LinkedHashSet<>();
        for (Place place : all(answer)) {
            List<Answer.Statement> sent = new ArrayList<>();
            for (Answer.Statement statement : place.statements()) {
                if (statement.citations().stream().allMatch(maySend)) {
                    sent.add(statement);
                } else {
                    kept.add(statement.id());
                }
            }
            if (!sent.isEmpty()) {
                places.add(new Place(place.key(), place.inOrder(), sent));
            }
        }
        return new ModelTask(answer.title(), answer.understood().reader(), places, kept.size());
    }

    /// Every place of an answer that may be told again.
    public static List<Place> all(Answer answer) {
        List<Place> places = new ArrayList<>();
        places.add(new Place(LEAD, true, answer.bottomLine().lead()));
        answer.sections()
                .forEach(section ->
                        places.add(new Place(section.key(), false, section.statements())));
        return places;
    }

    /// What a statement may be joined with in one sentence: others of the same group.
    ///
    /// Who reads "In children ...; also, ..." takes the second for children too. So only what is
    /// direct evidence for the patient is joined with other direct evidence, and anything else only
    /// with what the same sources say of the same people.
    public static String group(Answer.Statement statement) {
        TreeSet<String> keys = new TreeSet<>();
        for (Answer.Citation citation : statement.citations()) {
            keys.add(
                    citation.fit().kind().equals("direct")
                            ? "direct"
                            : citation.source() + " " + citation.fit());
        }
        return String.join("\n", keys);
    }

    /// Ids of the statements that are sent.
    public Set<String> statements() {
        Set<String> ids = new LinkedHashSet<>();
        places.forEach(place -> place.statements().forEach(one -> ids.add(one.id())));
        return ids;
    }

    /// The same for the first lines alone, where the whole is too much.
    public ModelTask leadAlone() {
        return new ModelTask(
                title,
                reader,
                places.stream().filter(place -> place.key().equals(LEAD)).toList(),
                withheld);
    }

    public boolean isEmpty() {
        return places.isEmpty();
    }

    /// The words that are sent, always the same for the same answer.
    public Prompt prompt() {
        Map<String, Object> material = new TreeMap<>();
        material.put("title", title);
        material.put("reader", reader);
        material.put("joiners", TellingWords.joiners().stream().map(one -> one.words()).toList());
        String texts = texts();
        material.put(
                "openers",
                TellingWords.openers().stream()
                        .map(String::strip)
                        .filter(texts::contains)
                        .toList());
        if (TellingWords.plainFor(reader)) {
            Map<String, String> plain = new TreeMap<>();
            TellingWords.plain().stream()
                    .filter(one -> texts.contains(one.term()))
                    .forEach(one -> plain.putIfAbsent(one.term(), one.words()));
            material.put("plainWords", plain);
        }
        List<String> groups =
                places.stream()
                        .flatMap(place -> place.statements().stream())
                        .map(ModelTask::group)
                        .distinct()
                        .toList();
        material.put("places", places.stream().map(place -> written(place, groups)).toList());
        return new Prompt(TASK, AnswerJson.canonical(material));
    }

    private String texts() {
        StringBuilder texts = new StringBuilder();
        places.forEach(
                place -> place.statements().forEach(one -> texts.append(one.text()).append('\n')));
        return texts.toString();
    }

    private static Map<String, Object> written(Place place, List<String> groups) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("place", place.key());
        written.put("inOrder", place.inOrder());
        written.put(
                "statements",
                place.statements().stream()
                        .map(one ->
                                Map.of(
                                        "id",
                                        one.id(),
                                        "group",
                                        groups.indexOf(group(one)),
                                        "text",
                                        one.text()))
                        .toList());
        return written;
    }

    private static String task() {
        try (InputStream file = ModelTask.class.getResourceAsStream("/answer/model-task.txt")) {
            if (file == null) {
                throw new IllegalStateException("/answer/model-task.txt is not in the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

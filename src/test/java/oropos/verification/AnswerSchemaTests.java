package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The published contract of an answer, held against real answers and against the code.
class AnswerSchemaTests {

    private static final Path SCHEMA = Path.of("docs", "answer-schema.json");

    private static AskedLibrary library;
    private static JsonSchema schema;
    private static JsonNode source;

    @BeforeAll
    static void open() throws IOException {
        library = AskedLibrary.shared();
        String text = Files.readString(SCHEMA);
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
        source = Forgery.MAPPER.readTree(text);
    }

    private static Set<ValidationMessage> faults(String json) {
        return schema.validate(json, InputFormat.JSON);
    }

    @Test
    @DisplayName(
            "P10 every answer is of the published schema: the first question, day one, refusals")
    void everyAnswerIsOfThePublishedSchema() {
        Stream.of(Questions.FIRST, Questions.DAY_ONE, Questions.REFUSED)
                .flatMap(List::stream)
                .forEach(question -> {
                    Answer answer = library.known(question);
                    assertThat(faults(AnswerJson.canonical(answer))).as(question).isEmpty();
                    assertThat(faults(AnswerJson.pretty(answer))).as(question).isEmpty();
                });
    }

    @Test
    void aWrongAnswerIsNot() {
        Answer answer = library.ask(Questions.FIRST.getFirst());
        assertThat(faults(changed(answer, tree -> tree.put("schema", 1)))).isNotEmpty();
        assertThat(faults(changed(answer, tree -> tree.remove("receipt")))).isNotEmpty();
        assertThat(faults(changed(answer, tree -> tree.put("opinion", "mine")))).isNotEmpty();
        assertThat(faults(changed(answer, tree -> tree.put("confidence", 1.2)))).isNotEmpty();
        assertThat(
                        faults(
                                changed(
                                        answer,
                                        tree ->
                                                ((ObjectNode) tree.get("outcome"))
                                                        .put("kind", "certain"))))
                .isNotEmpty();
        assertThat(
                        faults(
                                changed(
                                        answer,
                                        tree ->
                                                ((ObjectNode) tree.get("references").get(0))
                                                        .put("standing", "fine"))))
                .isNotEmpty();
        assertThat(
                        faults(
                                changed(
                                        answer,
                                        tree ->
                                                Forgery.walk(
                                                        tree,
                                                        node -> {
                                                            if (node.has("citations")
                                                                    && node.has("parts")) {
                                                                ((ArrayNode) node.get("citations"))
                                                                        .removeAll();
                                                            }
                                                        }))))
                .as("a statement without a citation")
                .isNotEmpty();
    }

    private static String changed(Answer answer, java.util.function.Consumer<ObjectNode> change) {
        Forgery forgery = new Forgery(answer);
        change.accept(forgery.tree);
        return forgery.text();
    }

    @Test
    void theSchemaAndTheRecordsHaveTheSameFields() {
        compare(Answer.class, source, "answer", new TreeSet<>());
    }

    /// Compares a record with the schema's object at the same place, and goes on inside.
    private static void compare(Class<?> type, JsonNode object, String path, Set<String> done) {
        if (!done.add(type.getName())) {
            return;
        }
        JsonNode here = resolved(object);
        Set<String> properties = new TreeSet<>(here.get("properties").propertyNames());
        Set<String> components = new TreeSet<>();
        Set<String> needed = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.add(component.getName());
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                needed.add(component.getName());
            }
        }
        assertThat(properties).as(path).isEqualTo(components);
        Set<String> required = new TreeSet<>();
        here.get("required").forEach(name -> required.add(name.asString()));
        required.remove("receipt");
        assertThat(required).as(path + ": required").isEqualTo(needed);
        assertThat(here.get("additionalProperties").asBoolean()).as(path).isFalse();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode property = resolved(here.get("properties").get(component.getName()));
            inside(component.getGenericType(), property, path + "." + component.getName(), done);
        }
    }

    private static void inside(Type type, JsonNode property, String path, Set<String> done) {
        if (type instanceof Class<?> single && single.isRecord()) {
            compare(single, property, path, done);
        } else if (type instanceof ParameterizedType generic
                && generic.getRawType() == List.class) {
            assertThat(property.get("type").asString()).as(path).isEqualTo("array");
            inside(
                    generic.getActualTypeArguments()[0],
                    resolved(property.get("items")),
                    path,
                    done);
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            assertThat(property.get("type").asString()).as(path).isEqualTo("object");
        }
    }

    private static JsonNode resolved(JsonNode node) {
        JsonNode reference = node.get("$ref");
        return reference == null ? node : source.at(reference.asString().substring(1));
    }
}

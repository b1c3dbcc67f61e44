package oropos.library;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Age;
import oropos.terminology.AgeRange;
import oropos.terminology.Sex;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Lists and typed fields as the JSON in which they stand in the tables.
///
/// Written field by field, because this form outlives the program that wrote it: renaming a record's
/// component must not lose what is stored. A field that is null is left out.
final class FieldsJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FieldsJson() {}

    static String list(List<String> words) {
        if (words.isEmpty()) {
            return "[]";
        }
        ArrayNode array = JSON.createArrayNode();
        words.forEach(array::add);
        return array.toString();
    }

    static List<String> list(String json) {
        return json.equals("[]") ? List.of() : words(JSON.readTree(json));
    }

    static String map(Map<String, @Nullable String> fields) {
        ObjectNode object = JSON.createObjectNode();
        fields.forEach((name, words) -> put(object, name, words));
        return object.toString();
    }

    static String population(Population population) {
        return populationNode(population).toString();
    }

    static Population population(String json) {
        return json.equals("{}") ? Population.UNSTATED : population(JSON.readTree(json));
    }

    static @Nullable String claim(@Nullable Claim claim) {
        if (claim == null) {
            return null;
        }
        ObjectNode object = JSON.createObjectNode();
        put(object, "kind", code(claim.kind()));
        put(object, "section", claim.section());
        put(object, "about", claim.about());
        put(object, "intervention", claim.intervention());
        put(object, "comparator", claim.comparator());
        put(object, "outcome", claim.outcome());
        put(object, "direction", claim.direction() == null ? null : code(claim.direction()));
        put(object, "strength", claim.strength());
        put(object, "certainty", claim.certainty());
        if (claim.population() != null) {
            object.set("population", populationNode(claim.population()));
        }
        if (!claim.when().isEmpty()) {
            ObjectNode when = object.putObject("when");
            new TreeMap<>(claim.when()).forEach(when::put);
        }
        put(object, "lead", claim.lead());
        if (claim.n() != null) {
            object.put("n", claim.n());
        }
        if (claim.events() != null) {
            object.put("events", claim.events());
        }
        if (claim.surrogate()) {
            object.put("surrogate", true);
        }
        put(object, "plain", claim.plain());
        put(object, "plainLead", claim.plainLead());
        return object.toString();
    }

    static @Nullable Claim claim(@Nullable String json) {
        if (json == null) {
            return null;
        }
        JsonNode object = JSON.readTree(json);
        JsonNode population = object.get("population");
        JsonNode when = object.get("when");
        Map<String, String> facts = new LinkedHashMap<>();
        if (when != null) {
            for (Map.Entry<String, JsonNode> fact : when.properties()) {
                facts.put(fact.getKey(), fact.getValue().stringValue());
            }
        }
        String direction = word(object, "direction");
        return new Claim(
                Claim.Kind.valueOf(name(needed(object, "kind"))),
                needed(object, "section"),
                word(object, "about"),
                word(object, "intervention"),
                word(object, "comparator"),
                word(object, "outcome"),
                direction == null ? null : Claim.Direction.valueOf(name(direction)),
                word(object, "strength"),
                word(object, "certainty"),
                population == null ? null : population(population),
                facts,
                word(object, "lead"),
                number(object, "n"),
                number(object, "events"),
                object.has("surrogate"),
                word(object, "plain"),
                word(object, "plainLead"));
    }

    private static ObjectNode populationNode(Population population) {
        ObjectNode object = JSON.createObjectNode();
        if (!population.words().isEmpty()) {
            put(object, "words", population.words());
        }
        AgeRange ages = population.ages();
        if (ages != null) {
            object.putObject("ages")
                    .put("youngest", ages.youngest().value().toPlainString())
                    .put("youngestUnit", ages.youngest().unit().ucum())
                    .put("oldest", ages.oldest().value().toPlainString())
                    .put("oldestUnit", ages.oldest().unit().ucum());
        }
        put(object, "sex", population.sex() == null ? null : code(population.sex()));
        put(
                object,
                "pregnancy",
                population.pregnancy() == null ? null : code(population.pregnancy()));
        strings(object, "conditions", population.conditions());
        strings(object, "ageGroups", population.ageGroups());
        if (population.mixed()) {
            object.put("mixed", true);
        }
        return object;
    }

    private static Population population(JsonNode object) {
        JsonNode ages = object.get("ages");
        String sex = word(object, "sex");
        String pregnancy = word(object, "pregnancy");
        String words = word(object, "words");
        return new Population(
                words == null ? "" : words,
                ages == null
                        ? null
                        : new AgeRange(
                                age(needed(ages, "youngest"), needed(ages, "youngestUnit")),
                                age(needed(ages, "oldest"), needed(ages, "oldestUnit"))),
                sex == null ? null : Sex.valueOf(name(sex)),
                pregnancy == null ? null : Population.Pregnancy.valueOf(name(pregnancy)),
                words(object.get("conditions")),
                words(object.get("ageGroups")),
                object.has("mixed"));
    }

    private static Age age(String value, String ucum) {
        for (Age.Unit unit : Age.Unit.values()) {
            if (unit.ucum().equals(ucum)) {
                return new Age(new BigDecimal(value), unit);
            }
        }
        throw new IllegalArgumentException("no unit of age is written \"" + ucum + "\"");
    }

    private static void put(ObjectNode object, String name, @Nullable String words) {
        if (words != null) {
            object.put(name, words);
        }
    }

    private static void strings(ObjectNode object, String name, List<String> words) {
        if (!words.isEmpty()) {
            ArrayNode array = object.putArray(name);
            words.forEach(array::add);
        }
    }

    private static List<String> words(@Nullable JsonNode array) {
        List<String> words = new ArrayList<>();
        if (array != null) {
            array.forEach(word -> words.add(word.stringValue()));
        }
        return words;
    }

    private static @Nullable String word(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null ? null : value.stringValue();
    }

    private static String needed(JsonNode object, String name) {
        String value = word(object, name);
        if (value == null) {
            throw new IllegalStateException("stored fields lack \"" + name + "\": " + object);
        }
        return value;
    }

    private static @Nullable Integer number(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null ? null : value.intValue();
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static String name(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}

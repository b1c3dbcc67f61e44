package oropos.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import oropos.question.QuestionKind;

/// The sections an answer has for one kind of question, in order.
///
/// Editors own the plans: they are read from `answer/plans.yaml` and checked at start, so that a
/// section key nobody knows, or a statement that would fall through every section, is found before
/// the first question and not in an answer.
record SectionPlan(QuestionKind kind, List<String> lead, List<Planned> sections) {

    /// How an empty section begins to say what was looked for.
    static final String NOT_FOUND = "Not found in this library for this patient: ";

    /// Every key a statement may carry.
    static final Set<String> KEYS =
            Set.of(
                    "definition",
                    "cause",
                    "diagnosis",
                    "initial",
                    "drugs",
                    "nonDrug",
                    "observation",
                    "procedures",
                    "monitoring",
                    "harms",
                    "special",
                    "escalate",
                    "prognosis",
                    "prevention",
                    "pitfalls",
                    "dose",
                    "interactions",
                    "evidence");

    /// One section of the plan.
    ///
    /// @param accepts keys of the statements it takes
    /// @param lookedFor what "not found" names
    record Planned(String key, String heading, Set<String> accepts, String lookedFor) {}

    SectionPlan {
        lead = List.copyOf(lead);
        sections = List.copyOf(sections);
        for (String key : KEYS) {
            if (sections.stream().noneMatch(section -> section.accepts().contains(key))) {
                throw new IllegalArgumentException(
                        "the plan for "
                                + kind.code()
                                + " has no section for \""
                                + key
                                + "\"; add it to one `accepts`");
            }
        }
    }

    /// All plans, one for each kind of question.
    record Book(int version, Map<QuestionKind, SectionPlan> plans) {

        static Book shipped() {
            try (InputStream file = SectionPlan.class.getResourceAsStream("/answer/plans.yaml")) {
                if (file == null) {
                    throw new IllegalStateException("answer/plans.yaml is not in the jar");
                }
                Map<String, Object> top =
                        new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
                return read(top);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Book read(Map<String, Object> top) {
            Map<QuestionKind, SectionPlan> plans = new EnumMap<>(QuestionKind.class);
            Map<?, ?> named = (Map<?, ?>) top.getOrDefault("plans", Map.of());
            for (QuestionKind kind : QuestionKind.values()) {
                if (!(named.get(kind.code()) instanceof Map<?, ?> plan)) {
                    throw new IllegalArgumentException(
                            "answer/plans.yaml has no plan for " + kind.code());
                }
                plans.put(kind, plan(kind, plan));
            }
            return new Book((Integer) top.getOrDefault("version", 0), plans);
        }

        private static SectionPlan plan(QuestionKind kind, Map<?, ?> plan) {
            List<Planned> sections = new ArrayList<>();
            if (!(plan.get("sections") instanceof List<?> listed)) {
                throw new IllegalArgumentException(
                        "answer/plans.yaml: the plan for " + kind.code() + " has no sections");
            }
            for (Object entry : listed) {
                Map<?, ?> section = (Map<?, ?>) entry;
                sections.add(
                        new Planned(
                                text(section, "key"),
                                text(section, "heading"),
                                Set.copyOf(keys(section.get("accepts"))),
                                text(section, "lookedFor")));
            }
            return new SectionPlan(kind, keys(plan.get("lead")), sections);
        }

        private static String text(Map<?, ?> map, String key) {
            Object value = map.get(key);
            if (value == null) {
                throw new IllegalArgumentException(
                        "answer/plans.yaml: a section lacks \"" + key + "\": " + map);
            }
            return value.toString();
        }

        private static List<String> keys(@org.jspecify.annotations.Nullable Object list) {
            List<String> keys = new ArrayList<>();
            if (list instanceof List<?> values) {
                for (Object value : values) {
                    String key = String.valueOf(value);
                    if (!KEYS.contains(key)) {
                        throw new IllegalArgumentException(
                                "answer/plans.yaml names an unknown section key: " + key);
                    }
                    keys.add(key);
                }
            }
            return keys;
        }

        SectionPlan of(QuestionKind kind) {
            SectionPlan plan = plans.get(kind);
            if (plan == null) {
                throw new IllegalStateException("no plan for " + kind);
            }
            return plan;
        }
    }
}

package oropos.verification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The ways in which an answer as a whole may be falsified, by name: references, outcome, premises,
/// what was understood. Each changes a [Forgery] and says whether it found something to change.
final class AnswerForgeries {

    /// Falsifies an answer.
    interface OfAnswer {
        boolean apply(Forgery forgery, Random random);
    }

    private AnswerForgeries() {}

    static Map<String, OfAnswer> all() {
        Map<String, OfAnswer> all = new LinkedHashMap<>();
        all.put(
                "remove a reference",
                (f, r) -> {
                    ArrayNode references = f.array("references");
                    if (references.isEmpty()) {
                        return false;
                    }
                    references.remove(r.nextInt(references.size()));
                    return true;
                });
        all.put(
                "change the standing",
                (f, r) ->
                        reference(
                                f,
                                r,
                                one ->
                                        one.put(
                                                "standing",
                                                "current".equals(one.get("standing").asString())
                                                        ? "corrected"
                                                        : "current")));
        all.put(
                "change the year",
                (f, r) ->
                        reference(f, r, one -> one.put("year", one.path("year").asInt(1999) + 1)));
        all.put(
                "change the PMID",
                (f, r) ->
                        reference(
                                f, r, one -> one.put("pmid", "1" + one.path("pmid").asString(""))));
        all.put(
                "change the DOI",
                (f, r) ->
                        reference(
                                f,
                                r,
                                one -> one.put("doi", "10.1/x" + one.path("doi").asString(""))));
        all.put(
                "change the title",
                (f, r) ->
                        reference(
                                f,
                                r,
                                one ->
                                        one.put(
                                                "title",
                                                one.get("title").asString() + " in adults")));
        all.put(
                "change the design",
                (f, r) ->
                        reference(
                                f,
                                r,
                                one ->
                                        one.put(
                                                "design",
                                                "randomised trial"
                                                                .equals(
                                                                        one.get("design")
                                                                                .asString())
                                                        ? "cohort study"
                                                        : "randomised trial")));
        all.put(
                "change the number of people",
                (f, r) -> reference(f, r, one -> one.put("n", one.path("n").asInt(10) * 10 + 1)));
        all.put(
                "change the grade",
                (f, r) -> reference(f, r, one -> one.put("issuerGrade", "USPSTF 2030: A")));
        all.put(
                "change the level",
                (f, r) ->
                        reference(
                                f, r, one -> one.put("level", one.path("level").asInt(2) % 5 + 1)));
        all.put(
                "change the authors",
                (f, r) -> reference(f, r, one -> ((ArrayNode) one.get("authors")).add("Nobody N")));
        all.put(
                "count a work twice",
                (f, r) -> {
                    ArrayNode references = f.array("references");
                    if (references.isEmpty()) {
                        return false;
                    }
                    ObjectNode twice = ((ObjectNode) references.get(0)).deepCopy();
                    twice.put("mark", references.size() + 1);
                    references.add(twice);
                    return true;
                });
        all.put(
                "give two works one mark",
                (f, r) -> {
                    ArrayNode references = f.array("references");
                    if (references.size() < 2) {
                        return false;
                    }
                    ((ObjectNode) references.get(1))
                            .put("mark", references.get(0).get("mark").asInt());
                    return true;
                });
        all.put(
                "head the answer with other people's evidence",
                (f, r) -> {
                    ArrayNode others = f.array("adultOrIndirect");
                    if (others.isEmpty()) {
                        return false;
                    }
                    f.lead().add(others.get(r.nextInt(others.size())).deepCopy());
                    return true;
                });
        all.put(
                "head the answer with a statement of a section",
                (f, r) -> {
                    for (JsonNode section : f.array("sections")) {
                        if (!section.get("statements").isEmpty()) {
                            f.lead().add(section.get("statements").get(0).deepCopy());
                            return true;
                        }
                    }
                    return false;
                });
        all.put("take out the urgent sign", (f, r) -> emptied(f.array("urgent")));
        all.put("take out the premise", (f, r) -> emptied(f.array("premises")));
        all.put("take out a conflict", (f, r) -> emptied(f.array("conflicts")));
        all.put(
                "call a rule reviewed",
                (f, r) -> {
                    if (f.array("urgent").isEmpty()) {
                        return false;
                    }
                    ((ObjectNode) f.array("urgent").get(0)).put("reviewed", true);
                    return true;
                });
        all.put(
                "claim a full answer",
                (f, r) -> {
                    ObjectNode outcome = (ObjectNode) f.tree.get("outcome");
                    boolean was = outcome.get("kind").asString().equals("answered");
                    outcome.put("kind", was ? "partly" : "answered");
                    return true;
                });
        all.put(
                "hide what failed",
                (f, r) -> {
                    ObjectNode basis = (ObjectNode) f.tree.get("basis");
                    return emptied((ObjectNode) basis.get("setAside"))
                            | emptied((ObjectNode) basis.get("failedChecks"));
                });
        all.put(
                "raise the confidence",
                (f, r) -> {
                    double was = f.tree.path("confidence").asDouble(0);
                    f.tree.put("confidence", was > 0.5 ? 0.11 : 0.99);
                    return true;
                });
        all.put(
                "change the title of the answer",
                (f, r) -> {
                    f.tree.put("title", f.tree.get("title").asString() + " in adults");
                    return true;
                });
        all.put(
                "change the patient",
                (f, r) -> {
                    ObjectNode patient = (ObjectNode) f.tree.get("understood").get("patient");
                    patient.put(
                            "sex",
                            "male".equals(patient.path("sex").asString("")) ? "female" : "male");
                    return true;
                });
        return all;
    }

    private static boolean emptied(ArrayNode list) {
        boolean had = !list.isEmpty();
        list.removeAll();
        return had;
    }

    private static boolean emptied(ObjectNode map) {
        boolean had = !map.isEmpty();
        map.removeAll();
        return had;
    }

    private static boolean reference(
            Forgery forgery, Random random, java.util.function.Consumer<ObjectNode> change) {
        ArrayNode references = forgery.array("references");
        if (references.isEmpty()) {
            return false;
        }
        change.accept((ObjectNode) references.get(random.nextInt(references.size())));
        return true;
    }
}

package oropos.verification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import oropos.answer.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The ways in which an answer may be falsified, by name. Each changes a [Forgery] and says whether it
/// found something to change.
final class Forgeries {

    /// Falsifies one statement of an answer.
    interface OfStatement {
        boolean apply(Forgery forgery, Answer.Statement statement, Random random);
    }

    /// Falsifies an answer.
    interface OfAnswer {
        boolean apply(Forgery forgery, Random random);
    }

    private static final String DRUGS =
            "(?i)\\b(zoledronic acid|zoledronate|alendronate|pamidronate|calcitonin|bisphosphonates?"
                    + "|denosumab|neridronate|risedronate|aspirin|statins?|vitamin D|folic acid"
                    + "|tamoxifen|ibandronate|opioids?|morphine|azithromycin|penicillin)\\b";

    private static final String PEOPLE =
            "(?i)\\b(children|child|adolescents?|adults?|women|men|infants?|newborns?|patients"
                    + "|girls?|boys?|people|persons|pregnant)\\b";

    private Forgeries() {}

    static Map<String, OfStatement> ofStatements(List<Answer.Statement> others) {
        Map<String, OfStatement> all = new LinkedHashMap<>();
        all.put(
                "cut before a grade",
                (f, s, r) -> f.quote(s.id(), q -> upTo(q, q.lastIndexOf(" ("))));
        all.put(
                "cut before a hedge",
                (f, s, r) ->
                        f.quote(
                                s.id(),
                                q ->
                                        upTo(
                                                q,
                                                indexOf(
                                                        q,
                                                        "\\s(to be considered|may|might|could|probably|suggest|limited|insufficient|unclear|inconclusive)\\b"))));
        all.put(
                "cut before the last clause",
                (f, s, r) ->
                        f.quote(
                                s.id(),
                                q -> upTo(q, Math.max(q.lastIndexOf(", "), q.lastIndexOf("; ")))));
        all.put(
                "cut off the first clause",
                (f, s, r) ->
                        f.quote(
                                s.id(),
                                q -> q.contains(", ") ? q.substring(q.indexOf(", ") + 2) : q,
                                (before, after) -> before.length() - after.length()));
        all.put(
                "drop a negation",
                (f, s, r) ->
                        f.quote(
                                s.id(),
                                Forgery.replacing(
                                        "(?i)\\b(not|no|never|without|neither|cannot) ", "", r)));
        all.put(
                "insert not",
                (f, s, r) ->
                        f.quote(
                                s.id(),
                                Forgery.replacing(
                                        "\\b(?<=(is|are|was|were|to|should|did|does|had|has) )",
                                        "not ",
                                        r)));
        all.put("change a digit", (f, s, r) -> f.quote(s.id(), q -> Forgery.changedDigit(q, r)));
        all.put(
                "swap two numbers",
                (f, s, r) -> f.quote(s.id(), q -> Forgery.swappedNumbers(q, r)));
        all.put("change a unit", (f, s, r) -> f.quote(s.id(), q -> unit(q, r)));
        all.put(
                "change a drug",
                (f, s, r) ->
                        f.quote(
                                s.id(),
                                Forgery.replacing(
                                        DRUGS, r.nextBoolean() ? "teriparatide" : "warfarin", r)));
        all.put(
                "change the people",
                (f, s, r) ->
                        f.quote(
                                s.id(),
                                Forgery.replacing(
                                        PEOPLE, r.nextBoolean() ? "elderly men" : "toddlers", r)));
        all.put(
                "drop a qualifier",
                (f, s, r) ->
                        f.quote(
                                s.id(),
                                Forgery.replacing(
                                        "(?i)\\b(severe|mild|moderate|low-energy|low-trauma|postmenopausal|asymptomatic|pregnant|younger|older|selected|increased|high|low|acute|first|only|limited|symptomatic|intravenous|oral|more than|at least|up to) ",
                                        "",
                                        r)));
        all.put(
                "change the comparator",
                (f, s, r) ->
                        f.quote(
                                s.id(),
                                Forgery.replacing(
                                        "(?i)\\b(placebo|sham|control|no treatment|usual care|than|versus)\\b",
                                        "standard treatment",
                                        r)));
        all.put(
                "shift the offsets",
                (f, s, r) ->
                        f.citation(
                                s.id(),
                                c -> {
                                    int by = r.nextBoolean() ? 1 : -1;
                                    c.put("start", c.get("start").asInt() + by)
                                            .put("end", c.get("end").asInt() + by);
                                }));
        all.put(
                "name another version",
                (f, s, r) -> {
                    Answer.Citation other = other(others, s, r);
                    return f.citation(s.id(), c -> c.put("version", other.version()));
                });
        all.put(
                "name another source",
                (f, s, r) -> {
                    Answer.Citation other = other(others, s, r);
                    return f.citation(
                            s.id(),
                            c -> {
                                c.put("source", other.source());
                                if (r.nextBoolean()) {
                                    c.put("version", other.version());
                                }
                            });
                });
        all.put(
                "change the mark",
                (f, s, r) ->
                        f.statement(
                                s.id(),
                                statement -> {
                                    int mark = s.citations().getFirst().mark() + 1 + r.nextInt(3);
                                    ((ObjectNode) statement.get("citations").get(0))
                                            .put("mark", mark);
                                    for (JsonNode part : statement.get("parts")) {
                                        if (part.has("mark")) {
                                            ((ObjectNode) part).put("mark", mark);
                                        }
                                    }
                                }));
        all.put(
                "change the strength",
                (f, s, r) ->
                        f.statement(
                                s.id(),
                                n ->
                                        n.put(
                                                "strength",
                                                "strong".equals(s.strength())
                                                        ? "weak"
                                                        : "strong")));
        all.put(
                "drop the strength",
                (f, s, r) ->
                        s.strength() != null && f.statement(s.id(), n -> n.remove("strength")));
        all.put(
                "change the certainty",
                (f, s, r) ->
                        f.statement(
                                s.id(),
                                n ->
                                        ((ObjectNode) n.get("certainty"))
                                                .put(
                                                        "level",
                                                        s.certainty().level().equals("high")
                                                                ? "low"
                                                                : "high")));
        all.put(
                "make it final",
                (f, s, r) ->
                        f.statement(
                                s.id(),
                                n -> ((ObjectNode) n.get("certainty")).put("provisional", false)));
        all.put(
                "change the fit",
                (f, s, r) ->
                        f.citation(
                                s.id(),
                                c -> {
                                    boolean direct =
                                            s.citations().getFirst().fit().kind().equals("direct");
                                    c.putObject("fit").put("kind", direct ? "unstated" : "direct");
                                }));
        all.put(
                "call a summary a quotation",
                (f, s, r) ->
                        f.statement(
                                s.id(),
                                n ->
                                        n.put(
                                                "kind",
                                                s.kind().equals("quote") ? "template" : "quote")));
        all.put(
                "change the kind of text",
                (f, s, r) ->
                        f.citation(
                                s.id(),
                                c ->
                                        c.put(
                                                "textKind",
                                                "fullText".equals(c.get("textKind").asString())
                                                        ? "abstract"
                                                        : "fullText")));
        all.put(
                "change the label",
                (f, s, r) ->
                        f.citation(
                                s.id(),
                                c ->
                                        c.put(
                                                "label",
                                                c.get("label")
                                                                .asString()
                                                                .replace("Oropos's summary of ", "")
                                                        + "!")));
        all.put(
                "add words nobody wrote",
                (f, s, r) ->
                        f.statement(
                                s.id(),
                                n -> {
                                    ((ArrayNode) n.get("parts"))
                                            .addObject()
                                            .put("kind", "insertion")
                                            .put("text", " This is proven.")
                                            .put("source", "proven");
                                    n.put("text", n.get("text").asString() + " This is proven.");
                                }));
        all.put(
                "change the text only",
                (f, s, r) -> f.statement(s.id(), n -> n.put("text", s.text().substring(1))));
        all.put("take the statement out", (f, s, r) -> takeOut(f.tree, s.id()));
        return all;
    }

    static Map<String, OfAnswer> ofAnswers() {
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

    private static boolean takeOut(JsonNode node, String id) {
        boolean found = false;
        if (node instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                JsonNode one = array.get(i);
                if (one.has("parts") && one.path("id").asString("").equals(id)) {
                    array.remove(i);
                    found = true;
                }
            }
        }
        for (JsonNode child : node) {
            found |= takeOut(child, id);
        }
        return found;
    }

    private static Answer.Citation other(
            List<Answer.Statement> others, Answer.Statement statement, Random random) {
        Answer.Citation own = statement.citations().getFirst();
        while (true) {
            Answer.Citation one = others.get(random.nextInt(others.size())).citations().getFirst();
            if (!one.source().equals(own.source())) {
                return one;
            }
        }
    }

    private static String upTo(String text, int at) {
        return at <= 0 ? text : text.substring(0, at);
    }

    private static int indexOf(String text, String pattern) {
        var matcher = java.util.regex.Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.start() : -1;
    }

    private static String unit(String text, Random random) {
        for (String[] pair :
                List.of(
                        new String[] {"mg/kg", "mg"},
                        new String[] {"\\bmg\\b", "mcg"},
                        new String[] {"%", " per 1000"},
                        new String[] {"\\byears\\b", "months"},
                        new String[] {"\\bmonths\\b", "weeks"},
                        new String[] {"\\bweeks\\b", "days"},
                        new String[] {"nmol/L", "ng/mL"})) {
            String changed = Forgery.replacing(pair[0], pair[1], random).apply(text);
            if (!changed.equals(text)) {
                return changed;
            }
        }
        return text;
    }
}

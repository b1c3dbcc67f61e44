package oropos.verification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import oropos.answer.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The ways in which one statement of an answer may be falsified, by name. Each changes a [Forgery] and
/// says whether it found something to change. Those of a whole answer are in [AnswerForgeries].
final class Forgeries {

    /// Falsifies one statement of an answer.
    interface OfStatement {
        boolean apply(Forgery forgery, Answer.Statement statement, Random random);
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

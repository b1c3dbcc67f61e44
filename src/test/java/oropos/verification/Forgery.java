package oropos.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An answer somebody is changing: the JSON as a tree, and what a careful forger does to it. Changed
/// quotes are changed everywhere alike, with their hash, their offsets and the text they stand in.
final class Forgery {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private final Answer original;
    final ObjectNode tree;

    Forgery(Answer original) {
        this.original = original;
        this.tree = (ObjectNode) MAPPER.readTree(AnswerJson.canonical(original));
    }

    /// The forged answer, with the receipt it had.
    String text() {
        return MAPPER.writeValueAsString(tree);
    }

    /// The same with all hashes made anew and signed with another key.
    Answer signed(ServerKey key) {
        return signed(AnswerJson.read(text()), original, key);
    }

    static Answer signed(Answer forged, Answer original, ServerKey key) {
        Answer.Receipt receipt =
                Optional.ofNullable(forged.receipt())
                        .or(() -> Optional.ofNullable(original.receipt()))
                        .orElseThrow();
        return Receipts.sealed(
                forged.withReceipt(null),
                receipt.candidates(),
                receipt.generation(),
                receipt.recipe(),
                key);
    }

    /// Every object that is a statement with this id, wherever it stands.
    private List<ObjectNode> statements(String id) {
        List<ObjectNode> found = new ArrayList<>();
        walk(
                tree,
                node -> {
                    if (node.has("citations")
                            && node.has("parts")
                            && node.get("id").asString().equals(id)) {
                        found.add(node);
                    }
                });
        return found;
    }

    static void walk(JsonNode node, Consumer<ObjectNode> each) {
        if (node instanceof ObjectNode object) {
            each.accept(object);
        }
        for (JsonNode child : node) {
            walk(child, each);
        }
    }

    boolean statement(String id, Consumer<ObjectNode> change) {
        List<ObjectNode> found = statements(id);
        found.forEach(change);
        return !found.isEmpty();
    }

    boolean citation(String id, Consumer<ObjectNode> change) {
        return statement(
                id, statement -> change.accept((ObjectNode) statement.get("citations").get(0)));
    }

    /// Changes a quote as a careful forger would.
    ///
    /// @param change null where there is nothing to change
    boolean quote(String id, UnaryOperator<String> change) {
        return quote(id, change, (before, after) -> 0);
    }

    /// @param shift of the start, by the quote before and after
    boolean quote(
            String id, UnaryOperator<String> change, BiFunction<String, String, Integer> shift) {
        List<ObjectNode> found = statements(id);
        if (found.isEmpty()) {
            return false;
        }
        String before = found.getFirst().get("citations").get(0).get("quote").asString();
        String after = change.apply(before);
        if (after == null || after.isBlank() || after.equals(before)) {
            return false;
        }
        for (ObjectNode statement : found) {
            ObjectNode citation = (ObjectNode) statement.get("citations").get(0);
            int start = citation.get("start").asInt() + shift.apply(before, after);
            citation.put("quote", after)
                    .put("hash", AnswerJson.sha256(after))
                    .put("start", start)
                    .put("end", start + after.length());
            StringBuilder text = new StringBuilder();
            for (JsonNode part : statement.get("parts")) {
                if (part.get("kind").asString().equals("span")) {
                    ((ObjectNode) part).put("text", after);
                }
                text.append(part.get("text").asString());
            }
            statement.put("text", text.toString());
        }
        return true;
    }

    ArrayNode array(String name) {
        return (ArrayNode) tree.get(name);
    }

    ArrayNode lead() {
        return (ArrayNode) tree.get("bottomLine").get("lead");
    }

    /// Replaces the first or a random match, or gives null where there is none.
    static UnaryOperator<String> replacing(String pattern, String with, Random random) {
        return text -> {
            Matcher matcher = Pattern.compile(pattern).matcher(text);
            List<int[]> places = new ArrayList<>();
            while (matcher.find()) {
                places.add(new int[] {matcher.start(), matcher.end()});
            }
            if (places.isEmpty()) {
                return text;
            }
            int[] at = places.get(random.nextInt(places.size()));
            return text.substring(0, at[0]) + with + text.substring(at[1]);
        };
    }

    static String changedDigit(String text, Random random) {
        List<Integer> digits = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                digits.add(i);
            }
        }
        if (digits.isEmpty()) {
            return text;
        }
        int at = digits.get(random.nextInt(digits.size()));
        char other = (char) ('0' + (text.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    static String swappedNumbers(String text, Random random) {
        List<int[]> places = new ArrayList<>();
        Matcher numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            places.add(new int[] {numbers.start(), numbers.end()});
        }
        if (places.size() < 2) {
            return text;
        }
        int first = random.nextInt(places.size() - 1);
        int[] a = places.get(first);
        int[] b = places.get(first + 1 + random.nextInt(places.size() - first - 1));
        return text.substring(0, a[0])
                + text.substring(b[0], b[1])
                + text.substring(a[1], b[0])
                + text.substring(a[0], a[1])
                + text.substring(b[1]);
    }
}

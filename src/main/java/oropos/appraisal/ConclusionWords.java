package oropos.appraisal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import oropos.library.RuleFile;

/// The words conclusions are read by: the file conclusion-words.tsv, which editors own.
///
/// @param asked what kind of answer a question is after
/// @param said what a sentence says
/// @param denies words that deny what follows them, up to what `ends` names
/// @param weakens words that deny only what stands right behind them ("poor accuracy")
/// @param aside denials that deny nothing of the sentence itself ("those who had not")
/// @param conceding words that begin what a sentence grants before it says its own
/// @param trailing the same behind what it says
/// @param predicates where a question has its predicate
/// @param research what only calls for more research, and says nothing of the question itself
/// @param concludes how a conclusion without a heading begins
record ConclusionWords(
        String version,
        Map<String, Pattern> asked,
        Map<String, Pattern> said,
        Pattern denies,
        Pattern weakens,
        Pattern ends,
        Pattern aside,
        Pattern conceding,
        Pattern trailing,
        Predicates predicates,
        Pattern research,
        Pattern concludes) {

    private static final List<String> PLACES =
            List.of(
                    "denies",
                    "weakens",
                    "ends",
                    "aside",
                    "conceding",
                    "trailing",
                    "verb",
                    "light",
                    "adjective",
                    "noun",
                    "research",
                    "concludes");

    /// The words a question can have for its predicate.
    ///
    /// @param light verbs that leave it to the noun or adjective behind them ("play a role")
    record Predicates(Pattern verb, Pattern light, Pattern adjective, Pattern noun) {}

    static ConclusionWords shipped() {
        return of(
                RuleFile.shipped(
                        ConclusionWords.class,
                        "conclusion-words.tsv",
                        "place",
                        "kind",
                        "pattern",
                        "source"));
    }

    static ConclusionWords of(RuleFile file) {
        Map<String, Pattern> asked = new LinkedHashMap<>();
        Map<String, Pattern> said = new LinkedHashMap<>();
        Map<String, List<String>> places = new LinkedHashMap<>();
        PLACES.forEach(place -> places.put(place, new ArrayList<>()));
        for (List<String> row : file.rows()) {
            String pattern = row.get(2);
            switch (row.getFirst()) {
                case "asked" -> asked.put(row.get(1), whole(pattern));
                case "said" -> said.put(row.get(1), whole(pattern));
                default -> {
                    List<String> patterns = places.get(row.getFirst());
                    if (patterns == null) {
                        throw new IllegalStateException(
                                "rule file "
                                        + file.name()
                                        + " has no place \""
                                        + row.getFirst()
                                        + "\"");
                    }
                    patterns.add(pattern);
                }
            }
        }
        Map<String, Pattern> whole = new LinkedHashMap<>();
        places.forEach((place, patterns) -> whole.put(place, whole(String.join("|", patterns))));
        return new ConclusionWords(
                file.version(),
                asked,
                said,
                at(whole, "denies"),
                at(whole, "weakens"),
                Pattern.compile(String.join("|", places.getOrDefault("ends", List.of()))),
                at(whole, "aside"),
                at(whole, "conceding"),
                at(whole, "trailing"),
                new Predicates(
                        at(whole, "verb"),
                        at(whole, "light"),
                        at(whole, "adjective"),
                        at(whole, "noun")),
                at(whole, "research"),
                at(whole, "concludes"));
    }

    private static Pattern at(Map<String, Pattern> places, String place) {
        return Objects.requireNonNull(places.get(place));
    }

    private static Pattern whole(String words) {
        return Pattern.compile("\\b(?:" + words + ")\\b");
    }
}

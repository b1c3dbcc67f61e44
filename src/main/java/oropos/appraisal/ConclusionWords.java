package oropos.appraisal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import oropos.library.RuleFile;

/// The words conclusions are read by: the file conclusion-words.tsv, which editors own.
///
/// @param asked what kind of answer a question is after
/// @param said what a sentence says
/// @param denies words that deny what follows them, up to what `ends` names
/// @param weakens words that deny only what stands right behind them ("poor accuracy")
/// @param research what only calls for more research, and says nothing of the question itself
/// @param concludes how a conclusion without a heading begins
record ConclusionWords(
        String version,
        Map<String, Pattern> asked,
        Map<String, Pattern> said,
        Pattern denies,
        Pattern weakens,
        Pattern ends,
        Pattern research,
        Pattern concludes) {

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
        List<String> denies = new ArrayList<>();
        List<String> weakens = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        List<String> research = new ArrayList<>();
        List<String> concludes = new ArrayList<>();
        for (List<String> row : file.rows()) {
            String pattern = row.get(2);
            switch (row.getFirst()) {
                case "asked" -> asked.put(row.get(1), whole(pattern));
                case "said" -> said.put(row.get(1), whole(pattern));
                case "denies" -> denies.add(pattern);
                case "weakens" -> weakens.add(pattern);
                case "ends" -> ends.add(pattern);
                case "research" -> research.add(pattern);
                case "concludes" -> concludes.add(pattern);
                default ->
                        throw new IllegalStateException(
                                "rule file "
                                        + file.name()
                                        + " has no place \""
                                        + row.getFirst()
                                        + "\"");
            }
        }
        return new ConclusionWords(
                file.version(),
                asked,
                said,
                whole(String.join("|", denies)),
                whole(String.join("|", weakens)),
                Pattern.compile(String.join("|", ends)),
                whole(String.join("|", research)),
                whole(String.join("|", concludes)));
    }

    private static Pattern whole(String words) {
        return Pattern.compile("\\b(?:" + words + ")\\b");
    }
}

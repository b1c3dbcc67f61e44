package oropos.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.library.RuleFile;

/// Words to look for, all in one pass: the rows of a rule file whose first cell is a pattern and
/// whose second says what it is a sign of.
final class Signs {

    private final Pattern any;
    private final List<String> words = new ArrayList<>();

    /// Patterns are matched as whole words; they must not hold capturing groups.
    Signs(RuleFile file) {
        List<String> patterns = new ArrayList<>();
        for (List<String> row : file.rows()) {
            patterns.add("(" + row.getFirst() + ")");
            words.add(row.get(1));
        }
        any = Pattern.compile("\\b(?:" + String.join("|", patterns) + ")\\b");
        if (any.matcher("").groupCount() != words.size()) {
            throw new IllegalStateException(
                    "rule file " + file.name() + " may hold no capturing groups; write (?:...)");
        }
    }

    /// The signs found in a lower-case text, each once, in the order they stand there.
    List<String> in(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = any.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= words.size(); group++) {
                String sign = words.get(group - 1);
                if (matcher.group(group) != null && !found.contains(sign)) {
                    found.add(sign);
                }
            }
        }
        return found;
    }
}

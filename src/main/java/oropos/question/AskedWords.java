package oropos.question;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Sentences;

/// The words of a question that ask, for a title where nothing in it was recognised: people tell before
/// they ask, and letters begin with a heading.
final class AskedWords {

    /// A question that leans on the sentence before it is told with it, where both are no longer: "They asked
    /// whether we hurt him. Why?"
    private static final int BOTH = 110;

    private static final Pattern LETTER =
            Pattern.compile(
                    "(?is)^\\s*(?:subject:\\s*(?<subject>.*?)\\s*)?message:\\s*(?<rest>.*)$");

    /// Says nothing of what is asked: "ClinicalTrials.gov - Question", "treatment required", "[name]".
    private static final Pattern NO_SUBJECT =
            Pattern.compile(
                    "(?i)(?:(?:clinicaltrials\\.gov|medlineplus|general|specific|study|studies|questions?|queries|query|suggestions?|subject|inn?formations?|info|help|needs?|urgently|treatment|medicines?|required|needed|request|please|pls|urgent|advice|health|medical|customer|service|my|a|for|about|regarding|hi|hello|dear|sir|madam|doctor|dr|\\[[^\\]]*\\]|[^\\p{L}\\p{N}]+)\\s*)*");

    /// Asks for what was named before: "Is there any answer to this?", "Any suggestions?"
    private static final Pattern LEANS =
            Pattern.compile(
                    "(?i)(?:.*\\b(?:this|it|that|these|those|such|them|there|he|she|they|we)\\b.*|(?:why|when|how|what|any)\\b.{0,24}|(?:can|could|will|would) (?:you|someone|anyone)\\b.{0,40}|(?:\\S+\\s*){1,4})");

    private static final int HEADING = 70;

    private AskedWords() {}

    static String of(String clean) {
        Matcher letter = LETTER.matcher(clean);
        boolean headed = letter.matches() && !letter.group("rest").isBlank();
        String subject = headed ? letter.group("subject") : null;
        if (subject != null && tells(subject) && subject.length() < BOTH) {
            return ended(subject);
        }
        String text = headed ? letter.group("rest") : clean;
        List<String> sentences =
                Sentences.of(text).stream()
                        .map(span -> span.of(text).strip())
                        .filter(AskedWords::tells)
                        .toList();
        if (sentences.isEmpty()) {
            return ended(clean);
        }
        if (sentences.size() > 1 && GREETING.matcher(sentences.getFirst()).matches()) {
            sentences = sentences.subList(1, sentences.size());
        }
        String first = sentences.getFirst();
        if (sentences.size() > 2 && first.length() < HEADING && !PERSON.matcher(first).find()) {
            return ended(first);
        }
        for (int at = 0; at < sentences.size(); at++) {
            String one = sentences.get(at);
            if (one.endsWith("?") && !LEANS.matcher(ended(one)).matches()) {
                return ended(one);
            }
            String before = at == 0 ? "" : sentences.get(at - 1);
            if (at == 1 && one.endsWith("?") && before.length() + one.length() < BOTH) {
                return ended(before + " " + one);
            }
        }
        return ended(first);
    }

    private static final Pattern PERSON =
            Pattern.compile("(?i)\\b(?:i|i'm|my|we|our|he|she|they|hi|hello|dear|sir|thank)\\b");

    private static final Pattern GREETING =
            Pattern.compile(
                    "(?is)(?:hi|hello|dear|greetings|good (?:morning|evening|day|afternoon))\\b.{0,60}");

    private static boolean tells(String words) {
        return !words.isBlank() && !NO_SUBJECT.matcher(words).matches();
    }

    private static String ended(String words) {
        String bare = words.replaceAll("[?.!\\s]+$", "").strip();
        return bare.isEmpty() ? words.strip() : bare;
    }
}

package oropos.question;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oropos.terminology.Sentences;
import oropos.terminology.Span;

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

    /// Asks without a question mark: "I would like to know how ...", "Please suggest ...".
    private static final Pattern WISHES =
            Pattern.compile(
                    "(?is).*\\b(?:(?:want|wants|wanted|need|needs|like|love|wish|trying|hoping)(?: to)? (?:know|learn|find|understand|get|see|ask|information|info|help|advice|suggestions?)"
                            + "|wondering|wonder|looking for|please (?:help|advi[sc]e|suggest|recommend|tell|give|send|guide|provide|explain)|let me know"
                            + "|my questions?|(?:information|info|advice) (?:on|about|for|regarding)|any (?:cure|treatment|help|idea|suggestions?|advice|information))\\b.*");

    private static final Pattern LABEL = Pattern.compile("(?i)\\b(?:subject|message):\\s*");

    private AskedWords() {}

    /// The sentences that ask, without the story before them.
    static String asking(String text) {
        String plain = LABEL.matcher(text).replaceAll(". ");
        Set<Span> asking = new TreeSet<>(Comparator.comparingInt(Span::start));
        asking.addAll(Focus.asking(plain));
        Sentences.of(plain).stream()
                .filter(span -> WISHES.matcher(span.of(plain)).matches())
                .forEach(asking::add);
        return asking.stream().map(span -> span.of(plain)).collect(Collectors.joining(" "));
    }

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

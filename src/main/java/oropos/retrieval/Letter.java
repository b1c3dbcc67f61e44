package oropos.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oropos.terminology.Sentences;
import oropos.terminology.Span;

/// A question as people send it, taken apart: what is asked, what is told around it, and what is only
/// polite.
///
/// A short text is asked as a whole. Of a letter the subject (a subject line, or a first sentence of
/// a few words that asks nothing) weighs [#SUBJECT], the sentences that ask weigh 1, the story
/// [#STORY]; greetings, thanks, form labels and the marks left where names were taken out
/// weigh nothing. The weights were chosen on MeQSum (docs/measured.md).
///
/// @param parts in the order of the text
record Letter(List<Part> parts) {

    /// Up to so many words a text is searched whole.
    static final int SHORT = 20;

    /// Weight of the subject.
    static final double SUBJECT = 2.5;

    /// Most words of a first sentence that is the subject.
    private static final int SUBJECT_WORDS = 8;

    /// Weight of a sentence that asks nothing, beside others that do.
    static final double STORY = .3;

    /// Longest text whose sentences are looked at, in UTF-16 units; what follows is left out.
    static final int LONGEST = 40_000;

    private static final Pattern REMOVED = Pattern.compile("\\[[A-Z][A-Z _/-]{1,30}\\]");

    private static final Pattern LABELS =
            Pattern.compile(
                    "(?is)^\\s*subject\\s*:(?<subject>.*?)(?:message|question|body)\\s*:(?<message>.*)$");

    private static final Pattern GREETING =
            Pattern.compile(
                    "(?i)^\\s*(?:(?:dear|hello|hi|hey|good (?:morning|day|evening|afternoon)|greetings|to whom it may concern)\\b"
                            + "(?:\\s+(?:sir|madam|doctor|dr|all|there|team|or|and|/|everyone|friends?|\\p{Lu}\\p{L}+)\\b\\.?){0,4}\\s*[,.!:;-]*\\s*)+");

    private static final Pattern POLITE =
            Pattern.compile(
                    "(?i)^\\W*(?:(?:many |kind |best |warm )?(?:thanks|thank you|thanking you|thankyou|regards|wishes)|sincerely|yours|respectfully|god bless"
                            + "|looking forward|i look forward|(?:please )?(?:reply|respond|write back|contact me|e-?mail me|call me))\\b.{0,80}$");

    private static final Pattern ASKS =
            Pattern.compile(
                    "(?i)^\\W*(?:and |so |but |also |or |my question is:? |question:? )?(?:what|how|which|who|where|when|why|should|is|are|can|could|does|do|did|will|would|has|have|may)\\b.*"
                            + "|.*\\b(?:(?:want|need|like|love|wish|trying|hoping) (?:to )?(?:know|learn|find|understand|get|see|ask|information|info)|wondering|wonder if|looking for|please"
                            + "|(?:information|info|advice|help) (?:on|about|for|with|regarding)|tell me|let me know|request|suggest|advise|recommend|interested in|i need|is there|are there|any (?:cure|treatment|help|idea))\\b.*");

    /// Subject lines that say nothing.
    private static final Set<String> EMPTY =
            Set.of(
                    ("question questions help information info other none general no subject more about message inquiry request"
                                    + " please need urgent medical health comment feedback hi hello clinicaltrials gov"
                                    + " specific study suggestion customer service definitions pls guide us")
                            .split(" "));

    /// A stretch of the text.
    record Part(String words, double weight) {}

    Letter {
        parts = List.copyOf(parts);
    }

    static Letter of(String text) {
        String plain =
                REMOVED.matcher(text.substring(0, Math.min(text.length(), LONGEST)))
                        .replaceAll(" ");
        List<Part> parts = new ArrayList<>();
        Matcher labels = LABELS.matcher(plain);
        String body = plain;
        if (labels.matches()) {
            String subject = labels.group("subject").strip();
            if (says(subject)) {
                parts.add(new Part(subject, SUBJECT));
            }
            body = labels.group("message");
        }
        body = GREETING.matcher(body).replaceFirst("");
        if (count(body) <= SHORT) {
            add(parts, body, 1);
        } else {
            sentences(body, parts);
        }
        if (parts.isEmpty()) {
            parts.add(new Part(plain.isBlank() ? text : plain, 1));
        }
        return new Letter(parts);
    }

    private static void sentences(String body, List<Part> parts) {
        List<String> said =
                Sentences.of(body).stream()
                        .map((Span span) -> span.of(body).strip())
                        .filter(sentence -> !POLITE.matcher(sentence).matches())
                        .toList();
        int first = 0;
        if (parts.isEmpty() && said.size() > 1 && isSubject(said.getFirst())) {
            parts.add(new Part(said.getFirst(), SUBJECT));
            first = 1;
        }
        boolean asks = said.stream().anyMatch(Letter::asks) || !parts.isEmpty();
        for (String sentence : said.subList(first, said.size())) {
            add(parts, sentence, !asks || asks(sentence) ? 1 : STORY);
        }
    }

    private static boolean isSubject(String sentence) {
        return count(sentence) <= SUBJECT_WORDS && !asks(sentence) && says(sentence);
    }

    private static boolean asks(String sentence) {
        return sentence.endsWith("?") || ASKS.matcher(sentence.replace('\n', ' ')).matches();
    }

    private static void add(List<Part> parts, String words, double weight) {
        if (!words.isBlank()) {
            parts.add(new Part(words.strip(), weight));
        }
    }

    private static boolean says(String subject) {
        for (String word : subject.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && !EMPTY.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static int count(String text) {
        return text.strip().split("\\s+").length;
    }

    /// With those parts of the story asked that a test holds for.
    Letter asking(Predicate<Part> test) {
        return new Letter(
                parts.stream()
                        .map(part ->
                                part.weight() < 1 && test.test(part)
                                        ? new Part(part.words(), 1)
                                        : part)
                        .toList());
    }

    /// What is asked, for a vector: the story only where nothing is.
    String asked() {
        return parts.stream()
                .filter(part -> part.weight() >= 1)
                .map(Part::words)
                .collect(Collectors.joining("\n"));
    }

    /// The whole of it, without what is only polite.
    String all() {
        return parts.stream().map(Part::words).collect(Collectors.joining("\n"));
    }

    boolean isWhole() {
        return parts.size() == 1;
    }
}

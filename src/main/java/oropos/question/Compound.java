package oropos.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Ages;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;
import oropos.terminology.Mention;
import oropos.terminology.Mention.Assertion;
import oropos.terminology.Sentences;
import oropos.terminology.Span;
import oropos.terminology.Terminology;

/// Takes a text that asks several things apart: "What is the dose of dexamethasone in a child and can it
/// be given with ibuprofen?" is two questions.
///
/// Each part is a text that stands for itself: the story before the questions belongs to every part, "it"
/// is named, and who or what an earlier question was about is added after "Asked about:" where a later
/// one names nobody or nothing of its own. A sentence that asks nothing by itself ("Why?", "And in
/// pregnancy?") stays with the question before it. A text with more than [#MOST] questions is a letter
/// and stays one.
final class Compound {

    /// Most parts; each costs an answer of its own.
    static final int MOST = 3;

    /// Fewest words of a part: "Is it safe?" is one, "Why?" is none.
    private static final int FEWEST = 3;

    /// Up to this many words, a question that names nothing is about what was named before.
    private static final int SHORT = 5;

    private static final String OPENER =
            "(?:what|which|how|when|why|who|where|should|can|could|may|might|does|do|did|is|are|was|were|will|would|must|has|have)";

    private static final Pattern ASKS =
            Pattern.compile(
                    "(?i)\\s*(?:(?:and|also|but|so|then|or|secondly|finally|please)[, ]+){0,2}"
                            + OPENER
                            + "\\b");

    private static final Pattern SECOND =
            Pattern.compile(
                    "(?i)(?:,? and(?: also)?|, also|;(?: and)?) (?="
                            + OPENER
                            + " (?!when\\b|why\\b|how\\b|where\\b|to\\b)[\\p{L}\\d'-]+ [\\p{L}\\d'-]+)");

    private static final Pattern LED =
            Pattern.compile(
                    "(?i)^\\s*(?:(?:and|also|but|so|then|secondly|finally)[, ]+){1,2}(?="
                            + OPENER
                            + "\\b)");

    private static final Pattern PRONOUN = Pattern.compile("(?i)\\b(?:it|they|them)\\b");

    /// "Could it be leukaemia?": "it" is what the question is looking for.
    private static final Pattern NAMES_IT =
            Pattern.compile(
                    "(?i)\\b(?:(?:could|can|might|may) it be|is it) (?:an? )?(?!safe)\\p{L}+\\?");

    private static final Pattern GREETING =
            Pattern.compile(
                    "(?i)\\s*(?:hi|hello|dear)?[ ,]*(?:how are you|(?:can|could|would) you (?:please )?(?:help|tell|advise|explain)|any (?:ideas?|advice|thoughts)|is there any(?:thing|one|body)|what do you think|does (?:that|this) make sense)\\b.*");

    private static final Pattern TELLS_A_PATIENT =
            Pattern.compile(
                    "(?i)\\b(?:pregnant|pregnancy|breastfeeding|\\d{1,3}(?:\\.\\d)? ?kg|trimester|egfr (?:of )?\\d+|\\d{1,2} weeks pregnant)\\b");

    private static final Pattern WHO =
            Pattern.compile(
                    "(?i)^[ -]?(?:old)? ?(?:woman|man|girl|boy|female|male|child|infant|baby|patient)?");

    private Compound() {}

    /// The parts, or the text alone where it asks one thing.
    static List<String> of(String text, Terminology terminology) {
        if (text.length() > Asked.LONGEST) {
            return List.of(text);
        }
        List<String> story = new ArrayList<>();
        List<String> asks = new ArrayList<>();
        for (Span span : Sentences.of(text)) {
            sort(span.of(text).strip(), story, asks);
        }
        if (asks.size() < 2 || asks.size() > MOST) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        String before = String.join(" ", story);
        Carried carried = new Carried(terminology);
        for (String ask : asks) {
            String whole = carried.into(ask, before.isEmpty());
            parts.add(before.isEmpty() ? whole : before + " " + whole);
        }
        return parts;
    }

    /// A sentence is story, a question, two questions, or belongs to the question before.
    private static void sort(String sentence, List<String> story, List<String> asks) {
        if (sentence.isEmpty() || GREETING.matcher(sentence).matches()) {
            return;
        }
        boolean marked = sentence.endsWith("?");
        if (!marked && !ASKS.matcher(sentence).lookingAt() || !marked && !asks.isEmpty()) {
            story.add(sentence);
            return;
        }
        if (!asks.isEmpty() && !standsForItself(sentence)) {
            asks.set(asks.size() - 1, asks.getLast() + " " + sentence);
            return;
        }
        Matcher second = SECOND.matcher(sentence);
        int from = 0;
        while (second.find()) {
            String first = sentence.substring(from, second.start());
            if (standsForItself(first)) {
                asks.add(closed(first));
                from = second.end();
            }
        }
        asks.add(closed(sentence.substring(from)));
    }

    private static boolean standsForItself(String sentence) {
        return ASKS.matcher(sentence).lookingAt()
                && sentence.strip().split("\\s+").length >= FEWEST;
    }

    /// A question with a capital and a mark.
    private static String closed(String ask) {
        String led = LED.matcher(ask).replaceFirst("").strip();
        String one = led.isEmpty() ? ask.strip() : led;
        String marked = one.matches("(?s).*[.?!]") ? one : one + "?";
        return marked.substring(0, 1).toUpperCase(Locale.ROOT) + marked.substring(1);
    }

    /// What earlier questions were about.
    private static final class Carried {
        private final Terminology terminology;
        private final Set<String> patients = new LinkedHashSet<>();
        private final Set<String> topics = new LinkedHashSet<>();
        private @Nullable String drug;
        private @Nullable String first;

        Carried(Terminology terminology) {
            this.terminology = terminology;
        }

        /// @param alone whether no story tells whom and what it is about
        String into(String ask, boolean alone) {
            Concepts own = terminology.read(ask);
            List<String> patient = patient(ask);
            List<String> topic =
                    own.mentions().stream()
                            .filter(Carried::isTopic)
                            .map(Mention::words)
                            .distinct()
                            .toList();
            String named = ask;
            boolean pronoun = PRONOUN.matcher(ask).find() && !NAMES_IT.matcher(ask).find();
            String antecedent = drug != null ? drug : first;
            Set<String> added = new LinkedHashSet<>();
            if (pronoun && antecedent != null) {
                named = PRONOUN.matcher(ask).replaceFirst(Matcher.quoteReplacement(antecedent));
            }
            if (alone && patient.isEmpty()) {
                added.addAll(patients);
            }
            boolean bare = topic.isEmpty() && ask.split("\\s+").length <= SHORT;
            if (alone && (pronoun || bare)) {
                added.addAll(topics);
                if (named.equals(ask) && antecedent != null && topic.isEmpty()) {
                    added.add(antecedent);
                }
            }
            remember(own, patient, topic);
            String lower = named.toLowerCase(Locale.ROOT);
            added.removeIf(words -> lower.contains(words.toLowerCase(Locale.ROOT)));
            return added.isEmpty()
                    ? named
                    : named + " Asked about: " + String.join(", ", added) + ".";
        }

        private void remember(Concepts own, List<String> patient, List<String> topic) {
            patients.addAll(patient);
            topics.addAll(topic);
            for (Mention mention : own.mentions()) {
                boolean asked =
                        isTopic(mention) && mention.concept().kind() != Concept.Kind.ANATOMY;
                if (asked && drug == null && mention.concept().kind() == Concept.Kind.DRUG) {
                    drug = mention.words();
                }
                if (asked && first == null) {
                    first = mention.words();
                }
            }
        }

        private static boolean isTopic(Mention mention) {
            return switch (mention.concept().kind()) {
                case PROBLEM, DRUG, PROCEDURE, TEST ->
                        mention.assertion() != Assertion.FAMILY
                                && mention.assertion() != Assertion.NEGATED;
                default -> false;
            };
        }

        private static List<String> patient(String ask) {
            List<String> words = new ArrayList<>();
            for (Ages.Found found : Ages.in(ask)) {
                Matcher who = WHO.matcher(ask).region(found.span().end(), ask.length());
                int end = who.lookingAt() ? who.end() : found.span().end();
                words.add(ask.substring(found.span().start(), end).strip());
            }
            Matcher told = TELLS_A_PATIENT.matcher(ask);
            while (told.find()) {
                words.add(told.group());
            }
            return words;
        }
    }
}

package oropos.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;

/// Decides which questions are not taken on, and says why in one sentence, from `refusals.yaml`.
final class Refusals {

    static final String FILE = "refusals.yaml";

    private static final Set<Concept.Kind> CLINICAL =
            Set.of(
                    Concept.Kind.PROBLEM,
                    Concept.Kind.DRUG,
                    Concept.Kind.PROCEDURE,
                    Concept.Kind.TEST,
                    Concept.Kind.ANATOMY,
                    Concept.Kind.ORGANISM);

    /// Function words of another language that must be there, more than of English, before a text is
    /// called by it.
    private static final int FEWEST_FOREIGN_WORDS = 2;

    /// Shorter words end so by chance ("pathos", "coma" apart).
    private static final int SHORTEST_MEDICAL_WORD = 7;

    private static final Set<String> SOMEBODYS =
            Set.of("my", "his", "her", "our", "their", "your", "mums", "dads", "sons", "daughters");

    /// A reason with its sentence.
    record Refusal(String reason, String words) {}

    private final RuleFile.Row words;
    private final List<Cue> orders;
    private final List<Cue> harms;
    private final List<Cue> images;
    private final List<Cue> clinical;
    private final Set<String> ambiguous;
    private final List<Cue> elsewhere;
    private final List<String> endings;
    private final Set<String> english;
    private final Map<String, Set<String>> languages = new LinkedHashMap<>();

    Refusals(RuleFile file) {
        RuleFile.Row content = file.content();
        content.knows(
                Set.of(
                        "version",
                        "words",
                        "orders",
                        "harms",
                        "images",
                        "clinical",
                        "ambiguous",
                        "elsewhere",
                        "endings",
                        "english",
                        "languages"));
        RuleFile.Row sentences = content.row("words");
        RuleFile.Row tongues = content.row("languages");
        if (sentences == null || tongues == null) {
            throw new IllegalStateException(file.name() + " needs words and languages");
        }
        words = sentences;
        words.knows(
                Set.of("empty", "tooLong", "notEnglish", "notClinical", "order", "harm", "image"));
        words.keys().forEach(words::text);
        orders = Cue.all(content.texts("orders"));
        harms = Cue.all(content.texts("harms"));
        images = Cue.all(content.texts("images"));
        clinical = Cue.all(content.texts("clinical"));
        ambiguous = Set.copyOf(content.texts("ambiguous"));
        elsewhere = Cue.all(content.texts("elsewhere"));
        endings = content.texts("endings");
        english = Set.copyOf(content.texts("english"));
        tongues.keys().forEach(key -> languages.put(key, Set.copyOf(tongues.texts(key))));
    }

    Refusal empty() {
        return new Refusal("empty", words.text("empty"));
    }

    Refusal tooLong(int length) {
        return new Refusal(
                "tooLong",
                words.text("tooLong")
                        .replace("{length}", String.format(java.util.Locale.ROOT, "%,d", length))
                        .replace(
                                "{longest}",
                                String.format(java.util.Locale.ROOT, "%,d", Asked.LONGEST)));
    }

    /// Whether the question is refused for its language or its matter.
    ///
    /// @param problems what is told of the patient
    /// @param isSignOrTest whether an urgent sign or the value of a test was found: then it is about
    ///     health, however it is put
    Optional<Refusal> of(
            Wording wording, Concepts concepts, List<Finding> problems, boolean isSignOrTest) {
        String language = foreign(wording);
        if (language != null) {
            return Optional.of(
                    new Refusal(
                            "notEnglish",
                            words.text("notEnglish")
                                    .replace(
                                            "{language}",
                                            language.isEmpty() ? "" : " but in " + language)));
        }
        if (harms.stream().anyMatch(cue -> cue.isIn(wording))) {
            return Optional.of(new Refusal("harm", words.text("harm")));
        }
        if (images.stream().anyMatch(cue -> cue.isIn(wording))) {
            return Optional.of(new Refusal("image", words.text("image")));
        }
        if (orders.stream().anyMatch(cue -> cue.isIn(wording))) {
            return Optional.of(new Refusal("order", words.text("order")));
        }
        return isOfHealth(wording, concepts, problems, isSignOrTest)
                ? Optional.empty()
                : Optional.of(new Refusal("notClinical", words.text("notClinical")));
    }

    private boolean isOfHealth(
            Wording wording, Concepts concepts, List<Finding> problems, boolean isSignOrTest) {
        if (isSignOrTest
                || wording.words().stream().anyMatch(word -> hasMedicalEnding(word.text()))
                || !wording.ages().isEmpty()) {
            return true;
        }
        boolean isElsewhere = elsewhere.stream().anyMatch(cue -> cue.isIn(wording));
        return problems.stream().anyMatch(one -> !isElsewhere || tellsOfHealth(one.words()))
                || concepts.mentions().stream()
                        .filter(mention -> CLINICAL.contains(mention.concept().kind()))
                        .anyMatch(mention -> !isElsewhere || tellsOfHealth(mention.words()))
                || clinical.stream()
                        .flatMap(cue -> cue.heard(wording).stream())
                        .anyMatch(heard -> !isElsewhere || tellsOfHealth(wording, heard));
    }

    /// Whether words say more than "cold" or "drips", which cars and ceilings have too.
    private boolean tellsOfHealth(String said) {
        return Wording.of(said).words().stream().anyMatch(word -> !ambiguous.contains(word.text()));
    }

    private boolean tellsOfHealth(Wording wording, Cue.Heard heard) {
        return tellsOfHealth(heard.span().of(wording.text()))
                || heard.first() > 0
                        && SOMEBODYS.contains(wording.words().get(heard.first() - 1).text());
    }

    /// The other language a text is in, empty where only its script tells that it is not English, null
    /// where it is English or too short to tell.
    private @Nullable String foreign(Wording wording) {
        String script = script(wording.text());
        if (script != null) {
            return script;
        }
        int ours = count(wording, english);
        String best = null;
        int most = 0;
        int second = 0;
        for (Map.Entry<String, Set<String>> language : languages.entrySet()) {
            int count = count(wording, language.getValue());
            if (count > most) {
                second = most;
                most = count;
                best = language.getKey();
            } else {
                second = Math.max(second, count);
            }
        }
        if (most < FEWEST_FOREIGN_WORDS || most <= ours || most * 5 < wording.words().size()) {
            return null;
        }
        return most > second ? best : "";
    }

    private boolean hasMedicalEnding(String word) {
        return word.length() >= SHORTEST_MEDICAL_WORD && endings.stream().anyMatch(word::endsWith);
    }

    private static int count(Wording wording, Set<String> words) {
        return (int) wording.words().stream().filter(word -> words.contains(word.text())).count();
    }

    /// Writing systems of other languages; the name is given where one language alone uses the script.
    private static @Nullable String script(String text) {
        int latin = 0;
        int other = 0;
        String name = "";
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            if (!Character.isLetter(point)) {
                continue;
            }
            Character.UnicodeScript script = Character.UnicodeScript.of(point);
            if (script == Character.UnicodeScript.LATIN) {
                latin++;
            } else if (script != Character.UnicodeScript.COMMON) {
                other++;
                name =
                        switch (script) {
                            case HIRAGANA, KATAKANA -> "Japanese";
                            case HANGUL -> "Korean";
                            case GREEK -> name.isEmpty() ? "Greek" : name;
                            case HEBREW -> "Hebrew";
                            case THAI -> "Thai";
                            default -> name;
                        };
            }
        }
        return other > latin ? name : null;
    }
}

package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import oropos.terminology.Concepts;
import oropos.terminology.Mention;
import oropos.terminology.Terminology;

/// Keeps short forms that mean two things from being read as one of them.
///
/// "PID" is pelvic inflammatory disease, and in a man with pain in his arm a prolapsed disc; a heating
/// pad is no arterial disease. Nothing is guessed in their place: where the words speak for the other
/// meaning the short form is read as nothing and shown as a word that is not known. Which forms those are
/// is a list editors own, `short-forms.yaml`.
final class ShortForms {

    static final String FILE = "short-forms.yaml";

    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{2,5}");

    private record Form(String word, String concept, boolean capitals, List<Cue> unless) {

        boolean is(Mention mention) {
            return mention.words().equalsIgnoreCase(word) && mention.concept().id().equals(concept);
        }

        boolean isElsewhere(Mention mention, Wording wording) {
            return capitals && !mention.words().equals(word.toUpperCase(Locale.ROOT))
                    || unless.stream().anyMatch(cue -> cue.isIn(wording));
        }
    }

    private final List<Form> forms = new ArrayList<>();

    ShortForms(RuleFile file, Terminology terminology) {
        file.content().knows(Set.of("version", "forms"));
        for (RuleFile.Row row : file.content().rows("forms")) {
            row.knows(Set.of("word", "concept", "or", "capitals", "unless", "source"));
            row.text("source");
            row.text("or");
            if (terminology.concept(row.text("concept")).isEmpty()) {
                throw new IllegalStateException(
                        row.place() + ": no vocabulary has " + row.text("concept"));
            }
            forms.add(
                    new Form(
                            row.text("word"),
                            row.text("concept"),
                            row.flag("capitals"),
                            Cue.all(row.texts("unless"))));
        }
    }

    /// Whether a short form stands for something else here than for its concept.
    private boolean isOther(Mention mention, Wording wording) {
        return isCutShort(mention)
                || forms.stream()
                        .anyMatch(form -> form.is(mention) && form.isElsewhere(mention, wording));
    }

    /// "CRP" is no "CRPS" in the singular: where a concept is called only by a short form that ends in a
    /// capital S, the form without it is another word.
    private static boolean isCutShort(Mention mention) {
        String words = mention.words();
        if (!CAPITALS.matcher(words).matches()) {
            return false;
        }
        Pattern whole = Pattern.compile("(?i)(?<!\\p{L})" + words + "(?!\\p{L})");
        Pattern longer = Pattern.compile("(?<!\\p{L})" + words + "S(?!\\p{L})");
        boolean ends = false;
        for (String name : mention.concept().synonyms()) {
            if (whole.matcher(name).find()) {
                return false;
            }
            ends |= longer.matcher(name).find();
        }
        return ends;
    }

    /// The concepts without those that are not meant.
    Concepts meant(Concepts concepts, Wording wording) {
        return concepts.mentions().stream().noneMatch(one -> isOther(one, wording))
                ? concepts
                : new Concepts(
                        concepts.text(),
                        concepts.mentions().stream()
                                .filter(one -> !isOther(one, wording))
                                .toList());
    }

    /// Short forms in capitals that are not read, for the reader to see.
    List<String> unread(Concepts concepts, Wording wording) {
        return concepts.mentions().stream()
                .filter(one -> isOther(one, wording))
                .map(Mention::words)
                .filter(words -> words.equals(words.toUpperCase(Locale.ROOT)))
                .distinct()
                .toList();
    }
}

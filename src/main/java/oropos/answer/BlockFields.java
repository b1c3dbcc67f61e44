package oropos.answer;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.question.ClinicalQuestion;
import oropos.question.Finding;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.QuickPattern;
import oropos.terminology.Terminology;
import oropos.terminology.Words;

/// Whether a field of a block, what it does or what was measured, is asked for: how often bone density
/// rises with denosumab tells nothing of how common an illness is among those who were given it.
final class BlockFields {

    /// More than this share of a field's words must be asked.
    private static final double HALF = 0.5;

    /// "Vertebral augmentation (vertebroplasty, kyphoplasty)".
    private static final Pattern KINDS = Pattern.compile("(?<all>[^()]+) \\((?<each>[^()]+)\\)");

    private final ClinicalQuestion question;
    private final Terminology terminology;
    private final Set<String> asked;
    private final Collection<QuickPattern> said;
    private final Pattern soft;

    /// @param asked keys of the question's words
    /// @param said what meets the ways in which it asks
    /// @param soft words that need not be asked
    BlockFields(
            ClinicalQuestion question,
            Terminology terminology,
            Set<String> asked,
            Collection<QuickPattern> said,
            Pattern soft) {
        this.question = question;
        this.terminology = terminology;
        this.asked = asked;
        this.said = said;
        this.soft = soft;
    }

    boolean areAsked(@Nullable String field) {
        if (field == null) {
            return true;
        }
        // Which illness it is a diagnosis of is what counts.
        String low = field.toLowerCase(Locale.ROOT).replaceFirst("^diagnosis of ", "");
        Matcher kinds = KINDS.matcher(low);
        return kinds.matches()
                ? isAsked(kinds.group("all"))
                        || Stream.of(kinds.group("each").split(", ")).anyMatch(this::isAsked)
                : isAsked(low);
    }

    private boolean isAsked(String field) {
        String low = field;
        int of = 0;
        int met = 0;
        for (QuickPattern one : said) {
            Matcher matcher = one.matcher(low);
            if (matcher.find()) {
                of++;
                met++;
                int end = matcher.end();
                while (end < low.length() && Character.isLetter(low.charAt(end))) {
                    end++;
                }
                low = low.substring(0, matcher.start()) + " " + low.substring(end);
            }
        }
        Set<String> named = named(low);
        for (String word : Words.of(low)) {
            if (word.length() > 1 && !soft.matcher(word).matches()) {
                of++;
                met +=
                        named.contains(word)
                                        || asked.containsAll(
                                                WholeQuestion.keys(Relevance.stems(word)))
                                ? 1
                                : 0;
            }
        }
        return of == 0 || met > HALF * of;
    }

    /// Words of the field that name what the question names, or a wider or narrower thing.
    private Set<String> named(String field) {
        List<Concept> wanted =
                question.findings()
                        .map(Finding::id)
                        .flatMap(id -> terminology.concept(id).stream())
                        .toList();
        Set<String> words = new HashSet<>();
        for (Mention mention : terminology.read(field).mentions()) {
            Concept concept = mention.concept();
            if (wanted.stream().anyMatch(one -> one.isA(concept) || concept.isA(one))) {
                words.addAll(Words.of(mention.span().of(field)));
            }
        }
        return words;
    }
}

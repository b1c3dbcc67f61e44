package oropos.retrieval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.library.Passage;
import oropos.library.Passage.Role;
import oropos.library.Version;
import oropos.retrieval.SearchResults.Quote;
import oropos.retrieval.lucene.Field;
import oropos.retrieval.lucene.Generation;
import oropos.retrieval.lucene.Stems;
import oropos.terminology.Listing;
import oropos.terminology.Span;

/// Chooses the sentence of a source that says most of what was searched: the greatest sum of idf over
/// the different stems in it; of equals the first. Sentences are whole, so that no negation or hedge
/// is cut off.
final class Quotes {

    /// Most passages of a source looked at.
    static final int MOST_PASSAGES = 200;

    private final Map<String, Double> weights = new HashMap<>();

    /// @param stems what was searched
    Quotes(Generation index, Set<String> stems) {
        for (String stem : stems) {
            int frequency =
                    Math.max(
                            index.frequency(Field.MAIN, stem), index.frequency(Field.ANSWER, stem));
            if (frequency > 0) {
                weights.put(stem, index.idf(frequency));
            }
        }
    }

    /// @param found ordinals of the passages that were found, the best first; empty for all
    @Nullable Quote best(Version version, List<Integer> found) {
        if (version.source().linkOnly()) {
            return null;
        }
        List<Passage> passages = new ArrayList<>();
        found.forEach(ordinal -> passages.add(version.passages().get(ordinal)));
        if (passages.stream().allMatch(passage -> passage.role() == Role.TITLE)) {
            passages.addAll(version.passages());
        }
        passages.removeIf(
                passage -> passage.role() == Role.TITLE || passage.role() == Role.QUESTION);
        Quote best = null;
        double most = -1;
        for (Passage passage : passages.stream().limit(MOST_PASSAGES).toList()) {
            for (Span sentence : Listing.units(passage.text())) {
                double weight = weight(sentence.of(passage.text()));
                if (weight > most) {
                    most = weight;
                    int start = passage.span().start();
                    best =
                            new Quote(
                                    passage.id(),
                                    new Span(start + sentence.start(), start + sentence.end()),
                                    sentence.of(passage.text()),
                                    passage.headings());
                }
            }
        }
        return best;
    }

    private double weight(String sentence) {
        Set<String> seen = new HashSet<>(Stems.of(sentence));
        double weight = 0;
        for (Map.Entry<String, Double> stem : new java.util.TreeMap<>(weights).entrySet()) {
            if (seen.contains(stem.getKey())) {
                weight += stem.getValue();
            }
        }
        return weight;
    }
}

package oropos.question;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.Terminology;

/// A thing named in a file of labels, and how what was found is held against it: the same concept, a
/// narrower one, or the same words. `a|b` are names for one thing.
record LabelledName(String label, Set<Concept> concepts, List<String> names) {

    static LabelledName of(String label) {
        List<String> names =
                List.of(label.split("\\|")).stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
        Set<Concept> concepts = new LinkedHashSet<>();
        for (String name : names) {
            Terminology.builtIn().heading(name).ifPresent(concepts::add);
            for (Mention mention : Terminology.builtIn().read(name).mentions()) {
                if (mention.span().length() == name.length()) {
                    concepts.add(mention.concept());
                }
            }
        }
        return new LabelledName(label, concepts, names);
    }

    boolean is(Finding finding) {
        boolean sameWords =
                names.contains(finding.name().toLowerCase(Locale.ROOT))
                        || names.contains(finding.words().toLowerCase(Locale.ROOT));
        return sameWords
                || Terminology.builtIn()
                        .concept(finding.id())
                        .filter(found -> concepts.stream().anyMatch(found::isA))
                        .isPresent();
    }
}

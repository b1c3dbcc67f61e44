package oropos.terminology;

import java.util.List;

/// One thing medicine has a name for.
///
/// @param id a MeSH descriptor (`mesh:D016103`) or, where MeSH has none, one of ours (`oropos:...`)
/// @param name the preferred name
/// @param synonyms other names, for searching; never for rewriting what somebody wrote
/// @param trees MeSH tree positions; a concept is narrower than another whose position is a prefix
public record Concept(
        String id, String name, Kind kind, List<String> synonyms, List<String> trees) {

    /// What sort of thing it is.
    public enum Kind {
        PROBLEM,
        DRUG,
        PROCEDURE,
        TEST,
        ANATOMY,
        ORGANISM,
        GROUP,
        OTHER
    }

    public Concept {
        synonyms = List.copyOf(synonyms);
        trees = List.copyOf(trees);
    }

    /// Whether this is `other` or one of the kinds of it.
    public boolean isA(Concept other) {
        if (id.equals(other.id)) {
            return true;
        }
        for (String mine : trees) {
            for (String theirs : other.trees) {
                if (mine.startsWith(theirs)
                        && (mine.length() == theirs.length()
                                || mine.charAt(theirs.length()) == '.')) {
                    return true;
                }
            }
        }
        return false;
    }
}

package oropos.retrieval.pubmed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The fields a term can be looked for in, with the names PubMed has for them.
public enum Tag {
    /// Where a term has no tag.
    ALL("all", "all fields"),
    /// MeSH heading and all narrower ones.
    HEADING("mh", "mesh", "mesh terms"),
    /// MeSH heading alone.
    HEADING_ALONE("mh:noexp", "mesh:noexp", "mesh terms:noexp"),
    /// MeSH heading, or a narrower one, that is a main point.
    MAJOR("majr", "mesh major topic"),
    /// MeSH heading alone, as a main point.
    MAJOR_ALONE("majr:noexp", "mesh major topic:noexp"),
    /// MeSH qualifier. PubMed groups some qualifiers under others; here each stands for itself.
    QUALIFIER(
            "sh",
            "subheading",
            "mesh subheading",
            "sh:noexp",
            "subheading:noexp",
            "mesh subheading:noexp"),
    TYPE("pt", "publication type", "ptyp"),
    TITLE("ti", "title"),
    TITLE_OR_ABSTRACT("tiab", "title/abstract"),
    TEXT("tw", "text word", "text words"),
    AUTHOR("au", "author"),
    JOURNAL("ta", "journal", "jour"),
    DATE("dp", "date - publication", "pdat", "publication date"),
    LANGUAGE("la", "language", "lang"),
    PMID("pmid", "uid");

    private final List<String> names;

    Tag(String... names) {
        this.names = List.of(names);
    }

    /// The tag of a name, in any case and spacing.
    public static Optional<Tag> of(String name) {
        String plain = name.toLowerCase(Locale.ROOT).strip().replaceAll("\\s*([:/-])\\s*", "$1");
        return Arrays.stream(values())
                .filter(tag ->
                        tag.names.stream()
                                .anyMatch(known -> known.replace(" - ", "-").equals(plain)))
                .findFirst();
    }

    /// As it is written after a term: `[tiab]`.
    public String shown() {
        return this == ALL ? "" : "[" + names.getFirst() + "]";
    }

    /// All of them, for telling what is known.
    static String all() {
        return Arrays.stream(values())
                .filter(tag -> tag != ALL)
                .map(Tag::shown)
                .collect(Collectors.joining(" "));
    }
}

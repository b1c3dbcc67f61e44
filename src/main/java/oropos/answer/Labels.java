package oropos.answer;

import oropos.library.Source;

/// How a cited text is named; a summary always says that it is one.
public final class Labels {

    private Labels() {}

    public static String of(Source source) {
        String name = name(source);
        return switch (source.textKind()) {
            case SUMMARY_OF_PRIMARY -> "Oropos's summary of " + name;
            case SUMMARY_OF_SECONDARY -> "Oropos's summary of a secondary page on " + name;
            case FULL_TEXT, ABSTRACT -> name;
        };
    }

    private static String name(Source source) {
        String who =
                source.issuer() != null && source.authors().isEmpty()
                        ? source.issuer()
                        : source.authors().isEmpty()
                                ? "\"" + source.title() + "\""
                                : source.authors().getFirst()
                                        + (source.authors().size() > 1 ? " et al." : "");
        return source.year() == null ? who : who + " " + source.year();
    }
}

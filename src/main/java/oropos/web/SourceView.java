package oropos.web;

import java.util.ArrayList;
import java.util.List;
import oropos.library.Version;

/// A version of a source cut into paragraphs, with one stretch marked.
///
/// @param isCurrent whether the library's record of this form still has this text
record SourceView(Version version, boolean isCurrent, List<Paragraph> paragraphs) {

    /// @param before words before the marked stretch, all words where nothing is marked here
    /// @param first whether the marked stretch begins here
    record Paragraph(String before, String marked, String after, boolean first) {}

    private static final String BREAK = "\n\n";

    static SourceView of(Version version, List<Version> current, int start, int end) {
        boolean isCurrent = current.stream().anyMatch(v -> v.hash().equals(version.hash()));
        if (version.source().linkOnly()) {
            return new SourceView(version, isCurrent, List.of());
        }
        return new SourceView(version, isCurrent, paragraphs(version.text(), start, end));
    }

    public List<Links.Link> links() {
        return Links.of(
                version.source().pmid(),
                version.source().doi(),
                version.source().pmcid(),
                version.source().url());
    }

    private static List<Paragraph> paragraphs(String text, int start, int end) {
        List<Paragraph> paragraphs = new ArrayList<>();
        boolean begun = false;
        int from = 0;
        while (from <= text.length()) {
            int to = text.indexOf(BREAK, from);
            to = to < 0 ? text.length() : to;
            int markFrom = Math.clamp(start, from, to);
            int markTo = Math.clamp(end, markFrom, to);
            boolean first = !begun && markTo > markFrom;
            begun |= first;
            paragraphs.add(
                    new Paragraph(
                            text.substring(from, markFrom),
                            text.substring(markFrom, markTo),
                            text.substring(markTo, to),
                            first));
            from = to + BREAK.length();
        }
        return List.copyOf(paragraphs);
    }
}

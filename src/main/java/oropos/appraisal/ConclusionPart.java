package oropos.appraisal;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Sentences;
import oropos.terminology.Span;

/// Where a record concludes: under its heading, from the first sentence that says so, else in its last
/// sentences as far as they hold no figures. Where the last one holds figures, the record ends with
/// its results.
///
/// @param sentences in order, at least one
record ConclusionPart(Conclusion.Basis basis, List<Span> sentences) {

    /// Sentences of results read where there is no conclusion.
    static final int LAST = 2;

    /// Last sentences without figures taken for a conclusion.
    static final int UNHEADED = 3;

    private static final Pattern FIGURES =
            Pattern.compile(
                    "\\d\\s?%|\\d\\.\\d|\\b[pPn]\\s?[<=>]|\\b(?:CI|SD|OR|HR|RR)\\b|\\d+ (?:of|patients|women|children|cases)|\\(\\d");

    /// A sentence that says it concludes does so only in the later part of a text.
    private static final double LATER = .5;

    /// Longest conclusion without a heading, in sentences.
    private static final int MOST = 6;

    private static final Pattern HEADING =
            Pattern.compile(
                    "(?:^|(?<=[.!?)\\s]))(?:(?:[A-Z'/&,]+ ){0,4}(?:CONCLUSIONS?|INTERPRETATION)(?: [A-Z'/&,]+){0,4}|Conclusions?|Authors' conclusions?|Interpretation)\\s?[:.\\n]\\s*");

    static ConclusionPart of(String text, Pattern concludes) {
        Matcher heading = HEADING.matcher(text);
        int from = -1;
        while (heading.find()) {
            from = heading.end();
        }
        List<Span> all = Sentences.of(text);
        if (from >= 0 && from < text.length()) {
            int start = from;
            List<Span> under =
                    all.stream()
                            .filter(span -> span.end() > start)
                            .map(span -> new Span(Math.max(start, span.start()), span.end()))
                            .toList();
            if (!under.isEmpty()) {
                return new ConclusionPart(Conclusion.Basis.CONCLUSION, under);
            }
        }
        for (int at = (int) (all.size() * LATER); at < all.size(); at++) {
            if (concludes.matcher(all.get(at).of(text).toLowerCase(Locale.ROOT)).find()) {
                return new ConclusionPart(
                        Conclusion.Basis.CONCLUSION,
                        all.subList(at, Math.min(all.size(), at + MOST)));
            }
        }
        int last = all.size();
        while (last > 0
                && all.size() - last < UNHEADED
                && !FIGURES.matcher(all.get(last - 1).of(text)).find()) {
            last--;
        }
        if (last < all.size()) {
            return new ConclusionPart(Conclusion.Basis.CONCLUSION, all.subList(last, all.size()));
        }
        return new ConclusionPart(
                Conclusion.Basis.RESULTS, all.subList(Math.max(0, all.size() - LAST), all.size()));
    }
}

package oropos.verification;

import java.util.ArrayList;
import java.util.List;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.library.Passage;
import oropos.library.Version;
import oropos.terminology.Span;
import oropos.verification.StatementCheck.Finding;

/// Whether a quote stands in the record, letter for letter, at the place named, and is whole.
final class SpanCheck {

    private final OpenRecord record;

    SpanCheck(OpenRecord record) {
        this.record = record;
    }

    List<Finding> of(Answer.Citation citation) {
        Version version = record.version(citation);
        if (version == null) {
            return List.of(
                    new Finding(
                            "unknownVersion",
                            "the library does not hold "
                                    + citation.source()
                                    + " in version "
                                    + citation.version()));
        }
        if (citation.start() < 0
                || citation.end() > version.text().length()
                || citation.start() >= citation.end()) {
            return List.of(
                    new Finding(
                            "noSuchPlace",
                            citation.start()
                                    + ".."
                                    + citation.end()
                                    + " is not a place in "
                                    + citation.source()
                                    + ", which has "
                                    + version.text().length()
                                    + " characters"));
        }
        List<Finding> findings = new ArrayList<>();
        String there = new Span(citation.start(), citation.end()).of(version.text());
        if (!there.equals(citation.quote())) {
            findings.add(
                    new Finding(
                            "quoteDiffers",
                            "the quote reads \""
                                    + citation.quote()
                                    + "\", the record reads \""
                                    + there
                                    + "\""));
        }
        if (!AnswerJson.sha256(citation.quote()).equals(citation.hash())) {
            findings.add(
                    new Finding("hashDiffers", "the hash of the quote is not " + citation.hash()));
        }
        Cited cited = Cited.of(citation, version);
        if (cited == null) {
            findings.add(
                    new Finding("cut", "the quote runs over several passages: \"" + there + "\""));
        } else if (cited.passage().role() == Passage.Role.TITLE
                || cited.passage().role() == Passage.Role.QUESTION) {
            findings.add(
                    new Finding("title", "a title or a question says nothing: \"" + there + "\""));
        } else if (!WholeUnit.holds(cited.passage(), cited.span())) {
            findings.add(
                    new Finding(
                            "cut",
                            "the quote is not a whole sentence of its passage: \"" + there + "\""));
        }
        return findings;
    }
}

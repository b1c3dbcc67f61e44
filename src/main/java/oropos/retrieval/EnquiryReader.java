package oropos.retrieval;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.question.Asked;
import oropos.question.ClinicalQuestion;
import oropos.question.Company;
import oropos.question.Patient;
import oropos.question.Premise;
import oropos.question.QuestionKind;
import oropos.question.Reader;
import oropos.question.Understanding;
import oropos.question.Understood;
import oropos.question.Urgent;
import oropos.retrieval.Enquiry.Syntax;
import oropos.retrieval.lucene.Lookup;
import oropos.retrieval.lucene.Stems;
import oropos.retrieval.pubmed.QueryParser;
import oropos.retrieval.pubmed.SyntaxProblem;
import oropos.terminology.Terminology;

/// Reads what a searcher wrote: as a query in the syntax of PubMed, as ids that are looked up, or as
/// words, which are understood as a question is.
final class EnquiryReader {

    private static final Pattern NUMBERS = Pattern.compile("\\d{1,9}([\\s,]+\\d{1,9}){0,99}");

    /// A DOI or a PMC id, alone.
    private static final Pattern IDENTIFIER =
            Pattern.compile(
                    "(?i)(?:doi:\\s*|https?://(?:dx\\.)?doi\\.org/)?(10\\.\\d{4,9}/\\S+)|PMC\\d{1,9}");

    private static final Pattern UNPRINTED = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");

    private final Terminology terminology;
    private volatile @Nullable Understanding understanding;

    EnquiryReader(Terminology terminology) {
        this.terminology = terminology;
    }

    /// Made when first asked for: who only answers questions has one already.
    private Understanding understanding() {
        Understanding known = understanding;
        if (known == null) {
            known = new Understanding(terminology);
            understanding = known;
        }
        return known;
    }

    /// A text as it was read.
    ///
    /// @param text without what identifies a person
    /// @param matching the sources that meet a query; null where the text is words
    /// @param met what of a query each source met
    /// @param stems what a quote is chosen by
    record Read(
            String text,
            Syntax syntax,
            ClinicalQuestion question,
            @Nullable BitSet matching,
            List<Conditions.Met> met,
            Set<String> stems,
            Set<String> notes,
            List<Urgent> urgent,
            List<Premise> premises) {}

    Read read(Enquiry enquiry, Lookup lookup) {
        String text = UNPRINTED.matcher(enquiry.text()).replaceAll(" ");
        String query = query(text.strip(), enquiry.syntax());
        return query == null ? words(text) : query(query.isEmpty() ? text : query, text, lookup);
    }

    /// The query a text is read as, empty for the text itself, or null where it is words. Ids alone,
    /// of PubMed, PMC or a DOI, are looked up.
    private static @Nullable String query(String text, Syntax syntax) {
        if (syntax == Syntax.AUTO && NUMBERS.matcher(text).matches()) {
            return text + "[pmid] OR " + text;
        }
        Matcher identifier = IDENTIFIER.matcher(text);
        if (syntax == Syntax.AUTO && identifier.matches()) {
            String name = identifier.group(1) == null ? text : identifier.group(1);
            return '"' + name.replace("\"", "") + '"';
        }
        boolean meant =
                syntax == Syntax.PUBMED || syntax == Syntax.AUTO && QueryParser.isMeant(text);
        return meant ? "" : null;
    }

    /// @param written the query to read
    /// @param text what was typed
    private Read query(String written, String text, Lookup lookup) {
        Conditions conditions = new Conditions(lookup, terminology);
        try {
            BitSet matching = conditions.of(QueryParser.parse(written));
            List<String> words = List.copyOf(conditions.words());
            return new Read(
                    text.strip(),
                    Syntax.PUBMED,
                    question(String.join(" ", words), words, List.of()),
                    matching,
                    conditions.met(),
                    stems(words),
                    conditions.notes(),
                    List.of(),
                    List.of());
        } catch (SyntaxProblem problem) {
            throw new SearchProblem(String.valueOf(problem.getMessage()), text, problem.at());
        }
    }

    private Read words(String written) {
        Set<String> notes = new LinkedHashSet<>();
        String text = written.strip();
        if (text.length() > Asked.LONGEST) {
            text = text.substring(0, Asked.LONGEST);
            notes.add(
                    "Only the first "
                            + Asked.LONGEST
                            + " of "
                            + written.strip().length()
                            + " characters were searched.");
        }
        Understood understood = understanding().of(Asked.by(Reader.PHYSICIAN, text));
        List<Urgent> urgent = List.of();
        ClinicalQuestion question =
                switch (understood) {
                    case Understood.Clear clear -> clear.question();
                    case Understood.NeedsDetail unclear -> unclear.question();
                    case Understood.Refused refused -> {
                        urgent = refused.urgent();
                        if (refused.asked().length() < text.length()) {
                            notes.add(
                                    "This does not read as a clinical question; only its beginning"
                                            + " was searched, as it stands above.");
                        }
                        yield question(
                                refused.asked(),
                                List.of(
                                        QueryWriter.withoutMarks(
                                                refused.asked(), refused.removed())),
                                refused.removed());
                    }
                };
        return new Read(
                question.asked(),
                Syntax.WORDS,
                question,
                null,
                List.of(),
                stems(
                        Stream.concat(question.focus().stream(), question.unknownWords().stream())
                                .toList()),
                notes,
                urgent.isEmpty() ? question.urgent() : urgent,
                question.premises());
    }

    private static Set<String> stems(List<String> words) {
        Set<String> stems = new LinkedHashSet<>();
        words.stream().limit(QueryWriter.MOST_WORDS).forEach(word -> stems.addAll(Stems.of(word)));
        return stems;
    }

    /// Words that are searched as they stand.
    private static ClinicalQuestion question(
            String text, List<String> focus, List<ClinicalQuestion.Removed> removed) {
        return new ClinicalQuestion(
                text,
                text,
                Reader.PHYSICIAN,
                QuestionKind.DEFINITION,
                Patient.UNKNOWN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                focus,
                List.of(),
                List.of(),
                List.of(),
                removed,
                List.of(),
                "as written",
                text,
                Company.NOBODY);
    }

    String withoutIdentifiers(String text, Syntax syntax) {
        String plain = UNPRINTED.matcher(text).replaceAll(" ");
        return query(plain.strip(), syntax) == null ? words(plain).text : plain;
    }
}

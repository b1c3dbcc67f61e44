package oropos.retrieval;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import oropos.library.Languages;
import oropos.retrieval.lucene.Field;
import oropos.retrieval.lucene.Lookup;
import oropos.retrieval.lucene.Stems;
import oropos.retrieval.lucene.Words;
import oropos.retrieval.pubmed.Expression;
import oropos.retrieval.pubmed.Expression.Dates;
import oropos.retrieval.pubmed.Expression.Term;
import oropos.retrieval.pubmed.Expression.Truncation;
import oropos.retrieval.pubmed.SyntaxProblem;
import oropos.retrieval.pubmed.Tag;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.Span;
import oropos.terminology.Terminology;

/// Puts a query to the index: which sources meet it, and which of its terms each of them met.
final class Conditions {

    /// A star stands for more letters than these only.
    static final int LEAST_LETTERS = 3;

    /// Most words a star may stand for.
    static final int MOST_WORDS = 5_000;

    private static final List<Field> TEXT =
            List.of(Field.ABSTRACT_WORDS, Field.TEXT_WORDS, Field.HEADING_WORDS);
    private static final List<Field> ANYWHERE =
            Stream.concat(TEXT.stream(), Stream.of(Field.CARD_WORDS)).toList();

    private final Lookup index;
    private final Terminology terminology;
    private final List<Met> met = new ArrayList<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();

    /// A term that counts for a source, with the sources that meet it.
    record Met(String shown, BitSet sources) {}

    Conditions(Lookup index, Terminology terminology) {
        this.index = index;
        this.terminology = terminology;
    }

    /// Terms that are wanted (not those after NOT), in the order written.
    List<Met> met() {
        return List.copyOf(met);
    }

    /// The words that are wanted, for ranking and for choosing quotes.
    Set<String> words() {
        return words;
    }

    Set<String> notes() {
        return notes;
    }

    /// @throws SyntaxProblem where a term asks for too much
    BitSet of(Expression expression) {
        return of(expression, true);
    }

    private BitSet of(Expression expression, boolean wanted) {
        return switch (expression) {
            case Expression.Everything everything -> index.all();
            case Expression.And both -> {
                BitSet sources = of(both.left(), wanted);
                sources.and(of(both.right(), wanted));
                yield sources;
            }
            case Expression.Or either -> {
                BitSet sources = of(either.left(), wanted);
                sources.or(of(either.right(), wanted));
                yield sources;
            }
            case Expression.Not without -> {
                BitSet sources = of(without.left(), wanted);
                sources.andNot(of(without.right(), !wanted));
                yield sources;
            }
            case Dates dates -> {
                BitSet sources = PublicationDates.of(dates, index);
                if (wanted) {
                    met.add(
                            new Met(
                                    dates.first().equals(dates.last())
                                            ? dates.first() + "[dp]"
                                            : dates.first() + ":" + dates.last() + "[dp]",
                                    (BitSet) sources.clone()));
                }
                yield sources;
            }
            case Term term -> {
                BitSet sources = of(term);
                if (wanted) {
                    met.add(new Met(shown(term), (BitSet) sources.clone()));
                    if (isAbout(term.tag())) {
                        words.addAll(List.of(term.words().replace("*", "").split("[\\s/]+")));
                    }
                }
                yield sources;
            }
        };
    }

    private static String shown(Term term) {
        String star = term.truncation() == Truncation.WORDS ? " *" : "*";
        String words = term.words() + (term.isTruncated() ? star : "");
        return (term.quoted() ? '"' + words + '"' : words) + term.tag().shown();
    }

    private static boolean isAbout(Tag tag) {
        return switch (tag) {
            case ALL, HEADING, HEADING_ALONE, MAJOR, MAJOR_ALONE, TITLE, TITLE_OR_ABSTRACT, TEXT ->
                    true;
            case QUALIFIER, TYPE, AUTHOR, JOURNAL, DATE, LANGUAGE, PMID -> false;
        };
    }

    private BitSet of(Term term) {
        return switch (term.tag()) {
            case ALL -> term.quoted() ? phrase(term, ANYWHERE) : untagged(term);
            case TITLE -> phrase(term, List.of(Field.TITLE_WORDS));
            case TITLE_OR_ABSTRACT -> phrase(term, List.of(Field.ABSTRACT_WORDS));
            case TEXT -> phrase(term, TEXT);
            case HEADING -> heading(term, Field.HEADING, Field.HEADING_TREE, true);
            case HEADING_ALONE -> heading(term, Field.HEADING, Field.HEADING_TREE, false);
            case MAJOR -> heading(term, Field.MAJOR, Field.MAJOR_TREE, true);
            case MAJOR_ALONE -> heading(term, Field.MAJOR, Field.MAJOR_TREE, false);
            case QUALIFIER -> named(term, Field.QUALIFIER);
            case TYPE -> type(term);
            case AUTHOR -> author(term);
            case JOURNAL -> named(term, Field.JOURNAL);
            case LANGUAGE -> index.holding(Field.LANGUAGE, language(term.words()));
            case PMID -> anyOf(Field.PMID, List.of(term.words().split("[\\s,]+")));
            case DATE -> throw new IllegalStateException("dates are read as dates");
        };
    }

    /// Words side by side: names of the vocabulary are found by any of their names and as headings,
    /// other words each for itself in any of their forms.
    private BitSet untagged(Term term) {
        if (term.words().contains("*") || term.isTruncated()) {
            return oneByOne(term);
        }
        BitSet all = index.all();
        int from = 0;
        boolean none = true;
        for (Mention mention : terminology.read(term.words()).mentions()) {
            Span span = mention.span();
            if (span.start() < from) {
                continue;
            }
            none &= !eachWord(term.words().substring(from, span.start()), all);
            BitSet concept = index.holding(Field.CONCEPT, mention.concept().id());
            concept.or(below(mention.concept(), Field.HEADING_TREE));
            BitSet said = index.all();
            if (eachWord(span.of(term.words()), said)) {
                concept.or(said);
            }
            all.and(concept);
            none = false;
            from = span.end();
        }
        none &= !eachWord(term.words().substring(from), all);
        if (none) {
            notes.add("“" + term.words() + "” is too common a word to be searched for.");
        }
        return all;
    }

    /// Takes away the sources without one of these words; false where all are too common to count.
    private boolean eachWord(String words, BitSet sources) {
        boolean any = false;
        for (String word : words.split("\\s+")) {
            List<String> stems = Stems.of(word);
            if (!stems.isEmpty()) {
                BitSet holding = phrase(Words.of(word), Truncation.NONE, ANYWHERE, 0);
                BitSet stemmed = index.all();
                for (String stem : stems) {
                    BitSet said = index.holding(Field.MAIN, stem);
                    said.or(index.holding(Field.ANSWER, stem));
                    stemmed.and(said);
                }
                holding.or(stemmed);
                sources.and(holding);
                any = true;
            }
        }
        return any;
    }

    private BitSet oneByOne(Term term) {
        BitSet all = index.all();
        String words = term.words() + (term.truncation() == Truncation.LETTERS ? "*" : "");
        for (String word : words.split("\\s+")) {
            boolean star = word.endsWith("*");
            String bare = word.replace("*", "");
            if (star) {
                all.and(phrase(Words.of(bare), Truncation.LETTERS, ANYWHERE, term.at()));
            } else {
                eachWord(bare, all);
            }
        }
        return all;
    }

    private BitSet phrase(Term term, List<Field> fields) {
        return phrase(Words.of(term.words()), term.truncation(), fields, term.at());
    }

    private BitSet phrase(List<String> words, Truncation truncation, List<Field> fields, int at) {
        BitSet sources = new BitSet();
        if (words.isEmpty()) {
            return sources;
        }
        for (Field field : fields) {
            List<List<String>> places = new ArrayList<>(words.stream().map(List::of).toList());
            if (truncation == Truncation.LETTERS) {
                places.removeLast();
                places.add(beginning(field, words.getLast(), at));
            }
            if (places.size() > 1) {
                sources.or(index.phrase(field, places));
            } else {
                sources.or(anyOf(field, places.getFirst()));
            }
        }
        return sources;
    }

    private List<String> beginning(Field field, String start, int at) {
        if (start.codePointCount(0, start.length()) < LEAST_LETTERS) {
            throw new SyntaxProblem(
                    "A star needs at least "
                            + LEAST_LETTERS
                            + " letters before it, or it would find everything. Write more of the"
                            + " word.",
                    at);
        }
        return index.beginning(field, start, MOST_WORDS)
                .orElseThrow(() ->
                        new SyntaxProblem(
                                "More than "
                                        + MOST_WORDS
                                        + " words begin with “"
                                        + start
                                        + "”. Write more of the word.",
                                at));
    }

    private BitSet anyOf(Field field, Iterable<String> terms) {
        BitSet sources = new BitSet();
        terms.forEach(term -> sources.or(index.holding(field, term)));
        return sources;
    }

    private BitSet heading(Term term, Field names, Field trees, boolean withNarrower) {
        String[] parts = term.words().split("/", 2);
        String qualifier = parts.length > 1 ? "/" + Words.key(parts[1]) : "";
        String written = Words.key(parts[0]);
        if (term.isTruncated()) {
            String start = written + (term.truncation() == Truncation.WORDS ? " " : "");
            return anyOf(
                    names,
                    beginning(names, start, term.at()).stream()
                            .filter(name -> name.indexOf('/') < 0)
                            .toList());
        }
        Concept concept = terminology.heading(parts[0]).orElse(null);
        BitSet sources = index.holding(names, written + qualifier);
        if (concept == null) {
            if (sources.isEmpty()) {
                notes.add(
                        "No MeSH heading is called “"
                                + parts[0].strip()
                                + "”; try it with [tiab] instead.");
            }
            return sources;
        }
        sources.or(index.holding(names, Words.key(concept.name()) + qualifier));
        if (withNarrower && qualifier.isEmpty()) {
            sources.or(below(concept, trees));
        } else if (withNarrower) {
            for (Concept narrower : terminology.narrower(concept)) {
                sources.or(index.holding(names, Words.key(narrower.name()) + qualifier));
            }
        }
        return sources;
    }

    private BitSet below(Concept concept, Field trees) {
        BitSet sources = new BitSet();
        for (String position : concept.trees()) {
            sources.or(index.holding(trees, position));
            index.beginning(trees, position + ".", Integer.MAX_VALUE)
                    .ifPresent(below -> sources.or(anyOf(trees, below)));
        }
        return sources;
    }

    /// Publication types have trees too: a randomized controlled trial is a clinical trial.
    private BitSet type(Term term) {
        BitSet sources = named(term, Field.TYPE);
        terminology
                .heading(term.words())
                .filter(type -> type.trees().stream().anyMatch(place -> place.startsWith("V")))
                .ifPresent(type ->
                        terminology
                                .narrower(type)
                                .forEach(below ->
                                        sources.or(
                                                index.holding(
                                                        Field.TYPE, Words.key(below.name())))));
        return sources;
    }

    private BitSet named(Term term, Field field) {
        String name = Words.key(term.words());
        return term.isTruncated()
                ? anyOf(field, beginning(field, name, term.at()))
                : index.holding(field, name);
    }

    /// "simm p" finds Simm PJ, as initials may be fewer than printed; quoted names are exact.
    private BitSet author(Term term) {
        String name = Words.key(term.words());
        BitSet sources = named(term, Field.AUTHOR);
        if (!term.quoted() && !term.isTruncated() && name.length() >= LEAST_LETTERS) {
            boolean initials = name.matches(".+ \\p{L}{1,2}");
            sources.or(
                    anyOf(
                            Field.AUTHOR,
                            beginning(Field.AUTHOR, initials ? name : name + " ", term.at())));
        }
        return sources;
    }

    /// "english", "eng" and "en" are "en".
    private static String language(String words) {
        String wanted = words.strip();
        for (String code : Locale.getISOLanguages()) {
            if (Locale.of(code).getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(wanted)) {
                return code;
            }
        }
        return Languages.code(wanted);
    }
}

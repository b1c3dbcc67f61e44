package oropos.retrieval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.library.Claim;
import oropos.library.Passage;
import oropos.library.Passage.Role;
import oropos.library.Population;
import oropos.library.Record;
import oropos.library.Source;
import oropos.library.SourceId;
import oropos.library.Version;
import oropos.retrieval.lucene.Card;
import oropos.retrieval.lucene.Entry;
import oropos.terminology.AgeGroups;
import oropos.terminology.Concept;
import oropos.terminology.Terminology;
import oropos.terminology.Vertebrae;

/// Describes the passages of a source for the index.
///
/// Every passage carries the words of its title, its headings and its typed fields, so that a block
/// of two sentences is found by what its document is about. A title has an entry of its own only
/// where there is nothing else; a question only where it has no answer, for otherwise its answers
/// carry it.
final class Cataloguer {

    /// Changes whenever entries are made differently: an index of another recipe is made anew.
    private static final String RECIPE = "catalogue 5";

    /// A search gives at most so many blocks of one document of the guideline form.
    static final int MOST_BLOCKS = 12;

    /// A search gives at most so many passages of any other source.
    static final int MOST_PASSAGES = 4;

    /// How much of a source stands around each of its passages, in UTF-16 units: about an abstract.
    static final int CONTEXT = 2_000;

    /// How many levels of the MeSH tree above a concept still find it.
    static final int WIDER_LEVELS = 3;

    /// Stands before the position of a concept that was named itself.
    static final String OWN = "=";

    /// Digits of a passage's place in its id.
    private static final int DIGITS = 7;

    /// Most descriptors remembered.
    private static final int MOST_REMEMBERED = 50_000;

    private final Terminology terminology;
    private final Map<String, List<Concept>> descriptors = new ConcurrentHashMap<>();
    private final Map<String, List<String>> positions = new ConcurrentHashMap<>();

    private final Cards cards;
    private final SubjectNames subjects;

    Cataloguer(Terminology terminology) {
        this.terminology = terminology;
        this.cards = new Cards(terminology);
        this.subjects = new SubjectNames(terminology);
    }

    /// How entries are made, with the vocabularies that are read.
    String recipe() {
        return RECIPE + "; aspects " + Aspects.builtIn().version() + "; " + terminology.version();
    }

    List<Entry> entries(Version version) {
        List<Passage> content = content(version);
        Map<String, Concept> shared = new LinkedHashMap<>();
        read(title(version.source())).forEach(concept -> shared.put(concept.id(), concept));
        version.source()
                .mesh()
                .forEach(words ->
                        descriptor(words).forEach(concept -> shared.put(concept.id(), concept)));
        String question = question(version);
        String context = content.size() > 1 && question.isEmpty() ? context(version, content) : "";
        List<Entry> entries = new ArrayList<>(content.size());
        for (Passage passage : content) {
            Card card = entries.isEmpty() ? cards.of(version, content) : null;
            entries.add(entry(version, passage, question, context, shared, card));
        }
        return entries;
    }

    /// The texts whose vectors stand for the passages of a version, as its entries name them.
    List<String> meanings(Version version) {
        String question = question(version);
        return content(version).stream()
                .map(passage -> meaning(version, passage, question))
                .toList();
    }

    private static String meaning(Version version, Passage passage, String question) {
        if (!question.isEmpty()) {
            return lines(SubjectNames.subject(version), question);
        }
        Source source = version.source();
        return passage.role() == Role.TITLE ? title(source) : lines(title(source), passage.text());
    }

    /// The title, or nothing where the record has none.
    static String title(Source source) {
        return source.title().equals(Record.NO_TITLE) ? "" : source.title();
    }

    /// The question of a pair of question and answer, or nothing.
    private static String question(Version version) {
        return SubjectNames.questions(version).findFirst().map(Passage::text).orElse("");
    }

    private static String otherNames(Version version) {
        return SubjectNames.questions(version)
                .skip(1)
                .map(Passage::text)
                .collect(Collectors.joining("\n"));
    }

    private static List<Passage> content(Version version) {
        List<Passage> content =
                version.passages().stream().filter(passage -> isContent(passage.role())).toList();
        if (content.isEmpty()) {
            content = SubjectNames.questions(version).limit(1).toList();
        }
        return content.isEmpty() ? version.passages() : content;
    }

    private static boolean isContent(Role role) {
        return switch (role) {
            case ABSTRACT, BODY, BLOCK, ANSWER -> true;
            case TITLE, QUESTION -> false;
        };
    }

    private Entry entry(
            Version version,
            Passage passage,
            String question,
            String context,
            Map<String, Concept> shared,
            @Nullable Card card) {
        Source source = version.source();
        String own = passage.role() == Role.TITLE ? "" : passage.text();
        String around = lines(headings(passage), claimed(passage.claim()));
        Map<String, Concept> named = new LinkedHashMap<>(shared);
        read(lines(around, own)).forEach(concept -> named.putIfAbsent(concept.id(), concept));
        boolean asked = !question.isEmpty();
        return new Entry(
                id(passage.id()),
                source.id().value(),
                asked
                        ? lines(
                                question,
                                question,
                                title(source).equals(question) ? "" : title(source),
                                SubjectNames.subject(version),
                                otherNames(version),
                                String.join("\n", source.mesh()))
                        : lines(title(source), around, own, levels(named.values())),
                asked && passage.role() == Role.ANSWER ? own : "",
                context,
                asked ? lines(title(source), question) : title(source),
                named.keySet(),
                trees(named.values()),
                ages(version, passage),
                meaning(version, passage, question),
                switch (source.form()) {
                    case "guideline", "starter" -> MOST_BLOCKS;
                    default -> MOST_PASSAGES;
                },
                Cards.isAbstract(version, passage) ? "" : lines(headings(passage), own),
                asked ? subjects.pair(version, question) : null,
                card);
    }

    /// A passage's id in a form that sorts by source, version and place.
    static String id(Passage.Id id) {
        String ordinal = Integer.toString(id.ordinal());
        return id.source().value()
                + ' '
                + id.version()
                + ' '
                + "0".repeat(Math.max(0, DIGITS - ordinal.length()))
                + ordinal;
    }

    static Passage.Id id(String id) {
        String[] parts = id.split(" ", 3);
        return new Passage.Id(new SourceId(parts[0]), parts[1], Integer.parseInt(parts[2]));
    }

    private static String headings(Passage passage) {
        return String.join("\n", passage.headings());
    }

    private static String claimed(@Nullable Claim claim) {
        return claim == null
                ? ""
                : Stream.of(
                                claim.about(),
                                claim.intervention(),
                                claim.comparator(),
                                claim.outcome())
                        .map(words -> words == null ? "" : words)
                        .filter(words -> !words.isBlank())
                        .collect(Collectors.joining("\n"));
    }

    private static String lines(String... texts) {
        return Stream.of(texts).filter(text -> !text.isBlank()).collect(Collectors.joining("\n"));
    }

    /// The abstract where there is one, else how the source begins.
    private static String context(Version version, List<Passage> content) {
        boolean hasAbstract = content.stream().anyMatch(p -> p.role() == Role.ABSTRACT);
        StringBuilder context = new StringBuilder(title(version.source()));
        for (Passage passage : content) {
            if (context.length() > CONTEXT) {
                break;
            }
            if (!hasAbstract || passage.role() == Role.ABSTRACT) {
                context.append('\n').append(passage.text());
            }
        }
        return context.substring(0, Math.min(context.length(), CONTEXT));
    }

    private static List<String> ages(Version version, Passage passage) {
        Claim claim = passage.claim();
        Population own = claim == null ? null : claim.population();
        Population people = own == null ? version.study().population() : own;
        if (!people.ageGroups().isEmpty()) {
            return people.ageGroups();
        }
        return people.ages() == null ? List.of() : AgeGroups.of(people.ages());
    }

    private List<Concept> read(String text) {
        return text.isBlank() ? List.of() : terminology.named(text);
    }

    /// What a MeSH heading names; qualifiers and the star of a major topic are left out.
    private List<Concept> descriptor(String words) {
        String name = words.replaceFirst("/.*", "").replace("*", "").strip();
        List<Concept> known = descriptors.get(name);
        if (known == null) {
            known = read(name);
            if (descriptors.size() < MOST_REMEMBERED) {
                descriptors.put(name, known);
            }
        }
        return known;
    }

    /// The short names of vertebrae: who asks for T12 finds "the twelfth thoracic vertebra".
    private static String levels(Collection<Concept> named) {
        return named.stream()
                .flatMap(concept -> Vertebrae.level(concept).stream())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private Set<String> trees(Collection<Concept> named) {
        Set<String> trees = new LinkedHashSet<>();
        for (Concept concept : named) {
            trees.addAll(positions.computeIfAbsent(concept.id(), id -> positions(concept)));
        }
        return trees;
    }

    /// The positions of a concept, marked and not, and those above them.
    private static List<String> positions(Concept concept) {
        Set<String> trees = new LinkedHashSet<>();
        for (String position : concept.trees()) {
            String wider = position;
            trees.add(OWN + position);
            trees.add(wider);
            for (int level = 0; level < WIDER_LEVELS && wider.indexOf('.') > 0; level++) {
                wider = wider.substring(0, wider.lastIndexOf('.'));
                trees.add(wider);
            }
        }
        return List.copyOf(trees);
    }
}

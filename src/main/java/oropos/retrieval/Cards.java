package oropos.retrieval;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.library.Passage;
import oropos.library.Passage.Role;
import oropos.library.Population;
import oropos.library.Source;
import oropos.library.TextKind;
import oropos.library.Version;
import oropos.retrieval.lucene.Card;
import oropos.retrieval.lucene.Field;
import oropos.retrieval.lucene.Words;
import oropos.terminology.AgeGroups;
import oropos.terminology.Concept;
import oropos.terminology.Terminology;

/// Writes the catalogue card of a source.
final class Cards {

    /// Volume, year and pages behind the name of a journal.
    private static final Pattern AFTER_JOURNAL =
            Pattern.compile("[\\s.]*(\\b(1[5-9]|20)\\d\\d\\b|;|:\\s*\\S*\\d).*$", Pattern.DOTALL);

    /// What a year is multiplied by to be a date without month and day.
    static final int YEAR = 10_000;

    private static final int MONTH = 100;

    private final Terminology terminology;

    Cards(Terminology terminology) {
        this.terminology = terminology;
    }

    /// @param content the passages that carry the source
    Card of(Version version, List<Passage> content) {
        Source source = version.source();
        String journal = source.venue() == null ? "" : journal(source.venue());
        String issuer = source.issuer() == null ? "" : source.issuer();
        List<String> abstracts = new ArrayList<>(List.of(Cataloguer.title(source)));
        content.stream()
                .filter(passage -> isAbstract(version, passage))
                .map(Passage::text)
                .forEach(abstracts::add);
        Map<Field, List<String>> words = new EnumMap<>(Field.class);
        words.put(Field.TITLE_WORDS, List.of(Cataloguer.title(source)));
        words.put(Field.ABSTRACT_WORDS, abstracts);
        words.put(
                Field.HEADING_WORDS,
                Stream.concat(source.mesh().stream(), source.types().stream()).toList());
        words.put(
                Field.CARD_WORDS,
                Stream.concat(
                                source.authors().stream(),
                                Stream.of(
                                        journal,
                                        issuer,
                                        text(source.pmid()),
                                        text(source.doi()),
                                        text(source.pmcid())))
                        .filter(text -> !text.isBlank())
                        .toList());
        Map<Field, SortedSet<String>> ids = new EnumMap<>(Field.class);
        headings(source.mesh(), ids);
        source.types().forEach(type -> put(ids, Field.TYPE, Words.key(type)));
        source.authors().forEach(author -> put(ids, Field.AUTHOR, Words.key(author)));
        put(ids, Field.JOURNAL, Words.key(journal));
        put(ids, Field.JOURNAL, Words.key(issuer));
        put(ids, Field.LANGUAGE, source.language().toLowerCase(Locale.ROOT));
        put(ids, Field.PMID, text(source.pmid()));
        facets(version).forEach(facet -> put(ids, Field.FACET, facet));
        return new Card(words, ids, dates(source), source.year() == null ? 0 : source.year());
    }

    /// Whether a passage counts as abstract: where a source has none, and its text is no full text,
    /// all of it does.
    static boolean isAbstract(Version version, Passage passage) {
        boolean hasAbstract = version.passages().stream().anyMatch(p -> p.role() == Role.ABSTRACT);
        return hasAbstract
                ? passage.role() == Role.ABSTRACT
                : version.source().textKind() != TextKind.FULL_TEXT && passage.role() != Role.TITLE;
    }

    private static String text(@Nullable String words) {
        return words == null ? "" : words;
    }

    static String journal(String venue) {
        return AFTER_JOURNAL.matcher(venue).replaceFirst("");
    }

    private static void put(Map<Field, SortedSet<String>> ids, Field field, String id) {
        if (!id.isBlank()) {
            ids.computeIfAbsent(field, any -> new TreeSet<>()).add(id);
        }
    }

    private void headings(List<String> mesh, Map<Field, SortedSet<String>> ids) {
        for (String written : mesh) {
            boolean major = written.contains("*");
            String[] parts = written.replace("*", "").split("/", 2);
            String name = Words.key(parts[0]);
            List<String> terms = new ArrayList<>(List.of(name));
            if (parts.length > 1) {
                String qualifier = Words.key(parts[1]);
                put(ids, Field.QUALIFIER, qualifier);
                terms.add(name + "/" + qualifier);
            }
            List<String> trees =
                    terminology.heading(parts[0]).map(Concept::trees).orElse(List.of());
            terms.forEach(term -> put(ids, Field.HEADING, term));
            trees.forEach(position -> put(ids, Field.HEADING_TREE, position));
            if (major) {
                terms.forEach(term -> put(ids, Field.MAJOR, term));
                trees.forEach(position -> put(ids, Field.MAJOR_TREE, position));
            }
        }
    }

    private static SortedSet<Integer> dates(Source source) {
        SortedSet<Integer> dates = new TreeSet<>();
        if (source.published() != null) {
            dates.add(
                    source.published().getYear() * YEAR
                            + source.published().getMonthValue() * MONTH
                            + source.published().getDayOfMonth());
        }
        if (source.year() != null
                && (source.published() == null || source.published().getYear() != source.year())) {
            dates.add(source.year() * YEAR);
        }
        return dates;
    }

    private static List<String> facets(Version version) {
        Source source = version.source();
        Population people = version.study().population();
        List<String> facets = new ArrayList<>();
        facets.add(Facet.DESIGN.value(version.study().design().name()));
        facets.add(Facet.KIND.value(source.form()));
        facets.add(Facet.STANDING.value(source.standing().code()));
        if (source.year() != null) {
            facets.add(Facet.YEAR.value(Integer.toString(source.year())));
        }
        if (source.issuer() != null) {
            facets.add(Facet.ISSUER.value(source.issuer()) + Card.NAMED + source.issuer());
        }
        List<String> ages = people.ageGroups();
        if (ages.isEmpty() && people.ages() != null) {
            ages = AgeGroups.of(people.ages());
        }
        ages.stream()
                .flatMap(group -> AgeGroups.group(group).stream())
                .forEach(group -> facets.add(Facet.AGE.value(group.name())));
        if (people.sex() != null) {
            facets.add(Facet.SEX.value(people.sex().name()));
        }
        if (people.pregnancy() != null) {
            facets.add(Facet.PREGNANCY.value(people.pregnancy().name()));
        }
        return facets;
    }
}

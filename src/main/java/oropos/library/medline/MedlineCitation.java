package oropos.library.medline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.library.Identifiers;
import oropos.library.Languages;
import oropos.library.Notice;
import oropos.library.Notice.Kind;
import oropos.library.Passage.Role;
import oropos.library.PublicationDate;
import oropos.library.Record;
import oropos.library.SourceId;
import oropos.library.TextKind;
import oropos.library.Venue;

/// One record of MEDLINE text as a bibliographic record.
final class MedlineCitation {

    /// Tags of comments and corrections that say how a work stands.
    private static final Map<String, Kind> NOTICES =
            Map.ofEntries(
                    Map.entry("RIN", Kind.RETRACTION_IN),
                    Map.entry("RRI", Kind.RETRACTED_AND_REPUBLISHED_IN),
                    Map.entry("ECI", Kind.CONCERN_IN),
                    Map.entry("EIN", Kind.ERRATUM_IN),
                    Map.entry("CRI", Kind.CORRECTED_AND_REPUBLISHED_IN),
                    Map.entry("UIN", Kind.UPDATE_IN),
                    Map.entry("ROF", Kind.RETRACTION_OF),
                    Map.entry("RRF", Kind.RETRACTED_AND_REPUBLISHED_OF),
                    Map.entry("ECF", Kind.CONCERN_OF),
                    Map.entry("EFR", Kind.ERRATUM_OF),
                    Map.entry("CRF", Kind.CORRECTED_AND_REPUBLISHED_OF),
                    Map.entry("UOF", Kind.UPDATE_OF));

    private static final Pattern MARKED_DOI = Pattern.compile("(\\S+)\\s*\\[doi]");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[5-9]\\d\\d|20\\d\\d)(?!\\d)");
    private static final Pattern DAY =
            Pattern.compile("(\\d{4}) (\\w+) (\\d{1,2})(?!\\d)|(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern REFERENCE_PMID = Pattern.compile("PMID: ?(\\d+)");

    private MedlineCitation() {}

    static Optional<Record> of(TaggedRecord tagged) {
        Optional<String> pmid = Identifiers.pmid(tagged.first("PMID"));
        Optional<String> doi = doi(tagged);
        Optional<String> pmcid = Identifiers.pmcid(tagged.first("PMC"));
        Optional<SourceId> id = Identifiers.source(pmid, pmcid, doi);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        String title = Venue.plainTitle(title(tagged));
        String original = Venue.plainTitle(tagged.first("TT"));
        if (title.isEmpty() || title.startsWith("[Not Available]")) {
            title = original;
            original = "";
        }
        Integer year = year(tagged);
        Record.Builder record =
                Record.of(id.get(), MedlineReader.FORM, title, TextKind.ABSTRACT)
                        .authors(authors(tagged))
                        .venue(venue(tagged, year))
                        .year(year)
                        .published(
                                Stream.of("DEP", "DP")
                                        .flatMap(tag -> day(tagged.first(tag)).stream())
                                        .findFirst()
                                        .orElse(null))
                        .revised(day(tagged.first("LR")).orElse(null))
                        .language(Languages.code(tagged.all("LA")))
                        .types(tagged.all("PT").stream().distinct().toList())
                        .mesh(tagged.all("MH").stream().flatMap(MedlineCitation::mesh).toList())
                        .licence(tagged.first("CI"))
                        .pmid(pmid.orElse(null))
                        .doi(doi.orElse(null))
                        .pmcid(pmcid.orElse(null))
                        .url(
                                pmid.map(p -> "https://pubmed.ncbi.nlm.nih.gov/" + p + "/")
                                        .or(() -> doi.map(name -> "https://doi.org/" + name))
                                        .orElse(null));
        LabelledAbstract.add(String.join(" ", tagged.all("AB")), record);
        if (!original.isEmpty()) {
            record.part(Role.BODY, List.of("Title in the original language"), original);
        }
        notices(tagged, record);
        return Optional.of(record.build());
    }

    private static String title(TaggedRecord tagged) {
        String title = String.join(" ", tagged.all("TI"));
        return title.isEmpty() ? tagged.first("BTI") : title;
    }

    private static Optional<String> doi(TaggedRecord tagged) {
        return Stream.concat(tagged.all("LID").stream(), tagged.all("AID").stream())
                .flatMap(words -> {
                    Matcher marked = MARKED_DOI.matcher(words);
                    return Identifiers.doi(marked.find() ? marked.group(1) : words).stream();
                })
                .findFirst();
    }

    private static List<String> authors(TaggedRecord tagged) {
        List<String> people = tagged.all("AU").isEmpty() ? tagged.all("ED") : tagged.all("AU");
        return Stream.concat(people.stream(), tagged.all("CN").stream()).distinct().toList();
    }

    private static @Nullable Integer year(TaggedRecord tagged) {
        return Stream.of("DP", "DEP", "PHST")
                .map(tagged::first)
                .map(YEAR::matcher)
                .filter(Matcher::find)
                .map(matcher -> Integer.valueOf(matcher.group()))
                .findFirst()
                .orElse(null);
    }

    private static Optional<java.time.LocalDate> day(String words) {
        Matcher day = DAY.matcher(words);
        if (!day.lookingAt()) {
            return Optional.empty();
        }
        return day.group(1) != null
                ? PublicationDate.of(day.group(1), day.group(2), day.group(3))
                : PublicationDate.of(day.group(4), day.group(5), day.group(6));
    }

    private static String venue(TaggedRecord tagged, @Nullable Integer year) {
        String journal = tagged.first("TA").isEmpty() ? tagged.first("JT") : tagged.first("TA");
        return Venue.of(journal, year, tagged.first("VI"), tagged.first("IP"), tagged.first("PG"));
    }

    /// "Spinal Fractures/drug therapy/*etiology" becomes one entry for each qualifier.
    private static Stream<String> mesh(String heading) {
        String[] parts = heading.split("/");
        if (parts.length < 2) {
            return Stream.of(heading);
        }
        return Stream.of(parts).skip(1).map(qualifier -> parts[0] + "/" + qualifier);
    }

    private static void notices(TaggedRecord tagged, Record.Builder record) {
        NOTICES.keySet().stream()
                .sorted()
                .forEach(
                        tag -> tagged.all(tag).forEach(words -> record.notice(notice(tag, words))));
    }

    private static Notice notice(String tag, String words) {
        Matcher pmid = REFERENCE_PMID.matcher(words);
        return new Notice(
                java.util.Objects.requireNonNull(NOTICES.get(tag)),
                pmid.find() ? Identifiers.pmid(pmid.group(1)).orElse(null) : null,
                Identifiers.doiIn(words).orElse(null),
                words,
                PublicationDate.in(words).orElse(null));
    }
}

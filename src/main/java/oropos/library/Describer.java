package oropos.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.library.DesignReading.Read;
import oropos.terminology.Concepts;
import oropos.terminology.Terminology;

/// Describes a version of a source once, when it is stored: its design, whom it is about, how many
/// people.
///
/// Retrieval filters by the description and appraisal weighs by it, so it says only what the record
/// states, says what it was read from, and names the version of its rules.
public final class Describer {

    /// Version of the rules that are code; those that are data add their own.
    private static final String CODE = "describer-1";

    /// How much of a text without an abstract is read, in UTF-16 units: about its first page.
    static final int OPENING = 3_000;

    /// How much of an abstract is read, in UTF-16 units; real ones end long before.
    static final int ABSTRACT = 12_000;

    private static final Pattern CONCLUDING =
            Pattern.compile("conclu|interpretation|implication", Pattern.CASE_INSENSITIVE);

    private static final Pattern CONCLUSION =
            Pattern.compile("(?:^|(?<=\\s))(?:CONCLUSIONS?|INTERPRETATION|In conclusion)\\b");

    private final DesignReading designs;
    private final PopulationReading populations;
    private final String rules;

    private static final class BuiltIn {
        static final Describer ONLY = new Describer(Terminology.builtIn()::read);
    }

    /// The describer with the shipped rules, loaded once.
    public static Describer builtIn() {
        return BuiltIn.ONLY;
    }

    Describer(Function<String, Concepts> terminology) {
        GroupReading groups = GroupReading.shipped();
        designs = new DesignReading(DesignWords.shipped(), groups);
        populations = new PopulationReading(AgeWords.shipped(), groups, terminology);
        rules =
                CODE
                        + " design-words-"
                        + designs.version()
                        + " age-groups-"
                        + populations.version();
    }

    /// What the record is. A document that states its own design and population is taken at its
    /// word.
    public Study describe(Record record) {
        if (record.stated() != null) {
            return record.stated();
        }
        String title = record.title().equals(Record.NO_TITLE) ? "" : record.title();
        String text = text(record);
        Read design = design(record, title, text);
        Population population =
                populations.read(
                        descriptors(record.mesh()),
                        title,
                        design.design().isStudyOfPeople() ? told(record, text) : "",
                        design.design());
        return new Study(
                design.design(),
                design.certain(),
                design.reason(),
                population,
                people(design.design(), title, told(record, text)).orElse(null),
                rules);
    }

    private Read design(Record record, String title, String text) {
        return switch (record.form()) {
            case "label" -> new Read(Design.DRUG_LABEL, true, "a drug label");
            case "medquad" ->
                    new Read(
                            Design.PATIENT_INFORMATION, true, "questions and answers for patients");
            case "openstax" -> new Read(Design.TEXTBOOK, true, "a textbook");
            default -> designs.read(record.types(), descriptors(record.mesh()), title, text);
        };
    }

    /// Descriptors alone, without MEDLINE's star for main points and without qualifiers:
    /// "Pregnancy" for "*Pregnancy/psychology".
    static List<String> descriptors(List<String> headings) {
        return headings.stream()
                .map(heading -> heading.startsWith("*") ? heading.substring(1) : heading)
                .map(heading -> heading.split("/", 2)[0])
                .distinct()
                .toList();
    }

    private static Optional<Integer> people(Design design, String title, String text) {
        if (design == Design.CASE_REPORT) {
            return Optional.of(1);
        }
        return design.isStudyOfPeople()
                ? PeopleCount.in(title).or(() -> PeopleCount.in(text))
                : Optional.empty();
    }

    /// The abstract, or where there is none the opening of the text.
    private static String text(Record record) {
        String found = joined(record, Passage.Role.ABSTRACT, ABSTRACT);
        return found.isEmpty() ? joined(record, Passage.Role.BODY, OPENING) : found;
    }

    /// The text without what it concludes: conclusions speak of people it is meant for, not of those
    /// who took part.
    private static String told(Record record, String text) {
        String told = text;
        for (Part part : record.parts()) {
            if (part.headings().stream().anyMatch(CONCLUDING.asPredicate())) {
                told = told.replace(part.text().strip(), "");
            }
        }
        Matcher conclusion = CONCLUSION.matcher(told);
        return conclusion.find() ? told.substring(0, conclusion.start()) : told;
    }

    private static String joined(Record record, Passage.Role role, int most) {
        List<String> parts = new ArrayList<>();
        int length = 0;
        for (Part part : record.parts()) {
            if (part.role() == role && length < most) {
                parts.add(part.text().strip());
                length += part.text().length();
            }
        }
        String text = String.join("\n", parts);
        return text.length() > most ? text.substring(0, most) : text;
    }
}

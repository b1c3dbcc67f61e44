package oropos.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Ages;
import oropos.terminology.Concepts;
import oropos.terminology.Span;

/// Finds what identifies a person in a question, after the kinds of the HIPAA Safe Harbor rule (45 CFR
/// 164.514(b)(2)): names, places smaller than a state, all parts of dates but the year, ages above 89,
/// numbers and addresses of every sort.
///
/// It works on this machine and by rule, so it is not perfect: what was taken out is shown, and how
/// well it works is measured on a public set (see `IdentifiersMeasurement`). Every expression is
/// bounded, so that no text makes it slow.
final class Identifiers {

    /// Kind of an age that few people have.
    static final String AGE = "age over 89";

    private record Numbered(String kind, String replacement, Pattern pattern, int group) {}

    private static final String VALUE =
            "(#?\\s?[A-Za-z]{0,6}[-/]?\\d[A-Za-z\\d]{0,14}(?:[-/][A-Za-z\\d]{1,10}){0,4})";

    private static final String LINK =
            "\\s{0,2}(?:number|no|num|id|#)?\\.?\\s{0,2}(?:is|was|of)?\\s{0,2}[:#=]?\\s{0,2}";

    /// What a number counts where no house is meant: "a 10 minute road trip", "2 way street".
    private static final String NO_STREET =
            "minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|miles?|metres?|meters?|km|way|lanes?|mg|mcg|ml|kg|units?|tablets?|people|patients|children|adults|men|women|deaths|"
                    + "cases|the|and|or|of|in|on|off|to|from|with|by|at|a|an|this|that|my|busy|main road|per|times|each|every|down|across|along|near";

    /// Ends of addresses as they are spelt out, where a dot may be a word.
    private static final String ENDING =
            "(?:com|org|net|edu|gov|int|info|co|ac|nhs|uk|ie|de|fr|es|it|nl|be|ch|at|au|nz|ca|us|in|pk|ng|za|io|me|eu)";

    private static final List<Numbered> NUMBERED =
            List.of(
                    numbered(
                            "e-mail address",
                            "[e-mail]",
                            "(?i)(?<![\\w.])(?=[\\w.+ -]{0,64}[a-z])[\\w+-]{1,40}(?: ?\\. ?[\\w+-]{1,40}){0,3} ?@ ?[\\w-]{2,40}(?: ?\\. ?[\\w-]{2,40}){0,2} ?\\. ?"
                                    + ENDING
                                    + "(?![\\w])",
                            0),
                    numbered(
                            "e-mail address",
                            "[e-mail]",
                            "(?i)(?<![\\w.])(?!(?:look|looked|looking|see|seen|read|found|is|are|was|or|and|it|me|us|them|page|pages|advice|article|site|info|information|me) at )(?:[\\w+-]{1,40}(?: (?:dot|underscore|dash) | ?[(\\[](?:dot|punkt)[)\\]] ?|\\.)){0,3}[\\w+-]{1,40}(?: ?[(\\[]at[)\\]] ?| at |@)[\\w-]{2,40}"
                                    + "(?:(?: dot | ?[(\\[]dot[)\\]] ?|\\.)[\\w-]{2,40}){0,2}(?: dot | ?[(\\[]dot[)\\]] ?)"
                                    + ENDING
                                    + "(?![\\w])",
                            0),
                    numbered(
                            "e-mail address",
                            "[e-mail]",
                            "(?i)(?<![\\w.])[\\w.+-]{1,64} ?[(\\[]at[)\\]] ?[\\w-]{2,40}(?:\\.[\\w-]{2,40}){0,2}\\."
                                    + ENDING
                                    + "(?![\\w])",
                            0),
                    numbered(
                            "national insurance number",
                            "[national insurance number]",
                            "(?i)(?:\\bni|national insurance)"
                                    + LINK
                                    + "([a-z]{2} ?(?:\\d{2} ?){3}[a-d]?)\\b",
                            1),
                    numbered(
                            "national insurance number",
                            "[national insurance number]",
                            "(?i)(?<![\\w-])[a-ceghj-prstw-z][a-ceghj-nprstw-z](?: \\d{2} \\d{2} \\d{2} |\\d{6} ?)[a-d](?![\\w-])",
                            0),
                    numbered(
                            "address",
                            "[address]",
                            "(?i)(?<![\\w.,/-])(?<!\\b(?:mg|ml|mcg|for|every|of|in|grade|type) )\\d{1,4}[a-z]?,? (?!(?:percent|cellular|fibrous|fibrocellular|open|glomerular)\\b)(?!(?:"
                                    + NO_STREET
                                    + ") )(?:[a-z'’-]{3,20} ){1,2}(?<!(?:"
                                    + NO_STREET
                                    + ") )(?:street|avenue|crescent|road|lane|terrace)\\b(?! (?:works?|accident|accidents|traffic|tests?|rage|users?|trip|trips|safety|map|maps|runs?|drugs?|food|race|dust|ahead))",
                            0),
                    numbered(
                            "address",
                            "[address]",
                            "(?i)(?<=\\b(?:lives? at|living at|address:? (?:is )?|visit(?:ed)? at|home at|resides at) )\\d{1,4}[a-z]?,? (?:[a-z'’-]{3,20} ){1,2}(?:close|drive|court|square|place|way|gardens?|row|grove|hill|park|mews|walk)\\b",
                            0),
                    numbered(
                            "e-mail address",
                            "[e-mail]",
                            "[\\w.+%-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}",
                            0),
                    numbered(
                            "web address",
                            "[web address]",
                            "(?:https?://|www\\.)[^\\s<>\"]{1,500}",
                            0),
                    numbered(
                            "network address",
                            "[network address]",
                            "(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.])",
                            0),
                    numbered(
                            "network address",
                            "[network address]",
                            "(?<![\\w:])(?:[0-9a-fA-F]{1,4}:){5,7}[0-9a-fA-F]{1,4}(?![\\w:])",
                            0),
                    numbered(
                            "social security number",
                            "[social security number]",
                            "(?i)(?:ssn|social security)" + LINK + VALUE,
                            1),
                    numbered(
                            "social security number",
                            "[social security number]",
                            "(?<![\\w-])\\d{3}-\\d{2}-\\d{4}(?![\\w-])",
                            0),
                    numbered(
                            "fax number",
                            "[fax number]",
                            "(?i)fax" + LINK + "(\\+?[\\d(][\\d() .-]{5,18}\\d)",
                            1),
                    numbered(
                            "NHS number",
                            "[NHS number]",
                            "(?i)nhs" + LINK + "(\\d{3}[ -]?\\d{3}[ -]?\\d{4})",
                            1),
                    numbered(
                            "record number",
                            "[record number]",
                            "(?i)(?<!\\w)(?:mrn|mr#|medical record|record|hospital|chart|patient id|patient|case|site|study|subject|user|file|nhs|unit|specimen|accession|encounter|visit)(?: (?:number|no|num|id))?\\.?\\s{0,2}(?:is|was|of)?\\s{0,2}[:#=]\\s{0,2}"
                                    + VALUE,
                            1),
                    numbered(
                            "record number",
                            "[record number]",
                            "(?i)(?<!\\w)(?:mrn|medical record (?:number|no)|record (?:number|no)|hospital (?:number|no)|chart (?:number|no)|patient (?:number|id|no)|case (?:number|no)|(?:case|site|study|subject|user) id)\\.?\\s{0,2}(?:is|was|of)?\\s{0,2}"
                                    + VALUE,
                            1),
                    numbered(
                            "health plan number",
                            "[health plan number]",
                            "(?i)(?<!\\w)(?:health plan|insurance|policy|member|beneficiary|plan|hpbn|medicare|medicaid|subscriber|group)(?: (?:beneficiary|policy|plan|member|insurance|health)){0,2}(?: (?:number|no|num|id|#)\\.?\\s{0,2}|\\s{0,2}[:#]\\s{0,2})(?:is|was|of)?\\s{0,2}[:#]?\\s{0,2}"
                                    + VALUE,
                            1),
                    numbered(
                            "account number",
                            "[account number]",
                            "(?i)(?<!\\w)(?:account|acct|invoice|billing)" + LINK + VALUE,
                            1),
                    numbered(
                            "licence number",
                            "[licence number]",
                            "(?i)(?<!\\w)(?:licen[cs]e|certificate|dea|npi|passport|vehicle|plate|vin|serial|device)(?: plate)? (?:number|no|id|#)?\\.?\\s{0,2}(?:is|was)?\\s{0,2}[:#]?\\s{0,2}"
                                    + VALUE,
                            1),
                    numbered(
                            "telephone number",
                            "[telephone number]",
                            "(?<![\\w-])(?:\\+?\\d{1,3}[ .-]?)?\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}(?![\\w-])",
                            0),
                    numbered(
                            "telephone number",
                            "[telephone number]",
                            "(?<![\\w-])(?:\\+\\d{1,3}[ -]?(?:\\(0\\))?|0)\\d{2,5}[ /-]\\d{3,8}(?:[ -]\\d{2,6}){0,2}(?![\\w-])",
                            0),
                    numbered(
                            "telephone number",
                            "[telephone number]",
                            "(?<![\\w-])\\+\\d{8,15}(?![\\w-])",
                            0),
                    numbered(
                            "telephone number",
                            "[telephone number]",
                            "(?i)(?<!\\w)(?:tel|telephone|phone|mobile|cell|call|contact)(?: number| no| at)?\\.?\\s{0,2}[:#]?\\s{0,2}(\\+?[\\d(][\\d() .-]{5,18}\\d)",
                            1),
                    numbered(
                            "address",
                            "[address]",
                            "\\b\\d{1,5}[A-Za-z]? (?:[NSEW]\\.? )?(?:[A-Z][\\w'’.-]{1,20} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Court|Ct|Boulevard|Blvd|Way|Place|Close|Crescent|Terrace|Square|Apt|Parkway|Highway)\\b\\.?(?:,? (?:Apt|Unit|Suite|Flat)\\.? \\w{1,6})?",
                            0),
                    numbered(
                            "address",
                            "[address]",
                            "\\b\\d{1,4}(?: bis)?,? (?:[Rr]ue|[Vv]ia|[Cc]alle|[Aa]venida|Av\\.|[Pp]laza|[Pp]iazza|[Rr]ua|[Cc]hemin|[Aa]venue|[Bb]oulevard|[Qq]uai) (?:(?:de|des|du|della|di|la|le|los|las|del|da|do) ){0,2}\\p{Lu}[\\p{L}'’-]{1,24}(?: \\p{Lu}[\\p{L}'’-]{1,24})?",
                            0),
                    numbered(
                            "address",
                            "[address]",
                            "(?<!\\p{L})\\p{Lu}[\\p{L}-]{2,24}(?:straße|strasse|str\\.|weg|platz|gasse|allee|gatan|vägen|laan|straat|gade|vej) \\d{1,4}[a-z]?(?:, \\d{4,5} \\p{Lu}\\p{L}{1,24})?",
                            0),
                    numbered(
                            "postcode",
                            "[postcode]",
                            "(?i)\\b(?:zip|postal|post)[ -]?(?:code)?s?:? (\\d{5}(?:-\\d{4})?)\\b",
                            1),
                    numbered(
                            "place",
                            "[place]",
                            "\\b(?:[Ww]ard|[Rr]oom|[Bb]ed) ?#?(?:[A-Z]?\\d{1,4}[A-Z]?|[A-Z]\\d{1,3})\\b(?:, (?:bed|room) \\d{1,3}\\b)?",
                            0),
                    numbered(
                            "record number",
                            "[record number]",
                            "(?i)(?<!\\w)(?:hosp|hospital|record|nhs|nhs/record|chart|study subject|subject|participant|patient|specimen|accession|sample|trial id|case)\\.? ?(?:no|number|id|#)?\\.?:? {0,2}((?=[A-Z\\d-]{5,20}\\b)[A-Z]{1,4}-?(?=[A-Z\\d-]{0,16}\\d)[A-Z\\d]{1,10}(?:-[A-Z\\d]{1,10}){0,4})\\b",
                            1),
                    numbered(
                            "licence number",
                            "[licence number]",
                            "(?i)(?<!\\w)(?:driver['’]?s? licen[cs]e|licen[cs]e|plate|registration|reg|vin|serial|serial no|device|implant|lot)\\.? ?(?:no|number|id|#|plate)?\\.?:? {0,2}((?=[A-Z\\d-]{0,20}\\d)[A-Z\\d]{1,10}(?:-[A-Z\\d]{1,10}){0,4})(?![\\w-])",
                            1),
                    numbered(
                            "postcode",
                            "[postcode]",
                            "\\b[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}\\b",
                            0),
                    numbered("postcode", "[postcode]", "(?<=\\b[A-Z]{2} )\\d{5}(?:-\\d{4})?\\b", 0),
                    numbered(
                            "postcode",
                            "[postcode]",
                            "(?i)\\bzip(?: code)?:?\\s{0,2}(\\d{5}(?:-\\d{4})?)\\b",
                            1),
                    numbered(
                            "number",
                            "[number]",
                            "(?<![\\w-])#?(?!(?:NCT|PMID|PMC|ISRCTN|COVID|SARS|HIV|HTLV|IL|CD|ICD|DSM|HLA|GLP|SGLT|CYP|TNF|ISO|OMIM|MIM|EUCTR|UMIN|ACTRN|ATC|RS|CAS)-?\\d)[A-Z]{1,6}-?\\d{5,10}(?:-[A-Z\\d]{1,6})?(?![\\w-])",
                            0),
                    numbered(
                            "number",
                            "[number]",
                            "(?<![\\w-])#?(?!(?:NCT|PMID|PMC|ISRCTN|DOI)-)[A-Z]{2,5}-\\d{2,4}-\\d{2,6}(?![\\w-])",
                            0),
                    numbered(
                            "number",
                            "[number]",
                            "(?i)(?<![\\w./-])(?<!pmid[: ]{1,2})(?<!\\$)\\d{8,20}(?![\\w-]|\\.\\d| ?(?:copies|iu|cells|units|per|/))",
                            0),
                    numbered(
                            "number",
                            "[number]",
                            "(?<![\\w./-])\\d{3,6}-\\d{2,6}-\\d{3,6}(?![\\w-])",
                            0));

    /// What alone tells nobody who is meant.
    private static final Set<String> NO_PERSON = Set.of("date", AGE, "web address");

    private static Numbered numbered(String kind, String replacement, String pattern, int group) {
        return new Numbered(kind, replacement, Pattern.compile(pattern), group);
    }

    private final Dates dates;
    private final Names names;

    Identifiers(RuleFile file) {
        dates = new Dates(file);
        names = new Names(file);
    }

    /// The text with what identifies a person marked for removal.
    ///
    /// @param concepts what was recognised in the text: "Paget disease" is no person
    Redaction in(String text, Concepts concepts) {
        return in(text, concepts, NotedAges.in(text));
    }

    /// The same of a text whose words were read already.
    Redaction in(Wording wording, Concepts concepts) {
        return in(wording.text(), concepts, wording.ages());
    }

    private Redaction in(String text, Concepts concepts, List<Ages.Found> ages) {
        List<Redaction.Removal> found = new ArrayList<>();
        for (Numbered numbered : NUMBERED) {
            Matcher matcher = numbered.pattern().matcher(text);
            while (matcher.find()) {
                if (matcher.group(numbered.group()).chars().anyMatch(Character::isDigit)
                        || numbered.group() == 0) {
                    add(
                            found,
                            new Span(
                                    matcher.start(numbered.group()), matcher.end(numbered.group())),
                            numbered.kind(),
                            numbered.replacement());
                }
            }
        }
        for (Redaction.Removal checked : CheckedNumbers.in(text)) {
            found.removeIf(other -> other.span().overlaps(checked.span()));
            found.add(checked);
        }
        for (Redaction.Removal date : dates.in(text)) {
            add(found, date.span(), date.kind(), date.replacement());
        }
        for (Ages.Found age : ages) {
            if (age.exact() != null && age.exact().inYears() > PatientReader.OLDEST_SHOWN) {
                add(found, fromNumber(age.span(), text), AGE, "90 or older");
            }
        }
        for (Redaction.Removal name : names.in(text, concepts)) {
            add(found, name.span(), name.kind(), name.replacement());
        }
        if (found.stream().anyMatch(removal -> !NO_PERSON.contains(removal.kind()))) {
            for (Redaction.Removal day : Dates.near(text)) {
                add(found, day.span(), day.kind(), day.replacement());
            }
        }
        found.sort(Comparator.comparing(removal -> removal.span().start()));
        return new Redaction(text, found);
    }

    /// The first finder of a stretch names it.
    private static void add(
            List<Redaction.Removal> found, Span span, String kind, String replacement) {
        if (found.stream().noneMatch(removal -> removal.span().overlaps(span))) {
            found.add(new Redaction.Removal(span, kind, replacement));
        }
    }

    /// "Mum is 90" stays hers; where no digit stands, the whole goes.
    private static Span fromNumber(Span span, String text) {
        for (int at = span.start(); at < span.end(); at++) {
            if (Character.isDigit(text.charAt(at))) {
                return new Span(at, span.end());
            }
        }
        return span;
    }
}

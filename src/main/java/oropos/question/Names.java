package oropos.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;
import oropos.terminology.Span;

/// Finds names of persons and of places smaller than a state, by the words of `identifiers.yaml`.
///
/// A name is known by what stands before it ("Mr", "named"), by a common given name, or by its form
/// ("Keisha S."). Eponyms are not names: what was recognised as a concept, or is followed by
/// "disease", "score" and the like, stays.
final class Names {

    static final String FILE = "identifiers.yaml";

    private static final String CAPITAL = "\\p{Lu}[\\p{L}'’-]{1,24}";
    private static final String PARTICLE =
            "(?:(?:van|von|de|der|den|del|della|la|le|bin|bint|ibn|al|el|da|dos|di|du|ter|ten|zu)[ -]){0,3}";
    private static final String INITIAL = "\\p{Lu}\\.(?!\\p{L})";
    private static final Pattern NEXT = Pattern.compile("^(?:['’]s)?[\\s(]{0,2}([\\p{L}]{1,24})");

    private final NamesInOneCase inOneCase;
    private final Set<String> given;
    private final Set<String> notGiven;
    private final Set<String> notPersons;
    private final Set<String> nobody;
    private final Set<String> headings;
    private final Set<String> notInstitutions;
    private final Set<String> notPlaces;
    private final Pattern titled;
    private final Pattern cued;
    private final Pattern initialled =
            Pattern.compile("\\b(" + CAPITAL + ")(?: \\p{Lu}\\.)? \\p{Lu}\\.(?=[\\s,;:?!)]|$)");
    private final Pattern capitals =
            Pattern.compile("\\b(" + CAPITAL + ")(?: (?:" + INITIAL + "|" + CAPITAL + ")){0,2}");
    private final Pattern placed =
            Pattern.compile(
                    "(?:[Pp]atient|[Mm]ale|[Ff]emale|[Mm]an|[Ww]oman|[Bb]oy|[Gg]irl|old|like|for|on|to|of|is|in) ?[,:(]? ?("
                            + CAPITAL
                            + "(?: "
                            + INITIAL
                            + ")? "
                            + CAPITAL
                            + ")(?=[,.?;:)]| who\\b| was\\b| with\\b| at\\b| from\\b| seen\\b| admitted\\b| treated\\b| after\\b| recently\\b| has\\b| on\\b| living\\b)");

    /// "my son Tomasz", "our neighbour Svetlana", "patient Oluwaseun Adebayo", "Seen today: ...".
    private final Pattern called;

    /// "Xiuying Zhang, 61, ...", "Sigridur Jonsdottir (42F, ...", "Nguyen Van Hung, 70M".
    /// "my name is john mcdonald and": told outright, in whatever letters.
    private static final Pattern TOLD =
            Pattern.compile(
                    "(?iu)\\b(?:(?:my|his|her|their|(?!(?:drug|medicine|medication|tablet|pill|brand|disease|condition|syndrome|test|study|trial|operation|product)['’]?s)\\p{L}+['’]s) (?:full |first |last )?name(?:['’]s| is)|(?:i am|i['’]m|(?:he|she) is|(?:he|she)['’]s) called)"
                            + " (?!(?:on|not|in|at|the|an?|and|written|spelled|spelt|withheld|private|confidential|unknown|known|given|missing|too|very|for|to|of|by|back|again|names)\\b)"
                            + "(\\p{L}[\\p{L}'’-]+(?: (?!(?:and|he|she|i|it|we|has|have|had|with|is|was|who|said|from|aged?|born|but|or|my|the|an?|please|which|what|can|am)\\b)\\p{L}[\\p{L}'’-]+)?)");

    private static final Pattern AGED =
            Pattern.compile(
                    "(?<![\\p{L}-])("
                            + CAPITAL
                            + "(?: (?:"
                            + PARTICLE
                            + CAPITAL
                            + "|"
                            + INITIAL
                            + ")){1,3})(?=(?:, | ?\\(|,? - ?| – )(?:aged? )?\\d{1,3} ?(?:[MF]\\b|y/?o|years?|yrs?|,|\\)|-year))");

    /// "Thirumalai is 54 and diabetic".
    private static final Pattern IS_OF_AGE =
            Pattern.compile(
                    "(?<![\\p{L}-])("
                            + CAPITAL
                            + ")(?= (?:is|was|turned) \\d{1,3}(?: years?\\b| ?y/?o\\b|,? and (?:has|had|is|was|takes|on|a|diabetic|pregnant)\\b))");

    /// "Whitcombe, Jane - 33F".
    private static final Pattern FAMILY_FIRST =
            Pattern.compile(
                    "(?<![\\p{L}-])("
                            + CAPITAL
                            + ", "
                            + CAPITAL
                            + ")(?= ?[-–(] ?\\d|, \\d{1,3}(?:[MF]|yo| y))");

    /// "Priyanka S has", "for Tomasz K who".
    private static final Pattern ONE_LETTER =
            Pattern.compile(
                    "(?<![\\p{L}-])("
                            + CAPITAL
                            + " \\p{Lu})(?= (?:has|had|is|was|who|with|needs|takes|took|asks|wants)\\b)");

    /// "treatment for Wisniewski's atrial fibrillation".
    private static final Pattern OWNS =
            Pattern.compile(
                    "(?<=\\b(?:[Ff]or|[Oo]f|[Aa]bout|[Rr]egarding|on) )("
                            + CAPITAL
                            + ")(?=['’]s \\p{Ll})");

    private final Pattern lives;
    private final Set<String> largePlaces;
    private final Pattern institution;
    private final Pattern famous;
    private final Pattern city;
    private final Pattern cityAndState;

    Names(RuleFile file) {
        RuleFile.Row words = file.content();
        words.knows(
                Set.of(
                        "version",
                        "titles",
                        "nameCues",
                        "givenNames",
                        "notPersons",
                        "headings",
                        "institutions",
                        "notInstitutions",
                        "famousInstitutions",
                        "cities",
                        "states",
                        "months",
                        "notGiven",
                        "notPlaces",
                        "kin",
                        "nobody",
                        "largePlaces",
                        "givenWords",
                        "familyNames",
                        "familyWords",
                        "plainWords"));
        largePlaces = new HashSet<>(words.texts("largePlaces"));
        nobody = new HashSet<>(words.texts("nobody"));
        called =
                Pattern.compile(
                        "(?<![\\p{L}-])(?:(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Tt]he) (?:\\p{Ll}{3,12} )?(?:"
                                + any(words, "kin")
                                + ")|[Pp]atient|[Pp]t\\.?|[Rr]e|[Rr]egarding|[Cc]oncerning|[Ss]een today|[Cc]lient),?:? ((?:"
                                + INITIAL
                                + " )?"
                                + PARTICLE
                                + CAPITAL
                                + "(?: (?:"
                                + PARTICLE
                                + CAPITAL
                                + "|"
                                + INITIAL
                                + ")){0,3})(?![\\p{L}-])");
        lives =
                Pattern.compile(
                        "(?<=\\b(?:live|lives|lived|living|resides?|residing|grew up|born|raised|moved|based|travel(?:s|led|ed)|flew|resident|home) )(?:in|at|near|to|from|outside|of) ("
                                + CAPITAL
                                + "(?: "
                                + CAPITAL
                                + "){0,2})(?![\\p{L}-])");
        given = new HashSet<>(List.of(words.text("givenNames").split("\\s+")));
        inOneCase = new NamesInOneCase(given, words);
        notGiven = new HashSet<>(words.texts("notGiven"));
        notPersons = new HashSet<>(words.texts("notPersons"));
        headings = new HashSet<>(words.texts("headings"));
        notInstitutions = new HashSet<>(words.texts("notInstitutions"));
        notPlaces = new HashSet<>(words.texts("notPlaces"));
        titled =
                Pattern.compile(
                        "\\b(?:"
                                + any(words, "titles")
                                + ")\\.? {1,2}(?:"
                                + INITIAL
                                + " ?|"
                                + PARTICLE
                                + CAPITAL
                                + " ?){1,3}");
        cued =
                Pattern.compile(
                        "(?i)\\b(?:"
                                + any(words, "nameCues")
                                + ")\\b\\s{0,2}[:=,]?\\s{0,2}((?-i:"
                                + CAPITAL
                                + ")(?: (?-i:"
                                + INITIAL
                                + "|"
                                + CAPITAL
                                + ")){0,2})");
        institution =
                Pattern.compile(
                        "(?<![\\p{L}])(?:"
                                + "(?:St\\.? |Mt\\.? )?"
                                + "\\p{Lu}[\\p{L}'’.&-]{0,24} (?:(?:of|the|and|&) |\\p{Lu}[\\p{L}'’.&-]{0,24} ){0,5}(?:"
                                + any(words, "institutions")
                                + ")(?: of \\p{Lu}[\\p{L}'’-]{1,24}(?: \\p{Lu}[\\p{L}'’-]{1,24}){0,2}| (?:"
                                + any(words, "cities")
                                + "))?|(?:St|Mt)\\.? (?!Louis|Paul|John's [Ww]ort)\\p{Lu}\\p{L}{2,24}(?:['’]s)?(?: [Hh]ospital)?(?=[ ,.?;:)]|$)|(?:(?:Hôpital|Hôpitaux|Clínica|Klinikum|Universitätsklinikum|Ospedale|Krankenhaus|CHU)(?: (?:de|del|della|di|da|la|le|du|des)){0,2}|Hospital (?:de|del|da|la|of)(?: (?:la|los|las))?) \\p{Lu}[\\p{L}'’-]{1,24}(?: \\p{Lu}[\\p{L}'’-]{1,24}){0,2}|University of \\p{Lu}[\\p{L}'’-]{1,24}(?: \\p{Lu}[\\p{L}'’-]{1,24}){0,4})(?![\\p{L}])");
        famous =
                Pattern.compile(
                        "(?<![\\p{L}])(?:"
                                + any(words, "famousInstitutions")
                                + ")(?: \\p{Lu}[\\p{L}'’-]{1,24}){0,3}(?![\\p{L}])");
        city =
                Pattern.compile(
                        "(?<=\\b(?:[Ii]n|[Ff]rom|[Nn]ear|[Aa]t|[Tt]o|around|outside|our|of|the) |, |\\()(?:"
                                + any(words, "cities")
                                + ")(?![\\p{L}])(?:, ?(?:"
                                + any(words, "states")
                                + ")\\b)?");
        cityAndState =
                Pattern.compile(
                        "\\b"
                                + CAPITAL
                                + "(?: "
                                + CAPITAL
                                + ")?, (?:"
                                + any(words, "states")
                                + ")\\b(?! \\p{L}{1,3}\\.)");
    }

    /// Longer words first, so that "New York City" is not cut to "New York".
    private static String any(RuleFile.Row words, String key) {
        return words.texts(key).stream()
                .sorted((a, b) ->
                        b.length() == a.length() ? a.compareTo(b) : b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    List<Redaction.Removal> in(String text, Concepts concepts) {
        List<Redaction.Removal> found = new ArrayList<>();
        Set<Span> known = new HashSet<>();
        concepts.mentions().stream()
                .filter(mention -> mention.concept().kind() != Concept.Kind.OTHER)
                .filter(mention -> mention.concept().kind() != Concept.Kind.GROUP)
                .forEach(mention -> known.add(mention.span()));
        each(titled, text, 0, span -> addTitled(found, text, trimmed(text, span), known));
        each(cued, text, 1, span -> addIfPerson(found, text, span, Set.of()));
        each(institution, text, 0, span -> addInstitution(found, text, span, known));
        each(famous, text, 0, span -> addPlace(found, text, span));
        each(city, text, 0, span -> addPlace(found, text, span));
        each(cityAndState, text, 0, span -> addPlace(found, text, span));
        each(initialled, text, 0, span -> addInitialled(found, text, span, known));
        each(capitals, text, 0, span -> addGiven(found, text, span, known));
        each(
                placed,
                text,
                1,
                span -> {
                    if (!Capitals.areOfAHeading(Capitals.clause(text, span))) {
                        addPlaced(found, text, span, known);
                    }
                });
        each(
                called,
                text,
                1,
                span -> {
                    if (!Capitals.areOfAHeading(Capitals.clause(text, span))) {
                        addCalled(found, text, span, known);
                    }
                });
        each(TOLD, text, 1, span -> addName(found, text, span));
        each(AGED, text, 1, span -> addPlaced(found, text, span, known));
        each(FAMILY_FIRST, text, 1, span -> addCalled(found, text, span, known));
        each(IS_OF_AGE, text, 1, span -> addCalled(found, text, span, known));
        each(ONE_LETTER, text, 1, span -> addCalled(found, text, span, known));
        each(OWNS, text, 1, span -> addOwner(found, text, span, known));
        each(lives, text, 1, span -> addLived(found, text, span));
        inOneCase.in(text, known).forEach(span -> addName(found, text, span));
        return found;
    }

    /// "Will we miss cancer" in a heading speaks of no Miss Cancer.
    private void addTitled(List<Redaction.Removal> found, String text, Span span, Set<Span> known) {
        if (!span.of(text).startsWith("Miss ") || isFree(span, known)) {
            addName(found, text, span);
        }
    }

    private interface Taking {
        void take(Span span);
    }

    private static void each(Pattern pattern, String text, int group, Taking taking) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            taking.take(new Span(matcher.start(group), matcher.end(group)));
        }
    }

    private void addInitialled(
            List<Redaction.Removal> found, String text, Span span, Set<Span> known) {
        String first = span.of(text).split(" ")[0];
        if (!notGiven.contains(first) && isFree(span, known)) {
            addName(found, text, span);
        }
    }

    /// A run of capitalised words that begins with a common given name.
    private void addGiven(List<Redaction.Removal> found, String text, Span span, Set<Span> known) {
        String[] words = span.of(text).split(" ");
        int skip = 0;
        while (skip < words.length && !given.contains(bare(words[skip]))) {
            skip++;
        }
        if (skip == words.length) {
            return;
        }
        int start = span.start();
        for (int at = 0; at < skip; at++) {
            start += words[at].length() + 1;
        }
        Span name = new Span(start, span.end());
        if (skip > 0
                && !notGiven.contains(words[0])
                && text.substring(0, span.start()).endsWith(", ")) {
            name = span;
        }
        boolean alone = words.length == 1;
        if (alone
                && isOpening(text, name)
                && !Set.of(",", ".", "?", "").contains(after(text, name))) {
            return;
        }
        addIfPerson(found, text, name, known);
    }

    private static String bare(String word) {
        return word.replaceAll("['’]s$", "");
    }

    private static boolean isOpening(String text, Span span) {
        String before = text.substring(Math.max(0, span.start() - 2), span.start()).strip();
        return before.isEmpty() && span.start() < 2 || before.endsWith(".") || before.endsWith("?");
    }

    private static String after(String text, Span span) {
        return span.end() < text.length() ? text.substring(span.end(), span.end() + 1).strip() : "";
    }

    private void addIfPerson(
            List<Redaction.Removal> found, String text, Span span, Set<Span> known) {
        if (nobody.contains(bare(span.of(text).split("[ ,]")[0]))) {
            return;
        }
        Matcher next =
                NEXT.matcher(text.substring(span.end(), Math.min(text.length(), span.end() + 30)));
        boolean eponym =
                next.find()
                        && notPersons.contains(next.group(1).toLowerCase(Locale.ROOT))
                        && !next.group(1).equals("and");
        for (String word : span.of(text).split(" ")) {
            eponym |= notPersons.contains(word.toLowerCase(Locale.ROOT));
        }
        if (!eponym && isFree(span, known) && !Capitals.areAll(span.of(text))) {
            addName(found, text, span);
        }
    }

    private static boolean isFree(Span span, Set<Span> known) {
        return known.stream().noneMatch(span::overlaps);
    }

    /// Only its place says that these two words name a person: a heading may stand there too.
    private void addPlaced(List<Redaction.Removal> found, String text, Span span, Set<Span> known) {
        String[] words = span.of(text).toLowerCase(Locale.ROOT).split(" ");
        if (!headings.contains(words[0])
                && !ABSTRACT.matcher(words[0]).matches()
                && !ABSTRACT.matcher(words[words.length - 1]).matches()) {
            addIfPerson(found, text, span, known);
        }
    }

    /// What stands where a name is told, unless it is a word of medicine or of everyday.
    private void addCalled(List<Redaction.Removal> found, String text, Span span, Set<Span> known) {
        String first = span.of(text).split("[ ,]")[0];
        if (nobody.contains(bare(first))
                || notGiven.contains(first)
                || headings.contains(first.toLowerCase(Locale.ROOT))
                || ABSTRACT.matcher(first.toLowerCase(Locale.ROOT)).matches()) {
            return;
        }
        Span name = span;
        if (Capitals.areAll(first) && (first.length() < SHORTEST_SHOUTED || !isFree(span, known))) {
            return;
        }
        if (Capitals.areAll(first) && !isEponym(text, name)) {
            addName(found, text, name);
            return;
        }
        addIfPerson(found, text, name, known);
    }

    /// An owner is a person where a disease known by another name follows: "Wisniewski's asthma", but not
    /// "Alzheimer's and".
    private void addOwner(List<Redaction.Removal> found, String text, Span span, Set<Span> known) {
        int next = span.end() + "'s ".length();
        if (known.stream().anyMatch(one -> one.start() == next)) {
            addCalled(found, text, span, known);
        }
    }

    /// Shorter words in capitals are abbreviations.
    private static final int SHORTEST_SHOUTED = 6;

    private boolean isEponym(String text, Span span) {
        Matcher next =
                NEXT.matcher(text.substring(span.end(), Math.min(text.length(), span.end() + 30)));
        return next.find() && notPersons.contains(next.group(1).toLowerCase(Locale.ROOT));
    }

    /// Where somebody lives, unless it is as large as a state.
    private void addLived(List<Redaction.Removal> found, String text, Span span) {
        String place = span.of(text);
        if (!largePlaces.contains(place)
                && !largePlaces.contains(place.split(" ")[0])
                && !nobody.contains(place)) {
            add(found, span, "place", "[place]");
        }
    }

    /// Endings of things that no family is called by.
    private static final Pattern ABSTRACT =
            Pattern.compile(
                    "\\p{L}{2,20}(?:tions?|sions?|ities|ments|ology|[oi]sis|itis|a?emia|opathy)");

    /// A house of care may have an organ in its name ("Houston Heart Institute").
    private static final Pattern OF_CARE =
            Pattern.compile(
                    "\\p{Lu}[\\p{L}'’.-]{1,24} .{0,60}(?:Hospitals?|Clinics?|Institute|Cent(?:er|re)|Infirmary)$");

    private void addInstitution(
            List<Redaction.Removal> found, String text, Span span, Set<Span> known) {
        Span trimmed = span;
        String first = span.of(text).split(" ")[0];
        while (notInstitutions.contains(first)
                && !first.equals("Children's")
                && trimmed.of(text).contains(" ")) {
            trimmed = new Span(trimmed.start() + first.length() + 1, trimmed.end());
            first = trimmed.of(text).split(" ")[0];
        }
        Span whole = trimmed;
        boolean isThing =
                OF_CARE.matcher(whole.of(text)).find()
                        ? known.stream()
                                .anyMatch(one ->
                                        one.start() <= whole.start() && whole.end() <= one.end())
                        : !isFree(whole, known);
        if (whole.of(text).contains(" ") && !isThing) {
            addPlace(found, text, whole);
        }
    }

    private void addPlace(List<Redaction.Removal> found, String text, Span span) {
        Matcher next =
                NEXT.matcher(text.substring(span.end(), Math.min(text.length(), span.end() + 30)));
        if (next.find() && notPlaces.contains(next.group(1).toLowerCase(Locale.ROOT))) {
            return;
        }
        add(found, span, "place", "[place]");
    }

    private static Span trimmed(String text, Span span) {
        int end = span.end();
        while (end > span.start() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(span.start(), end);
    }

    private static void addName(List<Redaction.Removal> found, String text, Span span) {
        int end = span.end();
        String words = span.of(text);
        if (words.endsWith("'s") || words.endsWith("’s")) {
            end -= 2;
        }
        add(found, new Span(span.start(), end), "name", "[name]");
    }

    private static void add(
            List<Redaction.Removal> found, Span span, String kind, String replacement) {
        if (found.stream().noneMatch(removal -> removal.span().overlaps(span))) {
            found.add(new Redaction.Removal(span, kind, replacement));
        }
    }
}

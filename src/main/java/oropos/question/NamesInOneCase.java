package oropos.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oropos.terminology.Span;

/// Finds names written in small letters or in capitals alone ("pt john smith", "MRS JANE DOE"), where
/// capitals tell nothing.
///
/// A word there is a name only where it is told as one: behind "name:", behind a title, or as a common
/// given or family name behind a word for a person. What a vocabulary knows, what is everyday English and
/// given names that are words too ("mark", "grace") stay.
final class NamesInOneCase {

    private static final String WORD = "(?:o['’])?\\p{L}[\\p{L}'’-]{1,24}";
    private static final String PARTICLE =
            "(?:(?:van|von|de|der|den|del|della|la|le|bin|bint|ibn|al|el|da|dos|di|du|ter|ten)[ -]){0,3}";
    private static final String NAME = PARTICLE + WORD + "(?: " + PARTICLE + WORD + "){0,2}";

    /// "patient name sarah connor", "name: rashid khan"; "name of the drug" names nobody.
    private static final Pattern LABELLED =
            of(
                    "\\b(?:(?:patient|pt|client|full|first|last|family|given)(?:['’]?s)? name(?:\\s?[:=]| is)?|(?<!\\p{L} )name\\s?[:=])\\s{1,2}("
                            + NAME
                            + ")");

    private static final Pattern TITLED =
            of("\\b(mr|mrs|ms|miss|dr|prof|professor)\\.? (" + NAME + ")");

    /// "pt john smith,", "re: anna kowalska", "patient is lee wong".
    private static final Pattern CALLED =
            of(
                    "(?<![\\p{L}-])(?:(?:pt|client|seen today)(?: is| called| named)?[:,.]?|(?:patient|re|regarding)(?:[:,]| is| called| named)) ("
                            + NAME
                            + ")");

    private final Pattern kin;

    /// "john smith af on apixaban": a common given name right before a common family name, neither of them a word.
    private static final Pattern PAIR =
            of("(?<![\\p{L}\\p{N}'’-])\\p{L}{3,14} \\p{L}{3,14}(?![\\p{L}-])");

    /// Behind these a pair of names is no person: an eponym, a study, a place.
    private static final Pattern OF_A_THING =
            of(
                    "^(?:['’]s?)? (?:syndrome|disease|disorder|sign|signs|palsy|virus|test|tests|trial|study|studies|scores?|scale|criteria|classification|grading|staging|index|formula|equation|rule|rules|method|procedure|operation|repair|technique|approach|manoeuvre|maneuver|splint|brace|incision|position|hernia|fracture|lymphoma|tumou?r|sarcoma|an(?:a)?emia|diet|protocol|regimen|hospital|clinic|university|institute|college|school|center|centre|foundation|et al|and colleagues|antigen|antibody|body|bodies|reflex|reaction|stain|tube|catheter|needle|forceps|phenomenon|law|effect|book|film|song|street|road)\\b");

    /// What follows a name and is none of it.
    private static final Pattern ENDS =
            of(
                    "^(?:['’]s\\b)?(?:\\s*(?:$|[,;:.?!(/-]|\\d)|\\s(?:and|he|she|who|has|had|have|with|is|was|aged?|on|in|for|from|asks?|wants?|needs?|takes?|took|taking"
                            + "|says?|said|started|stopped|gave|prescribed|put|told|wets?|presents?|presented|seen|came|fell|does|did|can|should|about|please)\\b)");

    private final Set<String> given;
    private final Set<String> family;
    private final Set<String> familyWords;
    private final Set<String> plain;

    /// @param given common given names
    NamesInOneCase(Set<String> given, RuleFile.Row words) {
        Set<String> also = lower(words.texts("givenWords"));
        this.given =
                lower(given).stream()
                        .filter(name -> !also.contains(name))
                        .collect(Collectors.toUnmodifiableSet());
        this.family = lower(List.of(words.text("familyNames").split("\\s+")));
        this.familyWords = lower(words.texts("familyWords"));
        this.plain =
                Stream.of(
                                lower(List.of(words.text("plainWords").split("\\s+"))),
                                lower(words.texts("nobody")),
                                lower(words.texts("headings")),
                                lower(words.texts("notPersons")),
                                lower(words.texts("kin")),
                                also)
                        .flatMap(Set::stream)
                        .collect(Collectors.toUnmodifiableSet());
        kin =
                of(
                        "\\b(?:my|our|his|her|their) (?:\\p{L}{3,12} )?(?:"
                                + String.join("|", words.texts("kin"))
                                + "|doctor|gp|consultant|surgeon|midwife|physio|dentist|therapist|pharmacist|boss|teacher"
                                + "),? ("
                                + WORD
                                + "(?: "
                                + WORD
                                + ")?)");
    }

    private static Pattern of(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Set<String> lower(Iterable<String> words) {
        Set<String> lower = new HashSet<>();
        words.forEach(word -> lower.add(word.toLowerCase(Locale.ROOT)));
        return lower;
    }

    /// @param known what a vocabulary recognised
    List<Span> in(String text, Set<Span> known) {
        List<Span> found = new ArrayList<>();
        each(LABELLED, text, 1, name -> take(found, text, name, known, 2));
        Matcher titled = TITLED.matcher(text);
        while (titled.find()) {
            boolean isSure = titled.group(1).toLowerCase(Locale.ROOT).matches("mrs|prof|professor");
            take(
                    found,
                    text,
                    new Span(titled.start(2), titled.end(2)),
                    known,
                    isSure
                            ? 1
                            : titled.group(1).toLowerCase(Locale.ROOT).matches("miss|ms") ? 4 : 2);
        }
        each(PAIR, text, 0, name -> takePair(found, text, name, known));
        each(CALLED, text, 1, name -> take(found, text, name, known, 3));
        each(kin, text, 1, name -> take(found, text, name, known, 3));
        return found;
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

    private void takePair(List<Span> found, String text, Span pair, Set<Span> known) {
        String[] words = pair.of(text).split(" ");
        boolean isName =
                given.contains(bare(words[0]))
                        && family.contains(bare(words[1]))
                        && !familyWords.contains(bare(words[1]))
                        && !isMixed(words[0])
                        && !isMixed(words[1]);
        if (isName
                && isFree(pair, known)
                && !OF_A_THING.matcher(text.substring(pair.end())).find()) {
            found.add(pair);
        }
    }

    /// Takes the words of a stretch up to the first that cannot belong to a name.
    ///
    /// @param doubt 1: any word behind "Mrs"; 2: a word that no vocabulary and no everyday English has; 3: a
    ///     common name must be among them, and no everyday word alone; 4: a common name must be among them
    private void take(List<Span> found, String text, Span stretch, Set<Span> known, int doubt) {
        int end = stretch.start();
        boolean isCommon = false;
        boolean isCased = false;
        Matcher words = Pattern.compile("\\p{L}[\\p{L}'’-]*").matcher(stretch.of(text));
        while (words.find()) {
            Span word = new Span(stretch.start() + words.start(), stretch.start() + words.end());
            String plainWord = bare(word.of(text));
            boolean isNamed = given.contains(plainWord) || family.contains(plainWord);
            if (!isNamed && (plain.contains(plainWord) || !isFree(word, known))) {
                break;
            }
            if (isMixed(word.of(text))) {
                isCased = true;
            }
            isCommon |= isNamed && (doubt != 3 || !familyWords.contains(plainWord));
            end = word.start() + withoutOwner(word.of(text)).length();
        }
        boolean isName = end > stretch.start() && (doubt < 3 || isCommon);
        if (isName && !isCased && closes(text, end, isCommon)) {
            found.add(new Span(stretch.start(), end));
        }
    }

    /// Whether the name ends where it ends: a common name always, another only before a word or a sign
    /// that goes on with what is told of it.
    private static boolean closes(String text, int end, boolean isCommon) {
        return isCommon
                || ENDS.matcher(text.substring(end, Math.min(text.length(), end + 30))).find();
    }

    private static String bare(String word) {
        return withoutOwner(word).toLowerCase(Locale.ROOT);
    }

    private static String withoutOwner(String word) {
        return word.replaceAll("['’][sS]$", "");
    }

    private static boolean isFree(Span span, Set<Span> known) {
        return known.stream().noneMatch(span::overlaps);
    }

    /// "Smith": written with a capital, and so a matter of [Names].
    private static boolean isMixed(String word) {
        return Character.isUpperCase(word.charAt(0)) && !word.equals(word.toUpperCase(Locale.ROOT));
    }
}

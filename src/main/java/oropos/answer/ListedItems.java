package oropos.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Listing;
import oropos.terminology.Sentences;
import oropos.terminology.Span;

/// A row of things at the end of a statement, told as a list: one thing a line.
///
/// Only line breaks, bullets and a colon before them are put in, so no word changes. Only after words that
/// announce a list, only where the last thing ends the statement, and only where no thing is a clause:
/// what looks like a list may be two sentences.
public final class ListedItems {

    /// What stands before each thing, on a line of its own.
    public static final String BULLET = "• ";

    private static final int MOST_WORDS = 9;
    private static final int MOST_WORDS_AT_THE_END = 14;
    private static final int FEWEST = 3;

    private static final Pattern ANNOUNCED =
            Pattern.compile(
                    "\\b(?:includes?|included|including|such as|(?:characteri[sz]ed|marked) by|(?:following|these|those)[^,.;:()]*:)[ ](?=[^:]*$)");

    private static final Pattern NEXT = Pattern.compile(", (?:and |or )?|; (?:and |or )?");

    /// A bracket that holds more than another name of a thing, or one that is not closed.
    private static final Pattern FIGURES =
            Pattern.compile("\\((?![\\p{L} -]{1,40}\\))|(?<!\\([\\p{L} -]{1,40})\\)");

    /// Where things are parted by semicolons, a comma stands inside one: "syndrome, type IV; ...".
    private static final Pattern NEXT_LONG = Pattern.compile("; (?:and |or )?");

    private ListedItems() {}

    static String of(String text) {
        if (Listing.units(text).stream().anyMatch(one -> isListing(one.of(text)))) {
            return text.replace(" " + BULLET, "\n" + BULLET);
        }
        List<Span> sentences = Sentences.of(text);
        if (sentences.isEmpty()) {
            return text;
        }
        int start = sentences.getLast().start();
        String last = text.substring(start);
        Matcher announced = ANNOUNCED.matcher(last);
        String row = parted(last);
        if (!row.equals(last)) {
            return text.substring(0, start) + row;
        }
        if (!last.endsWith(".") || FIGURES.matcher(last).find() || !announced.find()) {
            return text;
        }
        List<String> items = items(last.substring(announced.end()));
        boolean isList =
                items.size() >= FEWEST
                        && Glossary.WORD
                                        .matcher(last.substring(0, announced.end()))
                                        .results()
                                        .count()
                                >= 2
                        && items.get(items.size() - 2).matches("(?s).*[,;] (?:and|or)")
                        && items.subList(0, items.size() - 1).stream()
                                .allMatch(item -> isThing(item, MOST_WORDS))
                        && isThing(items.getLast(), MOST_WORDS_AT_THE_END)
                        && !sharesItsLastWord(items)
                        && !firstSaysHow(items)
                        && !reachesOver(items);
        return isList
                ? text.substring(0, start)
                        + last.substring(0, announced.end() - 1)
                        + (last.charAt(announced.end() - 2) == ':' ? "" : ":")
                        + "\n"
                        + BULLET
                        + String.join("\n" + BULLET, items)
                : text;
    }

    private static final Pattern OPENS =
            Pattern.compile(
                    "\\b(?:includes?|included|including|such as|causes?|are|may show|(?:characteri[sz]ed|marked) by):? ");

    private static final Pattern CLAUSE_OF_ITS_OWN =
            Pattern.compile(
                    "^(?:it|they|this|these|those|there|he|she|you|we|some|most|many|people|patients|however|therefore|thus|for example|others)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern RELATIVE =
            Pattern.compile("\\b(?:that|which|who|whose|where|when)\\b.*");

    private static final int MOST_WORDS_BY_SEMICOLON = 22;

    /// A row whose things semicolons part, behind words that announce it: what stands in one thing reaches over into no
    /// other.
    private static String parted(String sentence) {
        Matcher opens = OPENS.matcher(sentence);
        int first = sentence.indexOf("; ");
        if (!sentence.endsWith(".") || first < 0 || !opens.find() || opens.end() > first) {
            return sentence;
        }
        int colon = sentence.lastIndexOf(": ", first);
        int begin = Math.max(opens.end(), colon + 2);
        String lead = sentence.substring(0, begin);
        String[] things =
                sentence.substring(begin).split("(?<=;(?: and/or| and| or)?) (?!and |or |and/or )");
        boolean isRow =
                things.length >= FEWEST
                        && lead.indexOf(',') < 0
                        && OwnSentences.isOpen(lead)
                        && isCounted(lead, things.length)
                        && Glossary.WORD.matcher(lead).results().count() >= 2;
        for (String thing : things) {
            String bare = RELATIVE.matcher(thing.replaceAll("\\([^()]*\\)", "")).replaceFirst("");
            isRow &=
                    OwnSentences.isOpen(thing)
                            && thing.indexOf(':') < 0
                            && Glossary.WORD.matcher(thing).results().count()
                                    <= MOST_WORDS_BY_SEMICOLON
                            && !CLAUSE_OF_ITS_OWN.matcher(thing).find()
                            && !FINITE.matcher(bare).find();
        }
        return isRow
                ? lead.strip()
                        + (lead.strip().endsWith(":") ? "" : ":")
                        + "\n"
                        + BULLET
                        + String.join("\n" + BULLET, things)
                : sentence;
    }

    private static final Pattern FINITE =
            Pattern.compile(
                    "\\b(?:was|were|had|may|might|can|could|should|must|will|would|does|do|did|"
                            + SaidOfOneSubject.OF_ONE
                            + "|(?<!\\b(?:to|and|or) )(?!(?:cause|damage|help|block|start|increase|decrease|reduce)\\b)(?:"
                            + SaidOfOneSubject.OF_MANY
                            // a thing or something done, by what follows
                            + ")|(?<!\\b(?:to|and|or|an?|the|no|known|unknown|other|main|common) )(?:cause(?= (?!of|in|and|or)\\p{L})|(?:damage|help|block|start|increase|decrease|reduce)(?= (?:the|an?|some|people|patients|you|your|their|most|many|doctors|to)\\b)))\\b");

    private static final List<String> NUMBERS =
            List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private static final Pattern COUNTED =
            Pattern.compile(
                    "\\b(two|three|four|five|six|seven|eight|nine|ten)\\b",
                    Pattern.CASE_INSENSITIVE);

    /// "Three types: ..." opens three things, or what stands there are no types.
    private static boolean isCounted(String lead, int things) {
        Matcher number = COUNTED.matcher(lead);
        return !number.find()
                || NUMBERS.indexOf(number.group(1).toLowerCase(Locale.ROOT)) + 2 == things;
    }

    /// The stretches between the commas, each with the comma and the "and" after it.
    private static List<String> items(String row) {
        List<String> items = new ArrayList<>();
        Matcher next = (row.indexOf(';') < 0 ? NEXT : NEXT_LONG).matcher(row);
        int from = 0;
        while (next.find()) {
            items.add(row.substring(from, next.end() - 1));
            from = next.end();
        }
        items.add(row.substring(from));
        return items;
    }

    private static final Pattern WITH_ARTICLE =
            Pattern.compile("^an? (?!ear )(?<how>[\\p{L}-]+) [\\p{L}-]+,$");

    private static final Pattern HOW_IT_CAME = Pattern.compile("\\p{L}+en$");

    private static final Pattern ARTICLE = Pattern.compile("^(?:an?|the|some) ");

    private static final Pattern BARE = Pattern.compile("^[\\p{L}-]+(?:,.*)?$");

    /// "An enlarged liver, spleen, or salivary glands": enlarged may be said of all of them.
    private static boolean firstSaysHow(List<String> items) {
        Matcher first = WITH_ARTICLE.matcher(items.getFirst());
        return first.find()
                && BARE.matcher(items.get(1)).matches()
                && (HOW.matcher(first.group("how")).find()
                        || HOW_IT_CAME.matcher(first.group("how")).find())
                && items.stream().skip(1).noneMatch(one -> ARTICLE.matcher(one).find());
    }

    /// "genetic, biological, and psychological factors": single words that may all belong to the last.
    private static boolean sharesItsLastWord(List<String> items) {
        return items.getLast().indexOf(' ') >= 0
                && !OF_ITS_OWN.matcher(items.getLast()).find()
                && items.subList(0, items.size() - 1).stream()
                        .allMatch(item ->
                                Glossary.WORD
                                                .matcher(
                                                        item.replaceFirst(NAME_OF_A_GENE, "")
                                                                .replaceFirst(" (?:and|or)$", ""))
                                                .results()
                                                .count()
                                        == 1);
    }

    /// "The GCH1, PTS, and QDPR genes": names before one noun.
    private static final String NAME_OF_A_GENE = "^the (?=\\p{Lu}[\\p{Lu}\\d-]+\\b)";

    private static final Pattern JOINT =
            Pattern.compile(
                    "\\b(?:of|in|on|with|for|from|between|by|at|around|affecting|involving|such as|including)\\b");

    /// "Redness, pain, or problems with vision": a last thing whose first word is a thing already. "Lumps in the anal area"
    /// may say where all of them are.
    private static final Pattern OF_ITS_OWN =
            Pattern.compile(
                    "^(?:problems? with|trouble with|loss of|lack of|use of|shortness of|changes? in) ");

    private static final Pattern OWN = Pattern.compile("^(?:a|an|the|some|other) ");

    private static final Pattern CLAUSE =
            Pattern.compile("^(?:which|who|whose|where|when|that|such as|including|especially)\\b");

    /// A single word that says how something is: it belongs to a word of the next thing.
    private static final Pattern HOW =
            Pattern.compile(
                    "^\\p{L}*(?:ive|al|ic|ous|ful|less|ed|ent|ant|ar|ary|ble|ish|severe|weak|thin|small|large|short|long|dry|rough|red|white|brittle"
                            + "|mild|slow|rare|low|high)$");

    /// Whether a word of one thing may speak of the next one too: "abnormalities of the skin, heart, and
    /// ears" are no hearts, and "painful, stiff joints" no two things.
    private static boolean reachesOver(List<String> items) {
        for (int i = 0; i < items.size(); i++) {
            String one = items.get(i);
            if (CLAUSE.matcher(one).find()) {
                return true;
            }
            if (i + 1 < items.size()) {
                String next = items.get(i + 1);
                if (JOINT.matcher(one).find()
                                && !JOINT.matcher(next).find()
                                && !OWN.matcher(next).find()
                        || HOW.matcher(one.replaceFirst("[,;](?: and| or)?$", "")).find()) {
                    return true;
                }
            }
        }
        return false;
    }

    /// A thing, not something done: "drugs to reduce pain, manage headaches" is no list of things.
    private static boolean isThing(String item, int most) {
        long words = Glossary.WORD.matcher(item).results().count();
        return words >= 1
                && words <= most
                && !item.contains(" to ")
                && !FINITE.matcher(RELATIVE.matcher(item).replaceFirst("")).find()
                && !PartedSentences.hasVerb(CHANGED.matcher(item).replaceFirst(""));
    }

    /// "Decreased appetite": a word that says how the thing is, not what was done.
    private static final Pattern CHANGED =
            Pattern.compile(
                    "^(?:(?:an?|the|some) )?(?:\\p{L}+ly )?(?:de|in|re|im|en|dis)?(?:creased|duced|paired|larged|tended|layed|lessened|swollen|blurred|thickened) (?=\\p{L})");

    /// Whether a text is a list that its source marks ([Listing]).
    public static boolean isListing(String text) {
        return Listing.whole(text).isPresent();
    }

    /// The words in one line again.
    ///
    /// @param text what is told
    public static String inOneLine(String told, String text) {
        return told.replace("\n" + BULLET, text.contains(" " + BULLET) ? " " + BULLET : " ");
    }
}

package oropos.question;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the words of a turn tell of whom it is about, beside the people it names: somebody told of for the first
/// time who is not the patient, whoever asks, somebody with a title and a name.
final class TurnPerson {

    private static final String KIN =
            "mother|mum|mom|mummy|father|dad|daddy|husband|wife|partner|girlfriend|boyfriend|fianc[e\u00e9]e?|sister|brother|son|daughter|child|kid|baby|newborn|infant|toddler|boy|girl|twins?|teenager|stepson|stepdaughter|grandson|granddaughter|grandmother|grandma|gran|granny|nan|nana|grandfather|grandpa|grandad|aunt|auntie|uncle|niece|nephew|cousin|friend|flatmate|roommate|neighbou?r|colleague|teammate|boss|little one|older one|younger one|youngest|eldest";

    /// "My son", "her little brother", "my mother-in-law".
    private static final Pattern RELATIVE =
            Pattern.compile(
                    "(?i)\\b(?:my|our|his|her|their)(?: [\\p{L}\\d'\u2019-]+){0,3}? (?:"
                            + KIN
                            + ")\\b");

    /// "Mum is up all night."
    private static final Pattern CALLED =
            Pattern.compile(
                    "(?:^|(?<=[.?!,;] )|(?i:\\b(?:and|for|but|is|does|can|should) ))(?i:(?:dad|mum|mom|mummy|daddy|grandma|grandpa|gran|granny|nan|nana))\\b(?!['\u2019])");

    /// Of whoever asks, as the patient.
    private static final Pattern ASKER =
            Pattern.compile(
                    "(?i)\\bi(?: am|['\u2019]?m) (?:also |now |already |a )?(?:\\d|on\\b|taking|pregnant|breast|diabetic|allergic|woman|man)|\\bi(?: have|['\u2019]?ve)(?: got| had| just)? (?!(?:a |an |two |my )?(?:son|daughter|child|patient|pt|lady|man|woman|boy|girl|baby|kid)\\b)|\\bi (?:take|get|had|suffer|smoke|weigh)\\b|\\b(?:can|should|may|could) i (?:also |still |now )?(?:take|have|drink|eat|get|fly|drive)\\b|\\bmy (?:own|back|knees?|neck|head|skin|hands?|feet|foot|blood|period|stomach|throat|chest)\\b");

    private static final Pattern TITLED =
            Pattern.compile("\\b(?:Mrs|Mr|Ms|Miss|Mister)\\.? (\\p{Lu}[\\p{L}'\u2019-]+)");

    /// "And mum, when does she ...", "and for Ella?"
    private static final Pattern NAMED_FIRST =
            Pattern.compile(
                    "^(?i:(?:and|or|but|so|ok|okay|now|then|thanks|thank you),? ){0,3}(?i:(?:for|in|what about|how about|is|does|can|should|could|would|will|may|has|did|was) ){0,2}(?:(?i:(?:my|our|the|his|her)(?: little| older| younger)? )?((?i:"
                            + KIN
                            + "))|(\\p{Lu}\\p{Ll}{2,}))\\b(?!['\u2019-])(?! (?i:asks?|says?|thinks?|wants?|wonders?|told|said)\\b)");

    private static final Pattern ASKS_BEHIND =
            Pattern.compile(
                    "(?i)[,;.:-] (?:and |but |so )?(?:any|what|which|how|when|why|where|should|can|could|may|does|do|did|is|are|will|would|must|ok|safe)\\b");

    private TurnPerson() {}

    /// "My sister only vapes, any harm": it asks though it ends without a mark.
    static boolean asksBehind(String text) {
        return ASKS_BEHIND.matcher(text).find();
    }

    /// Whom the turn names first, by a noun of kinship or a name; empty where it names nobody so.
    static String named(String text) {
        Matcher first = NAMED_FIRST.matcher(text);
        if (!first.find()) {
            return "";
        }
        return first.group(1) == null ? first.group(2) : first.group(1);
    }

    /// Whether a text names one by this noun or name.
    static boolean holds(String text, String who) {
        return Pattern.compile("(?i)\\b" + Pattern.quote(who) + "\\b")
                .matcher(Corrections.in(text).main())
                .find();
    }

    private static final int FEW_WORDS = 6;

    /// A few words that tell of nobody: "dose?", "he is 45".
    static boolean isElliptic(String text) {
        return text.strip().split("\\s+").length <= FEW_WORDS;
    }

    /// Whether a text is about one who is called so, and names no other relative before.
    static boolean isAskedOf(String who, String main) {
        boolean name = Character.isUpperCase(who.charAt(0)) && !who.matches("(?i)" + KIN);
        if (name) {
            return Pattern.compile("\\b" + Pattern.quote(who) + "(?:,| (?:is|was|has)\\b| ?\\()")
                    .matcher(main)
                    .find();
        }
        Matcher relative = RELATIVE.matcher(main);
        boolean called =
                relative.find()
                        && relative.group()
                                .toLowerCase(Locale.ROOT)
                                .endsWith(who.toLowerCase(Locale.ROOT));
        Matcher noun = CALLED.matcher(main);
        return (called || noun.find() && noun.group().equalsIgnoreCase(who)) && !isAsker(main);
    }

    /// Whether what is asked about is somebody else than whoever asks: told in the last of the texts that names
    /// anybody, since a turn like "dose?" names none.
    static boolean isOfRelative(List<String> before) {
        for (int at = before.size() - 1; at >= 0; at--) {
            Corrections text = Corrections.in(before.get(at));
            String main = text.main();
            boolean relative = isRelative(main);
            if (relative || ASKER.matcher(main).find()) {
                return relative && !OfOthers.endsOnOneself(main);
            }
            if (text.block().isEmpty()) {
                return false;
            }
        }
        return false;
    }

    static boolean isRelative(String text) {
        return RELATIVE.matcher(text).find() || CALLED.matcher(text).find();
    }

    static boolean isAsker(String text) {
        return ASKER.matcher(text).find();
    }

    /// "Mrs Patel, same clinic: INR 1.4" after a question that names no such person; "the man in room 4".
    static boolean isSomebodyNamed(String text, String last) {
        Matcher titled = TITLED.matcher(text);
        boolean other = TurnCue.IN_A_PLACE.isIn(text) && !TurnCue.IN_A_PLACE.isIn(last);
        while (titled.find()) {
            String name = titled.group(1);
            boolean he = titled.group().matches("(?:Mr|Mister)\\b.*");
            other |= !last.contains(name) || isTheOther(last, name, he);
        }
        return other;
    }

    /// "Mr Khan" where only Mrs Khan was told of.
    private static boolean isTheOther(String last, String name, boolean he) {
        boolean same = false;
        boolean another = false;
        Matcher titled = TITLED.matcher(last);
        while (titled.find()) {
            boolean his = titled.group().matches("(?:Mr|Mister)\\b.*");
            same |= titled.group(1).equals(name) && his == he;
            another |= titled.group(1).equals(name) && his != he;
        }
        return another && !same;
    }

    /// Whether the words behind a person told of for the first time tell something of that person and not what
    /// he says, gives or does for the patient.
    ///
    /// @param behind the words of the turn behind the person
    static boolean isTellingOf(String behind) {
        return behind.contains(" ") && !TurnCue.SAYS.isIn(behind);
    }
}

package oropos.answer;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Negations;
import oropos.terminology.Sentences;
import oropos.terminology.Span;

/// A sentence that says a thing and what it stands against, or what follows from it, told as two in the same order.
///
/// "Although A, B" says that A and that B, and sets one against the other, as "A. But B" does; "Because A, B" says A, and
/// that B comes of it. "X is ... but is ..." says both of X, so "But it is ...". ", and they may ..." has a subject of its
/// own, and whom it means was named in the same words before. Never where what comes first is a condition or thought
/// of, where it names somebody the second half names only later ("although they are rare, these cancers"), where the
/// subject is counted ("most parents carry ... but do not"), and never where it is not plain at which comma the first half ends.
final class TurnedClauses {

    private static final int LONG = 12;
    private static final int FEWEST = 3;
    private static final int MOST_OF_A_SUBJECT = 12;

    private static final Pattern PREFIX = Pattern.compile("^\\[[^\\]]*\\] ");

    private static final Pattern FRONT =
            Pattern.compile(
                    "^(?<word>Although|Though|Even though|Because) (?!of\\b)(?<left>(?:[^,;:()]|\\([^()]*\\))+), (?<right>[^;:]+)$");

    /// Who begins the second half where it has commas of its own: a thing of a row begins with none of these.
    private static final Pattern OWN_START =
            Pattern.compile(
                    "^(?:it|they|this|these|there|you|we|he|she|the|a|an|its|their|your|most|many|some|people|patients|doctors|researchers|scientists|treatment|symptoms|no) ");

    /// What the first half may mean only by the second.
    private static final Pattern POINTS_ON =
            Pattern.compile(
                    "\\b(?:it|its|they|them|their|theirs|he|she|him|his|her|this|these|those|such|if|unless|whether|when|while|may not|both|either)\\b",
                    Pattern.CASE_INSENSITIVE);

    /// Behind "the cause of gout is unknown" it may be the cause or gout.
    private static final Pattern POINTS_BACK = Pattern.compile("^(?:it|they|its|their)\\b");

    private TurnedClauses() {}

    /// Without one of these there is nothing to tell otherwise: most sentences have none.
    private static final Pattern CUE =
            Pattern.compile(
                    "\\b(?:Although|Though|Even though|Because) | (?:but|cases) |, (?:and|so) |\\. And | and (?:often |usually |sometimes )?(?:can|may|could|might|is|are|has|have) ");

    /// A text each sentence of which is told so where it may be.
    static String of(String text) {
        if (!CUE.matcher(text).find()) {
            return text;
        }
        return each(
                text,
                (said, isFirst) -> {
                    String told =
                            OwnSentences.words(said) < LONG
                                    ? said
                                    : so(also(may(but(cases(front(said))))));
                    return isFirst ? told : withoutAnd(told);
                });
    }

    /// Each sentence told otherwise, behind the subject that stands before it in brackets.
    private static String each(String text, BiFunction<String, Boolean, String> told) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (Span sentence : Sentences.of(text)) {
            String one = sentence.of(text);
            Matcher prefix = PREFIX.matcher(one);
            int at = prefix.find() ? prefix.end() : 0;
            out.append(text, from, sentence.start())
                    .append(one, 0, at)
                    .append(told.apply(one.substring(at), sentence.start() == 0));
            from = sentence.end();
        }
        return out.append(text, from, text.length()).toString();
    }

    /// Whether each half says something, and no bracket is torn.
    private static boolean areWhole(String left, String right) {
        return OwnSentences.words(left) > FEWEST
                && OwnSentences.words(right) > FEWEST
                && OwnSentences.isOpen(left)
                && OwnSentences.isOpen(right);
    }

    /// Whether a sentence of one subject says two things of it, each for itself.
    private static boolean areOfOne(String said, String subject, String left, String right) {
        return OwnSentences.words(subject) <= MOST_OF_A_SUBJECT
                && areWhole(left, right)
                && Character.isUpperCase(said.charAt(0))
                && !COUNTED.matcher(said).find()
                && !NO_SUBJECT.matcher(said).find()
                && !REACHES.matcher(said).find()
                && !PartedSentences.namesPeople(left);
    }

    /// Whether what stands before a joint is a clause that ends there.
    private static boolean endsThere(String left) {
        return PartedSentences.hasVerb(left)
                && left.indexOf(';') < 0
                && left.indexOf(':') < 0
                && !PartedSentences.isFronted(left)
                && !GOES_ON.matcher(left).find();
    }

    private static String front(String said) {
        Matcher one = FRONT.matcher(said);
        if (!one.matches()) {
            return said;
        }
        String left = one.group("left");
        String right = one.group("right");
        return OwnSentences.words(left) >= FEWEST
                        && OwnSentences.words(right) >= FEWEST
                        && PartedSentences.hasVerb(left)
                        && PartedSentences.hasVerb(right)
                        && !POINTS_ON.matcher(left).find()
                        && !(left.contains(" of ") && POINTS_BACK.matcher(right).find())
                        && (right.indexOf(',') < 0 || OWN_START.matcher(right).find())
                        && !right.matches("(?:and|or|but|not|because|although|though)\\b.*")
                        && !right.contains(" because ")
                        && !right.contains(" although ")
                        && !TURNS_ITSELF.matcher(right).find()
                        && !(RESTRICTED.matcher(PartedSentences.beforeVerb(right)).find()
                                && !RESTRICTED.matcher(left).find())
                        && (!one.group("word").equals("Because") || isNamedBefore(left, right))
                        && OwnSentences.isOpen(left)
                        && OwnSentences.isOpen(right)
                ? capital(left)
                        + (one.group("word").equals("Because") ? ". Because of this, " : ". But ")
                        + right
                : said;
    }

    /// "But many have spotting but do not miscarry": one turn is enough.
    static final Pattern TURNS_ITSELF = Pattern.compile("\\b(?:but|however)\\b");

    /// A kind of an illness: what is said before it may be true of that kind alone.
    private static final Pattern RESTRICTED =
            Pattern.compile(
                    "\\b(?:autosomal|recessive|dominant|X-linked|Y-linked|mitochondrial|familial|sporadic|hereditary|acquired|congenital|types?|subtypes?|forms?|variants?|stages?)\\b");

    /// "An affected person's parents": of whose illness, only the second half tells.
    private static final Pattern OF_PEOPLE =
            Pattern.compile(
                    "\\b(?:affected|persons?|people|individuals?|patients?|parents?|child|children|adults?|bab(?:y|ies)|infants?|newborns?|wom[ae]n|m[ae]n|(?:fe)?males?|boys?|girls?|sons?|daughters?|carriers?|relatives?|famil(?:y|ies))\\b",
                    Pattern.CASE_INSENSITIVE);

    /// "Xanthine is not changed" is true of "affected people" alone.
    private static final Pattern SOME_PEOPLE =
            Pattern.compile(
                    "\\b(?:affected|(?:people|persons?|individuals?|patients?|those|children|adults|babies|infants|women|men|males|females|boys|girls) (?:with|who have))\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMES_AGAIN =
            Pattern.compile(
                    "^(?:it|they|there|this|these|the (?:disorder|disease|condition|illness|syndrome|drug|test|tumou?r|cancer)s?) ");

    private static final int A_NAME = 4;

    /// "TSC is ...", "Danon disease can ...": said of what has a name, whatever follows.
    private static final Pattern A_NAME_OF_ITS_OWN = Pattern.compile("^\\p{L}*\\p{Lu}");

    /// Whether the first half has a subject of its own that the second half speaks of, so that it says as much alone.
    private static boolean isNamedBefore(String left, String right) {
        if (SOME_PEOPLE.matcher(right).find()) {
            return false;
        }
        if (NAMES_AGAIN.matcher(right).find()) {
            return !OF_PEOPLE.matcher(left).find() || right.startsWith("they ");
        }
        String held = right.toLowerCase(Locale.ROOT);
        return !OF_PEOPLE.matcher(left).find()
                && (A_NAME_OF_ITS_OWN.matcher(left).find()
                        || Glossary.WORD
                                .matcher(PartedSentences.beforeVerb(left).toLowerCase(Locale.ROOT))
                                .results()
                                .map(MatchResult::group)
                                .anyMatch(word ->
                                        word.length() >= A_NAME
                                                && held.matches(
                                                        "(?s).*\\b"
                                                                + Pattern.quote(word)
                                                                + "\\b.*")));
    }

    private static final Pattern CASES =
            Pattern.compile(
                    "^(?<left>(?:(?:Most|Some|Other|Many|These|All other|Almost all) cases|About \\d+ percent of cases) (?:of [^,;:()]+ )?(?:result from|are caused by) [^,;:]+?) and (?=occur in people with no history of |are (?:inherited|passed (?:down|on)) in an? )");

    /// "Most cases result from new changes and occur in people with no history of ...": both are said of those cases.
    private static String cases(String said) {
        if (!said.contains(" cases ")) {
            return said;
        }
        Matcher one = CASES.matcher(said);
        return one.find() ? one.group("left") + ". They " + said.substring(one.end()) : said;
    }

    private static final String ONE =
            "is|has|affects|causes|occurs|makes|involves|begins|develops|increases|decreases|reduces|helps|appears|varies|tends";

    private static final String MANY =
            "are|have|affect|cause|occur|make|involve|begin|develop|increase|decrease|reduce|help|appear|vary|tend";

    private static final Pattern BUT =
            Pattern.compile(
                    "^(?<subject>[^,;:]*?) (?<left>(?:(?<one>"
                            + ONE
                            + ")|"
                            + MANY
                            + ") [^;:]+?),? but (?<right>(?:(?:often|usually|typically|also|rarely|sometimes) )?(?:(?<second>is|has|does)|(?<seconds>are|have|do)|can|may) [^,;:]+)$");

    private static final Pattern MAY =
            Pattern.compile(
                    "^(?<subject>[^,;:()]+?) (?<left>(?:can|may|could|might) [^,;:]+?),? and (?<right>(?:(?:often|usually|sometimes) )?(?:(?:can|may|could|might)|(?<second>is|has)|(?<seconds>are|have)) [^;:]+)$");

    /// Words that end as many do and are one, and the other way round.
    private static final Pattern NUMBER_UNSURE =
            Pattern.compile(
                    "(?:ss|us|is|ies|etes|sles|mps|pes|ets|ens|ngs|ics|ves|oss|people|children|women|men|feet|teeth|bacteria|genitalia|data|lice|mice|fungi|stimuli|criteria|phenomena|mitochondria|series|species|family|group|pair|number)$",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_SEVERAL =
            Pattern.compile("\\b(?:and|or|of|in|with|for|from|to|on|at|by|who|that)\\b");

    /// "X can spread and can be cured": both may be of X, each for itself.
    private static String may(String said) {
        if (!said.contains(" and ")) {
            return said;
        }
        Matcher one = MAY.matcher(said);
        if (!one.matches()) {
            return said;
        }
        String subject = one.group("subject");
        String left = one.group("left");
        String right = one.group("right");
        boolean many = subject.endsWith("s");
        return areOfOne(said, subject, left, right)
                        && !OF_SEVERAL.matcher(subject).find()
                        && !NUMBER_UNSURE.matcher(subject).find()
                        && one.group(many ? "second" : "seconds") == null
                        && !PartedSentences.hasVerb(subject)
                        && Negations.in(said).isEmpty()
                ? said.substring(0, one.end("left")) + (many ? ". They " : ". It ") + right
                : said;
    }

    private static final Pattern COUNTED =
            Pattern.compile(
                    "^(?:Most|Some|Many|Few|A few|About|Approximately|Nearly|All|Half|Several|Each|Every|One|Either|Neither|No|None|Not|Both|Only|More|Less|Fewer|Usually|Typically|Often|Sometimes|Generally|Rarely|\\d)\\b");

    private static final Pattern NO_SUBJECT =
            Pattern.compile(
                    "^(?:There|It|That|This|These|They|What|Which|Who|If|When|While|Although|Though|Because|Since|As|Whether|Once|In|Of|Among|For|With|Without|By|During|At"
                            + "|On|From|Under|Over|Within|Through|Despite|To|After|Before|Until|And|But|So|Or)\\b");

    /// What may hold for both halves, or make the first only a part.
    private static final Pattern REACHES =
            Pattern.compile(
                    "\\b(?:that|which|who|whose|whom|where|if|unless|when|whenever|whether|although|though|while|because|since|until|only"
                            + "|than|either|both|neither|nor|what|how|why|before|once|provided|suppose|respectively)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static String but(String said) {
        if (!said.contains(" but ")) {
            return said;
        }
        Matcher one = BUT.matcher(said);
        if (!one.matches()) {
            return said;
        }
        boolean single = one.group("one") != null;
        String subject = one.group("subject");
        String left = one.group("left");
        String right = one.group("right");
        return (single ? one.group("seconds") == null : one.group("second") == null)
                        && !PartedSentences.hasVerb(subject.replaceAll("\\([^()]*\\)", ""))
                        && Negations.in(subject + " " + left).isEmpty()
                        && !TURNS_ITSELF.matcher(right).find()
                        && areOfOne(said, subject, left, right)
                ? said.substring(0, one.end("left")).replaceFirst(",$", "")
                        + (single ? ". But it " : ". But they ")
                        + right
                : said;
    }

    private static final Pattern AND =
            Pattern.compile(
                    ", and (?=(?:it|they|there) (?:(?:also|often|usually) )?(?:is|are|was|were|has|have|can|may|causes?|affects?|occurs?|helps?|serves?|makes?|leads?|does|do)\\b)");

    /// A condition, a thought or a report that may go on behind the "and".
    private static final Pattern GOES_ON =
            Pattern.compile(
                    "\\b(?:if|unless|when|whenever|whether|although|though|because|since|until|while|provided|where|either|neither|not only|as"
                            + "|(?:think|thought|believe|suspect|find|found|suggest|report|show|say|state|note|know|conclude|reveal|mean|indicate|recommend)\\p{Ll}*)\\b",
                    Pattern.CASE_INSENSITIVE);

    /// "..., and they may have infertility": the last thing said, of what was named before.
    private static String also(String said) {
        if (!said.contains(", and ")) {
            return said;
        }
        Matcher and = AND.matcher(said);
        if (!and.find()) {
            return said;
        }
        int from = said.substring(0, and.start()).lastIndexOf(". ") + 1;
        String left = said.substring(from, and.start()).strip();
        String right = said.substring(and.end());
        return areWhole(left, right)
                        && endsThere(left)
                        && right.indexOf(';') < 0
                        && !right.contains(", and ")
                        && PartedSentences.namesPeople(left) == PartedSentences.namesPeople(right)
                ? said.substring(0, and.start()) + ". " + capital(right)
                : said;
    }

    private static final Pattern SO =
            Pattern.compile(
                    ", so (?=(?:it|they|there|this|these|you|we|the|a|an|its|their|your|people|patients|doctors|most|many|some|even people) \\p{L})");

    /// "..., so it is important to ...": what comes of it, said as a sentence.
    private static String so(String said) {
        if (!said.contains(", so ")) {
            return said;
        }
        Matcher so = SO.matcher(said);
        if (!so.find()) {
            return said;
        }
        int from = said.substring(0, so.start()).lastIndexOf(". ") + 1;
        String left = said.substring(from, so.start()).strip();
        String right = said.substring(so.end());
        return areWhole(left, right)
                        && endsThere(left)
                        && PartedSentences.hasVerb(right)
                        && right.indexOf(';') < 0
                        && !right.contains(", and ")
                        && !right.contains(", but ")
                ? said.substring(0, so.start()) + ". So " + right
                : said;
    }

    private static final Pattern ALIAS =
            Pattern.compile(
                    "^(?<subject>[^,;:()]+), (?<alias>(?:also |sometimes |commonly |often )*(?:known as|called|referred to as|named) [^,;:()]+), (?<verb>is|are) (?<rest>[^;:]+)$");

    /// "Formerly called": "is" would say that it still is.
    private static final Pattern NO_MORE =
            Pattern.compile(
                    "\\b(?:formerly|previously|once|originally|historically|before|until|past|former|earlier|first|longer|was|were|had)\\b");

    private static final int LONG_WITH_A_NAME = 14;

    /// "X, also called Y, is Z" says of X that it is also called Y and that it is Z.
    static String named(String text) {
        if (!text.contains("called ")
                && !text.contains("known as ")
                && !text.contains("referred to as ")
                && !text.contains("named ")) {
            return text;
        }
        return each(text, (said, _) -> withName(said));
    }

    private static String withName(String said) {
        Matcher one = ALIAS.matcher(said);
        if (OwnSentences.words(said) < LONG_WITH_A_NAME || !one.matches()) {
            return said;
        }
        String subject = one.group("subject");
        String verb = one.group("verb");
        return OwnSentences.words(subject) <= MOST_OF_A_SUBJECT
                        && OwnSentences.words(one.group("rest")) > FEWEST
                        && Character.isUpperCase(said.charAt(0))
                        && !COUNTED.matcher(said).find()
                        && !NO_SUBJECT.matcher(said).find()
                        && !subject.matches(".* (?:and|or) .*")
                        && !PartedSentences.hasVerb(subject)
                        && !NO_MORE.matcher(one.group("alias")).find()
                        && Negations.in(subject).isEmpty()
                ? subject
                        + " "
                        + verb
                        + " "
                        + one.group("alias")
                        + (verb.equals("is") ? ". It is " : ". They are ")
                        + one.group("rest")
                : said;
    }

    private static final Pattern JOINED =
            Pattern.compile("^And (?!" + PartedSentences.ASKED + "\\b)(?=\\p{L}+ )");

    /// A sentence that was parted from the one before it needs no "And" at its head.
    private static String withoutAnd(String said) {
        Matcher and = JOINED.matcher(said);
        return and.find() ? capital(said.substring(and.end())) : said;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

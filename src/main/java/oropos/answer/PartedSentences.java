package oropos.answer;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Negations;
import oropos.terminology.Sentences;
import oropos.terminology.Span;

/// Long sentences parted where their writer parted them already.
///
/// A semicolon or a colon becomes a full stop where a whole clause stands on either side of it, and a
/// bracket at the end that names the source becomes a sentence of its own. A comma before "and" or
/// "but" becomes one only where what follows has a subject and a verb of its own, and where nothing on
/// either side could reach over to the other: no condition, no denial, no comparison, no reported
/// speech, no group of people named once for both. Never at a "which".
public final class PartedSentences {

    /// Fewest words on either side.
    private static final int CLAUSE = 4;

    private static final Pattern BREAK = Pattern.compile("[;:] (?=\\p{L}|\\d)");

    /// Without one of these a stretch is an item of a list, not a clause.
    private static final Pattern VERB =
            Pattern.compile(
                    "\\b((?!(?:called|named|termed|based)\\b)\\p{Ll}{2,}ed|is|are|was|were|has|have|had|may|might|can|could|should|must|will|would|does|do|did"
                            + "|recommends?|found|asks?|shows|belongs?|calls?|means?|keeps?|rose|fell|led|includes?"
                            + "|came|gave|gives|counts?|rates?|tells?|remains?"
                            + "|carry|carries|occurs?|affects|produces|becomes?|tends?|depends?|varies|appears?|contains?|provides?|allows?|develops?|begins?|happens?)\\b");

    /// A clause that begins so leans on the one before it.
    private static final Set<String> LEANING =
            Set.of(
                    "and",
                    "or",
                    "but",
                    "nor",
                    "which",
                    "who",
                    "whose",
                    "that",
                    "than",
                    "as",
                    "if",
                    "unless",
                    "except",
                    "while",
                    "whereas",
                    "although",
                    "though",
                    "where",
                    "when",
                    "because",
                    "so",
                    "with",
                    "without",
                    "including",
                    "however",
                    "therefore",
                    "thus",
                    "otherwise");

    private static final Pattern SOURCE =
            Pattern.compile(
                    "(?<=[^.]) \\(((?=[^()]*\\b(?:guideline|review|trial|trials|report|series|study|positions?|criteria|Task Force|Academy|College|Agency|Group|meta-analysis)\\b)[^()]+)\\)([.]?)$");

    /// A colon behind these opens what was announced: "may include:", "has two features:".
    private static final Pattern ANNOUNCES =
            Pattern.compile(
                    "(?i)\\b(?:includes?|including|following|are|is|as|may|of|called|with|these|two|three|four|five|six|several|\\d+)\\b(?: [\\p{L}-]+){0,4}$");

    private PartedSentences() {}

    public static String of(String text) {
        if (text.startsWith(UNSTATED)) {
            String rest = text.substring(UNSTATED.length());
            return rest.isEmpty()
                    ? text
                    : UNSTATED.replace(": ", ". ") + capital(rest, 0) + of(rest).substring(1);
        }
        return source(turned(joined(clauses(spaced(text)))));
    }

    private static final Pattern RUN_ON =
            Pattern.compile("(?<=\\p{Ll}\\p{Ll})\\.(?=(?:\\p{Lu}\\p{Ll}+|An?) \\p{Ll})");

    /// "... muscle jerks.Intravenous fluids may ...": a full stop whose space was lost where lines were joined.
    private static String spaced(String text) {
        return RUN_ON.matcher(text).replaceAll(stop -> endsAWord(text, stop.start()) ? ". " : ".");
    }

    /// Whether a word of small letters ends here, and no address or name of a product.
    private static boolean endsAWord(String text, int end) {
        int start = end;
        while (start > 0 && Character.isLowerCase(text.charAt(start - 1))) {
            start--;
        }
        return start > 0
                && " (-,".indexOf(text.charAt(start - 1)) >= 0
                && !text.startsWith("www.", start);
    }

    /// What is said of the source, not of the sentence: it holds for all that is told of it, so it may be a
    /// sentence before them.
    private static final String UNSTATED = Connectives.words("unstated");

    private static final Pattern TURN =
            Pattern.compile("(?:; (however|therefore|thus),? |, (however),? )(?=\\p{L})");

    /// "The cause is unknown, however there is a theory": two sentences that a comma joins.
    private static String turned(String text) {
        if (Connectives.reservations().stream().anyMatch(text::startsWith)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (Span sentence : Sentences.of(text)) {
            String one = sentence.of(text);
            Matcher turn = TURN.matcher(one);
            if (!turn.find()) {
                continue;
            }
            String left = one.substring(0, turn.start());
            String right = one.substring(turn.end());
            boolean hard = one.charAt(turn.start()) == ';' && turn.group().endsWith(", ");
            String bare = left.replaceFirst("^\\[[^\\]]*\\] ", "");
            boolean aside = turn.group().endsWith(", ") && !hard;
            if (turn.find()
                    || !(hard ? mayEnd(bare, right) : mayTurn(bare, right))
                    || aside && !BUT_SUBJECT.matcher("but " + right).lookingAt()) {
                continue;
            }
            turn.reset();
            turn.find();
            String word = turn.group(1) == null ? turn.group(2) : turn.group(1);
            out.append(text, from, sentence.start() + turn.start())
                    .append(". ")
                    .append(capital(word, 0))
                    .append(word.substring(1))
                    .append(", ");
            from = sentence.start() + turn.end();
        }
        return out.append(text, from, text.length()).toString();
    }

    /// Behind a semicolon "however" begins a sentence of its own, whatever stands before.
    private static boolean mayEnd(String left, String right) {
        return Glossary.WORD.matcher(left).results().count() >= CLAUSE - 1
                && VERB.matcher(left).find()
                && isClause(right)
                && BRACKET.matcher(left).replaceAll("").indexOf(';') < 0
                && BRACKET.matcher(right).replaceAll("").indexOf(';') < 0
                && depth(left, left.length()) == 0;
    }

    private static final Pattern BRACKET = Pattern.compile("\\([^()]*\\)");

    private static boolean mayTurn(String left, String right) {
        return isClause(left)
                && isClause(right)
                && firstVerb(right) >= 1
                && firstVerb(right) <= SUBJECT_WORDS
                && depth(left, left.length()) == 0
                && !FRONTED.matcher(left).find()
                && !REACHES_BUT.matcher(left).find();
    }

    /// Whether it begins with a clause that says of whom, when or where it is true.
    static boolean isFronted(String sentence) {
        return FRONTED.matcher(sentence).find();
    }

    /// Whether it says of which people it is true.
    static boolean namesPeople(String sentence) {
        return PEOPLE.matcher(sentence).find();
    }

    static boolean hasVerb(String words) {
        return VERB.matcher(
                        words.indexOf('-') < 0 ? words : HYPHENED.matcher(words).replaceAll("-"))
                .find();
    }

    /// Whether something is done in words before "is a": "combined" and "mixed" say how a thing is there, "found" and
    /// "reported" tell what somebody said.
    static boolean hasVerbOfItsOwn(String words) {
        return VERB.matcher(HYPHENED.matcher(words).replaceAll("-"))
                .results()
                .anyMatch(verb ->
                        !NO_VERB.matcher(verb.group()).matches()
                                || SAID.matcher(verb.group()).matches());
    }

    private static final Pattern SAID =
            Pattern.compile(
                    "(?:report|show|suggest|not|discover|conclud|confirm|believ|learn|realiz|realis|stat|claim|propos|explain|observ|argu|reveal|indicat|assum|guess|decid|agre)ed");

    /// "Age-related" says how a thing is.
    private static final Pattern HYPHENED = Pattern.compile("-\\p{Ll}{2,}ed\\b");

    private static final Pattern AND = Pattern.compile(", (?=(?:and|but|so) )");

    /// "What kind of pain you have, and what is causing it": asked by what stands before, and no sentence.
    static final String ASKED = "(?:what|which|how|who|whom|whose|where|when|whether|why|that)";

    /// What a new sentence may begin with after "and": a subject, never a thing of a list.
    private static final Pattern SUBJECT =
            Pattern.compile(
                    "(?:and|but|so) (?:it|they|this|these|those|there|we|you|he|she|some|most|many|the|a|an|its|their|your|his|her|people|patients|symptoms|treatment|treatments)\\b[^,;:()]*"
                            // any other subject, where only a verb can follow it
                            + "|and (?!"
                            + ASKED
                            + "\\b|(?:also|then|often|usually|sometimes|may|can|is|are|was|were|has|have|not|in|on|at|by|for|with|to|of|from|as|so|if|or)\\b)(?:[\\p{L}\\p{N}][\\p{L}\\p{N}/.-]* ){1,6}?(?:is|are|was|were|has|have|can|may|will)\\b[^,;:()]*");

    /// What stands before "but" and may reach over it: a condition, a thought, a first half, a group named once.
    private static final Pattern REACHES_BUT =
            Pattern.compile(
                    "\\b(?:if|unless|whether|although|though|while|not only|either|neither|than|only"
                            + "|(?:think|believe|suspect|find|found|suggest|report|show|say|state|note|know|conclude)\\p{Ll}* that)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern BUT = Pattern.compile(", (?=but )");

    /// "But" between two whole clauses: what is behind it has a subject of its own.
    static boolean mayPartAtBut(String left, String right) {
        Matcher subject = BUT_SUBJECT.matcher(right);
        return isClause(left)
                && isClause(right)
                && subject.lookingAt()
                && firstVerb(right) <= SUBJECT_WORDS
                && right.indexOf(';') < 0
                && !TurnedClauses.TURNS_ITSELF.matcher(right.substring("but ".length())).find()
                && !FRONTED.matcher(left).find()
                && !REACHES_BUT.matcher(left).find()
                && (PEOPLE.matcher(right).find() || !PEOPLE.matcher(left).find())
                && depth(left, left.length()) == 0;
    }

    private static final Pattern BUT_SUBJECT =
            Pattern.compile(
                    "but (?:(?:it|they|this|these|those|there|we|you|he|she|people|patients|doctors|symptoms|signs|studies|research|surgery|treatments?|researchers|scientists) "
                            + "|(?:some|most|many|the|a|an|its|their|your|his|her|several|other) \\p{Ll})");

    private static final int SUBJECT_WORDS = 7;

    /// What may reach over the "and".
    private static final Pattern REACHES =
            Pattern.compile(
                    "\\b(?:if|unless|when|whenever|although|though|because|since|until|whether|where|after|before|while"
                            + "|whereas|provided|except|that|who|which|whose|either|both|neither|nor|not only|than|compared|versus|vs"
                            + "|among|between|respectively|only|even|should|must|recommend\\w*|suggest\\w*|advis\\w*|consider\\w*"
                            + "|higher|lower|more|less|fewer|greater|better|worse|larger|smaller|longer|shorter|older|younger|same|similar)\\b",
                    Pattern.CASE_INSENSITIVE);

    /// Where a clause may begin that says of whom, when or where both are true.
    private static final Pattern FRONTED =
            Pattern.compile(
                    "^(?:In|Of|Among|For|With|Without|By|During|At|On|From|Under|Over|Within|Through|Despite|As|To|Once)\\b");

    private static final Pattern PEOPLE =
            Pattern.compile(
                    "\\b(?:in|for|among|of) (?:\\p{L}+ ){0,3}?(?:children|adults|patients|women|men|people|infants|babies|adolescents|boys|girls|those|individuals)\\b");

    private static String joined(String text) {
        if (Connectives.reservations().stream().anyMatch(text::startsWith)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (Span sentence : Sentences.of(text)) {
            String one = sentence.of(text);
            Matcher but = BUT.matcher(one);
            if (but.find()
                    && one.indexOf(", but ", but.end()) < 0
                    && one.indexOf('[') <= 0
                    && mayPartAtBut(
                            one.substring(0, but.start()).replaceFirst("^\\[[^\\]]*\\] ", ""),
                            one.substring(but.end()))) {
                out.append(text, from, sentence.start() + but.start())
                        .append(". ")
                        .append(capital(one.substring(but.end()), 0));
                from = sentence.start() + but.end() + 1;
                continue;
            }
            Matcher and = AND.matcher(one);
            if (!and.find() || and.find() || one.indexOf(';') >= 0 || one.indexOf('[') > 0) {
                continue;
            }
            and.reset();
            and.find();
            String left = one.substring(0, and.start());
            String right = one.substring(and.end());
            if (mayPart(left.replaceFirst("^\\[[^\\]]*\\] ", ""), right)) {
                out.append(text, from, sentence.start() + and.start())
                        .append(". ")
                        .append(capital(right, 0));
                from = sentence.start() + and.end() + 1;
            }
        }
        return out.append(text, from, text.length()).toString();
    }

    private static boolean mayPart(String left, String right) {
        Matcher subject = SUBJECT.matcher(right);
        return (left.indexOf(',') < 0 || OF_A_PRONOUN.matcher(right).lookingAt())
                && right.indexOf(',') < 0
                && isClause(left)
                && isClause(right)
                && subject.lookingAt()
                && firstVerb(right) <= SUBJECT_WORDS
                && !FRONTED.matcher(left).find()
                && !REACHES.matcher(left).find()
                && !REACHES.matcher(right).find()
                && Negations.in(left).isEmpty()
                && Negations.in(right).isEmpty()
                && PEOPLE.matcher(left).find() == PEOPLE.matcher(right).find()
                && depth(left, left.length()) == 0;
    }

    /// "And it is passed down": no thing of a list before it.
    private static final Pattern OF_A_PRONOUN =
            Pattern.compile(
                    "(?:and|but|so) (?:it|they|this|these|there) (?:is|are|was|were|has|have|can|may)\\b");

    /// What stands before the first verb; all of it where there is none.
    static String beforeVerb(String words) {
        Matcher verb = VERB.matcher(words);
        return verb.find() ? words.substring(0, verb.start()) : words;
    }

    private static long firstVerb(String words) {
        Matcher verb = VERB.matcher(words);
        return verb.find()
                ? Glossary.WORD.matcher(words.substring(0, verb.start())).results().count()
                : Long.MAX_VALUE;
    }

    private static String clauses(String text) {
        StringBuilder out = new StringBuilder();
        Matcher at = BREAK.matcher(text);
        int from = 0;
        while (at.find()) {
            String before = text.substring(from, at.start());
            if (isClause(before)
                    && isWhole(next(text, at.end()).replaceAll("\\([^()]*\\)", ""))
                    && !leans(text, at.end())
                    && depth(text, at.start()) == 0
                    && !isRow(text, at.start())
                    && !(text.charAt(at.start()) == ':' && ANNOUNCES.matcher(before).find())) {
                out.append(before).append(". ").append(capital(text, at.end()));
                from = at.end() + 1;
            }
        }
        return out.append(text, Math.min(from, text.length()), text.length()).toString();
    }

    private static final Pattern NO_VERB = Pattern.compile("\\p{Ll}+ed");

    /// Whether the sentence around a semicolon is a row of things parted by them: one at least is no clause.
    private static boolean isRow(String text, int at) {
        if (text.charAt(at) != ';') {
            return false;
        }
        int start = text.substring(0, at).lastIndexOf(". ") + 1;
        int stop = text.indexOf(". ", at);
        String[] things =
                BRACKET.matcher(text.substring(start, stop < 0 ? text.length() : stop))
                        .replaceAll("")
                        .split("; ");
        if (things.length < 3) {
            return false;
        }
        for (String thing : things) {
            Matcher verb = VERB.matcher(thing);
            if (verb.results().allMatch(one -> NO_VERB.matcher(one.group()).matches())) {
                return true;
            }
        }
        return false;
    }

    /// "Wrinkled palms and soles" opens with how things are, and is no clause.
    private static boolean isWhole(String words) {
        Matcher verb = VERB.matcher(words);
        return isClause(words)
                && verb.find()
                && (verb.start() > 0 && words.charAt(verb.start() - 1) != '-'
                        || verb.find()
                        || !verb.reset().results().toList().getFirst().group().endsWith("ed"));
    }

    private static char capital(String text, int at) {
        return Character.toUpperCase(text.charAt(at));
    }

    /// From here to the next place where the text parts.
    private static String next(String text, int start) {
        Matcher end = Pattern.compile("[;:.] |$").matcher(text);
        return end.find(start) ? text.substring(start, end.start()) : text.substring(start);
    }

    private static boolean isClause(String words) {
        return Glossary.WORD.matcher(words).results().count() >= CLAUSE
                && VERB.matcher(words).find();
    }

    private static boolean leans(String text, int at) {
        Matcher first = Glossary.WORD.matcher(text);
        return !first.find(at) || LEANING.contains(first.group());
    }

    private static int depth(String text, int at) {
        int depth = 0;
        for (int i = 0; i < at; i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
        }
        return depth;
    }

    private static String source(String text) {
        Matcher bracket = SOURCE.matcher(text);
        if (!bracket.find() || !isClause(text.substring(0, bracket.start()))) {
            return text;
        }
        String named = bracket.group(1);
        return text.substring(0, bracket.start())
                + ". ("
                + named.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + named.substring(1)
                + ".)";
    }
}

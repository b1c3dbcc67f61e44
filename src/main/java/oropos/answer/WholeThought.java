package oropos.answer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import oropos.terminology.QuickPattern;
import oropos.terminology.Words;

/// Whether a sentence can stand alone.
///
/// A sentence cut out of its text may lean on what went before ("It reduced this by half") or may say
/// what was planned instead of what is so. Such a sentence is never a statement.
final class WholeThought {

    /// Fewer words than this say too little; more can't be read at the bedside.
    static final int FEWEST_WORDS = 6;

    /// Words of a sentence that still says something of something.
    static final int SHORTEST_WORDS = 4;

    static final int MOST_WORDS = 60;

    /// A longer heading is a sentence about its subject ("Introduction to the ..."), not a part of a
    /// paper.
    static final int HEADING_WORDS = 4;

    private static final Pattern LEANS =
            Pattern.compile(
                    "^(it|its|this|that|these|those|they|theyll|theyre|theyve|itll|their|them|he|she|his|her|such|both|neither|the (next|following|previous) (step|stage|phase|time|day)|the (former|latter|same|other|two|present|current|results?|findings?|drug|authors?|data|difference|effect|treatment|groups?|trial|study)|however|moreover|furthermore|in addition|additionally|also|therefore|thus|hence|but|and|or|so|conversely|in contrast|on the other hand|similarly|likewise|for example|for instance|of these|of them|in this (case|study|trial)|here|another|others?|one of|instead|nevertheless|nonetheless|yet|then|as a result|consequently)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final QuickPattern PLANS =
            QuickPattern.anyCase(
                    "^(in order )?to (evaluate|determine|investigate|assess|compare|examine|study|identify|describe|test|explore|analy[sz]e|clarify|establish|estimate|review|report)\\b|\\b(review|search|study|analysis|survey|trial|interviews?|questionnaires?) (was|were) (performed|conducted|carried out|undertaken|done|administered)\\b|\\bwe (collected|correlated|tested|measured|analy[sz]ed|recorded|obtained|retrospectively|prospectively|designed|followed|set out|tried)\\b|\\b(we (aimed|sought|investigated|examined|studied|evaluated|assessed|compared|hypothesi[sz]ed|conducted|performed|reviewed|searched|report|describe|present|used|included|enrolled|recruited)|(aim|aims|objective|objectives|purpose|goal) (of|was|is|were|are)|was (undertaken|conducted|designed|performed) to|were (randomly )?(assigned|randomi[sz]ed|allocated|recruited|enrolled|divided|excluded)|for (further|more) information|more information (about [^.]{1,60} )?(can|is|may)|provides the following list|medical dictionary|(approximate|estimated) number of patients|web ?sites?|this page|key concepts|et al\\.? (showed|found|reported)|speak with your|much of this information comes from|this (study|trial|review|article|paper|report|chapter|module|section)|in this (chapter|module|section|article)|see (table|figure|fig)|table \\d|figure \\d|see the [^.]{0,60}(summary|summaries)|frequency of a sign or symptom is|frequency may also be listed|(first|second) number of the fraction|information on frequency is|names of laboratories|lists the names of|refine the search|check the list of|listed below|copyright|all rights reserved|click here)\\b");

    private static final List<String> METHOD_HEADINGS =
            List.of(
                    "method",
                    "objective",
                    "aim",
                    "purpose",
                    "design",
                    "setting",
                    "participants",
                    "patients",
                    "search",
                    "selection",
                    "data",
                    "statistic",
                    "background",
                    "introduction",
                    "rationale",
                    "intervention",
                    "main outcome",
                    "measure",
                    "funding",
                    "registration",
                    "acknowledg",
                    "references",
                    "author",
                    "competing",
                    "conflict",
                    "abbreviation",
                    "fig",
                    "table");

    /// A caption, a heading or a list has no verb. Common verbs of medical prose, auxiliaries and
    /// pasts; a sentence with none of them is given up, which loses little.
    private static final Pattern SAYS =
            Pattern.compile(
                    "\\b(is|are|was|were|be|been|being|has|have|had|can|could|may|might|should|will|would|must|do|does|did|cannot|"
                            + "(help|cause|include|affect|occur|reduce|increase|improve|show|lead|need|require|recommend|suggest|use|make|become|"
                            + "depend|work|mean|provide|contain|remain|develop|appear|tend|differ|last|take|get|feel|begin|start|involve|produce|"
                            + "prevent|protect|decrease|lower|raise|support|indicate|result|spread|grow|die|live|happen|range|vary|treat|relieve|"
                            + "play|come|give|allow|carry|run|consist|form|act|bind|block|inhibit|kill|heal|resolve|receive|experience|report|"
                            + "represent|account|belong|describe|refer|favou?r|benefit|outweigh|"
                            + "recover|respond|arise|persist|suffer|exceed|comprise|predict|determine|complain|sleep|stop|continue|increase|fall|follow|"
                            + "seem|look|stay|keep|put|move|change|call|exist|serve|enable|help|know|want|say|tell|find|see|depict|reflect|encourage|"
                            + "interfere|interact|harm|damage|destroy|weaken|strengthen|boost|trigger|worsen|ease|soothe|cure|manage|control|"
                            + "cover|contribute|correlate|associate|compare|outperform|delay|shorten|prolong|extend|return|recur|relapse|progress)(s|es)?|varies|goes|dies|diagnose|(?<=(?:doctor|ovider|sician|nician) )diagnoses|[a-z]{2,}ed|found|seen|"
                            + "given|taken|known|made|led|shown|began|became|rose|fell)\\b");

    /// What a reader is told to do needs no more verb than its first word.
    private static final Pattern TELLS =
            Pattern.compile(
                    "^(get|call|take|avoid|use|drink|eat|ask|tell|talk|seek|do|keep|stop|start|rest|apply|wash|contact|see|"
                            + "report|monitor|check|continue|give|consider|offer|refer|measure|prescribe|limit|wear|go)\\b",
                    Pattern.CASE_INSENSITIVE);

    /// A reference word whose noun stands in a sentence before: "these microbes", "the disease",
    /// "some are", "you can get it".
    private static final QuickPattern POINTS_BACK =
            QuickPattern.anyCase(
                    "^(in order )?to (prevent|treat|avoid|reduce|relieve|manage|control|diagnose|stop|cure|help|find|confirm) (it|them|this)\\b|\\b(doctors|physicians|surgeons|experts|people|scientists|researchers) used to (?!be\\b)[a-z]+|"
                            + "\\b(these|those|such)\\s+(?!as\\b|a\\b|an\\b|who\\b|with\\b|that\\b|in\\b|at\\b|of\\b)[a-z]+|\\bthis\\s+(?!year|time|age|is\\b)[a-z]+"
                            + "|^(one|some|others?|most|many|all|several|few|none|each|either|any) (of (them|these|those)|are|is|have|has|may|can|will|do|also|occur|require|include|cause|go)\\b"
                            + "|^(at first|first|second|next|finally|later|afterwards?|meanwhile|otherwise|usually|sometimes|often),? (it|they|you will|he|she)\\b"
                            + "|\\b(?:of|in|on|to|into|from|for|by|at|during) that (?:tissue|area|part|organ|gene|time|period|case|way|person|child|drug|disease|group|type|form|region|stage|site|side)\\b"
                            + "|\\bthe (above|aforementioned|same reason|following)\\b|\\b(as (described|mentioned|discussed|noted) (above|earlier|below|previously)|(described|discussed|mentioned) (above|below|earlier|later))\\b");

    /// Pronouns that need a noun before them. "It" of "it is important to" needs none.
    private static final Pattern PRONOUN =
            Pattern.compile(
                    "\\b(it|its|they|them|their|he|she|his|her|him)\\b(?! (is|was|may be|can be|has been) (important|recommended|possible|likely|unclear|unknown|not known|estimated|necessary|thought|believed|common|helpful|hard|easy|best|difficult|advisable|essential)\\b)",
                    Pattern.CASE_INSENSITIVE);

    /// "The disease" at its first mention means one named before.
    private static final QuickPattern DEFINITE =
            QuickPattern.anyCase(
                    "\\bthe (disease|disorder|condition|syndrome|infection|illness|drug|drugs|medicine|medication|vaccine|virus|bacteria|bacterium|tumou?r|cancer|rash|procedure|operation|test|mutation|gene|therapy|device|product|symptoms|signs|pain)\\b(?!(?: and (?:signs|symptoms))? (of|that|to|for|in|with|called|caused|is called)\\b)");

    /// A noun that a pronoun after it may stand for: any longer word that is no verb of ours and no word
    /// of address.
    private static final Pattern NOUN = Pattern.compile("\\b[A-Za-z][a-z-]{3,}\\b");

    private static final java.util.Set<String> NO_NOUNS =
            java.util.Set.of(
                    "when",
                    "while",
                    "though",
                    "although",
                    "because",
                    "since",
                    "after",
                    "before",
                    "once",
                    "unless",
                    "until",
                    "where",
                    "with",
                    "without",
                    "from",
                    "have",
                    "will",
                    "would",
                    "could",
                    "should",
                    "must",
                    "also",
                    "even",
                    "only",
                    "usually",
                    "often",
                    "sometimes",
                    "generally",
                    "typically",
                    "there",
                    "some",
                    "most",
                    "many",
                    "make",
                    "take",
                    "help",
                    "give",
                    "gets",
                    "keep",
                    "does",
                    "your",
                    "yours",
                    "about",
                    "very",
                    "first",
                    "then",
                    "than",
                    "that",
                    "which",
                    "what",
                    "however");

    /// Text of two kinds run together where a page lost its layout: a footnote's number, a list's dash
    /// after a full stop, a question inside.
    private static final Pattern RUN_TOGETHER =
            Pattern.compile(
                    "[a-z)%]\\.\\d{1,3} [A-Z]|[.!?] [-\u2013*\u2022] [A-Z]|\\?\\s+[A-Z]|[a-z]:\\s*-\\s.*[a-z] [A-Z][a-z]+ (doctor|provider|may|can|is|are|will)\\b");

    /// What announces others, or tells what is only being studied.
    private static final QuickPattern LITTLE =
            QuickPattern.anyCase(
                    "^(?:[\\w-]+ ){0,4}?(?:treatments?|therapy|symptoms?|signs|(?:side )?effects|causes?|outlook|prognosis|diagnosis|course|severity)\\b(?:, (?:if|when|where) (?:needed|necessary),)?(?: [\\w-]+){0,8}? (?:varies|vary|differs?|depends?)\\b(?: (?:widely|greatly|from person to person))?[.,]?(?: .{0,80})?$"
                            + "|\\b(is|are) (the|an?) (primary|lead|leading|main) [^.]{0,40}\\b(organi[sz]ation|institute|agency|cent(er|re)|source)\\b"
                            + "|^(please )?(ask|tell|see|consult|talk to|talk with|speak to|speak with) (your|a|an|the) (doctor|physician|health|pharmacist)|\\btell (your|the) (doctor|physician) (if|about|whether)\\b"
                            + "|^(if you have [^,]{3,60}, )?follow (your|the) (treatment|care|doctor)"
                            + "|\\btreated by (an? |your )?([a-z]+ )?(general practitioner|doctor|physician|specialist|[a-z]+ologist)"
                            + "|\\b(health ?care|medical) (provider|professional|team)s? (would|will|can|may) (determine|decide|discuss)\\b"
                            + "|\\b(harder|hard|difficult) to treat\\b|^(unit|chapter|module|lesson|section) \\d|\\btests? (will|may) (be repeated|continue)\\b|\\b(surgery|operation|procedure|treatment|medicine) is also (called|known as)\\b"
                            + "|\\bbenefit from (receiving )?(treatment|care) (at|in|from)\\b|\\bsymptoms? (can|may|might) be (worsened|made worse|triggered)\\b"
                            + "|^(there are|different|many|several) ((many|several|different|various) )*(types?|kinds?|ways|options|treatments|causes|reasons|factors)\\b"
                            + "|^you (can|may|might|could) (also )?(read|find|learn|get|see|visit)\\b.{0,80}\\b(about|information|from)\\b"
                            + "|^(understanding|knowing|learning|identifying|finding) (the |what |more )?(causes?|reasons?|symptoms?|signs|about)\\b"
                            + "|\\b(treatment|therapy|diagnosis|detection|prevention|care)\\b[^.;,]{0,60}\\b(is|are) (very |extremely |also |most )?(important|essential|critical|crucial|vital)\\b"
                            + "|\\bet al\\.,? |\\b(a|one|another|recent) (\\w+ )?(study|survey|trial) (by|of|in|from|led|published)\\b|\\blooked into\\b"
                            + "|^the goals? of (the |this )?(treatment|therapy)\\b|^every effort\\b|\\bresearchers? (hope|continue|are (trying|working|studying|looking))\\b"
                            + "|\\b(being (studied|tested|investigated)|under (study|investigation)|clinical trials?|treatment planned by)\\b");

    private WholeThought() {}

    /// Whether a whole sentence says little of its subject.
    static boolean saysLittle(String sentence) {
        return LITTLE.isIn(sentence);
    }

    /// Whether a sentence leans on one before it: a reader who sees it alone cannot tell what it is
    /// about.
    ///
    /// @param namesSubject whether its own words name what the question is about
    static boolean dangles(String sentence, boolean namesSubject) {
        if (POINTS_BACK.isIn(sentence) || RUN_TOGETHER.matcher(sentence).find()) {
            return true;
        }
        java.util.regex.Matcher pronoun = PRONOUN.matcher(sentence);
        if (pronoun.find() && !hasNoun(sentence.substring(0, pronoun.start()))) {
            return true;
        }
        if (!DEFINITE.mayBeIn(sentence)) {
            return false;
        }
        java.util.regex.Matcher definite = DEFINITE.matcher(sentence);
        return definite.find()
                && (definite.start() == 0
                        || !namesSubject && !hasNoun(sentence.substring(0, definite.start())));
    }

    /// What stands for the subject of the sentence before.
    private static final Pattern GOES_ON =
            Pattern.compile(
                    "^(?:(?:usually|often|sometimes|most often|rarely|in most cases|in some cases|depending on the \\w+|however|also|in addition),? )?"
                            + "(?:it|they|its (?=[a-z])|their (?=[a-z])|(?:this|the|these) (?:disease|disorder|condition|syndrome|infection|illness|drug|drugs|medicine|medication|medications|vaccine|tumou?rs?|cancer|agents?|medicines)\\b)",
                    Pattern.CASE_INSENSITIVE);

    /// Whether a sentence speaks of the subject of the one before it, and leans on nothing else.
    static boolean goesOn(String sentence) {
        java.util.regex.Matcher matcher = GOES_ON.matcher(sentence);
        if (!matcher.lookingAt() || sentence.endsWith("?") || sentence.endsWith(":")) {
            return false;
        }
        String rest = "Anaemia" + sentence.substring(matcher.end());
        return holds(rest.endsWith(".") ? rest : rest + ".") && !dangles(rest, true);
    }

    private static final Pattern THIS =
            Pattern.compile(
                    "^This (?:disease|disorder|condition|syndrome|infection|illness)\\b(?! (?:of|in|that|which|also|too)\\b)");

    /// Whether a sentence speaks of "this condition" and of nothing else that was named before it.
    static boolean opensOnThis(String sentence) {
        return THIS.matcher(sentence).lookingAt() && goesOn(sentence);
    }

    private static boolean hasNoun(String before) {
        java.util.regex.Matcher noun = NOUN.matcher(before);
        while (noun.find()) {
            if (!NO_NOUNS.contains(noun.group().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /// "More serious causes include." lost its list.
    private static final Pattern BREAKS_OFF =
            Pattern.compile(
                    "(?i)\\b(?:includes?|including|such as|the following|as follows|consists? of|based on|due to|caused by|and|or|the|are|is)[.,;]?$");

    /// Letters behind which nothing decides: the longest words of [#BREAKS_OFF] with what stands before them.
    private static final int ENDING = 20;

    private static boolean breaksOff(String sentence) {
        return BREAKS_OFF
                .matcher(sentence)
                .region(Math.max(0, sentence.length() - ENDING), sentence.length())
                .useTransparentBounds(true)
                .find();
    }

    static boolean holds(String sentence) {
        int words = Words.of(sentence).size();
        String trimmed = sentence.strip();
        return (words >= FEWEST_WORDS || isShortButWhole(trimmed, words))
                && words <= MOST_WORDS
                && !trimmed.endsWith("?")
                && !trimmed.endsWith(":")
                && !breaksOff(trimmed)
                && !trimmed.contains(" | ")
                && !trimmed.contains("://")
                && startsLikeASentence(trimmed)
                && (SAYS.matcher(trimmed).find() || TELLS.matcher(trimmed).lookingAt())
                && !LEANS.matcher(trimmed).lookingAt()
                && !PLANS.isIn(trimmed);
    }

    /// So few words say something only where they name the subject: "Early treatment is important" does not.
    static boolean isShort(String sentence) {
        return Words.of(sentence).size() < FEWEST_WORDS;
    }

    /// "Antibiotics can cure PID.": a noun, what it does, and to what.
    private static boolean isShortButWhole(String sentence, int words) {
        return words >= SHORTEST_WORDS
                && sentence.endsWith(".")
                && DOES.matcher(sentence).lookingAt();
    }

    private static final Pattern DOES =
            Pattern.compile(
                    "^(?!(?:it|they|this|that|these|those|there|he|she|you|we|i)\\b)[A-Za-z][\\w'-]{2,}(?: [\\w'-]+)* (?:is|are|can|cannot|may|must|should|will|causes?|cures?|treats?|helps?|prevents?|spreads?|needs?|has|have) (?:[\\w'-]+ )?[\\w'-]+\\.$",
                    Pattern.CASE_INSENSITIVE);

    /// A list is read item by item, so it may be longer than a sentence.
    static final int MOST_LIST_WORDS = 170;

    /// What a lead-in says of the items behind it: it leans on nothing before it.
    private static final Pattern ANNOUNCES =
            Pattern.compile(
                    "\\b(?:(?:all|any|one|some|one or more) of )?(?:the following|these|those|such)\\b(?=[^.]*$)",
                    Pattern.CASE_INSENSITIVE);

    /// "These risk factors are associated with gout", "Other symptoms include": what it points at stands behind it.
    private static final Pattern POINTS_AHEAD =
            Pattern.compile(
                    "^(?:these|other) (?!resources\\b)(?:[\\w-]+ ){1,6}?(?:are|is|may|can|could|include|raise|increase|help|mean|suggest)\\b",
                    Pattern.CASE_INSENSITIVE);

    /// A lead-in whose announcing words point at its items.
    static String closed(String leadIn) {
        return ANNOUNCES.matcher(leadIn).replaceAll("some");
    }

    /// Whether the words before a list lean on a sentence before them: "They include", "These factors are:".
    static boolean leansAsLead(String leadIn) {
        return leans(leadIn) || dangles(closed(leadIn), true);
    }

    private static boolean leans(String leadIn) {
        return LEANS.matcher(leadIn).lookingAt() && !POINTS_AHEAD.matcher(leadIn).lookingAt();
    }

    /// Whether a list with the words that announce it can stand alone.
    ///
    /// @param lead the words before its items
    /// @param led whether they begin with the sentence on which the lead-in leans
    static boolean holdsAsList(String text, String lead, boolean led) {
        int words = Words.of(text).size();
        return words >= FEWEST_WORDS
                && words <= MOST_LIST_WORDS
                && Words.of(lead).size() >= 2
                && !text.contains(" | ")
                && !text.contains("://")
                && !text.contains("www.")
                && startsLikeASentence(lead.strip())
                && (led || !leans(lead))
                && (lead.endsWith(":")
                        || SAYS.matcher(lead).find()
                        || TELLS.matcher(lead).lookingAt())
                && !PLANS.isIn(text);
    }

    private static boolean startsLikeASentence(String text) {
        int first = text.codePointAt(0);
        return Character.isUpperCase(first) || Character.isDigit(first);
    }

    /// Whether what stands under these headings says what was done, not what is so.
    static boolean underMethods(List<String> headings) {
        return headings.stream()
                .anyMatch(heading ->
                        startsWithAny(heading, METHOD_HEADINGS)
                                && Words.of(heading).size() <= HEADING_WORDS);
    }

    static boolean underConclusions(List<String> headings) {
        return !headings.isEmpty()
                && startsWithAny(
                        headings.getLast(),
                        List.of(
                                "conclusion",
                                "interpretation",
                                "author",
                                "implication",
                                "key message",
                                "recommendation",
                                "main results",
                                "summary"))
                && !headings.getLast().toLowerCase(Locale.ROOT).startsWith("author contrib");
    }

    private static boolean startsWithAny(String heading, List<String> starts) {
        String low = heading.toLowerCase(Locale.ROOT).strip();
        return starts.stream().anyMatch(low::startsWith);
    }
}

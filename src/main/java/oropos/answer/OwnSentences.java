package oropos.answer;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Negations;
import oropos.terminology.Sentences;
import oropos.terminology.Span;

/// A clause that says more of what a sentence is about, told as a sentence of its own, with "it" or "this" in
/// the place of what joined it.
///
/// "Gout is a disease that affects the joints" says two things of gout, so "Gout is a disease. It
/// affects the joints" says the same: only after "is a" and the name of a kind of thing, only of
/// the subject itself, and never where the kind is compared, denied or one of several ("the most common
/// cancer that", "not a disease that"). "Which means that", "because" and "causing" become "This means that",
/// "This is because" and "This causes" where nothing before them is a condition, denied, or only thought of. What
/// stands behind a reservation of ours on the finding ("Only indirect evidence: ") stays one sentence with it.
public final class OwnSentences {

    /// A sentence shorter than this is easy enough.
    private static final int LONG = 12;

    /// "Gout is a disease in which crystals form in a joint" reads as easily as "In it, crystals form".
    private static final int LONG_IN_WHICH = 18;

    /// "Biologic therapy is a treatment": says nothing without what follows.
    private static final Pattern SAME_AGAIN =
            Pattern.compile(
                    "\\b(?:treatment|therapy|medicine|medication|test|procedure|surgery|operation|scan)s?\\|(?:treatment|therapy|medicine|medication|drug|test|procedure|operation|scan)s?$");

    static final int FEWEST = 3;

    static final int MOST_BEFORE_IS = 14;

    private static final String KIND =
            "inflammation|malformation|tissue|condition|disorder|disease|syndrome|illness|infection|cancer|tumor|tumour|growth|defect|problem|abnormality"
                    + "|test|procedure|operation|surgery|medicine|medication|drug|vaccine|treatment|therapy|virus|bacterium|germ"
                    + "|parasite|gland|organ|hormone|protein|enzyme|substance|vitamin|mineral|fungus|chemical|compound|device|machine|steroid|antibiotic"
                    + "|anticoagulant|acid|membrane|fluid|liquid|reaction|injury|scan|exam|examination|pigment|toxin|poison|worm|mite|insect|antibody"
                    // whatever is said of a kind is said of each form of it
                    + "|(?:type|form|kind|subtype|variant) of (?:(?!most |often |that |which |who |in |most)[\\p{L}-]+ ){0,3}?(?!(?:most|often|usually|typically|commonly|mainly|sometimes|which|who|in)\\b)[\\p{L}-]+";

    private static final String KINDS =
            "conditions|disorders|diseases|syndromes|illnesses|infections|cancers|tumors|tumours|growths|defects|problems"
                    + "|abnormalities|tests|procedures|operations|medicines|medications|drugs|vaccines|treatments|therapies"
                    + "|viruses|bacteria|germs|parasites|glands|organs|hormones|proteins|enzymes|substances|vitamins|minerals";

    private static final String HOW_OFTEN =
            "(?:(?:usually|typically|often|sometimes|rarely|commonly|generally|mainly|primarily|mostly|most often) )?";

    /// What can only be a verb after "that": "a sign that symptoms ..." says something else.
    private static final String ONE =
            "is|was|has|does|affects|causes|occurs|results|leads|makes|involves|begins|starts|develops|interferes|impairs"
                    + "|prevents|damages|destroys|disrupts|weakens|produces|increases|decreases|reduces|limits|runs|appears|happens"
                    + "|comes|gets|grows|spreads|helps|lowers|raises|blocks|attacks|changes|slows|stops|allows|controls|keeps"
                    + "|forms|shows|includes|worsens|progresses|primarily|mainly|uses|treats|kills|removes|contains|carries|provides|gives|requires|lives"
                    + "|protects|fights|binds|connects|arises|varies|remains|covers|belongs|looks|measures";

    private static final String MANY =
            "are|were|have|do|affect|cause|occur|result|lead|make|involve|begin|start|interfere|impair|prevent|damage"
                    + "|destroy|disrupt|weaken|produce|increase|decrease|reduce|limit|run|appear|happen|come|get|grow|spread|help|lower"
                    + "|raise|block|attack|slow|stop|allow|keep|include|share|use|treat|kill|remove|contain|carry|provide|give|require|live"
                    + "|protect|fight|vary|tend|belong";

    private static final String MODAL = "can|may|could|might|will|must|should";

    private static final Pattern DEFINED =
            Pattern.compile(
                    "^(?<subject>[^,;:]*?(?:, (?:which is |also |formerly |sometimes |commonly |most |often |usually |previously )*(?:known as|called|referred to as|named) [^,;:]*?,)?|[^;:]*? \\([A-Z][\\p{L}\\p{N}/-]*\\)) (?<is>is an?|are) (?<kind>(?:[\\p{L}\\p{N}-]+,? ){0,6}?(?:(?<one>"
                            + KIND
                            + ")|(?<many>"
                            + KINDS
                            + ")))(?<of> of (?:the )?(?:[\\p{L}-]+ ){0,2}?[\\p{L}-]{2,}s(?<!ss|us|is))?(?:,? \\([^()]*\\))?"
                            + " (?<joint>(?:that|which) (?="
                            + HOW_OFTEN
                            + "(?:(?<verb>"
                            + ONE
                            + ")|(?<verbs>"
                            + MANY
                            + ")|"
                            + MODAL
                            + ")\\b)|in which |(?=(?:characteri[sz]ed|marked|caused) by ))(?<rest>[^?!]+)$");

    /// A kind that is compared, counted or denied is not the kind alone.
    private static final Pattern COMPARED =
            Pattern.compile(
                    "\\b(?:most|least|more|less|only|first|last|best|same|such|similar|not|no|never|neither|nor|one|than|other|another|any|each|every"
                            + "|that|which|who|whose|by|in|with|for|from|to|or|the|these|those|both|two|three)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern ONLY =
            Pattern.compile("\\b(?:only|neither|nor|no|not)\\b", Pattern.CASE_INSENSITIVE);

    static final Pattern NO_SUBJECT =
            Pattern.compile(
                    "^(?:There|It|That|What|Which|Who|If|When|While|Although|Because|Since|As|Whether|Once|In|Of|Among|For|With|Without|By|During|At"
                            + "|On|From|Under|Over|Within|Through|Despite|To|After|Before|Until)\\b");

    private static final Pattern MEANS =
            Pattern.compile(", (?:which means (?=\\p{Ll})|meaning (?=that ))");

    /// What is only thought of, or true under a condition, before "which means".
    private static final Pattern THOUGHT_OF =
            Pattern.compile(
                    "\\b(?:if|unless|when|whether|would|could|might|may|should|suppose|provided|because|although|than|appears?|seems?|thought|believed?|thinks?|suspects?|suggests?|likely|probably|possibly)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern PREFIX = Pattern.compile("^\\[[^\\]]*\\] ");

    private OwnSentences() {}

    public static String of(String text) {
        if (isReserved(text)) {
            return text;
        }
        String turned = TurnedClauses.of(text);
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (Span sentence : Sentences.of(turned)) {
            String one = sentence.of(turned);
            out.append(turned, from, sentence.start()).append(parted(one));
            from = sentence.end();
        }
        return TurnedClauses.named(out.append(turned, from, turned.length()).toString());
    }

    /// Words of ours before a colon, such as "Only indirect evidence: ".
    private static boolean isReserved(String text) {
        return Connectives.reservations().stream().anyMatch(text::startsWith);
    }

    private static String parted(String sentence) {
        Matcher prefix = PREFIX.matcher(sentence);
        int at = prefix.find() ? prefix.end() : 0;
        String said = sentence.substring(at);
        if (words(said) < LONG) {
            return sentence;
        }
        return sentence.substring(0, at)
                + caused(
                        which(
                                although(
                                        because(
                                                means(
                                                        SaidOfOneSubject.twoVerbs(
                                                                SaidOfOneSubject.both(
                                                                        defined(said))))))));
    }

    private static String defined(String said) {
        Matcher one = DEFINED.matcher(said);
        if (!one.matches()
                || words(one.group("subject")) > MOST_BEFORE_IS
                || words(one.group("rest")) < FEWEST
                || one.group("subject").isBlank()
                || NO_SUBJECT.matcher(said).find()
                || PartedSentences.hasVerbOfItsOwn(outsideBrackets(one.group("subject")))
                || !Negations.in(one.group("subject")).isEmpty()
                || ONLY.matcher(one.group("subject")).find()
                || COMPARED.matcher(one.group("kind")).find()
                || one.group("of") != null
                        && (one.group("verb") == null || one.group("one") == null)
                || one.group("joint").startsWith("in ") && words(said) < LONG_IN_WHICH
                || SAME_AGAIN.matcher(one.group("subject") + "|" + one.group("kind")).find()
                || !isOpen(one.group("subject"))) {
            return said;
        }
        Boolean single = isSingle(one);
        if (single == null) {
            return said;
        }
        String joint = one.group("joint");
        String it = single ? "It " : "They ";
        String begin =
                switch (joint) {
                    case "in which " -> single ? "In it, " : "In them, ";
                    case "" -> it + (single ? "is " : "are ");
                    default -> it;
                };
        return said.substring(0, one.start("joint") - 1) + ". " + begin + one.group("rest");
    }

    /// Whether the clause speaks of one thing; null where subject, kind and verb do not agree.
    private static @Nullable Boolean isSingle(Matcher one) {
        boolean verb = one.group("verb") != null;
        boolean verbs = one.group("verbs") != null;
        if (one.group("is").equals("are")) {
            return one.group("many") != null && !verb ? Boolean.FALSE : null;
        }
        if (one.group("many") != null) {
            return verb;
        }
        return verbs ? null : Boolean.TRUE;
    }

    private static String means(String said) {
        Matcher which = MEANS.matcher(said);
        if (!which.find() || said.indexOf(", which", which.end()) >= 0) {
            return said;
        }
        String left = left(said, which.start());
        String right = said.substring(which.end());
        return THOUGHT_OF.matcher(left).find() && !OF_A_PATTERN.matcher(left).find()
                        || !isClause(left, left)
                        || words(right) < FEWEST
                        || !isOpen(right)
                ? said
                : said.substring(0, which.start()) + ". This means " + right;
    }

    /// What a pattern of inheritance means it means under every condition.
    private static final Pattern OF_A_PATTERN =
            Pattern.compile(" (?:dominant|recessive) (?:pattern|manner)(?: of inheritance)?$");

    private static final Pattern ALTHOUGH =
            Pattern.compile(", (?:although|though|whereas) (?=\\p{Ll})");

    /// "A, although B" says both and sets them against each other, as "A. But B" does.
    private static String although(String said) {
        Matcher turn = ALTHOUGH.matcher(said);
        if (!turn.find() || said.indexOf(',', turn.end()) >= 0 || said.indexOf(';') >= 0) {
            return said;
        }
        String left = left(said, turn.start()).strip();
        String right = said.substring(turn.end());
        return PartedSentences.mayPartAtBut(left, "but " + right)
                        && (Negations.in(right).isEmpty() || Negations.in(left).isEmpty())
                ? said.substring(0, turn.start()) + ". But " + right
                : said;
    }

    private static final Pattern WHICH =
            Pattern.compile(
                    ", which (?="
                            + HOW_OFTEN
                            + "(?:(?<one>"
                            + ONE
                            + ")|(?:"
                            + MANY
                            + "))\\b|(?<can>can|could|may|might) (?:lead|cause|result|help|account|make|increase|reduce|affect|damage|prevent|interfere|impair)\\b)");

    /// What the clause before "which" may leave open or hold only of some, or of what somebody thinks.
    private static final Pattern OPEN_BEFORE_WHICH =
            Pattern.compile(
                    "\\b(?:if|unless|when|whenever|whether|would|could|might|should|must|suppose|provided|although|though|while|because|than|or|either|neither|only|may|possibl\\p{Ll}*|probabl\\p{Ll}*|likely|seems?|appears?|thought"
                            + "|(?:think|believe|suspect|suggest|report|estimate|state|claim|propose|recommend|advise)\\p{Ll}*)\\b|, and ",
                    Pattern.CASE_INSENSITIVE);

    /// "This" or "these" is what "which" was: the thing before it or all of the clause, as open as it was.
    private static String which(String said) {
        Matcher which = WHICH.matcher(said);
        if (!which.find() || said.indexOf("which", which.end()) >= 0) {
            return said;
        }
        String left = left(said, which.start()).strip();
        String right = said.substring(which.end());
        return words(left) > FEWEST
                        && words(right) >= FEWEST
                        && isOpen(left)
                        && isOpen(right)
                        && !right.matches("(?s).*[,;:].*")
                        && left.indexOf(';') < 0
                        && (CALLED.matcher(left).find() || isPlainBefore(left))
                        && (which.group("can") == null || OF_ONE_THING.matcher(left).find())
                ? said.substring(0, which.start())
                        + (OF_A_GENE.matcher(left + "|" + right).find()
                                ? ". This gene "
                                : which.group("one") == null && which.group("can") == null
                                        ? ". These "
                                        : ". This ")
                        + right
                : said;
    }

    private static boolean isPlainBefore(String left) {
        return !OPEN_BEFORE_WHICH.matcher(left).find()
                && !PartedSentences.isFronted(left)
                && !PartedSentences.namesPeople(left)
                && Negations.in(left).isEmpty();
    }

    /// "A health problem called myokymia": what follows is said of that name, whoever has it.
    private static final Pattern CALLED =
            Pattern.compile(
                    "\\b(?:called|known as|termed)(?: an?| the)? (?:[\\p{L}\\p{N}-]+ ){0,2}[\\p{L}\\p{N}-]+$");

    /// What is said of "which" behind "the FGFR1 gene": it is the gene.
    private static final Pattern OF_A_GENE =
            Pattern.compile(
                    " gene(?: \\([^()]*\\))?\\|(?:provides|gives|carries|contains|makes|is (?:found|located|involved|responsible)) ");

    /// "Can" fits one and many: only where one thing stands before it can "this" be told.
    private static final Pattern OF_ONE_THING =
            Pattern.compile(
                    "^(?!.*\\b(?:feet|teeth|people|children|women|men|bacteria|genitalia|data)$).*(?:ss|us|is|[^s)])$");

    /// "Typically, a person is affected because ..." does not say that a person typically is affected, and "Most people
    /// were treated because ..." not that most people were.
    static final Pattern COUNTED =
            Pattern.compile(
                    "^(?:Most|Many|Some|Few|Several|All|A few|Typically|Usually|Often|Sometimes|Generally|Rarely|Occasionally|Frequently|Commonly|Mostly|More|Less)\\b");

    private static final Pattern BECAUSE = Pattern.compile(" because (?!of\\b)(?=\\p{Ll}|[A-Z])");

    private static String because(String said) {
        Matcher why = BECAUSE.matcher(said);
        if (!why.find()) {
            return said;
        }
        String left = left(said, why.start());
        String right = said.substring(why.end());
        return isClause(left, right)
                        && isPlain(left)
                        && Negations.in(left).isEmpty()
                        && !left.matches(
                                "(?s).*(?:,| (?:occurs?|happens?|begins?|develops?|appears?))")
                        && !right.contains(" because ")
                        && !COUNTED.matcher(said).find()
                        && Character.isLetter(left.charAt(left.length() - 1))
                ? said.substring(0, why.start()) + ". This is because " + right
                : said;
    }

    private static final Pattern CAUSED =
            Pattern.compile(
                    ", (?<verb>causing|leading to|resulting in|allowing|preventing|making(?= it | them )) (?=[\\p{L}\\p{N}])");

    /// Told as it is, now and always: "causes", never "caused" or "can cause".
    private static final Pattern NOW =
            Pattern.compile("\\b(?:is|are|has|have|" + ONE + "|" + MANY + ")\\b");

    private static final Pattern ELSEWHEN =
            Pattern.compile(
                    "\\b(?:can|may|could|might|will|would|must|should|was|were|had|did|to)\\b",
                    Pattern.CASE_INSENSITIVE);

    /// "Causing pain and limiting movement": two things done.
    private static final Pattern AND_DOING =
            Pattern.compile("\\b(?:and|or|but) (?:\\p{L}+ly )?\\p{L}+ing\\b");

    private static final Pattern GOES_ON =
            Pattern.compile(", (?:and|but|or) (?:\\p{L}+ )?(?:is|are|has|have|can|may|also)\\b");

    private static String caused(String said) {
        Matcher result = CAUSED.matcher(said);
        if (!result.find()) {
            return said;
        }
        String left = left(said, result.start());
        String right = said.substring(result.end());
        return isPlain(left)
                        && words(left) >= FEWEST
                        && words(right) >= FEWEST
                        && isOpen(left)
                        && isOpen(right)
                        && NOW.matcher(left).find()
                        && !ELSEWHEN.matcher(left).find()
                        && !GOES_ON.matcher(right).find()
                        && !CAUSED.matcher(right).find()
                        && !AND_DOING.matcher(right).find()
                        && !PartedSentences.isFronted(left.strip())
                        && Negations.in(left).isEmpty()
                ? said.substring(0, result.start())
                        + ". This "
                        + switch (result.group("verb")) {
                            case "causing" -> "causes ";
                            case "leading to" -> "leads to ";
                            case "allowing" -> "allows ";
                            case "preventing" -> "prevents ";
                            case "making" -> "makes ";
                            default -> "results in ";
                        }
                        + right
                : said;
    }

    /// What may make the clause before it only a part, a thought or a condition.
    static final Pattern REACHES =
            Pattern.compile(
                    "\\b(?:that|which|who|whose|whom|where|if|unless|when|whenever|whether|although|though|while|because|since|until|not|only"
                            + "|than|either|both|neither|nor|what|how|why|before|after|once|provided|suppose)\\b",
                    Pattern.CASE_INSENSITIVE);

    static boolean isPlain(String left) {
        return !REACHES.matcher(left).find();
    }

    private static boolean isClause(String left, String right) {
        return words(left) >= FEWEST
                && words(right) >= FEWEST
                && PartedSentences.hasVerb(left)
                && PartedSentences.hasVerb(right)
                && isOpen(left)
                && isOpen(right);
    }

    /// From the last full stop to here.
    private static String left(String said, int end) {
        return said.substring(said.substring(0, end).lastIndexOf(". ") + 1, end);
    }

    static long words(String text) {
        return Glossary.WORD.matcher(text).results().count();
    }

    static String outsideBrackets(String text) {
        return text.replaceAll("\\([^()]*\\)", "").toLowerCase(Locale.ROOT);
    }

    /// Whether as many brackets close as open.
    static boolean isOpen(String text) {
        return text.chars().filter(c -> c == '(').count()
                == text.chars().filter(c -> c == ')').count();
    }
}

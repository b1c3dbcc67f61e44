package oropos.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;
import oropos.terminology.DoseMention;
import oropos.terminology.Doses;
import oropos.terminology.Mention;
import oropos.terminology.Span;

/// Reads the [Particulars] out of what stands right beside a name, within its sentence and short of the
/// next name.
final class ParticularsReader {

    /// How far beside a name its particulars are looked for, in characters.
    private static final int NEAR = 45;

    /// How far back the sentence of a drug is read, in characters.
    private static final int SENTENCE_REACH = 160;

    private static final Map<String, Pattern> ROUTES =
            routes(
                    "intravenous", "intravenous(?:ly)?|iv|i\\.v\\.|infusions? of|drip",
                    "intramuscular", "intramuscular(?:ly)?|im|i\\.m\\.",
                    "subcutaneous", "subcutaneous(?:ly)?|sc|s\\.c\\.|subcut|under the skin",
                    "sublingual", "sublingual(?:ly)?|under the tongue",
                    "inhaled", "inhaled|by inhalation|inhaler|nebuli[sz]ed",
                    "nasal", "intranasal(?:ly)?|nasal(?: spray)?",
                    "topical", "topical(?:ly)?|cream|ointment|gel",
                    "transdermal", "transdermal(?:ly)?|patch(?:es)?",
                    "rectal", "rectal(?:ly)?|suppositor(?:y|ies)",
                    "vaginal", "vaginal(?:ly)?|pessar(?:y|ies)",
                    "intrathecal", "intrathecal(?:ly)?",
                    "ophthalmic", "eye drops?|ophthalmic",
                    "oral", "oral(?:ly)?|by mouth|per os|po|p\\.o\\.");

    /// Other names of the same substance in other countries (INN beside USAN and old British names, as
    /// MeSH lists them among entry terms): no brands.
    private static final Set<String> NO_BRANDS =
            Set.of(
                    "paracetamol",
                    "acetaminophen",
                    "adrenaline",
                    "epinephrine",
                    "noradrenaline",
                    "norepinephrine",
                    "salbutamol",
                    "albuterol",
                    "pethidine",
                    "meperidine",
                    "frusemide",
                    "furosemide",
                    "lignocaine",
                    "lidocaine",
                    "rifampicin",
                    "rifampin",
                    "glibenclamide",
                    "glyburide",
                    "ciclosporin",
                    "cyclosporine",
                    "cyclosporin",
                    "thyroxine",
                    "levothyroxine",
                    "methimazole",
                    "thiamazole",
                    "isoprenaline",
                    "isoproterenol",
                    "phenobarbitone",
                    "phenobarbital",
                    "bendrofluazide",
                    "cholecalciferol",
                    "colecalciferol",
                    "folate",
                    "nitroglycerin",
                    "vasopressin",
                    "oestradiol",
                    "estradiol",
                    "aciclovir",
                    "acyclovir",
                    "cephalexin",
                    "cefalexin",
                    "amoxycillin",
                    "amoxicillin",
                    "aspirin",
                    "insulin",
                    "metamizole",
                    "dipyrone",
                    "orciprenaline",
                    "metaproterenol",
                    "statins",
                    "steroids",
                    "vitamin",
                    "iron",
                    "antibiotics",
                    "vaccine",
                    "vaccines",
                    "opioids",
                    "heroin",
                    "morphine");

    private static final Pattern VALUE =
            of(
                    "^\\s*(?:levels?|counts?|concentrations?)?\\s*(?:(?:of|is|was|at|=|:|were|only|now)\\s*){0,2}(?<number>[<>]?\\d{1,4}(?:\\.\\d{1,3})?)"
                            + "(?:\\s?(?<unit>%|(?:g|mg|mcg|ug|\u00b5g|ng|pg|mmol|nmol|pmol|\u00b5mol|umol|m?IU|m?U)/(?:d?L|ml|mL|l|dl|mol|mmol|g)|mm/h|mmHg|/mm3|x10\\^?9/L))?(?![\\w.]*\\d|\\s?(?:years?|weeks?|days?|months?|yo)\\b)");

    private static final Pattern CAUSED =
            of(
                    "^[\\s,]*(?:is |was )?(?:due to|caused by|secondary to|because of|induced by|from taking)\\s+(?:a |an |the |his |her |my )?(?<why>[\\p{L}-]+(?: [\\p{L}-]+){0,2})");
    private static final Pattern INDUCED =
            of("(?<why>[\\p{L}]+)-(?:induced|related|associated)\\s*(?:[\\p{L}]+)?$");
    private static final Pattern HAPPENED =
            of(
                    "^(?: of (?:the|his|her|my)?(?: (?:left|right|both))?(?: [\\p{L}]+)?)?[\\s,]*(?:after|from|following|in)\\s+(?:a |an |the |falling )?(?<why>(?:fall|crash|collision|accident|car [\\p{L}]+|road [\\p{L}]+|bike [\\p{L}]+|motorbike [\\p{L}]+|hot [\\p{L}]+|fire|scald|punch|blow|kick|bite|assault|sports?[\\p{L} ]*injury|jump|sneez\\w+|cough\\w+|lifting|twist\\w*))\\b");

    private static final Pattern AGAINST =
            of(
                    "^[\\s,]*(?:versus|vs\\.?|compared (?:with|to)|(?:be |is |are )?(?:better|worse|safer|stronger|more effective) than|rather than|instead of|superior to|or|than)\\s+(?:a |an |the )?$");
    private static final Pattern NOTHING =
            of(
                    "\\b(?:versus|vs\\.?|compared (?:with|to)|than|or|against)\\s+(?<what>placebo|no treatment|usual care|standard care|sham(?: [\\p{L}]+)?|watchful waiting|observation|surgery|physiotherapy|exercise|waiting)\\b");

    private static final Pattern WANTED =
            of(
                    "\\b(?:reduces?|reducing|prevents?|preventing|lowers?|lowering|improves?|improving|increases?|increasing|raises?|delays?|affects?|effects? of .{1,60}? on|impact of .{1,60}? on|impact on|effect on|chance of|risk of)\\s+(?:the )?(?:risk of |rate of |chance of )?(?<what>[\\p{L}-]+(?: [\\p{L}-]+){0,3})");
    private static final Set<String> ENDS =
            Set.of(
                    "in", "for", "of", "with", "after", "among", "during", "and", "or", "by", "at",
                    "when", "if", "than", "to", "from");
    private static final Set<String> WITH_OF = Set.of("quality", "length", "loss", "duration");

    private static final Map<String, String> ASKERS =
            Map.of(
                    "nurse", "nurse",
                    "pharmacist", "pharmacist",
                    "doctor", "physician",
                    "physician", "physician",
                    "gp", "physician",
                    "paediatrician", "physician",
                    "pediatrician", "physician",
                    "resident", "resident",
                    "student", "student",
                    "midwife", "nurse");
    private static final Pattern AS =
            of(
                    "\\b(?:i am|i'm|as|speaking as|we are)\\s+(?:a|an|the)?\\s*(?:[\\p{L}]+ )?(?<who>nurse|pharmacist|doctor|physician|gp|paediatrician|pediatrician|resident|student|midwife)s?\\b");
    private static final Pattern CARING =
            of(
                    "\\b(?:my|our)\\s+(?:[\\w-]+ ){0,4}(?:sons?|daughters?|child|children|baby|babies|boys?|girls?|kids?|toddler|newborn|twins|grandson|granddaughter|mother|father|mum|mom|dad|wife|husband|partner|sister|brother|grandmother|grandfather|grandma|grandpa|grandad|gran|nan|aunt|uncle)\\b"
                            + "|\\b(?:my|our)\\s+(?:\\w+ )?(?:(?:[1-9]|1[0-5])[- ]?(?:years?|yrs?|y)[- ]?(?:olds?|o)|[1-9]\\d?[- ]?(?:months?|mths?|weeks?|wks?|days?)[- ]?olds?)\\b");

    /// Said by who cares for patients, of another and not of himself.
    private static final Pattern OF_A_PATIENT =
            of(
                    "\\b(?:my|our)\\s+(?:[\\w-]+ ){0,3}patients?\\b|\\b(?:my|our)\\s+(?:\\w+ )?\\d{2,3}[- ]?(?:years?|yrs?|y)[- ]?(?:olds?|o)\\b");

    private static final Pattern SELF = of("\\b(?:i|i'm|i've|my)\\b");

    private ParticularsReader() {}

    private static Pattern of(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Map<String, Pattern> routes(String... pairs) {
        Map<String, Pattern> routes = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            routes.put(pairs[at], of("(?<![\\w.])(?:" + pairs[at + 1] + ")(?![\\w])"));
        }
        return routes;
    }

    static Particulars read(Concepts concepts, LaboratoryTests laboratory) {
        String text = concepts.text();
        List<Mention> drugs = concepts.of(Concept.Kind.DRUG).toList();
        List<DoseMention> doses = Doses.in(text);
        Map<String, Particulars.Drug> told = new LinkedHashMap<>();
        for (Mention drug : drugs) {
            told.merge(
                    drug.concept().id(), drug(drug, drugs, doses, text), ParticularsReader::both);
        }
        List<Particulars.Value> values = values(concepts, laboratory);
        List<Particulars.Because> problems = new ArrayList<>();
        for (Mention problem : concepts.of(Concept.Kind.PROBLEM).toList()) {
            because(problem, text).ifPresent(problems::add);
        }
        return new Particulars(
                told.values().stream().filter(ParticularsReader::tells).toList(),
                values,
                problems,
                comparator(concepts),
                outcome(concepts),
                asker(text));
    }

    /// Values of the tests of the laboratory, then those of any other test or substance the vocabulary
    /// knows.
    private static List<Particulars.Value> values(Concepts concepts, LaboratoryTests laboratory) {
        String text = concepts.text();
        List<Particulars.Value> values = new ArrayList<>();
        List<Span> read = new ArrayList<>();
        for (LaboratoryTests.Told told : laboratory.in(text)) {
            read.add(told.span());
            values.add(
                    new Particulars.Value(
                            told.id(),
                            told.name(),
                            told.value(),
                            told.unit(),
                            told.span().of(text)));
        }
        for (Mention test : concepts.mentions()) {
            Matcher value = VALUE.matcher(after(text, test, NEAR));
            if (isMeasured(test.concept().kind()) && value.find() && value.group("unit") != null) {
                int from = test.span().end() + value.start("number");
                Span span = new Span(from, test.span().end() + value.end("unit"));
                if (read.stream().noneMatch(span::overlaps)) {
                    values.add(
                            new Particulars.Value(
                                    test.concept().id(),
                                    test.concept().name(),
                                    value.group("number"),
                                    value.group("unit"),
                                    span.of(text)));
                }
            }
        }
        return values;
    }

    private static boolean isMeasured(Concept.Kind kind) {
        return switch (kind) {
            case TEST, OTHER -> true;
            case PROBLEM, DRUG, PROCEDURE, ANATOMY, ORGANISM, GROUP -> false;
        };
    }

    private static boolean tells(Particulars.Drug drug) {
        return drug.dose() != null
                || drug.route() != null
                || drug.use() != null
                || drug.brand() != null;
    }

    private static Particulars.Drug both(Particulars.Drug one, Particulars.Drug other) {
        return new Particulars.Drug(
                one.id(),
                one.name(),
                one.dose() != null ? one.dose() : other.dose(),
                one.route() != null ? one.route() : other.route(),
                one.frequency() != null ? one.frequency() : other.frequency(),
                one.use() != null ? one.use() : other.use(),
                one.brand() != null ? one.brand() : other.brand(),
                one.words() != null ? one.words() : other.words());
    }

    private static Particulars.Drug drug(
            Mention drug, List<Mention> all, List<DoseMention> doses, String text) {
        int from = Math.max(0, drug.span().start() - NEAR);
        int to = Math.min(text.length(), drug.span().end() + NEAR);
        for (Mention other : all) {
            if (other.span().end() <= drug.span().start()) {
                from = Math.max(from, other.span().end());
            } else if (other.span().start() >= drug.span().end()) {
                to = Math.min(to, other.span().start());
            }
        }
        String before = sentenceEnd(text.substring(from, drug.span().start()));
        String after = sentenceStart(text.substring(drug.span().end(), to));
        int first = drug.span().start() - before.length();
        int last = drug.span().end() + after.length();
        Optional<DoseMention> dose =
                doses.stream()
                        .filter(one -> first <= one.span().start() && one.span().start() < last)
                        .filter(one -> owner(one, all, text).filter(drug::equals).isPresent())
                        .findFirst();
        String route = dose.map(DoseMention::route).orElse(null);
        return new Particulars.Drug(
                drug.concept().id(),
                drug.concept().name(),
                dose.map(one -> one.amount() + " " + one.unit()).orElse(null),
                route != null ? route : route(before, after),
                dose.map(DoseMention::frequency).orElse(null),
                DrugUse.of(
                        drug,
                        before,
                        sentenceEnd(
                                text.substring(
                                        Math.max(0, drug.span().start() - SENTENCE_REACH),
                                        drug.span().start())),
                        after),
                brand(drug),
                dose.map(one -> one.span().of(text)).orElse(null));
    }

    /// The drug an amount belongs to: the one it stands nearest to. Right before a name it needs nothing
    /// between but "of" or a route ("0.5 mg of adrenaline").
    private static Optional<Mention> owner(DoseMention dose, List<Mention> all, String text) {
        Mention owner = null;
        int least = Integer.MAX_VALUE;
        for (Mention drug : all) {
            boolean follows = drug.span().end() <= dose.span().start();
            int gap =
                    follows
                            ? dose.span().start() - drug.span().end()
                            : drug.span().start() - dose.span().end();
            boolean beside =
                    follows
                            || gap >= 0
                                    && BEFORE_A_DRUG
                                            .matcher(
                                                    text.substring(
                                                            dose.span().end(), drug.span().start()))
                                            .matches();
            if (beside && gap < least) {
                least = gap;
                owner = drug;
            }
        }
        return Optional.ofNullable(owner);
    }

    private static final Pattern BEFORE_A_DRUG =
            of("\\s*(?:of|oral|iv|im|intravenous|intramuscular|topical|inhaled)?\\s*(?:of)?\\s*");

    private static @Nullable String route(String before, String after) {
        String close = before.substring(Math.max(0, before.length() - 24));
        String next = after.substring(0, Math.min(after.length(), 24));
        for (Map.Entry<String, Pattern> route : ROUTES.entrySet()) {
            if (route.getValue().matcher(close).find()
                    || !next.contains(" of ") && route.getValue().matcher(next).find()) {
                return route.getKey();
            }
        }
        return null;
    }

    private static @Nullable String brand(Mention drug) {
        String words = drug.words();
        String name = drug.concept().name().toLowerCase(Locale.ROOT);
        String lower = words.toLowerCase(Locale.ROOT);
        boolean isBrand =
                words.matches("\\p{Lu}\\p{L}{3,}")
                        && !NO_BRANDS.contains(lower)
                        && !name.startsWith(lower.substring(0, 4))
                        && !name.contains(lower);
        return isBrand ? words : null;
    }

    private static Optional<Particulars.Because> because(Mention problem, String text) {
        String after = after(text, problem, NEAR);
        String before =
                text.substring(Math.max(0, problem.span().start() - NEAR), problem.span().end());
        Matcher caused = CAUSED.matcher(after);
        Matcher induced = INDUCED.matcher(before);
        Matcher happened = HAPPENED.matcher(after);
        String cause =
                caused.find()
                        ? phrase(caused.group("why"))
                        : induced.find() ? induced.group("why").toLowerCase(Locale.ROOT) : null;
        String mechanism = happened.find() ? happened.group("why").toLowerCase(Locale.ROOT) : null;
        return cause == null && mechanism == null
                ? Optional.empty()
                : Optional.of(
                        new Particulars.Because(
                                problem.concept().id(),
                                problem.concept().name(),
                                cause,
                                mechanism));
    }

    private static @Nullable String comparator(Concepts concepts) {
        String text = concepts.text();
        Matcher nothing = NOTHING.matcher(text);
        if (nothing.find()) {
            return nothing.group("what").toLowerCase(Locale.ROOT);
        }
        List<Mention> treatments =
                concepts.mentions().stream()
                        .filter(one ->
                                one.concept().kind() == Concept.Kind.DRUG
                                        || one.concept().kind() == Concept.Kind.PROCEDURE)
                        .toList();
        for (int at = 0; at + 1 < treatments.size(); at++) {
            Mention one = treatments.get(at);
            Mention other = treatments.get(at + 1);
            if (one.span().end() <= other.span().start()
                    && AGAINST.matcher(text.substring(one.span().end(), other.span().start()))
                            .find()) {
                return other.concept().name();
            }
        }
        return null;
    }

    private static @Nullable String outcome(Concepts concepts) {
        Matcher wanted = WANTED.matcher(concepts.text());
        if (!wanted.find()) {
            return null;
        }
        int start = wanted.start("what");
        for (Mention mention : concepts.of(Concept.Kind.PROBLEM).toList()) {
            if (mention.span().start() == start) {
                return mention.concept().name();
            }
        }
        return phrase(wanted.group("what"));
    }

    private static @Nullable String asker(String text) {
        Matcher as = AS.matcher(text);
        if (as.find()) {
            return ASKERS.get(as.group("who").toLowerCase(Locale.ROOT));
        }
        if (CARING.matcher(text).find() && !Askers.isForSelf(text)) {
            return "carer";
        }
        return SELF.matcher(text).find() && !OF_A_PATIENT.matcher(text).find() ? "patient" : null;
    }

    /// Up to the first word that begins another part: "mortality in diabetes" is mortality, "quality of
    /// life in" is quality of life.
    private static String phrase(String words) {
        List<String> kept = new ArrayList<>();
        for (String word : words.toLowerCase(Locale.ROOT).split(" ")) {
            boolean ends =
                    ENDS.contains(word)
                            && !(word.equals("of")
                                    && !kept.isEmpty()
                                    && WITH_OF.contains(kept.getLast()));
            if (ends) {
                break;
            }
            kept.add(word);
        }
        return String.join(" ", kept);
    }

    private static String after(String text, Mention mention, int reach) {
        return sentenceStart(
                text.substring(
                        mention.span().end(),
                        Math.min(text.length(), mention.span().end() + reach)));
    }

    private static String sentenceStart(String after) {
        Matcher end = SENTENCE.matcher(after);
        return end.find() ? after.substring(0, end.start()) : after;
    }

    private static String sentenceEnd(String before) {
        Matcher end = SENTENCE.matcher(before);
        int from = 0;
        while (end.find()) {
            from = end.end();
        }
        return before.substring(from);
    }

    private static final Pattern SENTENCE = Pattern.compile("[?!;\\n]|\\.(?=\\s|$)");
}

package oropos.question;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who asks, where the question says so outright: "I am a nurse", "my son has", "I was told by my doctor".
///
/// It is the reader an answer is for while nobody has chosen one. "My patient" and a bare "I" tell nothing:
/// clinicians write so.
public final class Askers {

    private static final Pattern ROLE =
            Pattern.compile(
                    "(?i)\\b(?:i am|i'm|i’m|speaking as|we are|as)\\s+(?:an? |the )?(?:[\\p{L}]+ ){0,2}(?<who>nurse|midwife|pharmacist|doctor|physician|gp|paediatrician|pediatrician|resident|registrar|medical student|student)\\b");

    private static final Pattern CLINICAL =
            Pattern.compile(
                    "(?i)\\b(?:my|our|this|the|a) patients?\\b|\\bpt\\b|\\b\\d{1,3} ?[MF]\\b");

    private static final Pattern CARER =
            Pattern.compile(
                    "(?i)\\b(?:my|our) (?:[\\w-]+ ){0,2}(?:son|daughter|child|baby|boy|girl|kid|toddler|newborn|grandson|granddaughter|mother|father|mum|mom|dad|wife|husband|partner|grandmother|grandfather)\\b(?!['’]s (?:patient|doctor))");

    /// "My 3 year old has croup": a child by age alone, as parents say it. Clinicians name a problem after it
    /// ("my 8-year-old with a T12 fracture").
    private static final Pattern OWN_CHILD =
            Pattern.compile(
                    "(?i)\\b(?:my|our) (?:[a-z]+ )?(?:(?:[1-9]|1[0-5])[- ]?(?:years?|yrs?)|[1-9]\\d?[- ]?(?:months?|mths?|weeks?|wks?|days?))[- ]?old (?:has|had|is|was|keeps?|won['’]?t|can['’]?t|cannot|fell|woke|started|just|got|swallowed|vomited|hit|does|doesn['’]?t)\\b");

    /// "They asked whether we hurt him": said by those who are asked, of a child in their care.
    private static final Pattern ACCUSED =
            Pattern.compile(
                    "(?i)\\b(?:asked?|asking|thinks?|thought|says?|said|suspects?|suspected|believes?)(?: (?:me|us))? (?:(?:whether|if|that) )?(?:we|i) (?:(?:have|had|has|may have|might have|could have|did) )?(?:hurt|harmed|hit|shook|shaken|abused|beat|beaten|injured|neglected|broke|broken) (?:him|her|his|them|our|(?:the|my) (?:baby|child|boy|girl|son|daughter))\\b");

    /// One of whose illness an asker may fear to have a share, or whom an asker cares for.
    private static final Pattern RELATIVE =
            Pattern.compile(
                    "(?i)\\b(?:my|our) (?:[\\w-]+ ){0,2}(?:mother|father|mum|mom|dad|parents?|sister|brother|siblings?|twin|aunt|uncle|cousin|gran|grandma|grandad|grandpa|grandmother|grandfather|husband|wife|partner|boyfriend|girlfriend|flatmate|roommate|son|daughter|child|children|baby|boy|girl|kids?|toddler|newborn|grandson|granddaughter)\\b(?!['’]s (?:patient|doctor))");

    private static final String I_ASK =
            "(?i)\\b(?:should|can|could|may|must|do|will|am|would|might|shall) i "
                    + "(?:(?:also|still|not|now|be able to|have to|need to|really|even|then|likely to|going to) ){0,2}";

    /// "should I be screened?", "can I get it too?", "am I at risk?": of a disease another has, for the asker.
    private static final Pattern FOR_SELF =
            Pattern.compile(
                    I_ASK
                            + "(?:be (?:screened|tested|checked|scanned|vaccinated|immuni[sz]ed|infected|affected|protected|at |a carrier)"
                            + "|get (?:screened|tested|checked|vaccinated|immuni[sz]ed|infected|it\\b(?! (?:checked|looked|seen|tested|treated|removed|out|off))|this (?:too|as well|also))"
                            + "|catch|inherit|develop|carry (?:it|the)|(?:at|in) (?:\\w+ ){0,2}(?:risk|danger)|lose (?:the|my) baby|avoid (?:catching|getting)"
                            + "|have (?:it|this|the (?:gene|same))\\b|too at risk"
                            + "|need (?:screening|testing|genetic|(?:a|an|any|regular|yearly|more) (?:\\w+ ){0,2}(?:screening|tests?|scans?|mammograms?|colonoscop\\w+|smears?|check-?ups?|vaccines?|vaccinations?|jabs?|boosters?)))");

    /// What is asked with an elder's or a partner's illness is for the asker; with a child's it is for the
    /// child: "should I start", "can I take".
    private static final Pattern TAKING =
            Pattern.compile(
                    I_ASK
                            + "(?:take|start|use|stop|eat|drink) (?!him|her|them|it\\b|my|our|the|away|off|giving|feeding|using|letting)");

    private static final Pattern OWN_ELDER =
            Pattern.compile(
                    "(?i)\\bmy (?:[\\w-]+ ){0,2}(?:mother|father|mum|mom|dad|parents|sister|brother|twin|aunt|uncle|grandmother|grandfather|grandma|grandad|grandpa|gran) (?:had|died|has had|was diagnosed)\\b");

    /// What an asker tells of himself beside another; a feeling or a part in care is none.
    private static final Pattern OF_SELF =
            Pattern.compile(
                    "(?i)\\bmy risk\\b|\\b(?:i have|i've)(?: got| had)? (?!(?:a |an |two |three )?(?:\\w+ )?(?:son|daughter|child|children|baby|boy|girl|kids?|toddler|question|feeling|\\d+)|noticed|tried|given|been|read|heard|no idea|to\\b)"
                            + "|\\b(?:i am|i'm|i’m) (?!(?:(?:so|very|really|quite|a bit|getting|also|just|extremely) )*(?:worried|concerned|scared|afraid|frightened|anxious|terrified|desperate|unsure|not sure|wondering|asking|looking|trying|writing|caring|giving|told|alone|his|her|their|the|a (?:\\w+ )?(?:mother|mum|mom|father|dad|parent|carer|caregiver)))");

    /// "I am 20 weeks pregnant": of whoever asks, whatever a child at home has.
    private static final Pattern EXPECTING =
            Pattern.compile(
                    "(?i)\\b(?:i am|i'm|i’m|im) (?:[\\w-]+ ){0,4}(?:pregnant|expecting|breastfeeding)\\b");

    private static final Pattern I_OF_SELF =
            Pattern.compile(
                    "(?i)\\b(?:(?:am|can|could|will|should|do) i|my (?:baby|pregnancy))\\b");

    private static final Pattern PATIENT =
            Pattern.compile(
                    "(?i)\\b(?:i am|i'm|as) a patient\\b|\\bmy (?:doctor|gp|consultant|surgeon|nurse) (?:says|said|told|wants|thinks|prescribed|put|gave|suggested|recommends?|has)\\b|\\bi (?:was|have been|'ve been) (?:diagnosed|told|prescribed)\\b");

    private Askers() {}

    /// The reader a question names as its asker.
    public static Optional<Reader> told(String text) {
        Matcher role = ROLE.matcher(text);
        if (role.find()) {
            return Optional.of(
                    switch (role.group("who").toLowerCase(Locale.ROOT)) {
                        case "nurse", "midwife" -> Reader.NURSE;
                        case "pharmacist" -> Reader.PHARMACIST;
                        case "resident", "registrar" -> Reader.RESIDENT;
                        case "student", "medical student" -> Reader.STUDENT;
                        default -> Reader.PHYSICIAN;
                    });
        }
        if (CLINICAL.matcher(text).find()) {
            return Optional.empty();
        }
        if (PATIENT.matcher(text).find()) {
            return Optional.of(Reader.PATIENT);
        }
        if (isForSelf(text)) {
            return Optional.of(Reader.PATIENT);
        }
        boolean caring =
                CARER.matcher(text).find()
                        || OWN_CHILD.matcher(text).find()
                        || ACCUSED.matcher(text).find();
        return caring && !OF_SELF.matcher(text).find()
                ? Optional.of(Reader.CARER)
                : Optional.empty();
    }

    /// Whether the illness of a relative is told and the asker asks for himself.
    static boolean isForSelf(String text) {
        return RELATIVE.matcher(text).find()
                && (FOR_SELF.matcher(text).find()
                        || OWN_ELDER.matcher(text).find() && TAKING.matcher(text).find()
                        || EXPECTING.matcher(text).find() && I_OF_SELF.matcher(text).find());
    }
}

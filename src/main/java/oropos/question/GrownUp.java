package oropos.question;

import java.util.Map;
import java.util.TreeMap;
import oropos.terminology.Sex;

/// Who is called a man, a woman, a wife or a grandfather is grown up, though no age is told.
///
/// "My mother has osteoporosis" would else be answered with what was seen in children, as if it were about
/// her. Nothing is assumed where a child is spoken of beside her, where she is called young, or where an
/// age is told.
final class GrownUp {

    private static final Cue WOMAN = Cue.of("woman|women|lady|ladies");
    private static final Cue MAN = Cue.of("man|men|gentleman|gentlemen");
    private static final String ELDERS = "my|our ~1 ";
    private static final Cue MY_WOMAN =
            Cue.of(
                    ELDERS
                            + "wife|mother|mum|mom|mummy|mommy|mama|aunt|auntie|grandmother|grandma|gran|granny|nan|nana|stepmother|girlfriend|fiancee");
    private static final Cue MY_MAN =
            Cue.of(
                    ELDERS
                            + "husband|father|dad|daddy|papa|uncle|grandfather|grandpa|grandad|granddad|stepfather|boyfriend|fiance");
    private static final Cue YOUNG =
            Cue.of(
                    "young|younger|teenage|adolescent|adolescents|teen|teens|teenager|teenagers|juvenile|pediatric|paediatric|school|schoolgirl|schoolboy|childhood|babies|infants|newborns|neonates|toddlers|pupils|little|kiddo|kiddie|bub|bubba|preemie|preemies|godson|goddaughter|godchild|grandchildren|pupil|schoolchild");

    private static final Cue DROPPED = Cue.of("age not told");

    /// "My mother took thalidomide. Can that harm me?"
    private static final Cue ME = Cue.of("me|myself");

    private GrownUp() {}

    /// @param all all that was written, where a child may be spoken of
    /// @param own the words that are of the patient
    static Patient in(Wording all, Wording own, Patient patient) {
        Sex sex = patient.sex();
        if (sex == null
                || patient.ages() != null
                || DROPPED.isIn(all)
                || speaksOfChild(BesideTheChild.without(all))) {
            return patient;
        }
        boolean isForAsker = ME.isIn(own) || PatientReader.I_ASK_FOR_ME.isIn(own);
        Cue called = sex == Sex.FEMALE ? WOMAN : MAN;
        Cue mine = sex == Sex.FEMALE ? MY_WOMAN : MY_MAN;
        boolean isCalledSo = called.isIn(own) || !isForAsker && mine.isIn(own);
        if (!isCalledSo) {
            return patient;
        }
        Map<String, String> facts = new TreeMap<>(patient.facts());
        facts.put(Patient.GROWN_UP, "yes");
        return new Patient(
                patient.age(),
                null,
                patient.ageWords(),
                sex,
                patient.pregnant(),
                patient.lactating(),
                facts);
    }

    private static boolean speaksOfChild(Wording all) {
        return YOUNG.isIn(all)
                || all.words().stream()
                        .map(word -> Kin.of(word.text()))
                        .anyMatch(kin -> kin != null && kin.relation() == Kin.Relation.CHILD);
    }
}

package oropos.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Concept;
import oropos.terminology.Concepts;
import oropos.terminology.Normal;
import oropos.terminology.Terminology;

/// Understands a question: the door of this room.
///
/// The words as typed are read in memory only. Out of them come the patient, what is asked, urgent
/// signs, false premises and what was not told; what leaves here is without identifiers. The same
/// words and the same rule files always give the same understanding.
public final class Understanding {

    /// Longest text kept with a refusal, in characters.
    private static final int LONGEST_KEPT = 300;

    private final Terminology terminology;
    private final UrgentSigns urgentSigns;
    private final Premises premises;
    private final Facts facts;
    private final ToldOf toldOf;
    private final Kinds kinds;
    private final Identifiers identifiers;
    private final Refusals refusals;
    private final Focus focus;
    private final Histories histories;
    private final ShortForms shortForms;
    private final ShortProblems shortProblems;
    private final LaboratoryTests laboratory;
    private final Prevention prevention;
    private final Complaints complaints;
    private final TakenTogether takenTogether;
    private final PlainlyAsked plainlyAsked;
    private final Organisms organisms;
    private final Implied implied;
    private final UnknownWords unknownWords;
    private final String rules;

    /// Loads the rule files.
    ///
    /// @throws IllegalStateException naming file and row where one is not as it should be
    public Understanding(Terminology terminology) {
        this.terminology = terminology;
        RuleFile.Shelf shelf = new RuleFile.Shelf();
        List<RuleFile> further = UrgentSigns.FURTHER.stream().map(shelf::file).toList();
        this.urgentSigns =
                new UrgentSigns(
                        shelf.file(UrgentSigns.FILE),
                        further,
                        shelf.table(Resemblance.FILE),
                        shelf.table(Misspelt.SPELLINGS),
                        shelf.table(Misspelt.REAL_WORDS),
                        terminology);
        List<RuleFile> premise =
                List.of(shelf.file(Premises.FILE), shelf.file(Premises.OF_AMOUNTS));
        RuleFile.Table classes = shelf.table(DrugClasses.FILE);
        this.premises =
                new Premises(
                        premise,
                        shelf.table(Strengths.FILE),
                        shelf.table(DoseLimits.FILE),
                        classes,
                        terminology);
        shelf.table(LaboratoryTests.FILE);
        this.laboratory = LaboratoryTests.shipped();
        this.facts = new Facts(shelf.file(Facts.FILE), terminology);
        this.toldOf = new ToldOf(facts);
        this.kinds = new Kinds(shelf.file(Kinds.FILE));
        this.refusals = new Refusals(shelf.file(Refusals.FILE));
        this.identifiers = new Identifiers(shelf.file(Names.FILE));
        this.focus = new Focus(shelf.file(Focus.FILE));
        this.histories = new Histories(shelf.file(Histories.FILE), terminology);
        this.shortForms = new ShortForms(shelf.file(ShortForms.FILE), terminology);
        this.shortProblems = new ShortProblems(shelf.table(ShortProblems.FILE), terminology);
        this.prevention =
                new Prevention(
                        new ScreeningTests(shelf.table(ScreeningTests.FILE), terminology),
                        new PreventiveCare(
                                shelf.table(PreventiveCare.FILE),
                                ScreeningWords.shipped(),
                                terminology));
        this.complaints =
                new Complaints(
                        shelf.table(Complaints.FILE), shelf.table(LabStates.FILE), terminology);
        this.takenTogether = new TakenTogether(shelf.table(TakenTogether.FILE), terminology);
        this.plainlyAsked = new PlainlyAsked(shelf.table(PlainlyAsked.FILE), terminology);
        this.organisms = new Organisms(shelf.table(Organisms.FILE));
        this.implied = new Implied(shelf.table(Implied.FILE), terminology);
        this.unknownWords = new UnknownWords();
        this.rules = shelf.version();
    }

    /// Version of the rule files: the first twelve hex digits of the SHA-256 over all of them.
    public String rules() {
        return rules;
    }

    /// A text that asks several things, or one thing of two patients, as questions that stand for
    /// themselves; any other as it is. Parts that ask the same in other words are one question.
    public List<String> parts(String text) {
        String normal = Normal.text(text);
        Corrections corrections = Corrections.in(normal);
        String main = corrections.main();
        List<String> patients = Parts.of(main, terminology);
        List<String> parts =
                (patients.size() > 1 ? patients : Compound.of(main, terminology))
                        .stream().map(part -> part + corrections.block()).toList();
        if (parts.size() < 2) {
            parts = forEach(normal, corrections);
        }
        if (parts.size() < 2) {
            return List.of(normal);
        }
        Set<String> subjects = new HashSet<>();
        for (String part : parts) {
            subjects.add(subject(part));
        }
        return subjects.size() == parts.size() ? parts : List.of(normal);
    }

    /// A question that is asked for two or three people, once for each: what is told of one is then not
    /// answered for another.
    private List<String> forEach(String text, Corrections corrections) {
        if (corrections.askedFor() != null || text.length() > Asked.LONGEST) {
            return List.of(text);
        }
        String plain = Markup.blanked(corrections.isEmpty() ? text : corrections.read(terminology));
        Concepts meant = histories.heldNow(shortForms.meant(read(plain), Wording.of(plain)));
        int told = corrections.isEmpty() ? plain.length() : corrections.main().length();
        People people = People.in(plain, told, meant, null, toldOf::anything);
        return people == null || !people.areToldApart() ? List.of(text) : people.parts(text);
    }

    /// What a question is about, as far as it tells two apart.
    private String subject(String part) {
        return switch (of(Asked.by(Reader.PHYSICIAN, part))) {
            case Understood.Clear(ClinicalQuestion question) -> Parts.subject(question);
            case Understood.NeedsDetail(ClinicalQuestion question, var _) ->
                    Parts.subject(question);
            case Understood.Refused refused -> refused.reason() + " " + part;
        };
    }

    /// Whether a sign makes another needless: a milder one on the same matter.
    boolean isNeedless(String milder, String graver) {
        return urgentSigns.silences(graver, milder);
    }

    /// What a question tells of its drugs, tests and problems beside their names, read from its words
    /// without identifiers.
    public Particulars particulars(ClinicalQuestion question) {
        return Particulars.in(question, terminology);
    }

    /// Whether a word that no rule knows would be read as a slip of another one.
    boolean readsAsASlip(String word) {
        return urgentSigns.mends(word);
    }

    /// What the weights of urgent words see in a text: for learning and checking them.
    Set<String> urgentFeatures(String asTyped) {
        String text = Normal.text(asTyped);
        Wording wording = Wording.of(text);
        Concepts concepts = histories.heldNow(PatientReader.ofPatient(read(text), wording));
        Redaction redaction = new Redaction(text, List.of());
        return urgentSigns
                .featuresOf(
                        reading(
                                wording,
                                wording,
                                concepts,
                                redaction,
                                Asked.by(Reader.PHYSICIAN, text)))
                .keySet();
    }

    /// Understands a question. Urgent signs are looked for in every text, refused ones included, and in the words
    /// of signs that hold in its thread, each read alone.
    public Understood of(Asked asked) {
        Understood read = alone(asked);
        List<Urgent> more =
                Corrections.in(Normal.text(asked.text())).signsTold().stream()
                        .flatMap(words -> alone(asked.with(words)).urgent().stream())
                        .toList();
        return more.isEmpty() ? read : read.with(urgentSigns.together(read.urgent(), more));
    }

    private Understood alone(Asked asked) {
        String text = Normal.text(asked.text());
        if (text.isBlank()) {
            return refused(refusals.empty(), text, asked, List.of());
        }
        Corrections corrections = Corrections.in(text);
        String plain = Markup.blanked(corrections.isEmpty() ? text : corrections.read(terminology));
        boolean isLong = text.length() > Asked.LONGEST;
        Wording wording = Wording.of(plain);
        if (isLong) {
            // Only the rules read the rest: a sign may stand at the end of a text nobody will
            // search.
            Concepts none = new Concepts(plain, List.of());
            Redaction redaction = new Redaction(plain, List.of());
            Reading reading =
                    new Reading(
                            wording,
                            none,
                            PatientReader.read(
                                    Wording.of(
                                            plain.substring(
                                                    0, Math.min(plain.length(), Asked.LONGEST)))),
                            List.of(),
                            asked.reader());
            List<Urgent> urgent =
                    urgentSigns.in(reading, redaction).stream().map(this::withoutIdentity).toList();
            return refused(refusals.tooLong(text.length()), plain, asked, urgent);
        }
        Concepts said = read(plain);
        Concepts meant = shortForms.meant(said, wording);
        int typed = corrections.isEmpty() ? plain.length() : corrections.main().length();
        People named =
                People.in(
                        BesideTheChild.without(plain),
                        typed,
                        histories.heldNow(meant),
                        corrections.askedFor(),
                        toldOf::anything);
        People people = named == null || !named.areToldApart() ? null : named;
        Wording own = people == null ? PatientSex.withoutParent(wording) : people.ofAsked();
        Concepts concepts = histories.heldNow(PatientReader.ofPatient(meant, own));
        if (people != null) {
            concepts = people.ofAsked(concepts);
        }
        Redaction redaction = identifiers.in(wording, concepts);
        Reading read = reading(wording, own, concepts, redaction, asked);
        Reading asTold = people == null ? read : read.with(people.told(read.patient()));
        List<Reading> others =
                people == null ? List.of() : readings(people.others(), redaction, asked);
        List<Reading> everyone =
                named == null ? List.of() : readings(named.everyone(), redaction, asked);
        if (people == null && everyone.size() < 2 && !Pregnancy.isOfAsker(wording)) {
            everyone = List.of();
        }
        List<Urgent> heard = urgentSigns.in(asTold, everyone, redaction);
        Reading reading =
                urgentSigns.told(
                        people == null || !people.tellOfAChild()
                                ? heard
                                : urgentSigns.in(asTold.ofPatient(), redaction),
                        asTold);
        List<Urgent> urgent =
                reading == asTold ? heard : urgentSigns.in(reading, everyone, redaction);
        Optional<Refusals.Refusal> refusal =
                refusals.of(
                        wording,
                        concepts,
                        reading.problems(),
                        !urgent.isEmpty() || !laboratory.in(plain).isEmpty());
        if (refusal.isPresent()) {
            return refused(refusal.get(), text, asked, urgent);
        }
        ClinicalQuestion question =
                question(reading, others, redaction, urgent, asked, text, plain, corrections.kind())
                        .withUnknown(shortForms.unread(said, wording));
        List<ClinicalQuestion.Fact> missing =
                new ArrayList<>(facts.deciding(reading.ofPatient(), question.kind()));
        if (people != null) {
            question = question.among(Company.of(people, others, redaction));
            List<String> unclear = people.unclear();
            if (!unclear.isEmpty()) {
                ClinicalQuestion.Fact whom = facts.whom(unclear);
                question = question.lacking(whom);
                missing.addFirst(whom);
            }
        }
        return missing.isEmpty()
                ? new Understood.Clear(question)
                : new Understood.NeedsDetail(question, missing);
    }

    /// What is told of each of the others, read as if it were asked for them.
    private List<Reading> readings(List<People.Other> people, Redaction redaction, Asked asked) {
        List<Reading> readings = new ArrayList<>();
        for (People.Other other : people) {
            Reading reading =
                    reading(other.wording(), other.wording(), other.concepts(), redaction, asked);
            readings.add(reading.with(other.told(reading.patient())));
        }
        return readings;
    }

    private Reading reading(
            Wording all, Wording wording, Concepts concepts, Redaction redaction, Asked asked) {
        Patient patient = implied.in(wording, concepts, PatientReader.read(wording));
        List<Finding> problems =
                complaints.problems(
                        wording,
                        FindingReader.read(
                                OverNow.in(concepts, histories::isPassing),
                                Concept.Kind.PROBLEM,
                                redaction.restoring(asked.restored()),
                                redaction));
        Reading reading = new Reading(all, wording, concepts, patient, problems, asked.reader());
        Map<String, String> told = new TreeMap<>(patient.facts());
        told.putAll(facts.told(reading.ofPatient()));
        if (all != wording) {
            String family = facts.told(reading).get(Facts.OF_THE_FAMILY);
            if (family != null) {
                told.putIfAbsent(Facts.OF_THE_FAMILY, family);
            }
        }
        told.putAll(PatientValues.read(wording.text(), concepts, redaction));
        KidneyFunction.of(patient, told, problems, laboratory.in(wording.text()), redaction)
                .ifPresent(rate -> told.put(KidneyFunction.FACT, rate));
        return reading.with(BornChild.ofOne(patient, told, wording.text()));
    }

    private static boolean tells(Patient patient) {
        return patient.ages() != null || patient.sex() != null || patient.pregnant() != null;
    }

    /// @param redaction all that is taken out of what is kept
    private ClinicalQuestion question(
            Reading reading,
            List<Reading> others,
            Redaction redaction,
            List<Urgent> urgent,
            Asked asked,
            String text,
            String plain,
            @Nullable QuestionKind corrected) {
        Concepts concepts = reading.concepts();
        Redaction open = redaction.restoring(asked.restored());
        List<Finding> drugs =
                new ArrayList<>(FindingReader.read(concepts, Concept.Kind.DRUG, open, redaction));
        List<Finding> procedures =
                FindingReader.read(concepts, Concept.Kind.PROCEDURE, open, redaction);
        List<Finding> named = FindingReader.read(concepts, Concept.Kind.TEST, open, redaction);
        List<Premise> found = premises.in(reading.ofPatient(), others, redaction);
        Wording asking =
                Wording.of(plainlyAsked.asking(reading.wording().text(), reading.problems()));
        Set<Kinds.Named> things = Kinds.things(drugs, named, procedures);
        if (laboratory.areNamed(asking.text())) {
            things.add(Kinds.Named.TEST);
        }
        Optional<List<Finding>> together = takenTogether.in(reading);
        together.ifPresent(drugs::addAll);
        QuestionKind heard =
                corrected != null
                        ? corrected
                        : together.isPresent()
                                ? QuestionKind.INTERACTION
                                : kinds.of(
                                        asking,
                                        reading.wording(),
                                        things,
                                        tells(reading.patient())
                                                || reading.tellsOfSeveral()
                                                || WishedFor.isSaid(reading.wording())
                                                || (!reading.problems().isEmpty()
                                                        && !(drugs.isEmpty()
                                                                && procedures.isEmpty())));
        List<Finding> problems =
                organisms.problems(
                        reading.problems(), concepts, open, redaction, terminology::concept);
        Prevention.Matter matter =
                prevention.of(
                        new Prevention.Matter(
                                heard, null, problems, drugs, procedures, named, false, false),
                        reading,
                        corrected != null);
        Patient shown =
                PatientReader.withoutIdentity(
                        GrownUp.in(reading.wording(), reading.own(), reading.patient()));
        String title =
                Titles.of(
                        matter.kind(),
                        matter.opening() != null
                                ? matter.opening()
                                : heard == QuestionKind.INTERACTION
                                        ? kinds.title(heard)
                                        : kinds.title(heard, asking, reading.wording(), things),
                        shown,
                        matter.problems(),
                        matter.drugs(),
                        matter.procedures(),
                        matter.tests(),
                        found,
                        AskedWords.of(redaction.clean()));
        Redaction written = text.equals(plain) ? redaction : identifiers.in(text, read(text));
        String words = written.restoring(asked.restored()).clean();
        String put = plainlyAsked.in(words, matter.problems());
        List<String> searched =
                matter.screens()
                        ? Focus.ofNames(matter.findings())
                        : matter.cares()
                                ? List.of()
                                : focus.of(
                                        reading,
                                        open,
                                        matter.findings(),
                                        facts.whereTold(reading),
                                        urgentSigns.searchedFor(urgent));
        return new ClinicalQuestion(
                written.clean(),
                title,
                asked.reader(),
                matter.kind(),
                shown,
                matter.problems(),
                matter.drugs(),
                matter.procedures(),
                matter.tests(),
                put.equals(words) ? searched : PlainlyAsked.focus(searched, words, put),
                urgent,
                found,
                matter.isOfTheWell() ? List.of() : unknownWords.in(reading, redaction),
                redaction.removed(asked.restored()),
                facts.unknown(reading.ofPatient(), matter.kind()),
                rules,
                put,
                Company.NOBODY);
    }

    /// What is taken out of a question before anything of it is kept, with its words: for whoever typed
    /// them. Of a text that is refused for its length nothing is told.
    public TakenOut taken(Asked asked) {
        String text = Normal.text(asked.text());
        return text.length() > Asked.LONGEST
                ? new TakenOut("", List.of())
                : identifiers.in(text, concepts(text)).taken(asked.restored());
    }

    /// What the text that is kept was cleaned by: a text that is as plain as it stands is read with what
    /// lasts and what is the patient's own.
    private Concepts concepts(String text) {
        Concepts all = read(text);
        return text.equals(Markup.blanked(text)) && Corrections.in(text).isEmpty()
                ? histories.heldNow(
                        PatientReader.ofPatient(
                                shortForms.meant(all, Wording.of(text)), Wording.of(text)))
                : all;
    }

    private Concepts read(String text) {
        return ToldInstead.in(Undenied.in(shortProblems.read(text)));
    }

    /// The first question sentence, else the first sentence, without identifiers.
    private Understood refused(
            Refusals.Refusal refusal, String text, Asked asked, List<Urgent> urgent) {
        String kept = text.length() <= LONGEST_KEPT ? text : cut(text) + Understood.Refused.CUT;
        Redaction redaction = identifiers.in(kept, new Concepts(kept, List.of()));
        return new Understood.Refused(
                redaction.clean(),
                asked.reader(),
                refusal.reason(),
                refusal.words(),
                urgent,
                redaction.removed(asked.restored()),
                rules);
    }

    private static String cut(String text) {
        int end =
                Character.isHighSurrogate(text.charAt(LONGEST_KEPT - 1))
                        ? LONGEST_KEPT - 1
                        : LONGEST_KEPT;
        return text.substring(0, end);
    }

    private Urgent withoutIdentity(Urgent urgent) {
        Redaction redaction =
                identifiers.in(urgent.quote(), new Concepts(urgent.quote(), List.of()));
        return new Urgent(
                urgent.rule(),
                urgent.severity(),
                urgent.sign(),
                urgent.action(),
                urgent.more(),
                redaction.clean(),
                urgent.reviewed(),
                urgent.evidence(),
                urgent.section());
    }
}

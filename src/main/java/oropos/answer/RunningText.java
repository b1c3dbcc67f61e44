package oropos.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.appraisal.Evidence;
import oropos.appraisal.PopulationFit;
import oropos.library.Claim;
import oropos.question.ClinicalQuestion;

/// Reads passages of running text, sentence by sentence, for one question: which may be shown, how far
/// each tells what was asked, and in what order.
///
/// What a page is about, and whether it asks what the asker asks ([SameQuestion]), is read from its
/// title and headings; a sentence is held against that and against its own words.
final class RunningText {

    /// A sentence must meet this share of the question.
    static final double LEAST_RELEVANCE = 0.34;

    /// A passage must hold this share of it before a sentence of it may head an answer.
    static final double HEADING_COVERAGE = 0.5;

    private static final Pattern SETS_APART =
            Pattern.compile(
                    "(?i)\\b(?:differ(?:s|ent|ence|ences)?|unlike|whereas|while|than|in contrast to|distinguish\\w*|type of|form of)\\b");

    static final Pattern DEFINES =
            Pattern.compile(
                    "^.{1,90}?\\b(?:is|are|refers? to|means?|(?:occurs?|happens?|develops?) when)\\b(?! (?:also|more|one of|usually|often|not))");

    /// "What is dialysis?": a name and nothing beside it.
    private static final Pattern WHAT_IS =
            Pattern.compile(
                    "(?i)^\\W*what(?:'s| is| are| exactly is) (?:an? |the )?(?<name>(?!(?:best|most|first|right|normal|average|usual|maximum)\\b)(?:(?!(?:of|for|in|with|to|between|from|on|after|used|caused|called|by|when|if|that|and|or|my|your|it|risk|chances?|side|treatments?|symptoms?|causes?|signs?|cures?|prognosis|outlook|doses?|antidote)\\b)[\\w'-]+ ?){1,5})\\?*\\s*$");

    private final ClinicalQuestion question;
    private final Relevance relevance;
    private final SentenceRoles roles;
    private final PassageSentences texts;
    private final Sieve sieve;
    private final Aspects aspects;
    private final SameQuestion same;
    private final WholeQuestion wholeQuestion;
    private final Hollow hollow;
    private final HeadForms forms;
    private final SaidOfAnother another;
    private final Predication predication;

    /// The name of which it is asked what it is, empty where that is not asked.
    private final String defined;

    private final PageTopics topics;
    private final Places places;
    private final SentenceWorth worths;
    private final boolean asksYesOrNo;

    RunningText(
            ClinicalQuestion question,
            Relevance relevance,
            SentenceRoles roles,
            PassageSentences texts,
            Sieve sieve) {
        this.question = question;
        this.relevance = relevance;
        this.roles = roles;
        this.texts = texts;
        this.sieve = sieve;
        this.aspects = Aspects.of(question);
        this.same = new SameQuestion(question);
        this.wholeQuestion = new WholeQuestion(question, relevance, aspects);
        this.hollow = new Hollow(question, aspects, relevance);
        this.forms = new HeadForms(question);
        Matcher whatIs = WHAT_IS.matcher(question.inOneGo());
        this.defined = whatIs.find() ? whatIs.group("name") : "";
        this.another = new SaidOfAnother(question, aspects, relevance);
        this.predication = new Predication(question, relevance);
        this.topics = new PageTopics(question, relevance);
        this.places = new Places(relevance, aspects, same, topics);
        this.worths = new SentenceWorth(relevance, aspects, same, hollow);
        this.asksYesOrNo = Asking.isYesOrNo(question.inOneGo());
    }

    /// A quick no: whether any sentence of a passage can say all that is asked.
    boolean maySayAll(Evidence row) {
        return wholeQuestion.mayBeSaidIn(row.passage().text());
    }

    /// The sentences that may be shown, the best first.
    List<Utterance> sentences(Evidence row) {
        Places.Place place = places.of(row);
        List<Utterance> fit = new ArrayList<>();
        int number = 0;
        for (PassageSentences.Sentence sentence : texts.of(row.passage().text())) {
            Utterance said = read(row, place, sentence, number++);
            if (said != null) {
                fit.add(said);
            }
        }
        texts.pairs(row.passage().text())
                .forEach(pair ->
                        addWithTheNext(fit, row, place, pair, texts.of(row.passage().text())));
        fit.sort(
                Comparator.comparing(Utterance::aim)
                        .thenComparingDouble(said -> -said.relevance())
                        .thenComparingInt(said -> said.span().start()));
        return fit;
    }

    /// Where a sentence that leans on the one before it tells what was asked, both are said instead of one.
    private void addWithTheNext(
            List<Utterance> fit,
            Evidence row,
            Places.Place place,
            PassageSentences.LeaningPair pair,
            List<PassageSentences.Sentence> sentences) {
        if (!aspects.areAsked()
                || !aspects.areTold(pair.second())
                || !relevance.names().isSubjectOf(pair.first().text())
                        && !SourceTopic.begins(pair.first().text(), row.source().title())) {
            return;
        }
        Utterance both = read(row, place, pair.both(), sentences.indexOf(pair.first()));
        if (both == null || !both.aim().mayHead()) {
            return;
        }
        boolean alone =
                fit.stream()
                        .anyMatch(one ->
                                one.span().start() == both.span().start()
                                        && one.aim().compareTo(both.aim()) <= 0
                                        && aspects.areTold(pair.first().text())
                                        && FrequencyWords.unnumbered(pair.first().text())
                                                .isEmpty());
        if (!alone) {
            fit.removeIf(one -> one.span().start() == both.span().start());
            fit.add(both);
        }
    }

    private @Nullable Utterance read(
            Evidence row, Places.Place place, PassageSentences.Sentence sentence, int number) {
        String text = sentence.text();
        if (!sentence.whole()) {
            sieve.lose(Gate.NOT_WHOLE, row, text);
            return null;
        }
        String lead = sentence.lead();
        Spoken here = relevance.spoken(text);
        boolean names =
                relevance.hasSubjects()
                        && relevance.coversSubjects(here)
                        && (!sentence.isList() || relevance.namesSubject(lead));
        Spoken both = place.context().and(here);
        String behind = saysAllBehind(row, place, here, lead);
        boolean saysAll = behind != null;
        names |= saysAll && !relevance.hasSubjects();
        Gate closed =
                WholeThought.isShort(text) && !names
                        ? Gate.NOT_WHOLE
                        : closed(row, place, sentence, names, saysAll, both);
        if (closed != null) {
            sieve.lose(closed, row, text);
            return null;
        }
        boolean told =
                aspects.areAsked()
                        ? aspects.areTold(lead) && !wholeQuestion.tellsOnlyEffects(lead)
                        : relevance.tellsTheWords(both) && wholeQuestion.namesSome(lead);
        boolean toldOfAll =
                told
                        && relevance.coversAll(both)
                        && wholeQuestion.joinsAlike(lead, here, place.context());
        double own = relevance.of(here, told && aspects.areAsked());
        double met = Math.max(own, 0.8 * relevance.of(both, told && aspects.areAsked()));
        if (met < LEAST_RELEVANCE && !place.asksTheSame() && !saysAll) {
            sieve.lose(Gate.TOO_LITTLE_MET, row, text);
            return null;
        }
        boolean whole =
                !relevance.names().isNarrowed(lead) && !relevance.names().isCompounded(lead);
        boolean compares =
                whole
                        && same.compares()
                        && (place.ofOneCompared()
                                        && relevance.names().isSubjectOf(lead)
                                        && DEFINES.matcher(lead).find()
                                || relevance.isExactly(here) && SETS_APART.matcher(lead).find());
        boolean empty =
                (told || saysAll || compares || place.asksTheSame())
                        && (hollow.tellsNoTreatment(sentence, here)
                                || !forms.areFilledBy(sentence)
                                || another.isIt(lead)
                                || wholeQuestion.lacksTheDrugsAskedFor(here)
                                || hollow.isADetail(lead, names, number)
                                || !aspects.areAsked()
                                        && question.patient().isChild()
                                        && !sentence.people().children()
                                || !compares
                                        && !(defined.isEmpty()
                                                ? isStraight(
                                                        place, sentence, here, told, saysAll,
                                                        number)
                                                : isDefined(place, lead)));
        boolean unsaid =
                (told || saysAll || place.asksTheSame())
                        && !compares
                        && defined.isEmpty()
                        && (predication.isOfAForm()
                                ? !predication.isMadeBy(
                                        sentence, place.exact() ? place.topic().orElse("") : "")
                                : !same.asksWhatItIs());
        boolean ofTheSame =
                !empty
                        && !unsaid
                        && (place.asksTheSame() && whole && !wholeQuestion.joins() || compares);
        boolean hollow =
                sentence.saysLittle()
                        || (told || place.asksTheSame()) && this.hollow.isIt(sentence, here)
                        || empty
                        || this.hollow.treatsAnother(lead)
                        || this.hollow.lacksAFigure(lead)
                        || place.asksTheSame()
                                && !place.whatItIs()
                                && aspects.areAsked()
                                && !told
                                && relevance.names().isSubjectOf(lead)
                                && DEFINES.matcher(lead).find();
        boolean covered =
                !hollow
                        && !unsaid
                        && row.candidate().coverage() >= HEADING_COVERAGE
                        && wholeQuestion.isMostlySaid(both);
        boolean answers =
                covered
                        && whole
                        && (place.exact() && place.asks() || place.exact() && aspects.leads(lead))
                        && toldOfAll;
        Claim claim = roles.read(lead, row.passage(), row.source().title());
        if (ofTheSame && claim.section().equals("definition")) {
            claim = roles.readOnOverview(lead);
        }
        Optional<Utterance.Aim> aim =
                ofTheSame
                        ? Optional.of(Utterance.Aim.OF_THE_SAME_QUESTION)
                        : saysAll && !hollow && !unsaid
                                ? Optional.of(Utterance.Aim.SAYS_ALL)
                                : answers
                                        ? Optional.of(Utterance.Aim.ANSWERS)
                                        : covered && whole && heads(place, lead, names, toldOfAll)
                                                ? Optional.of(
                                                        place.exactTitle()
                                                                        || place.exact()
                                                                                && relevance
                                                                                        .names()
                                                                                        .isSubjectOf(
                                                                                                lead)
                                                                        || places.isToldAnywhere(
                                                                                place, lead,
                                                                                defined)
                                                                ? Utterance.Aim.TELLS
                                                                : Utterance.Aim.HEADS)
                                                : covered
                                                                && whole
                                                                && toldOfAll
                                                                && isMadeOnItsPage(place, sentence)
                                                        ? Optional.of(
                                                                Utterance.Aim.TELLS_OF_ITS_PAGE)
                                                        : saysAll
                                                                        && !hollow
                                                                        && !predication.isOfAForm()
                                                                ? Optional.of(
                                                                        Utterance.Aim.HOLDS_ALL)
                                                                : aim(
                                                                        place, names, told, here,
                                                                        lead, claim);
        if (aim.isEmpty() || (!names && place.topic().isEmpty())) {
            sieve.lose(aim.isEmpty() ? Gate.NOT_TOLD : Gate.NO_TOPIC, row, text);
            return null;
        }
        double worth =
                worths.of(
                        place,
                        new SentenceWorth.Read(sentence, number, here, names, told, met),
                        claim,
                        answers,
                        ofTheSame,
                        hollow);
        return new Utterance(
                row,
                sentence.span().shifted(row.passage().span().start()),
                text,
                claim,
                null,
                worth,
                own,
                relevance.subject(here),
                Utterances.fitOrder(row, question),
                false,
                aim.get(),
                topic(place, names, behind),
                List.of());
    }

    private static @Nullable String topic(
            Places.Place place, boolean names, @Nullable String behind) {
        if (behind != null) {
            return behind.isEmpty() ? null : behind;
        }
        return names ? null : place.topic().orElse(null);
    }

    /// Where a sentence says all that is asked, the topic that must stand before it so that its subjects
    /// are named, empty where it names them; null where it does not say it.
    private @Nullable String saysAllBehind(
            Evidence row, Places.Place place, Spoken here, String lead) {
        if (!relevance.isExactly(place.context().and(here))
                || relevance.names().isNarrowed(lead)
                || relevance.names().isCompounded(lead)
                || !wholeQuestion.isSaid(here, lead, place.context())
                || place.ofAnother() && !relevance.names().beginsWithSubject(lead)
                || places.isHowLongOfAnother(place)) {
            return null;
        }
        boolean alone = wholeQuestion.isOnOneSubject();
        if (alone && topics.isNarrower(SourceTopic.of(row.source().title()))) {
            return null;
        }
        if (alone
                && !place.exact()
                && aspects.areAsked()
                && !relevance.names().beginsWithSubject(lead)
                && !hollow.isBoundToTheSubject(lead)) {
            return null;
        }
        return relevance.isExactly(here)
                ? ""
                : SourceTopic.nearest(
                                row.source().title(),
                                row.passage().headings(),
                                topic ->
                                        relevance.isExactly(relevance.spoken(topic).and(here))
                                                && !relevance.names().isNarrowed(topic)
                                                && !(alone && topics.isNarrower(topic)))
                        .orElse(null);
    }

    /// The gate at which a sentence is left out, whatever of the question it tells; null where it is not.
    private @Nullable Gate closed(
            Evidence row,
            Places.Place place,
            PassageSentences.Sentence sentence,
            boolean names,
            boolean saysAll,
            Spoken both) {
        if (row.fit() instanceof PopulationFit.Unstated
                && sentence.people().differ(question.patient())) {
            return Gate.OTHER_PEOPLE;
        }
        if (sentence.dangles(names) && !(sentence.opens() && place.opens())) {
            return Gate.LEANS;
        }
        if (!relevance.coversSubjects(both) || !relevance.holdsPlaces(both)) {
            return Gate.OTHER_SUBJECT;
        }
        return place.about()
                        || names
                                && (saysAll || relevance.names().beginsWithSubject(sentence.lead()))
                ? null
                : Gate.OTHER_PAGE;
    }

    /// The first sentences of a page that asks the very question may tell it of the page's subject unnamed.
    private static final int FIRST_SENTENCES = 3;

    /// Whether what is asked is told of the subject itself: the sentence begins with it, or with what is asked
    /// ("Symptoms include ..."), or joins both ("a cause of gout"). What merely holds both words tells
    /// something else too often.
    private boolean isStraight(
            Places.Place place,
            PassageSentences.Sentence sentence,
            Spoken here,
            boolean told,
            boolean saysAll,
            int number) {
        if (!relevance.hasSubjects()) {
            return true;
        }
        String lead = sentence.lead();
        if (!wholeQuestion.isOnOneSubject()) {
            return relevance.coversAll(here) || place.exactTitle();
        }
        if (relevance.names().beginsWithSubject(lead)
                || told && !place.asksTheSame() && isMadeOnItsPage(place, sentence)) {
            return true;
        }
        return aspects.areAsked()
                ? aspects.leads(lead)
                        || hollow.isBoundToTheSubject(lead)
                        || place.asksTheSame() && told && number < FIRST_SENTENCES
                : saysAll;
    }

    /// Whether a page about the very subject says in a known form what was asked: of "the sores" or of
    /// "affected individuals".
    private boolean isMadeOnItsPage(Places.Place place, PassageSentences.Sentence sentence) {
        return place.exactTitle()
                && !(sentence.isList() && asksYesOrNo)
                && predication.isMadeOnPageOf(sentence, place.topic().orElse(""));
    }

    /// Whether a sentence says what the subject is, by one of its names or by that of its page.
    private boolean isDefined(Places.Place place, String lead) {
        return relevance.names().isDefinedBy(lead)
                || SubjectNames.isDefinedBy(lead, defined)
                || place.exactTitle() && relevance.names().isCalledIn(lead)
                || place.exactTitle()
                        && SubjectNames.isDefinedBy(lead, SourceTopic.of(place.title()));
    }

    private boolean heads(Places.Place place, String text, boolean names, boolean told) {
        // Of two things asked, a page about the very subject may tell one after the other.
        return told
                && (!aspects.areAsked() || place.exactTitle() || aspects.areAllTold(text))
                && (names && !places.isHowLongOfAnother(place))
                && (relevance.names().isSubjectOf(text)
                        || place.exactTitle()
                        || place.exact() && (place.asks() || aspects.leads(text)));
    }

    private Optional<Utterance.Aim> aim(
            Places.Place place,
            boolean names,
            boolean told,
            Spoken here,
            String text,
            Claim claim) {
        boolean exactHere =
                names && relevance.isExactly(here) && !relevance.names().isCompounded(text);
        if (told && (exactHere || place.exact())) {
            return Optional.of(Utterance.Aim.ON_IT);
        }
        if (told || place.asks()) {
            return Optional.of(Utterance.Aim.NEAR_IT);
        }
        return exactHere || place.exact() && claim.section().equals("definition")
                ? Optional.of(Utterance.Aim.BACKGROUND)
                : Optional.empty();
    }
}

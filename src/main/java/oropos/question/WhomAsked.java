package oropos.question;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;

/// Finds whom the question of a text is for; nobody where its words leave that open.
final class WhomAsked {

    private static final Set<String> FROM =
            Set.of("from", "with", "near", "around", "by", "beside", "than", "of");

    /// "Can I take it?" asks for oneself; "what should I do?" does not say.
    private static final Pattern FOR_ONESELF =
            Pattern.compile(
                    "take|have|get|need|be|use|eat|drink|catch|breastfeed|breast|fly|drive|start|stop|switch|avoid|aim|exercise|continue|conceive|become|develop|still|safely|also|more|at|likely|too|immune|infected|contagious|go|travel|donate|inherit|receive|pregnant|really|now|swim|run|smoke|lose|wear");

    /// "Should I be worried?", "can I get help?": asked for whoever is ill.
    private static final Pattern FOR_ANYBODY =
            Pattern.compile(
                    "worried|worry|concerned|giving|doing|using|treating|looking|careful|aware|able|help|information|info|advice|some|details|any|support|answers|rid|to");

    /// What nobody does for a child: "can I use the gripe water?" may be asked for it.
    private static final Pattern BESIDE_A_CHILD =
            Pattern.compile(
                    "take|eat|drink|catch|breastfeed|breast|fly|drive|exercise|conceive|become|inherit|donate|smoke|be|have|at|immune|infected|contagious|pregnant|swim|run|lose|develop|likely");

    /// What is asked for oneself though only another is told of: "do I need a scan?", "can I catch it?"
    private static final Pattern CHECKED =
            Pattern.compile(
                    "tests?|tested|testing|screen|screened|screening|scan|scanned|check|checked|vaccine|vaccinated|vaccination|immunised|immunized|jab|booster|treated|treatment|prophylaxis|risk|likely|infected|contagious|immune|catch|inherit|develop|pep|prep|injection|antibiotics?");

    private static final Pattern FROM_A_CHILD =
            Pattern.compile(
                    "catch|inherit|infected|immune|contagious|tested|vaccinated|immunised|immunized|screened");

    /// "Do I need treatment too?"
    private static final Pattern NEEDS = Pattern.compile("need|be|get|have");

    private static final Pattern TOO = Pattern.compile("too|also|myself");

    private static final Pattern HAS_OR_TAKES = Pattern.compile("take|have|need");

    /// How far after its verb what is asked for is looked for, in words.
    private static final int REACH = 6;

    /// "Is it safe for me?", "could it harm me?"; but not "can you tell me".
    private static final Set<String> TO_ME =
            Set.of("for", "to", "on", "in", "harm", "affect", "hurt", "infect", "against");

    /// "Do I inherit her glaucoma?" is asked for oneself.
    private static final Set<String> GETS =
            Set.of("inherit", "catch", "get", "develop", "have", "need");

    /// "Are they worth it for me?": what is taken.
    private static final String GOOD_OR_BAD = "worth|safe|good|bad|ok|dangerous|harmful|necessary";

    /// Of what all do in caring for another, it is asked for the other.
    private static final Pattern WE_CARE =
            Pattern.compile("do|treat|use|give|manage|expect|help|worry");

    private final PeopleReader reader;
    private final LongPredicate isTold;
    private final IntPredicate isTaken;
    private final IntPredicate isIll;

    /// @param isTold whether anything is told of these people
    /// @param isTaken whether a drug, a test or a procedure is named at this word
    /// @param isIll whether a problem is
    WhomAsked(PeopleReader reader, LongPredicate isTold, IntPredicate isTaken, IntPredicate isIll) {
        this.isIll = isIll;
        this.reader = reader;
        this.isTaken = isTaken;
        this.isTold = isTold;
    }

    private boolean saysForOneself;

    private boolean isSubject;

    private long unclear;

    /// Whether the question has whom it is for as its subject: "could he have pneumonia?"
    boolean isSubject() {
        return isSubject;
    }

    /// Several of whom something is told, one of whom the question is for, and its words do not say which.
    long unclear() {
        return unclear;
    }

    private String word(int at) {
        return at >= 0 && at < reader.words.size() ? reader.words.get(at).text() : "";
    }

    /// A bit for each person it is asked for; none where that is left open. Of an asker nothing is told of
    /// it is asked only where the words say so.
    long asked() {
        long who = read();
        if (unclear != 0) {
            return 0;
        }
        boolean isSelfUntold =
                reader.people.stream()
                        .anyMatch(one ->
                                who == reader.bit(one)
                                        && one.relation == Kin.Relation.SELF
                                        && !isTold.test(who));
        return isSelfUntold && !saysForOneself ? 0 : who;
    }

    private long read() {
        if (!reader.asks()) {
            return orUnclear(new ChildOrGrownUp(reader, isTold, isTaken, isIll).whom());
        }
        List<Naming.Named> in =
                reader.named.stream().filter(one -> reader.asking[one.first()]).toList();
        if (asksOfOneOfSeveral(in)) {
            unclear = told(reader.naming.referents.unclearPeople());
            return 0;
        }
        Naming.Named subject =
                in.stream()
                        .filter(one ->
                                !one.possessive()
                                        && (AskingWords.AUXILIARY.contains(word(one.first() - 1))
                                                || one.first() > 0
                                                        && AskingWords.AUXILIARY.contains(
                                                                word(one.first() - 2))
                                                        && word(one.first() - 1)
                                                                .matches("both|all|either")))
                        .findFirst()
                        .orElse(null);
        boolean areThings =
                subject != null
                        && word(subject.last()).equals("they")
                        && word(subject.last() + 1).matches(GOOD_OR_BAD);
        if (subject == null || areThings) {
            return object(in, 0, subject == null ? -1 : subject.last());
        }
        long who = joined(in, subject);
        String verb = word(subject.last() + 1);
        if (isWe(subject)) {
            return whoWeAskFor(in, subject, verb);
        }
        if (!isSelf(subject)) {
            isSubject = true;
            return who;
        }
        if (Long.bitCount(who) > 1) {
            return who;
        }
        if (nurses(subject)) {
            saysForOneself = true;
            return who;
        }
        long other = theOther(in, subject);
        if (other != 0) {
            return other;
        }
        saysForOneself = isForOneself(subject) || meetsTheIll(in, subject);
        return saysForOneself ? who : unsaid(true);
    }

    /// What the asker gets, takes or may catch is asked for the asker; where only others are told of, not
    /// what anybody who cares for them asks.
    boolean isForOneself(Naming.Named subject) {
        String verb = word(subject.last() + 1);
        String next = word(subject.last() + 2);
        if (FOR_ANYBODY.matcher(verb).matches() || FOR_ANYBODY.matcher(next).matches()) {
            return false;
        }
        if (verb.matches("prevent|avoid") && isAmongStrangers()) {
            return true;
        }
        boolean asks =
                word(subject.first() - 1).equals("am") || FOR_ONESELF.matcher(verb).matches();
        if (!asks) {
            return false;
        }
        boolean child = reader.people.stream().anyMatch(WhomAsked::isAChild);
        if (isTold.test(subject.people())) {
            return !child
                    || BESIDE_A_CHILD.matcher(verb).matches()
                    || verb.equals("need") && isSaid(CHECKED, subject.last() + 1);
        }
        if (verb.matches("take|drink|smoke") && isNextTaken(subject.last() + 2)) {
            return true;
        }
        boolean alsoMe = NEEDS.matcher(verb).matches() && isSaid(TOO, subject.last() + 1);
        return child
                ? alsoMe || isSaid(FROM_A_CHILD, subject.last() + 1)
                : isCheckedOrTreated(subject);
    }

    /// "I have a 3-year-old and I'm low. Can I take sertraline?"
    private boolean isNextTaken(int from) {
        return isTaken.test(from) || isTaken.test(from + 1);
    }

    /// Of what befell a neighbour it is asked for oneself how to prevent it.
    private boolean isAmongStrangers() {
        return reader.people.stream()
                .allMatch(one ->
                        one.relation == Kin.Relation.SELF || one.relation == Kin.Relation.FRIEND);
    }

    private static boolean isAChild(Someone one) {
        return one.relation == Kin.Relation.CHILD;
    }

    private boolean isCheckedOrTreated(Naming.Named subject) {
        if (isSaid(CHECKED, subject.last() + 1)) {
            return true;
        }
        boolean has =
                HAS_OR_TAKES.matcher(word(subject.last() + 1)).matches()
                        || word(subject.last() + 1).matches("get|start") && isAmongStrangers();
        for (int at = subject.last() + 2; has && at <= subject.last() + REACH; at++) {
            if (isTaken.test(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSaid(Pattern what, int from) {
        for (int at = from; at < Math.min(reader.words.size(), from + REACH); at++) {
            if (reader.words.get(at).sentence() == reader.words.get(from).sentence()
                    && what.matcher(word(at)).matches()) {
                return true;
            }
        }
        return false;
    }

    /// "I have flu. Can I still breastfeed my 2-month-old?"
    private boolean nurses(Naming.Named subject) {
        int verb = subject.last() + 1;
        while (word(verb).matches("still|safely|continue|keep|carry|on|to|now")) {
            verb++;
        }
        return word(verb).matches("breastfeed\\w*|nurse|nursing|express")
                || word(verb).equals("breast") && word(verb + 1).matches("feed\\w*");
    }

    private boolean isSelf(Naming.Named one) {
        return Long.bitCount(one.people()) == 1
                && reader.people.get(Long.numberOfTrailingZeros(one.people())).relation
                        == Kin.Relation.SELF;
    }

    private boolean isWe(Naming.Named one) {
        return one.first() == one.last() && word(one.first()).matches("we|us|our");
    }

    /// "Should we get her vitamin D checked?": for her; "can we still have a baby?": for both of whom
    /// something is told.
    private long whoWeAskFor(List<Naming.Named> in, Naming.Named we, String verb) {
        if (reader.naming.referents.areAChildAndI() && we.people() == reader.together()) {
            return we.people();
        }
        long other = object(in, we.people(), we.last());
        if (other != 0 && (other & we.people()) != other || WE_CARE.matcher(verb).matches()) {
            return other;
        }
        long told = told(we.people());
        return told == we.people() && Long.bitCount(told) > 1 ? told : 0;
    }

    /// "my 12-year-old and my 14-year-old" are asked about together.
    private long joined(List<Naming.Named> in, Naming.Named subject) {
        long who = subject.people();
        int end = subject.last();
        for (Naming.Named one : in) {
            if (one.first() > end
                    && one.first() <= end + 2
                    && word(one.first() - 1).matches("and|or")) {
                who |= one.people();
                end = one.last();
            }
        }
        return who;
    }

    /// "Can I give him", "should I check his sugar": asked for him; "catch it from him" is not.
    private long theOther(List<Naming.Named> in, Naming.Named subject) {
        for (Naming.Named one : in) {
            boolean mine =
                    one.possessive()
                                    && (GETS.contains(word(subject.last() + 1))
                                            || isBorrowed(subject, one))
                            || isMet(subject, one);
            if (one.first() > subject.last()
                    && !mine
                    && !isSelf(one)
                    && !FROM.contains(word(one.first() - 1))) {
                return one.people();
            }
        }
        return 0;
    }

    /// "Can I use his insulin?", where I take something myself.
    private boolean isBorrowed(Naming.Named subject, Naming.Named owner) {
        return word(subject.last() + 1).matches("use|take|borrow|try|share")
                && owner.first() == subject.last() + 2
                && isTaken.test(owner.last() + 1)
                && isTold.test(subject.people());
    }

    private boolean meetsTheIll(List<Naming.Named> in, Naming.Named subject) {
        return in.stream().anyMatch(one -> one.first() > subject.last() && isMet(subject, one));
    }

    /// "I'm pregnant and my mother has shingles. Can I visit her?": what may be caught by who asks.
    private boolean isMet(Naming.Named subject, Naming.Named met) {
        if (!word(subject.last() + 1)
                        .matches("visit|see|hug|kiss|meet|touch|sit|sleep|stay|live|be|go|travel")
                || !isTold.test(subject.people())) {
            return false;
        }
        for (int at = 0; at < reader.words.size(); at++) {
            if ((reader.owner[at] & met.people()) != 0 && !reader.asking[at] && isIll.test(at)) {
                return true;
            }
        }
        return false;
    }

    /// Nobody is the subject: "is it safe for me", "could it be her tablets".
    private long object(List<Naming.Named> in, long but, int after) {
        for (int way = 0; way < 3; way++) {
            for (Naming.Named one : in) {
                boolean isOfThis =
                        way == 0
                                ? !one.possessive()
                                : one.possessive() && (way == 2 || isIll.test(one.last() + 1));
                if (isOfThis
                        && one.first() > after
                        && one.people() != but
                        && !word(one.first()).matches("i|im|ive|we|us")
                        && (!word(one.first()).equals("me")
                                || TO_ME.contains(word(one.first() - 1)))
                        && (!FROM.contains(word(one.first() - 1))
                                || word(one.first() - 2).matches("which|both|either|each"))) {
                    return joined(in, one);
                }
            }
        }
        return unsaid(false);
    }

    /// "Can she have ibuprofen?", where two may be meant and nobody is named.
    private boolean asksOfOneOfSeveral(List<Naming.Named> in) {
        boolean isNamed = in.stream().anyMatch(one -> !one.possessive() && !isSelf(one));
        boolean isOpen = false;
        for (int at = 0; at < reader.words.size(); at++) {
            isOpen |= reader.asking[at] && reader.naming.referents.isUnclear(at);
        }
        return isOpen
                && !isNamed
                && Long.bitCount(told(reader.naming.referents.unclearPeople())) > 1;
    }

    private long told(long who) {
        long told = 0;
        for (Someone one : reader.people) {
            boolean isIn = (who & reader.bit(one)) != 0;
            told |= isIn && isTold.test(reader.bit(one)) ? reader.bit(one) : 0;
        }
        return told;
    }

    /// "Is it hereditary?" is asked for oneself.
    private boolean asksWhatRunsInFamilies() {
        for (int at = 0; at < reader.words.size(); at++) {
            if (reader.asking[at]
                    && word(at).matches(
                                    "hereditary|genetic|inherited|inherit|family|families|runs?")) {
                return true;
            }
        }
        return false;
    }

    /// Those the story was last told of side by side, neither the other's parent nor the patient: "my
    /// mother is on dialysis and my father has gout".
    private long sideBySide(boolean asker) {
        long both = told(reader.naming.referents.unclearPeople());
        if (Long.bitCount(both) > 1 || asker) {
            return Long.bitCount(both) > 1 ? both : 0;
        }
        both = 0;
        int sentence = -1;
        for (Someone one : reader.people) {
            sentence = Math.max(sentence, one.subjectIn);
        }
        int children = 0;
        for (Someone one : reader.people) {
            boolean counts =
                    one.subjectIn == sentence
                            && one.relation != Kin.Relation.SELF
                            && one.relation != Kin.Relation.ANIMAL
                            && one.age != null;
            if (counts && one.relation == Kin.Relation.PATIENT) {
                return 0;
            }
            both |= counts ? reader.bit(one) : 0;
            children += counts && isAChild(one) ? 1 : 0;
        }
        int count = Long.bitCount(both);
        return !asksWhatRunsInFamilies()
                        && sentence >= 0
                        && count > 1
                        && (children == 0 || children == count)
                ? both
                : 0;
    }

    private long orUnclear(long who) {
        unclear = Long.bitCount(who) > 1 ? who : 0;
        return unclear != 0 ? 0 : who;
    }

    /// The question does not say: the asker who is pregnant or says so of another, then those a thing is
    /// said of together, then, where it does not ask what to do, whom the story ends with. In any other
    /// it is left open.
    ///
    /// @param asker whether the asker is its subject: "what should I do?" may be asked for oneself
    private long unsaid(boolean asker) {
        long pregnant = 0;
        int told = 0;
        for (Someone one : reader.people) {
            long bit = reader.bit(one);
            StringBuilder own = new StringBuilder();
            for (int at = 0; at < reader.words.size(); at++) {
                own.append((reader.owner[at] & bit) != 0 ? word(at) : ",").append(' ');
            }
            pregnant |= own.toString().toLowerCase(Locale.ROOT).contains("pregnant") ? bit : 0;
            told += isTold.test(bit) ? 1 : 0;
        }
        boolean together = reader.together() != 0 && reader.together() == reader.last;
        long two = together ? 0 : new ChildOrGrownUp(reader, isTold, isTaken, isIll).whom();
        if (two != 0 && told == 2) {
            return orUnclear(two);
        }
        if (Long.bitCount(pregnant) == 1 && told == 2) {
            return pregnant;
        }
        if (together) {
            return reader.together();
        }
        unclear = sideBySide(asker);
        if (unclear != 0) {
            return 0;
        }
        Someone first = reader.people.getFirst();
        if (first.ofNote && told > 1 && isTold.test(reader.bit(first))) {
            return reader.bit(first);
        }
        boolean ends =
                Long.bitCount(reader.last) == 1
                        && isTold.test(reader.last)
                        && !reader.people.get(Long.numberOfTrailingZeros(reader.last)).ofAnother;
        boolean child = reader.people.stream().anyMatch(WhomAsked::isAChild);
        boolean self =
                ends
                        && reader.people.get(Long.numberOfTrailingZeros(reader.last)).relation
                                == Kin.Relation.SELF;
        return told > 1 && ends && !asksWhatToDo() && !(child && self) ? reader.last : 0;
    }

    /// "What should I do?" is asked for whoever is ill, "is it safe?" for whom the story ends with.
    private boolean asksWhatToDo() {
        for (int at = 0; at < reader.words.size(); at++) {
            if (reader.asking[at]
                    && word(at).matches("do|done|treat|treated|treatment|give|given")) {
                return true;
            }
        }
        return false;
    }
}

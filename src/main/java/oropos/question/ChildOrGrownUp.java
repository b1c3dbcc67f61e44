package oropos.question;

import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whom a text is for that tells of one child and of one grown up who cares for it, where its words do not
/// say: "I have asthma; my 4-year-old has been coughing", "I'm pregnant and my 9-month-old has a fever".
///
/// What ails the child is what is told, and what is told of the grown-up before is the background. Only
/// where she is pregnant and the child has what is caught is it asked for her; where both are ill
/// and she is told of last, the words do not tell.
final class ChildOrGrownUp {

    /// What a child has that others catch from it, as everyday words name it.
    private static final Pattern CAUGHT =
            of(
                    "chicken ?pox|shingles|measles|rubella|mumps|slapped cheek|fifth disease|parvo\\w*|cmv|cytomegalovirus|hand,? foot,? (?:and|&) mouth|scarlet fever|flu|influenza|covid|coronavirus|whooping cough|pertussis|hepatitis|tuberculosis|tb|herpes|zika|hiv");

    private static final Pattern WEAK =
            of("immun\\w*|chemo\\w*|transplant\\w*|leuk(?:a)?emia|lymphoma");

    private static final Pattern OF_A_MOTHER = of("postpartum|postnatal|gave birth|given birth");

    /// What is asked of a drug that is taken already.
    private static final Pattern GOES_ON =
            of("stop|stopping|continue|continuing|keep taking|carry on|come off|switch|switching");

    /// What a child did to who tells it.
    private static final Pattern HURTS_ME =
            of(
                    "(?:kicked|jumped|headbutted|hit|elbowed|kneed|punched|landed|sat|fell|ran|bumped) (?:(?:on|onto|into|in|against) )?(?:me|my (?:belly|tummy|bump|stomach|abdomen|back|ribs?|breasts?|chest|head|face|eye|nose))");

    /// What is given is given to the child.
    private static final Pattern GIVES = of("give|giving|offer|feed|rub on|put on");

    /// Who tells what the child weighs asks for a dose.
    private static final Pattern WEIGHED = of("\\d+ ?(?:kgs?|kilos?|lbs?|pounds)");

    private static final Pattern RISKS =
            of(
                    "risks?|risky|dangerous|danger|harm(?:ful)?|safe|catch|infect(?:ed|ious)?|immune|worry|worried|protect|avoid|bad|affect|matter|do|ok|okay|tell|midwife");

    private static final Pattern WELL =
            of("(?<!not )(?<!isnt )(?:fine|well|ok|okay|healthy|better|happy|recovered|perfect)");

    private static final Pattern ONCE = of("had|was|were|last (?:week|month|year)|ago");

    private static final Pattern NOW =
            of("has|have|is|isnt|keeps|wont|cant|refuses|still|since|been");

    /// What tells nothing of how somebody is.
    private static final String BARE =
            "has|have|is|are|and|but|who|with|old|years?|months?|weeks?|days?|hours?|yo|mo|yr|yrs|now|just|aged|weighs?|weighing|kgs?|lbs?|[\\d.]+\\w{0,2}|an?|the|my|our|her|his|of|on|in|to|also|only|nearly|almost|about|called|born|first|second|own|for|called|too|girl|boy|twins?|\\w+day|ago|yesterday|today|born|last|this|at|by|c-?section|goes|go|nursery|school|daycare";

    private static final Pattern UNBORN = of("unborn|pregnancy|f(?:o)?etus|bump|miscarriage");

    private static final Pattern BABY = of("bab(?:y|ies)");

    /// "What should I do about my own risk?"
    private static final Pattern OF_ME = of("my own|myself|for me|to me|my risk|i at risk");

    private final PeopleReader reader;
    private final IntPredicate isIll;
    private final IntPredicate isTaken;
    private @Nullable Someone child;
    private @Nullable Someone grown;

    ChildOrGrownUp(
            PeopleReader reader, LongPredicate isTold, IntPredicate isTaken, IntPredicate isIll) {
        this.reader = reader;
        this.isIll = isIll;
        this.isTaken = isTaken;
        int told = 0;
        for (Someone one : reader.people) {
            if (!isTold.test(reader.bit(one)) && !isAChild(one)) {
                continue;
            }
            told++;
            if (isAChild(one)) {
                child = one;
            } else if (caresForChildren(one)) {
                grown = one;
            }
        }
        if (told != 2) {
            child = null;
        }
    }

    private static Pattern of(String regex) {
        return Pattern.compile("\\b(?:" + regex + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    private static boolean isAChild(Someone one) {
        return one.relation == Kin.Relation.CHILD && !one.several && one.named;
    }

    private static boolean caresForChildren(Someone one) {
        return switch (one.relation) {
            case SELF, PARTNER, MOTHER -> true;
            default -> false;
        };
    }

    /// Whom it is for; both where that is not told, nobody where such two are not told of.
    long whom() {
        if (child == null || grown == null) {
            return 0;
        }
        long small = reader.bit(child);
        long big = reader.bit(grown);
        String ofChild = told(small);
        boolean ill = isAny(big, isIll);
        if (!isTroubled(ofChild)) {
            boolean mine = ill && grown.relation == Kin.Relation.SELF;
            return !reader.asks() || mine && isWellOrWas(ofChild) ? big : 0;
        }
        if (asks(OF_ME) && grown.relation == Kin.Relation.SELF) {
            return big;
        }
        boolean takes = isAny(big, isTaken) && !isAny(small, isTaken);
        if (takes && asks(GOES_ON) || HURTS_ME.matcher(reader.wording.text()).find()) {
            return big;
        }
        boolean caught = CAUGHT.matcher(ofChild).find();
        boolean pregnant = Pregnancy.isTold(Wording.of(told(big)));
        if (pregnant && asksOfTheUnborn()) {
            return big;
        }
        if (pregnant && caught) {
            return asks(GIVES) || WEIGHED.matcher(ofChild).find()
                    ? small
                    : isTakenAsked() && !asks(RISKS) ? small | big : big;
        }
        if (takes && pregnant && isTakenAsked() && !asks(GIVES)) {
            return small | big;
        }
        if ((pregnant || OF_A_MOTHER.matcher(told(big)).find()) && ill) {
            return reader.asks() && asks(RISKS) && !asks(GIVES) ? big : small | big;
        }
        boolean weak = isAny(big, isTaken) || WEAK.matcher(told(big)).find();
        boolean mayCatch = caught && reader.asks() && weak;
        return mayCatch || ill && reader.last != small ? small | big : small;
    }

    private boolean asksOfTheUnborn() {
        boolean isBaby = child == null || child.ages != null && child.ages.oldest().inYears() < 1;
        return asks(UNBORN) || !isBaby && asks(BABY);
    }

    /// "Oseltamivir?" may be for either.
    private boolean isTakenAsked() {
        for (int at = 0; at < reader.words.size(); at++) {
            if (reader.asking[at] && isTaken.test(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean asks(Pattern what) {
        StringBuilder asked = new StringBuilder();
        for (int at = 0; at < reader.words.size(); at++) {
            asked.append(reader.asking[at] ? reader.words.get(at).text() : ",").append(' ');
        }
        return what.matcher(asked).find();
    }

    private static boolean isWellOrWas(String told) {
        return WELL.matcher(told).find() || ONCE.matcher(told).find() && !NOW.matcher(told).find();
    }

    private static boolean isTroubled(String told) {
        if (isWellOrWas(told)) {
            return false;
        }
        for (String word : told.split("[ ,]+")) {
            if (!word.isEmpty() && !word.matches(BARE)) {
                return true;
            }
        }
        return false;
    }

    /// What is told of somebody, without who that is and how old.
    private String told(long who) {
        StringBuilder told = new StringBuilder();
        for (int at = 0; at < reader.words.size(); at++) {
            boolean says =
                    (reader.owner[at] & who) != 0 && !reader.asking[at] && !isOfAName(at, who);
            told.append(says ? reader.words.get(at).text() : ",").append(' ');
        }
        return told.toString();
    }

    private boolean isOfAName(int at, long who) {
        boolean self = grown != null && reader.bit(grown) == who;
        return !self
                && (reader.naming.ageAt(at) != null
                        || reader.named.stream()
                                .anyMatch(one -> one.first() <= at && at <= one.last()));
    }

    private boolean isAny(long who, IntPredicate what) {
        for (int at = 0; at < reader.words.size(); at++) {
            boolean says = (reader.owner[at] & who) != 0 && !reader.asking[at];
            if (says
                    && what.test(at)
                    && !reader.words.get(at).text().matches("pregnan.*|breast.*|lactat.*|birth")) {
                return true;
            }
        }
        return false;
    }
}

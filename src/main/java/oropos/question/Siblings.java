package oropos.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oropos.terminology.AgeRange;
import oropos.terminology.Ages;

/// Tells apart those who are named together: "my sons are 3 and 9 ... the older one", "one of my twins
/// ... the other".
final class Siblings {

    private static final String OLDER = "older|elder|oldest|eldest|bigger|biggest|big";
    private static final String YOUNGER = "younger|youngest|smaller|smallest|small|little|littlest";
    private static final String NOT_THE_ONE = "other|second|well|healthy|unaffected";
    private static final String WHO =
            "one|child|boy|girl|twin|brother|sister|sibling|son|daughter|kid";

    private final Naming naming;

    /// Those whose ages were told in a row last.
    private List<Someone> row = List.of();

    Siblings(Naming naming) {
        this.naming = naming;
    }

    /// "Two sisters, 4 and 11": each of them with an age.
    Naming.@Nullable Named inARow(Kin kin, int first, int noun) {
        AgesInARow ages = AgesInARow.behind(naming, noun);
        if (ages == null) {
            return null;
        }
        Someone all = new Someone(kin.relation(), kin.sex(), true, words(first, noun), null);
        boolean children = ages.ages().stream().allMatch(age -> age.inYears() < 18);
        boolean own = naming.word(first).matches("my|our|their|his|her");
        List<Someone> each = new ArrayList<>();
        long bits = 0;
        for (var age : ages.ages()) {
            Someone one =
                    new Someone(
                            children && !own ? Kin.Relation.CHILD : kin.relation(),
                            kin.sex(),
                            false,
                            "the "
                                    + age.value().toPlainString()
                                    + (age.unit().ucum().equals("mo") ? "-month" : "-year")
                                    + "-old",
                            null);
            one.ages = AgeRange.of(age);
            one.age =
                    new Ages.Found(
                            one.ages, age, naming.wording.span(noun, ages.last()), age.toString());
            one.among = all;
            one.named = true;
            one.namedAt = first;
            each.add(one);
            bits |= naming.bit(naming.added(one));
        }
        row = each;
        return new Naming.Named(bits, first, ages.last(), false);
    }

    private String words(int first, int last) {
        return naming.wording.span(first, last).of(naming.wording.text());
    }

    /// "The older one", "the younger", "one has ...", "the other is well".
    Naming.@Nullable Named oneOfThem(int at) {
        if (naming.word(at).matches("the|my|our")) {
            int last = at + 1;
            String which = naming.word(last);
            if (naming.isNew(last, true)) {
                return null;
            }
            boolean noun = naming.word(last + 1).matches(WHO) && !naming.isNew(last + 1, true);
            if (row.size() > 1
                    && which.matches("children|kids|boys|girls|twins|brothers|sisters")) {
                long bits = 0;
                for (Someone one : row) {
                    bits |= naming.bit(one);
                }
                return new Naming.Named(bits, at, last, naming.isPossessive(last));
            }
            Someone one = byAge(which);
            if (one == null && which.matches(NOT_THE_ONE)) {
                one = theOther();
            }
            last += noun ? 1 : 0;
            return one == null ? null : named(one, at, last);
        }
        boolean opens =
                naming.isNew(at, false) || naming.word(at - 1).matches("and|but|if|when|because");
        if (naming.word(at).equals("one")
                && opens
                && naming.word(at + 1).matches("has|is|had|got|was|takes|gets|of|keeps")) {
            Someone group = group();
            return group == null
                    ? null
                    : named(naming.referents.member(group, "one", null, at), at, at);
        }
        return null;
    }

    private Naming.Named named(Someone one, int first, int last) {
        one.namedAt = first;
        return new Naming.Named(naming.bit(one), first, last, naming.isPossessive(last));
    }

    private @Nullable Someone byAge(String which) {
        List<Someone> known = row.size() > 1 ? row : ofKnownAge();
        if (known.size() < 2) {
            return null;
        }
        List<Someone> inOrder =
                known.stream()
                        .sorted(Comparator.comparing((Someone one) -> firstDay(one)))
                        .toList();
        if (which.matches(OLDER)) {
            return inOrder.getLast();
        }
        if (which.matches(YOUNGER)) {
            return inOrder.getFirst();
        }
        return which.equals("middle") && known.size() == 3 ? inOrder.get(1) : null;
    }

    /// Children named each for himself, with an age: "my 30-year-old son ... my other son, 27".
    private List<Someone> ofKnownAge() {
        List<Someone> known =
                naming.people.stream()
                        .filter(one -> one.relation == Kin.Relation.CHILD && one.ages != null)
                        .toList();
        boolean apart = known.stream().map(Siblings::firstDay).distinct().count() == known.size();
        return apart ? known : List.of();
    }

    private static int firstDay(Someone one) {
        return one.ages == null ? 0 : one.ages.youngest().firstDay();
    }

    private @Nullable Someone theOther() {
        Someone group = group();
        if (group == null) {
            return null;
        }
        boolean isOneTold =
                naming.people.stream()
                        .anyMatch(one -> one.among == group && "one".equals(one.apart));
        return isOneTold ? naming.referents.member(group, "other", null, 0) : null;
    }

    /// Those named together last, of whom no age tells one from the other.
    private @Nullable Someone group() {
        for (Someone one : naming.people.reversed()) {
            if (one.several && one.relation == Kin.Relation.CHILD) {
                return one;
            }
        }
        return null;
    }
}

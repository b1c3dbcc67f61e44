package oropos.question;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import oropos.terminology.AgeRange;
import oropos.terminology.Sex;

/// What a noun for a person tells: "wife" is a partner and female, "toddler" a child of one to four.
///
/// @param stage the ages the noun goes with, in years, where it says any
/// @param several whether it names more than one: "my twins"
record Kin(Relation relation, @Nullable Sex sex, @Nullable Stage stage, boolean several) {

    enum Relation {
        SELF,
        PARTNER,
        CHILD,
        MOTHER,
        FATHER,
        SIBLING,
        GRANDPARENT,
        RELATIVE,
        FRIEND,
        PATIENT,
        ANIMAL;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param from in years, included
    /// @param to in years, included
    record Stage(int from, int to) {
        boolean holds(AgeRange ages) {
            return ages.oldest().inYears() >= from && ages.youngest().inYears() <= to;
        }
    }

    private static final Stage BABY = new Stage(0, 1);
    private static final Stage TODDLER = new Stage(1, 4);
    private static final Stage TEEN = new Stage(11, 19);

    private static final Map<String, Kin> NOUNS = nouns();

    static @Nullable Kin of(String word) {
        return NOUNS.get(word);
    }

    /// One of several: "one of my twin girls".
    Kin one() {
        return new Kin(relation, sex, stage, false);
    }

    /// "My sister's husband", "my son's teacher": nobody's of the asker; a sister's baby is a child in the
    /// family.
    Kin of(Kin owner) {
        if (relation == Relation.CHILD) {
            return this;
        }
        boolean isParentOfOne =
                owner.relation == Relation.PATIENT || owner.relation == Relation.CHILD;
        if (isParentOfOne && (relation == Relation.MOTHER || relation == Relation.FATHER)) {
            return this;
        }
        boolean stranger = relation == Relation.FRIEND || owner.relation == Relation.FRIEND;
        return new Kin(stranger ? Relation.FRIEND : Relation.RELATIVE, sex, stage, several);
    }

    /// "His father" where he is the asker's husband: nobody's parent of the asker. Of a patient and of a child
    /// a parent is a parent.
    Kin ofSomeone(Relation owner) {
        return switch (owner) {
            case PATIENT, CHILD, SELF -> this;
            default ->
                    relation == Relation.CHILD
                                    || relation == Relation.PARTNER && owner == Relation.FRIEND
                            ? this
                            : new Kin(Relation.RELATIVE, sex, stage, several);
        };
    }

    /// Which line of a family a noun tells, where it tells one: a son is no nephew, a cousin no aunt.
    static @Nullable String line(String words) {
        String line = null;
        for (String word : words.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            line =
                    switch (word) {
                        case "son", "daughter", "sons", "daughters" -> "child";
                        case "nephew", "niece", "nephews", "nieces" -> "nephew";
                        case "grandson", "granddaughter", "grandchild" -> "grandchild";
                        case "stepson", "stepdaughter", "stepchild" -> "stepchild";
                        case "aunt", "auntie", "uncle" -> "aunt";
                        case "cousin" -> "cousin";
                        case "pupil" -> "pupil";
                        default -> line;
                    };
        }
        return line;
    }

    /// The same by marriage: no blood relation, so that nothing runs in the family.
    Kin inLaw() {
        return new Kin(Relation.RELATIVE, sex, stage, several);
    }

    private static Map<String, Kin> nouns() {
        Map<String, Kin> nouns = new HashMap<>();
        add(nouns, Relation.PARTNER, Sex.MALE, null, "husband|boyfriend|fiance");
        add(nouns, Relation.PARTNER, Sex.FEMALE, null, "wife|girlfriend|fiancee|gf");
        add(nouns, Relation.PARTNER, null, null, "partner|spouse|ex");
        add(nouns, Relation.CHILD, Sex.MALE, null, "son|boy|grandson|nephew|stepson|lad");
        add(
                nouns,
                Relation.CHILD,
                Sex.FEMALE,
                null,
                "daughter|girl|granddaughter|niece|stepdaughter");
        add(nouns, Relation.CHILD, null, null, "child|kid|grandchild|twin|stepchild|pupil");
        add(nouns, Relation.CHILD, null, BABY, "baby|newborn|infant|neonate|bub|bubba|bubs");
        add(
                nouns,
                Relation.CHILD,
                null,
                null,
                "lo|kiddo|bairn|youngest|eldest|oldest|littlest|firstborn");
        add(nouns, Relation.CHILD, Sex.FEMALE, null, "dd");
        add(nouns, Relation.CHILD, Sex.MALE, null, "ds");
        add(nouns, Relation.PARTNER, Sex.MALE, null, "dh");
        add(nouns, Relation.PARTNER, Sex.FEMALE, null, "dw");
        add(nouns, Relation.CHILD, null, TODDLER, "toddler");
        add(nouns, Relation.CHILD, null, TEEN, "teen|teenager");
        add(nouns, Relation.MOTHER, Sex.FEMALE, null, "mother|mum|mom|mummy|mommy|mama");
        add(nouns, Relation.FATHER, Sex.MALE, null, "father|dad|daddy|papa");
        add(nouns, Relation.SIBLING, Sex.FEMALE, null, "sister");
        add(nouns, Relation.SIBLING, Sex.MALE, null, "brother");
        add(
                nouns,
                Relation.GRANDPARENT,
                Sex.FEMALE,
                null,
                "grandmother|gran|granny|grandma|nan|nana");
        add(nouns, Relation.GRANDPARENT, Sex.MALE, null, "grandfather|grandad|granddad|grandpa");
        add(nouns, Relation.RELATIVE, Sex.FEMALE, null, "aunt|auntie");
        add(nouns, Relation.RELATIVE, Sex.MALE, null, "uncle");
        add(nouns, Relation.RELATIVE, null, null, "cousin");
        add(
                nouns,
                Relation.FRIEND,
                null,
                null,
                "friend|mate|flatmate|roommate|housemate|colleague|coworker|neighbour|neighbor|boss|classmate|tenant"
                        + "|lodger|workmate|teammate|student|employee|teacher|nanny|babysitter|childminder|coach|carer|"
                        + Individuals.STAFF);
        add(nouns, Relation.PATIENT, Sex.FEMALE, null, "woman|lady");
        add(nouns, Relation.PATIENT, Sex.MALE, null, "man|gentleman");
        add(nouns, Relation.PATIENT, null, null, "patient|pt|client|resident|donor|recipient");
        add(
                nouns,
                Relation.ANIMAL,
                null,
                null,
                "dog|puppy|cat|kitten|horse|pony|rabbit|hamster|parrot|goat|pet");
        nouns.putAll(
                Map.ofEntries(
                        entry("twins", new Kin(Relation.CHILD, null, null, true)),
                        entry("children", new Kin(Relation.CHILD, null, null, true)),
                        entry("kids", new Kin(Relation.CHILD, null, null, true)),
                        entry("boys", new Kin(Relation.CHILD, Sex.MALE, null, true)),
                        entry("girls", new Kin(Relation.CHILD, Sex.FEMALE, null, true)),
                        entry("sons", new Kin(Relation.CHILD, Sex.MALE, null, true)),
                        entry("daughters", new Kin(Relation.CHILD, Sex.FEMALE, null, true)),
                        entry("brothers", new Kin(Relation.SIBLING, Sex.MALE, null, true)),
                        entry("sisters", new Kin(Relation.SIBLING, Sex.FEMALE, null, true)),
                        entry("siblings", new Kin(Relation.SIBLING, null, null, true)),
                        entry("grandchildren", new Kin(Relation.CHILD, null, null, true)),
                        entry("parents", new Kin(Relation.RELATIVE, null, null, true)),
                        entry("nephews", new Kin(Relation.CHILD, Sex.MALE, null, true)),
                        entry("nieces", new Kin(Relation.CHILD, Sex.FEMALE, null, true)),
                        entry("grandparents", new Kin(Relation.GRANDPARENT, null, null, true))));
        return Map.copyOf(nouns);
    }

    private static void add(
            Map<String, Kin> nouns,
            Relation relation,
            @Nullable Sex sex,
            @Nullable Stage stage,
            String words) {
        for (String word : words.split("\\|")) {
            nouns.put(word, new Kin(relation, sex, stage, false));
        }
    }
}

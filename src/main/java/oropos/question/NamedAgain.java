package oropos.question;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.terminology.AgeRange;

/// Whether words name somebody a second time: "her son" after "my nephew", "the older one" beside "the
/// younger", or somebody new.
final class NamedAgain {

    private static final Set<String> TELLING_APART =
            Set.of(
                    "older",
                    "elder",
                    "eldest",
                    "oldest",
                    "younger",
                    "youngest",
                    "other",
                    "second",
                    "another",
                    "first",
                    "middle",
                    "ex",
                    "donor",
                    "recipient",
                    "former");

    private final Naming naming;

    NamedAgain(Naming naming) {
        this.naming = naming;
    }

    /// Who is named by these words: somebody named before, else somebody new.
    Someone named(Kin kin, @Nullable AgeRange ages, int first, int last) {
        String apart = null;
        for (int at = first; at <= last; at++) {
            boolean tells =
                    TELLING_APART.contains(naming.word(at)) || naming.word(at - 1).equals("twin");
            apart = tells ? naming.word(at) : apart;
        }
        Someone again = Naming.THIRD.contains(naming.word(first)) ? namedSo(first, last) : null;
        if (again != null) {
            return again;
        }
        for (int at = naming.people.size() - 1; at >= 0; at--) {
            Someone one = naming.people.get(at);
            if (isSame(one, kin, ages, apart, first) && isOfTheSameLine(one, first, last)) {
                one.sex = one.sex == null ? kin.sex() : one.sex;
                one.stage = one.stage == null ? kin.stage() : one.stage;
                return one;
            }
        }
        Someone one =
                new Someone(
                        kin.relation(),
                        kin.sex(),
                        kin.several(),
                        words(first, last),
                        naming.wording.span(first, last));
        one.stage = kin.stage();
        one.ages = ages;
        one.apart = apart;
        return naming.added(one);
    }

    private boolean isSame(
            Someone one, Kin kin, @Nullable AgeRange ages, @Nullable String apart, int first) {
        if (one.relation != kin.relation() || one.several != kin.several()) {
            return false;
        }
        boolean sideBySide =
                !naming.named.isEmpty()
                        && naming.named.getLast().people() == naming.bit(one)
                        && naming.named.getLast().last() == first - 2
                        && naming.word(first - 1).equals("and");
        if (sideBySide
                || one.sex != null && kin.sex() != null && one.sex != kin.sex()
                || one.ages != null && ages != null && !one.ages.equals(ages)
                || apart != null && !apart.equals(one.apart)) {
            return false;
        }
        Kin.Stage stage = kin.stage();
        if (stage != null
                && (one.ages != null && !stage.holds(one.ages)
                        || one.ages == null && one.stage != null && !stage.equals(one.stage))) {
            return false;
        }
        return one.stage == null || ages == null || one.stage.holds(ages);
    }

    /// "My nephew has measles. My son is 2.": two, though both are children.
    private boolean isOfTheSameLine(Someone one, int first, int last) {
        String said = Kin.line(words(first, last));
        String before = Kin.line(one.words);
        return said == null || before == null || said.equals(before);
    }

    private String words(int first, int last) {
        return naming.wording.span(first, last).of(naming.wording.text());
    }

    /// "Her sister has a tremor. Should her sister ...": named with the same words; nobody where none is.
    private @Nullable Someone namedSo(int first, int last) {
        String said = words(first, last);
        return naming.people.stream()
                .filter(one -> one.words.equalsIgnoreCase(said))
                .findFirst()
                .orElse(null);
    }
}

package oropos.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import oropos.answer.Answer;

/// Compares what a page says with what the same question is answered today, and says what that asks for.
///
/// Nothing happens because a source came in: only where the answer would cite it, and the page does not.
/// So an import of ten thousand records speaks of the few pages they change. Material is what would stand
/// in the bottom line, what carries the strength of a recommendation, and doses; the rest waits for the
/// quarterly batch. A drug of the question that the rules call withdrawn since is a matter of safety.
final class NewEvidence {

    /// The family of premises that tell of a withdrawn drug.
    private static final String WITHDRAWN = "withdrawn";

    /// Sections whose statements are doses.
    private static final String DOSES = "dose";

    private static final String RULE = "rule ";

    private final ArticleVersion version;
    private final Answer before;
    private final Answer again;
    private final LocalDate day;

    /// @param before what the version says
    /// @param again what its question is answered now
    NewEvidence(ArticleVersion version, Answer before, Answer again, LocalDate day) {
        this.version = version;
        this.before = before;
        this.again = again;
        this.day = day;
    }

    /// The flags to raise and the ones to lower, as steps of the program.
    ///
    /// @param fresh ids of the sources that came in or were changed
    List<Step> steps(Set<String> fresh) {
        List<Step> steps = new ArrayList<>();
        cited(fresh).ifPresent(flag -> steps.add(new Step.Raise(flag)));
        withdrawn(steps);
        Set<String> stand = new TreeSet<>();
        Contents.statements(again)
                .values()
                .forEach(one -> one.citations().forEach(citation -> stand.add(citation.work())));
        again.premises().forEach(one -> stand.add(RULE + one.rule()));
        for (Flag flag : version.openFlags()) {
            if (flag.kind() == Flag.Kind.UPDATE_NEEDED && !stand.contains(flag.about())) {
                if (flag.gravity() == Flag.Gravity.SAFETY) {
                    Watch.noLonger(flag, version, "", day).ifPresent(steps::add);
                } else {
                    steps.add(
                            new Step.Lower(
                                    flag.kind(),
                                    flag.about(),
                                    "Asked again, the answer would not say so any more."));
                }
            }
        }
        return steps;
    }

    private java.util.Optional<Flag> cited(Set<String> fresh) {
        Set<String> known =
                version.content().sources().stream()
                        .map(CitedSource::work)
                        .collect(Collectors.toSet());
        Map<String, Answer.Statement> statements = Contents.statements(again);
        Set<String> head = Contents.bottomLine(again);
        Set<String> works = new LinkedHashSet<>();
        boolean inHead = false;
        boolean weighty = false;
        for (Answer.Statement statement : statements.values()) {
            for (Answer.Citation citation : statement.citations()) {
                if (fresh.contains(citation.source()) && !known.contains(citation.work())) {
                    works.add(citation.work());
                    inHead |= head.contains(statement.id());
                    weighty |= statement.strength() != null || isDose(statement);
                }
            }
        }
        if (works.isEmpty() || works.stream().allMatch(this::isTold)) {
            return java.util.Optional.empty();
        }
        String first = works.stream().filter(work -> !isTold(work)).findFirst().orElseThrow();
        boolean material = inHead || weighty;
        return java.util.Optional.of(
                flag(
                        material ? Flag.Gravity.MATERIAL : Flag.Gravity.MINOR,
                        first,
                        sentence(first, works.size() - 1, inHead)));
    }

    private boolean isDose(Answer.Statement statement) {
        return again.sections().stream()
                .filter(section -> section.key().equals(DOSES))
                .flatMap(section -> section.statements().stream())
                .anyMatch(one -> one.id().equals(statement.id()));
    }

    private void withdrawn(List<Step> steps) {
        Set<String> said =
                before.premises().stream()
                        .map(Answer.FalsePremise::rule)
                        .collect(Collectors.toSet());
        for (Answer.FalsePremise premise : again.premises()) {
            String about = RULE + premise.rule();
            if (premise.kind().equals(WITHDRAWN)
                    && !said.contains(premise.rule())
                    && !isTold(about)) {
                steps.add(
                        new Step.Raise(
                                flag(
                                        Flag.Gravity.SAFETY,
                                        about,
                                        "A drug it speaks of is called withdrawn since: "
                                                + premise.correction())));
            }
        }
    }

    private boolean isTold(String about) {
        return version.work().flags().stream()
                .anyMatch(
                        one -> one.kind() == Flag.Kind.UPDATE_NEEDED && one.about().equals(about));
    }

    private Flag flag(Flag.Gravity gravity, String about, String reason) {
        return new Flag(
                Flag.Kind.UPDATE_NEEDED, gravity, about, reason, day, gravity.due(day), null, null);
    }

    /// One sentence: which source came in, and the difference it makes to the answer.
    private String sentence(String work, int others, boolean inHead) {
        Answer.Reference reference =
                again.references().stream()
                        .filter(one -> one.work().equals(work))
                        .findFirst()
                        .orElseThrow();
        Set<String> were = texts(before);
        Set<String> are = texts(again);
        long added = are.stream().filter(text -> !were.contains(text)).count();
        long gone = were.stream().filter(text -> !are.contains(text)).count();
        return "\""
                + reference.title()
                + "\""
                + (reference.year() == null ? "" : " (" + reference.year() + ")")
                + (others == 0
                        ? ""
                        : " and " + others + (others == 1 ? " other source" : " other sources"))
                + " came into the library; asked again, the answer would cite "
                + (others == 0 ? "it" : "them")
                + (inHead ? " in its bottom line" : " below its bottom line")
                + ": "
                + counted(added, "statement is", "statements are")
                + " new, "
                + gone
                + " would go, and the bottom line "
                + (head(before).equals(head(again)) ? "says the same." : "says something else.");
    }

    private static String counted(long count, String one, String more) {
        return count + " " + (count == 1 ? one : more);
    }

    private static Set<String> texts(Answer answer) {
        return Contents.statements(answer).values().stream()
                .map(Answer.Statement::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> head(Answer answer) {
        Map<String, Answer.Statement> statements = Contents.statements(answer);
        return Contents.bottomLine(answer).stream()
                .map(statements::get)
                .map(one -> one == null ? "" : one.text())
                .toList();
    }
}

package oropos.review;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import oropos.answer.Answer;
import oropos.library.Design;
import oropos.library.TextKind;

/// What a version rests on, as an editor asks about it: how many works, whether anybody read an original,
/// whether the bottom line comes from other people than those it is for, and whether it may be called
/// based on a guideline.
///
/// @param works how many works its claims cite
/// @param onSecondary numbers of the claims that rest on summaries of secondary pages alone
/// @param others in what the people of the sources differ, where every source of the bottom line
///     was about other people; empty where one was not, or where there is no bottom line
/// @param guidelines titles of the practice guidelines under the bottom line that are for these people
public record Ground(
        int works, List<Integer> onSecondary, List<String> others, List<String> guidelines) {

    private static final String DIRECT = "direct";
    private static final String INDIRECT = "indirect";

    public Ground {
        onSecondary = List.copyOf(onSecondary);
        others = List.copyOf(others);
        guidelines = List.copyOf(guidelines);
    }

    public static Ground of(Content content, Answer answer) {
        Map<Integer, Answer.Reference> references = new HashMap<>();
        answer.references().forEach(one -> references.put(one.mark(), one));
        Map<String, Answer.Statement> statements = Contents.statements(answer);
        List<Answer.Citation> head =
                content.claims().stream()
                        .filter(NumberedClaim::bottomLine)
                        .flatMap(claim -> citations(claim, statements).stream())
                        .toList();
        return new Ground(
                (int)
                        content.claims().stream()
                                .flatMap(claim -> claim.works().stream())
                                .distinct()
                                .count(),
                content.claims().stream()
                        .filter(claim -> secondary(citations(claim, statements)))
                        .map(NumberedClaim::number)
                        .toList(),
                others(head),
                head.stream()
                        .filter(one -> one.fit().kind().equals(DIRECT))
                        .map(one -> references.get(one.mark()))
                        .filter(Objects::nonNull)
                        .filter(Ground::isGuideline)
                        .map(Answer.Reference::title)
                        .distinct()
                        .toList());
    }

    public boolean restsOnOne() {
        return works == 1;
    }

    /// Whether the page may be called based on a guideline: one for exactly these people stands under its
    /// bottom line, and is known from more than a page about it.
    public boolean isGuidelineBased() {
        return !guidelines.isEmpty();
    }

    private static List<Answer.Citation> citations(
            NumberedClaim claim, Map<String, Answer.Statement> statements) {
        Answer.Statement statement = statements.get(claim.statement());
        return statement == null ? List.of() : statement.citations();
    }

    private static boolean secondary(Collection<Answer.Citation> citations) {
        return !citations.isEmpty()
                && citations.stream()
                        .allMatch(
                                one -> one.textKind().equals(TextKind.SUMMARY_OF_SECONDARY.code()));
    }

    private static List<String> others(List<Answer.Citation> head) {
        if (!head.stream().allMatch(one -> one.fit().kind().equals(INDIRECT))) {
            return List.of();
        }
        TreeSet<String> differences = new TreeSet<>();
        head.forEach(one ->
                differences.add(Objects.requireNonNullElse(one.fit().difference(), INDIRECT)));
        return List.copyOf(differences);
    }

    private static boolean isGuideline(Answer.Reference reference) {
        return reference.design().equals(Design.PRACTICE_GUIDELINE.words())
                && !reference.textKind().equals(TextKind.SUMMARY_OF_SECONDARY.code());
    }
}

package oropos.appraisal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oropos.question.ClinicalQuestion;
import oropos.question.Premise;

/// What a question takes for granted that the sources found say otherwise: a grade an
/// issuer did not give, a recommendation it did not make, an edition that is not there.
///
/// It speaks only where a source found holds the opposite, and names it; where nothing is held, it is
/// silent. It never says what dose is right.
final class PremisesOfSources {

    /// Most sources named as evidence.
    private static final int NAMED = 2;

    private static final int SHORTEST_WORD = 5;

    private static final Pattern GRADE =
            Pattern.compile(
                    "(?i)\\bgrades? (?-i:([ABCDI]))\\b|\\b(?-i:([ABCDI])) (?:grade|recommendation|rating)\\b");

    private static final Pattern RECOMMENDS =
            Pattern.compile(
                    "(?i)\\b(?:recommends|advises|endorses|supports)\\b(?! (?:against|not|no))");

    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d{2}\\b");

    /// A question about the grade or the edition takes nothing for granted.
    private static final Pattern ASKS =
            Pattern.compile(
                    "(?i)(?:^|[.?!,] )\\s*(?:what|which|is|was|does|did|has|why|whether) (?:grade\\b|edition\\b|(?:an?|the) .{0,40}\\bgrade [A-DI]\\b|(?:the )?(?:USPSTF|US Preventive|U\\.S\\. Preventive|Task Force|[A-Z]{3,7}) (?:recommend|advise|give|endorse|support))");

    private static final Set<String> SMALL = Set.of("of", "for", "and", "the", "in", "on");

    List<Premise> in(ClinicalQuestion question, List<Evidence> rows) {
        List<Premise> found = new ArrayList<>();
        issued(question, rows).ifPresent(found::add);
        return found;
    }

    // A grade, a recommendation or an edition that is not so.

    private Optional<Premise> issued(ClinicalQuestion question, List<Evidence> rows) {
        String asked = question.asked();
        if (ASKS.matcher(asked).find()) {
            return Optional.empty();
        }
        Map<String, Boolean> named = new HashMap<>(); // few issuers stand behind many rows
        List<Evidence> issued =
                rows.stream()
                        .filter(row -> row.source().issuer() != null)
                        .filter(row ->
                                named.computeIfAbsent(
                                        Objects.requireNonNull(row.source().issuer()),
                                        issuer -> isNamed(issuer, asked)))
                        .filter(row -> isAbout(row, asked))
                        .toList();
        if (issued.isEmpty()) {
            return Optional.empty();
        }
        String held = held(issued);
        Matcher grade = GRADE.matcher(asked);
        Set<String> grades = grades(issued);
        if (grade.find() && !grades.isEmpty()) {
            String letter = grade.group(1) == null ? grade.group(2) : grade.group(1);
            if (!grades.contains(letter)) {
                return Optional.of(
                        premise(grade.group(), "grade not given", "grade", held, issued));
            }
        }
        Matcher recommends = RECOMMENDS.matcher(asked);
        if (recommends.find() && !grades.isEmpty() && Set.of("D", "I").containsAll(grades)) {
            return Optional.of(
                    premise(
                            recommends.group(),
                            "recommendation not made",
                            "recommendation",
                            held,
                            issued));
        }
        Set<Integer> years =
                issued.stream()
                        .map(row -> row.source().year())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(TreeSet::new));
        Matcher year = YEAR.matcher(asked);
        while (year.find()) {
            if (!years.isEmpty() && !years.contains(Integer.valueOf(year.group()))) {
                return Optional.of(
                        premise(year.group(), "edition not found", "edition", held, issued));
            }
        }
        return Optional.empty();
    }

    private static Premise premise(
            String quote, String kind, String what, String held, List<Evidence> issued) {
        return new Premise(
                "issuer-" + what,
                kind,
                quote,
                "The "
                        + what
                        + " named is not what this library holds of this issuer. It holds: "
                        + held
                        + ".",
                issued.stream()
                        .map(row -> row.source().id().value())
                        .distinct()
                        .limit(NAMED)
                        .toList());
    }

    private static String held(List<Evidence> issued) {
        return issued.stream()
                .map(row ->
                        row.source().title()
                                + (row.source().year() == null ? "" : ", " + row.source().year())
                                + (row.source().issuerGrade() == null
                                        ? ""
                                        : ", " + row.source().issuerGrade()))
                .distinct()
                .limit(NAMED)
                .collect(Collectors.joining("; "));
    }

    private static Set<String> grades(List<Evidence> issued) {
        Set<String> grades = new HashSet<>();
        for (Evidence row : issued) {
            String grade = row.source().issuerGrade();
            if (grade != null && grade.matches(".*\\b[ABCDI]$")) {
                grades.add(grade.substring(grade.length() - 1));
            }
        }
        return grades;
    }

    /// By its name, or by its initials: "USPSTF", "ISCD".
    private static boolean isNamed(String issuer, String asked) {
        StringBuilder initials = new StringBuilder();
        for (String word : issuer.split("[\\s.]+")) {
            if (!word.isEmpty() && !SMALL.contains(word.toLowerCase(Locale.ROOT))) {
                initials.append(
                        word.equals(word.toUpperCase(Locale.ROOT)) ? word : word.substring(0, 1));
            }
        }
        String name = issuer.toLowerCase(Locale.ROOT);
        return asked.toLowerCase(Locale.ROOT).replace("u.s.", "us").contains(name)
                || initials.length() > 2
                        && Pattern.compile("\\b" + Pattern.quote(initials.toString()) + "\\b")
                                .matcher(asked)
                                .find();
    }

    /// Whether every telling word of the record's title before its colon stands in the question.
    private static boolean isAbout(Evidence row, String asked) {
        String title = row.source().title().split("[:(]")[0].toLowerCase(Locale.ROOT);
        String question = asked.toLowerCase(Locale.ROOT);
        List<String> telling =
                List.of(title.split("[^\\p{L}]+")).stream()
                        .filter(word -> word.length() >= SHORTEST_WORD)
                        .filter(word -> !GENERAL.contains(word))
                        .toList();
        return !telling.isEmpty()
                && telling.stream()
                        .allMatch(word ->
                                question.contains(word.substring(0, Math.min(word.length(), 7))));
    }

    private static final Set<String> GENERAL =
            Set.of(
                    "adults",
                    "women",
                    "prevent",
                    "preventing",
                    "prevention",
                    "asymptomatic",
                    "fractures",
                    "cardiovascular",
                    "disease",
                    "updated",
                    "official",
                    "positions",
                    "screening",
                    "primary",
                    "statement",
                    "infection",
                    "using");
}

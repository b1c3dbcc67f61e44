package oropos.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which MeSH age groups probably took part where a record states none: a guess from what its title
/// names ("prostate", "students") and from its kind of study, and told as a guess.
///
/// An indexer reads the whole paper and tags middle-aged people whom the abstract calls "patients".
/// Oropos sees the abstract alone. Where it has to compare records without tags it may guess as the
/// tags of like records fell, each guess with its share and its reason. No guess enters a
/// [Population], none counts for or against a patient: people not stated stay not stated.
public final class LikelyGroups {

    static final String FILE = "likely-groups.tsv";
    static final String ALWAYS = "always";

    /// Groups less sure than this are not named: where as many tags are missed as are named wrongly.
    static final double LEAST = .35;

    /// Words of the title named in a reason.
    private static final int NAMED = 3;

    /// The groups, in the order of the columns.
    static final List<String> GROUPS =
            List.of(
                    "Infant, Newborn",
                    "Infant",
                    "Child, Preschool",
                    "Child",
                    "Adolescent",
                    "Young Adult",
                    "Adult",
                    "Middle Aged",
                    "Aged",
                    "Aged, 80 and over");

    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{3,}");

    private static final List<String> ENDINGS =
            List.of("ations", "ation", "ings", "ing", "ies", "ed", "ely", "ly", "es", "s", "e");

    /// A group that probably took part.
    ///
    /// @param id MeSH descriptor
    /// @param sure share of like records whose tags hold the group, 0 to 1, two decimals
    /// @param reason what it was guessed from
    public record Likely(String id, String name, double sure, String reason) {}

    private final Map<String, double[]> weights = new HashMap<>();
    private final List<String> ids;
    private final String version;

    private static final class Shipped {
        static final LikelyGroups ONLY = new LikelyGroups(file(), AgeWords.shipped());
    }

    /// The guesser with the shipped weights, loaded once.
    public static LikelyGroups shipped() {
        return Shipped.ONLY;
    }

    static RuleFile file() {
        return RuleFile.shipped(LikelyGroups.class, FILE, columns());
    }

    static String[] columns() {
        List<String> columns = new ArrayList<>(List.of("sign"));
        columns.addAll(GROUPS);
        return columns.toArray(String[]::new);
    }

    LikelyGroups(RuleFile learned, AgeWords names) {
        version = learned.version();
        ids = GROUPS.stream().map(tag -> names.tagged(List.of(tag)).getFirst().id()).toList();
        for (List<String> row : learned.rows()) {
            double[] of = new double[GROUPS.size()];
            for (int at = 0; at < of.length; at++) {
                of[at] = Double.parseDouble(row.get(1 + at));
            }
            weights.put(row.getFirst(), of);
        }
    }

    public String version() {
        return "likely-groups-" + version;
    }

    /// @return empty where groups are stated, and where no people were studied
    public List<Likely> of(String title, Study study) {
        if (!study.population().ageGroups().isEmpty()
                || study.population().ages() != null
                || !study.design().isStudyOfPeople()) {
            return List.of();
        }
        Set<String> signs = signs(title, study);
        List<Likely> likely = new ArrayList<>();
        for (int group = 0; group < GROUPS.size(); group++) {
            double share = share(signs, group);
            if (share >= LEAST) {
                likely.add(
                        new Likely(
                                ids.get(group),
                                GROUPS.get(group),
                                Math.round(share * 100) / 100.0,
                                reason(signs, group)));
            }
        }
        return likely;
    }

    static Set<String> signs(String title, Study study) {
        Set<String> signs = new TreeSet<>();
        signs.add("design " + study.design().name().toLowerCase(Locale.ROOT));
        if (study.population().sex() != null) {
            signs.add("sex " + study.population().sex().name().toLowerCase(Locale.ROOT));
        }
        if (study.population().pregnancy() != null) {
            signs.add(
                    "pregnancy " + study.population().pregnancy().name().toLowerCase(Locale.ROOT));
        }
        Matcher word = WORD.matcher(title.toLowerCase(Locale.ROOT));
        while (word.find()) {
            signs.add("title " + stem(word.group()));
        }
        return signs;
    }

    private double share(Set<String> signs, int group) {
        double sum = 0;
        int known = 0;
        for (String sign : signs) {
            double[] of = weights.get(sign);
            if (of != null) {
                sum += of[group];
                known++;
            }
        }
        sum /= Math.sqrt(known + 1.0);
        sum += weights.getOrDefault(ALWAYS, new double[GROUPS.size()])[group];
        return 1 / (1 + StrictMath.exp(-sum));
    }

    private String reason(Set<String> signs, int group) {
        List<String> telling =
                signs.stream()
                        .filter(sign -> sign.startsWith("title "))
                        .filter(sign ->
                                weights.getOrDefault(sign, new double[GROUPS.size()])[group] > .1)
                        .sorted((one, other) ->
                                Double.compare(
                                        weights.getOrDefault(other, new double[GROUPS.size()])[
                                                group],
                                        weights.getOrDefault(one, new double[GROUPS.size()])[
                                                group]))
                        .limit(NAMED)
                        .map(sign -> sign.substring("title ".length()) + "-")
                        .toList();
        return telling.isEmpty()
                ? "usual where a study of people states no ages"
                : "title names " + String.join(", ", telling);
    }

    private static String stem(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= 4) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Writes one guideline-form file for each graded recommendation of the US Preventive Services Task
/// Force.
///
/// `java tools/starter/UspstfStarter.java FACTS.tsv tools/starter/uspstf-wording.tsv
/// src/main/resources/starter`
///
/// FACTS holds grade, year, sex, ages and newer edition; the wording table, kept beside this file,
/// says in our own words which service is meant, for whom, which condition it prevents or finds, and
/// the whole again for patients (`plain`). Where a label of FACTS leaves out a qualifier without which the recommendation would be
/// wrong (a body mass index, a fair skin type, adequate prior screening), the wording table has it,
/// with the page it was read on. Both tables must name the same recommendations.
final class UspstfStarter {

    private static final String ISSUER = "US Preventive Services Task Force";

    /// Says what kind of publication it is, and makes every title long enough for the rows of one
    /// topic to be joined into one work by it: a topic does not contradict itself.
    private static final String KIND = " (recommendation statement)";

    /// The Task Force changed what its grades say in 2007; what follows from [#meaning] holds from
    /// then on.
    private static final int MEANINGS_HOLD_FROM = 2008;

    /// An age of 99 or more in FACTS stands for "no upper limit".
    private static final int OPEN_END = 99;

    /// A bottom line holds 45 words.
    private static final int LEAD_WORDS = 45;

    private static final Pattern BRACKET_WITHOUT_FIGURE = Pattern.compile(" \\([^()\\d]*\\)");

    private UspstfStarter() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, Map<String, String>> facts = table(Path.of(arguments[0]));
        Map<String, Map<String, String>> wording = table(Path.of(arguments[1]));
        Path starter = Path.of(arguments[2]);
        Map<String, List<Map<String, String>>> blocks = blocks(wording);
        if (!facts.keySet().equals(wording.keySet())) {
            throw new IllegalStateException("facts and wording name different recommendations");
        }
        Path folder = starter.resolve("preventive");
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, Map<String, String>> row : facts.entrySet()) {
            Map<String, String> fact = row.getValue();
            String name = row.getKey() + "-" + slug(fact.get("alias"));
            Files.writeString(
                    folder.resolve(name + ".md"),
                    file(name, fact, wording.get(row.getKey()), blocks.get(row.getKey())),
                    StandardCharsets.UTF_8);
        }
        index(starter);
        System.err.println(facts.size() + " recommendations written to " + folder);
    }

    /// Takes the rows `ID/1`, `ID/2` ... out of the table: one recommendation that holds of several people
    /// on different terms, a block for each.
    private static Map<String, List<Map<String, String>>> blocks(
            Map<String, Map<String, String>> wording) {
        Map<String, List<Map<String, String>>> blocks = new LinkedHashMap<>();
        for (String id : List.copyOf(wording.keySet())) {
            int slash = id.indexOf('/');
            if (slash > 0) {
                blocks.computeIfAbsent(id.substring(0, slash), own -> new ArrayList<>())
                        .add(wording.remove(id));
            }
        }
        return blocks;
    }

    private static Map<String, Map<String, String>> table(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        String[] names = lines.getFirst().split("\t", -1);
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (cells.length != names.length) {
                throw new IllegalStateException(
                        file + ": a row has " + cells.length + " fields: " + line);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], cells[i].strip());
            }
            if (rows.put(cells[0], row) != null) {
                throw new IllegalStateException(file + " has two rows with id " + cells[0]);
            }
        }
        return rows;
    }

    /// At most 60 characters, cut at a hyphen.
    private static String slug(String alias) {
        String slug = alias.replaceAll("\\d+$", "");
        return slug.length() <= 60 ? slug : slug.substring(0, slug.lastIndexOf('-', 60));
    }

    private static String file(
            String name,
            Map<String, String> fact,
            Map<String, String> words,
            List<Map<String, String>> blocks) {
        String grade = fact.get("grade");
        int year = Integer.parseInt(fact.get("topic_year"));
        String newer =
                words.get("newer_edition").isEmpty()
                        ? fact.get("newer_edition")
                        : words.get("newer_edition");
        List<String> out = new ArrayList<>();
        out.add("---");
        out.add("id: guideline:uspstf/" + name);
        out.add("title: " + quoted(fact.get("topic") + KIND));
        out.add("authors: [" + ISSUER + "]");
        out.add("issuer: " + ISSUER);
        out.add("year: " + year);
        out.add("published: " + quoted(fact.get("published")));
        out.add("design: practice guideline");
        out.add("population: " + quoted(words.get("population")));
        out.add("ages: " + quoted(ages(fact, words)));
        add(out, "sex", sex(fact.get("sex")));
        add(out, "pregnancy", words.get("pregnancy"));
        add(out, "conditions", list(words.get("conditions")));
        out.add("textKind: summaryOfPrimary");
        out.add("licence: facts from a US Government source");
        out.add("grade: " + quoted("USPSTF " + year + ": " + grade));
        add(out, "newerEdition", newer);
        out.add("language: en");
        out.add("---");
        out.add("");
        if (blocks == null) {
            block(out, fact, words, newer, false);
        } else {
            blocks.forEach(one -> block(out, fact, one, newer, true));
        }
        return String.join("\n", out);
    }

    /// @param ofItsOwn whether it holds of other people than the document as a whole
    private static void block(
            List<String> out,
            Map<String, String> fact,
            Map<String, String> words,
            String newer,
            boolean ofItsOwn) {
        String grade = fact.get("grade");
        int year = Integer.parseInt(fact.get("topic_year"));
        out.add("::: recommendation");
        out.add("section: prevention");
        if (ofItsOwn) {
            out.add("population: " + quoted(words.get("population")));
            out.add("ages: " + quoted(ages(fact, words)));
            add(out, "conditions", list(words.get("conditions")));
        }
        out.add("about: " + words.get("service") + " in " + words.get("population"));
        out.add("intervention: " + words.get("service"));
        out.add("outcome: " + words.get("outcome"));
        out.add("direction: " + direction(grade));
        out.add("strength: " + strength(grade));
        String lead = statement(grade, words);
        boolean leads = lead.split(" ").length <= LEAD_WORDS;
        if (leads) {
            out.add("lead: " + lead);
        }
        plain(out, words.get("plain"), newer, leads && saysLess(lead, newer));
        out.add("---");
        out.add(lead + " (" + ISSUER + ", " + year + ", grade " + grade + meaning(grade, year)
                + ")." + newerWords(newer));
        out.add(":::");
        out.add("");
    }

    private static void add(List<String> out, String key, String value) {
        if (!value.isEmpty()) {
            out.add(key + ": " + value);
        }
    }

    private static String quoted(String words) {
        return '"' + words.replace("\"", "\\\"") + '"';
    }

    /// Each condition in quotes, since some hold a percent sign or a colon.
    private static String list(String conditions) {
        return conditions.isEmpty()
                ? ""
                : "[\"" + conditions.substring(1, conditions.length() - 1).replace(", ", "\", \"")
                        + "\"]";
    }

    private static String sex(String words) {
        return switch (words) {
            case "men and women" -> "";
            case "male", "female" -> words;
            default -> throw new IllegalStateException("unknown sex: " + words);
        };
    }

    private static String ages(Map<String, String> fact, Map<String, String> words) {
        if (!words.get("ages").isEmpty()) {
            return words.get("ages");
        }
        int from = Integer.parseInt(fact.get("age_from"));
        int to = Integer.parseInt(fact.get("age_to"));
        return to >= OPEN_END ? from + "+" : from + "-" + to;
    }

    private static String direction(String grade) {
        return switch (grade) {
            case "A", "B", "C" -> "favours";
            case "D" -> "against";
            case "I" -> "insufficient";
            default -> throw new IllegalStateException("unknown grade: " + grade);
        };
    }

    private static String strength(String grade) {
        return grade.equals("C")
                ? "grade C (selectively offer, by individual judgement)"
                : "grade " + grade;
    }

    private static String statement(String grade, Map<String, String> words) {
        String service = words.get("service");
        String population = words.get("population");
        String first = Character.toUpperCase(service.charAt(0)) + service.substring(1);
        return switch (grade) {
            case "A", "B" -> first + " is recommended for " + population;
            case "C" ->
                    first
                            + " is recommended only selectively, by individual judgement, for "
                            + population;
            case "D" -> "The recommendation is against " + service + " in " + population;
            case "I" ->
                    "The evidence is insufficient to assess the balance of benefits and harms of "
                            + service
                            + " in "
                            + population;
            default -> throw new IllegalStateException("unknown grade: " + grade);
        };
    }

    /// What the grade says (Task Force, grade definitions after 2007).
    private static String meaning(String grade, int year) {
        if (year < MEANINGS_HOLD_FROM) {
            return " as grades were defined then";
        }
        return switch (grade) {
            case "A" -> ": high certainty of a substantial net benefit";
            case "B" ->
                    ": high certainty of a moderate net benefit, or moderate certainty of a"
                            + " moderate to substantial one";
            case "C" -> ": at least moderate certainty of a small net benefit";
            case "D" ->
                    ": at least moderate certainty of no net benefit, or of more harm than"
                            + " benefit";
            case "I" -> " statement, which is neither for nor against it";
            default -> throw new IllegalStateException("unknown grade: " + grade);
        };
    }

    /// The wording for patients; the table has it as it words the lead. A row that states an amount of a
    /// drug has none.
    private static void plain(List<String> out, String plain, String newer, boolean alsoLead) {
        if (plain.isEmpty()) {
            return;
        }
        out.add(
                "plain: "
                        + plain
                        + (newer.isEmpty()
                                ? ""
                                : " A newer version replaced this one. It is not in this library."));
        if (alsoLead) {
            out.add("plainLead: " + plain);
        }
    }

    /// Whether a lead is less than its block without the brackets that are shown below a plain wording.
    private static boolean saysLess(String lead, String newer) {
        return !newer.isEmpty() || BRACKET_WITHOUT_FIGURE.matcher(lead).find();
    }

    private static String newerWords(String newer) {
        return newer.isEmpty()
                ? ""
                : " A newer edition replaced this one ("
                        + newer.replaceFirst("^replaced ", "")
                        + ") and is not held here.";
    }

    private static void index(Path starter) throws IOException {
        try (Stream<Path> files = Files.walk(starter)) {
            List<String> names =
                    files.filter(Files::isRegularFile)
                            .map(file -> starter.relativize(file).toString().replace('\\', '/'))
                            .filter(name -> name.contains("/") && name.endsWith(".md"))
                            .sorted()
                            .toList();
            Files.writeString(
                    starter.resolve("index.txt"),
                    String.join("\n", names) + "\n",
                    StandardCharsets.UTF_8);
        }
    }
}

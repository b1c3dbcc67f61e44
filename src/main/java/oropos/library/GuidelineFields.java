package oropos.library;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Age;
import oropos.terminology.AgeRange;
import oropos.terminology.Sex;

/// The fields of a document or block in the guideline form, each with the line it stands on, so that
/// whatever is wrong is told with file, line and what to write instead.
final class GuidelineFields {

    /// A field's words: one for a single value, several for a list; none where it is left empty.
    record Field(List<String> words, int line) {
        Field {
            words = List.copyOf(words);
        }
    }

    /// Takes away what the whole document says of a field for this block alone.
    static final String ANY = "any";

    private static final Pattern AGES =
            Pattern.compile(
                    "(\\d{1,3}(?:\\.\\d{1,2})?)\\s*(d|wk|w|mo|m|y|a)?\\s*(?:(\\+)|[-–]\\s*(\\d{1,3}(?:\\.\\d{1,2})?)\\s*(d|wk|w|mo|m|y|a)?)?");

    private final String file;
    private final int line;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    /// @param line where the fields begin, told for what is missing
    GuidelineFields(String file, int line) {
        this.file = file;
        this.line = line;
    }

    void put(String name, Field field) {
        if (fields.putIfAbsent(name, field) != null) {
            throw problem("\"" + name + "\" is given twice", field.line, "keep one of them");
        }
    }

    /// Refuses names that mean nothing, so that a slip of the pen is not a silent loss.
    void checkNames(Set<String> known) {
        fields.forEach((name, field) -> {
            if (!known.contains(name)) {
                throw problem(
                        "\"" + name + "\" is no field of the guideline form",
                        field.line,
                        "use one of " + String.join(", ", known));
            }
        });
    }

    boolean has(String name) {
        return words(name) != null;
    }

    /// Words of one value, or null where there are none.
    @Nullable String words(String name) {
        Field field = fields.get(name);
        if (field == null || field.words.isEmpty()) {
            return null;
        }
        String joined = Typeset.oneLine(String.join(", ", field.words));
        return joined.isEmpty() ? null : joined;
    }

    String needed(String name, String example) {
        String words = words(name);
        if (words == null) {
            throw problem(
                    "\"" + name + "\" is missing",
                    line,
                    "write for example " + name + ": " + example);
        }
        return words;
    }

    /// A list, or null where the field is not there at all.
    @Nullable List<String> list(String name) {
        Field field = fields.get(name);
        if (field == null) {
            return null;
        }
        List<String> list = new ArrayList<>();
        for (String word : field.words) {
            String one = Typeset.oneLine(word);
            if (!one.isEmpty()) {
                list.add(one);
            }
        }
        return list;
    }

    @Nullable Integer number(String name, int least, int most) {
        String words = words(name);
        if (words == null) {
            return null;
        }
        if (words.matches("\\d{1,9}")) {
            int number = Integer.parseInt(words);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw problem(
                "\""
                        + name
                        + "\" is a whole number from "
                        + least
                        + " to "
                        + most
                        + ", but was "
                        + words,
                name,
                "write digits only");
    }

    @Nullable LocalDate day(String name) {
        String words = words(name);
        if (words == null) {
            return null;
        }
        try {
            return LocalDate.parse(words);
        } catch (DateTimeParseException other) {
            throw problem(
                    "\"" + name + "\" is no date: " + words,
                    name,
                    "write year-month-day, as 2018-03-01");
        }
    }

    boolean isTrue(String name) {
        String words = words(name);
        return words != null && choice(name, Map.of("true", true, "false", false));
    }

    /// One of a closed list, by its code in any case.
    <T> T choice(String name, Map<String, T> choices) {
        String words = needed(name, String.join(" | ", sorted(choices)));
        for (Map.Entry<String, T> choice : choices.entrySet()) {
            if (choice.getKey().equalsIgnoreCase(words)) {
                return choice.getValue();
            }
        }
        throw problem(
                "\"" + words + "\" is no value of \"" + name + "\"",
                name,
                "use one of: " + String.join(", ", sorted(choices)));
    }

    private static List<String> sorted(Map<String, ?> choices) {
        return choices.keySet().stream().sorted().toList();
    }

    /// Facts under which alone a block holds: `mechanism=lowEnergy; bleeding=yes`.
    Map<String, String> facts(String name) {
        Map<String, String> facts = new LinkedHashMap<>();
        String words = words(name);
        if (words == null) {
            return facts;
        }
        for (String fact : words.split(";")) {
            Matcher pair = FACT.matcher(fact.strip());
            if (!pair.matches() || facts.put(pair.group(1), pair.group(2)) != null) {
                throw problem(
                        "\"" + name + "\" has no single fact in \"" + fact.strip() + "\"",
                        name,
                        "write fact=value, several with ; between");
            }
        }
        return facts;
    }

    private static final Pattern FACT = Pattern.compile("([a-zA-Z]+)\\s*=\\s*([a-zA-Z0-9]+)");

    /// Whom the fields speak of, where they differ from `whole`; `whole` where they say nothing.
    Population population(Population whole) {
        AgeRange ages = whole.ages();
        boolean differs = false;
        if (has("ages")) {
            differs = true;
            ages = isAny("ages") ? null : ages();
        }
        Sex sex = whole.sex();
        if (has("sex")) {
            differs = true;
            sex =
                    isAny("sex") || "both".equalsIgnoreCase(words("sex"))
                            ? null
                            : choice("sex", Map.of("female", Sex.FEMALE, "male", Sex.MALE));
        }
        Population.Pregnancy pregnancy = whole.pregnancy();
        if (has("pregnancy")) {
            differs = true;
            pregnancy =
                    isAny("pregnancy")
                            ? null
                            : choice(
                                    "pregnancy",
                                    Map.of(
                                            "only",
                                            Population.Pregnancy.ONLY,
                                            "excluded",
                                            Population.Pregnancy.EXCLUDED));
        }
        List<String> conditions = whole.conditions();
        List<String> own = list("conditions");
        if (own != null && !own.isEmpty()) {
            differs = true;
            conditions = isAny("conditions") ? List.of() : own;
        }
        String words = words("population");
        if (words == null) {
            words = differs && has("ages") && ages != null ? ages.toString() : whole.words();
        } else {
            differs = true;
        }
        return differs
                ? new Population(words, ages, sex, pregnancy, conditions, List.of(), false)
                : whole;
    }

    private boolean isAny(String name) {
        return ANY.equalsIgnoreCase(words(name));
    }

    /// "0-17" in years, "6mo-5y", "65+", "8".
    private AgeRange ages() {
        String words = needed("ages", "0-17");
        Matcher ages = AGES.matcher(words.toLowerCase(Locale.ROOT));
        if (ages.matches()) {
            String firstUnit = ages.group(2);
            String lastUnit = ages.group(5);
            Age.Unit last = unit(lastUnit == null ? "y" : lastUnit);
            Age.Unit first =
                    unit(firstUnit != null ? firstUnit : lastUnit != null ? lastUnit : "y");
            Age youngest = new Age(new BigDecimal(ages.group(1)), first);
            if (ages.group(3) != null) {
                return new AgeRange(youngest, Age.years(AgeRange.OPEN_END));
            }
            String to = ages.group(4);
            Age oldest = to == null ? youngest : new Age(new BigDecimal(to), last);
            if (oldest.lastDay() >= youngest.firstDay()) {
                return new AgeRange(youngest, oldest);
            }
        }
        throw problem(
                "\"ages\" cannot be read: " + words,
                "ages",
                "write years as 0-17, or with units as 6mo-5y, or 65+");
    }

    private static Age.Unit unit(String letters) {
        return switch (letters) {
            case "d" -> Age.Unit.DAY;
            case "w", "wk" -> Age.Unit.WEEK;
            case "m", "mo" -> Age.Unit.MONTH;
            default -> Age.Unit.YEAR;
        };
    }

    SourceFileException problem(String what, String name, String remedy) {
        Field field = fields.get(name);
        return problem(what, field == null ? line : field.line, remedy);
    }

    SourceFileException problem(String what, int at, String remedy) {
        return new SourceFileException(what, file + ", line " + at, remedy);
    }
}

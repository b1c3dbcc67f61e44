package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Mention.Assertion;
import oropos.terminology.Sex;

/// What a turn changes of the case before, as corrections: "What if she were 48?", "And in children?".
final class ChangedFacts {

    /// "if she were 48": years, where no unit is said.
    private static final Pattern BARE_AGE =
            Pattern.compile(
                    "(?i)\\b(?:was|were|is|turns|turned|had been|only|aged) (?:only |already |now )?(\\d{1,3})(?= *(?:[?.,]|instead|and\\b|or\\b|$))");

    private static final Pattern PREGNANT =
            Pattern.compile("(?i)\\b(not |weren'?t |wasn'?t |isn'?t |no longer )?pregnant\\b");

    private static final Pattern OTHER_PEOPLE =
            Pattern.compile(
                    "(?i)^(?:and|or|but|what about|how about|and what about|and how about)\\b|\\b(?:same|different(?:ly)?|(?:also|still) (?:true|so|right|valid)|true|differ|apply|applies)\\b");

    private static final Pattern AT_AN_AGE =
            Pattern.compile(
                    "(?i)^(?:and|what about|how about|or) (?:at|from|by|after|beyond|past)(?: the age of| age)? (\\d{1,3})(?: ?(years?|months?|weeks?|days?))?(?: old| of age)?\\W*$");

    private static final Pattern LED =
            Pattern.compile(
                    "(?i)^(?:(?:and|or|but|what about|how about|is that|is it|is this|would that be|does that|the|same|also|still|true|different|differ|apply|any|in|for|to|with|as|of|be|it|those|that)\\s+)+");

    private static final int LONGEST_GROUP = 40;

    private ChangedFacts() {}

    /// The facts of a condition: "What if she were 48?".
    static List<String> conditions(String text, Said now, Said then) {
        List<String> items = new ArrayList<>();
        Matcher bare = BARE_AGE.matcher(text);
        if (now.patient().age() == null && bare.find()) {
            items.add("age " + bare.group(1) + " years");
        }
        items.addAll(facts(text, now, then));
        for (Finding finding : now.problems()) {
            items.add(
                    (finding.assertion() == Assertion.NEGATED ? "does not have " : "has ")
                            + finding.words());
        }
        return items;
    }

    private static List<String> facts(String text, Said now, Said then) {
        List<String> items = new ArrayList<>();
        Patient patient = now.patient();
        if (patient.age() != null) {
            items.add("age " + patient.age());
        }
        Sex noun = nounSex(text);
        Sex sex = noun == null && then.patient().sex() == null ? patient.sex() : noun;
        if (sex != null && sex != then.patient().sex()) {
            items.add("sex " + sex.name().toLowerCase(Locale.ROOT));
        }
        Matcher pregnant = PREGNANT.matcher(text);
        if (pregnant.find()) {
            items.add(pregnant.group(1) == null ? "pregnant" : "not pregnant");
        } else if (patient.pregnant() != null) {
            items.add(patient.pregnant() ? "pregnant" : "not pregnant");
        }
        if (patient.lactating() != null) {
            items.add(patient.lactating() ? "breastfeeding" : "not breastfeeding");
        }
        return items;
    }

    /// What a noun says ("a boy", "men"), where "she" only points back.
    private static @Nullable Sex nounSex(String text) {
        boolean female =
                Pattern.compile("(?i)\\b(?:girls?|wom[ae]n|females?|lad(?:y|ies))\\b")
                        .matcher(text)
                        .find();
        boolean male =
                Pattern.compile("(?i)\\b(?:boys?|m[ae]n|males?|gentlem[ae]n)\\b")
                        .matcher(text)
                        .find();
        return female == male ? null : female ? Sex.FEMALE : Sex.MALE;
    }

    /// Other people than those asked about: "And in children?", "And a 45-year-old man?".
    static List<String> people(String text, Said now, Said then) {
        Matcher at = AT_AN_AGE.matcher(text);
        if (at.find()) {
            return List.of(
                    "age " + at.group(1) + " " + (at.group(2) == null ? "years" : at.group(2)));
        }
        boolean ownMatter =
                !now.problems().isEmpty() || !now.drugs().isEmpty() || !now.procedures().isEmpty();
        if (ownMatter || !OTHER_PEOPLE.matcher(text).find()) {
            return List.of();
        }
        List<String> items = new ArrayList<>(facts(text, now, then));
        if (now.patient().ages() != null && now.patient().age() == null) {
            String group = LED.matcher(text).replaceFirst("").replaceAll("[?.!\\s]+$", "");
            int in = group.lastIndexOf(" in ");
            String words = in < 0 ? group : group.substring(in + 4);
            if (words.length() <= LONGEST_GROUP) {
                items.add("in " + words);
                if (then.patient().sex() != null && nounSex(text) == null) {
                    items.add("sex not told");
                }
            }
        }
        return items;
    }
}

package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Span;

/// Finds dates. The year may stay (HIPAA Safe Harbor), everything finer goes.
final class Dates {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");

    private static final Pattern BIRTH =
            Pattern.compile(
                    "(?i)(?:dob|d\\.o\\.b\\.?|date of birth|birth ?date|born)\\s{0,2}(?:on|is|was|in)?\\s{0,2}[:=]?\\s{0,2}(?:the )?$");

    /// How much text before a date is looked at for "born".
    private static final int BEFORE = 24;

    private final List<Pattern> patterns;

    Dates(RuleFile file) {
        List<String> names = file.content().texts("months");
        String month = "(?:" + String.join("|", names) + ")\\b\\.?";
        String day = "\\d{1,2}(?:st|nd|rd|th)?";
        patterns =
                List.of(
                        Pattern.compile("\\b" + month + " " + day + ",? {0,2}(?:of )?\\d{4}\\b"),
                        Pattern.compile("\\b" + day + "(?: of)? " + month + ",? \\d{4}\\b"),
                        Pattern.compile("\\b\\d{1,2}-" + month + "-\\d{2,4}\\b"),
                        Pattern.compile(
                                "\\b(?:early |mid-? ?|late )?"
                                        + month
                                        + ",? (?:of )?(?:19|20)\\d{2}\\b"),
                        Pattern.compile(
                                "\\b\\d{4}-\\d{2}-\\d{2}(?:[Tt]| )\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?: ?[Zz]\\b|[+-]\\d{2}:?\\d{2}\\b|(?![\\d:]))"),
                        Pattern.compile(
                                "\\b(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[Tt]\\d{4,6}[Zz]?\\b"),
                        Pattern.compile("\\b\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}\\b"),
                        Pattern.compile(
                                "(?<![\\d/.-])(?:0?[1-9]|[12]\\d|3[01])([/.-])(?:0?[1-9]|[12]\\d|3[01])\\1(?:(?:19|20)\\d{2}|\\d{2})(?![\\d/-])"),
                        Pattern.compile("\\b" + month + " \\d{1,2}(?:st|nd|rd|th)\\b"),
                        Pattern.compile("\\b\\d{1,2}(?:st|nd|rd|th)(?: of)? " + month + "(?!\\w)"),
                        Pattern.compile(
                                "(?<=\\b(?:[Oo]n|[Ss]ince|[Ff]rom|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]ated) )"
                                        + month
                                        + " \\d{1,2}\\b(?! ?(?:mg|ml|mcg|g)\\b)"),
                        Pattern.compile(
                                "(?<=\\b(?:[Oo]n|[Ss]ince|[Ff]rom|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]ated) )\\d{1,2} "
                                        + month
                                        + "(?!\\w)"),
                        Pattern.compile(
                                "(?<=\\b(?:[Ii]n|[Ll]ast|[Ss]ince|[Oo]f) )(?:January|February|April|June|July|August|September|October|November|December)\\b"),
                        Pattern.compile("\\b\\d{1,2} " + month + "(?![\\w-])"),
                        Pattern.compile(
                                "\\b(?!May|Mar\\b)"
                                        + month
                                        + " (?:[1-9]|[12]\\d|3[01])\\b(?!\\s?(?:mg|ml|mcg|g|%|\\d|/|-))"),
                        Pattern.compile(
                                "(?<![\\d/.-])(?:0?[1-9]|1[0-2])/(?:19|20)\\d{2}(?![\\d/])"),
                        Pattern.compile(
                                "(?i)\\b(?:early |late )?(?:spring|summer|autumn|fall|winter)(?: of)? (?:19|20)\\d{2}\\b"),
                        Pattern.compile(
                                "(?<=\\b(?:[Oo]n|[Ss]ince|[Aa]t|[Bb]efore|[Aa]fter|[Ll]ast|[Aa]round|[Tt]his|[Oo]ver) )(?:Christmas(?: Eve| Day)?|New Year(?:['’]s)?(?: Eve| Day)?|Easter(?: Sunday| Monday)?|Thanksgiving|Halloween|Independence Day|Valentine(?:['’]s)? Day|Boxing Day|Labor Day|Memorial Day|Mother(?:['’]s)? Day)(?!\\p{L})"),
                        Pattern.compile(
                                "(?<=(?:[Oo]n|[Dd]ated|DOB:?|[Bb]orn) )(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\\d|3[01])(?![\\d/])"));
    }

    /// Days counted from today: they name a day only beside a name, a place or a number, where the
    /// record of that person does the rest. How long ago it was stays.
    private static final List<Near> NEAR =
            List.of(
                    new Near(
                            "last|this|past|the previous",
                            "weekend|week",
                            "[date: about a week ago]"),
                    new Near("last|this|past|the previous", "month", "[date: about a month ago]"),
                    new Near(
                            "last|this|next|on",
                            "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
                            "[date: within a week]"));

    private record Near(Pattern pattern, String replacement) {
        Near(String before, String day, String replacement) {
            this(Pattern.compile("(?i)\\b(?:" + before + ") (?:" + day + ")\\b"), replacement);
        }
    }

    /// The days counted from today that a text names.
    static List<Redaction.Removal> near(String text) {
        List<Redaction.Removal> found = new ArrayList<>();
        for (Near near : NEAR) {
            Matcher matcher = near.pattern().matcher(text);
            while (matcher.find()) {
                found.add(
                        new Redaction.Removal(
                                new Span(matcher.start(), matcher.end()),
                                "date",
                                near.replacement()));
            }
        }
        return found;
    }

    List<Redaction.Removal> in(String text) {
        List<Redaction.Removal> found = new ArrayList<>();
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                Span span = new Span(matcher.start(), matcher.end());
                if (found.stream().noneMatch(other -> other.span().overlaps(span))) {
                    found.add(removal(text, span));
                }
            }
        }
        return found;
    }

    private static Redaction.Removal removal(String text, Span span) {
        boolean isBirth =
                BIRTH.matcher(text.substring(Math.max(0, span.start() - BEFORE), span.start()))
                        .find();
        Matcher year = YEAR.matcher(span.of(text));
        String replacement = isBirth ? "[date of birth" : "[date";
        return new Redaction.Removal(
                span,
                isBirth ? "date of birth" : "date",
                replacement + (!isBirth && year.find() ? " in " + year.group() : "") + "]");
    }
}

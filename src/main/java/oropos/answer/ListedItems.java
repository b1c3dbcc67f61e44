package oropos.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Listing;
import oropos.terminology.Sentences;
import oropos.terminology.Span;

/// A row of things at the end of a statement, told as a list: one thing a line.
///
/// Only line breaks, bullets and a colon before them are put in, so no word changes. Only after words that
/// announce a list, only where the last thing ends the statement, and only where no thing is a clause:
/// what looks like a list may be two sentences.
public final class ListedItems {

    /// What stands before each thing, on a line of its own.
    public static final String BULLET = "• ";

    private static final int MOST_WORDS = 9;
    private static final int FEWEST = 3;

    private static final Pattern ANNOUNCED =
            Pattern.compile(
                    "\\b(?:includes?|included|including|such as|(?:following|these|those)[^,.;:()]*:)[ ](?=[^:]*$)");

    private static final Pattern NEXT = Pattern.compile(", (?:and |or )?|; (?:and |or )?");

    private ListedItems() {}

    static String of(String text) {
        if (Listing.units(text).stream().anyMatch(one -> isListing(one.of(text)))) {
            return text.replace(" " + BULLET, "\n" + BULLET);
        }
        List<Span> sentences = Sentences.of(text);
        if (sentences.isEmpty()) {
            return text;
        }
        int start = sentences.getLast().start();
        String last = text.substring(start);
        Matcher announced = ANNOUNCED.matcher(last);
        if (!last.endsWith(".") || last.indexOf('(') >= 0 || !announced.find()) {
            return text;
        }
        List<String> items = items(last.substring(announced.end()));
        boolean isList =
                items.size() >= FEWEST
                        && Glossary.WORD
                                        .matcher(last.substring(0, announced.end()))
                                        .results()
                                        .count()
                                >= 2
                        && items.get(items.size() - 2).matches("(?s).*[,;] (?:and|or)")
                        && items.stream().allMatch(ListedItems::isThing)
                        && !sharesItsLastWord(items);
        return isList
                ? text.substring(0, start)
                        + last.substring(0, announced.end() - 1)
                        + (last.charAt(announced.end() - 2) == ':' ? "" : ":")
                        + "\n"
                        + BULLET
                        + String.join("\n" + BULLET, items)
                : text;
    }

    /// The stretches between the commas, each with the comma and the "and" after it.
    private static List<String> items(String row) {
        List<String> items = new ArrayList<>();
        Matcher next = NEXT.matcher(row);
        int from = 0;
        while (next.find()) {
            items.add(row.substring(from, next.end() - 1));
            from = next.end();
        }
        items.add(row.substring(from));
        return items;
    }

    /// "genetic, biological, and psychological factors": single words that may all belong to the last.
    private static boolean sharesItsLastWord(List<String> items) {
        return items.getLast().indexOf(' ') >= 0
                && items.subList(0, items.size() - 1).stream()
                        .allMatch(item ->
                                Glossary.WORD
                                                .matcher(item.replaceFirst(" (?:and|or)$", ""))
                                                .results()
                                                .count()
                                        == 1);
    }

    /// A thing, not something done: "drugs to reduce pain, manage headaches" is no list of things.
    private static boolean isThing(String item) {
        long words = Glossary.WORD.matcher(item).results().count();
        return words >= 1
                && words <= MOST_WORDS
                && !item.contains(" to ")
                && !PartedSentences.hasVerb(item);
    }

    /// Whether a text is a list that its source marks ([Listing]).
    public static boolean isListing(String text) {
        return Listing.whole(text).isPresent();
    }

    /// The words in one line again.
    ///
    /// @param text what is told
    public static String inOneLine(String told, String text) {
        return told.replace("\n" + BULLET, text.contains(" " + BULLET) ? " " + BULLET : " ");
    }
}

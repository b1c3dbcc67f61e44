package oropos.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a page's layout left before its first word: the link to the page in another language, the name
/// of the box it stood in. It says nothing, and a quote begins behind it.
public final class PageFurniture {

    private static final Pattern BEFORE = Pattern.compile("^(?:Espa\\S{0,2}ol|Summary ?:)\\s+");

    private PageFurniture() {}

    /// How many UTF-16 units of it stand before a sentence.
    public static int before(String sentence) {
        Matcher matcher = BEFORE.matcher(sentence);
        return matcher.find() ? matcher.end() : 0;
    }
}

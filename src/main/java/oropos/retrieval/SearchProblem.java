package oropos.retrieval;

/// A search that cannot be done as it was written: what is wrong, where, and what to do.
public final class SearchProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// Letters shown on either side of the place.
    private static final int AROUND = 36;

    private final String text;
    private final int at;

    /// @param what what is wrong and what to do, in words for the searcher
    /// @param text what was searched
    /// @param at where in it, in UTF-16 units; -1 where it is something else
    public SearchProblem(String what, String text, int at) {
        super(what);
        this.text = text;
        this.at = at;
    }

    /// A problem of something else than the text.
    SearchProblem(String what) {
        this(what, "", -1);
    }

    /// Where in the text, in UTF-16 units; -1 where it is not the text.
    public int at() {
        return at;
    }

    /// The text around the place, on one line.
    public String line() {
        if (at < 0) {
            return "";
        }
        return (start() > 0 ? "…" : "")
                + plain(text.substring(start(), end()))
                + (end() < text.length() ? "…" : "");
    }

    /// How many letters of [#line] stand before the place.
    public int column() {
        return at < 0 ? 0 : at - start() + (start() > 0 ? 1 : 0);
    }

    /// The line with a caret below the place, as a terminal shows it.
    public String pointed() {
        return line() + "\n" + " ".repeat(column()) + "^";
    }

    private int start() {
        return Math.max(0, Math.min(at, text.length()) - AROUND);
    }

    private int end() {
        return Math.min(text.length(), at + AROUND);
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
    }
}

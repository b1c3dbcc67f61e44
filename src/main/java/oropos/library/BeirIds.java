package oropos.library;

import java.util.Locale;

/// Between the ids of a collection, which may hold any characters, and names of sources, which hold
/// no white space.
///
/// White space, control characters, unpaired surrogates and the percent sign become `%XXXX`, their
/// UTF-16 unit in four hexadecimal digits; everything else stays, so that a usual id reads as it is.
public final class BeirIds {

    /// The scheme of the names of sources.
    public static final String SCHEME = "beir";

    /// Longest id, in UTF-16 units; the index holds names of 32,766 bytes.
    public static final int LONGEST = 2_000;

    private static final int DIGITS = 4;

    private BeirIds() {}

    /// The name of a source for an id of the collection.
    public static SourceId source(String id) {
        StringBuilder name = new StringBuilder(SCHEME).append(':');
        for (int at = 0; at < id.length(); at++) {
            char unit = id.charAt(at);
            boolean paired =
                    at + 1 < id.length() && Character.isSurrogatePair(unit, id.charAt(at + 1));
            if (paired) {
                name.append(unit).append(id.charAt(++at));
            } else if (unit == '%'
                    || Character.isWhitespace(unit)
                    || Character.isSpaceChar(unit)
                    || Character.isISOControl(unit)
                    || Character.isSurrogate(unit)) {
                name.append('%').append(String.format(Locale.ROOT, "%04X", (int) unit));
            } else {
                name.append(unit);
            }
        }
        return new SourceId(name.toString());
    }

    /// The id as it stands in the collection; of any other source its whole name.
    public static String id(SourceId source) {
        if (!source.scheme().equals(SCHEME)) {
            return source.value();
        }
        String name = source.value().substring(SCHEME.length() + 1);
        if (name.indexOf('%') < 0) {
            return name;
        }
        StringBuilder id = new StringBuilder();
        for (int at = 0; at < name.length(); at++) {
            char unit = name.charAt(at);
            if (unit == '%' && at + DIGITS < name.length()) {
                id.append((char) Integer.parseInt(name, at + 1, at + 1 + DIGITS, 16));
                at += DIGITS;
            } else {
                id.append(unit);
            }
        }
        return id.toString();
    }
}

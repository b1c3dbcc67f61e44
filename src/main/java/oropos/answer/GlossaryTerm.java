package oropos.answer;

import java.util.List;
import java.util.Map;

/// A medical term with our own explanation of it.
///
/// @param name as it is shown
/// @param forms how texts write it, the name among them
/// @param plain form -> the words that say exactly the same; empty for most terms, and for every drug
/// @param meaning what it is, in words of everyday English, without a full stop
/// @param say how it is spoken, or empty
/// @param source ids of the texts the facts of the meaning were checked against
public record GlossaryTerm(
        String name,
        List<String> forms,
        Map<String, String> plain,
        String meaning,
        String say,
        String source) {

    public GlossaryTerm {
        forms = List.copyOf(forms);
        plain = Map.copyOf(plain);
        if (name.isBlank() || meaning.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException(
                    "a term needs a name, a meaning and a source: " + name);
        }
        if (meaning.endsWith(".") || meaning.indexOf('\n') >= 0) {
            throw new IllegalArgumentException(
                    "the meaning of \"" + name + "\" is one line without a full stop");
        }
        if (!forms.contains(name)) {
            throw new IllegalArgumentException("the forms of \"" + name + "\" must hold it");
        }
        for (String form : plain.keySet()) {
            if (!forms.contains(form)) {
                throw new IllegalArgumentException(
                        "\"" + form + "\" has plain words but is no form of \"" + name + "\"");
            }
        }
    }

    /// The line that explains this term where a text writes it so. It begins with the words the reader has
    /// before them: the plain ones, or the form of the text where it is another word.
    ///
    /// @param form one of the forms
    public String line(String form) {
        return head(form) + ": " + meaning + ".";
    }

    /// The line under a text that keeps the term although there are plain words.
    public String ownLine() {
        return capital(name) + spoken() + ": " + meaning + ".";
    }

    private String head(String form) {
        String words = plain.get(form);
        if (words != null) {
            return capital(words) + " (doctors say: " + form + ")";
        }
        return isSameWord(form) ? capital(name) + spoken() : capital(form) + " (" + name + ")";
    }

    private String spoken() {
        return say.isEmpty() ? "" : " (say: " + say + ")";
    }

    private boolean isSameWord(String form) {
        int length = Math.min(STEM, Math.min(form.length(), name.length()));
        return form.regionMatches(true, 0, name, 0, length) || holdsName(form);
    }

    /// "low calcium" holds "calcium": the meaning is that of the name, and would be wrong of the whole.
    private boolean holdsName(String form) {
        String words = " " + form.toLowerCase(java.util.Locale.ROOT) + " ";
        return words.contains(" " + name.toLowerCase(java.util.Locale.ROOT) + " ");
    }

    /// Letters by which two forms are one word to a reader.
    private static final int STEM = 4;

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}

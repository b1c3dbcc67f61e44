package oropos.question;

import java.util.List;

/// The words of urgent signs that hold in a thread, as they are carried over: "told: he has a rash that does not
/// fade". Only the rules of urgent signs read them, and nothing of the patient, of an illness or of a drug is.
final class SignsTold {

    private static final String TOLD = "told: ";

    /// Longest words of one sign, in characters.
    private static final int LONGEST = 1_200;

    private SignsTold() {}

    /// Words as they are carried over.
    static String item(String words) {
        String one = Corrections.plain(words.replace(';', ','));
        return TOLD + one.substring(0, Math.min(one.length(), LONGEST)).strip();
    }

    static boolean isOne(String item) {
        return item.startsWith(TOLD);
    }

    /// The words among what is carried over.
    static List<String> in(List<String> carried) {
        return carried.stream()
                .filter(SignsTold::isOne)
                .map(item -> item.substring(TOLD.length()))
                .toList();
    }
}

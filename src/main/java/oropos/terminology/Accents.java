package oropos.terminology;

import java.text.Normalizer;

/// Letters without their marks, and Greek letters by their names, as vocabularies write them
/// (`β-blocker` is `beta blocker`).
final class Accents {

    private static final String[] GREEK = {
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
        "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon",
        "phi", "chi", "psi", "omega"
    };

    private Accents() {}

    static String without(String lower) {
        String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (Normal.isMark(c)) {
                continue;
            }
            switch (c) {
                case 'ß' -> plain.append("ss");
                case 'æ' -> plain.append("ae");
                case 'œ' -> plain.append("oe");
                case 'ø' -> plain.append('o');
                case 'ł' -> plain.append('l');
                case 'đ' -> plain.append('d');
                default -> {
                    if (isGreek(c)) {
                        plain.append(GREEK[c - 'α']);
                    } else {
                        plain.append(c);
                    }
                }
            }
        }
        return plain.toString();
    }

    static boolean isGreek(char c) {
        return c >= 'α' && c <= 'ω';
    }
}

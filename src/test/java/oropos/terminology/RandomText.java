package oropos.terminology;

import java.util.List;
import java.util.Random;

/// Texts made by chance from a seed: clinical words, numbers, marks, scripts, broken characters.
final class RandomText {

    private static final List<String> PARTS =
            List.of(
                    "T12",
                    "T₁₂",
                    "T-12",
                    "Th11",
                    "L5-S1",
                    "T11/12",
                    "D7-D11",
                    "C5/6",
                    "12th thoracic vertebra",
                    "compression fracture",
                    "of",
                    "osteoporosis",
                    "borderline",
                    "no",
                    "not only",
                    "history of",
                    "mother has",
                    "?",
                    "? ",
                    "8-year-old",
                    "8½",
                    "aged",
                    "65",
                    "to",
                    "75",
                    "years",
                    "≥65",
                    "<18 y",
                    "for 3 years",
                    "32 weeks' gestation",
                    "toddler",
                    "0.05 mg/kg",
                    "every 6 months",
                    "p<0.001",
                    "16 of 19",
                    "95% CI 0.02-0.81",
                    "1,234",
                    "10⁹/L",
                    "x 10^9",
                    "mg per kg",
                    "i.v.",
                    "e.g.",
                    "et al.",
                    "(",
                    ")",
                    "[3]",
                    ".",
                    ";",
                    ",",
                    "-",
                    "–",
                    "−",
                    "\n",
                    "\n\n",
                    "\r\n",
                    "\t",
                    " ",
                    "\u00a0",
                    "\u200b",
                    "\u00ad",
                    "\u0301",
                    "é",
                    "ﬁ",
                    "ß",
                    "İ",
                    "Σ",
                    "ς",
                    "β-blocker",
                    "😀",
                    "👩‍👩‍👧",
                    "שלום",
                    "مرحبا",
                    "漢字。",
                    "\ud800",
                    "\udc00",
                    "\u0000",
                    "\u202e",
                    "AIDS",
                    "aids",
                    "(ALL)",
                    "acute lymphoblastic leukaemia",
                    "Fosamax",
                    "¹²",
                    "㎎",
                    "½",
                    "Ⅳ",
                    "ﷺ",
                    "may",
                    "…",
                    "'s",
                    "’s",
                    "doesn’t");

    private RandomText() {}

    static String of(Random random, int parts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            text.append(PARTS.get(random.nextInt(PARTS.size())));
            if (random.nextInt(3) > 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }
}

package oropos.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import oropos.terminology.Span;

/// Finds words no vocabulary knows, to be shown as neutral chips: the vocabulary may be older than the
/// word. They are never premises.
///
/// Only words with the look or the place of a drug's or a product's name are shown (the endings are stems of the
/// WHO list of international non-proprietary names that name newer classes); an ordinary word outside
/// the vocabulary says nothing.
final class UnknownWords {

    /// Most chips shown.
    static final int MOST = 5;

    private static final Pattern NAME =
            Pattern.compile(
                    "[a-z]{3,20}(?:mab|nib|tide|vir|gliptin|gliflozin|cept|ciclib|parib|sartan|statin|prazole|lukast|leucel|gene|siran|sen|xaban|gatran|grast|tinib|zomib|degib|rafenib|kinra|limus|gepant|triptan|orexant|setron|dipine|azole|floxacin|cillin|mycin|cycline|bactam|penem|fungin|dronate|parasone|olone|sone|caine|barbital|azepam|zolam|oxetine|triptyline|peridone|piprazole|apine|racetam|gabalin|formin|glitazone|glinide|urea|thiazide|semide|pril|olol|osin|afil|terol|tropium|relin|relix|tocin|pressin|stim|poetin|parin|teplase|rudin|plase)");

    /// A word with a capital where a treatment is named: "taking Mounjaro", "Is Mounjaro better".
    private static final Set<String> BEFORE_A_TREATMENT =
            Set.of(
                    "take",
                    "takes",
                    "taking",
                    "took",
                    "on",
                    "start",
                    "started",
                    "starting",
                    "prescribed",
                    "using",
                    "inject",
                    "injecting",
                    "than",
                    "versus",
                    "vs",
                    "try",
                    "stop",
                    "stopped",
                    "stopping");

    private static final Set<String> ASKED_OF_A_TREATMENT =
            Set.of(
                    "better",
                    "safe",
                    "safer",
                    "cause",
                    "causes",
                    "interact",
                    "help",
                    "helps",
                    "work",
                    "works",
                    "effective",
                    "injection",
                    "injections",
                    "shots",
                    "tablets",
                    "pills",
                    "dose",
                    "cream");

    private static boolean isNamedAsTreatment(Reading reading, int at) {
        List<Wording.Word> words = reading.wording().words();
        String written = words.get(at).span().of(reading.wording().text());
        String before = at == 0 ? "" : words.get(at - 1).text();
        String after = at + 1 == words.size() ? "" : words.get(at + 1).text();
        return at > 0
                && written.matches("\\p{Lu}\\p{Ll}{4,19}")
                && !Capitals.areOfAHeading(
                        Capitals.clause(reading.wording().text(), words.get(at).span()))
                && (BEFORE_A_TREATMENT.contains(before) || ASKED_OF_A_TREATMENT.contains(after));
    }

    List<String> in(Reading reading, Redaction redaction) {
        Set<String> unknown = new LinkedHashSet<>();
        List<Span> known = new ArrayList<>();
        reading.concepts().mentions().forEach(mention -> known.add(mention.span()));
        redaction.removals().forEach(removal -> known.add(removal.span()));
        for (int at = 0; at < reading.wording().words().size(); at++) {
            Wording.Word word = reading.wording().words().get(at);
            if ((NAME.matcher(word.text()).matches() || isNamedAsTreatment(reading, at))
                    && !EVERYDAY.contains(word.text())
                    && known.stream().noneMatch(word.span()::overlaps)) {
                unknown.add(word.text());
            }
        }
        return unknown.stream().limit(MOST).toList();
    }

    private static final Set<String> EVERYDAY =
            Set.of(
                    "tide",
                    "concept",
                    "accept",
                    "except",
                    "intercept",
                    "precept",
                    "chosen",
                    "frozen",
                    "person",
                    "hygiene",
                    "gene",
                    "arisen",
                    "loosen",
                    "worsen",
                    "lessen",
                    "coarsen",
                    "hypotensen",
                    "peptide",
                    "april",
                    "parasol",
                    "nucleotide",
                    "polypeptide",
                    "urea");
}

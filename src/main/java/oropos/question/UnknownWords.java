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
/// Only words with the look of a drug's or a product's name are shown (the endings are stems of the
/// WHO list of international non-proprietary names that name newer classes); an ordinary word outside
/// the vocabulary says nothing.
final class UnknownWords {

    /// Most chips shown.
    static final int MOST = 5;

    private static final Pattern NAME =
            Pattern.compile(
                    "[a-z]{3,20}(?:mab|nib|tide|vir|gliptin|gliflozin|cept|ciclib|parib|sartan|statin|prazole|lukast|leucel|gene|siran|sen|xaban|gatran|grast|tinib|zomib|degib|rafenib|kinra|limus|gepant|triptan|orexant|setron|dipine|azole|floxacin|cillin|mycin|cycline|bactam|penem|fungin|dronate|parasone|olone|sone|caine|barbital|azepam|zolam|oxetine|triptyline|peridone|piprazole|apine|racetam|gabalin|formin|glitazone|glinide|urea|thiazide|semide|pril|olol|osin|afil|terol|tropium|relin|relix|tocin|pressin|stim|poetin|parin|teplase|rudin|plase)");

    List<String> in(Reading reading, Redaction redaction) {
        Set<String> unknown = new LinkedHashSet<>();
        List<Span> known = new ArrayList<>();
        reading.concepts().mentions().forEach(mention -> known.add(mention.span()));
        redaction.removals().forEach(removal -> known.add(removal.span()));
        for (Wording.Word word : reading.wording().words()) {
            if (NAME.matcher(word.text()).matches()
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

package oropos.question;

import java.util.List;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Mention;
import oropos.terminology.Terminology;

/// What a question tells of its drugs, tests and problems beside their names, and what it compares and
/// hopes for. Only what is written is told; nothing is completed.
///
/// @param comparator name of what the first treatment is set against, or null
/// @param outcome what is hoped for or feared, as written or by the name of its concept, or null
/// @param asker who says of himself what he is (`patient`, `carer`, `nurse`, ...), or null; how the
///     answer reads is set by the reader chosen, never by this
public record Particulars(
        List<Drug> drugs,
        List<Value> tests,
        List<Because> problems,
        @Nullable String comparator,
        @Nullable String outcome,
        @Nullable String asker) {

    /// How a drug is spoken of.
    ///
    /// @param id of the concept
    /// @param dose amount and unit as written ("500 mg")
    /// @param route `oral`, `intravenous`, ...
    /// @param use `current`, `proposed`, `past` or `parent`, which a parent of the patient takes
    /// @param brand the trade name where the question uses one
    /// @param words the amount as it stands in the question, with what belongs to it, or null
    public record Drug(
            String id,
            String name,
            @Nullable String dose,
            @Nullable String route,
            @Nullable String frequency,
            @Nullable String use,
            @Nullable String brand,
            @Nullable String words) {

        Drug withoutUse() {
            return new Drug(id, name, dose, route, frequency, null, brand, words);
        }
    }

    /// A test with the value told.
    ///
    /// @param value the number; `2-3` a range, `>9` beyond, `172/112` a blood pressure
    /// @param words number and unit as they stand
    public record Value(
            String id, String name, String value, @Nullable String unit, String words) {}

    /// Why a problem is there.
    ///
    /// @param cause a disease or drug it is put down to
    /// @param mechanism what happened ("fall")
    public record Because(
            String id, String name, @Nullable String cause, @Nullable String mechanism) {}

    /// The particulars of a question as it is kept: corrected where somebody corrected it.
    public static Particulars in(String asked, Terminology terminology) {
        Corrections corrections = Corrections.in(asked);
        return ParticularsReader.read(
                Undenied.in(
                        terminology.read(
                                corrections.isEmpty() ? asked : corrections.read(terminology))),
                LaboratoryTests.shipped());
    }

    /// The same for a question in which people are told apart: what others take is nothing the patient takes.
    static Particulars in(ClinicalQuestion question, Terminology terminology) {
        Particulars told = in(question.asked(), terminology);
        List<Drug> drugs =
                told.drugs().stream()
                        .map(drug -> isOfAnother(drug, question) ? drug.withoutUse() : drug)
                        .toList();
        return new Particulars(
                drugs,
                told.tests(),
                told.problems(),
                told.comparator(),
                told.outcome(),
                told.asker());
    }

    private static boolean isOfAnother(Drug drug, ClinicalQuestion question) {
        List<Finding> said =
                question.drugs().stream().filter(one -> one.id().equals(drug.id())).toList();
        return !"parent".equals(drug.use())
                && !question.company().others().isEmpty()
                && !said.isEmpty()
                && said.stream().allMatch(one -> one.assertion() == Mention.Assertion.FAMILY);
    }

    public Particulars {
        drugs = List.copyOf(drugs);
        tests = List.copyOf(tests);
        problems = List.copyOf(problems);
    }
}

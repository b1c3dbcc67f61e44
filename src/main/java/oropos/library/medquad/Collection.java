package oropos.library.medquad;

import java.util.Optional;
import java.util.stream.Stream;

/// The twelve collections of MedQuAD, as its documents call them and as its archive files them.
enum Collection {
    CANCER_GOV("CancerGov", "1_CancerGov_QA", "National Cancer Institute"),
    GARD("GARD", "2_GARD_QA", "Genetic and Rare Diseases Information Center"),
    GHR("GHR", "3_GHR_QA", "Genetics Home Reference"),
    HEALTH_TOPICS("MPlusHealthTopics", "4_MPlus_Health_Topics_QA", "MedlinePlus Health Topics"),
    NIDDK(
            "NIDDK",
            "5_NIDDK_QA",
            "National Institute of Diabetes and Digestive and Kidney Diseases"),
    NINDS("NINDS", "6_NINDS_QA", "National Institute of Neurological Disorders and Stroke"),
    SENIOR_HEALTH("NIHSeniorHealth", "7_SeniorHealth_QA", "NIH SeniorHealth"),
    NHLBI("NHLBI", "8_NHLBI_QA_XML", "National Heart, Lung, and Blood Institute"),
    CDC("CDC", "9_CDC_QA", "Centers for Disease Control and Prevention"),
    ADAM("ADAM", "10_MPlus_ADAM_QA", "A.D.A.M. Medical Encyclopedia on MedlinePlus"),
    DRUGS("MPlusDrugs", "11_MPlusDrugs_QA", "MedlinePlus drug information"),
    HERBS(
            "MPlusHerbsSupplements",
            "12_MPlusHerbsSupplements_QA",
            "MedlinePlus herbs and supplements");

    private final String source;
    private final String folder;
    private final String issuer;

    Collection(String source, String folder, String issuer) {
        this.source = source;
        this.folder = folder;
        this.issuer = issuer;
    }

    static Optional<Collection> called(String source) {
        return Stream.of(values()).filter(one -> one.source.equals(source)).findFirst();
    }

    static boolean isFolder(String folder) {
        return Stream.of(values()).anyMatch(one -> one.folder.equals(folder));
    }

    String folder() {
        return folder;
    }

    String issuer() {
        return issuer;
    }
}

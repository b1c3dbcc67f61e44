package oropos.question;

/// The twelve kinds of clinical question. Each chooses a section plan and a column of the OCEBM
/// 2011 table of evidence levels.
public enum QuestionKind {
    THERAPY("therapy"),
    DIAGNOSIS("diagnosis"),
    PROGNOSIS("prognosis"),
    CAUSE("cause"),
    HARM("harm"),
    PREVENTION("prevention"),
    MONITORING("monitoring"),
    DOSE("dose"),
    INTERACTION("interaction"),
    PROCEDURE("procedure"),
    DEFINITION("definition"),
    TEST_INTERPRETATION("testInterpretation");

    private final String code;

    QuestionKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}

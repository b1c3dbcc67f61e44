package oropos.question;

import java.util.Locale;

/// Who reads the answer. A reader changes words and order, never facts.
public enum Reader {
    PHYSICIAN,
    RESIDENT,
    NURSE,
    PHARMACIST,
    STUDENT,
    PATIENT,
    CARER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package oropos.question;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    /// The reader of this name, in any case. A parent is a carer.
    public static Optional<Reader> named(String name) {
        String code = name.strip().toLowerCase(Locale.ROOT);
        return code.equals("parent")
                ? Optional.of(CARER)
                : Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /// Whether answers are told to this reader in plain words.
    public boolean isLay() {
        return this == PATIENT || this == CARER;
    }
}

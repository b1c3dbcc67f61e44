package oropos.library;

import java.util.Locale;

/// How a work stands in the record of science. Retracted works support nothing.
public enum Standing {
    CURRENT,
    CORRECTED,
    CONCERN,
    SUPERSEDED,
    RETRACTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

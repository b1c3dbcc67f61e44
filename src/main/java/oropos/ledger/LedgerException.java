package oropos.ledger;

import java.nio.file.Path;

/// The ledger cannot be read or written. What must stand in it is then not done.
@SuppressWarnings("serial")
public final class LedgerException extends RuntimeException {

    LedgerException(String what, Path file, Throwable cause) {
        super(
                what
                        + " in "
                        + file
                        + " ("
                        + String.valueOf(cause.getMessage()).lines().findFirst().orElse("")
                        + "): check that there is room and that this account may write there",
                cause);
    }
}

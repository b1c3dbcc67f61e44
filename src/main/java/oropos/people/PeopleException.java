package oropos.people;

import java.nio.file.Path;

/// The people of a data folder cannot be read or written. Nothing was changed.
@SuppressWarnings("serial")
public final class PeopleException extends RuntimeException {

    PeopleException(String what, Path file, Throwable cause) {
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

package oropos.review;

import java.nio.file.Path;

/// The articles cannot be read or written; nothing of the step that was tried is kept.
@SuppressWarnings("serial")
public final class ArticlesException extends RuntimeException {

    ArticlesException(String what, Path file, Throwable cause) {
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

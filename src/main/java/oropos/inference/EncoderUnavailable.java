package oropos.inference;

/// No encoder can be had on this machine: its native library does not load, or its weights are
/// missing or damaged. The product goes on with words only, and says so.
public class EncoderUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param message what failed and what to do about it
    public EncoderUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

package oropos.verification;

/// Whose key signed a receipt.
public enum Signer {
    THIS_SERVER("the receipt was signed by this server"),
    ANOTHER_KEY("the receipt was signed by another key than this server's"),
    UNKNOWN("this data folder has no key of its own to compare the signature with"),
    NOBODY("the receipt is not signed");

    private final String words;

    Signer(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}

package oropos.inference;

/// What came back from a language model.
public sealed interface Reply {

    /// Text, not yet looked at.
    ///
    /// @param tokens read and written together, as its server counts them; 0 where it does not
    record Said(String text, int tokens) implements Reply {
        public Said {
            if (tokens < 0) {
                throw new IllegalArgumentException("tokens are 0 or more, but were " + tokens);
            }
        }
    }

    /// Nothing that can be used.
    ///
    /// @param sent whether the request may have left this machine
    record Silent(Cause cause, boolean sent) implements Reply {}

    /// Why there is no text.
    enum Cause {
        SLOW("slow", "the model took too long"),
        OUTAGE("outage", "the model's server cannot be reached or failed"),
        BUSY("busy", "the model's server takes no more questions now"),
        DECLINED("declined", "the model's server declined the request"),
        TOO_LONG("tooLong", "the model did not stop"),
        ELSEWHERE("elsewhere", "the model's server pointed to another address"),
        MALFORMED("malformed", "the model's reply is not in the form it was asked for");

        private final String code;
        private final String words;

        Cause(String code, String words) {
            this.code = code;
            this.words = words;
        }

        /// As it stands in an answer.
        public String code() {
            return code;
        }

        /// For the person who reads the answer.
        public String words() {
            return words;
        }
    }
}

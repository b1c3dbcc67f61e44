package oropos.consultation;

/// How much a language model may use: for one question, for one asker a day, for everybody a day.
///
/// A day is a day of UTC. What a request may use at most is set aside before it is sent and what it
/// did not use is given back, so that no limit is ever passed.
///
/// @param question for one question
/// @param asker for one asker in a day
/// @param day for everybody in a day
/// @param price money for a million tokens, read or written, in the operator's currency; 0 where it
///     costs nothing
public record ModelBudget(Limit question, Limit asker, Limit day, double price) {

    /// Default for one question: twice what the longest answers need.
    public static final int TOKENS_PER_QUESTION = 16_000;

    /// Default for one asker in a day: some 60 answers.
    public static final int TOKENS_PER_ASKER = 300_000;

    /// Default for everybody in a day.
    public static final int TOKENS_PER_DAY = 3_000_000;

    private static final double MILLION = 1_000_000;

    /// A most of tokens and of money.
    ///
    /// @param money in the currency of the price; infinite where only tokens count
    public record Limit(long tokens, double money) {
        public Limit {
            if (tokens < 0 || !(money >= 0)) {
                throw new IllegalArgumentException(
                        "a limit is 0 or more, but was %d tokens and %s".formatted(tokens, money));
            }
        }

        public static Limit ofTokens(long tokens) {
            return new Limit(tokens, Double.POSITIVE_INFINITY);
        }
    }

    public ModelBudget {
        if (!(price >= 0) || Double.isInfinite(price)) {
            throw new IllegalArgumentException("a price is 0 or more, but was " + price);
        }
    }

    /// As it is where an operator says nothing.
    public static ModelBudget usual() {
        return new ModelBudget(
                Limit.ofTokens(TOKENS_PER_QUESTION),
                Limit.ofTokens(TOKENS_PER_ASKER),
                Limit.ofTokens(TOKENS_PER_DAY),
                0);
    }

    /// Whether so many tokens stay within a limit.
    boolean allows(Limit limit, long tokens) {
        return tokens <= limit.tokens() && tokens * price / MILLION <= limit.money();
    }
}

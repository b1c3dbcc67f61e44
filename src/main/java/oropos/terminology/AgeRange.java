package oropos.terminology;

/// Ages from the first day of `youngest` to the last day of `oldest`.
public record AgeRange(Age youngest, Age oldest) {

    /// Where a text names no upper limit ("65 years or older"). 120 years is the range PubMed's own
    /// age filters leave open; nobody is excluded by it.
    public static final int OPEN_END = 120;

    public AgeRange {
        if (oldest.lastDay() < youngest.firstDay()) {
            throw new IllegalArgumentException(
                    "the youngest may not be older than the oldest, but were "
                            + youngest
                            + " and "
                            + oldest);
        }
    }

    public static AgeRange years(int youngest, int oldest) {
        return new AgeRange(Age.years(youngest), Age.years(oldest));
    }

    public static AgeRange of(Age age) {
        return new AgeRange(age, age);
    }

    public boolean contains(AgeRange other) {
        return youngest.firstDay() <= other.youngest.firstDay()
                && other.oldest.lastDay() <= oldest.lastDay();
    }

    public boolean overlaps(AgeRange other) {
        return youngest.firstDay() <= other.oldest.lastDay()
                && other.youngest.firstDay() <= oldest.lastDay();
    }

    @Override
    public String toString() {
        if (youngest.equals(oldest)) {
            return youngest.toString();
        }
        if (oldest.inYears() >= 100) {
            return youngest + " or older";
        }
        if (youngest.unit() == oldest.unit()) {
            return youngest.value().stripTrailingZeros().toPlainString() + " to " + oldest;
        }
        return youngest + " to " + oldest;
    }
}

package oropos.terminology;

/// A stretch of a text: UTF-16 offsets, `start` included, `end` not.
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "a span needs 0 <= start <= end, but was " + start + ".." + end);
        }
    }

    public String of(String text) {
        return text.substring(start, end);
    }

    public int length() {
        return end - start;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    public Span shifted(int by) {
        return new Span(start + by, end + by);
    }
}

package oropos.evaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import oropos.answer.Answer;
import oropos.consultation.Consultation;
import oropos.library.Progress;
import oropos.question.Asked;
import oropos.question.Reader;

/// Whether Oropos refuses what its library cannot answer and answers what it can: the risk-coverage
/// curve of the figure a refusal hangs on.
///
/// Questions are parted in halves by the first bit of the SHA-256 of their words. The threshold is read
/// on half A, as the least that refuses [#RIGHT] of what cannot be answered; half B says what it is
/// worth.
public final class RefusalRun {

    /// Share of unanswerable questions that must be refused.
    static final double RIGHT = 0.95;

    private RefusalRun() {}

    /// @param confidence -1 where the answer abstained
    record Given(boolean answerable, boolean halfA, double confidence) {}

    /// A point of the curve.
    ///
    /// @param from answers below this confidence are refused
    /// @param wrongly share of answerable questions refused
    /// @param rightly share of unanswerable ones refused
    public record Point(double from, double wrongly, double rightly) {}

    /// @param threshold as read on half A; NaN where none refuses enough
    public record Outcome(
            int answerable,
            int unanswerable,
            Point asItIs,
            List<Point> curve,
            double threshold,
            Point halfA,
            Point halfB) {
        public Outcome {
            curve = List.copyOf(curve);
        }

        public String text() {
            StringBuilder text = new StringBuilder();
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%d questions the library can answer, %d it cannot%n",
                            answerable,
                            unanswerable));
            line(text, "as it is, all", asItIs);
            for (Point point : curve) {
                line(text, String.format(Locale.ROOT, "below %.2f, all", point.from()), point);
            }
            line(text, String.format(Locale.ROOT, "below %.2f, half A", threshold), halfA);
            line(text, String.format(Locale.ROOT, "below %.2f, half B", threshold), halfB);
            return text.toString().stripTrailing();
        }

        private static void line(StringBuilder text, String what, Point point) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "refused %-22s rightly %5.1f%%  wrongly %5.1f%%%n",
                            what,
                            100 * point.rightly(),
                            100 * point.wrongly()));
        }
    }

    public static Outcome of(
            Consultation consultation,
            List<Topics.Topic> answerable,
            List<Topics.Topic> unanswerable,
            Progress progress) {
        List<Given> given = new ArrayList<>();
        for (var topic : answerable) {
            given.add(given(consultation, topic, true));
            progress.step(given.size(), answerable.size() + unanswerable.size(), "questions");
        }
        for (var topic : unanswerable) {
            given.add(given(consultation, topic, false));
            progress.step(given.size(), answerable.size() + unanswerable.size(), "questions");
        }
        return outcome(given);
    }

    private static Given given(Consultation consultation, Topics.Topic topic, boolean answerable) {
        Answer answer = consultation.ask(Asked.by(Reader.PHYSICIAN, topic.words()), stage -> {});
        Double confidence = answer.confidence();
        boolean refused = answer.outcome().kind().equals("abstained");
        return new Given(
                answerable,
                isHalfA(topic.words()),
                refused || confidence == null ? -1 : confidence);
    }

    static Outcome outcome(List<Given> given) {
        List<Given> halfA = given.stream().filter(Given::halfA).toList();
        List<Given> halfB = given.stream().filter(one -> !one.halfA()).toList();
        double threshold = threshold(halfA);
        List<Point> curve = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            curve.add(point(given, i / 20.0));
        }
        return new Outcome(
                (int) given.stream().filter(Given::answerable).count(),
                (int) given.stream().filter(one -> !one.answerable()).count(),
                point(given, 0),
                curve,
                threshold,
                point(halfA, threshold),
                point(halfB, threshold));
    }

    private static double threshold(List<Given> given) {
        TreeSet<Double> tried = new TreeSet<>();
        tried.add(0.0);
        given.forEach(one -> tried.add(one.confidence() + 0.01));
        return tried.stream()
                .filter(from -> from >= 0 && point(given, from).rightly() >= RIGHT)
                .findFirst()
                .orElse(Double.NaN);
    }

    static Point point(List<Given> given, double from) {
        return new Point(from, refused(given, true, from), refused(given, false, from));
    }

    private static double refused(List<Given> given, boolean answerable, double from) {
        List<Given> these = given.stream().filter(one -> one.answerable() == answerable).toList();
        long refused =
                these.stream()
                        .filter(one -> one.confidence() < 0 || one.confidence() < from)
                        .count();
        return these.isEmpty() ? Double.NaN : 1.0 * refused / these.size();
    }

    static boolean isHalfA(String words) {
        try {
            return MessageDigest.getInstance("SHA-256")
                            .digest(words.getBytes(StandardCharsets.UTF_8))[0]
                    >= 0;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

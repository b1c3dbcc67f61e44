package oropos.command;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import oropos.answer.AnswerJson;

/// A batch: a line in, a JSON line out, in the order of the file.
final class Batch {

    private Batch() {}

    /// Where lines come from; null after the last.
    interface Lines<L> {
        @Nullable L next() throws IOException;
    }

    /// What became of a line.
    record Said(boolean failed, String line) {}

    /// Until the last line, or until nobody reads the results: a reader that went away gets no further
    /// ones computed.
    ///
    /// @return the exit code
    static <L> int run(Lines<L> lines, Function<L, Said> each) throws IOException {
        int failed = 0;
        for (L line = lines.next(); line != null && !System.out.checkError(); ) {
            Said said = each.apply(line);
            failed += said.failed() ? 1 : 0;
            System.out.println(said.line());
            line = lines.next();
        }
        return failed == 0 ? Main.DONE : Main.SOME_FAILED;
    }

    static Said said(Object result) {
        return new Said(false, AnswerJson.canonical(result));
    }

    static Said error(String id, String code, String message) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id);
        line.put("error", Map.of("code", code, "message", message));
        return new Said(true, AnswerJson.canonical(line));
    }

    static Said ours(String id, RuntimeException failure) {
        return error(
                id,
                "internal",
                "this line failed, and that is our fault; please report: " + place(failure));
    }

    /// Where it failed, without its words: they may repeat the question's.
    private static String place(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}

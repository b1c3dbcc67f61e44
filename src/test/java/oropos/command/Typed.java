package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A command as it was typed, and what came back: exit code, standard output, standard error.
record Typed(int exit, String out, String err) {

    static Typed in(Object... words) {
        return saying("", words);
    }

    /// @param input what stands on standard input
    static synchronized Typed saying(String input, Object... words) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        InputStream in = System.in;
        var said = new ByteArrayOutputStream();
        var complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            int exit =
                    Main.run(List.of(words).stream().map(Object::toString).toArray(String[]::new));
            return new Typed(
                    exit,
                    said.toString(StandardCharsets.UTF_8),
                    complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
            System.setIn(in);
        }
    }

    /// Ended with this code and one sentence, no stack trace, no name of a Java type, no result.
    Typed isRefused(int code) {
        assertThat(exit).as(err).isEqualTo(code);
        assertThat(out).isEmpty();
        assertThat(sentence()).startsWith("oropos: ").doesNotContain("\n");
        assertNoJava(err);
        return this;
    }

    /// The last line of standard error, after progress; usage hints are no part of it.
    String sentence() {
        return err.lines()
                .filter(line -> line.startsWith("oropos: "))
                .reduce((first, second) -> first + "\n" + second)
                .orElse("");
    }

    static void assertNoJava(String words) {
        assertThat(words)
                .doesNotContain("\tat ")
                .doesNotContainPattern("\\b(java|tools|com|org|oropos)\\.[a-z]+\\.[\\w.]*[A-Z]")
                .doesNotContainPattern("\\w+(Exception|Error)\\b");
    }

    List<String> lines() {
        return out.lines().toList();
    }
}

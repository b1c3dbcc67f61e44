package oropos.question;

import java.nio.file.*;
import org.junit.jupiter.api.Test;
import oropos.terminology.Terminology;

class ScratchTests {
    @Test
    void shows() throws Exception {
        Understanding u = new Understanding(Terminology.builtIn());
        for (String q : Files.readAllLines(Path.of("/tmp/q.txt"))) {
            System.out.println("Q " + q);
            Understood x = u.of(Asked.by(Reader.PHYSICIAN, q));
            ClinicalQuestion c =
                    x instanceof Understood.Clear y
                            ? y.question()
                            : x instanceof Understood.NeedsDetail z ? z.question() : null;
            if (c == null) {
                System.out.println("   " + x);
                continue;
            }
            System.out.println("   T " + c.title() + "  [" + c.kind() + "]");
            System.out.println("   P " + c.patient());
            for (var l : java.util.List.of(c.problems(), c.drugs(), c.procedures(), c.tests()))
                for (Finding f : l)
                    System.out.println(
                            "     "
                                    + f.id()
                                    + " "
                                    + f.name()
                                    + " '"
                                    + f.words()
                                    + "' "
                                    + f.assertion()
                                    + f.levels()
                                    + " "
                                    + f.side()
                                    + " "
                                    + f.detail());
            System.out.println(
                    "   F " + c.focus() + " U " + c.unknownWords() + " R " + c.removed());
            c.urgent()
                    .forEach(y ->
                            System.out.println(
                                    "   ! "
                                            + y.severity()
                                            + " "
                                            + y.rule()
                                            + " <"
                                            + y.quote()
                                            + ">"));
            c.premises()
                    .forEach(y -> System.out.println("   ? " + y.rule() + " <" + y.quote() + ">"));
            System.out.println(
                    "   U "
                            + c.unknownFacts().stream().map(ClinicalQuestion.Fact::key).toList()
                            + (x instanceof Understood.NeedsDetail z
                                    ? " ASK "
                                            + z.missing().stream()
                                                    .map(ClinicalQuestion.Fact::key)
                                                    .toList()
                                    : ""));
            if (!u.parts(q).equals(java.util.List.of(q)))
                System.out.println("   PARTS " + u.parts(q));
        }
    }
}

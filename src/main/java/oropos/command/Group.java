package oropos.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that is only the name of others: alone it lists them, which is not what was wanted.
abstract class Group implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Override
    public final Integer call() {
        CommandSpec spec = this.spec;
        if (spec == null) {
            throw new IllegalStateException("picocli fills this in before it calls");
        }
        spec.commandLine().usage(System.err);
        return Main.WRONG_USE;
    }
}

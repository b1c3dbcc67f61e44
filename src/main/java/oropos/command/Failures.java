package oropos.command;

import java.io.IOException;
import oropos.library.DataFolderException;
import oropos.library.SourceFileException;
import picocli.CommandLine;

/// Turns what went wrong into one clear sentence and an exit code.
final class Failures {

    private Failures() {}

    static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        return switch (failure) {
            case DataFolderException unusable -> say(unusable.getMessage(), Main.DATA_UNUSABLE);
            case SourceFileException file -> say(file.getMessage(), Main.SOME_FAILED);
            case IllegalArgumentException wrong -> say(wrong.getMessage(), Main.WRONG_USE);
            case IOException io ->
                    say(
                            "A file could not be read or written: " + io.getMessage(),
                            Main.SOME_FAILED);
            default -> {
                failure.printStackTrace();
                yield say(
                        "Oropos failed, and that is our fault: "
                                + failure
                                + ". Nothing stored was changed by the failure. Please report the lines above.",
                        Main.SOME_FAILED);
            }
        };
    }

    static int wrongUse(CommandLine.ParameterException wrong, String[] args) {
        System.err.println("oropos: " + wrong.getMessage());
        CommandLine command = wrong.getCommandLine();
        System.err.println(
                "See: oropos help"
                        + (command.getParent() == null ? "" : " " + command.getCommandName()));
        return Main.WRONG_USE;
    }

    private static int say(@org.jspecify.annotations.Nullable String words, int code) {
        System.err.println("oropos: " + words);
        return code;
    }
}

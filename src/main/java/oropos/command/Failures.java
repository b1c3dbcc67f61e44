package oropos.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import oropos.ledger.LedgerException;
import oropos.library.DataFolderException;
import oropos.library.SourceFileException;
import picocli.CommandLine;

/// Turns what went wrong into one clear sentence and an exit code.
final class Failures {

    /// @param exit what the process ends with
    /// @param words one sentence for who called
    record Told(int exit, String words) {}

    private Failures() {}

    static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        Told told = told(failure);
        System.err.println("oropos: " + told.words());
        return told.exit();
    }

    /// What is a fault of ours is printed with its place, so that it can be reported.
    static Told told(Exception failure) {
        return switch (failure) {
            case DataFolderException unusable ->
                    new Told(Main.DATA_UNUSABLE, String.valueOf(unusable.getMessage()));
            case LedgerException unwritable ->
                    new Told(Main.DATA_UNUSABLE, String.valueOf(unwritable.getMessage()));
            case SourceFileException file ->
                    new Told(Main.SOME_FAILED, String.valueOf(file.getMessage()));
            case Refusal refused -> new Told(refused.exit(), String.valueOf(refused.getMessage()));
            case UncheckedIOException io -> new Told(Main.SOME_FAILED, words(io.getCause()));
            case IOException io -> new Told(Main.SOME_FAILED, words(io));
            default -> {
                failure.printStackTrace();
                yield new Told(
                        Main.SOME_FAILED,
                        "Oropos failed, and that is our fault: "
                                + failure
                                + ". Nothing stored was changed by the failure. Please report the lines above.");
            }
        };
    }

    private static String words(@Nullable IOException failure) {
        return switch (failure) {
            case NoSuchFileException gone ->
                    "there is no file or folder " + gone.getFile() + ": check the name";
            case AccessDeniedException denied ->
                    denied.getFile()
                            + " is closed to this account: give it the right to read and write there";
            case FileSystemException file when file.getReason() != null ->
                    file.getFile() + " could not be read or written: " + file.getReason();
            case CharacterCodingException notText ->
                    "a file is not text in UTF-8: save it in that encoding";
            case null -> "a file could not be read or written";
            default -> "a file could not be read or written: " + failure.getMessage();
        };
    }

    static int wrongUse(CommandLine.ParameterException wrong, String[] args) {
        System.err.println("oropos: " + wrong.getMessage());
        System.err.println(
                "See: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return Main.WRONG_USE;
    }
}

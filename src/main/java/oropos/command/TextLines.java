package oropos.command;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The lines of a batch. Empty ones do not count; one that cannot be read says why and harms no
/// other.
final class TextLines implements Closeable {

    /// Longest line read, in bytes: 80 times the longest question. More is no line of a batch.
    static final int LONGEST = 1_000_000;

    private final InputStream in;
    private final int longest;
    private int number;

    TextLines(InputStream in) {
        this(in, LONGEST);
    }

    /// @param longest most bytes of a line
    TextLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /// Opens a file; `-` is standard input.
    static TextLines of(Path file) throws IOException {
        if (file.toString().equals("-")) {
            return new TextLines(System.in);
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Refusal.wrongUse(
                    "--batch " + file + " is no file that can be read: check the name");
        }
        return new TextLines(new BufferedInputStream(Files.newInputStream(file)));
    }

    /// @param place its number in the file, from 1
    /// @param words what stands there; empty where it cannot be read
    /// @param why null, or one sentence: what is wrong with which line, and what to do
    record Line(String place, String words, @Nullable String why) {}

    /// The next line that is not empty; null at the end.
    @Nullable Line next() throws IOException {
        while (true) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            long length = line(bytes);
            if (length < 0) {
                return null;
            }
            number++;
            String place = Integer.toString(number);
            if (length > longest) {
                return new Line(
                        place,
                        "",
                        "line "
                                + number
                                + " has "
                                + length
                                + " bytes, and "
                                + longest
                                + " are read at most");
            }
            String words;
            try {
                words =
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(bytes.toByteArray()))
                                .toString();
            } catch (CharacterCodingException notText) {
                return new Line(
                        place, "", "line " + number + " is not text in UTF-8: save the file so");
            }
            if (number == 1 && words.startsWith("\uFEFF")) {
                words = words.substring(1);
            }
            if (!words.isBlank()) {
                return new Line(place, words, null);
            }
        }
    }

    /// Its length in bytes without its end, of which at most `longest` are kept; -1 after the last.
    private long line(ByteArrayOutputStream kept) throws IOException {
        long length = 0;
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                return length == 0 ? -1 : length;
            }
            if (++length <= longest) {
                kept.write(one);
            }
        }
        return length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package oropos.inference.onnx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// An encoder as files: weights, the pieces it cuts texts into, and how its authors meant it to be used.
///
/// The name carries a digest of all that changes a vector, so that vectors of two encoders never stand
/// in one file, also where both are called the same.
///
/// @param name as it stands in receipts and in front of stored vectors
/// @param model an ONNX graph
/// @param pooling what stands for a whole text
/// @param beforeQuestion what is put before a question
/// @param beforePassage what is put before a passage
/// @param window most pieces of a text, opening and closing mark included
/// @param mean that of its pieces ([oropos.inference.PieceMean]), or null where it does not ship
@SuppressWarnings("ArrayRecordComponent")
record EncoderFiles(
        String name,
        byte[] model,
        WordPieces pieces,
        Pooling pooling,
        String beforeQuestion,
        String beforePassage,
        int window,
        @Nullable ShippedMean mean) {

    /// What stands for a whole text.
    enum Pooling {
        /// The state of its opening mark (Xiao et al., *C-Pack*, arXiv:2309.07597).
        FIRST,
        /// The mean of the states of all its pieces (Reimers and Gurevych, arXiv:1908.10084).
        MEAN
    }

    static final String MODEL = "model.onnx";
    static final String TOKENIZER = "tokenizer.json";
    static final String SETTINGS = "encoder.properties";

    private static final String SHIPPED = "bge-small-en-v1.5-q";

    /// What the authors of the shipped model put before questions, and not before passages.
    private static final String INSTRUCTION =
            "Represent this sentence for searching relevant passages: ";

    /// Positions most models of this family were trained with.
    private static final int WINDOW = 512;

    private static final int LEAST_WINDOW = 16;

    private static final Set<String> KEYS =
            Set.of("name", "pooling", "question", "passage", "window");

    static EncoderFiles builtIn() throws IOException {
        byte[] model;
        try (InputStream weights = resource("/" + SHIPPED + ".onnx")) {
            model = weights.readAllBytes();
        }
        try (InputStream json = resource("/" + SHIPPED + "-tokenizer.json")) {
            String name = SHIPPED + "@" + digest(model);
            return new EncoderFiles(
                    name,
                    model,
                    WordPieces.read(json),
                    Pooling.FIRST,
                    INSTRUCTION,
                    "",
                    WINDOW,
                    ShippedMean.of(name));
        }
    }

    private static InputStream resource(String path) throws IOException {
        InputStream stream = EncoderFiles.class.getResourceAsStream(path);
        if (stream == null) {
            throw new IOException(path + " is not on the class path");
        }
        return stream;
    }

    /// The encoder of a folder.
    ///
    /// @throws IllegalArgumentException naming the file and what is wrong with it
    static EncoderFiles in(Path folder) throws IOException {
        byte[] model = bytes(folder.resolve(MODEL));
        Path tokenizer = folder.resolve(TOKENIZER);
        byte[] pieces = bytes(tokenizer);
        Path file = folder.resolve(SETTINGS);
        Properties settings = settings(file);
        Set<String> unknown = new TreeSet<>(settings.stringPropertyNames());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    file + " has " + unknown + "; known are " + new TreeSet<>(KEYS));
        }
        String name = settings.getProperty("name", "encoder");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,59}")) {
            throw new IllegalArgumentException(
                    file
                            + ": a name has 1 to 60 letters, digits, dots and dashes: \""
                            + name
                            + '"');
        }
        Pooling pooling = pooling(settings.getProperty("pooling", "first"), file);
        String question = settings.getProperty("question", "");
        String passage = settings.getProperty("passage", "");
        int window = window(settings.getProperty("window", String.valueOf(WINDOW)), file);
        String used =
                String.join("\u0000", pooling.name(), question, passage, String.valueOf(window));
        try {
            return new EncoderFiles(
                    name + "@" + digest(model, pieces, used.getBytes(StandardCharsets.UTF_8)),
                    model,
                    WordPieces.read(new ByteArrayInputStream(pieces)),
                    pooling,
                    question,
                    passage,
                    window,
                    null);
        } catch (IllegalArgumentException other) {
            throw new IllegalArgumentException(tokenizer + ": " + other.getMessage(), other);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + file);
        }
        return Files.readAllBytes(file);
    }

    private static Properties settings(Path file) throws IOException {
        Properties settings = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                settings.load(reader);
            } catch (MalformedInputException | IllegalArgumentException broken) {
                throw new IllegalArgumentException(
                        file + " is no properties file in UTF-8", broken);
            }
        }
        return settings;
    }

    private static Pooling pooling(String word, Path file) {
        for (Pooling one : Pooling.values()) {
            if (one.name().equals(word.strip().toUpperCase(Locale.ROOT))) {
                return one;
            }
        }
        throw new IllegalArgumentException(
                file + ": pooling is first or mean, not \"" + word + '"');
    }

    private static int window(String word, Path file) {
        try {
            int window = Integer.parseInt(word.strip());
            if (window >= LEAST_WINDOW && window <= WINDOW) {
                return window;
            }
        } catch (NumberFormatException noNumber) {
            // told below
        }
        throw new IllegalArgumentException(
                file
                        + ": window is a number from "
                        + LEAST_WINDOW
                        + " to "
                        + WINDOW
                        + ", not \""
                        + word
                        + '"');
    }

    private static String digest(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

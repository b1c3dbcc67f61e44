package oropos.inference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The mean state of the word pieces of some texts, under any encoder.
///
/// Of a word piece one bit for each dimension is kept: whether it lies above the mean. A mean over the
/// texts of a library would give one text other bits in another library, or after another order of
/// import. So it is taken over texts that ship with Oropos and never change with a library
/// (`mean-texts.txt`, one a line): sentences of the starter library and names of descriptors, about as
/// many pieces of each, because that keeps more than either alone (docs/measured/search.md).
public final class PieceMean {

    private static final String FILE = "mean-texts.txt";

    /// The texts.
    public static final List<String> TEXTS = texts();

    /// Names the mean over [#TEXTS]: other texts, another name.
    public static final String NAME =
            "texts-" + digest(String.join("\n", TEXTS).getBytes(StandardCharsets.UTF_8));

    private PieceMean() {}

    /// The mean over [#TEXTS]. Of an encoder that tells no pieces, zeros.
    public static float[] of(Embedder encoder) {
        double[] sums = new double[encoder.dimensions()];
        long count = 0;
        for (String text : TEXTS) {
            for (float[] state : encoder.encodedPassage(text).states()) {
                count++;
                for (int k = 0; k < sums.length; k++) {
                    sums[k] += state[k];
                }
            }
        }
        float[] mean = new float[sums.length];
        for (int k = 0; k < sums.length && count > 0; k++) {
            mean[k] = (float) (sums[k] / count);
        }
        return mean;
    }

    /// Twelve letters that tell two contents apart.
    public static String digest(byte[] content) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(whole, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> texts() {
        try (InputStream stream = PieceMean.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IOException(FILE + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}

package oropos.inference.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import oropos.inference.PieceMean;

/// The mean of [PieceMean] under the encoder that ships, computed once and kept as numbers: vectors
/// differ slightly between kinds of processors, and the mean must not.
///
/// The file names the encoder and the texts it belongs to. Where either is another, it is not used, and
/// the mean is computed. `ShippedMeanTests` writes it.
///
/// @param name changes with each number
/// @param numbers one for each dimension
@SuppressWarnings("ArrayRecordComponent")
record ShippedMean(String name, float[] numbers) {

    static final String FILE = "shipped-mean.txt";

    /// The mean that ships for an encoder; null where none does.
    static @Nullable ShippedMean of(String encoder) throws IOException {
        try (InputStream stream = ShippedMean.class.getResourceAsStream(FILE)) {
            return stream == null
                    ? null
                    : read(new String(stream.readAllBytes(), StandardCharsets.UTF_8), encoder);
        }
    }

    static @Nullable ShippedMean read(String file, String encoder) {
        List<String> lines = file.lines().toList();
        int first = 2;
        if (lines.size() <= first
                || !lines.get(0).equals(encoder)
                || !lines.get(1).equals(PieceMean.NAME)) {
            return null;
        }
        float[] numbers = new float[lines.size() - first];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = Float.parseFloat(lines.get(first + k));
        }
        return new ShippedMean(
                "mean-" + PieceMean.digest(file.getBytes(StandardCharsets.UTF_8)), numbers);
    }

    /// As a file.
    static String written(String encoder, float[] numbers) {
        StringBuilder file = new StringBuilder(encoder + "\n" + PieceMean.NAME + "\n");
        for (float number : numbers) {
            file.append(String.format(Locale.ROOT, "%.6f", number)).append('\n');
        }
        return file.toString();
    }

    @Override
    public String toString() {
        return name + " " + Arrays.toString(numbers);
    }
}

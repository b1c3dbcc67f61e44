package oropos.inference;

import java.nio.file.Files;
import java.nio.file.Path;
import oropos.inference.onnx.OnnxEmbedder;

/// Where encoders come from. Nothing native is loaded before one is asked for.
public final class Encoders {

    private Encoders() {}

    /// Opens the encoder that ships inside the jar. It needs no network; it takes about half a
    /// second and 34 MB for its weights. The caller closes it.
    ///
    /// @throws EncoderUnavailable where it cannot run here, for example on a processor or C library
    ///     for which ONNX Runtime has no build
    public static Embedder builtIn() {
        return OnnxEmbedder.open();
    }

    /// Opens the encoder an operator put into a folder, `model.onnx` with `tokenizer.json` and, where
    /// it differs from the one that ships, `encoder.properties` (docs/operator.md); where there is no
    /// such model, [#builtIn].
    ///
    /// @param folder the `encoder` folder of a data folder; it need not exist
    /// @throws EncoderUnavailable where it cannot be used; the one that ships does not step in, because
    ///     its vectors would be searched in the other's place
    public static Embedder of(Path folder) {
        return Files.exists(folder.resolve("model.onnx")) ? OnnxEmbedder.open(folder) : builtIn();
    }
}

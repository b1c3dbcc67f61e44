package oropos.inference;

import oropos.inference.onnx.OnnxEmbedder;

/// Where encoders come from. Nothing native is loaded before one is asked for.
public final class Encoders {

    private Encoders() {}

    /// Opens the encoder that ships inside the jar. It needs no network; it takes about half a
    /// second and 34 MB of weights for each thread in use. The caller closes it.
    ///
    /// @throws EncoderUnavailable where it cannot run here, for example on a processor or C library
    ///     for which ONNX Runtime has no build
    public static Embedder builtIn() {
        return OnnxEmbedder.open();
    }
}

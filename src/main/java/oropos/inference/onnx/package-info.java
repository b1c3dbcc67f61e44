/// Runs encoder models with ONNX Runtime, the only place where its classes are seen.
///
/// Start at [oropos.inference.onnx.OnnxEmbedder].
@NullMarked
package oropos.inference.onnx;

import org.jspecify.annotations.NullMarked;

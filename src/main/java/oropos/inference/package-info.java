/// Runs models: here the encoder that turns text into vectors, in this process, without a network.
///
/// Start at [oropos.inference.Embedder]. ONNX stays inside `inference.onnx`.
///
/// This room holds no opinion on medicine. A text always gives the same vector: texts are encoded
/// one at a time, because dynamically quantised models give another vector inside a padded batch.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package oropos.inference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Runs models: the encoder that turns text into vectors, in this process, without a network; and,
/// where an operator named one, a language model on another machine.
///
/// Start at [oropos.inference.Embedder] and [oropos.inference.LanguageModel]. ONNX stays inside
/// `inference.onnx`, HTTP and LangChain4j inside `inference.remote`: no other room can open a
/// connection.
///
/// This room holds no opinion on medicine, and believes no model. A text always gives the same
/// vector: texts are encoded one at a time, because dynamically quantised models give another vector
/// inside a padded batch.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package oropos.inference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Speaks to one language model over HTTP, by LangChain4j: OpenAI's protocol and everything that
/// speaks it, Anthropic's, Ollama's.
///
/// LangChain4j writes requests and reads responses; the connection is ours
/// ([oropos.inference.remote.OneHost]): one host, no proxy, no redirect, a limit to bytes and time.
@NullMarked
package oropos.inference.remote;

import org.jspecify.annotations.NullMarked;

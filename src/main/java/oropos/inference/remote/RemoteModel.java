package oropos.inference.remote;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.TokenUsage;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import oropos.inference.LanguageModel;
import oropos.inference.ModelSettings;
import oropos.inference.Prompt;
import oropos.inference.Reply;

/// A model behind one of three protocols. Neither requests nor responses are ever logged.
public final class RemoteModel implements LanguageModel {

    /// OpenAI's own server takes the limit under a newer name than those that speak its protocol.
    private static final String OPENAI = "api.openai.com";

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_OF_THE_SERVER = 500;

    private final ModelSettings settings;
    private final ChatModel model;

    public RemoteModel(ModelSettings settings) {
        this.settings = settings;
        HttpClientBuilder http = new OneHost(settings).builder();
        this.model =
                switch (settings.protocol()) {
                    case OPENAI -> openAi(settings, http);
                    case ANTHROPIC -> anthropic(settings, http);
                    case OLLAMA -> ollama(settings, http);
                };
    }

    @Override
    public String name() {
        return settings.model();
    }

    @Override
    public String host() {
        return settings.host();
    }

    @Override
    public Reply ask(Prompt prompt) {
        ChatResponse response;
        try {
            response =
                    model.chat(
                            SystemMessage.from(prompt.task()), UserMessage.from(prompt.material()));
        } catch (RuntimeException failed) {
            return silence(failed);
        }
        String text = response.aiMessage() == null ? null : response.aiMessage().text();
        if (text == null || text.isBlank()) {
            return new Reply.Silent(Reply.Cause.MALFORMED, true);
        }
        return new Reply.Said(text, tokens(response.tokenUsage()));
    }

    private static int tokens(@Nullable TokenUsage usage) {
        Integer total = usage == null ? null : usage.totalTokenCount();
        return total == null ? 0 : Math.max(0, total);
    }

    /// What failed, by what lies at the bottom of it. A body that is no JSON of the protocol ends
    /// here too.
    private static Reply.Silent silence(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof OneHost.Unanswered unanswered) {
                return unanswered.reply();
            }
            if (cause instanceof HttpException http) {
                int status = http.statusCode();
                return new Reply.Silent(
                        status == TOO_MANY_REQUESTS
                                ? Reply.Cause.BUSY
                                : status >= FIRST_OF_THE_SERVER
                                        ? Reply.Cause.OUTAGE
                                        : Reply.Cause.DECLINED,
                        true);
            }
        }
        return new Reply.Silent(Reply.Cause.MALFORMED, true);
    }

    private static ChatModel openAi(ModelSettings settings, HttpClientBuilder http) {
        var builder =
                OpenAiChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(settings.url().toString())
                        .modelName(settings.model())
                        .timeout(settings.patience())
                        .maxRetries(0);
        if (settings.key() != null) {
            builder.apiKey(settings.key());
        }
        if (settings.temperature() != null) {
            builder.temperature(settings.temperature());
        }
        if (OPENAI.equals(settings.url().getHost())) {
            builder.maxCompletionTokens(settings.mostTokens());
        } else {
            builder.maxTokens(settings.mostTokens());
        }
        return builder.build();
    }

    private static ChatModel anthropic(ModelSettings settings, HttpClientBuilder http) {
        var builder =
                AnthropicChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(settings.url().toString())
                        .apiKey(settings.key() == null ? "none" : settings.key())
                        .modelName(settings.model())
                        .maxTokens(settings.mostTokens())
                        .timeout(settings.patience())
                        .maxRetries(0);
        if (settings.temperature() != null) {
            builder.temperature(settings.temperature());
        }
        return builder.build();
    }

    private static ChatModel ollama(ModelSettings settings, HttpClientBuilder http) {
        var builder =
                OllamaChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(settings.url().toString())
                        .modelName(settings.model())
                        .numPredict(settings.mostTokens())
                        .timeout(settings.patience())
                        .maxRetries(0);
        if (settings.key() != null) {
            // Ollama asks for none; a proxy in front of it may
            builder.customHeaders(Map.of("Authorization", "Bearer " + settings.key()));
        }
        if (settings.temperature() != null) {
            builder.temperature(settings.temperature());
        }
        return builder.build();
    }
}

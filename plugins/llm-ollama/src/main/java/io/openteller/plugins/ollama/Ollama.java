package io.openteller.plugins.ollama;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaChatRequestParameters;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import io.openteller.plugins.langchain.EmbeddingVendor;
import io.openteller.plugins.langchain.LangchainModels;
import io.openteller.plugins.langchain.SettingTexts;
import io.openteller.plugins.langchain.Wanted;
import io.openteller.spi.HttpRequest;
import io.openteller.spi.llm.ChatRequest;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A machine that runs models by Ollama. */
record Ollama(OllamaSettings settings, String address, Map<String, String> headers) implements EmbeddingVendor {

    static final LangchainModels<OllamaSettings> MODELS =
            new LangchainModels<>(OllamaSettings.class, OllamaSettings.SPEC, Ollama::of);

    static Ollama of(OllamaSettings settings) {
        return new Ollama(
                settings,
                SettingTexts.base(settings.baseUrl()),
                settings.apiKey() == null ? Map.of() : Map.of("Authorization", "Bearer " + settings.apiKey()));
    }

    @Override
    public List<String> models() {
        return SettingTexts.names(settings.models());
    }

    @Override
    public ChatModel whole(HttpClientBuilder client) {
        return OllamaChatModel.builder()
                .baseUrl(address)
                .customHeaders(headers)
                .httpClientBuilder(client)
                .maxRetries(0)
                .build();
    }

    @Override
    public StreamingChatModel streamed(HttpClientBuilder client) {
        return OllamaStreamingChatModel.builder()
                .baseUrl(address)
                .customHeaders(headers)
                .httpClientBuilder(client)
                .build();
    }

    @Override
    public ChatRequestParameters parameters(ChatRequest request, Wanted wanted) {
        var parameters = OllamaChatRequestParameters.builder()
                .modelName(wanted.model())
                .toolSpecifications(wanted.tools())
                .responseFormat(wanted.format())
                .maxOutputTokens(request.maxOutputTokens())
                .temperature(request.temperature());
        if (settings.contextTokens() != null) {
            parameters.numCtx(settings.contextTokens().intValue());
        }
        return parameters.build();
    }

    @Override
    public Structure structure() {
        return Structure.JSON_SCHEMA;
    }

    @Override
    public UnaryOperator<String> repair() {
        return new CallsInOrder();
    }

    @Override
    public HttpRequest probe() {
        HttpRequest request = HttpRequest.get(SettingTexts.below(address, "/api/tags"));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            request = request.withHeader(header.getKey(), header.getValue());
        }
        return request;
    }

    @Override
    public List<String> embeddingModels() {
        return SettingTexts.names(settings.embeddingModels());
    }

    @Override
    public EmbeddingModel embedding(HttpClientBuilder client, String model) {
        return OllamaEmbeddingModel.builder()
                .baseUrl(address)
                .customHeaders(headers)
                .httpClientBuilder(client)
                .modelName(model)
                .maxRetries(0)
                .build();
    }
}

package io.openteller.plugins.openai;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.openteller.plugins.langchain.EmbeddingVendor;
import io.openteller.plugins.langchain.LangchainModels;
import io.openteller.plugins.langchain.SettingTexts;
import io.openteller.plugins.langchain.Wanted;
import io.openteller.spi.HttpRequest;
import io.openteller.spi.llm.ChatRequest;
import java.util.List;
import java.util.Map;

/** A server that speaks OpenAI's chat and embedding interfaces. */
record OpenAi(OpenAiSettings settings, Map<String, String> headers) implements EmbeddingVendor {

    static final LangchainModels<OpenAiSettings> MODELS =
            new LangchainModels<>(OpenAiSettings.class, OpenAiSettings.SPEC, OpenAi::of);

    static OpenAi of(OpenAiSettings settings) {
        return new OpenAi(settings, SettingTexts.headers(settings.headers(), "headers"));
    }

    @Override
    public List<String> models() {
        return SettingTexts.names(settings.models());
    }

    @Override
    public ChatModel whole(HttpClientBuilder client) {
        return OpenAiChatModel.builder()
                .baseUrl(SettingTexts.base(settings.baseUrl()))
                .apiKey(settings.apiKey())
                .customHeaders(headers)
                .customQueryParams(SettingTexts.query(settings.baseUrl()))
                .httpClientBuilder(client)
                .strictJsonSchema(true)
                .maxRetries(0)
                .build();
    }

    @Override
    public StreamingChatModel streamed(HttpClientBuilder client) {
        return OpenAiStreamingChatModel.builder()
                .baseUrl(SettingTexts.base(settings.baseUrl()))
                .apiKey(settings.apiKey())
                .customHeaders(headers)
                .customQueryParams(SettingTexts.query(settings.baseUrl()))
                .httpClientBuilder(client)
                .strictJsonSchema(true)
                .build();
    }

    @Override
    public ChatRequestParameters parameters(ChatRequest request, Wanted wanted) {
        var parameters = OpenAiChatRequestParameters.builder()
                .modelName(wanted.model())
                .toolSpecifications(wanted.tools())
                .responseFormat(wanted.format());
        if (settings.newerLimits()) {
            return parameters.maxCompletionTokens(request.maxOutputTokens()).build();
        }
        return parameters
                .maxOutputTokens(request.maxOutputTokens())
                .temperature(request.temperature())
                .build();
    }

    @Override
    public Structure structure() {
        OpenAiSettings.Structure chosen = settings.structure();
        return chosen == null ? Structure.JSON_SCHEMA : Structure.valueOf(chosen.name());
    }

    @Override
    public HttpRequest probe() {
        HttpRequest request = HttpRequest.get(SettingTexts.below(settings.baseUrl(), "/models"));
        if (settings.apiKey() != null) {
            request = request.withHeader("Authorization", "Bearer " + settings.apiKey());
        }
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
        return OpenAiEmbeddingModel.builder()
                .baseUrl(SettingTexts.base(settings.baseUrl()))
                .apiKey(settings.apiKey())
                .customHeaders(headers)
                .customQueryParams(SettingTexts.query(settings.baseUrl()))
                .httpClientBuilder(client)
                .modelName(model)
                .maxRetries(0)
                .build();
    }
}

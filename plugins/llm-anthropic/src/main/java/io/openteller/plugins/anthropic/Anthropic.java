package io.openteller.plugins.anthropic;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicChatRequestParameters;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import io.openteller.plugins.langchain.LangchainModels;
import io.openteller.plugins.langchain.SettingTexts;
import io.openteller.plugins.langchain.Vendor;
import io.openteller.plugins.langchain.Wanted;
import io.openteller.spi.HttpRequest;
import io.openteller.spi.llm.ChatRequest;
import java.util.List;
import java.util.Map;

/** Anthropic's Messages interface. */
record Anthropic(AnthropicSettings settings, String address, Map<String, String> headers) implements Vendor {

    private static final String USUAL = "https://api.anthropic.com/v1";
    private static final String VERSION = "2023-06-01";

    static final LangchainModels<AnthropicSettings> MODELS =
            new LangchainModels<>(AnthropicSettings.class, AnthropicSettings.SPEC, Anthropic::of);

    static Anthropic of(AnthropicSettings settings) {
        String address = settings.baseUrl();
        return new Anthropic(
                settings,
                SettingTexts.base(address == null ? USUAL : address),
                SettingTexts.headers(settings.headers(), "headers"));
    }

    @Override
    public List<String> models() {
        return SettingTexts.names(settings.models());
    }

    @Override
    public ChatModel whole(HttpClientBuilder client) {
        return AnthropicChatModel.builder()
                .baseUrl(address)
                .apiKey(settings.apiKey())
                .version(VERSION)
                .customHeaders(headers)
                .httpClientBuilder(client)
                .maxRetries(0)
                .build();
    }

    @Override
    public StreamingChatModel streamed(HttpClientBuilder client) {
        return AnthropicStreamingChatModel.builder()
                .baseUrl(address)
                .apiKey(settings.apiKey())
                .version(VERSION)
                .customHeaders(headers)
                .httpClientBuilder(client)
                .build();
    }

    @Override
    public ChatRequestParameters parameters(ChatRequest request, Wanted wanted) {
        return AnthropicChatRequestParameters.builder()
                .modelName(wanted.model())
                .toolSpecifications(wanted.tools())
                .responseFormat(wanted.format())
                .maxOutputTokens(request.maxOutputTokens())
                .temperature(request.temperature())
                .build();
    }

    @Override
    public Structure structure() {
        return settings.structure() == AnthropicSettings.Structure.NONE ? Structure.NONE : Structure.JSON_SCHEMA;
    }

    @Override
    public HttpRequest probe() {
        HttpRequest request = HttpRequest.get(SettingTexts.below(address, "/models"))
                .withHeader("x-api-key", settings.apiKey())
                .withHeader("anthropic-version", VERSION);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            request = request.withHeader(header.getKey(), header.getValue());
        }
        return request;
    }
}

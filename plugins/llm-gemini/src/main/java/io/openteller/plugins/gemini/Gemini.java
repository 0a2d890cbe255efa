package io.openteller.plugins.gemini;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.googleai.GeminiThinkingConfig;
import dev.langchain4j.model.googleai.GoogleAiEmbeddingModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatRequestParameters;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import io.openteller.plugins.langchain.EmbeddingVendor;
import io.openteller.plugins.langchain.LangchainModels;
import io.openteller.plugins.langchain.SettingTexts;
import io.openteller.plugins.langchain.Wanted;
import io.openteller.spi.HttpRequest;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.ChatResult.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Google's Gemini interface. */
record Gemini(GeminiSettings settings, String address) implements EmbeddingVendor {

    private static final String USUAL = "https://generativelanguage.googleapis.com/v1beta";

    static final LangchainModels<GeminiSettings> MODELS =
            new LangchainModels<>(GeminiSettings.class, GeminiSettings.SPEC, Gemini::of);

    static Gemini of(GeminiSettings settings) {
        String address = settings.baseUrl();
        return new Gemini(settings, SettingTexts.base(address == null ? USUAL : address));
    }

    @Override
    public List<String> models() {
        return SettingTexts.names(settings.models());
    }

    /** What it thinks is kept apart from what it says; its signature has to go back with the results of tools. */
    @Override
    public ChatModel whole(HttpClientBuilder client) {
        return GoogleAiGeminiChatModel.builder()
                .baseUrl(address)
                .apiKey(settings.apiKey())
                .httpClientBuilder(client)
                .thinkingConfig(thinking())
                .returnThinking(true)
                .sendThinking(true)
                .maxRetries(0)
                .build();
    }

    @Override
    public StreamingChatModel streamed(HttpClientBuilder client) {
        return GoogleAiGeminiStreamingChatModel.builder()
                .baseUrl(address)
                .apiKey(settings.apiKey())
                .httpClientBuilder(client)
                .thinkingConfig(thinking())
                .returnThinking(true)
                .sendThinking(true)
                .build();
    }

    private @Nullable GeminiThinkingConfig thinking() {
        Long tokens = settings.thinkingTokens();
        return tokens == null
                ? null
                : GeminiThinkingConfig.builder().thinkingBudget(tokens.intValue()).build();
    }

    @Override
    public ChatRequestParameters parameters(ChatRequest request, Wanted wanted) {
        Long thinking = settings.thinkingTokens();
        return GoogleAiGeminiChatRequestParameters.builder()
                .modelName(wanted.model())
                .toolSpecifications(wanted.tools())
                .responseFormat(wanted.format())
                .maxOutputTokens(request.maxOutputTokens() + (thinking == null ? 0 : thinking.intValue()))
                .temperature(request.temperature())
                .build();
    }

    @Override
    public Structure structure() {
        return Structure.JSON_SCHEMA;
    }

    @Override
    public boolean plainTools() {
        return true;
    }

    /** Thinking is paid for as answering is. */
    @Override
    public Usage usage(TokenUsage tokens) {
        Usage plain = EmbeddingVendor.super.usage(tokens);
        Integer thoughts = tokens instanceof GoogleAiGeminiTokenUsage known ? known.thoughtsTokenCount() : null;
        return thoughts == null ? plain : new Usage(plain.inputTokens(), plain.outputTokens() + thoughts);
    }

    @Override
    public HttpRequest probe() {
        return HttpRequest.get(SettingTexts.below(address, "/models")).withHeader("x-goog-api-key", settings.apiKey());
    }

    @Override
    public List<String> embeddingModels() {
        return SettingTexts.names(settings.embeddingModels());
    }

    @Override
    public EmbeddingModel embedding(HttpClientBuilder client, String model) {
        return GoogleAiEmbeddingModel.builder()
                .baseUrl(address)
                .apiKey(settings.apiKey())
                .httpClientBuilder(client)
                .modelName(model)
                .maxRetries(0)
                .build();
    }
}

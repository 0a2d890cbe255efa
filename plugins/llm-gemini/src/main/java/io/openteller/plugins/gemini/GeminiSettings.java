package io.openteller.plugins.gemini;

import io.openteller.spi.Setting;
import io.openteller.spi.SettingsSpec;
import org.jspecify.annotations.Nullable;

/** Whose account, and which models. */
record GeminiSettings(
        @Setting(title = "Key", description = "Sent as x-goog-api-key", secret = true)
                String apiKey,
        @Setting(title = "Models", description = "Names as the provider knows them, separated by commas; the first is the usual one")
                String models,
        @Nullable @Setting(title = "Embedding models", description = "As above; empty for none")
                String embeddingModels,
        @Nullable @Setting(
                        title = "Server address",
                        description = "Up to and with the version; empty for https://generativelanguage.googleapis.com/v1beta",
                        pattern = "^(https?://[^ ]+)?$")
                String baseUrl,
        @Nullable @Setting(
                        title = "Thinking tokens",
                        description = "How many the model may think before it answers, on top of the answer's; empty for its own measure",
                        minimum = 0,
                        maximum = 100_000)
                Long thinkingTokens) {

    static final SettingsSpec<GeminiSettings> SPEC = SettingsSpec.of(GeminiSettings.class, "Google Gemini");
}

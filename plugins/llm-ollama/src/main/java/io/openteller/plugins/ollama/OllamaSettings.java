package io.openteller.plugins.ollama;

import io.openteller.spi.Setting;
import io.openteller.spi.SettingsSpec;
import org.jspecify.annotations.Nullable;

/** Which machine, and which of its models. */
record OllamaSettings(
        @Setting(title = "Server address", description = "Such as http://localhost:11434", pattern = "^https?://[^ ]+$")
                String baseUrl,
        @Setting(title = "Models", description = "Names as the server knows them, separated by commas; the first is the usual one")
                String models,
        @Nullable @Setting(title = "Embedding models", description = "As above; empty for none")
                String embeddingModels,
        @Nullable @Setting(title = "Key", description = "Sent as a bearer token, where a gateway stands before the server", secret = true)
                String apiKey,
        @Nullable @Setting(
                        title = "Context",
                        description = "Tokens that a model may hold; the server cuts the beginning off without a word beyond its own measure",
                        minimum = 512,
                        maximum = 2_000_000)
                Long contextTokens) {

    static final SettingsSpec<OllamaSettings> SPEC = SettingsSpec.of(OllamaSettings.class, "Ollama");
}

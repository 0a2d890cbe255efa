package io.openteller.plugins.openai;

import io.openteller.spi.Setting;
import io.openteller.spi.SettingsSpec;
import org.jspecify.annotations.Nullable;

/** Which server, and how it wants to be asked. */
record OpenAiSettings(
        @Setting(
                        title = "Server address",
                        description = "Up to and with the version, such as https://api.openai.com/v1; may end in ?api-version=…",
                        pattern = "^https?://[^ ]+$")
                String baseUrl,
        @Nullable @Setting(title = "Key", description = "Sent as a bearer token; servers of your own may need none", secret = true)
                String apiKey,
        @Setting(title = "Models", description = "Names as the server knows them, separated by commas; the first is the usual one")
                String models,
        @Nullable @Setting(title = "Embedding models", description = "As above; empty if the server has none")
                String embeddingModels,
        @Nullable @Setting(
                        title = "More headers",
                        description = "Name: value, separated by |, for example for Azure's api-key",
                        secret = true)
                String headers,
        @Nullable @Setting(
                        title = "Structured answers",
                        description = "What the server can be held to; JSON_SCHEMA unless it refuses that")
                Structure structure,
        @Setting(
                        title = "Newer limits",
                        description = "The server wants max_completion_tokens and no temperature, as OpenAI's reasoning models do")
                boolean newerLimits) {

    static final SettingsSpec<OpenAiSettings> SPEC = SettingsSpec.of(OpenAiSettings.class, "OpenAI and compatible servers");

    /** How far a server follows a form. */
    enum Structure {
        JSON_SCHEMA,
        JSON_OBJECT,
        NONE
    }
}

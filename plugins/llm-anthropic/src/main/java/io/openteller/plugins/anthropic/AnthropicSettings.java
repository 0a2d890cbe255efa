package io.openteller.plugins.anthropic;

import io.openteller.spi.Setting;
import io.openteller.spi.SettingsSpec;
import org.jspecify.annotations.Nullable;

/** Whose account, and which models. */
record AnthropicSettings(
        @Setting(title = "Key", description = "Sent as x-api-key", secret = true)
                String apiKey,
        @Setting(title = "Models", description = "Names as the provider knows them, separated by commas; the first is the usual one")
                String models,
        @Nullable @Setting(
                        title = "Server address",
                        description = "Up to and with the version; empty for https://api.anthropic.com/v1",
                        pattern = "^(https?://[^ ]+)?$")
                String baseUrl,
        @Nullable @Setting(title = "More headers", description = "Name: value, separated by |", secret = true)
                String headers,
        @Nullable @Setting(
                        title = "Structured answers",
                        description = "NONE for models that cannot be held to a schema: they are asked in words")
                Structure structure) {

    static final SettingsSpec<AnthropicSettings> SPEC = SettingsSpec.of(AnthropicSettings.class, "Anthropic");

    /** How far the models follow a form. */
    enum Structure {
        JSON_SCHEMA,
        NONE
    }
}

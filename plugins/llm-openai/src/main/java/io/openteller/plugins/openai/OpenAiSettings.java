package io.openteller.plugins.openai;

import io.openteller.spi.Setting;
import io.openteller.spi.SettingsSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    Structure structured() {
        return structure == null ? Structure.JSON_SCHEMA : structure;
    }

    /** Without query and without a slash at the end. */
    String address() {
        return baseUrl.replaceFirst("\\?.*$", "").replaceFirst("/+$", "");
    }

    Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        int start = baseUrl.indexOf('?');
        for (String pair : start < 0 ? new String[0] : baseUrl.substring(start + 1).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                query.put(parts[0], parts.length == 2 ? parts[1] : "");
            }
        }
        return query;
    }

    List<String> modelNames() {
        return Arrays.stream(models.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    String model(String wanted) {
        List<String> names = modelNames();
        if (!wanted.isBlank()) {
            return wanted;
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("the setting models is missing");
        }
        return names.getFirst();
    }

    /** @throws IllegalArgumentException naming the setting, but not its content */
    Map<String, String> moreHeaders() {
        Map<String, String> more = new HashMap<>();
        for (String line : headers == null ? new String[0] : headers.split("[|\\n]")) {
            String[] parts = line.split(":", 2);
            if (parts.length == 2 && parts[0].strip().matches("[A-Za-z0-9-]{1,60}")) {
                more.put(parts[0].strip(), parts[1].strip());
            } else if (!line.isBlank()) {
                throw new IllegalArgumentException("the setting headers cannot be read");
            }
        }
        return more;
    }
}

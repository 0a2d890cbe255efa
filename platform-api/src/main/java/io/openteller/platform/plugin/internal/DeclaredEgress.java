package io.openteller.platform.plugin.internal;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Where plugins without a plugin.json may call. Anyone else's may not call at all. */
@Singleton
class DeclaredEgress {

    private static final Map<String, List<String>> OURS = Map.of(
            "llm-openai", List.of("{baseUrl}"),
            "llm-ollama", List.of("{baseUrl}"),
            "llm-anthropic", List.of("api.anthropic.com", "{baseUrl}"),
            "llm-gemini", List.of("generativelanguage.googleapis.com", "{baseUrl}"),
            "identity-otp", List.of("{smsGatewayUrl}"));

    List<String> of(String plugin) {
        return OURS.getOrDefault(plugin, List.of());
    }
}

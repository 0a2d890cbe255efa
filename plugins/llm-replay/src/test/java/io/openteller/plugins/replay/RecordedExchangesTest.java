package io.openteller.plugins.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.plugins.anthropic.AnthropicChat;
import io.openteller.plugins.gemini.GeminiChat;
import io.openteller.plugins.openai.OpenAiChat;
import io.openteller.plugins.openai.OpenAiEmbeddings;
import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.EmbeddingResult;
import io.openteller.spi.llm.ToolCall;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What real services once answered, through the plugins: text, calls, tokens and errors come out as they were recorded. */
class RecordedExchangesTest {

    private static final Path FOLDER = Path.of(System.getProperty("openteller.wire", "../../../shared/data/wire"), "llm_cassettes");

    private final List<String> passed = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> left = new TreeMap<>();

    @Test
    void every_exchange_comes_out_as_it_was_recorded() {
        boolean there = Files.isDirectory(FOLDER);
        if (!there) {
            System.out.println("Recorded exchanges: not there (" + FOLDER.normalize() + "), left out.");
        }
        assumeTrue(there);
        List<Recorded> all = Recorded.all(FOLDER);
        all.forEach(this::play);
        System.out.printf("Recorded exchanges: %d of %d as recorded, %d not, %d do not apply: %s%n",
                passed.size(), all.size(), faults.size(), left.values().stream().mapToInt(Integer::intValue).sum(), left);
        assertThat(faults).isEmpty();
        assertThat(passed).isNotEmpty();
    }

    private void play(Recorded recorded) {
        String address = recorded.address().toString().replaceFirst("\\?.*$", "");
        Map<String, String> openai = Map.of(
                "baseUrl", address.replaceFirst("/(chat/completions|embeddings)$", ""), "apiKey", "some-key", "models", "m",
                "embeddingModels", "v", "newerLimits", String.valueOf(recorded.request().has("max_completion_tokens")));
        if (address.endsWith("/chat/completions")) {
            play(recorded, new OpenAiChat(), new OpenAiLanguage(), openai);
        } else if (address.endsWith("api.openai.com/v1/embeddings")) {
            embed(recorded, openai);
        } else if (address.endsWith("/v1/messages")) {
            play(recorded, new AnthropicChat(), new AnthropicLanguage(), Map.of("apiKey", "some-key", "models", "m"));
        } else if (address.matches(".*/models/.*:(g|streamG)enerateContent")) {
            play(recorded, new GeminiChat(), new GeminiLanguage(), Map.of(
                    "apiKey", "some-key", "models", "m", "baseUrl", address.replaceFirst("/models/.*$", "")));
        } else {
            left.merge(why(recorded), 1, Integer::sum);
        }
    }

    private static String why(Recorded recorded) {
        String host = recorded.address().getHost();
        String path = String.valueOf(recorded.address().getPath());
        return host == null
                ? "another protocol than HTTP"
                : path.contains("/responses")
                        ? "OpenAI's interface of responses"
                        : path.contains("count_tokens") ? "counting of tokens" : host;
    }

    private void play(Recorded recorded, ChatModel model, Language language, Map<String, String> settings) {
        Question question;
        try {
            question = language.question(recorded);
        } catch (Language.Unspeakable none) {
            left.merge("asks with " + none.getMessage(), 1, Integer::sum);
            return;
        }
        boolean streamed = language.streamed(recorded);
        Played played = new Played(recorded, settings);
        StringBuilder pieces = new StringBuilder();
        ChatResult result = streamed
                ? model.stream(played, question, piece -> {
                    pieces.append(piece);
                    return true;
                })
                : model.chat(played, question);
        Expected expected = language.expected(recorded, streamed);
        List<String> wrong = new ArrayList<>(differences(result, expected));
        if (streamed && expected.kind().equals("Answered") && !pieces.toString().equals(expected.text().replace("\n", ""))
                && !pieces.toString().equals(expected.text())) {
            wrong.add("pieces " + pieces);
        }
        if (played.sent == null) {
            wrong.add("nothing was sent");
        } else {
            wrong.addAll(language.faults(OpenAiLanguage.parsed(new String(played.sent.body(), StandardCharsets.UTF_8)), recorded, question));
            if (!played.sent.address().getPath().equals(recorded.address().getPath())) {
                wrong.add("address " + played.sent.address());
            }
        }
        note(recorded, wrong);
    }

    private static List<String> differences(ChatResult result, Expected expected) {
        List<String> wrong = new ArrayList<>();
        if (!result.getClass().getSimpleName().equals(expected.kind())) {
            wrong.add(result + " for " + expected);
        }
        if (result instanceof ChatResult.Answered answered) {
            List<ToolCall> calls = answered.toolCalls();
            if (!answered.text().equals(expected.text())) {
                wrong.add("text [" + answered.text() + "] for [" + expected.text() + "]");
            }
            if (!calls.stream().map(ToolCall::tool).toList().equals(expected.tools())
                    || !calls.stream().map(call -> OpenAiLanguage.parsed(call.arguments())).toList().equals(expected.arguments())) {
                wrong.add("calls " + calls);
            }
            for (int i = 0; i < Math.min(calls.size(), expected.ids().size()); i++) {
                String id = expected.ids().get(i);
                boolean good = id.isEmpty() || id.startsWith("~") ? calls.get(i).id().endsWith(id) : calls.get(i).id().equals(id);
                if (!good || calls.get(i).id().isBlank()) {
                    wrong.add("id " + calls.get(i).id() + " for " + id);
                }
            }
            if (answered.usage().inputTokens() != expected.in() || answered.usage().outputTokens() != expected.out()) {
                wrong.add(answered.usage() + " for " + expected.in() + " and " + expected.out());
            }
        }
        return wrong;
    }

    private void embed(Recorded recorded, Map<String, String> settings) {
        JsonNode input = recorded.request().path("input");
        List<String> texts = new ArrayList<>();
        if (input.isTextual()) {
            texts.add(input.asText());
        }
        input.forEach(one -> texts.add(one.asText()));
        Played played = new Played(recorded, settings);
        EmbeddingResult result =
                new OpenAiEmbeddings().embed(played, recorded.request().path("model").asText(), texts);
        List<String> wrong = new ArrayList<>();
        if (recorded.status() / 100 != 2) {
            if (!(result instanceof EmbeddingResult.Refused)) {
                wrong.add(result.toString());
            }
        } else if (recorded.answer().path("data").path(0).path("embedding").isTextual()) {
            left.merge("vectors in base64, for which nobody asked", 1, Integer::sum);
            return;
        } else if (!(result instanceof EmbeddingResult.Embedded embedded)
                || embedded.vectors().getFirst().length != recorded.answer().path("data").path(0).path("embedding").size()
                || embedded.usage().inputTokens() != recorded.answer().path("usage").path("prompt_tokens").asInt()) {
            wrong.add(result.toString());
        }
        note(recorded, wrong);
    }

    private void note(Recorded recorded, List<String> wrong) {
        if (wrong.isEmpty()) {
            passed.add(recorded.name());
        } else {
            faults.add(recorded.name() + ": " + wrong);
        }
    }
}

package {{package}};

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.llm.ChatModel.Pieces;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.ChatResult.Usage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Reads {@code {"piece": "…"}} as often as it comes, and then {@code {"done": true, "whole": true, "input": 20, "output": 7,
 * "model": "house-1"}}. Without that last line the answer is not whole, however good it looks.
 */
final class {{Name}}Lines {

    /** No token has more letters than this, so whoever sends more has lost count. */
    private static final int MOST_LETTERS_PER_TOKEN = 40;

    private final ChatRequest request;
    private final Pieces pieces;
    private final StringBuilder text = new StringBuilder();

    {{Name}}Lines(ChatRequest request, Pieces pieces) {
        this.request = request;
        this.pieces = pieces;
    }

    ChatResult read(InputStream body) {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode said = {{Name}}Api.JSON.readTree(line);
                if (said.path("done").asBoolean()) {
                    return end(said);
                }
                String piece = said.path("piece").asText();
                text.append(piece);
                if (text.length() > (long) request.maxOutputTokens() * MOST_LETTERS_PER_TOKEN) {
                    return ChatResult.badAnswer("more than was asked for", Usage.NONE);
                }
                if (!piece.isEmpty() && !pieces.take(piece)) {
                    return ChatResult.cancelled(Usage.NONE);
                }
            }
            return ChatResult.badAnswer("the answer broke off", Usage.NONE);
        } catch (JsonProcessingException other) {
            return ChatResult.badAnswer("something else than an answer came", Usage.NONE);
        } catch (HttpFault fault) {
            return fault(fault);
        } catch (IOException broken) {
            return ChatResult.badAnswer("the answer broke off", Usage.NONE);
        }
    }

    private ChatResult end(JsonNode said) {
        Usage usage = new Usage(said.path("input").asInt(), said.path("output").asInt());
        if (!said.path("whole").asBoolean()) {
            return ChatResult.badAnswer("the answer was cut short", usage);
        }
        if (text.toString().isBlank()) {
            return ChatResult.badAnswer("the answer is empty", usage);
        }
        return ChatResult.answered(text.toString(), usage, said.path("model").asText());
    }

    private static ChatResult fault(HttpFault fault) {
        return switch (fault.kind()) {
            case CANCELLED -> ChatResult.cancelled(Usage.NONE);
            case UNREACHABLE, TOO_LARGE -> ChatResult.badAnswer("the answer broke off", Usage.NONE);
            default -> ChatResult.unavailable("no more of the answer: " + fault.kind());
        };
    }
}

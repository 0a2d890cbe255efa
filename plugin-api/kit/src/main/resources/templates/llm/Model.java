package {{package}};

import com.fasterxml.jackson.core.JsonProcessingException;
import io.openteller.spi.CallContext;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.HttpAnswer;
import io.openteller.spi.HttpRequest;
import io.openteller.spi.llm.ChatMessage;
import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.ChatResult.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pf4j.Extension;

/** Asks by {@code POST /generate}; the answer comes as lines of JSON, see {@link {{Name}}Lines}. */
@Extension
public final class {{Name}}Model implements ChatModel {

    private static final String USUAL = "house-1";

    @Override
    public List<String> models(CallContext context) {
        return List.of(USUAL);
    }

    /** The same as the stream, to somebody who waits for its end. */
    @Override
    public ChatResult chat(CallContext context, ChatRequest request) {
        return stream(context, request, piece -> true);
    }

    @Override
    public ChatResult stream(CallContext context, ChatRequest request, Pieces pieces) {
        if (!request.tools().isEmpty()) {
            return ChatResult.refused("this model knows no tools");
        }
        if (request.messages().stream().anyMatch(message -> !message.images().isEmpty())) {
            return ChatResult.refused("this model takes no pictures");
        }
        HttpRequest asked;
        try {
            asked = {{Name}}Api.request(context, "POST", question(request), "generate");
        } catch (IllegalArgumentException | JsonProcessingException unset) {
            return ChatResult.refused(unset.getMessage());
        }
        try (HttpAnswer answer = context.http().call(asked)) {
            return answer.status() == 200
                    ? new {{Name}}Lines(request, pieces).read(answer.body())
                    : refusal(answer.status(), answer.header("Retry-After"));
        } catch (HttpFault fault) {
            return fault.kind() == HttpFault.Kind.CANCELLED
                    ? ChatResult.cancelled(Usage.NONE)
                    : ChatResult.unavailable("the model could not be asked: " + fault.kind());
        }
    }

    private static Question question(ChatRequest request) {
        return new Question(
                request.model().isEmpty() ? USUAL : request.model(),
                request.messages().stream().map({{Name}}Model::line).toList(),
                request.schema(),
                request.maxOutputTokens(),
                request.temperature());
    }

    private static Line line(ChatMessage message) {
        return switch (message.role()) {
            case SYSTEM, USER, ASSISTANT -> new Line(message.role().name().toLowerCase(Locale.ROOT), message.text());
            // A later version of the interface may know more of them.
            default -> throw new IllegalArgumentException("this model does not know the role " + message.role());
        };
    }

    /** What the server wrote beside the status may quote the question, so nobody is told of it. */
    private static ChatResult refusal(int status, @Nullable String retryAfter) {
        return switch (status) {
            case 413 -> ChatResult.tooLong("the question is longer than the model can take");
            case 429 -> ChatResult.limited(
                    retryAfter != null && retryAfter.matches("\\d{1,6}")
                            ? Duration.ofSeconds(Long.parseLong(retryAfter))
                            : null);
            default -> status >= 500
                    ? ChatResult.unavailable("the server answered " + status)
                    : ChatResult.refused("the server answered " + status);
        };
    }

    private record Question(
            String model, List<Line> messages, @Nullable String schema, int maxTokens, double temperature) {}

    private record Line(String role, String text) {}
}

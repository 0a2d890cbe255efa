package {{package}};

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.spi.CallContext;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.HttpAnswer;
import io.openteller.spi.HttpRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The way to the system behind the plugin: JSON over HTTP with a bearer key. */
final class {{Name}}Api {

    /** An answer that lacks something is no answer; one that has more than we know is. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private {{Name}}Api() {}

    /** What came of one request. Whoever asks switches over it, and the compiler sees that nothing is forgotten. */
    sealed interface Reply<T> {

        record Ok<T>(T body) implements Reply<T> {}

        /** The system has no such thing. */
        record Missing<T>() implements Reply<T> {}

        /** The system's own rules say no. */
        record Refused<T>(String reason) implements Reply<T> {}

        /**
         * @param detail for operators: no secret, nothing of a customer
         * @param mayHaveHappened whether the request may have had its effect nonetheless
         */
        record Failed<T>(String detail, boolean mayHaveHappened) implements Reply<T> {}
    }

    static <T> Reply<T> get(CallContext context, Class<T> type, String... path) {
        HttpRequest request;
        try {
            request = request(context, "GET", null, path);
        } catch (IllegalArgumentException | JsonProcessingException wrong) {
            return new Reply.Failed<>(wrong.getMessage(), false);
        }
        try (HttpAnswer answer = context.http().call(request)) {
            return read(answer, type);
        } catch (HttpFault fault) {
            return new Reply.Failed<>("the system could not be asked: " + fault.kind(), mayHaveHappened(fault));
        } catch (IOException unreadable) {
            return new Reply.Failed<>("the system answered something else than was agreed", true);
        }
    }

    /** @param body is written as JSON; null for none */
    static HttpRequest request(CallContext context, String method, @Nullable Object body, String... path)
            throws JsonProcessingException {
        {{Name}}Settings settings = {{Name}}Settings.SPEC.read(context);
        HttpRequest request = body == null
                ? HttpRequest.get(address(settings, path))
                : HttpRequest.postJson(address(settings, path), JSON.writeValueAsString(body));
        return request.withHeader("Authorization", "Bearer " + settings.apiKey())
                .withHeader("Accept", "application/json")
                // The same call again, for whatever reason, must not do twice what it does.
                .withHeader("Idempotency-Key", context.callId())
                .withHeader("X-Request-Id", context.trace());
    }

    private static URI address({{Name}}Settings settings, String... path) {
        String behind = Arrays.stream(path)
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/", "/", ""));
        try {
            return URI.create(settings.baseUrl().replaceAll("/+$", "") + behind);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("the setting baseUrl is no address", malformed);
        }
    }

    private static <T> Reply<T> read(HttpAnswer answer, Class<T> type) throws IOException {
        int status = answer.status();
        if (status / 100 == 2) {
            T body = JSON.readValue(answer.body(), type);
            return body == null ? new Reply.Failed<>("the system answered nothing", true) : new Reply.Ok<>(body);
        }
        return switch (status) {
            case 404 -> new Reply.Missing<>();
            case 409, 422 -> new Reply.Refused<>(JSON.readTree(answer.body()).path("reason").asText("refused"));
            default -> new Reply.Failed<>("the system answered " + status, status >= 500);
        };
    }

    private static boolean mayHaveHappened(HttpFault fault) {
        return fault.kind() != HttpFault.Kind.NOT_ALLOWED;
    }
}

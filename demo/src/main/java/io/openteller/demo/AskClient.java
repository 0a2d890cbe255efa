package io.openteller.demo;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Goes the way of a widget: a session, a message, the reply from the stream; then the decision record by key. */
final class AskClient {

    private static final Argument<Map<String, Object>> OBJECT = Argument.mapOf(String.class, Object.class);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private final AskOptions options;
    private final ObjectMapper json = ObjectMapper.getDefault();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    AskClient(AskOptions options) {
        this.options = options;
    }

    record Question(String text, @Nullable String customer) {}

    List<Question> questions(List<String> lines) throws IOException {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                Map<String, Object> line = object(lines.get(i));
                questions.add(new Question(
                        String.valueOf(Objects.requireNonNull(line.get("text"))), (String) line.get("customer")));
            } catch (IOException | RuntimeException broken) {
                throw new IllegalArgumentException("line " + (i + 1) + " is no JSON object with a \"text\"");
            }
        }
        return questions;
    }

    String ask(@Nullable String customer, String text) throws IOException, InterruptedException {
        Map<String, Object> session = start(customer);
        String conversation = (String) Objects.requireNonNull(session.get("conversationId"));
        String bearer = "Bearer " + session.get("token");
        Instant asked = Instant.now();
        Map<String, Object> reply = say(conversation, bearer, text, 0);
        String code = options.phone() ? codeSince(asked) : null;
        if (code != null) {
            // A code is not kept, so it has no place in the conversation: what comes after the reply before is its answer.
            reply = say(conversation, bearer, code, seq(reply));
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("bank", options.bank());
        result.put("customer", customer);
        result.put("text", text);
        result.put("conversationId", conversation);
        result.put("reply", reply);
        result.put("millis", Duration.between(asked, Instant.now()).toMillis());
        result.put("decision", decision(conversation));
        return json.writeValueAsString(result);
    }

    private Map<String, Object> say(String conversation, String bearer, String text, long after)
            throws IOException, InterruptedException {
        Map<String, Object> accepted = object(send(
                "/api/v1/widget/conversations/" + conversation + "/messages",
                bearer,
                Map.of("clientMessageId", UUID.randomUUID().toString(), "text", text)));
        return reply(conversation, bearer, Math.max(after, seq(accepted)));
    }

    private static long seq(Map<String, Object> message) {
        return ((Number) Objects.requireNonNull(message.get("seq"))).longValue();
    }

    /** The newest code on the demo's phone; null if none came since. */
    private @Nullable String codeSince(Instant asked) throws IOException, InterruptedException {
        String body = call(request("/demo/" + options.bank() + "/phone")).body();
        for (Map<String, Object> message : Objects.requireNonNull(json.readValue(body, Argument.listOf(OBJECT)))) {
            Matcher code = CODE.matcher(String.valueOf(message.get("text")));
            if (!Instant.parse(String.valueOf(message.get("at"))).isBefore(asked) && code.find()) {
                return code.group();
            }
        }
        return null;
    }

    private Map<String, Object> start(@Nullable String customer) throws IOException, InterruptedException {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("siteKey", "wk_" + options.bank() + "_website1");
        asked.put("locale", "en");
        if (customer != null) {
            HttpResponse<String> signedIn = call(request("/demo/" + options.bank() + "/sign-in/" + customer)
                    .POST(HttpRequest.BodyPublishers.noBody()));
            if (signedIn.statusCode() == 404) {
                throw new IllegalArgumentException("bank " + options.bank() + " has no customer " + customer);
            }
            asked.put("identityToken", object(signedIn.body()).get("token"));
        }
        return object(send("/api/v1/widget/sessions", null, asked));
    }

    private Map<String, Object> reply(String conversation, String bearer, long seq)
            throws IOException, InterruptedException {
        HttpRequest request = request("/api/v1/widget/conversations/" + conversation + "/events?after=" + seq)
                .header("Authorization", bearer)
                .header("Accept", "text/event-stream")
                .timeout(PATIENCE)
                .build();
        try (Stream<String> lines = http.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("data:") && line.contains("\"author\":\"ASSISTANT\"")) {
                    return object(line.substring("data:".length()));
                }
            }
        }
        throw new IOException("the platform closed the stream without a reply");
    }

    private Object decision(String conversation) throws IOException, InterruptedException {
        Path keys = Path.of(options.data(), "ask-keys.json");
        if (!Files.isReadable(keys)) {
            throw new IOException("cannot read " + keys + "; is --data the running platform's folder?");
        }
        String key = (String) object(Files.readString(keys)).get(options.bank());
        String body = call(request("/api/v1/conversations/" + conversation + "/decisions")
                        .header("Authorization", "Bearer " + key))
                .body();
        List<Map<String, Object>> decisions = Objects.requireNonNull(json.readValue(body, Argument.listOf(OBJECT)));
        return decisions.isEmpty() ? Map.of() : decisions.getLast();
    }

    private String send(String path, @Nullable String bearer, Object body) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        if (bearer != null) {
            request.header("Authorization", bearer);
        }
        HttpResponse<String> response = call(request);
        if (response.statusCode() / 100 != 2) {
            String title = String.valueOf(object(response.body()).get("title"));
            if (response.statusCode() == 401) {
                throw new IllegalArgumentException("bank " + options.bank() + ": " + title);
            }
            throw new IOException(title);
        }
        return response.body();
    }

    private HttpResponse<String> call(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException nobody) {
            throw new IOException("no platform answers at " + options.url() + "; start it with ./openteller up");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(options.url() + path)).header("Origin", options.url());
    }

    private Map<String, Object> object(String text) throws IOException {
        return Objects.requireNonNull(json.readValue(text, OBJECT));
    }
}

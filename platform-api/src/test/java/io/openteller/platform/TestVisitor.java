package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A browser with the widget in it, as far as the platform can tell. */
final class TestVisitor {

    static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI platform;
    private final JsonNode session;

    private TestVisitor(URI platform, JsonNode session) {
        this.platform = platform;
        this.session = session;
    }

    static TestVisitor anonymous(EmbeddedServer platform, TestBank bank) throws Exception {
        return arrived(platform, Map.of("siteKey", bank.siteKey(), "locale", "en"));
    }

    static TestVisitor vouched(EmbeddedServer platform, TestBank bank, String identityToken) throws Exception {
        return arrived(
                platform, Map.of("siteKey", bank.siteKey(), "locale", "en", "identityToken", identityToken));
    }

    private static TestVisitor arrived(EmbeddedServer platform, Map<String, String> asked) throws Exception {
        HttpResponse<String> answer = arrival(platform, asked);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new TestVisitor(platform.getURI(), json(answer.body()));
    }

    /** What the platform says to who would begin, whatever it is. */
    static HttpResponse<String> arrival(EmbeddedServer platform, Map<String, String> asked) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(platform.getURI().resolve("/api/v1/widget/sessions"))
                        .header("Origin", TestBank.ORIGIN)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(written(asked)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The same visitor, whom a load balancer sends to another replica. */
    TestVisitor at(EmbeddedServer other) {
        return new TestVisitor(other.getURI(), session);
    }

    /** The same at a process of its own. */
    TestVisitor at(URI other) {
        return new TestVisitor(other, session);
    }

    JsonNode session() {
        return session;
    }

    String token() {
        return session.get("token").getStringValue();
    }

    UUID conversation() {
        return UUID.fromString(session.get("conversationId").getStringValue());
    }

    /** @param path below the conversation, for example {@code /messages} */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(platform.resolve("/api/v1/widget/conversations/" + conversation() + path))
                .header("Origin", TestBank.ORIGIN)
                .header("Authorization", "Bearer " + token());
    }

    HttpResponse<String> post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return CLIENT.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(written(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a message that must be accepted. */
    long says(String text) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                post("/messages", Map.of("clientMessageId", UUID.randomUUID().toString(), "text", text));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer.body()).get("seq").getLongValue();
    }

    TestStream stream(@Nullable String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = request("/events").header("Accept", "text/event-stream");
        return TestStream.open(lastEventId == null ? request : request.header("Last-Event-ID", lastEventId));
    }

    static JsonNode json(String text) throws IOException {
        return ObjectMapper.getDefault().readValue(text, JsonNode.class);
    }

    static String written(Object value) throws IOException {
        return ObjectMapper.getDefault().writeValueAsString(value);
    }
}

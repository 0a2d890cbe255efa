package io.openteller.bench.lookout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.canaries.Canaries;
import io.openteller.bench.canaries.Canary;
import io.openteller.bench.canaries.Reading;
import io.openteller.bench.canaries.Way;
import io.openteller.bench.processes.PlatformProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * A bank's colleague who looks at who waits, writes a note about the first of them and reads what is known of it; and a program of
 * the bank that takes its records out.
 */
final class Desk {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROCEDURES = "/api/v1/procedures";

    private final Canaries canaries;

    Desk(Canaries canaries) {
        this.canaries = canaries;
    }

    /** @return the conversation that was looked at; empty if nobody waits, or the platform is away */
    Optional<String> look(PlatformProcess platform, SandboxBank bank) {
        String waiting = "";
        for (JsonNode one : colleague(platform, bank, "/api/v1/desk/queue", "").path("items")) {
            waiting = one.path("conversationId").asText();
            break;
        }
        program(platform, bank, "/api/v1/audit?limit=20");
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        String path = "/api/v1/desk/conversations/" + waiting;
        colleague(platform, bank, path + "/notes", "{\"text\":\"Seen, for " + Canary.of(bank.slug()) + ".\"}");
        colleague(platform, bank, path, "");
        colleague(platform, bank, path + "/customer", "");
        program(platform, bank, "/api/v1/conversations/" + waiting + "/decisions");
        return Optional.of(waiting);
    }

    /** What changes seldom: documents and who brought them, the page that anybody gets who opens one, and a procedure as a file. */
    void library(PlatformProcess platform, SandboxBank bank) {
        for (JsonNode slug : colleague(platform, bank, "/api/v1/documents", "").findValues("slug")) {
            answer(Way.HTTP, bank, request(platform, "/help/" + bank.slug() + "/" + slug.asText() + "/1").build());
            break;
        }
        program(platform, bank, "/api/v1/audit?action=document.adopted&limit=20");
        JsonNode first = program(platform, bank, PROCEDURES).path("procedures").path(0).path("id");
        if (first.isTextual()) {
            program(platform, bank, PROCEDURES + "/" + first.asText() + "/export?version=1&format=yaml");
        }
    }

    private JsonNode colleague(PlatformProcess platform, SandboxBank bank, String path, String json) {
        HttpRequest.Builder request = request(platform, path)
                .header("Cookie", "openteller_session=" + bank.staffCookie())
                .header("X-Openteller-Request", "1");
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
        }
        return answer(Way.HTTP, bank, request.build());
    }

    private JsonNode program(PlatformProcess platform, SandboxBank bank, String path) {
        return answer(
                Way.EXPORT, bank, request(platform, path).header("Authorization", "Bearer " + bank.apiKey()).build());
    }

    private static HttpRequest.Builder request(PlatformProcess platform, String path) {
        return HttpRequest.newBuilder(URI.create(platform.url() + path)).timeout(Duration.ofSeconds(5));
    }

    private JsonNode answer(Way way, SandboxBank bank, HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            Reading reading = canaries.reading(way, bank.slug());
            answer.headers().map().values().forEach(values -> values.forEach(reading::whole));
            reading.whole(answer.body());
            return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : MissingNode.getInstance();
        } catch (JsonProcessingException file) {
            return MissingNode.getInstance();
        } catch (IOException away) {
            // It is killed, frozen, or full; another time.
            return MissingNode.getInstance();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return MissingNode.getInstance();
        }
    }
}

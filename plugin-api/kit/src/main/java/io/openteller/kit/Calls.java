package io.openteller.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the platform's HTTP interface in somebody's name. What the platform refuses is told in its own words.
 *
 * @param authorization header; empty for a session
 * @param session cookies of somebody who signed in
 */
record Calls(URI platform, String authorization, @Nullable CookieManager session) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** @param status of the answer, from 200 to 299 */
    record Answered(int status, JsonNode body) {}

    Answered get(String path) throws IOException {
        return send("GET", path, null);
    }

    Answered post(String path, @Nullable Object body) throws IOException {
        return send("POST", path, body);
    }

    Answered put(String path, Object body) throws IOException {
        return send("PUT", path, body);
    }

    Answered delete(String path) throws IOException {
        return send("DELETE", path, null);
    }

    private Answered send(String method, String path, @Nullable Object body) throws IOException {
        HttpRequest.Builder request = request(path);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(PublicKeyFile.JSON.writeValueAsBytes(body)));
        }
        return answered(request.build());
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(platform.resolve("api/v1" + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                // A session's requests need it: no other site's page can send it.
                .header("X-Openteller-Request", "1");
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    Answered answered(HttpRequest request) throws IOException {
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10));
        if (session != null) {
            client.cookieHandler(session);
        }
        try (HttpClient http = client.build()) {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode body = json(response.body());
            if (response.statusCode() / 100 != 2) {
                throw new Refused("the platform refused (" + response.statusCode() + "): " + words(body));
            }
            return new Answered(response.statusCode(), body);
        } catch (ConnectException nobody) {
            throw new Refused("no platform answers at " + platform + "; is it up?");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        }
    }

    private static JsonNode json(byte[] body) throws IOException {
        try {
            return PublicKeyFile.JSON.readTree(body);
        } catch (JsonProcessingException none) {
            return PublicKeyFile.JSON.createObjectNode();
        }
    }

    /** A problem's title, and what it says of this case. */
    private static String words(JsonNode problem) {
        StringBuilder words = new StringBuilder(problem.path("title").asText("it did not say why"));
        for (String more : new String[] {"detail", "reason"}) {
            if (problem.hasNonNull(more) && !words.toString().contains(problem.path(more).asText())) {
                words.append("; ").append(problem.path(more).asText());
            }
        }
        problem.path("errors").forEach(error -> words.append("; ").append(error.path("field").asText()).append(' ')
                .append(error.path("message").asText(error.toString())));
        return words.toString();
    }
}

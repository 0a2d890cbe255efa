package io.openteller.bench.customers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.openteller.bench.canaries.Canaries;
import io.openteller.bench.canaries.Reading;
import io.openteller.bench.canaries.Way;
import io.openteller.bench.canaries.Whose;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** HTTP to a platform that may be killed at any moment. */
final class Wire {

    private static final JsonMapper JSON = new JsonMapper();

    private final String url;
    private final Canaries canaries;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    /** @param canaries read every answer */
    Wire(String url, Canaries canaries) {
        this.url = url;
        this.canaries = canaries;
    }

    String origin() {
        return url;
    }

    /** @param status 0 if nobody answered: whether it was taken is not known */
    record Answer(int status, JsonNode body) {

        boolean isOk() {
            return status >= 200 && status < 300;
        }

        /** Whether the same may be asked again: it went wrong on the way, or there is too much of it. */
        boolean isToTryAgain() {
            return status == 0 || status == 429 || status >= 500;
        }
    }

    Answer post(String path, Map<String, String> headers, Object body) {
        String json = JSON.valueToTree(body).toString();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("Origin", url)
                .POST(BodyPublishers.ofString(json));
        headers.forEach(request::header);
        return send(request.build(), headers.isEmpty() ? json : headers.toString());
    }

    Answer put(String path, Map<String, String> headers, Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.valueToTree(body).toString()));
        headers.forEach(request::header);
        return send(request.build(), headers.toString());
    }

    Answer get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(20));
        headers.forEach(request::header);
        return send(request.build(), headers.toString());
    }

    /** Open until the platform ends it. Close it. */
    Stream<String> lines(String path, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Origin", url)
                .header("Accept", "text/event-stream");
        headers.forEach(request::header);
        HttpResponse<Stream<String>> response = http.send(request.build(), BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new IOException("answered with " + response.statusCode());
        }
        Reading reading = canaries.reading(Way.STREAM, () -> Whose.of(headers.toString()));
        return response.body().peek(reading::whole);
    }

    static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            return MissingNode.getInstance();
        }
    }

    private Answer send(HttpRequest request, String credential) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            Reading reading = canaries.reading(Way.HTTP, () -> Whose.of(credential));
            response.headers().map().values().forEach(values -> values.forEach(reading::whole));
            reading.whole(response.body());
            return new Answer(response.statusCode(), tree(response.body()));
        } catch (IOException gone) {
            return new Answer(0, MissingNode.getInstance());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Answer(0, MissingNode.getInstance());
        }
    }
}

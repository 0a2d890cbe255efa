package io.openteller.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A visitor without a browser: the widget's own calls, where only their timing matters. */
final class WidgetVisitor {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SITE_KEY = Pattern.compile("data-site-key=\"([^\"]+)\"");

    private final String url;
    private final String conversation;
    private final String token;
    private String text = "";
    private long seq;

    private WidgetVisitor(String url, JsonNode session) {
        this.url = url;
        this.conversation = session.path("conversationId").asText();
        this.token = session.path("token").asText();
    }

    static List<WidgetVisitor> many(int count, String url, String bank) throws IOException, InterruptedException {
        HttpRequest site = HttpRequest.newBuilder(URI.create(url + "/demo/" + bank)).build();
        Matcher key = SITE_KEY.matcher(HTTP.send(site, HttpResponse.BodyHandlers.ofString()).body());
        if (!key.find()) {
            throw new AssertionError("the site of " + bank + " names no site key");
        }
        List<WidgetVisitor> visitors = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            HttpRequest open = post(url, "/api/v1/widget/sessions", Map.of("siteKey", key.group(1), "locale", "en"))
                    .build();
            visitors.add(new WidgetVisitor(url, answer(HTTP.send(open, HttpResponse.BodyHandlers.ofString()), 201)));
        }
        return visitors;
    }

    /** Each in other words, as what was asked before is answered faster. Returns as soon as the platform has accepted all of them. */
    static void allWrite(List<WidgetVisitor> visitors, String text) {
        CompletableFuture.allOf(IntStream.range(0, visitors.size())
                        .mapToObj(at -> visitors.get(at).write(text + " Please.".repeat(at)))
                        .toArray(CompletableFuture[]::new))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    String conversation() {
        return conversation;
    }

    /** The number that the platform gave to the message. */
    long written() {
        return seq;
    }

    /** Repeats the last message under its own id, as a client does that never heard the answer. */
    long writeAgain() throws IOException, InterruptedException {
        return answer(HTTP.send(message(), HttpResponse.BodyHandlers.ofString()), 202).path("seq").asLong();
    }

    static void await(BooleanSupplier holds) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("it did not come to hold within a minute");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private CompletableFuture<Void> write(String words) {
        text = words;
        return HTTP.sendAsync(message(), HttpResponse.BodyHandlers.ofString())
                .thenAccept(response -> seq = answer(response, 202).path("seq").asLong());
    }

    private HttpRequest message() {
        String path = "/api/v1/widget/conversations/" + conversation + "/messages";
        return post(url, path, Map.of("clientMessageId", "first", "text", text))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private static HttpRequest.Builder post(String url, String path, Map<String, String> body) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("Origin", url)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.valueToTree(body).toString()));
    }

    private static JsonNode answer(HttpResponse<String> response, int expected) {
        if (response.statusCode() != expected) {
            throw new AssertionError("answered with " + response.statusCode() + ": " + response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}

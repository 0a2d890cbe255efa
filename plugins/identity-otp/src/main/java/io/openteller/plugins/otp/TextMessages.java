package io.openteller.plugins.otp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Hands a text to the bank's gateway: {@code POST {"to", "text", "bank"}} with a bearer key. */
final class TextMessages {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    private TextMessages() {}

    /** @throws IOException if the gateway does not take it */
    static void send(OtpSettings settings, String bank, String mobile, String text)
            throws IOException, InterruptedException {
        String body = "{\"to\":\"" + escaped(mobile) + "\",\"text\":\"" + escaped(text) + "\",\"bank\":\""
                + escaped(bank) + "\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.smsGatewayUrl()))
                .timeout(Duration.ofSeconds(4))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + settings.smsGatewayKey())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        int status = CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status / 100 != 2) {
            throw new IOException("the gateway answered " + status);
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}

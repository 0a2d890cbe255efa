package io.openteller.bench.banks;

import io.openteller.bench.processes.PlatformProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Which model a bank asks for its answers. The node that is told knows at once, others in a moment. */
public final class ModelRoute {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private ModelRoute() {}

    /** @param millis all that one call may take */
    public static void to(PlatformProcess node, SandboxBank bank, String model, int millis) throws InterruptedException {
        to(node, bank, "llm-openai", model, millis);
    }

    public static void to(PlatformProcess node, SandboxBank bank, String plugin, String model, int millis)
            throws InterruptedException {
        put(node, bank, "{\"on\": true, \"candidates\": [{\"plugin\": \"" + plugin + "\", \"model\": \"" + model
                + "\", \"totalMillis\": " + millis + "}], \"budget\": {\"tokensPerDay\": 100000000}}");
    }

    public static void off(PlatformProcess node, SandboxBank bank) throws InterruptedException {
        put(node, bank, "{\"on\": false, \"candidates\": [{\"plugin\": \"llm-openai\", \"model\": \"any\"}],"
                + " \"budget\": {\"tokensPerDay\": 100000000}}");
    }

    private static void put(PlatformProcess node, SandboxBank bank, String json) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(node.url() + "/api/v1/models/routes/ANSWER"))
                .header("Authorization", "Bearer " + bank.apiKey())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("no route: " + answer.body());
            }
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }
}

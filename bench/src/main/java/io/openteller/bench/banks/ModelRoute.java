package io.openteller.bench.banks;

import io.micronaut.context.ApplicationContext;
import io.openteller.bench.processes.PlatformProcess;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.tenancy.CurrentTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Which model a bank asks for its answers. The node that is told knows at once, others in a moment. */
public final class ModelRoute {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final String PLUGIN = "llm-openai";

    private ModelRoute() {}

    /** Before anything is asked: gives the current bank the plugin, over a server of models on this machine. @param word goes along in its key */
    public static void prepare(ApplicationContext platform, int port, String models, String word) {
        Installations installations = platform.getBean(Installations.class);
        String bank = CurrentTenant.get().slug().value();
        installations.configure(
                PLUGIN,
                Map.of("baseUrl", "http://localhost:" + port + "/v1", "apiKey", "key-" + bank + "-" + word, "models", models),
                "bench");
        installations.enable(PLUGIN, true, "bench");
    }

    /** @param millis all that one call may take */
    public static void to(PlatformProcess node, SandboxBank bank, String model, int millis) throws InterruptedException {
        to(node, bank, PLUGIN, model, millis);
    }

    public static void to(PlatformProcess node, SandboxBank bank, String plugin, String model, int millis)
            throws InterruptedException {
        put(node, bank, "{\"on\": true, \"candidates\": [{\"plugin\": \"" + plugin + "\", \"model\": \"" + model
                + "\", \"totalMillis\": " + millis + "}], \"budget\": {\"tokensPerDay\": 100000000}}");
    }

    public static void off(PlatformProcess node, SandboxBank bank) throws InterruptedException {
        put(node, bank, "{\"on\": false, \"candidates\": [{\"plugin\": \"" + PLUGIN + "\", \"model\": \"any\"}],"
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

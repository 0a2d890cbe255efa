package io.openteller.plugins.openai;

import io.openteller.spi.CallContext;
import io.openteller.spi.Capability;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.Capability.Operation;
import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.OpentellerPlugin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.pf4j.Extension;

/** Models of OpenAI and compatible servers, as the platform sees them. */
@Extension
public final class OpenAiPlugin implements OpentellerPlugin {

    private static final Duration CHECK_WITHIN = Duration.ofSeconds(8);

    @Override
    public String name() {
        return "OpenAI and compatible servers";
    }

    @Override
    public String settingsSchema() {
        return OpenAiSettings.SPEC.schema();
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(new Capability(
                "ChatModel",
                List.of(reading("models"), reading("chat"), reading("stream"))));
    }

    private static Operation reading(String name) {
        return new Operation(name, RiskClass.READ, Assurance.ANONYMOUS, true, true);
    }

    /** Asks for the list of models, which costs nothing. A server without such a list is well if it answers at all. */
    @Override
    public Health check(CallContext context) {
        try {
            OpenAiSettings settings = OpenAiSettings.SPEC.read(context);
            String query = settings.query().entrySet().stream()
                    .map(one -> one.getKey() + "=" + one.getValue())
                    .collect(Collectors.joining("&"));
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(settings.address() + "/models" + (query.isEmpty() ? "" : "?" + query)))
                    .timeout(CHECK_WITHIN);
            if (settings.apiKey() != null) {
                request.header("Authorization", "Bearer " + settings.apiKey());
            }
            settings.moreHeaders().forEach(request::header);
            int status = Connections.client()
                    .send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            boolean known = status / 100 == 2 || status == 404 || status == 405;
            return new Health(known, known ? "the server answers" : "the server answered " + status);
        } catch (IOException unreachable) {
            return new Health(false, "the server does not answer");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Health(false, "the server did not answer in time");
        } catch (RuntimeException settings) {
            return new Health(false, String.valueOf(settings.getMessage()));
        }
    }
}

package io.openteller.plugins.restbank;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.openteller.connectors.Connector.Auth;
import io.openteller.spi.CallContext;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.HttpAnswer;
import io.openteller.spi.HttpRequest;
import java.io.IOException;
import java.util.Locale;

/** Sends once, and reads an answer of a bounded length. */
final class Wire {

    private static final int LONGEST = 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(60)
                            .maxStringLength(200_000)
                            .maxNumberLength(40)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Wire() {}

    /** @param json missing where the answer had no body, or an error came as something else than JSON */
    record Reply(int status, JsonNode json) {

        boolean good() {
            return status >= 200 && status < 300;
        }
    }

    /** As whoever the connector says that the bank wants to see. */
    static Reply send(CallContext context, RestSettings settings, Auth auth, HttpRequest request) throws Trouble {
        try {
            return send(context, auth.showsCertificate() ? request.withCertificate(settings.certificate()) : request);
        } catch (IllegalArgumentException missing) {
            throw Trouble.lasting(String.valueOf(missing.getMessage()));
        }
    }

    private static Reply send(CallContext context, HttpRequest request) throws Trouble {
        try (HttpAnswer answer = context.http().call(request)) {
            byte[] body = answer.body().readNBytes(LONGEST + 1);
            if (body.length > LONGEST) {
                throw Trouble.lasting("the bank's answer is longer than 1 MB");
            }
            return new Reply(answer.status(), json(answer, body));
        } catch (HttpFault fault) {
            throw Trouble.of(fault);
        } catch (IOException failure) {
            throw Trouble.of(new HttpFault(HttpFault.Kind.UNREACHABLE, "the connection broke off"));
        }
    }

    private static JsonNode json(HttpAnswer answer, byte[] body) throws IOException, Trouble {
        boolean good = answer.status() >= 200 && answer.status() < 300;
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        String type = answer.header("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/([a-z0-9.+-]+\\+)?json *(;.*)?")) {
            if (good) {
                throw Trouble.lasting("the bank's answer is no JSON by its header (status " + answer.status() + ")");
            }
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException broken) {
            // Not its message: that quotes what the server wrote.
            if (good) {
                throw Trouble.lasting("the bank's answer is no JSON that can be read (status " + answer.status() + ")");
            }
            return MissingNode.getInstance();
        }
    }
}

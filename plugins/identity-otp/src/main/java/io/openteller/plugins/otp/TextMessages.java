package io.openteller.plugins.otp;

import io.openteller.spi.CallContext;
import io.openteller.spi.HttpAnswer;
import io.openteller.spi.HttpRequest;
import java.io.IOException;
import java.net.URI;

/** Hands a text to the bank's gateway: {@code POST {"to", "text", "bank"}} with a bearer key. */
final class TextMessages {

    private TextMessages() {}

    /** @throws IOException if the gateway does not take it */
    static void send(CallContext context, OtpSettings settings, String mobile, String text) throws IOException {
        String body = "{\"to\":\"" + escaped(mobile) + "\",\"text\":\"" + escaped(text) + "\",\"bank\":\""
                + escaped(context.bank()) + "\"}";
        HttpRequest request = HttpRequest.postJson(URI.create(settings.smsGatewayUrl()), body)
                .withHeader("Authorization", "Bearer " + settings.smsGatewayKey());
        try (HttpAnswer answer = context.http().call(request)) {
            if (answer.status() / 100 != 2) {
                throw new IOException("the gateway answered " + answer.status());
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}

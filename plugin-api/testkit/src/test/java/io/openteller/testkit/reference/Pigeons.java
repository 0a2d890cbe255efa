package io.openteller.testkit.reference;

import io.openteller.spi.CallContext;
import io.openteller.spi.channel.MessageChannel;
import io.openteller.spi.channel.OutgoingMessage;
import io.openteller.spi.channel.Received;
import io.openteller.spi.channel.Received.Incoming;
import io.openteller.spi.channel.Sent;
import io.openteller.spi.channel.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A provider in memory: a delivery is an id, a sender and a text on three lines, with an HMAC in a header. */
class Pigeons implements MessageChannel {

    static final String SIGNATURE = "Pigeon-Signature";

    final List<String> taken = new ArrayList<>();
    final Map<String, Sent> sent = new ConcurrentHashMap<>();
    boolean outOfOrder;

    static String signature(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Received receive(CallContext context, Webhook webhook) {
        String secret = context.setting("secret");
        String signature = webhook.header(SIGNATURE);
        if (secret == null || !isSigned(secret, signature, webhook.body())) {
            return Received.unsigned();
        }
        String[] lines = new String(webhook.body(), StandardCharsets.UTF_8).split("\n", 3);
        return lines.length < 3
                ? Received.unreadable("a delivery has three lines")
                : Received.messages(List.of(new Incoming(lines[0], lines[1], "", lines[2], Instant.EPOCH)));
    }

    boolean isSigned(String secret, @Nullable String signature, byte[] body) {
        return signature != null
                && MessageDigest.isEqual(
                        signature.getBytes(StandardCharsets.UTF_8),
                        signature(secret, body).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Sent send(CallContext context, OutgoingMessage message) {
        if (context.setting("secret") == null || outOfOrder) {
            return Sent.unavailable("no pigeon is here");
        }
        return sent.computeIfAbsent(context.callId(), id -> taken(message));
    }

    Sent taken(OutgoingMessage message) {
        taken.add(message.text());
        return Sent.accepted("pigeon-" + taken.size());
    }
}

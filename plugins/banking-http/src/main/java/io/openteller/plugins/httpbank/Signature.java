package io.openteller.plugins.httpbank;

import io.openteller.spi.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Says that a request comes from who shares the secret, when, and that nobody changed it on its way. */
public final class Signature {

    private Signature() {}

    /** @param idempotencyKey empty for none */
    public static HttpRequest sign(HttpRequest request, String secret, String idempotencyKey, Instant at) {
        String query = request.address().getRawQuery();
        String target = request.address().getRawPath() + (query == null ? "" : "?" + query);
        String signed = String.join(
                "\n", "v1", request.method(), target, at.toString(), idempotencyKey, HexFormat.of().formatHex(digest(request.body())));
        return request.withHeader("Openteller-Timestamp", at.toString())
                .withHeader("Openteller-Signature", "v1=" + HexFormat.of().formatHex(mac(secret, signed)));
    }

    private static byte[] digest(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has it", impossible);
        }
    }

    private static byte[] mac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has it", impossible);
        }
    }
}

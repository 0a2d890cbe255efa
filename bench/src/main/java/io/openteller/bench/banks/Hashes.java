package io.openteller.bench.banks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** As the platform keeps what must not be read back. */
final class Hashes {

    private Hashes() {}

    static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    static byte[] of(String secret) {
        return sha256(secret.getBytes(StandardCharsets.UTF_8));
    }

    static String hex(String secret) {
        return HexFormat.of().formatHex(of(secret));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

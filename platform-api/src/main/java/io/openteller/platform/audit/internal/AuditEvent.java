package io.openteller.platform.audit.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

record AuditEvent(long number, Instant at, String action, String subject) {

    static final byte[] START = new byte[32];

    /** SHA-256 over the hash before and every field, each with its length, so that no two events share an encoding. */
    byte[] hashAfter(byte[] before) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            digest.update(ByteBuffer.allocate(20)
                    .putLong(number)
                    .putLong(at.getEpochSecond())
                    .putInt(at.getNano())
                    .array());
            for (String field : new String[] {action, subject}) {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

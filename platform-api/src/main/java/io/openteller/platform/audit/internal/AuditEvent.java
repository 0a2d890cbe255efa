package io.openteller.platform.audit.internal;

import io.openteller.platform.audit.Actor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** @param actor null only for events of the first form, whose hash does not cover one */
record AuditEvent(long number, Instant at, @Nullable Actor actor, String action, String subject) {

    static final byte[] START = new byte[32];

    /** The form of the hash: 1 without an actor, 2 with one. It is itself part of what form 2 covers. */
    int form() {
        return actor == null ? 1 : 2;
    }

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
            fields().forEach(field -> {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                digest.update(bytes);
            });
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Stream<String> fields() {
        Stream<String> event = Stream.of(action, subject);
        return actor == null
                ? event
                : Stream.concat(
                        event,
                        Stream.of("form 2", actor.kind().name(), Objects.toString(actor.id(), ""), actor.name()));
    }
}

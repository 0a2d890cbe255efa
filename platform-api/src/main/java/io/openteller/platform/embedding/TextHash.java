package io.openteller.platform.embedding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Half of the SHA-256 of texts: two with the same one are not to be expected, and the texts do not follow from it. */
public record TextHash(long high, long low) {

    public static TextHash of(String text) {
        MessageDigest hash = hashing();
        hash.update(text.getBytes(StandardCharsets.UTF_8));
        return finished(hash);
    }

    /** Of several, in their order; where one ends and the next begins counts. */
    public static TextHash of(String first, Iterable<?> more) {
        MessageDigest hash = hashing();
        add(hash, first);
        more.forEach(one -> add(hash, one.toString()));
        return finished(hash);
    }

    private static void add(MessageDigest hash, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        hash.update(bytes);
    }

    private static MessageDigest hashing() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static TextHash finished(MessageDigest hash) {
        ByteBuffer bytes = ByteBuffer.wrap(hash.digest());
        return new TextHash(bytes.getLong(), bytes.getLong());
    }
}

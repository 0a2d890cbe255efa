package io.openteller.procedures.machine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a customer and colleagues can name a run, or a report, by: short enough to be read out, and the same whenever it is asked for. */
public final class Receipt {

    /** Crockford's: without letters that are taken for digits. */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** 50 bits: among a million runs of all banks two are alike once in two thousand times. */
    private static final int LENGTH = 10;

    private Receipt() {}

    public static String of(String run) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(run.getBytes(StandardCharsets.UTF_8));
            long bits = ByteBuffer.wrap(hash).getLong();
            StringBuilder text = new StringBuilder("REF-");
            for (int i = 0; i < LENGTH; i++) {
                text.append(SIGNS.charAt((int) (bits >>> (5 * i)) & 31));
            }
            return text.toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

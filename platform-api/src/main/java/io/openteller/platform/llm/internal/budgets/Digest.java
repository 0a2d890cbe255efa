package io.openteller.platform.llm.internal.budgets;

import io.openteller.platform.tenancy.CurrentTenant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A name for somebody that says nothing of them, and is another at every bank. */
public final class Digest {

    private static final int BYTES = 12;

    private Digest() {}

    public static String of(String who) {
        return hex(CurrentTenant.get().id() + "/" + who).substring(0, 2 * BYTES);
    }

    /** SHA-256. */
    public static String hex(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

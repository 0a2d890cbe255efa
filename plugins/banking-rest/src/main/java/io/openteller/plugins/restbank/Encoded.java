package io.openteller.plugins.restbank;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Percent-encoding by hand, because the JDK's own encoder writes a plus for a space. */
final class Encoded {

    private static final String KEPT = "-._~";

    private Encoded() {}

    static String of(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (each & 0xff);
            if (letter < 0x80 && (Character.isLetterOrDigit(letter) || KEPT.indexOf(letter) >= 0)) {
                encoded.append(letter);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) letter));
            }
        }
        return encoded.toString();
    }
}

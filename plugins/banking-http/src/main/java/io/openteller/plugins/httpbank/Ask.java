package io.openteller.plugins.httpbank;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One question to a bank's server.
 *
 * @param customerRef whom it is about; the answer must be about the same
 * @param target path and query behind the server's address
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Ask(String method, String customerRef, String target, byte[] body) {

    private static final byte[] NOTHING = new byte[0];

    static Ask get(String customerRef, String rest) {
        return new Ask("GET", customerRef, "/customers/" + customerRef + rest, NOTHING);
    }

    static Ask post(String customerRef, String rest, String json) {
        return new Ask("POST", customerRef, "/customers/" + customerRef + rest, json.getBytes(StandardCharsets.UTF_8));
    }

    static Ask health() {
        return new Ask("GET", "", "/health", NOTHING);
    }

    Ask with(String name, String value) {
        return new Ask(method, customerRef, target + (target.indexOf('?') < 0 ? '?' : '&') + name + '=' + encoded(value), body);
    }

    boolean changes() {
        return method.equals("POST");
    }

    /** By hand, because the JDK's own encoder writes a plus for a space, and lives with what plugins may not use. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (each & 0xff);
            if (letter < 0x80 && (Character.isLetterOrDigit(letter) || "-._~".indexOf(letter) >= 0)) {
                encoded.append(letter);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) letter));
            }
        }
        return encoded.toString();
    }
}

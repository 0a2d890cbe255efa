package io.openteller.bench.canaries;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** How a word may be written where it comes out. */
enum Spelling {
    PLAIN(Canary.BEGINNING, Canary.LENGTH),
    CAPITALS("CNRY", Canary.LENGTH),
    CAPITALISED("Cnry", Canary.LENGTH),
    HEX("636e7279", 2 * Canary.LENGTH),
    HEX_CAPITALS("636E7279", 2 * Canary.LENGTH),
    /** In the middle of something longer a word has one of three spellings in Base64, by how much is before it. */
    BASE64("Y25ye", 18),
    BASE64_SECOND("Nucn", 17),
    BASE64_THIRD("jbnJ5", 17);

    private final String stem;
    private final int length;

    Spelling(String stem, int length) {
        this.stem = stem;
        this.length = length;
    }

    /** What every word begins with. */
    byte[] stem() {
        return stem.getBytes(StandardCharsets.US_ASCII);
    }

    int length() {
        return length;
    }

    /** @param written as long as this spelling's words are */
    String read(byte[] written) {
        String text = new String(written, 0, length, StandardCharsets.ISO_8859_1);
        return switch (this) {
            case PLAIN, CAPITALS, CAPITALISED -> text.toLowerCase(Locale.ROOT);
            case HEX, HEX_CAPITALS -> hex(text);
            // The bits that are missing in front are those of whatever stands there.
            case BASE64 -> base64("", text, 0);
            case BASE64_SECOND -> base64("AG", text, 1);
            case BASE64_THIRD -> base64("AAB", text, 2);
        };
    }

    private static String hex(String text) {
        try {
            return new String(HexFormat.of().parseHex(text), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException another) {
            return "";
        }
    }

    private static String base64(String front, String text, int skipped) {
        try {
            String whole = front + text;
            byte[] bytes = Base64.getDecoder().decode(whole + "A".repeat((4 - whole.length() % 4) % 4));
            return new String(bytes, skipped, Canary.LENGTH, StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException another) {
            return "";
        }
    }
}

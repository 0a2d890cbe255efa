package io.openteller.platform.reading.internal;

import io.openteller.platform.reading.Fault;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes as text, or not at all: a guessed encoding would put wrong letters before customers. */
final class Utf8 {

    private Utf8() {}

    /** UTF-8, or UTF-16 where the first two bytes say so; without the mark. */
    static String text(byte[] content) {
        String text = new String(content, charset(content));
        if (text.indexOf('\uFFFD') >= 0 || text.indexOf('\u0000') >= 0) {
            throw new CannotRead(Fault.BROKEN, "It is not UTF-8 text; save it as UTF-8");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset charset(byte[] content) {
        boolean marked = content.length > 1 && (content[0] & 0xff) + (content[1] & 0xff) == 0xff + 0xfe
                && (content[0] & 0xff) >= 0xfe;
        return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}

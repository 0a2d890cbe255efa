package io.openteller.platform.egress.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Status and headers. Strict where a lenient reader could be led to take one answer for two.
 *
 * @param headers by lower-case name, the first value of each
 */
record AnswerHead(int status, Map<String, String> headers, boolean keepsAlive, Framing framing, long length) {

    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_LINES = 256;

    /** How the end of the body is known. */
    enum Framing {
        NONE,
        LENGTH,
        CHUNKS,
        CLOSE
    }

    /** Informational ones are passed over. */
    static AnswerHead read(Line line, String method) throws IOException {
        while (true) {
            AnswerHead head = one(line, method);
            if (head.status() >= 200) {
                return head;
            }
            if (head.status() == 101) {
                throw new IOException("the server speaks something else now");
            }
        }
    }

    private static AnswerHead one(Line line, String method) throws IOException {
        String first = line(line);
        if (first == null) {
            throw new IOException("no answer");
        }
        if (!first.startsWith("HTTP/1.") || first.length() < 12 || first.charAt(8) != ' ') {
            throw new IOException("not HTTP/1.1");
        }
        int status = number(first.substring(9, 12), 10);
        Map<String, String> headers = new HashMap<>();
        boolean twoLengths = false;
        for (int lines = 0; ; lines++) {
            String one = line(line);
            if (one == null || lines > MOST_LINES) {
                throw new IOException("no end of the headers");
            }
            if (one.isEmpty()) {
                break;
            }
            int colon = one.indexOf(':');
            if (colon <= 0 || one.charAt(colon - 1) <= ' ' || one.charAt(0) <= ' ') {
                throw new IOException("no header");
            }
            String name = one.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = one.substring(colon + 1).strip();
            String before = headers.putIfAbsent(name, value);
            twoLengths |= before != null && !before.equals(value) && name.equals("content-length");
        }
        if (twoLengths) {
            throw new IOException("two lengths");
        }
        return framed(status, headers, method, first.charAt(7) == '0');
    }

    private static AnswerHead framed(int status, Map<String, String> headers, String method, boolean old)
            throws IOException {
        String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
        boolean keeps = old ? connection.contains("keep-alive") : !connection.contains("close");
        String coding = headers.get("transfer-encoding");
        String length = headers.get("content-length");
        if (method.equals("HEAD") || status / 100 == 1 || status == 204 || status == 304) {
            return new AnswerHead(status, headers, keeps, Framing.NONE, 0);
        }
        if (coding != null) {
            if (!coding.equalsIgnoreCase("chunked") || length != null) {
                throw new IOException("a coding that is not known");
            }
            return new AnswerHead(status, headers, keeps, Framing.CHUNKS, 0);
        }
        return length == null
                ? new AnswerHead(status, headers, false, Framing.CLOSE, 0)
                : new AnswerHead(status, headers, keeps, Framing.LENGTH, number(length, 10));
    }

    /** Without its end; null where the connection ends before it. */
    static @Nullable String line(Line line) throws IOException {
        byte[] text = new byte[128];
        int length = 0;
        for (int c = line.read(); c != '\n'; c = line.read()) {
            if (c < 0) {
                return null;
            }
            if (length == text.length) {
                if (length >= LONGEST_LINE) {
                    throw new IOException("a line without an end");
                }
                text = Arrays.copyOf(text, length * 2);
            }
            text[length++] = (byte) c;
        }
        int end = length > 0 && text[length - 1] == '\r' ? length - 1 : length;
        return new String(text, 0, end, StandardCharsets.ISO_8859_1);
    }

    /** Digits alone: no sign, no spaces. */
    static int number(String digits, int radix) throws IOException {
        if (digits.isEmpty() || digits.length() > 9 || Character.digit(digits.charAt(0), radix) < 0) {
            throw new IOException("no number");
        }
        try {
            return Integer.parseInt(digits, radix);
        } catch (NumberFormatException none) {
            throw new IOException("no number", none);
        }
    }
}

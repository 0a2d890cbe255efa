package io.openteller.host.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A message being written. Its first four bytes are left for its length. For one thread. */
public final class Out {

    private static final int HEAD = 4;

    private final List<Lent> lent;
    private byte[] bytes = new byte[1024];
    private int end = HEAD;

    /** @param lent what the other side may call back during this call; grows with what is written */
    public Out(List<Lent> lent) {
        this.lent = lent;
    }

    public Out() {
        this(new ArrayList<>());
    }

    public Out byteValue(int value) {
        room(1);
        bytes[end++] = (byte) value;
        return this;
    }

    /** Small numbers in few bytes; never negative. */
    public Out count(int value) {
        room(5);
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            bytes[end++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[end++] = (byte) rest;
        return this;
    }

    public Out int32(int value) {
        room(4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[end++] = (byte) (value >>> shift);
        }
        return this;
    }

    public Out int64(long value) {
        return int32((int) (value >>> 32)).int32((int) value);
    }

    public Out text(String value) {
        return block(value.getBytes(StandardCharsets.UTF_8));
    }

    public Out block(byte[] value) {
        return block(value, value.length);
    }

    public Out block(byte[] value, int length) {
        count(length);
        room(length);
        System.arraycopy(value, 0, bytes, end, length);
        end += length;
        return this;
    }

    /** Writes the number by which the other side names this object in callbacks. */
    void lend(Object target, Shape shape) {
        if (lent.size() >= Limits.LENT) {
            throw new Malformed("more than " + Limits.LENT + " objects in one call");
        }
        count(lent.size());
        lent.add(new Lent(target, shape));
    }

    /** Fit to be sent; this message is finished by it. */
    ByteBuffer frame() {
        int length = end - HEAD;
        for (int i = 0; i < HEAD; i++) {
            bytes[i] = (byte) (length >>> (24 - 8 * i));
        }
        return ByteBuffer.wrap(bytes, 0, end);
    }

    /** @throws Malformed when the message becomes longer than any may be */
    private void room(int more) {
        if (more > bytes.length - end) {
            if (more > Limits.MESSAGE - end) {
                throw new Malformed("a message of more than " + (Limits.MESSAGE >> 20) + " MB");
            }
            bytes = Arrays.copyOf(bytes, Math.min(Limits.MESSAGE, Math.max(end + more, 2 * bytes.length)));
        }
    }
}

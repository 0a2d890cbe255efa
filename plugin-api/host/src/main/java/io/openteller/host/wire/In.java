package io.openteller.host.wire;

import java.nio.charset.StandardCharsets;

/** A message being read. Believes nothing: whatever does not fit is {@link Malformed}. For one thread. */
public final class In {

    private final byte[] bytes;
    private final int end;
    private final Borrowing borrowing;
    private int at;

    In(byte[] bytes, int from, int end, Borrowing borrowing) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.borrowing = borrowing;
    }

    /** The same message, whose lent objects are called through the given one. */
    public In with(Borrowing other) {
        return new In(bytes, at, end, other);
    }

    Borrowing borrowing() {
        return borrowing;
    }

    public int byteValue() {
        need(1);
        return bytes[at++] & 0xff;
    }

    public int count() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = byteValue();
            value |= (next & 0x7f) << shift;
            if (next < 0x80) {
                if (value < 0) {
                    break;
                }
                return value;
            }
        }
        throw new Malformed("no count");
    }

    /** Of things that take at least a byte each, so that nobody makes room for what cannot come. */
    int countOfThings() {
        int count = count();
        need(count);
        return count;
    }

    public int int32() {
        need(4);
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 8 | bytes[at++] & 0xff;
        }
        return value;
    }

    public long int64() {
        return (long) int32() << 32 | int32() & 0xffffffffL;
    }

    public String text() {
        int length = countOfThings();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    public byte[] block() {
        int length = countOfThings();
        byte[] block = new byte[length];
        System.arraycopy(bytes, at, block, 0, length);
        at += length;
        return block;
    }

    /** To be called when everything was read. */
    public void atEnd() {
        if (at != end) {
            throw new Malformed("more than was expected");
        }
    }

    private void need(int length) {
        if (length > end - at) {
            throw new Malformed("cut short");
        }
    }
}

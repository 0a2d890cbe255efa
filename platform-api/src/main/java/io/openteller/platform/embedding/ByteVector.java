package io.openteller.platform.embedding;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A vector in a quarter of the space.
 *
 * @param numbers -127 to 127; not to be changed
 * @param scale what one of them stands for
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ByteVector(byte[] numbers, double scale) {

    /** Beside its numbers, in bytes. */
    private static final int HEADERS = 48;

    private static final int MOST = 127;

    public static ByteVector of(float[] vector) {
        float largest = 0;
        for (float number : vector) {
            largest = Math.max(largest, Math.abs(number));
        }
        byte[] numbers = new byte[vector.length];
        for (int i = 0; largest > 0 && i < numbers.length; i++) {
            numbers[i] = (byte) Math.round(vector[i] * MOST / largest);
        }
        return new ByteVector(numbers, (double) largest / MOST);
    }

    /** Several of one length, one after the other, each with what one of its numbers stands for. */
    public static byte[] written(List<ByteVector> vectors) {
        int length = vectors.isEmpty() ? 0 : vectors.getFirst().numbers.length;
        ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + vectors.size() * (Double.BYTES + length)).putInt(length);
        vectors.forEach(one -> out.putDouble(one.scale).put(one.numbers));
        return out.array();
    }

    /** What {@link #written} wrote. */
    public static List<ByteVector> read(byte[] written) {
        ByteBuffer in = ByteBuffer.wrap(written);
        int length = in.getInt();
        List<ByteVector> vectors = new ArrayList<>();
        while (in.hasRemaining()) {
            double scale = in.getDouble();
            byte[] numbers = new byte[length];
            in.get(numbers);
            vectors.add(new ByteVector(numbers, scale));
        }
        return List.copyOf(vectors);
    }

    /** What it takes of the heap. */
    public int bytes() {
        return numbers.length + HEADERS;
    }
}

package io.openteller.platform.embedding;

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

    /** What it takes of the heap. */
    public int bytes() {
        return numbers.length + HEADERS;
    }
}

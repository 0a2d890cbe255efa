package io.openteller.platform.guard.internal;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/** Addresses of coins, by the checksums that they carry. */
final class CryptoAddresses {

    private static final String BASE_58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String BECH_32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATORS = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int BECH_32M = 0x2bc830a3;

    private CryptoAddresses() {}

    static boolean valid(String address) {
        return address.startsWith("0x")
                || (address.toLowerCase(Locale.ROOT).startsWith("bc1") ? bech32(address) : base58(address));
    }

    private static boolean base58(String address) {
        BigInteger number = BigInteger.ZERO;
        for (char letter : address.toCharArray()) {
            number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(BASE_58.indexOf(letter)));
        }
        byte[] raw = number.toByteArray();
        byte[] bytes = new byte[25];
        int length = Math.min(25, raw.length);
        if (raw.length > 26) {
            return false;
        }
        System.arraycopy(raw, raw.length - length, bytes, 25 - length, length);
        byte[] hash = sha256(sha256(Arrays.copyOf(bytes, 21)));
        return Arrays.equals(Arrays.copyOf(hash, 4), Arrays.copyOfRange(bytes, 21, 25));
    }

    private static boolean bech32(String written) {
        String address = written.toLowerCase(Locale.ROOT);
        int[] values = new int[address.length() + 2];
        // "bc" expanded: the high bits of both letters, a zero, their low bits.
        int[] prefix = {3, 3, 0, 2, 3};
        System.arraycopy(prefix, 0, values, 0, 5);
        for (int i = 3; i < address.length(); i++) {
            values[i + 2] = BECH_32.indexOf(address.charAt(i));
        }
        int sum = 1;
        for (int value : values) {
            int top = sum >>> 25;
            sum = (sum & 0x1ffffff) << 5 ^ value;
            for (int i = 0; i < 5; i++) {
                sum ^= (top >>> i & 1) == 1 ? GENERATORS[i] : 0;
            }
        }
        return sum == 1 || sum == BECH_32M;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

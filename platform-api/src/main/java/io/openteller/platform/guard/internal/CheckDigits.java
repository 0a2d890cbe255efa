package io.openteller.platform.guard.internal;

import java.math.BigInteger;

/** The common ways in which a number proves that it was copied right. Arguments are plain ASCII digits (and capitals). */
final class CheckDigits {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int[][] VERHOEFF_TIMES = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5}, {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
        {3, 4, 0, 1, 2, 8, 9, 5, 6, 7}, {4, 0, 1, 2, 3, 9, 5, 6, 7, 8}, {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
        {6, 5, 9, 8, 7, 1, 0, 4, 3, 2}, {7, 6, 5, 9, 8, 2, 1, 0, 4, 3}, {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
        {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
    };
    private static final int[][] VERHOEFF_MOVE = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 5, 7, 6, 2, 8, 3, 0, 9, 4}, {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
        {8, 9, 1, 6, 0, 4, 3, 5, 2, 7}, {9, 4, 5, 3, 1, 2, 6, 8, 7, 0}, {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
        {2, 7, 9, 3, 8, 0, 6, 4, 1, 5}, {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
    };

    private CheckDigits() {}

    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digit(digits, digits.length() - 1 - i);
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0 && !sameDigits(digits);
    }

    /** IBAN: the first four go to the end, letters count from ten. */
    static boolean mod97(String iban) {
        String turned = iban.substring(4) + iban.substring(0, 4);
        StringBuilder number = new StringBuilder();
        turned.chars().forEach(c -> number.append(Character.getNumericValue(c)));
        return new BigInteger(number.toString()).mod(NINETY_SEVEN).intValue() == 1;
    }

    static boolean verhoeff(String digits) {
        int check = 0;
        for (int i = 0; i < digits.length(); i++) {
            check = VERHOEFF_TIMES[check][VERHOEFF_MOVE[i % 8][digit(digits, digits.length() - 1 - i)]];
        }
        return check == 0;
    }

    /** ISO 7064, MOD 11,10. */
    static boolean mod11And10(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length() - 1; i++) {
            int sum = (digit(digits, i) + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (11 - product) % 10 == digit(digits, digits.length() - 1);
    }

    /** As in the machine-readable zone of passports: weights 7, 3, 1; letters count from ten; the last digit checks. */
    static boolean icao(String value) {
        int sum = 0;
        int[] weights = {7, 3, 1};
        for (int i = 0; i < value.length() - 1; i++) {
            sum += weights[i % 3] * Character.getNumericValue(value.charAt(i));
        }
        return sum % 10 == Character.getNumericValue(value.charAt(value.length() - 1));
    }

    /** Sum of digits times weights; digits past the weights do not count. */
    static int weighted(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(digits, i);
        }
        return sum;
    }

    static boolean sameDigits(String digits) {
        return digits.chars().distinct().count() == 1;
    }

    static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }
}

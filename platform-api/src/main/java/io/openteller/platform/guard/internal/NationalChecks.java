package io.openteller.platform.guard.internal;

import static io.openteller.platform.guard.internal.CheckDigits.digit;
import static io.openteller.platform.guard.internal.CheckDigits.luhn;
import static io.openteller.platform.guard.internal.CheckDigits.sameDigits;
import static io.openteller.platform.guard.internal.CheckDigits.weighted;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

/** Checks that one country made up for one number. Arguments are digits and capitals, of the length that the pattern says. */
final class NationalChecks {

    private static final String SPANISH = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String FINNISH = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final String GST = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    /** Codes of no province of Thailand, although they lie between those of others. */
    private static final Set<String> NO_THAI_PROVINCE =
            Set.of("28", "29", "59", "68", "69", "78", "79", "87", "88", "89", "97", "98", "99");

    private NationalChecks() {}

    static boolean nhs(String n) {
        int check = 11 - weighted(n, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return check % 11 == digit(n, 9) && check != 10 && !sameDigits(n);
    }

    static boolean aba(String n) {
        int area = Integer.parseInt(n.substring(0, 2));
        boolean known = area <= 12 || area >= 21 && area <= 32 || area >= 61 && area <= 72 || area == 80;
        return known && weighted(n, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0 && !sameDigits(n);
    }

    static boolean abn(String n) {
        return digit(n, 0) > 0 && (weighted(n, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) - 10) % 89 == 0;
    }

    static boolean acn(String n) {
        return (10 - weighted(n, 8, 7, 6, 5, 4, 3, 2, 1) % 10) % 10 == digit(n, 8);
    }

    static boolean tfn(String n) {
        return n.length() == 9 && weighted(n, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0;
    }

    static boolean medicare(String n) {
        return weighted(n, 1, 3, 7, 9, 1, 3, 7, 9) % 10 == digit(n, 8);
    }

    static boolean npi(String n) {
        return luhn("80840" + n) && !sameDigits(n.substring(0, 9));
    }

    static boolean dea(String n) {
        String d = n.substring(2);
        return (weighted(d, 1, 0, 1, 0, 1) + 2 * weighted(d, 0, 1, 0, 1, 0, 1)) % 10 == digit(d, 6);
    }

    static boolean lanr(String n) {
        return (10 - weighted(n, 4, 9, 4, 9, 4, 9) % 10) % 10 == digit(n, 6);
    }

    /** A letter counts as two digits; of every product the sum of its digits. */
    static boolean germanHealth(String n) {
        return crossSum(letterAsDigits(n), 1, 2, 1, 2, 1, 2, 1, 2, 1, 2) % 10 == digit(n, 9);
    }

    static boolean germanPension(String n) {
        return crossSum(letterAsDigits(n), 2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1) % 10 == digit(n, 11);
    }

    static boolean spanish(String n) {
        String number = n.substring(0, n.length() - 1)
                .replaceFirst("X", "0")
                .replaceFirst("Y", "1")
                .replaceFirst("Z", "2");
        return SPANISH.charAt(Integer.parseInt(number) % 23) == n.charAt(n.length() - 1);
    }

    static boolean finnish(String n) {
        // The sign for the century may have gone with the separators.
        String digits = n.substring(0, 6) + n.substring(n.length() - 4, n.length() - 1);
        return FINNISH.charAt(Integer.parseInt(digits) % 31) == n.charAt(n.length() - 1) && dayMonth(n.substring(0, 4));
    }

    static boolean gstin(String n) {
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            int product = GST.indexOf(n.charAt(i)) * (i % 2 == 0 ? 1 : 2);
            sum += product / 36 + product % 36;
        }
        return GST.charAt((36 - sum % 36) % 36) == n.charAt(14);
    }

    static boolean pesel(String n) {
        int month = Integer.parseInt(n.substring(2, 4)) % 20;
        return (10 - weighted(n, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) % 10) % 10 == digit(n, 10)
                && month >= 1
                && month <= 12
                && between(n.substring(4, 6), 1, 31);
    }

    static boolean thai(String n) {
        return (11 - weighted(n, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == digit(n, 12)
                && digit(n, 1) > 0
                && !NO_THAI_PROVINCE.contains(n.substring(1, 3));
    }

    static boolean turkish(String n) {
        int odd = weighted(n, 1, 0, 1, 0, 1, 0, 1, 0, 1);
        int even = weighted(n, 0, 1, 0, 1, 0, 1, 0, 1);
        return Math.floorMod(7 * odd - even, 10) == digit(n, 9) && (odd + even + digit(n, 9)) % 10 == digit(n, 10);
    }

    static boolean koreanBusiness(String n) {
        int sum = weighted(n, 1, 3, 7, 1, 3, 7, 1, 3, 5) + digit(n, 8) * 5 / 10;
        return (10 - sum % 10) % 10 == digit(n, 9);
    }

    static boolean swedish(String n) {
        String ten = n.substring(n.length() - 10);
        return luhn(ten) && (n.length() == 10 ? monthDay(n.substring(2, 6)) : date(n.substring(0, 8)));
    }

    static boolean southAfrican(String n) {
        return luhn(n) && monthDay(n.substring(2, 6));
    }

    static boolean singapore(String n) {
        int sum = weighted(n.substring(1), 2, 7, 6, 5, 4, 3, 2);
        char kind = n.charAt(0);
        int offset = kind == 'T' || kind == 'G' ? 4 : kind == 'M' ? 3 : 0;
        String letters = kind == 'S' || kind == 'T' ? "JZIHGFEDCBA" : kind == 'M' ? "XWUTRQPNJLK" : "XWUTRQPNMLK";
        int at = (sum + offset) % 11;
        return letters.charAt(kind == 'M' ? 10 - at : at) == n.charAt(8);
    }

    static boolean italianVat(String n) {
        return luhn(n);
    }

    /** Day and month first. */
    static boolean dayMonth(String n) {
        return between(n.substring(0, 2), 1, 31) && between(n.substring(2, 4), 1, 12);
    }

    static boolean monthDay(String n) {
        return between(n.substring(0, 2), 1, 12) && between(n.substring(2, 4), 1, 31);
    }

    private static boolean date(String n) {
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(n.substring(0, 4)),
                    Integer.parseInt(n.substring(4, 6)),
                    Integer.parseInt(n.substring(6)));
            return day.getYear() > 1850;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static boolean between(String number, int least, int most) {
        int value = Integer.parseInt(number);
        return value >= least && value <= most;
    }

    private static String letterAsDigits(String n) {
        StringBuilder digits = new StringBuilder();
        n.chars().forEach(c -> digits.append(c >= 'A' ? "%02d".formatted(c - 'A' + 1) : String.valueOf((char) c)));
        return digits.toString();
    }

    private static int crossSum(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            int product = weights[i] * digit(digits, i);
            sum += product / 10 + product % 10;
        }
        return sum;
    }
}

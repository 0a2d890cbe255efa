package io.openteller.platform.guard.internal.gate;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers in digits and in words, English, Hindi and Hindi in Latin letters. Expects {@link Plain} text. */
final class Numbers {

    private static final Map<String, Integer> WORDS = new LinkedHashMap<>();
    private static final Map<String, BigDecimal> MAGNITUDES = new LinkedHashMap<>();

    static {
        String[] ones = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
                        + " sixteen seventeen eighteen nineteen")
                .split(" ");
        for (int i = 0; i < ones.length; i++) {
            WORDS.put(ones[i], i);
        }
        String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
        for (int i = 0; i < tens.length; i++) {
            WORDS.put(tens[i], 20 + 10 * i);
        }
        String[] hindi = "एक दो तीन चार पाँच छह सात आठ नौ दस".split(" ");
        String[] latin = "ek do teen char paanch chhah saat aath nau das".split(" ");
        for (int i = 0; i < hindi.length; i++) {
            WORDS.put(hindi[i], i + 1);
            WORDS.put(latin[i], i + 1);
        }
        WORDS.put("पांच", 5);
        WORDS.put("panch", 5);
        WORDS.put("chaar", 4);
        WORDS.put("dozen", 12);
        magnitude("100", "hundred", "सौ", "sau");
        magnitude("1000", "thousand", "हज़ार", "हजार", "hazaar", "hazar", "hajar", "k");
        magnitude("100000", "lakhs", "lakh", "lacs", "lac", "लाख");
        magnitude("10000000", "crores", "crore", "करोड़", "करोड़", "cr");
        magnitude("1000000", "million", "mn", "m");
        magnitude("1000000000", "billion", "bn");
    }

    private static final String DIGITS = "\\d{1,3}(?:\\.\\d{3})+,\\d{1,2}(?!\\d)|\\d{1,3}(?:,\\d{2,3})+(?:\\.\\d+)?(?!\\d)"
            + "|\\d+,\\d{1,2}(?!\\d)|\\d+(?:\\.\\d+)?";
    private static final String WORD = longestFirst(WORDS);
    private static final String LARGE = longestFirst(MAGNITUDES);

    /** Groups {@code digits} or {@code words}, and {@code large} after digits. */
    static final String PATTERN = "(?:(?<digits>" + DIGITS + ")(?:[ -]?(?<large>" + LARGE + ")(?![\\p{L}\\p{M}]))?"
            + "|(?<words>(?<![\\p{L}\\p{M}-])(?:(?:" + WORD + ")(?:[ -](?:and )?(?:" + WORD + "|" + LARGE + "))*"
            + "|an? (?:hundred|thousand|lakh|crore|million|billion|dozen)|half)(?![\\p{L}\\p{M}])))";

    private static final Pattern TOKEN = Pattern.compile(WORD + "|" + LARGE);

    private Numbers() {}

    static BigDecimal value(Matcher match) {
        String digits = match.group("digits");
        if (digits == null) {
            return spoken(match.group("words"));
        }
        String large = match.group("large");
        BigDecimal number = number(digits);
        return large == null ? number : number.multiply(MAGNITUDES.getOrDefault(large, BigDecimal.ONE));
    }

    private static BigDecimal number(String digits) {
        if (digits.matches("\\d{1,3}(?:\\.\\d{3})+,\\d{1,2}")) {
            return new BigDecimal(digits.replace(".", "").replace(',', '.'));
        }
        return new BigDecimal(digits.matches("\\d+,\\d{1,2}") ? digits.replace(',', '.') : digits.replace(",", ""));
    }

    private static BigDecimal spoken(String words) {
        if (words.equals("half")) {
            return new BigDecimal("0.5");
        }
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal part = words.startsWith("a ") || words.startsWith("an ") ? BigDecimal.ONE : BigDecimal.ZERO;
        Matcher token = TOKEN.matcher(words);
        while (token.find()) {
            BigDecimal large = MAGNITUDES.get(token.group());
            if (token.group().equals("dozen")) {
                part = part.max(BigDecimal.ONE).multiply(BigDecimal.valueOf(12));
            } else if (large == null) {
                part = part.add(BigDecimal.valueOf(WORDS.getOrDefault(token.group(), 0)));
            } else if (large.intValue() == 100) {
                part = part.max(BigDecimal.ONE).multiply(large);
            } else {
                total = total.add(part.max(BigDecimal.ONE).multiply(large));
                part = BigDecimal.ZERO;
            }
        }
        return total.add(part);
    }

    private static void magnitude(String value, String... names) {
        for (String name : names) {
            MAGNITUDES.put(name, new BigDecimal(value));
        }
    }

    private static String longestFirst(Map<String, ?> names) {
        return names.keySet().stream()
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}

package io.openteller.platform.guard.internal;

import io.openteller.platform.guard.Span;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** International account numbers: the country says how long one is, so what follows it is left alone. */
final class Ibans implements Recogniser {

    private static final Pattern BEGINNING = Pattern.compile("(?<![A-Za-z0-9])[A-Za-z]{2}[ -]?[0-9]{2}");
    private static final String BY_LENGTH =
            """
            15 NO
            16 BE BI
            18 DK FK FI FO GL NL SD
            19 MK SI
            20 AT BA EE KZ LT LU MN XK
            21 CH HR LI LV
            22 BG BH CR DE GB GE IE ME RS VA
            23 AE GI IL IQ TL OM SO
            24 AD CZ ES MD PK RO SA SE SK TN VG
            25 LY PT ST
            26 IS TR
            27 BI DJ FR GR IT MC MR SM
            28 AL AZ BY CY DO GT HN HU LB NI PL SV
            29 BR EG PS QA UA
            30 JO KW MU YE
            31 MT SC
            32 LC
            33 RU
            """;
    private static final Map<String, Integer> LENGTHS = lengths();

    @Override
    public void find(String text, Consumer<Span> found) {
        Matcher beginning = BEGINNING.matcher(text);
        int from = 0;
        while (beginning.find(from)) {
            from = beginning.start() + 1;
            Integer length = LENGTHS.get(text.substring(from - 1, from + 1).toUpperCase(Locale.ROOT));
            if (length != null) {
                int end = end(text, from - 1, length);
                if (end > 0) {
                    String iban = Rule.plain(text.substring(from - 1, end));
                    if (oneCase(text, from - 1, end) && CheckDigits.mod97(iban)) {
                        found.accept(new Span(from - 1, end, "IBAN", iban, 1));
                        from = end;
                    }
                }
            }
        }
    }

    /** Where so many letters and digits end, with at most one space or dash between two; 0 if they do not, or go on. */
    private static int end(String text, int start, int length) {
        int seen = 0;
        boolean separated = true;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 && Character.isLetterOrDigit(c)) {
                separated = false;
                if (++seen == length) {
                    boolean goesOn = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
                    return goesOn ? 0 : i + 1;
                }
            } else if (separated || c != ' ' && c != '-') {
                return 0;
            } else {
                separated = true;
            }
        }
        return 0;
    }

    /** People type an account number in capitals or without any; in both it is something else. */
    private static boolean oneCase(String text, int start, int end) {
        String written = text.substring(start, end);
        return written.equals(written.toUpperCase(Locale.ROOT)) || written.equals(written.toLowerCase(Locale.ROOT));
    }

    private static Map<String, Integer> lengths() {
        Map<String, Integer> lengths = new HashMap<>();
        BY_LENGTH.lines().forEach(line -> {
            String[] parts = line.split(" ");
            for (int i = 1; i < parts.length; i++) {
                lengths.put(parts[i], Integer.valueOf(parts[0]));
            }
        });
        return Map.copyOf(lengths);
    }
}

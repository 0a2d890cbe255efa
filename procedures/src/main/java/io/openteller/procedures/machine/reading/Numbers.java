package io.openteller.procedures.machine.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in figures and in words: 5,000; 5k; 2.5 lakh; two lakh fifty thousand; saadhe paanch hazaar; डेढ़ लाख. */
final class Numbers {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<figure>(?<![\\p{L}\\d.,])\\d+(?:,\\d{2,3})*(?:\\.\\d{1,2})?(?![.,]?\\d))(?<k>k(?![\\p{L}\\d]))?|(?<word>[\\p{L}\\p{M}]+)");

    private static final Map<String, BigDecimal> SMALL = new HashMap<>();
    private static final Map<String, Long> MAGNITUDES = new HashMap<>();
    private static final Map<String, BigDecimal> AND_A_HALF = new HashMap<>();

    static {
        small("one ek एक", 1);
        small("two do दो", 2);
        small("three teen तीन", 3);
        small("four char chaar चार", 4);
        small("five paanch panch पांच", 5);
        small("six chhe chhah छह छः", 6);
        small("seven saat सात", 7);
        small("eight aath आठ", 8);
        small("nine nau नौ", 9);
        small("ten das dus दस", 10);
        small("eleven gyarah ग्यारह", 11);
        small("twelve barah बारह", 12);
        small("thirteen terah तेरह", 13);
        small("fourteen chaudah चौदह", 14);
        small("fifteen pandrah पंद्रह पन्द्रह", 15);
        small("sixteen solah सोलह", 16);
        small("seventeen satrah सत्रह", 17);
        small("eighteen atharah अठारह", 18);
        small("nineteen unnis उन्नीस", 19);
        small("twenty bees बीस", 20);
        small("pachees pachis पच्चीस", 25);
        small("thirty tees तीस", 30);
        small("forty chalis chaalis चालीस", 40);
        small("fifty pachas pachaas पचास", 50);
        small("sixty saath साठ", 60);
        small("seventy sattar सत्तर", 70);
        small("pachattar पचहत्तर", 75);
        small("eighty assi अस्सी", 80);
        small("ninety nabbe नब्बे", 90);
        small("dedh डेढ़", "1.5");
        small("dhai dhaai ढाई", "2.5");
        magnitude("hundred sau सौ", 100);
        magnitude("thousand hazaar hazar hajar हज़ार हजार", 1_000);
        magnitude("lakh lakhs lac lacs लाख", 100_000);
        magnitude("million mn", 1_000_000);
        magnitude("crore crores karod करोड़", 10_000_000);
        for (String word : "saadhe sadhe साढ़े".split(" ")) {
            AND_A_HALF.put(Words.plain(word), new BigDecimal("0.5"));
        }
        for (String word : "sava sawa सवा".split(" ")) {
            AND_A_HALF.put(Words.plain(word), new BigDecimal("0.25"));
        }
    }

    /**
     * @param figures whether it has figures or a magnitude; single words such as "do" may mean something else
     */
    record Number(BigDecimal value, boolean figures) {}

    private Numbers() {}

    /** @param plain as {@link Words#plain} writes it */
    static List<Found<Number>> in(String plain) {
        List<Found<Number>> found = new ArrayList<>();
        Matcher token = TOKEN.matcher(plain);
        Growing growing = null;
        int last = 0;
        while (token.find()) {
            if (growing != null && !plain.substring(last, token.start()).isBlank() && !plain.substring(last, token.start()).equals("-")) {
                growing.close(found);
                growing = null;
            }
            last = token.end();
            if (growing == null) {
                growing = new Growing(token.start());
            }
            if (!growing.take(token)) {
                growing.close(found);
                growing = new Growing(token.start());
                if (!growing.take(token)) {
                    growing = null;
                }
            }
        }
        if (growing != null) {
            growing.close(found);
        }
        return found;
    }

    private static void small(String words, long value) {
        small(words, Long.toString(value));
    }

    private static void small(String words, String value) {
        for (String word : words.split(" ")) {
            SMALL.put(Words.plain(word), new BigDecimal(value));
        }
    }

    private static void magnitude(String words, long value) {
        for (String word : words.split(" ")) {
            MAGNITUDES.put(Words.plain(word), value);
        }
    }

    /** A number of several words, as far as it was read. */
    private static final class Growing {
        private final int start;
        private int end;
        private BigDecimal total = BigDecimal.ZERO;
        private @Nullable BigDecimal current;
        private BigDecimal half = BigDecimal.ZERO;
        private boolean any;
        private boolean figures;
        private long smallest = Long.MAX_VALUE;

        Growing(int start) {
            this.start = start;
        }

        /** False if the word does not belong to this number. */
        boolean take(Matcher token) {
            boolean taken = token.group("figure") != null ? figure(token) : word(token.group("word"));
            if (taken) {
                end = token.end();
            }
            return taken;
        }

        private boolean figure(Matcher token) {
            if (current != null) {
                return false;
            }
            if (any && smallest == Long.MAX_VALUE) {
                return false;
            }
            current = new BigDecimal(token.group("figure").replace(",", ""));
            if (token.group("k") != null) {
                current = current.multiply(BigDecimal.valueOf(1_000));
            }
            any = true;
            figures = true;
            return true;
        }

        private boolean word(String word) {
            BigDecimal small = SMALL.get(word);
            Long magnitude = MAGNITUDES.get(word);
            BigDecimal quarter = AND_A_HALF.get(word);
            if (quarter != null && !any) {
                half = quarter;
                return true;
            }
            if (small != null) {
                return small(small);
            }
            if (magnitude != null && magnitude < smallest || magnitude != null && magnitude == 100L && current != null) {
                BigDecimal of = (current == null ? BigDecimal.ONE : current).add(half);
                half = BigDecimal.ZERO;
                any = true;
                figures = true;
                if (magnitude == 100L) {
                    current = of.multiply(BigDecimal.valueOf(magnitude));
                } else {
                    total = total.add(of.multiply(BigDecimal.valueOf(magnitude)));
                    current = null;
                    smallest = magnitude;
                }
                return true;
            }
            return word.equals("and") && any && figures;
        }

        private boolean small(BigDecimal small) {
            if (current == null) {
                current = small;
            } else if (fits(current, small)) {
                current = current.add(small);
            } else {
                return false;
            }
            any = true;
            return true;
        }

        private static boolean fits(BigDecimal current, BigDecimal small) {
            BigDecimal room = current.remainder(BigDecimal.valueOf(100));
            return current.scale() <= 0
                    && (room.signum() == 0 && current.compareTo(BigDecimal.valueOf(100)) >= 0
                            || room.compareTo(BigDecimal.valueOf(20)) >= 0
                                    && room.remainder(BigDecimal.TEN).signum() == 0
                                    && small.compareTo(BigDecimal.TEN) < 0);
        }

        void close(List<Found<Number>> found) {
            if (any) {
                BigDecimal value = current == null ? total : total.add(current).add(half);
                found.add(new Found<>(new Number(value, figures), start, end));
            }
        }
    }
}

package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.Entity.Amount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts in figures of any script, with Indian and English magnitudes, and small round ones in words. */
final class AmountFinder {

    private static final String BEFORE = "₹|£|\\$|€|(?<![\\p{L}\\d])(?:rs\\.?|inr|gbp|usd|eur|रु\\.?)";
    private static final String AFTER = "rupees?|rupaye|rupay|rupye|rupiya|रुपये|रुपए|रुपया|रुपयों|rs|inr|pounds?|quid|gbp|euros?|eur"
            + "|dollars?|usd|bucks|₹|£|€";
    private static final String MAGNITUDE = "thousand|hundred|k|lakhs?|lacs?|crores?|million|mn|हज़ार|हजार|लाख|करोड़|सौ"
            + "|hazaar|hazar|hajar|lakh|sau|karod";
    private static final String FIGURE = "\\p{Nd}+(?:,\\p{Nd}{2,3})*(?:\\.\\p{Nd}{1,2})?";
    private static final String WORD = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty"
            + "|sixty|seventy|eighty|ninety|एक|दो|तीन|चार|पांच|पाँच|छह|सात|आठ|नौ|दस|ek|do|teen|char|paanch|panch|chhe|saat"
            + "|aath|nau|das|dus";

    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("₹", "INR"), Map.entry("rs", "INR"), Map.entry("rs.", "INR"), Map.entry("inr", "INR"),
            Map.entry("रु", "INR"), Map.entry("रु.", "INR"), Map.entry("£", "GBP"), Map.entry("gbp", "GBP"),
            Map.entry("quid", "GBP"), Map.entry("$", "USD"), Map.entry("usd", "USD"), Map.entry("bucks", "USD"),
            Map.entry("€", "EUR"), Map.entry("eur", "EUR"));

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("one", 1), Map.entry("ek", 1), Map.entry("एक", 1), Map.entry("two", 2), Map.entry("do", 2),
            Map.entry("दो", 2), Map.entry("three", 3), Map.entry("teen", 3), Map.entry("तीन", 3), Map.entry("four", 4),
            Map.entry("char", 4), Map.entry("चार", 4), Map.entry("five", 5), Map.entry("paanch", 5),
            Map.entry("panch", 5), Map.entry("पांच", 5), Map.entry("पाँच", 5), Map.entry("six", 6),
            Map.entry("chhe", 6), Map.entry("छह", 6), Map.entry("seven", 7), Map.entry("saat", 7), Map.entry("सात", 7),
            Map.entry("eight", 8), Map.entry("aath", 8), Map.entry("आठ", 8), Map.entry("nine", 9), Map.entry("nau", 9),
            Map.entry("नौ", 9), Map.entry("ten", 10), Map.entry("das", 10), Map.entry("dus", 10), Map.entry("दस", 10),
            Map.entry("twelve", 12), Map.entry("fifteen", 15), Map.entry("twenty", 20), Map.entry("thirty", 30),
            Map.entry("forty", 40), Map.entry("fifty", 50), Map.entry("sixty", 60), Map.entry("seventy", 70),
            Map.entry("eighty", 80), Map.entry("ninety", 90));

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String NUMBER =
            "(?<number>" + FIGURE + "|" + WORD + ")(?:\\s?(?<magnitude>" + MAGNITUDE + ")(?![\\p{L}\\p{M}]))?";

    private static final Pattern WITH_BEFORE = Pattern.compile("(?<before>" + BEFORE + ")\\s?" + NUMBER, FLAGS);
    private static final Pattern WITH_AFTER = Pattern.compile(
            "(?<![\\p{L}\\p{M}\\p{Nd}.,/-])" + NUMBER + "\\s?(?<after>" + AFTER + ")(?![\\p{L}\\p{M}])", FLAGS);
    private static final Pattern MAGNITUDE_ALONE = Pattern.compile(
            "(?<![\\p{L}\\p{M}\\p{Nd}.,/-])(?<number>" + FIGURE + "|" + WORD + ")\\s?(?<magnitude>" + MAGNITUDE
                    + ")(?![\\p{L}\\p{M}])",
            FLAGS);
    /** Neither part of a longer number nor counted or ordered things. */
    private static final Pattern BARE = Pattern.compile(
            "(?<![\\p{L}\\p{M}\\p{Nd}.,/:#+-])(?<number>" + FIGURE + ")(?![\\p{Nd}:/-]|[.,]\\p{Nd}|\\p{L}|\\s?%"
                    + "|\\s(?:days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|times?|am|pm|din|mahine|hafte|baar|saal|ghante"
                    + "|दिन|महीने|हफ्ते|बार|साल|घंटे|बजे|baje|emis?|people|accounts?|cards?|payments?|transactions?)(?!\\p{L}))",
            FLAGS);
    /** A longer bare number is a telephone, an account or a reference. */
    private static final int LONGEST_BARE = 7;

    private AmountFinder() {}

    static List<Amount> withCurrency(String text) {
        List<Amount> found = new ArrayList<>();
        add(found, WITH_BEFORE.matcher(text), "before");
        add(found, WITH_AFTER.matcher(text), "after");
        return found;
    }

    /** Numbers that are likely amounts although no currency is named. */
    static List<Amount> bare(String text) {
        List<Amount> found = new ArrayList<>();
        add(found, MAGNITUDE_ALONE.matcher(text), null);
        Matcher bare = BARE.matcher(text);
        while (bare.find()) {
            String figure = bare.group("number");
            if (figure.replaceAll("[.,]", "").length() <= LONGEST_BARE) {
                found.add(new Amount(bare.start(), bare.end(), value(figure, null), null));
            }
        }
        return found;
    }

    private static void add(List<Amount> found, Matcher matcher, @Nullable String currency) {
        while (matcher.find()) {
            found.add(new Amount(
                    matcher.start(),
                    matcher.end(),
                    value(matcher.group("number"), matcher.group("magnitude")),
                    currency == null ? null : currency(matcher.group(currency).toLowerCase(Locale.ROOT))));
        }
    }

    private static BigDecimal value(String number, @Nullable String magnitude) {
        Integer word = WORDS.get(number.toLowerCase(Locale.ROOT));
        BigDecimal value = word == null ? new BigDecimal(number.replace(",", "")) : BigDecimal.valueOf(word);
        return magnitude == null ? value : value.multiply(times(magnitude.toLowerCase(Locale.ROOT)));
    }

    private static BigDecimal times(String magnitude) {
        return BigDecimal.valueOf(
                switch (magnitude) {
                    case "hundred", "sau", "सौ" -> 100L;
                    case "thousand", "k", "hazaar", "hazar", "hajar", "हज़ार", "हजार" -> 1_000L;
                    case "million", "mn" -> 1_000_000L;
                    case "crore", "crores", "karod", "करोड़" -> 10_000_000L;
                    default -> 100_000L;
                });
    }

    private static String currency(String written) {
        String known = CURRENCIES.get(written);
        if (known != null) {
            return known;
        }
        return written.startsWith("pound") ? "GBP" : written.startsWith("euro") ? "EUR" : written.startsWith("dollar") ? "USD" : "INR";
    }
}

package io.openteller.platform.guard.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.openteller.platform.guard.Span;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers, by the numbering plans of the countries that they may belong to. Written with spaces, brackets or a
 * plus a number may be from anywhere; ten bare digits must be a number in India, Britain or North America.
 */
final class Phones implements Recogniser {

    private static final Pattern CANDIDATE =
            Pattern.compile("(?<![\\p{L}\\p{Nd}_.,])(?<![0-9][/:-])(?:\\+|00|\\()?\\(?\\p{Nd}(?:["
                    + " ()./\\u2010-\\u2013-]{0,3}\\p{Nd}){5,16}(?: ?(?:x|ext\\.?|extension)"
                    + " ?\\p{Nd}{1,6})?(?![\\p{L}\\p{Nd}_])(?!-\\p{Nd})");
    private static final Pattern PLAIN = Pattern.compile("\\p{Nd}+");
    private static final Pattern GROUPS = Pattern.compile(".*[ ()./-].*");
    private static final Pattern SAYS_SO = Pattern.compile(
            "(?i)(?<!\\p{L})(?:phone|telephone|tel|mobile|cell|call(?:ed|ing)?|ring|reach|contact|whatsapp|text|sms|fax|dial|answering|hotline|helpline|ph"
                + "|फोन|फ़ोन|मोबाइल)(?!\\p{L})");
    private static final Pattern FOLLOWS =
            Pattern.compile("^[ (]*(?:fax|mobile|office|home|work|cell|phone|tel)(?!\\p{L})", Pattern.CASE_INSENSITIVE);
    private static final Pattern STREET_FOLLOWS = Pattern.compile("^,?\\s+\\p{Lu}");
    private static final String OTHER_NUMBER = "(?:account|acct|a/c|card|reference|ref|order|aadhaar|sort code|nhs|routing)";
    private static final Pattern OTHERWISE = Pattern.compile("(?i)(?<!\\p{L})" + OTHER_NUMBER + "(?!\\p{L})");
    private static final Pattern OTHERWISE_AT_ONCE = Pattern.compile("(?i)(?<!\\p{L})" + OTHER_NUMBER
            + "(?: ?(?:no\\.?|number|num|nr\\.?|id|code|is|ending|ends|in|with|:|#|-|=|,|my|your|the))*\\s*$");
    /** A line, or what is between commas, begins here. */
    private static final Pattern ALONE = Pattern.compile("(?:^|[\\n,;:|])[\\s>*#•|-]*$");

    private static final Pattern POSTCODE = Pattern.compile("\\p{Nd}{5}-\\p{Nd}{3,4}|\\p{Nd}{3}[- ]\\p{Nd}{3,4}");
    private static final Pattern WORD_FOLLOWS = Pattern.compile("^,?[ \\t]*\\p{L}");
    private static final int WHOLE_NUMBER = 8;
    private static final List<String> HOME = List.of("IN", "GB", "US");
    private static final List<String> WORLD = List.of(
            "DE", "FR", "ES", "IT", "NL", "BE", "CH", "AT", "IE", "PL", "CZ", "SE", "NO", "DK", "FI", "PT", "GR", "HU",
            "SI", "HR", "EE", "IS", "TR", "IL", "AE", "SA", "TN", "JP", "CN", "KR", "SG", "MY", "TH", "PH", "ID", "VN",
            "AU", "NZ", "ZA", "NG", "KE", "CY", "UY", "BR", "MX", "AR", "CL", "CA", "PK", "BD", "LK", "GL", "UA", "RU",
            "RO", "BG", "RS", "SK", "LT", "LV", "LU", "MT", "HK", "TW", "EG", "MA", "GH", "TZ", "UG", "ET", "NP", "IQ",
            "JO", "LB", "KW", "QA", "OM", "BH", "CO", "PE", "VE", "EC", "BO", "PY", "CR", "PA", "DO", "GT", "CU", "JM",
            "KZ", "UZ", "GE", "AM", "AZ", "BY", "MD", "AL", "MK", "BA", "ME", "MM", "KH", "MN", "MU", "ZM", "ZW", "SN",
            "CI", "CM", "DZ", "FO", "FJ");
    private static final int AROUND = 40;
    private static final int NEAR = 18;

    /** From here on it is a number of a telephone even in the middle of an address. */
    static final double SURE = 0.7;

    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

    @Override
    public void find(String text, Consumer<Span> found) {
        Matcher candidate = CANDIDATE.matcher(text);
        while (candidate.find()) {
            String written = candidate.group();
            String before = text.substring(Math.max(0, candidate.start() - AROUND), candidate.start());
            String after = text.substring(candidate.end(), Math.min(text.length(), candidate.end() + 10));
            boolean saysSo =
                    SAYS_SO.matcher(before).find() || FOLLOWS.matcher(after).find();
            boolean plus = written.startsWith("+");
            boolean grouped = GROUPS.matcher(written).matches();
            boolean bare = PLAIN.matcher(written).matches();
            if (!saysSo
                    && !plus
                    && (bare ? OTHERWISE : OTHERWISE_AT_ONCE)
                            .matcher(text.substring(Math.max(0, candidate.start() - NEAR), candidate.start()))
                            .find()) {
                continue;
            }
            String value = number(written, HOME);
            boolean enough = Rule.plain(written).length()
                    >= (STREET_FOLLOWS.matcher(after).find() ? 9 : 7);
            if (value == null && (saysSo || plus || enough && (grouped || written.startsWith("0")))) {
                value = number(written, WORLD);
            }
            if (value == null && saysSo && grouped) {
                value = Rule.plain(written);
            }
            if (value != null) {
                boolean alone = grouped
                        && Rule.plain(written).length() >= WHOLE_NUMBER
                        && ALONE.matcher(before).find()
                        && !WORD_FOLLOWS.matcher(after).find()
                        && !POSTCODE.matcher(written).matches();
                boolean whole = grouped
                        && Rule.plain(written).length() > WHOLE_NUMBER
                        && !STREET_FOLLOWS.matcher(after).find();
                double score = saysSo ? 0.95 : plus ? 0.9 : alone ? SURE : whole ? 0.6 : grouped ? 0.52 : 0.5;
                found.accept(new Span(candidate.start(), candidate.end(), "PHONE", value, score));
            }
        }
    }

    private @Nullable String number(String written, List<String> regions) {
        for (String region : regions) {
            try {
                PhoneNumber number = plans.parse(written, region);
                if (plans.isValidNumber(number) && !PLAIN.matcher(written).matches()
                        || plans.isValidNumberForRegion(number, region)) {
                    return plans.format(number, PhoneNumberFormat.E164);
                }
            } catch (NumberParseException none) {
                // Another country may have such numbers.
            }
        }
        return null;
    }
}

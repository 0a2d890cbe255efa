package io.openteller.platform.guard.internal;

import io.openteller.platform.guard.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What nobody at a bank may know or keep: passwords, codes, PINs, and all of a card number but its end. */
final class Secrets {

    private static final String HIDDEN = "••••••";
    private static final String SAYS =
            "(?:\\s*(?:number|no\\.?|code|is|was|are|hai|he|tha|है|था|=|:|->|-|,|that i got|i got|i"
                    + " received|mila|aaya)){0,3}\\s*[\"'(]?";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Digits after a word that says that they are a secret; the value is group 1. */
    private static final List<Pattern> CODES = List.of(
            after(
                    "(?:otp|o\\.t\\.p\\.?|ओटीपी|one[- ]?time"
                        + " (?:pass(?:word|code)?|code|pin)|passcode|tan|(?:verification|security|confirmation|auth(?:entication|orisation|orization)?|login|sms|access)"
                        + " (?:code|pin|number))",
                    "4,8"),
            after(
                    "(?<!sort )(?<!ifsc )(?<!swift )(?<!post )(?<!postal )(?<!zip )(?<!pin )(?<!country )(?<!branch"
                            + " )(?<!area )(?<!promo )(?<!error )(?:code|कोड)",
                    "6"),
            after(
                    "(?<!area )(?:(?:atm|card|upi|debit|credit|mobile|bank(?:ing)?|my|the|m)[-"
                            + " ]?)?(?:pin|mpin|tpin|पिन)(?! ?code)",
                    "4,6"),
            after("(?:cvv2?|cvc2?|cvn|security code|सीवीवी)", "3,4"));

    private static final Pattern CODE_FIRST = Pattern.compile(
            "(?<!\\p{Nd})(\\p{Nd}{4,8}|\\p{Nd}{3}[ -]\\p{Nd}{3})(?= (?:is|hai|was) (?:my |the |mera |your"
                    + " )?(?:otp|one[- ]?time|verification code|pin|mpin|passcode|cvv)(?!\\p{L}))",
            FLAGS);
    /** As customers send what a text message told them. */
    private static final Pattern CODE_ALONE =
            Pattern.compile("^\\s*(\\p{Nd}{6}|\\p{Nd}{3}[ -]\\p{Nd}{3})\\s*[.!]?\\s*$");

    private static final Pattern PASSWORD = Pattern.compile(
            "(?<!\\p{L})(?:pass ?words?|pass ?phrase|passwd|pwd|पासवर्ड)(?!\\p{L})(?<link>(?:\\s*(?:for|of|to) (?:my"
                + " )?(?:[\\p{L}]+ ){0,2}?)?\\s*(?:is|was|are|hai|है|=|:|->)\\s*|\\s+)[\"'(]?(?<v>[^\\s\"')]{4,64})",
            FLAGS);
    private static final Pattern CARD_LIKE = Pattern.compile(
            "(?<!\\p{Nd})(?<!\\p{Nd}[ -])(\\p{Nd}{4}([ -]?)\\p{Nd}{4}\\2\\p{Nd}{4}\\2\\p{Nd}{3,4})(?![ -]?\\p{Nd})");
    private static final Pattern CARD_WORD =
            Pattern.compile("(?<!\\p{L})(?:card|कार्ड|visa|mastercard|rupay|amex|maestro)(?!\\p{L})", FLAGS);
    private static final Set<String> NOT_A_PASSWORD = Set.of(
            "reset",
            "forgotten",
            "incorrect",
            "invalid",
            "expired",
            "locked",
            "hacked",
            "compromised",
            "blank",
            "required",
            "needed",
            "protected",
            "recovery",
            "manager",
            "screen",
            "field",
            "error",
            "bhool",
            "galat",
            "nahi",
            "change",
            "karna",
            "gaya",
            "badalna",
            "kya",
            "kaise",
            "weak",
            "stolen",
            "leaked",
            "rejected",
            "accepted",
            "working",
            "temporary",
            "bhul",
            "reset.",
            "doesn't",
            "isn't",
            "won't",
            "can't",
            "didn't",
            "wasn't",
            "keeps");

    private final Recogniser cards = MoneyRules.all().stream()
            .filter(rule -> rule.type().equals("CARD"))
            .findFirst()
            .orElseThrow();

    String hidden(String said) {
        SpokenDigits spoken = SpokenDigits.in(said);
        List<Cut> cuts = new ArrayList<>(cuts(said));
        if (spoken != null) {
            cuts(spoken.text()).forEach(cut -> {
                Span span = spoken.asWritten(new Span(cut.start(), cut.end(), "", "", 1));
                cuts.add(new Cut(span.start(), span.end(), cut.instead()));
            });
        }
        cuts.sort(Comparator.comparingInt(Cut::start)
                .thenComparing(Comparator.comparingInt(Cut::end).reversed()));
        StringBuilder kept = new StringBuilder();
        int copied = 0;
        for (Cut cut : cuts) {
            if (cut.start() >= copied) {
                kept.append(said, copied, cut.start()).append(cut.instead());
                copied = cut.end();
            }
        }
        return copied == 0 ? said : kept.append(said, copied, said.length()).toString();
    }

    private record Cut(int start, int end, String instead) {}

    private List<Cut> cuts(String text) {
        List<Cut> cuts = new ArrayList<>();
        cards.find(text, span -> cuts.add(new Cut(span.start(), span.end(), lastFour(span.value()))));
        Matcher card = CARD_LIKE.matcher(text);
        while (card.find()) {
            // A typing error makes no check digit right, and gives the rest of the number away all the same.
            if (CARD_WORD.matcher(text).find()) {
                cuts.add(new Cut(card.start(1), card.end(1), lastFour(Rule.plain(card.group(1)))));
            }
        }
        for (Pattern code : CODES) {
            cut(code.matcher(text), cuts);
        }
        cut(CODE_FIRST.matcher(text), cuts);
        cut(CODE_ALONE.matcher(text), cuts);
        Matcher password = PASSWORD.matcher(text);
        while (password.find()) {
            if (looksSecret(password.group("v"), password.group("link").isBlank())) {
                cuts.add(new Cut(password.start("v"), password.end("v"), HIDDEN));
            }
        }
        return cuts;
    }

    private static void cut(Matcher secret, List<Cut> cuts) {
        while (secret.find()) {
            cuts.add(new Cut(secret.start(1), secret.end(1), HIDDEN));
        }
    }

    /** "Password is wrong" tells no password; without "is" only what no word can be is taken for one. */
    private static boolean looksSecret(String word, boolean onlyBeside) {
        String plain = word.replaceAll("[.,!?;:]+$", "");
        String lower = plain.toLowerCase(Locale.ROOT);
        boolean odd = !plain.matches("[\\p{L}\\p{M}'’-]+");
        boolean known = WordLists.COMMON.contains(lower)
                || NOT_A_PASSWORD.contains(lower)
                || lower.matches(".*(?:ing|ed|n['’]t)");
        return odd && plain.length() >= 4 || !onlyBeside && !known && plain.length() >= 4;
    }

    private static String lastFour(String digits) {
        return "•••• " + digits.substring(digits.length() - 4);
    }

    private static Pattern after(String words, String digits) {
        String group = digits.equals("6")
                ? "\\p{Nd}{6}|\\p{Nd}{3}[ -]\\p{Nd}{3}"
                : digits.equals("4,8") ? "\\p{Nd}{4,8}|\\p{Nd}{3}[ -]\\p{Nd}{3}" : "\\p{Nd}{" + digits + "}";
        return Pattern.compile(
                "(?<![\\p{L}\\p{M}])" + words + "(?![\\p{L}\\p{M}])" + SAYS + "(" + group + ")(?!\\p{Nd}|[.,]\\p{Nd})",
                FLAGS);
    }
}

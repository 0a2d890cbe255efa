package io.openteller.platform.guard.internal;

import static io.openteller.platform.guard.internal.Rule.of;

import java.util.List;

/** What gives access to money: cards, accounts, payment addresses. */
final class MoneyRules {

    private static final String[] ACCOUNT_WORDS = {
        "account",
        "accounts",
        "acct",
        "a/c",
        "acc",
        "account no",
        "account number",
        "खाता",
        "khata",
        "saving*",
        "current"
    };

    private MoneyRules() {}

    static List<Rule> all() {
        return List.of(
                // 1 is UATP, which has fifteen digits; everything that a customer of a bank holds begins with 2 to 6.
                of("CARD", 1, "(?<!\\+)\\p{Nd}(?:[ -]?\\p{Nd}){11,18}").valid(MoneyRules::card),
                of("CVV", 0.3, "\\p{Nd}{3,4}").near("cvv", "cvv2", "cvc", "security code"),
                of("SORT_CODE", 0.3, "\\p{Nd}{2}-\\p{Nd}{2}-\\p{Nd}{2}|\\p{Nd}{2} \\p{Nd}{2} \\p{Nd}{2}|\\p{Nd}{6}")
                        .near("sort code", "sort-code", "sortcode", "sc"),
                of("ACCOUNT", 0.05, "\\p{Nd}{8,18}").near(ACCOUNT_WORDS),
                of("ACCOUNT", 0.05, "\\p{Nd}{2,6}(?:[ -]\\p{Nd}{2,6}){1,4}")
                        .valid(digits -> digits.length() >= 8 && digits.length() <= 18)
                        .near(ACCOUNT_WORDS),
                of("US_BANK_NUMBER", 0.05, "\\p{Nd}{8,17}").near("bank", "check", "account", "acct", "save", "debit"),
                of("IFSC", 0.9, "[A-Z]{4}0[A-Z0-9]{6}"),
                Rule.raw(
                                "UPI",
                                0.9,
                                "(?<![\\w.@-])[a-z0-9][a-z0-9._-]{1,60}@(?:ok(?:axis|hdfcbank|icici|sbi)|ybl|ibl|axl|upi"
                                    + "|paytm|pt(?:yes|axis|sbi|hdfc)|apl|yapl|rapl|sbi|hdfcbank|icici|axisbank|kotak|barodampay"
                                    + "|pnb|cnrb|fbl|idfcbank|indus|yesbank|jupiteraxis|freecharge|airtel|jio|postbank)"
                                    + "(?![\\w.@-])")
                        .asWritten(),
                Rule.raw("UPI", 0.3, "(?<![\\w.@-])[a-z0-9][a-z0-9._-]{1,60}@[a-z]{2,20}(?![\\w@-]|\\.\\w)")
                        .asWritten()
                        .near("upi", "vpa", "upi id", "gpay", "google pay", "phonepe", "paytm", "bhim"),
                of(
                                "BIC",
                                0.2,
                                "[A-Z]{4}(?:IN|GB|US|DE|FR|IE|NL|CH|AE|SG|ES|IT|AU|CA|HK|JP|SE|NO|DK|BE|AT|PL|ZA)"
                                        + "[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
                        .near("bic", "swift", "swift code"),
                of("ABA_ROUTING_NUMBER", 0.05, "\\p{Nd}{9}")
                        .valid(NationalChecks::aba)
                        .near("aba", "routing", "bankrouting"),
                of("ABA_ROUTING_NUMBER", 0.3, "\\p{Nd}{4}-\\p{Nd}{4}-\\p{Nd}")
                        .valid(NationalChecks::aba)
                        .near("aba", "routing"),
                new Rule(
                        "CRYPTO",
                        java.util.regex.Pattern.compile(
                                "(?<![\\p{L}\\p{Nd}])(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|(?i:bc1[ac-hj-np-z02-9]{11,71})"
                                        + "|0x[0-9a-fA-F]{40})(?![\\p{L}\\p{Nd}])"),
                        1,
                        true,
                        CryptoAddresses::valid,
                        null));
    }

    private static boolean card(String digits) {
        char first = digits.charAt(0);
        return (first >= '2' && first <= '6' || first == '1' && digits.length() == 15) && CheckDigits.luhn(digits);
    }
}

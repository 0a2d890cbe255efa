package io.openteller.platform.guard.internal;

import static io.openteller.platform.guard.internal.Rule.of;

import java.util.List;

/** Identity numbers of the two countries whose banks come first. */
final class IndiaAndBritainRules {

    private static final String STATES =
            "(?:AN|AP|AR|AS|BR|BH|CG|CH|DD|DL|DN|GA|GJ|HP|HR|JH|JK|KA|KL|LA|LD|MH|ML|MN|MP|MZ|NL"
                    + "|OD|OR|PB|PY|RJ|SK|TN|TR|TS|TG|UK|UP|WB)";
    private static final String INWARD = " ?\\d[ABD-HJLNP-UW-Z]{2}";

    private IndiaAndBritainRules() {}

    static List<Rule> all() {
        return List.of(
                of("AADHAAR", 0.9, "(?<!\\p{Nd}[ -])\\p{Nd}{4}[ :-]?\\p{Nd}{4}[ :-]?\\p{Nd}{4}(?![ -]\\p{Nd})")
                        .valid(n -> n.charAt(0) > '1' && CheckDigits.verhoeff(n) && !palindrome(n))
                        .near("aadhaar", "aadhar", "adhaar", "uidai", "आधार"),
                of("AADHAAR", 0.05, "(?<!\\p{Nd}[ -])\\p{Nd}{4}[ -]?\\p{Nd}{4}[ -]?\\p{Nd}{4}(?![ -]\\p{Nd})")
                        .near("aadhaar", "aadhar", "adhaar", "uidai", "आधार"),
                of("PAN", 0.6, "[A-Z]{3}[ABCFGHJLPT][A-Z]\\d{4}[A-Z]")
                        .near("pan", "pan card", "pancard", "permanent account"),
                of("PAN", 0.2, "[A-Z]{5}\\d{4}[A-Z]").near("pan", "pan card", "pancard", "permanent account"),
                of("IN_GSTIN", 0.9, "(?:0[1-9]|[12]\\d|3[0-8])[A-Z]{5}\\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]")
                        .near("gst", "gstin"),
                of("IN_PASSPORT", 0.1, "[A-Z][1-9]\\d ?\\d{4}[1-9]").near("passport", "पासपोर्ट"),
                of("IN_VOTER", 0.3, "[A-Z]{3}\\d{7}").near("voter", "epic", "elector", "election"),
                of("IN_VOTER", 0.3, "[A-Z]\\d[A-Z]\\d{7}|[A-Z]{2}/\\d{2}/\\d{3}/\\d{6}")
                        .near("voter", "epic", "elector"),
                of("IN_VEHICLE_REGISTRATION", 0.6, STATES + "[ -]?\\d{1,2}[ -]?[A-Z]{1,3}[ -]?\\d{4}")
                        .near("vehicle", "car", "bike", "registration", "number plate", "rto"),
                of(
                                "IN_VEHICLE_REGISTRATION",
                                0.2,
                                "\\d\\d ?BH ?\\d{4} ?[A-HJ-NP-Z]{1,2}|[A-Z]{2,3}[ -]?\\d{4}|\\d{1,3} ?CD ?\\d{1,4}")
                        .near("vehicle", "car", "bike", "registration", "number plate"),
                of("IN_PIN_CODE", 0.2, "[1-9]\\d{2} ?\\d{3}").near("pin code", "pincode", "postal code", "zip"),
                Rule.raw(
                        "POSTCODE",
                        0.8,
                        "(?<=\\b(?:zip|zip code|zipcode|postcode|post code|postal code|pin code|pincode)(?: is|"
                                + " code)?[: ]{1,2})(?<v>[\\p{Nd}]{3,6}(?:-\\p{Nd}{4})?|[A-Z]{1,2}\\d[A-Z0-9]?"
                                + " ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d)(?![\\w])"),
                of(
                        "UK_NINO",
                        0.97,
                        "(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ -]?\\d\\d){3}[ -]?[A-D]"),
                of("UK_NHS", 0.5, "\\d{3}[ -]?\\d{3}[ -]?\\d{4}")
                        .valid(NationalChecks::nhs)
                        .near("nhs", "health service"),
                of(
                                "UK_POSTCODE",
                                0.5,
                                "GIR ?0AA|[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d|[A-HK-Y]\\d\\d|\\d[A-HJKPS-UW]"
                                        + "|[A-HK-Y]\\d[ABEHMNPRV-Y])" + INWARD)
                        .valid(IndiaAndBritainRules::postcode)
                        .near("postcode", "post code", "address", "live", "moved"),
                of("UK_PASSPORT", 0.1, "[A-Z]{2}\\d{7}|\\d{9}").near("passport"),
                of(
                                "UK_DRIVING_LICENCE",
                                0.5,
                                "[A-Z9]{5}[ -]?\\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\\d|3[01])\\d"
                                        + "[ -]?[A-Z9]{2}[A-Z0-9][ ]?[A-Z]{2}")
                        .near("driving", "licence", "license", "dvla"),
                of("UK_VEHICLE_REGISTRATION", 0.2, "[A-HJ-PR-Y]{2}(?:0[1-9]|[1-7]\\d)[ -]?[A-HJ-PR-Z]{3}")
                        .valid(n -> age(n.substring(2, 4)))
                        .near("vehicle", "car", "registration", "number plate", "dvla"),
                of(
                                "UK_VEHICLE_REGISTRATION",
                                0.15,
                                "[A-HJ-NPR-TV-Y][1-9]\\d{0,2}[ -]?[A-HJ-PR-Y]{3}"
                                        + "|[A-HJ-PR-Y]{3}[ -]?[1-9]\\d{0,2}[ -]?[A-HJ-NPR-TV-Y]")
                        .near("vehicle", "car", "registration", "number plate", "dvla"));
    }

    private static boolean palindrome(String n) {
        return new StringBuilder(n).reverse().toString().equals(n);
    }

    /** No area is called VA, though the alphabet of postcodes would allow it. */
    private static boolean postcode(String n) {
        return !n.startsWith("VA");
    }

    /** March to August says the year, September to February the year and fifty. */
    private static boolean age(String digits) {
        int number = Integer.parseInt(digits);
        return number >= 2 && number <= 29 || number >= 51 && number <= 79;
    }
}

package io.openteller.platform.guard.internal;

import static io.openteller.platform.guard.internal.Rule.of;

import java.util.List;

/** Identity numbers of the Americas, Africa and Australia. */
final class OverseasRules {

    private static final String MBI = "[AC-HJKMNP-RT-Y]";
    private static final String MBI_ANY = "[AC-HJKMNP-RT-Y0-9]";

    private OverseasRules() {}

    static List<Rule> all() {
        return List.of(
                of(
                                "US_SSN",
                                0.7,
                                "(?!000|666|9\\d\\d)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}|(?!000|666|9\\d\\d)\\d{3}"
                                        + " (?!00)\\d{2} (?!0000)\\d{4}"
                                        + "|(?!000|666|9\\d\\d)\\d{3}\\.(?!00)\\d{2}\\.(?!0000)\\d{4}")
                        .valid(n -> !CheckDigits.sameDigits(n) && !n.equals("123456789") && !n.equals("078051120")),
                of("US_SSN", 0.05, "(?!000|666|9\\d\\d)\\d{3}-?(?!00)\\d{2}-?(?!0000)\\d{4}")
                        .valid(n -> !CheckDigits.sameDigits(n) && !n.equals("123456789"))
                        .near("social security", "ssn", "ssns", "social"),
                of("US_ITIN", 0.5, "9\\d{2}[- ]?(?:5\\d|6[0-5]|7\\d|8[0-8]|9[0-24-9])[- ]?\\d{4}")
                        .near("itin", "taxpayer", "tax id"),
                of("US_PASSPORT", 0.05, "\\d{9}|[A-Z]\\d{8}").near("passport"),
                of("US_DRIVER_LICENSE", 0.1, "[A-Z]\\d{3,13}|[A-Z]{2}\\d{3,7}|[A-Z]{1,2}\\d{5,7}[A-Z]?|\\d{7,9}[A-Z]?")
                        .near("driver", "driver's", "license", "licence", "permit", "dl"),
                of("US_NPI", 0.4, "[12]\\d{3}[ -]?\\d{3}[ -]?\\d{3}")
                        .valid(NationalChecks::npi)
                        .near("npi", "provider"),
                of(
                        "US_MBI",
                        0.5,
                        "[1-9]" + MBI + MBI_ANY + "\\d(?<dash>-?)" + MBI + MBI_ANY + "\\d\\k<dash>" + MBI
                                + "{2}\\d{2}"),
                of("MEDICAL_LICENSE", 0.5, "[ABCDEFGHJKLMPRSTUX][A-Z9]\\d{7}")
                        .valid(NationalChecks::dea)
                        .near("dea", "medical", "certificate"),
                of("CA_SIN", 0.5, "[1-79]\\d{2}(?<sign>[ -])\\d{3}\\k<sign>\\d{3}")
                        .valid(CheckDigits::luhn)
                        .near("sin", "social insurance"),
                of("CA_SIN", 0.1, "[1-79]\\d{8}").valid(CheckDigits::luhn).near("sin", "social insurance"),
                of("AU_ABN", 0.6, "\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}")
                        .valid(NationalChecks::abn)
                        .near("abn", "business number"),
                of("AU_ACN", 0.4, "\\d{3} ?\\d{3} ?\\d{3}")
                        .valid(NationalChecks::acn)
                        .near("acn", "company number"),
                of("AU_TFN", 0.4, "\\d{3} ?\\d{3} ?\\d{3}")
                        .valid(NationalChecks::tfn)
                        .near("tfn", "tax file number"),
                of("AU_MEDICARE", 0.5, "[2-6]\\d{3} ?\\d{5} ?\\d")
                        .valid(NationalChecks::medicare)
                        .near("medicare"),
                of("NG_NIN", 0.4, "\\d{11}").valid(CheckDigits::verhoeff).near("nin", "national identification"),
                of("NG_VEHICLE_REGISTRATION", 0.4, "[A-Z]{3}[ -]?\\d{3}[ -]?[A-Z]{2}")
                        .near("plate", "vehicle", "registration"),
                of("ZA_ID_NUMBER", 0.8, "\\d{6} ?\\d{4} ?[012][89]\\d").valid(NationalChecks::southAfrican));
    }
}

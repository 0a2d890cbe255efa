package io.openteller.platform.guard.internal;

import static io.openteller.platform.guard.internal.Rule.of;

import java.util.List;

/** Identity numbers of the continent. */
final class EuropeRules {

    private static final String GERMAN = "[CFGHJKLMNPRTVWXYZ0-9]";

    private EuropeRules() {}

    static List<Rule> all() {
        return List.of(
                of("DE_TAX_ID", 0.5, "[1-9]\\d(?: ?\\d{3}){3}")
                        .valid(CheckDigits::mod11And10)
                        .near("steuer*", "idnr", "tin", "tax"),
                of("DE_VAT_ID", 0.9, "DE ?\\d{3} ?\\d{3} ?\\d{3}").valid(n -> CheckDigits.mod11And10(n.substring(2))),
                of("DE_PASSPORT", 0.5, "[CFGHJK]" + GERMAN + "{7}\\d|[LMNPRTVWXYZ]" + GERMAN + "{7}\\d")
                        .valid(CheckDigits::icao)
                        .near("pass*", "reisepass*"),
                of("DE_ID_CARD", 0.5, "[CFGHJKLMNPRTVWXYZ]" + GERMAN + "{7}\\d\\d?")
                        .valid(CheckDigits::icao)
                        .near("ausweis*", "personalausweis*", "id card"),
                of("DE_ID_CARD", 0.3, "T\\d{8}").near("ausweis*", "personalausweis*", "id card"),
                of("DE_SOCIAL_SECURITY", 0.9, "\\d{8}[A-Z]\\d{3}|\\d{2} \\d{6} [A-Z] \\d{3}")
                        .valid(NationalChecks::germanPension),
                of("DE_HEALTH_INSURANCE", 0.8, "[A-Z]\\d{9}").valid(NationalChecks::germanHealth),
                of("DE_LANR", 0.3, "\\d{9}").valid(NationalChecks::lanr).near("arztnummer", "lanr", "arzt"),
                of("DE_BSNR", 0.2, "\\d{9}").near("bsnr", "betriebsstätte*"),
                of("DE_KFZ", 0.2, "[A-ZÄÖÜ]{1,3}[ -][A-Z]{1,2}[ -]?[1-9]\\d{0,3}[EH]?")
                        .near("kennzeichen", "kfz", "auto"),
                of("DE_FUEHRERSCHEIN", 0.1, "[A-Z0-9]\\d{2}[A-Z0-9]{6}\\d[A-Z0-9]")
                        .valid(n -> n.matches(".*[A-Z].*"))
                        .near("führerschein*", "fahrerlaubnis"),
                of("DE_HANDELSREGISTER", 0.5, "HR[AB] ?(?:Nr\\.? ?)?\\d{1,6}(?: [A-Z])?"),
                of("DE_PLZ", 0.05, "(?!00)\\d{5}").near("plz", "postleitzahl"),
                of("ES_NIF", 0.8, "\\d{7,8}-?[A-Z]").valid(NationalChecks::spanish),
                of("ES_NIE", 0.8, "[XYZ]-?\\d{7,8}-?[A-Z]").valid(NationalChecks::spanish),
                of("ES_PASSPORT", 0.05, "[A-Z]{3}\\d{6}").near("passport", "pasaporte"),
                of("FI_PERSONAL_IDENTITY_CODE", 0.9, "\\d{6}[-+A-FU-Y]\\d{3}[0-9A-FHJ-NPR-Y]")
                        .valid(NationalChecks::finnish),
                of("IT_FISCAL_CODE", 0.8, "[A-Z]{6}\\d{2}[ABCDEHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z]"),
                of("IT_DRIVER_LICENSE", 0.2, "[A-Z]{2}\\d{7}[A-Z]|U1[B-DF-HJ-NP-TV-Z0-9]{7}[A-Z]")
                        .near("patente", "licenza"),
                of("IT_IDENTITY_CARD", 0.05, "[A-Z]{2} ?\\d{7}|\\d{7} ?[A-Z]{2}|C[A-Z]\\d{5}[A-Z]{2}")
                        .near("carta d'identità", "carta", "documento"),
                of("IT_PASSPORT", 0.05, "[A-Z]{2}\\d{7}").near("passaporto", "passport"),
                of("IT_VAT_CODE", 0.5, "\\d{5}[ _]?\\d{3}[ _]?\\d{3}")
                        .valid(NationalChecks::italianVat)
                        .near("piva", "partita iva", "iva"),
                of("PL_PESEL", 0.5, "\\d{11}").valid(NationalChecks::pesel).near("pesel"),
                of("SE_PERSONNUMMER", 0.5, "(?:\\d{2})?\\d{6}[-+]?\\d{4}")
                        .valid(NationalChecks::swedish)
                        .near("personnummer"),
                of("SE_ORGANISATIONSNUMMER", 0.4, "\\d{2}[2-9]\\d{3}-?\\d{4}")
                        .valid(CheckDigits::luhn)
                        .near("organisationsnummer"));
    }
}

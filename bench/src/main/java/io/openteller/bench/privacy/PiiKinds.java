package io.openteller.bench.privacy;

import java.util.Map;

/** Names for the same kind of thing, in the files that are read and in the product. */
final class PiiKinds {

    static final String PLACE = "PLACE";

    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("CREDIT_CARD", "CARD"),
            Map.entry("IBAN_CODE", "IBAN"),
            Map.entry("EMAIL_ADDRESS", "EMAIL"),
            Map.entry("PHONE_NUMBER", "PHONE"),
            Map.entry("IP_ADDRESS", "IP"),
            Map.entry("MAC_ADDRESS", "MAC"),
            Map.entry("DOMAIN_NAME", "URL"),
            Map.entry("DATE_TIME", "DATE"),
            Map.entry("DATE_OF_BIRTH", "DATE"),
            Map.entry("IN_PAN", "PAN"),
            Map.entry("IN_AADHAAR", "AADHAAR"),
            Map.entry("NRP", "NATIONALITY"),
            Map.entry("ORGANIZATION", "ORGANISATION"),
            Map.entry("JOB_TITLE", "TITLE"),
            Map.entry("GPE", PLACE),
            Map.entry("LOCATION", PLACE),
            Map.entry("STREET_ADDRESS", PLACE),
            Map.entry("ADDRESS", PLACE));

    /** In a sentence a postcode is a place; as a recogniser of its own it is not. */
    private static final Map<String, String> IN_SENTENCES =
            Map.of("ZIP_CODE", PLACE, "POSTCODE", PLACE, "UK_POSTCODE", PLACE, "IN_PIN_CODE", PLACE, "DE_PLZ", PLACE);

    private PiiKinds() {}

    static String of(String type, boolean inSentence) {
        String kind = SAME.getOrDefault(type, type);
        return inSentence ? IN_SENTENCES.getOrDefault(kind, kind) : kind;
    }
}

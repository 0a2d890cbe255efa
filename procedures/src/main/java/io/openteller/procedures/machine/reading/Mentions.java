package io.openteller.procedures.machine.reading;

import java.util.Map;
import java.util.Set;

/** Whether a message names a kind of answer: "the amount", "wrong date", "kaun sa card". */
public final class Mentions {

    private static final Map<String, Set<String>> KINDS = Map.of(
            "money", Set.copyOf(Words.of("amount sum rupees rakam rakm rashi paise paisa रकम राशि पैसे पैसा")),
            "date", Set.copyOf(Words.of("date day tarikh tareekh taarikh din तारीख दिन")),
            "time", Set.copyOf(Words.of("time samay waqt समय वक्त")),
            "integer", Set.copyOf(Words.of("number count sankhya संख्या नंबर")),
            "card", Set.copyOf(Words.of("card kard कार्ड")),
            "account", Set.copyOf(Words.of("account khata khate खाता खाते अकाउंट")),
            "transaction", Set.copyOf(Words.of("transaction payment lenden लेनदेन भुगतान ट्रांजैक्शन")),
            "payment", Set.copyOf(Words.of("payment transfer bhugtan भुगतान")));

    private Mentions() {}

    /** @param type such as {@code money} or {@code reference:card}; {@code variable} as the procedure calls it */
    public static boolean of(String message, String type, String variable) {
        String kind = type.substring(type.lastIndexOf(':') + 1);
        Set<String> known = KINDS.getOrDefault(kind, Set.of(kind));
        String name = Words.spaced(variable.replaceAll("([a-z])([A-Z])", "$1 $2"));
        return Words.of(message).stream().anyMatch(known::contains) || Words.spaced(message).contains(name);
    }
}

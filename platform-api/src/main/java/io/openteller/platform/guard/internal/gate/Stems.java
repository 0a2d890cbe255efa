package io.openteller.platform.guard.internal.gate;

import java.util.Map;

/** Cuts English words down to what their forms have in common; rough, because both sides are cut alike. */
final class Stems {

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("paid", "pay"), Map.entry("sent", "send"), Map.entry("given", "give"), Map.entry("gave", "give"),
            Map.entry("took", "take"), Map.entry("taken", "take"), Map.entry("made", "make"), Map.entry("children", "child"),
            Map.entry("people", "person"), Map.entry("men", "man"), Map.entry("women", "woman"), Map.entry("lost", "lose"),
            Map.entry("stolen", "steal"), Map.entry("kept", "keep"), Map.entry("held", "hold"), Map.entry("spent", "spend"),
            Map.entry("went", "go"), Map.entry("left", "leave"), Map.entry("chose", "choose"), Map.entry("chosen", "choose"),
            Map.entry("cheques", "chequ"), Map.entry("cheque", "chequ"), Map.entry("fees", "fee"), Map.entry("free", "free"),
            Map.entry("withdrawal", "withdraw"), Map.entry("withdrawals", "withdraw"), Map.entry("withdrew", "withdraw"),
            Map.entry("withdrawn", "withdraw"), Map.entry("got", "get"), Map.entry("bought", "buy"), Map.entry("sold", "sell"),
            Map.entry("written", "write"), Map.entry("told", "tell"), Map.entry("shown", "show"), Map.entry("known", "know"),
            Map.entry("broken", "break"), Map.entry("met", "meet"), Map.entry("lent", "lend"), Map.entry("bore", "bear"));

    private Stems() {}

    /** @param word in lower case */
    static String of(String word) {
        String known = IRREGULAR.get(word);
        if (known != null) {
            return known;
        }
        if (word.length() < 4 || !Character.isLetter(word.charAt(0)) || word.charAt(0) > 'z') {
            return word;
        }
        String stem = plural(word.endsWith("'s") ? word.substring(0, word.length() - 2) : word);
        stem = ending(stem);
        return stem.length() > 3 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    }

    private static String plural(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        } else if (word.matches(".*(?:sses|xes|ches|shes)")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") && !word.matches(".*(?:ss|us|is)") ? word.substring(0, word.length() - 1) : word;
    }

    private static String ending(String word) {
        if (word.endsWith("ied") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        for (String end : new String[] {"ation", "ment", "ing", "ed", "ion", "ly"}) {
            int rest = word.length() - end.length();
            if (word.endsWith(end) && rest >= 3 && word.substring(0, rest).matches(".*[aeiouy].*")) {
                return undoubled(word.substring(0, rest), end);
            }
        }
        return word;
    }

    private static String undoubled(String stem, String end) {
        int last = stem.length() - 1;
        boolean doubled = (end.equals("ing") || end.equals("ed")) && last > 2 && stem.charAt(last) == stem.charAt(last - 1)
                && "lsz".indexOf(stem.charAt(last)) < 0;
        // Cancelled and cancel, but full and fill.
        boolean twice = doubled || (end.equals("ing") || end.equals("ed")) && stem.endsWith("ll") && stem.length() > 5;
        String cut = twice ? stem.substring(0, last) : stem;
        return end.equals("ation") ? cut.replaceFirst("e$", "") : cut;
    }
}

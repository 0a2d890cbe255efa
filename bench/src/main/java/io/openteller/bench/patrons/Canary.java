package io.openteller.bench.patrons;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word that stands in one bank's rows alone: where another bank's word comes out, the wall between them has a hole. */
public final class Canary {

    private static final Pattern ANY = Pattern.compile("cnry[0-9a-z]{8}x");

    private Canary() {}

    public static String of(String slug) {
        return "cnry%08dx".formatted(Math.floorMod(slug.hashCode() * 2_654_435_761L, 100_000_000L));
    }

    /** Whether a text for this bank has the word of another one. */
    public static boolean isForeign(String slug, String text) {
        if (!text.contains("cnry")) {
            return false;
        }
        String own = of(slug);
        Matcher found = ANY.matcher(text);
        while (found.find()) {
            if (!found.group().equals(own)) {
                return true;
            }
        }
        return false;
    }
}

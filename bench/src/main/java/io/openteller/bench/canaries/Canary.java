package io.openteller.bench.canaries;

import java.util.regex.Pattern;

/** A word that stands in one bank's rows alone: where another bank's word comes out, the wall between them has a hole. */
public final class Canary {

    static final String BEGINNING = "cnry";
    static final int LENGTH = 13;

    private static final Pattern ANY = Pattern.compile(BEGINNING + "[0-9]{8}x");

    private Canary() {}

    public static String of(String slug) {
        return (BEGINNING + "%08dx").formatted(Math.floorMod(slug.hashCode() * 2_654_435_761L, 100_000_000L));
    }

    static boolean isOne(String text) {
        return ANY.matcher(text).matches();
    }
}

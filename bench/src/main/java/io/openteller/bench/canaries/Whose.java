package io.openteller.bench.canaries;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whom an answer is for, by what it was asked for with: nothing that the answer says of itself is believed. */
public final class Whose {

    /** A widget's session, or the key of the site that it is on. */
    private static final Pattern WIDGET = Pattern.compile("\\bw[sk]_([a-z][a-z0-9-]{2,39})_");

    private static final Pattern PROGRAM = Pattern.compile("\\botk_([a-z][a-z0-9-]{2,39})_");

    private static final Pattern STAFF = Pattern.compile("openteller_session=([a-z][a-z0-9-]{2,39})\\.");

    private static final List<Pattern> ALL = List.of(WIDGET, PROGRAM, STAFF);

    private Whose() {}

    /** @param credential a header, or a body with a site's key in it. @return null if it names no bank */
    public static @Nullable String of(String credential) {
        for (Pattern one : ALL) {
            Matcher bank = one.matcher(credential);
            if (bank.find()) {
                return bank.group(1);
            }
        }
        return null;
    }
}

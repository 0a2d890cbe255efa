package io.openteller.plugins.httpbank;

import java.util.regex.Pattern;

/** What several answers have. */
final class Common {

    static final Pattern LAST4 = Pattern.compile("[0-9]{4}");

    private Common() {}
}

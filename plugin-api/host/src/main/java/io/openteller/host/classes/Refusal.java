package io.openteller.host.classes;

/** Called from a plugin's classes right before what they may not do. The only class of this module that plugins can link. */
public final class Refusal {

    private Refusal() {}

    public static void refuse(String what) {
        throw new SecurityException(WaysOut.rule(what));
    }
}

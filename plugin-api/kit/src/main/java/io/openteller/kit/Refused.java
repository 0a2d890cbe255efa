package io.openteller.kit;

import java.io.IOException;

/** Something that the person at the keyboard can mend; its message says how. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refused(String words) {
        super(words);
    }

    /** What a person reads of a failure. A fault of the kit itself is told with its name, so that it can be reported. */
    static String words(Exception failure) {
        if (failure instanceof Refused refused) {
            return String.valueOf(refused.getMessage());
        }
        if (failure instanceof IOException io) {
            return "a file or connection failed: " + io.getMessage() + " (" + io.getClass().getSimpleName() + ")";
        }
        return "a fault of the kit itself, please report it: " + failure;
    }
}

package io.openteller.plugins.restbank;

import io.openteller.spi.Http.HttpFault;

/** Why there is no answer that can be read, in words for operators that quote nothing. */
final class Trouble extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean passing;

    /** @param passing whether it may be gone when it is tried again at once */
    Trouble(String detail, boolean passing) {
        super(detail, null, false, false);
        this.passing = passing;
    }

    static Trouble lasting(String detail) {
        return new Trouble(detail, false);
    }

    static Trouble of(HttpFault fault) {
        return switch (fault.kind()) {
            case NOT_ALLOWED -> lasting("the bank's server may not be reached from here");
            case UNREACHABLE -> new Trouble("the bank's server cannot be reached", true);
            case TOO_SLOW -> lasting("the bank's server did not answer in time");
            case TOO_LARGE -> lasting("the bank's answer is too long");
            case CANCELLED -> lasting("nobody waited for the bank's answer");
            // The platform's own words, which quote nothing.
            case CERTIFICATE -> lasting(String.valueOf(fault.getMessage()));
        };
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    boolean passing() {
        return passing;
    }
}

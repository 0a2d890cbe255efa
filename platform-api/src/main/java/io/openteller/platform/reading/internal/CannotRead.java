package io.openteller.platform.reading.internal;

import io.openteller.platform.reading.Fault;

/** Ends the reading of one file; becomes an outcome at the room's door. */
final class CannotRead extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Fault fault;
    private final String detail;

    CannotRead(Fault fault, String detail) {
        super(fault + ": " + detail);
        this.fault = fault;
        this.detail = detail;
    }

    Fault fault() {
        return fault;
    }

    String detail() {
        return detail;
    }
}

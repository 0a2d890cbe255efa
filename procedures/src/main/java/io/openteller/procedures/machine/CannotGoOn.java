package io.openteller.procedures.machine;

/** A fault of the procedure, found while it runs: a person goes on. Never leaves the machine. */
final class CannotGoOn extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param reason for the person who goes on */
    CannotGoOn(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}

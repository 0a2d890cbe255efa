package io.openteller.bench.input;

/** A file or an option that cannot be used; the message is one line for the person who gave it. */
public final class BadInput extends RuntimeException {

    public BadInput(String line) {
        super(line);
    }
}

package io.openteller.kit.contract;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Takes all that is printed and logged in this process, until it is closed. */
final class Heard implements AutoCloseable {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    Heard() {
        PrintStream heard = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        System.setOut(heard);
        System.setErr(heard);
    }

    String all() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
    }
}

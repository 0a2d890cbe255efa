package io.openteller.kit.bank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The stub of docs/banking-http, as a partner starts it. */
record StubProcess(Process process, String url) implements AutoCloseable {

    static final String KEY = "stub-key-of-this-test";
    static final String SECRET = "signing secret of this test";

    static StubProcess start(String secret) {
        Path script = Path.of("..", "..", "docs", "banking-http", "stub", "bank-stub.mjs");
        try {
            Process process = new ProcessBuilder("node", script.toString(), "--port", "0", "--key", KEY, "--secret", secret)
                    .redirectErrorStream(true)
                    .start();
            BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
            String first = said.readLine();
            if (first == null || !first.contains("http://")) {
                throw new IllegalStateException("the stub did not start: " + first);
            }
            return new StubProcess(process, first.substring(first.indexOf("http://")).strip());
        } catch (IOException failure) {
            throw new UncheckedIOException("the stub needs node 20 on the path", failure);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}

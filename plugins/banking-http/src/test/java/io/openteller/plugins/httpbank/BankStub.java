package io.openteller.plugins.httpbank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stub of docs/banking-http, in a process of its own. Each bank's name has a bank of its own, as new. */
final class BankStub implements AutoCloseable {

    static final String KEY = "stub-key-of-this-test";
    static final String SECRET = "signing secret of this test";
    static final String CUSTOMER = "L-1001";
    static final String OTHER = "L-1002";
    static final String NOBODY = "L-9999";

    private static final Path SCRIPT = Path.of("..", "..", "docs", "banking-http", "stub", "bank-stub.mjs");

    private final Process process;
    private final String url;

    private BankStub(boolean signed) {
        try {
            List<String> command = List.of(
                    "node", SCRIPT.toString(), "--port", "0", "--key", KEY, "--secret", signed ? SECRET : "");
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
            String first = said.readLine();
            if (first == null || !first.contains("http://")) {
                throw new IllegalStateException("the stub did not start: " + first);
            }
            url = first.substring(first.indexOf("http://")).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException("the stub needs node 20 on the path", failure);
        }
    }

    static BankStub open() {
        return new BankStub(false);
    }

    static BankStub signed() {
        return new BankStub(true);
    }

    String url() {
        return url;
    }

    Map<String, String> settings() {
        return settings(url);
    }

    static Map<String, String> settings(String url) {
        return Map.of("baseUrl", url, "apiKey", KEY, "currencies", "EUR");
    }

    Map<String, String> settings(String name, String value) {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put(name, value);
        return settings;
    }

    @Override
    public void close() {
        process.destroy();
    }
}

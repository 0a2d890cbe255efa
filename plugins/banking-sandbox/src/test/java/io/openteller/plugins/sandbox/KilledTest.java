package io.openteller.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The process is killed in the middle of its work. */
class KilledTest extends SandboxStoreTest {

    private static final String ACCOUNT = "acc-tb1-1";

    /** @return the calls whose answers came before it was killed */
    private List<String> hammeredUntil(int answers) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hammer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> came = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            while (came.size() < answers) {
                came.add(Objects.requireNonNull(out.readLine(), "it ended by itself"));
            }
            // By its handle: what it wrote until then can still be read.
            process.toHandle().destroyForcibly();
            out.lines().forEach(came::add);
        }
        process.waitFor();
        return came;
    }

    @Test
    @Timeout(180)
    void what_was_answered_is_in_the_ledger_once_and_the_balance_is_what_the_ledger_says() throws Exception {
        long before = nora().booked(ACCOUNT);
        Store.closeAll();
        List<String> answered = hammeredUntil(25);
        long after = nora().booked(ACCOUNT);
        List<JsonNode> ledger = Files.readAllLines(nora().ledgerFile()).stream().map(Customer::json).toList();
        assertThat(ledger).extracting(line -> line.path("callId").asText()).doesNotHaveDuplicates().containsAll(answered);
        assertThat(ledger.stream().mapToLong(line -> line.path("booked").path("minor").asLong()).sum())
                .isEqualTo(after - before);
    }
}

package io.openteller.platform.banking;

import static io.openteller.platform.banking.Operated.output;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.platform.Database;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.plugin.BuiltPlugins;
import io.openteller.platform.tenancy.Tenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, really killed (SIGKILL), after the bank did what it was asked for and before anybody heard of it. */
class KilledOperationIT {

    @TempDir
    static Path folder;

    @Test
    void what_a_killed_process_had_done_is_found_out_and_done_once() throws Exception {
        BuiltPlugins.copiedTo(folder.resolve("plugins"), "banking-sandbox");
        Tenant bank;
        try (ApplicationContext before = Operated.sandboxed(folder)) {
            bank = new SandboxBanks(before, folder).open();
            Operated.at(before, bank, "MB-1001").done("cards.list/v1", "{}");
        }
        Path faults = folder.resolve("banking-sandbox").resolve(bank.slug().value() + "-meridian.faults.json");
        Files.writeString(faults, "{\"cards.block/v1\": {\"fault\": \"APPLIED_THEN_TIMEOUT\", \"millis\": 60000}}");
        List<String> said = killedInTheCall(bank);
        Files.delete(faults);
        try (ApplicationContext platform = Operated.sandboxed(folder)) {
            SandboxBanks banks = new SandboxBanks(platform, folder);
            Operated asha = new Operated(
                    platform,
                    bank,
                    new Session(UUID.fromString(said.get(1)), "MB-1001", Assurance.STEPPED_UP, "en", "test_intent"));
            assertThat(state(asha)).isEqualTo("CALLING");
            Instant end = Instant.now().plus(Duration.ofSeconds(90));
            while (!state(asha).equals("DONE") && Instant.now().isBefore(end)) {
                asha.change("UPDATE bank_intent SET look_at = clock_timestamp(), lease_until = NULL"
                        + " WHERE state IN ('CALLING', 'IN_DOUBT')");
                asha.settle();
            }
            assertThat(state(asha)).isEqualTo("DONE");
            String arguments = Arguments.block(said.get(2), "LOST");
            assertThat(output(asha.perform(KilledOperation.CALL, "cards.block/v1", arguments))
                            .path("alreadyBlocked")
                            .booleanValue())
                    .isFalse();
            assertThat(banks.calls(bank)).containsExactly(KilledOperation.CALL);
        }
    }

    /** @return what it said before it called */
    private static List<String> killedInTheCall(Tenant bank) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledOperation.class.getName(),
                        Database.url(),
                        folder.toString(),
                        bank.slug().value())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader()) {
            String line = output.lines()
                    .filter(candidate -> candidate.startsWith("calls "))
                    .findFirst()
                    .orElseThrow();
            Path ledger = folder.resolve("banking-sandbox").resolve(bank.slug().value() + "-meridian.ledger.jsonl");
            Instant end = Instant.now().plus(Duration.ofSeconds(30));
            while (!written(ledger) && Instant.now().isBefore(end)) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            assertThat(written(ledger)).as("the bank did it").isTrue();
            assertThat(process.isAlive()).isTrue();
            return List.of(line.split(" "));
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static boolean written(Path ledger) throws Exception {
        return Files.exists(ledger) && Files.readString(ledger).contains(KilledOperation.CALL);
    }

    private static String state(Operated asha) {
        return asha.stored("SELECT state FROM bank_intent WHERE call_id = '" + KilledOperation.CALL + "'").getFirst();
    }
}

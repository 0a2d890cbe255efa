package io.openteller.bench.banks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.operations.Catalogue;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoneyMattersTest {

    @TempDir
    private Path folder;

    @Test
    void every_customer_has_money_to_be_given_back_on_both_sides_of_the_line_and_payments_to_stop() throws Exception {
        Path zip = folder.resolve("plugin.zip");
        try (FileSystem plugin = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Files.createDirectories(plugin.getPath("classes", "datasets"));
            write(plugin, "meridian", "INR");
            write(plugin, "harbour", "GBP");
        }
        MoneyMatters.put(zip);
        try (FileSystem plugin = FileSystems.newFileSystem(zip)) {
            for (String dataset : BankSetUp.DATASETS) {
                JsonNode bank = new JsonMapper().readTree(Files.readString(SandboxData.file(plugin, dataset)));
                long line = Objects.requireNonNull(Catalogue.standard()
                        .find("refunds.execute/v1")
                        .orElseThrow()
                        .approval()
                        .aboveMinor()
                        .get(bank.path("currency").asText()));
                JsonNode account = bank.at("/customers/0/accounts/0");
                for (String category : List.of("FEES", "TRANSFER")) {
                    List<Long> sums = account.path("special").valueStream()
                            .filter(entry -> entry.path("category").asText().equals(category))
                            .map(entry -> -entry.path("amountMinor").asLong())
                            .toList();
                    assertThat(sums).anyMatch(sum -> sum > 0 && sum <= line).anyMatch(sum -> sum > line);
                }
                assertThat(account.path("payments").valueStream().filter(payment -> payment.path("cancellable").booleanValue()))
                        .hasSize(2);
            }
        }
    }

    private static void write(FileSystem plugin, String dataset, String currency) throws IOException {
        Files.writeString(
                SandboxData.file(plugin, dataset),
                "{\"currency\": \"" + currency + "\", \"customers\": [{\"ref\": \"C-1\", \"accounts\": [{\"ref\": \"a-1\"}]}]}");
    }
}

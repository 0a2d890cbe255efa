package io.openteller.platform.banking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.context.ApplicationContext;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Banks whose systems are the built sandbox plugin, and what stands in its ledger. */
record SandboxBanks(ApplicationContext platform, Path folder) {

    private static final JsonMapper JSON = new JsonMapper();

    /** A bank in India with the sandbox's customers. */
    Tenant open() {
        Tenant bank = Operated.newBank(platform, "INR");
        CurrentTenant.run(bank, () -> {
            Installations installations = platform.getBean(Installations.class);
            installations.configure(
                    "banking-sandbox", Map.of("dataset", "meridian", "dataFolder", folder.toString(), "outage", false), "test");
            installations.enable("banking-sandbox", true, "test");
        });
        return bank;
    }

    /** Every effect there was, in order. */
    List<JsonNode> ledger(Tenant bank) {
        Path file = folder.resolve("banking-sandbox").resolve(bank.slug().value() + "-meridian.ledger.jsonl");
        List<JsonNode> lines = new ArrayList<>();
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                lines.add(JSON.readTree(line));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return lines;
    }

    List<String> calls(Tenant bank) {
        return ledger(bank).stream().map(line -> line.path("callId").asText()).toList();
    }
}

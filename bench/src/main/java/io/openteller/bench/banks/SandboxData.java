package io.openteller.bench.banks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.bench.banks.SandboxBank.Customer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Who is in the sandbox's data sets, as its package says. */
final class SandboxData {

    private SandboxData() {}

    static Path file(FileSystem plugin, String dataset) {
        return plugin.getPath("classes", "datasets", dataset + ".json");
    }

    static List<Customer> customers(Path plugin, String dataset) {
        try (FileSystem zip = FileSystems.newFileSystem(plugin)) {
            String text = Files.readString(file(zip, dataset));
            return new JsonMapper()
                    .readTree(text)
                    .path("customers")
                    .valueStream()
                    .map(one -> new Customer(
                            one.path("ref").asText(),
                            one.path("name").asText(),
                            one.path("mobile").asText(),
                            special(one).map(entry -> entry.path("merchant").asText()).distinct().toList(),
                            special(one).map(entry -> amount(entry.path("amountMinor").asLong())).distinct().toList()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<JsonNode> special(JsonNode customer) {
        return customer.path("accounts")
                .valueStream()
                .flatMap(account -> account.path("special").valueStream());
    }

    private static String amount(long minor) {
        long whole = Math.abs(minor);
        return whole % 100 == 0 ? "" + whole / 100 : "%d.%02d".formatted(whole / 100, whole % 100);
    }
}

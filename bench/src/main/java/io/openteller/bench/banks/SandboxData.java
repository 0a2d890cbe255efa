package io.openteller.bench.banks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.bench.banks.SandboxBank.Customer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Who is in the sandbox's data sets, as its package says. */
final class SandboxData {

    private SandboxData() {}

    static List<Customer> customers(Path plugin, String dataset) {
        try (FileSystem zip = FileSystems.newFileSystem(plugin)) {
            String text = Files.readString(zip.getPath("classes", "datasets", dataset + ".json"));
            return new JsonMapper()
                    .readTree(text)
                    .path("customers")
                    .valueStream()
                    .map(one -> new Customer(
                            one.path("ref").asText(), one.path("name").asText(), one.path("mobile").asText()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package io.openteller.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The key of the platform's operator: the environment's, or one that lies in the data folder for the commands of this machine. */
final class OperatorKey {

    private final DataFolder data;

    OperatorKey(DataFolder data) {
        this.data = data;
    }

    String value() {
        String given = System.getenv().getOrDefault("OPENTELLER_OPERATOR_KEY", "");
        return given.isBlank() ? kept() : given;
    }

    private String kept() {
        String key = data.secret("operator-key");
        Path file = data.root().resolve("operator.key");
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, DataFolder.PRIVATE);
                Files.writeString(file, key + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

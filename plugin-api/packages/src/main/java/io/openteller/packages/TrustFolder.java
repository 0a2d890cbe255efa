package io.openteller.packages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.packages.VerifiedPackage.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Trusted keys as files: {@code <keyId>.json} each. Read at every question, so that who edits the folder is heard. */
public final class TrustFolder implements TrustedKeys {

    private static final Pattern FILE = Pattern.compile("([0-9a-f]{16})\\.json");
    private final Path folder;

    public TrustFolder(Path folder) {
        this.folder = folder;
    }

    /** Files that cannot be read trust nobody; they are not among these. */
    public List<TrustedKey> all() {
        List<TrustedKey> keys = new ArrayList<>();
        names().forEach(name -> find(name.substring(0, 16)).ifPresent(keys::add));
        return keys;
    }

    /** Names of files of keys that cannot be read. */
    public List<String> unreadable() {
        return names().stream().filter(name -> find(name.substring(0, 16)).isEmpty()).toList();
    }

    @Override
    public Optional<TrustedKey> find(String keyId) {
        Path file = file(keyId);
        try {
            return Files.isRegularFile(file) ? Optional.of(read(keyId, Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException | IllegalArgumentException | DateTimeException | Refusal unreadable) {
            return Optional.empty();
        }
    }

    public void put(TrustedKey key) throws IOException {
        Files.createDirectories(folder);
        ObjectNode json = Manifests.JSON.createObjectNode();
        json.put("keyId", key.keyId());
        json.put("publisher", key.publisher());
        json.put("publicKey", key.publicKey());
        json.put("level", key.level().name());
        if (key.revokedAt() != null) {
            json.put("revokedAt", key.revokedAt().toString());
        }
        Path written = Files.writeString(Files.createTempFile(folder, "key", ".part"), Manifests.JSON.writeValueAsString(json));
        try {
            Files.move(written, file(key.keyId()), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException plain) {
            Files.move(written, file(key.keyId()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether there was one. */
    public boolean remove(String keyId) throws IOException {
        return Files.deleteIfExists(file(keyId));
    }

    private Path file(String keyId) {
        String name = keyId + ".json";
        if (!FILE.matcher(name).matches()) {
            return folder.resolve("none");
        }
        return folder.resolve(name);
    }

    private List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> FILE.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static TrustedKey read(String keyId, byte[] json) {
        Fields all = new Fields("", Manifests.tree(json))
                .only(Set.of("keyId", "publisher", "publicKey", "level", "revokedAt"));
        JsonNode revoked = all.node().path("revokedAt");
        return new TrustedKey(
                all.text("keyId", Pattern.compile(keyId), "the name of the file"),
                all.text("publisher", 80),
                all.text("publicKey", 80),
                all.constant(Trust.class, "level"),
                revoked.isMissingNode() || revoked.isNull() ? null : Instant.parse(revoked.asText()));
    }
}

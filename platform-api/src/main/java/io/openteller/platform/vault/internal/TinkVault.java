package io.openteller.platform.vault.internal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.micronaut.context.annotation.Property;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.vault.Vault;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key set comes from the configuration, or from a file that only the platform's user may read and that is made at the
 * first start. One that cannot be used stops the start: to go on with another would lose every secret.
 */
@Singleton
class TinkVault implements Vault {

    private static final Logger log = LoggerFactory.getLogger(TinkVault.class);

    private final Aead aead;

    @Inject
    TinkVault(
            @Property(name = "openteller.vault.key", defaultValue = "") String configured,
            @Property(name = "openteller.vault.key-file", defaultValue = "") String file,
            @Property(name = "openteller.data") Path data) {
        this(configured, file.isBlank() ? data.resolve("vault-key.json") : Path.of(file));
    }

    /** @param configured a key set as Tink writes it in JSON; empty for the one in the file */
    TinkVault(String configured, Path file) {
        try {
            AeadConfig.register();
            KeysetHandle keys = configured.isBlank() ? fromFile(file) : fromConfiguration(configured);
            aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the vault's key file is unusable", unusable);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static KeysetHandle fromConfiguration(String key) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(key, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException unusable) {
            // Without the cause: it may quote the key.
            throw new IllegalStateException("OPENTELLER_MASTER_KEY is no key set");
        }
    }

    private static KeysetHandle fromFile(Path file) throws GeneralSecurityException, IOException {
        if (Files.exists(file)) {
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        }
        KeysetHandle made = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        // Whole or not there: half a key file would stop every later start.
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(whole);
        Files.createFile(whole, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(whole, TinkJsonProtoKeysetFormat.serializeKeyset(made, InsecureSecretKeyAccess.get()));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        log.warn("a new vault key was made; without this file sealed secrets are lost: {}", file.getFileName());
        return made;
    }

    @Override
    public String seal(String secret, String purpose) {
        try {
            byte[] sealed = aead.encrypt(secret.getBytes(StandardCharsets.UTF_8), bound(purpose));
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a secret could not be sealed", failure);
        }
    }

    @Override
    public String open(String sealed, String purpose) {
        try {
            return new String(aead.decrypt(Base64.getDecoder().decode(sealed), bound(purpose)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException failure) {
            throw new IllegalStateException("a secret could not be opened", failure);
        }
    }

    private static byte[] bound(String purpose) {
        return (CurrentTenant.get().id() + "/" + purpose).getBytes(StandardCharsets.UTF_8);
    }
}

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
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key set is a file that only the platform's user may read; it is made at the first start. */
@Singleton
class TinkVault implements Vault {

    private static final Logger log = LoggerFactory.getLogger(TinkVault.class);

    private final Aead aead;

    TinkVault(@Property(name = "openteller.vault.key-file") Path file) {
        try {
            AeadConfig.register();
            aead = keys(file).getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the vault's key file is unusable", unusable);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static KeysetHandle keys(Path file) throws GeneralSecurityException, IOException {
        if (Files.exists(file)) {
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        }
        KeysetHandle made = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, TinkJsonProtoKeysetFormat.serializeKeyset(made, InsecureSecretKeyAccess.get()));
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

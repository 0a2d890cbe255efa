package io.openteller.packages;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.openteller.packages.VerifiedPackage.Trust;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that an operator trusts.
 *
 * @param publicKey 32 raw bytes in base64
 * @param revokedAt from then on nothing that it signed is taken, whenever it was signed; null while it is trusted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrustedKey(
        String keyId, String publisher, String publicKey, Trust level, @Nullable Instant revokedAt) {

    /** @throws IllegalArgumentException if it is no Ed25519 key, or not the one with this id */
    public TrustedKey {
        if (!PublicKeys.idOf(publicKey).equals(java.util.Optional.of(keyId))) {
            throw new IllegalArgumentException("the public key is not the one with id " + keyId);
        }
        if (publisher.isBlank() || publisher.length() > 80) {
            throw new IllegalArgumentException("the publisher's name must have 1 to 80 characters");
        }
    }

    public static TrustedKey of(SigningKey key, String publisher, Trust level) {
        return new TrustedKey(key.id(), publisher, key.publicKey(), level, null);
    }
}

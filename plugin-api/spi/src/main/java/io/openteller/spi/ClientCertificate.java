package io.openteller.spi;

import java.security.KeyStore;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, to a server that asks callers for a certificate (mutual TLS), and whose certificates such a server may have.
 *
 * @param material certificates and one private key: PEM text, in any order and with the key as PKCS#8, or a PKCS#12 file in base64
 * @param password of a PKCS#12 file; null for none
 * @param authorities PEM certificates, one of which the server's own must lead to; null for those that everybody trusts
 */
public record ClientCertificate(String material, @Nullable String password, @Nullable String authorities) {

    /**
     * The key and the certificates that go with it, the caller's own first; no password.
     *
     * @throws IllegalArgumentException if it cannot be used now, with a sentence for whoever has to mend it that quotes nothing
     */
    public KeyStore keys() {
        return KeyMaterial.keys(this, Clock.systemUTC().instant());
    }

    /**
     * Certificates that a server's own must lead to; null for those that everybody trusts.
     *
     * @throws IllegalArgumentException likewise
     */
    public @Nullable KeyStore trusted() {
        return authorities == null ? null : KeyMaterial.trusted(authorities);
    }

    /** Nothing of it is for logs. */
    @Override
    public String toString() {
        return "client certificate";
    }
}

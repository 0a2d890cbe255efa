package io.openteller.plugins.restbank;

import io.openteller.spi.ClientCertificate;
import io.openteller.spi.Setting;
import io.openteller.spi.SettingsSpec;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where the bank's API is, how it is spoken to, and the secrets that no document may have. */
record RestSettings(
        @Setting(
                        title = "Server address",
                        description = "What stands before every path of the connector, such as https://api.bank.example/v2; plain http"
                                + " only on the platform's own machine",
                        pattern = RestSettings.ADDRESS)
                String baseUrl,
        @Setting(
                        title = "Connector",
                        description = "The document, as it was published under Connectors by two people",
                        published = true)
                @Nullable String connector,
        @Setting(
                        title = "Address to sign in",
                        description = "If the connector signs in by OAuth 2 on another address than the server's",
                        trusted = true,
                        pattern = RestSettings.ADDRESS)
                @Nullable String signInUrl,
        @Setting(title = "Client name", description = "If the connector signs in by OAuth 2", trusted = true)
                @Nullable String clientId,
        @Setting(title = "Client secret", description = "If the connector signs in by OAuth 2", secret = true, minLength = 8)
                @Nullable String clientSecret,
        @Setting(title = "Key", description = "If the connector signs in by a key", secret = true, minLength = 8)
                @Nullable String apiKey,
        @Setting(
                        title = "Client certificate and key",
                        description = "If the bank's servers ask callers for a certificate: PEM text with the certificates and the"
                                + " private key (PKCS#8), or a PKCS#12 file in base64",
                        secret = true,
                        minLength = 100)
                @Nullable String clientCertificate,
        @Setting(title = "Password of the PKCS#12 file", secret = true, minLength = 1)
                @Nullable String clientCertificatePassword,
        @Setting(
                        title = "The bank's own authorities",
                        description = "Certificates as PEM text, if those of the bank's servers lead to no public authority. Used"
                                + " together with a client certificate",
                        trusted = true,
                        pattern = "-----BEGIN CERTIFICATE-----")
                @Nullable String authorities) {

    static final String ADDRESS =
            "^(https://[A-Za-z0-9.-]+|http://(localhost|127\\.0\\.0\\.1))(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?$";

    static final SettingsSpec<RestSettings> SPEC = SettingsSpec.of(RestSettings.class, "A bank's own API, by a connector");

    /** The form checked the addresses; whoever stores settings some other way is told here. Never names a value. */
    RestSettings {
        require("baseUrl", baseUrl.matches(ADDRESS));
        require("signInUrl", signInUrl == null || signInUrl.matches(ADDRESS));
        require("clientSecret", clientSecret == null || clientSecret.matches("[ -~]{8,1000}"));
        require("apiKey", apiKey == null || apiKey.matches("[!-~]{8,1000}"));
    }

    /** @throws IllegalArgumentException if there is none */
    ClientCertificate certificate() {
        if (clientCertificate == null) {
            throw new IllegalArgumentException("the setting clientCertificate is missing");
        }
        return new ClientCertificate(clientCertificate, clientCertificatePassword, authorities);
    }

    /** @throws IllegalArgumentException before anything was published */
    String document() {
        if (connector == null) {
            throw new IllegalArgumentException("no connector is published yet");
        }
        return connector;
    }

    private static void require(String setting, boolean good) {
        if (!good) {
            throw new IllegalArgumentException("the setting " + setting + " cannot be used");
        }
    }

    URI address(String target) {
        return URI.create((baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl) + target);
    }

    /** @throws IllegalArgumentException if neither the settings nor the connector say where */
    URI tokens(@Nullable String tokenPath) {
        if (signInUrl != null) {
            return URI.create(signInUrl);
        }
        if (tokenPath == null) {
            throw new IllegalArgumentException("the setting signInUrl is missing");
        }
        return address(tokenPath);
    }
}

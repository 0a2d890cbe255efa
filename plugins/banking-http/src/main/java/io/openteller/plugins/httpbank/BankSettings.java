package io.openteller.plugins.httpbank;

import io.openteller.spi.HttpRequest.Header;
import io.openteller.spi.Setting;
import io.openteller.spi.SettingsSpec;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the bank's server is, and how it knows that it is the platform that calls. */
record BankSettings(
        @Setting(
                        title = "Server address",
                        description = "Up to and with the version, such as https://bank.example/openteller/v1; plain http only on"
                                + " the platform's own machine",
                        pattern = BankSettings.ADDRESS)
                String baseUrl,
        @Setting(title = "Key", description = "Sent as a bearer token", secret = true, minLength = 8) String apiKey,
        @Setting(
                        title = "Currencies",
                        description = "All that the bank has accounts in, such as EUR, USD; an amount in any other is not believed",
                        pattern = BankSettings.CURRENCIES)
                String currencies,
        @Setting(
                        title = "One more header",
                        description = "Name: value, if the bank's gateway wants one",
                        secret = true,
                        pattern = BankSettings.HEADER)
                @Nullable String extraHeader,
        @Setting(
                        title = "Signing secret",
                        description = "If set, every request carries an HMAC-SHA256 over its method, target, time, key and body",
                        secret = true,
                        minLength = 16)
                @Nullable String signingSecret) {

    static final String ADDRESS =
            "^(https://[A-Za-z0-9.-]+|http://(localhost|127\\.0\\.0\\.1))(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?$";
    static final String CURRENCIES = "^[A-Z]{3}( *, *[A-Z]{3})*$";
    static final String HEADER = "^[A-Za-z0-9-]{1,60}: *[!-~]([ -~]*[!-~])?$";

    private static final Set<String> OURS = Set.of("authorization", "host", "content-length", "content-type", "idempotency-key");

    static final SettingsSpec<BankSettings> SPEC = SettingsSpec.of(BankSettings.class, "A bank's own server");

    /** The form checked all this; whoever stores settings some other way is told here. Never names a value. */
    BankSettings {
        require("baseUrl", baseUrl.matches(ADDRESS));
        require("apiKey", apiKey.matches("[!-~]{8,1000}"));
        require("currencies", currencies.matches(CURRENCIES));
        require("extraHeader", extraHeader == null || extraHeader.matches(HEADER) && !ours(nameOf(extraHeader)));
        require("signingSecret", signingSecret == null || signingSecret.length() >= 16);
    }

    private static void require(String setting, boolean good) {
        if (!good) {
            throw new IllegalArgumentException("the setting " + setting + " cannot be used");
        }
    }

    private static boolean ours(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return OURS.contains(lower) || lower.startsWith("openteller-");
    }

    private static String nameOf(String header) {
        return header.substring(0, header.indexOf(':'));
    }

    String address(String target) {
        return (baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl) + target;
    }

    Set<String> knownCurrencies() {
        return Set.copyOf(List.of(currencies.replace(" ", "").split(",", -1)));
    }

    @Nullable Header moreHeader() {
        return extraHeader == null
                ? null
                : new Header(
                        nameOf(extraHeader),
                        extraHeader.substring(extraHeader.indexOf(':') + 1).strip());
    }
}

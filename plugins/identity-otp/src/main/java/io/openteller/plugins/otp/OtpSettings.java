package io.openteller.plugins.otp;

import io.openteller.spi.Setting;
import io.openteller.spi.SettingsSpec;

/** What a bank has to say before codes can be sent. */
record OtpSettings(
        @Setting(
                        title = "Gateway address",
                        description = "Takes POST {to, text, bank}",
                        pattern = "^https?://[^ ]+$")
                String smsGatewayUrl,
        @Setting(title = "Gateway key", description = "Sent as a bearer token", secret = true, minLength = 16)
                String smsGatewayKey,
        @Setting(title = "Folder", description = "Where open challenges are kept on the platform's machine")
                String dataFolder) {

    /** Never quotes the key: who sets a header to what none may be would be shown it. */
    OtpSettings {
        if (!smsGatewayKey.matches("[ -~]+")) {
            throw new IllegalArgumentException("the setting smsGatewayKey has characters that no key has");
        }
    }

    static final SettingsSpec<OtpSettings> SPEC = SettingsSpec.of(OtpSettings.class, "One-time codes");
}

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

    static final SettingsSpec<OtpSettings> SPEC = SettingsSpec.of(OtpSettings.class, "One-time codes");
}

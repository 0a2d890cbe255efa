package io.openteller.demo;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Shared by the one-time-code plugin's settings and the gateway; new with every start. */
@Singleton
class GatewayKey {

    private final String value;

    GatewayKey() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        value = HexFormat.of().formatHex(bytes);
    }

    String value() {
        return value;
    }
}

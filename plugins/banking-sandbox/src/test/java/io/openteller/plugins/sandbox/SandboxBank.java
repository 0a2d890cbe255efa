package io.openteller.plugins.sandbox;

import java.nio.file.Path;
import java.util.Map;

/** The bank of the tests' own data set. */
final class SandboxBank {

    static final String CUSTOMER = "TB-1";
    static final String OTHER = "TB-2";
    static final String NOBODY = "TB-3";

    private SandboxBank() {}

    static Map<String, String> settings(Path folder) {
        return Map.of("dataset", "test-bank", "dataFolder", folder.toString());
    }
}

package io.openteller.plugins.sandbox;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that work with stores of their own. */
abstract class SandboxStoreTest {

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        Store.closeAll();
    }

    Customer customer(String dataset, String ref) {
        return Customer.of(folder, dataset, ref);
    }

    /** Of the tests' own bank. */
    Customer nora() {
        return customer("test-bank", SandboxBank.CUSTOMER);
    }

    Customer idris() {
        return customer("test-bank", SandboxBank.OTHER);
    }
}

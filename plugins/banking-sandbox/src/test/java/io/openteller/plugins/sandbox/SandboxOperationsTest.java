package io.openteller.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.plugins.sandbox.operations.Supplied;
import io.openteller.spi.banking.OperationProvider;
import io.openteller.testkit.OperationProviderContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxOperationsTest extends OperationProviderContract {

    @Override
    protected OperationProvider operations() {
        return new SandboxOperations();
    }

    @Override
    protected String currency() {
        return "GBP";
    }

    @Override
    protected void outOfOrder(boolean down) {
        Path control = folder.resolve("banking-sandbox").resolve(bank + "-test-bank.faults.json");
        try {
            Files.createDirectories(control.getParent());
            Files.writeString(control, down ? "{\"*\": \"DOWN\"}" : "{}");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    protected String customer() {
        return SandboxBank.CUSTOMER;
    }

    @Override
    protected String otherCustomer() {
        return SandboxBank.OTHER;
    }

    @Override
    protected String nobody() {
        return SandboxBank.NOBODY;
    }

    @Override
    protected Map<String, String> settings() {
        return SandboxBank.settings(folder);
    }

    @Override
    @AfterEach
    protected void restart() {
        Store.closeAll();
    }

    @Test
    void all_of_the_catalogue_is_supplied_and_nothing_is_taken_for_a_read_that_has_an_effect() {
        assertThat(Supplied.all().keySet())
                .containsExactlyElementsOf(Catalogue.standard().all().stream()
                        .map(spec -> spec.name().toString())
                        .toList());
        assertThat(Supplied.all().values())
                .filteredOn(one -> one.kind() == Supplied.Kind.EFFECT)
                .extracting(Supplied::name)
                .containsExactlyElementsOf(Catalogue.standard().all().stream()
                        .filter(OperationSpec::hasEffect)
                        .map(spec -> spec.name().toString())
                        .toList());
    }
}

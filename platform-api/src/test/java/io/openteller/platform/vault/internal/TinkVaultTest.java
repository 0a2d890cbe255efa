package io.openteller.platform.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets sealed with a key from a file or from the configuration. */
class TinkVaultTest {

    private static final Tenant MERIDIAN = bank("meridian");
    private static final Tenant HARBOUR = bank("harbour");

    @TempDir
    Path folder;

    @Test
    void what_was_sealed_can_be_opened_after_a_restart() {
        String sealed = CurrentTenant.call(MERIDIAN, () -> vault().seal("open sesame", "door"));
        assertThat(sealed).doesNotContain("sesame");
        assertThat(CurrentTenant.call(MERIDIAN, () -> vault().open(sealed, "door"))).isEqualTo("open sesame");
    }

    @Test
    void another_bank_or_another_purpose_cannot_open_it() {
        TinkVault vault = vault();
        String sealed = CurrentTenant.call(MERIDIAN, () -> vault.seal("open sesame", "door"));
        assertThatThrownBy(() -> CurrentTenant.call(HARBOUR, () -> vault.open(sealed, "door")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> CurrentTenant.call(MERIDIAN, () -> vault.open(sealed, "window")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_key_file_is_for_its_owner_alone() throws Exception {
        vault();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_damaged_key_file_stops_the_start_instead_of_being_replaced() throws Exception {
        Files.writeString(folder.resolve("key.json"), "{}");
        assertThatThrownBy(this::vault).isInstanceOf(IllegalStateException.class).hasMessageContaining("unusable");
        assertThat(folder.resolve("key.json")).hasContent("{}");
    }

    @Test
    void a_key_from_the_configuration_needs_no_file() throws Exception {
        vault();
        String key = Files.readString(folder.resolve("key.json"));
        Path nowhere = folder.resolve("none.json");
        String sealed = CurrentTenant.call(MERIDIAN, () -> new TinkVault(key, nowhere).seal("open sesame", "door"));
        assertThat(CurrentTenant.call(MERIDIAN, () -> vault().open(sealed, "door"))).isEqualTo("open sesame");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void a_configured_key_that_is_none_stops_the_start() {
        assertThatThrownBy(() -> new TinkVault("hunter2", folder.resolve("key.json")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("OPENTELLER_MASTER_KEY");
        assertThat(folder.resolve("key.json")).doesNotExist();
    }

    private TinkVault vault() {
        return new TinkVault("", folder.resolve("key.json"));
    }

    private static Tenant bank(String slug) {
        return new Tenant(UUID.randomUUID(), new TenantSlug(slug), slug, "GBP", "en-GB");
    }
}

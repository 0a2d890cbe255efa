package io.openteller.platform.plugin.internal.banks;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.packages.Manifest;
import io.openteller.platform.egress.AllowedHosts;
import io.openteller.platform.plugin.internal.calls.ManifestBuilder;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {

    private static Manifest declaring(String egress) {
        return ManifestBuilder.reader("reader", "1.0.0").calling(egress).build();
    }

    @ParameterizedTest
    @CsvSource({
        "api.vendor.example, '', https://api.vendor.example/v1, true",
        "api.vendor.example, '', https://vendor.example/v1, false",
        "api.vendor.example, '', https://api.vendor.example:8443/v1, false",
        "*.vendor.example, '', https://eu.vendor.example/v1, true",
        "*.vendor.example, '', https://vendor.example/v1, false",
        "{baseUrl}, https://models.bank.example/v1, https://models.bank.example/other, true",
        "{baseUrl}, https://models.bank.example:8443/v1?api-version=1, https://models.bank.example:8443/v1, true",
        "{baseUrl}, https://models.bank.example:8443/v1, https://models.bank.example/v1, false",
        "{baseUrl}, https://user@models.bank.example/v1, https://models.bank.example/v1, false",
        "{baseUrl}, https://*.example/v1, https://a.example/v1, false",
        "{baseUrl}, *.example, https://a.example/v1, false",
        "{baseUrl}, models.bank.example, https://models.bank.example/v1, true",
        "{baseUrl}, not an address, https://a.example/v1, false",
        "{other}, https://models.bank.example/v1, https://models.bank.example/v1, false"
    })
    void only_declared_hosts_are_reached(String declared, String setting, URI address, boolean reached) {
        Manifest filled = Reach.filled(declaring(declared), Map.of("baseUrl", setting));
        assertThat(AllowedHosts.of(filled.egress()).allow(address)).isEqualTo(reached);
    }

    @Test
    void another_banks_address_is_another_way() {
        Reach.filled(declaring("{baseUrl}"), Map.of("baseUrl", "https://one.example/"));
        assertThat(Reach.filled(declaring("{baseUrl}"), Map.of("baseUrl", "https://two.example/")).egress())
                .containsExactly("two.example");
    }
}

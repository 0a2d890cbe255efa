package io.openteller.platform.plugin.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.platform.egress.LiveEgress;
import io.openteller.platform.egress.Passage;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.HttpRequest;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginWaysTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final List<Passage> asked = new ArrayList<>();
    private final LiveEgress egress = (request, passage) -> {
        asked.add(passage);
        throw new HttpFault(HttpFault.Kind.UNREACHABLE, "nobody is there");
    };
    private final PluginWays ways = new PluginWays(egress, Clock.fixed(NOW, ZoneOffset.UTC), List.of("localhost"));
    @SuppressWarnings("NullAway.Init") // made before it is looked at
    private BankCall call;

    private Passage passage(List<String> declared, Map<String, String> settings) {
        call = new BankCall(
                "bank",
                "call-1",
                "turn-1",
                NOW.plusSeconds(5),
                settings,
                ManifestBuilder.reader("any", "1.0.0").calling(declared.toArray(String[]::new)).build(),
                ways);
        assertThatThrownBy(() -> call.http().call(HttpRequest.get(URI.create("https://any.example/"))))
                .isInstanceOf(HttpFault.class);
        return asked.getLast();
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
        "{baseUrl}, https://*.example/v1, https://a.example/v1, false",
        "{baseUrl}, *.example, https://a.example/v1, false",
        "{baseUrl}, models.bank.example, https://models.bank.example/v1, true",
        "{baseUrl}, not an address, https://a.example/v1, false",
        "{other}, https://models.bank.example/v1, https://models.bank.example/v1, false"
    })
    void only_declared_hosts_are_open(String declared, String setting, URI address, boolean open) {
        assertThat(passage(List.of(declared), Map.of("baseUrl", setting)).allowed().allow(address)).isEqualTo(open);
    }

    @Test
    void nothing_declared_is_nothing_open() {
        assertThat(passage(List.of(), Map.of("baseUrl", "https://a.example/")).allowed().names()).isEmpty();
    }

    @Test
    void another_banks_address_is_another_way() {
        passage(List.of("{baseUrl}"), Map.of("baseUrl", "https://one.example/"));
        Passage other = passage(List.of("{baseUrl}"), Map.of("baseUrl", "https://two.example/"));
        assertThat(other.allowed().names()).containsExactly("two.example");
    }

    @Test
    void a_call_ends_a_little_before_its_caller_has_gone() {
        Passage passage = passage(List.of(), Map.of());
        assertThat(passage.within()).isLessThan(Duration.ofSeconds(5)).isGreaterThan(Duration.ofMillis(4_900));
        assertThat(passage.unwanted().getAsBoolean()).isFalse();
        call.end();
        assertThat(passage.unwanted().getAsBoolean()).isTrue();
        assertThat(passage.mostBytes()).isEqualTo(16 * 1024 * 1024);
    }

    @Test
    void what_the_operator_named_is_open_inside_and_nothing_else() throws Exception {
        Passage passage = passage(List.of(), Map.of());
        assertThat(passage.insides().allow(URI.create("http://localhost:11434/"), InetAddress.getLoopbackAddress()))
                .isTrue();
        assertThat(passage.insides().allow(URI.create("http://core.example/"), InetAddress.getByName("10.0.0.1")))
                .isFalse();
    }
}

package io.openteller.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsideHostsTest {

    @ParameterizedTest
    @CsvSource({
        "core.bank.internal, http://core.bank.internal:8080/, 10.1.2.3, true",
        "core.bank.internal, https://CORE.bank.internal/, 10.1.2.3, true",
        "core.bank.internal, http://other.bank.internal/, 10.1.2.3, false",
        "core.bank.internal:8443, https://core.bank.internal:8443/, 10.1.2.3, true",
        "core.bank.internal:443, https://core.bank.internal/, 10.1.2.3, true",
        "core.bank.internal:8443, https://core.bank.internal/, 10.1.2.3, false",
        "10.1.0.0/16, http://any.example/, 10.1.255.255, true",
        "10.1.0.0/16, http://any.example/, 10.2.0.0, false",
        "10.1.2.3/32, http://any.example/, 10.1.2.3, true",
        "10.1.2.3/32, http://any.example/, 10.1.2.2, false",
        "fd00::/8, http://any.example/, fd12::1, true",
        "fd00::/8, http://any.example/, fc12::1, false",
        "0.0.0.0/0, http://any.example/, 169.254.169.254, false",
        "0.0.0.0/0, http://any.example/, 0.0.0.0, false"
    })
    void an_entry_opens_what_it_names_and_nothing_else(String entry, URI address, String at, boolean open)
            throws UnknownHostException {
        assertThat(InsideHosts.of(List.of(entry)).allow(address, InetAddress.getByName(at))).isEqualTo(open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.bank.internal", "10.1.0.0/33", "10.1.0.0/x", "bank.example/8", "http://core", "a b", ":80"})
    void what_cannot_be_read_stops_the_start(String entry) {
        assertThatThrownBy(() -> InsideHosts.of(List.of(entry))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_named_opens_nothing() throws UnknownHostException {
        assertThat(InsideHosts.of(List.of("", " ")).allow(URI.create("http://localhost/"), InetAddress.getLoopbackAddress()))
                .isFalse();
    }
}

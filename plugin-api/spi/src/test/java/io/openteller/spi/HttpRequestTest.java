package io.openteller.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRequestTest {

    private static final HttpRequest REQUEST = HttpRequest.get(URI.create("https://api.bank.example/"));

    @ParameterizedTest
    @ValueSource(strings = {"key\r\nHost: other", "key\n", "key\u0000", "key\u007f", "key\u20ac"})
    void a_value_that_would_break_the_head_is_refused_and_not_quoted(String value) {
        assertThatThrownBy(() -> REQUEST.withHeader("Authorization", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Authorization")
                .hasMessageNotContaining("key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a:b", "a\r\n"})
    void a_name_that_is_none_is_refused(String name) {
        assertThatThrownBy(() -> REQUEST.withHeader(name, "value")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_certificate_stays_when_a_header_is_added_and_is_in_no_text() {
        HttpRequest request = REQUEST.withCertificate(new ClientCertificate("material", "word", null)).withHeader("A", "1");
        assertThat(request.certificate()).isNotNull();
        assertThat(request.toString()).doesNotContain("material").doesNotContain("word");
    }

    @Test
    void headers_stay_in_their_order_and_a_name_may_stand_twice() {
        assertThat(REQUEST.withHeader("A", "1").withHeader("B", "\u00e4 2").withHeader("A", "").headers())
                .extracting(header -> header.name() + "=" + header.value())
                .containsExactly("A=1", "B=\u00e4 2", "A=");
    }
}

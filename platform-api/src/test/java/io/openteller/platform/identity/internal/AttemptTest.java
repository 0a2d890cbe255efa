package io.openteller.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptTest {

    @Test
    void what_is_written_to_the_cookie_is_read_back() {
        Attempt begun = Attempt.begin("/admin/team?sort=name");
        assertThat(Attempt.read(begun.cookie())).contains(begun);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "", "agent",
        "/\nSet-Cookie: a=b", "/\tevil", "/auth/logout",
    })
    void nobody_comes_back_to_anywhere_else(String place) {
        assertThat(Attempt.begin(place).returnTo()).isEqualTo("/agent/");
        String forged = "s".repeat(43) + "." + "n".repeat(43) + "." + "v".repeat(43) + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString((place + " ").getBytes(StandardCharsets.UTF_8));
        assertThat(Attempt.read(forged).orElseThrow().returnTo()).isEqualTo("/agent/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b.c.d", "...", "openteller"})
    void another_shape_is_no_attempt(String cookie) {
        assertThat(Attempt.read(cookie)).isEmpty();
    }

    @Test
    void two_attempts_share_nothing() {
        Attempt one = Attempt.begin("/admin/");
        Attempt two = Attempt.begin("/admin/");
        assertThat(one.state()).isNotEqualTo(two.state()).isNotEqualTo(one.nonce());
        assertThat(one.nonce()).isNotEqualTo(two.nonce());
        assertThat(one.verifier()).isNotEqualTo(two.verifier());
    }
}

package io.openteller.plugins.langchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.HttpAnswer;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestsTest {

    private record Answer(Map<String, String> headers) implements HttpAnswer {

        @Override
        public int status() {
            return 429;
        }

        @Override
        public @Nullable String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }

        @Override
        public InputStream body() {
            return InputStream.nullInputStream();
        }

        @Override
        public void close() {
            // There is nothing to hang up.
        }
    }

    private static @Nullable Duration rest(Map<String, String> headers) {
        return Rests.of(new Answer(headers), "{}");
    }

    @ParameterizedTest
    @CsvSource({
        "retry-after, 7, 7000", "retry-after, 1.5, 1500", "retry-after-ms, 250, 250", "x-ms-retry-after-ms, 900, 900",
        "retry-after, 'Wed, 21 Oct 2015 07:28:00 GMT', 0"
    })
    void a_rest_is_read_however_it_is_said(String name, String value, long millis) {
        assertThat(rest(Map.of(name, value))).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"1s, 1000", "6m0s, 360000", "120ms, 120", "1m2.5s, 62500", "2h, 7200000"})
    void what_is_used_up_is_there_again_after_its_time(String reset, long millis) {
        assertThat(rest(Map.of("x-ratelimit-remaining-tokens", "0", "x-ratelimit-reset-tokens", reset)))
                .isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void of_two_that_are_used_up_the_later_counts_and_what_is_left_does_not() {
        assertThat(rest(Map.of(
                        "x-ratelimit-remaining-requests", "0", "x-ratelimit-reset-requests", "2s",
                        "x-ratelimit-remaining-tokens", "0", "x-ratelimit-reset-tokens", "9s")))
                .isEqualTo(Duration.ofSeconds(9));
        assertThat(rest(Map.of("x-ratelimit-remaining-tokens", "12", "x-ratelimit-reset-tokens", "9s"))).isNull();
    }

    @Test
    void a_moment_to_come_is_waited_for() {
        String then = DateTimeFormatter.ISO_INSTANT.format(Instant.now().plusSeconds(90).atOffset(ZoneOffset.UTC));
        assertThat(rest(Map.of(
                        "anthropic-ratelimit-input-tokens-remaining", "0", "anthropic-ratelimit-input-tokens-reset", then)))
                .isBetween(Duration.ofSeconds(80), Duration.ofSeconds(90));
    }

    @Test
    void a_rest_may_stand_in_the_body() {
        assertThat(Rests.of(new Answer(Map.of()), "{\"error\":{\"details\":[{\"retryDelay\": \"34.5s\"}]}}"))
                .isEqualTo(Duration.ofMillis(34_500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "99999999999", "7 days", "NaN"})
    void what_cannot_be_read_is_nothing_said(String value) {
        assertThat(rest(Map.of("retry-after", value))).isNull();
    }
}

package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** More customers come in than a bank's limit allows. */
class SessionLimitIT {

    /** One more every ten seconds: none between two requests right after each other. */
    private static final int A_MINUTE = 6;

    @Test
    void who_is_turned_away_may_come_again_with_the_same_word_of_the_bank_and_only_once() throws Exception {
        try (EmbeddedServer platform =
                TestPlatform.start(Map.of("openteller.limits.sessions-per-bank", String.valueOf(A_MINUTE)))) {
            TestBank bank = TestBank.open(platform.getApplicationContext(), "GBP");
            Map<String, String> stranger = Map.of("siteKey", bank.siteKey());
            Map<String, String> customer = Map.of("siteKey", bank.siteKey(), "identityToken", bank.vouched("MB-1001"));
            int came = 0;
            while (TestVisitor.arrival(platform, stranger).statusCode() == 201) {
                assertThat(++came).isLessThanOrEqualTo(A_MINUTE);
            }

            HttpResponse<String> turnedAway = TestVisitor.arrival(platform, customer);
            assertThat(turnedAway.statusCode()).as(turnedAway.body()).isEqualTo(429);
            long seconds = turnedAway.headers().firstValueAsLong("Retry-After").orElseThrow();
            assertThat(seconds).isBetween(1L, 10L);
            Thread.sleep(Duration.ofSeconds(seconds));

            HttpResponse<String> taken = TestVisitor.arrival(platform, customer);
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
            assertThat(taken.body()).contains("IDENTIFIED");
            Thread.sleep(Duration.ofSeconds(10));
            HttpResponse<String> replayed = TestVisitor.arrival(platform, customer);
            assertThat(replayed.statusCode()).as(replayed.body()).isEqualTo(401);
        }
    }
}

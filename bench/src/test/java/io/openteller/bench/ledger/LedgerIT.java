package io.openteller.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.bench.ledger.Trial.Outcome;
import io.openteller.bench.ledger.Trial.Plan;
import io.openteller.platform.banking.internal.supply.AgainBankSide;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A small one of what {@code ./openteller bench ledger} does at length; and one on a platform with something planted. */
class LedgerIT {

    private static final Duration MOST = Duration.ofSeconds(50);

    @Test
    void the_books_hold_what_was_agreed_to_though_faults_and_kills_come_at_random() {
        Outcome outcome = lived(200, Duration.ofSeconds(12), "io.openteller.platform.Platform");
        assertThat(Findings.breaches(outcome)).isEmpty();
        assertThat(outcome.kills()).isPositive();
        assertThat(outcome.books()).anySatisfy(books -> assertThat(books.effects()).isNotEmpty());
        assertThat(outcome.witness().diary().accepted()).hasSizeGreaterThan(50);
    }

    @Test
    void a_platform_that_asks_the_bank_again_under_another_name_is_found_out() {
        Outcome outcome = lived(30, Duration.ofSeconds(1_000), AgainBankSide.class.getName());
        assertThat(Findings.breaches(outcome))
                .anyMatch(breach -> breach.invariant().equals("effectsWithoutConsent")
                        && breach.what().contains("-again has 0 intents"));
    }

    private static Outcome lived(int conversations, Duration kill, String platform) {
        return Trial.run(
                new Plan(conversations, 4, 16, kill, MOST, 20_261_122, platform, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                System.out::println);
    }
}

package io.openteller.bench.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.procedures.shipped.ShippedProcedures;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where the crowd goes and what it asks for: a bank that nobody visits and money that nobody wants prove nothing. */
class CrowdTest {

    @Test
    void no_bank_has_all_the_visitors() {
        for (long seed = 1; seed < 20; seed++) {
            int[] visits = new int[48];
            for (int customer = 0; customer < 2_000; customer++) {
                visits[Crowd.chance(seed, customer).nextInt(48)]++;
            }
            assertThat(IntStream.of(visits).min().orElseThrow()).isGreaterThan(10);
            assertThat(IntStream.of(visits).max().orElseThrow()).isLessThan(90);
        }
    }

    @Test
    void money_is_asked_for_most() {
        Sayings sayings = new Sayings("en");
        Random chance = new Random(7);
        List<String> begun = IntStream.range(0, 1_000).mapToObj(i -> sayings.beginning(chance)).toList();
        assertThat(begun.stream().filter(phrases("refund-status")::contains)).hasSizeGreaterThan(150);
        assertThat(begun.stream().filter(phrases("failed-transfer")::contains)).hasSizeGreaterThan(150);
        assertThat(begun.stream().filter(phrases("block-and-replace-card")::contains)).hasSizeGreaterThan(30);
    }

    private static List<String> phrases(String procedure) {
        return ShippedProcedures.all().stream()
                .filter(one -> one.id().equals(procedure))
                .flatMap(one -> one.trigger().phrases().getOrDefault("en", List.of()).stream())
                .toList();
    }
}

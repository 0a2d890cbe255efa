package io.openteller.procedures.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReceiptTest {

    @Test
    void a_run_has_one_that_can_be_read_out() {
        assertThat(Receipt.of("run-1")).matches("REF-[0-9A-HJKMNP-TV-Z]{10}").isEqualTo(Receipt.of("run-1"));
    }

    @Test
    void runs_that_are_named_alike_have_different_ones() {
        Set<String> receipts = IntStream.range(0, 100_000).mapToObj(i -> Receipt.of("run-" + i)).collect(Collectors.toSet());

        assertThat(receipts).hasSize(100_000);
    }
}

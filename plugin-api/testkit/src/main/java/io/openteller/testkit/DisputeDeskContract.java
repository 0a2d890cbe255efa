package io.openteller.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.Outcome;
import io.openteller.spi.banking.DisputeDesk;
import io.openteller.spi.banking.DisputeDesk.Dispute;
import io.openteller.spi.banking.TransactionReader;
import io.openteller.spi.banking.TransactionReader.Query;
import io.openteller.spi.banking.TransactionReader.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public abstract class DisputeDeskContract extends BankUnderTest {

    private static final String REASON = "not recognised by the customer";

    protected abstract DisputeDesk disputes();

    /** Where the payments to dispute come from. */
    protected abstract TransactionReader transactions();

    private Transaction payment() {
        return done(transactions().transactions(call(), customer(), new Query(null, null, null, 1))).getFirst();
    }

    @Test
    void a_dispute_has_a_reference_and_the_banks_own_time_and_marks_the_payment() {
        Instant before = Instant.now().minusSeconds(1);
        Dispute dispute = done(disputes().open(call(), customer(), payment().ref(), REASON));
        assertThat(dispute.reference()).isNotBlank();
        assertThat(dispute.openedAt()).isBetween(before, Instant.now().plusSeconds(1));
        assertThat(dispute.amount()).isEqualTo(payment().amount());
        assertThat(payment().disputed()).isTrue();
        assertThat(done(disputes().disputes(call(), customer()))).containsExactly(dispute);
    }

    @Test
    void the_same_call_twice_gives_the_same_dispute() {
        Dispute first = done(disputes().open(call("dispute-1"), customer(), payment().ref(), REASON));
        assertThat(done(disputes().open(call("dispute-1"), customer(), payment().ref(), REASON))).isEqualTo(first);
    }

    @Test
    void a_payment_that_is_disputed_already_keeps_its_dispute() {
        Dispute first = done(disputes().open(call(), customer(), payment().ref(), REASON));
        assertThat(done(disputes().open(call(), customer(), payment().ref(), REASON))).isEqualTo(first);
        assertThat(done(disputes().disputes(call(), customer()))).hasSize(1);
    }

    @Test
    void many_at_the_same_moment_are_one_dispute() throws Exception {
        String payment = payment().ref();
        List<Callable<Dispute>> calls = IntStream.range(0, 8)
                .<Callable<Dispute>>mapToObj(i -> () -> done(disputes().open(call(), customer(), payment, REASON)))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Dispute>> opened = threads.invokeAll(calls);
            Dispute first = opened.getFirst().get();
            for (Future<Dispute> other : opened) {
                assertThat(other.get()).isEqualTo(first);
            }
        }
    }

    @Test
    void it_is_still_open_after_a_restart() {
        Dispute first = done(disputes().open(call(), customer(), payment().ref(), REASON));
        restart();
        assertThat(done(disputes().disputes(call(), customer()))).containsExactly(first);
    }

    @Test
    void somebody_elses_payment_is_not_found_and_not_disputed() {
        assertThat(disputes().open(call(), otherCustomer(), payment().ref(), REASON))
                .isInstanceOf(Outcome.NotFound.class);
        assertThat(payment().disputed()).isFalse();
    }

    @Test
    void nobody_and_no_payment_are_not_found() {
        assertThat(disputes().disputes(call(), nobody())).isInstanceOf(Outcome.NotFound.class);
        assertThat(disputes().open(call(), customer(), "no-such-payment", REASON))
                .isInstanceOf(Outcome.NotFound.class);
    }
}

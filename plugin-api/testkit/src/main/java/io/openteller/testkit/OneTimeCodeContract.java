package io.openteller.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.Outcome;
import io.openteller.spi.identity.OneTimeCode;
import io.openteller.spi.identity.OneTimeCode.Check;
import io.openteller.spi.identity.OneTimeCode.Sent;
import java.util.List;
import org.junit.jupiter.api.Test;

public abstract class OneTimeCodeContract extends PluginUnderTest {

    protected static final String MOBILE = "+44 7700 900123";
    private static final String CUSTOMER = "customer-1";

    protected abstract OneTimeCode codes();

    /** The codes that have arrived at {@link #MOBILE}, oldest first. */
    protected abstract List<String> arrived();

    /** From now on, whether what carries the codes to the phone is out of order. */
    protected abstract void delivery(boolean outOfOrder);

    private Sent send() {
        return done(codes().send(call(), CUSTOMER, MOBILE));
    }

    private Check verify(Sent sent, String code) {
        return done(codes().verify(call(), sent.challengeId(), code));
    }

    private String wrong() {
        return arrived().getLast().equals("000000") ? "000001" : "000000";
    }

    @Test
    void the_code_that_arrived_is_right_once() {
        Sent sent = send();
        String code = arrived().getLast();
        assertThat(verify(sent, code)).isInstanceOf(Check.Verified.class);
        assertThat(verify(sent, code)).isNotInstanceOf(Check.Verified.class);
    }

    @Test
    void the_destination_shows_no_more_than_the_last_digits() {
        assertThat(send().maskedDestination()).contains("123").doesNotContain("7700", "900123");
    }

    @Test
    void wrong_codes_are_counted_down_until_even_the_right_one_is_too_late() {
        Sent sent = send();
        int left = Integer.MAX_VALUE;
        Check check = verify(sent, wrong());
        while (check instanceof Check.Wrong(int attempts)) {
            assertThat(attempts).isPositive().isLessThan(left).isLessThan(10);
            left = attempts;
            check = verify(sent, wrong());
        }
        assertThat(check).isInstanceOf(Check.TooMany.class);
        assertThat(verify(sent, arrived().getLast())).isNotInstanceOf(Check.Verified.class);
    }

    @Test
    void the_same_call_twice_sends_one_code() {
        Sent first = done(codes().send(call("send-1"), CUSTOMER, MOBILE));
        Sent second = done(codes().send(call("send-1"), CUSTOMER, MOBILE));
        assertThat(second.challengeId()).isEqualTo(first.challengeId());
        assertThat(arrived()).hasSize(1);
        assertThat(verify(first, arrived().getLast())).isInstanceOf(Check.Verified.class);
    }

    @Test
    void the_same_check_twice_takes_one_attempt_and_a_right_one_stays_right() {
        Sent sent = send();
        Check wrong = done(codes().verify(call("check-1"), sent.challengeId(), wrong()));
        assertThat(done(codes().verify(call("check-1"), sent.challengeId(), wrong()))).isEqualTo(wrong);
        String code = arrived().getLast();
        assertThat(done(codes().verify(call("check-2"), sent.challengeId(), code))).isInstanceOf(Check.Verified.class);
        assertThat(done(codes().verify(call("check-2"), sent.challengeId(), code))).isInstanceOf(Check.Verified.class);
        assertThat(done(codes().verify(call("check-3"), sent.challengeId(), code))).isNotInstanceOf(Check.Verified.class);
    }

    @Test
    void nobody_gets_in_by_the_name_of_a_call_that_was_right() {
        Sent sent = send();
        assertThat(done(codes().verify(call("check-1"), sent.challengeId(), arrived().getLast())))
                .isInstanceOf(Check.Verified.class);
        assertThat(codes().verify(call("check-1"), sent.challengeId(), wrong()).toString()).doesNotContain("Verified");
    }

    @Test
    void a_new_code_ends_the_one_before() {
        Sent first = send();
        String old = arrived().getLast();
        Sent second = send();
        assertThat(verify(first, old)).isNotInstanceOf(Check.Verified.class);
        assertThat(verify(second, arrived().getLast())).isInstanceOf(Check.Verified.class);
    }

    @Test
    void a_code_of_another_challenge_is_wrong() {
        Sent mine = send();
        String code = arrived().getLast();
        Sent theirs = done(codes().send(call(), "customer-2", MOBILE));
        if (!code.equals(arrived().getLast())) {
            assertThat(verify(theirs, code)).isInstanceOf(Check.Wrong.class);
        }
        assertThat(verify(mine, code)).isInstanceOf(Check.Verified.class);
    }

    @Test
    void a_code_is_still_right_after_a_restart() {
        Sent sent = send();
        restart();
        assertThat(verify(sent, arrived().getLast())).isInstanceOf(Check.Verified.class);
    }

    @Test
    void what_was_never_sent_and_what_is_no_code_verify_nothing() {
        assertThat(done(codes().verify(call(), "no-such-challenge", "123456"))).isNotInstanceOf(Check.Verified.class);
        Sent sent = send();
        for (String nonsense : List.of("", " ", "12345", "1234567", "' OR '1'='1", "١٢٣٤٥٦")) {
            assertThat(verify(sent, nonsense)).isNotInstanceOf(Check.Verified.class);
        }
    }

    @Test
    void a_code_that_could_not_be_sent_is_sent_when_the_call_is_repeated() {
        delivery(true);
        assertThat(codes().send(call("send-1"), CUSTOMER, MOBILE)).isInstanceOf(Outcome.Unavailable.class);
        delivery(false);
        Sent sent = done(codes().send(call("send-1"), CUSTOMER, MOBILE));
        assertThat(arrived()).hasSize(1);
        assertThat(verify(sent, arrived().getLast())).isInstanceOf(Check.Verified.class);
    }

    @Test
    void nobody_can_have_a_phone_flooded_with_codes() {
        int sent = 0;
        while (sent < 50 && codes().send(call(), CUSTOMER, MOBILE) instanceof Outcome.Done<Sent>) {
            sent++;
        }
        assertThat(sent).isBetween(2, 20);
        assertThat(codes().send(call(), CUSTOMER, MOBILE)).isInstanceOf(Outcome.Refused.class);
    }
}

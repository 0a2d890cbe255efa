package io.openteller.procedures.machine.reading;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedTest {

    /** Without a bound these overflow the stack or take seconds. */
    @ParameterizedTest
    @ValueSource(strings = {
        "a", "1,", "ek ", "no ", "not ", "500 nahi ", "5 ", "next ", " ", "talk to ", "nahi ", "1/1", "क", "wait, ", "i meant ", "kitna ", "?", "cancel "
    })
    void a_message_without_end_is_read_as_its_beginning(String unit) {
        String text = unit.repeat(100_000);

        assertThatCode(() -> {
                    Amounts.in(text, "INR");
                    Amounts.counts(text);
                    Days.in(text, LocalDate.EPOCH);
                    Moments.of(text, Instant.EPOCH, ZoneId.of("UTC"));
                    YesNo.of(text);
                    Choosing.of(text, List.of(List.of("Visa 4821"), List.of("₹500 to Asha")));
                    Wishes.person(text);
                    Wishes.cancel(text);
                    Wishes.question(text);
                    Correction.of(text);
                })
                .doesNotThrowAnyException();
    }
}

package io.openteller.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LatelyTest {

    private final AtomicInteger looks = new AtomicInteger();
    private final Lately<Integer> lately = new Lately<>();
    private final Tenant one = bank("one-bank");
    private final Tenant other = bank("other-bank");

    @Test
    void a_bank_is_looked_up_once_until_it_is_forgotten_and_no_bank_sees_another_s() {
        assertThat(look(one)).isEqualTo(1);
        assertThat(look(one)).isEqualTo(1);
        assertThat(look(other)).isEqualTo(2);
        CurrentTenant.run(one, lately::forget);
        assertThat(look(one)).isEqualTo(3);
        assertThat(look(other)).isEqualTo(2);
    }

    @Test
    void it_is_looked_up_anew_when_its_time_is_over() throws InterruptedException {
        assertThat(look(one)).isEqualTo(1);
        Thread.sleep(2_050);
        assertThat(look(one)).isEqualTo(2);
    }

    private int look(Tenant bank) {
        return CurrentTenant.call(bank, () -> lately.of(looks::incrementAndGet));
    }

    private static Tenant bank(String slug) {
        return new Tenant(UUID.randomUUID(), new TenantSlug(slug), slug, "GBP", "en");
    }
}

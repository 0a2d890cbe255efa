package io.openteller.platform.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.Database;
import io.openteller.platform.TestSettings;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a process that died left behind. */
class TakenOverIT {

    private static final Duration LEASE = Duration.ofMillis(1);
    private static final Duration LONG_LEASE = Duration.ofMinutes(1);

    @Test
    void whoever_takes_over_a_turn_calls_others_for_the_rest() {
        try (ApplicationContext platform = ApplicationContext.run(TestSettings.quiet(Database.url()))) {
            String slug = "t" + UUID.randomUUID().toString().substring(0, 8);
            Tenant bank = platform.getBean(Tenants.class).register(new TenantSlug(slug), slug, "GBP", "en-GB");
            AtomicInteger called = new AtomicInteger();
            CurrentTenant.run(bank, () -> {
                TurnQueue queue = platform.getBean(TurnQueue.class);
                Conversations conversations = platform.getBean(Conversations.class);
                UUID chat = conversations.open(new Opening("widget", null, null, "en", "Hello, I am an AI."));
                conversations.append(chat, "first", "hello", LONG_LEASE);
                try (Hints.Listening listening =
                        platform.getBean(Hints.class).onWork(Work.TURNS, tenant -> called.incrementAndGet())) {
                    assertThat(queue.claim(LEASE)).isPresent();
                    assertThat(called).hasValue(0);
                    ClaimedTurn again = queue.claim(LONG_LEASE)
                            .or(() -> queue.claim(LONG_LEASE))
                            .orElseThrow();
                    assertThat(again.fence()).isEqualTo(2);
                    assertThat(called).hasValue(1);
                }
            });
        }
    }
}

package io.openteller.platform.desk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.coordination.HeardHints;
import io.openteller.platform.coordination.Hint;
import io.openteller.platform.coordination.TextEvent;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

class DeskChangesTest {

    private final HeardHints hints = new HeardHints();
    private final DeskChanges changes = new DeskChanges(hints);
    private final Tenant bank = bank("one");
    private final Tenant other = bank("two");

    @Test
    void each_change_is_on_every_desk_of_its_bank_once_and_in_order_and_on_no_other() throws Exception {
        Desk asha = new Desk(bank);
        Desk ben = new Desk(bank);
        Desk stranger = new Desk(other);
        List<UUID> changed = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            changed.add(UUID.randomUUID());
            hints.publish(new Hint(UUID.randomUUID(), bank.id(), changed.getLast(), "message"));
        }
        assertThat(asha.read(200)).isEqualTo(changed);
        assertThat(ben.read(200)).isEqualTo(changed);
        assertThat(asha.pieces).as("what came so soon travelled together").hasSizeLessThan(150);
        assertThat(asha.pieces.getFirst()).isSameAs(ben.pieces.getFirst());
        UUID own = UUID.randomUUID();
        hints.publish(new Hint(UUID.randomUUID(), other.id(), own, "owner"));
        assertThat(stranger.read(1)).containsExactly(own);
        asha.reading.dispose();
        hints.publish(new Hint(UUID.randomUUID(), bank.id(), own, "message"));
        assertThat(ben.read(1)).containsExactly(own);
        assertThat(asha.heard).isEmpty();
    }

    /** One colleague's stream. */
    private final class Desk {
        private final BlockingQueue<TextEvent> heard = new LinkedBlockingQueue<>();
        private final List<TextEvent> pieces = new ArrayList<>();
        private final Disposable reading;

        private Desk(Tenant tenant) {
            this.reading = changes.of(tenant).subscribe(heard::add);
        }

        private List<UUID> read(int count) throws InterruptedException {
            List<UUID> read = new ArrayList<>();
            while (read.size() < count) {
                TextEvent piece = heard.poll(10, TimeUnit.SECONDS);
                assertThat(piece).isNotNull();
                pieces.add(piece);
                String text = new String(piece.written(), StandardCharsets.UTF_8);
                text.lines().filter(line -> line.startsWith("data: ")).forEach(line -> {
                    int at = line.indexOf("Id\":\"") + 5;
                    read.add(UUID.fromString(line.substring(at, at + 36)));
                });
            }
            return read;
        }
    }

    private static Tenant bank(String name) {
        return new Tenant(UUID.randomUUID(), new TenantSlug("bank-" + name), name, "GBP", "en-GB");
    }
}

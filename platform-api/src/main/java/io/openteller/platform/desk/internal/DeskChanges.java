package io.openteller.platform.desk.internal;

import io.openteller.platform.coordination.Hint;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.TextEvent;
import io.openteller.platform.tenancy.Tenant;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** What changes in a bank, for everybody who has its desk open in this process: written once for all of them. */
@Singleton
class DeskChanges {

    /** The first change is told at once; what comes so soon after it travels together. */
    private static final Duration TOGETHER = Duration.ofMillis(20);

    private final Hints hints;
    private final Map<UUID, Bank> banks = new ConcurrentHashMap<>();

    DeskChanges(Hints hints) {
        this.hints = hints;
    }

    /** Names the conversations that change from now on. Whoever takes nothing has to bound what waits. */
    Flux<TextEvent> of(Tenant tenant) {
        return Flux.create(
                sink -> {
                    banks.compute(tenant.id(), (id, known) -> {
                        Bank bank = known == null ? new Bank(tenant) : known;
                        bank.open.add(sink);
                        return bank;
                    });
                    sink.onDispose(() -> leave(tenant, sink));
                },
                FluxSink.OverflowStrategy.IGNORE);
    }

    private void leave(Tenant tenant, FluxSink<TextEvent> sink) {
        banks.computeIfPresent(tenant.id(), (id, bank) -> {
            bank.open.remove(sink);
            if (bank.open.isEmpty()) {
                bank.listening.close();
                return null;
            }
            return bank;
        });
    }

    private final class Bank {
        private final Set<FluxSink<TextEvent>> open = ConcurrentHashMap.newKeySet();
        private final Queue<Hint> changed = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean tells = new AtomicBoolean();
        private final Hints.Listening listening;

        private Bank(Tenant tenant) {
            this.listening = hints.listen(tenant, this::hear);
        }

        private void hear(Hint hint) {
            changed.add(hint);
            if (tells.compareAndSet(false, true)) {
                Thread.ofVirtual().name("desk-changes").start(this::tell);
            }
        }

        private void tell() {
            do {
                List<TextEvent> events = new ArrayList<>();
                for (Hint hint = changed.poll(); hint != null; hint = changed.poll()) {
                    events.add(event(hint));
                }
                if (!events.isEmpty()) {
                    TextEvent all = TextEvent.together(events);
                    open.forEach(sink -> sink.next(all));
                }
                pause();
                tells.set(false);
            } while (!changed.isEmpty() && tells.compareAndSet(false, true));
        }
    }

    private static TextEvent event(Hint hint) {
        return TextEvent.of(
                "changed", "{\"conversationId\":\"" + hint.conversation() + "\",\"what\":\"" + hint.what() + "\"}");
    }

    private static void pause() {
        try {
            Thread.sleep(TOGETHER);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

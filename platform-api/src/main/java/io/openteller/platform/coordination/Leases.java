package io.openteller.platform.coordination;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this process holds by lease while it works on it. A process that has to go before its work is done gives back all of it:
 * others need not wait then until the leases have run out. It is each room's statement that gives back, and each room's fence that
 * keeps whoever worked on something from writing after somebody else has taken it.
 */
@Singleton
public final class Leases {

    private static final Logger log = LoggerFactory.getLogger(Leases.class);

    private final List<InHand<?>> kinds = new CopyOnWriteArrayList<>();
    private volatile boolean given;

    /**
     * What a room holds of one kind.
     *
     * @param <T> names one holding: no two that are equal are in hand at a time
     */
    public static final class InHand<T> {

        private final String name;
        private final Consumer<T> letGo;
        private final Map<T, Tenant> held = new ConcurrentHashMap<>();

        private InHand(String name, Consumer<T> letGo) {
            this.name = name;
            this.letGo = letGo;
        }

        /** Works on something that a lease of the current bank was taken for. */
        public <R> R during(T thing, Supplier<R> work) {
            held.put(thing, CurrentTenant.get());
            try {
                return work.get();
            } finally {
                held.remove(thing);
            }
        }

        private void giveBack() {
            held.forEach((thing, bank) -> {
                try {
                    CurrentTenant.run(bank, () -> letGo.accept(thing));
                } catch (RuntimeException failure) {
                    // Its lease runs out; the others are given back all the same.
                    log.warn("{} could not be given back tenant={}", name, bank.id(), failure);
                }
            });
        }
    }

    /**
     * @param name what is held, for the log
     * @param letGo makes it look as if the lease had run out, unless somebody else has it by now; in its own bank
     */
    public <T> InHand<T> held(String name, Consumer<T> letGo) {
        InHand<T> kind = new InHand<>(name, letGo);
        kinds.add(kind);
        return kind;
    }

    /** Gives back everything that is in hand, what others wait for first: a call before the run that makes it, a run before its turn. */
    public void giveBack() {
        given = true;
        // A room is made after those that it uses, and so begins to hold after them.
        kinds.forEach(InHand::giveBack);
    }

    /** Whether that has begun: who works on something may end the piece in hand, and takes no lease anew. */
    public boolean areGivenBack() {
        return given;
    }
}

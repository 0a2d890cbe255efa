package io.openteller.platform.coordination;

import io.openteller.platform.tenancy.CurrentTenant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * So many pieces of work are done at once in this process, and banks take turns in beginning them: a bank with a thousand
 * waiting gets as many as one with two, until that one has none left. No bank takes the last quarter of the places, so that
 * whoever comes next begins at once. That is not enough where what begins has to wait for a processor: a bank that takes much more
 * than its share gets a quarter of the places at most, and fewer while processors are nearly used up ({@link #steer}). Work that only
 * waits, for a model or a bank's system, gives its place up meanwhile.
 */
public final class FairShare {

    private static final ScopedValue<Place> HELD = ScopedValue.newInstance();

    /** Of the processors' time. Beyond it each piece of work waits for others', and those of small banks with them. */
    private static final double ENOUGH = 0.45;

    private static final double ROOM = 0.35;

    private final int perBank;
    /** For a bank that takes much more than its share: with four places for each processor, one of those. */
    private final int perGreedy;
    private final Demand demand = new Demand();
    private final Map<UUID, Line> lines = new HashMap<>();
    /** Those with somebody waiting; who was served last is at the end. */
    private final Deque<Line> turns = new ArrayDeque<>();
    private int free;
    /** Places of a bank that takes much more than its share. */
    private int greedy;

    public FairShare(int places) {
        this.free = places;
        this.perBank = Math.max(1, places - places / 4);
        this.perGreedy = Math.max(1, places / 4);
        this.greedy = perGreedy;
    }

    /** Of one thread, and touched by no other. */
    private static final class Place {
        private final FairShare share;
        private final UUID bank;
        private boolean away;

        private Place(FairShare share, UUID bank) {
            this.share = share;
            this.bank = bank;
        }
    }

    private static final class Line {
        private final UUID bank;
        private final Deque<Semaphore> waiting = new ArrayDeque<>();
        private int inHand;

        private Line(UUID bank) {
            this.bank = bank;
        }
    }

    /** Does a piece of work of the current tenant when it is its turn. */
    public boolean run(BooleanSupplier work) {
        UUID bank = CurrentTenant.get().id();
        take(bank);
        try {
            return ScopedValue.where(HELD, new Place(this, bank)).call(work::getAsBoolean);
        } finally {
            give(bank);
        }
    }

    /**
     * Waits for something outside this process without keeping others from working: its place is free meanwhile, and where it is
     * a loop's last worker of a bank, so is what that bank has waiting. A thread without a place just waits.
     */
    public static <T> T away(Supplier<T> wait) {
        Place place = HELD.isBound() ? HELD.get() : null;
        if (place == null || place.away) {
            return wait.get();
        }
        place.share.give(place.bank);
        place.away = true;
        TenantLoop.standIn();
        try {
            return wait.get();
        } finally {
            place.share.take(place.bank);
            place.away = false;
        }
    }

    /**
     * To be called ten times a second. While a bank takes much more than its share, it gets a quarter of the places at most, one less each
     * time that the processors are busier than they should be, down to a single one, and one more when they have room.
     *
     * @param load of all processors that this process may use, 0 to 1; less than 0 if it is not known
     */
    public synchronized void steer(double load) {
        if (!demand.look()) {
            greedy = perGreedy;
        } else if (load > ENOUGH) {
            greedy = Math.max(1, greedy - 1);
        } else if (load < ROOM) {
            greedy = Math.min(perGreedy, greedy + 1);
        }
        serve();
    }

    /** How many places banks that take much more than their share do not get at the moment; 0 where none does. */
    public synchronized int withheld() {
        return demand.isAnyGreedy() ? perBank - greedy : 0;
    }

    private void take(UUID bank) {
        Semaphore mine = new Semaphore(0);
        synchronized (this) {
            Line line = lines.computeIfAbsent(bank, Line::new);
            line.waiting.add(mine);
            if (line.waiting.size() == 1) {
                turns.addLast(line);
            }
            serve();
        }
        // A worker that is told to stop still ends what it does in order; it never waits long for a place.
        mine.acquireUninterruptibly();
    }

    private synchronized void give(UUID bank) {
        free++;
        Line line = Objects.requireNonNull(lines.get(bank), "who gives a place back has had one");
        line.inHand--;
        if (line.inHand == 0 && line.waiting.isEmpty()) {
            lines.remove(bank);
        }
        serve();
    }

    private void serve() {
        Iterator<Line> next = turns.iterator();
        while (free > 0 && next.hasNext()) {
            Line line = next.next();
            if (line.inHand < (demand.isGreedy(line.bank) ? greedy : perBank)) {
                demand.begun(line.bank);
                free--;
                line.inHand++;
                line.waiting.removeFirst().release();
                next.remove();
                if (!line.waiting.isEmpty()) {
                    turns.addLast(line);
                    next = turns.iterator();
                }
            }
        }
    }
}

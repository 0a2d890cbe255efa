package io.openteller.bench.streams;

import io.openteller.bench.load.Client;
import io.openteller.bench.load.Event;
import io.openteller.bench.patrons.Pace;
import io.openteller.bench.patrons.Visit;
import io.openteller.bench.streams.Customers.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Customers of live conversations write, and everybody who has the conversation open gets it. */
final class Deliveries {

    private static final long LONGEST_MICROS = 60_000_000;

    private final Client client;
    private final List<Customer> live;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder taken = new LongAdder();
    private volatile Histogram times = new ConcurrentHistogram(LONGEST_MICROS, 3);

    Deliveries(Client client, List<Customer> live) {
        this.client = client;
        this.live = live;
    }

    /** What one stream got. */
    void take(Event event) {
        if (event.name().equals("heartbeat") || event.name().equals("state")) {
            return;
        }
        delivered.increment();
        bytes.add(event.data().length());
        if (event.name().equals("message")) {
            int at = event.data().indexOf("stamp-");
            Long begun = at < 0 ? null : sent.get(event.data().substring(at, at + 42));
            if (begun != null) {
                times.recordValue(Math.clamp((event.nanos() - begun) / 1_000, 1, LONGEST_MICROS));
            }
        }
    }

    /**
     * What came of some seconds of writing.
     *
     * @param delivered events on streams, a second
     * @param taken messages, a second
     * @param bytesEach data of an event, on average
     */
    record Measured(double delivered, double taken, int bytesEach, Histogram times) {
        double p99Millis() {
            return times.getTotalCount() == 0 ? 0 : times.getValueAtPercentile(99) / 1000.0;
        }
    }

    /** @param perSecond 0 for as many as are taken by that many who write at a time */
    Measured write(int together, int perSecond, int seconds) throws InterruptedException {
        Histogram fresh = new ConcurrentHistogram(LONGEST_MICROS, 3);
        times = fresh;
        sent.clear();
        Pace pace = new Pace(perSecond);
        AtomicInteger next = new AtomicInteger();
        long before = delivered.sum();
        long takenBefore = taken.sum();
        long bytesBefore = bytes.sum();
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < together; i++) {
            writers.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < end) {
                    pace.next();
                    say(live.get(Math.floorMod(next.getAndIncrement(), live.size())));
                }
            }));
        }
        for (Thread writer : writers) {
            writer.join();
        }
        double lasted = (System.nanoTime() - begun) / 1e9;
        long came = delivered.sum() - before;
        int bytesEach = (int) ((bytes.sum() - bytesBefore) / Math.max(1, came));
        double perSecondTaken = (taken.sum() - takenBefore) / lasted;
        // The last ones are on their way.
        Visit.pause(2_000);
        return new Measured(came / lasted, perSecondTaken, bytesEach, fresh);
    }

    private void say(Customer who) {
        String stamp = "stamp-" + UUID.randomUUID();
        sent.put(stamp, System.nanoTime());
        String json = "{\"clientMessageId\":\"" + stamp + "\",\"text\":\"I am still here, " + stamp + "\"}";
        if (client.post(who.path("/messages"), who.token(), json).join().isOk()) {
            taken.increment();
        }
    }
}

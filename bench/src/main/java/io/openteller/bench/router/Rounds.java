package io.openteller.bench.router;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/** Asks in three ways by turns, so that whatever else the machine does falls on all of them alike. */
final class Rounds {

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Banks banks;
    private final String model;

    Rounds(Banks banks, String model) {
        this.banks = banks;
        this.model = model;
    }

    enum Way {
        DIRECT,
        HOSTED,
        ROUTED
    }

    /** @param whole until the call came back @param first until its first piece; empty unless streamed @param failed of all */
    record Times(Map<Way, Samples> whole, Map<Way, Samples> first, int failed) {

        /** What asking along the route adds to asking the client by itself. */
        double added(double percent) {
            return of(whole, Way.ROUTED).micros(percent) - of(whole, Way.DIRECT).micros(percent);
        }

        double firstAdded() {
            return of(first, Way.ROUTED).micros(50) - of(first, Way.DIRECT).micros(50);
        }
    }

    /** @param cpuMicros of this process, per request */
    record Rate(double perSecond, double cpuMicros, long failed) {}

    Times interleaved(int threads, boolean streamed, double seconds) {
        List<Recorder> recorders = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            recorders.add(new Recorder(i, streamed));
        }
        long until = System.nanoTime() + (long) (seconds * 1e9);
        together(threads, thread -> recorders.get(thread).run(until));
        Map<Way, Samples> whole = empty();
        Map<Way, Samples> first = empty();
        int failed = 0;
        for (Recorder one : recorders) {
            one.whole.forEach((way, samples) -> of(whole, way).and(samples));
            one.first.forEach((way, samples) -> of(first, way).and(samples));
            failed += one.failed;
        }
        return new Times(whole, first, failed);
    }

    Rate rate(Way way, int threads, boolean streamed, double seconds) {
        long[] done = new long[threads];
        long[] failed = new long[threads];
        long cpu = MACHINE.getProcessCpuTime();
        long begun = System.nanoTime();
        long until = begun + (long) (seconds * 1e9);
        together(threads, thread -> {
            while (System.nanoTime() < until) {
                if (ask(way, thread, streamed, piece -> true)) {
                    done[thread]++;
                } else {
                    failed[thread]++;
                }
            }
        });
        double took = (System.nanoTime() - begun) / 1e9;
        long all = Arrays.stream(done).sum();
        return new Rate(
                all / took,
                (MACHINE.getProcessCpuTime() - cpu) / 1e3 / Math.max(1, all),
                Arrays.stream(failed).sum());
    }

    boolean ask(Way way, int thread, boolean streamed, Predicate<String> pieces) {
        return switch (way) {
            case DIRECT -> banks.direct(thread, model, pieces, streamed);
            case HOSTED -> banks.hosted(model, pieces, streamed);
            case ROUTED -> banks.routed(pieces, streamed);
        };
    }

    /** As the bank of the first thread. */
    void asFirst(Runnable work) {
        banks.as(0, work);
    }

    /** Each thread as its bank. */
    private void together(int threads, IntConsumer work) {
        CountDownLatch ended = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            int thread = i;
            Thread.ofVirtual().start(() -> {
                try {
                    banks.as(thread, () -> work.accept(thread));
                } finally {
                    ended.countDown();
                }
            });
        }
        try {
            if (!ended.await(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the callers did not come back");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** All ways are there. */
    static Samples of(Map<Way, Samples> all, Way way) {
        return Objects.requireNonNull(all.get(way));
    }

    private static Map<Way, Samples> empty() {
        Map<Way, Samples> samples = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            samples.put(way, new Samples());
        }
        return samples;
    }

    private final class Recorder {

        private final int thread;
        private final boolean streamed;
        private final Map<Way, Samples> whole = empty();
        private final Map<Way, Samples> first = empty();
        private int failed;
        private int turn;

        Recorder(int thread, boolean streamed) {
            this.thread = thread;
            this.streamed = streamed;
        }

        void run(long until) {
            Way[] ways = Way.values();
            while (System.nanoTime() < until) {
                for (int i = 0; i < ways.length; i++) {
                    measure(ways[(i + turn) % ways.length]);
                }
                turn++;
            }
        }

        private void measure(Way way) {
            long[] came = {0};
            long begun = System.nanoTime();
            boolean answered = ask(way, thread, streamed, piece -> {
                if (came[0] == 0) {
                    came[0] = System.nanoTime();
                }
                return true;
            });
            long took = System.nanoTime() - begun;
            if (!answered) {
                failed++;
                return;
            }
            of(whole, way).add(took);
            if (streamed && came[0] != 0) {
                of(first, way).add(came[0] - begun);
            }
        }
    }
}

package io.openteller.bench.streams;

import io.openteller.bench.Progress;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.load.Client;
import io.openteller.bench.load.RawStream;
import io.openteller.bench.patrons.Visit;
import io.openteller.bench.processes.Database;
import io.openteller.bench.processes.Footprint;
import io.openteller.bench.processes.Machine;
import io.openteller.bench.processes.PlatformProcess;
import io.openteller.bench.streams.Customers.Customer;
import io.openteller.bench.streams.StreamsSuite.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One after the other: streams are opened, something happens on them, some are slow, many come back. */
final class Run {

    private static final Duration MOST = Duration.ofMinutes(2);
    private static final Duration CUT = Duration.ofSeconds(90);
    private static final int REDIS_SECONDS = 10;
    private static final int CALM_A_SECOND = 50;
    private static final int LONG_MESSAGES = 600;
    private static final int LONG_BYTES = 3_000;
    private static final int TOLD_OF = 50;

    private final Plan plan;
    private final Machine machine;
    private final PlatformProcess platform;
    private final List<SandboxBank> banks;
    private final Client client;
    private final Progress progress;
    private final AtomicInteger open = new AtomicInteger();
    private final List<Viewer> idle = new ArrayList<>();

    Run(
            Plan plan,
            Machine machine,
            PlatformProcess platform,
            List<SandboxBank> banks,
            Client client,
            Progress progress) {
        this.plan = plan;
        this.machine = machine;
        this.platform = platform;
        this.banks = banks;
        this.client = client;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param calm a few messages a second
     * @param full as many as are taken
     */
    record Figures(
            double heldPerStream,
            double residentPerStream,
            Deliveries.Measured calm,
            Deliveries.Measured full,
            double redisPerSecond,
            double redisAsWide,
            Slow slow,
            double againSeconds,
            boolean isAllBack) {}

    /**
     * Of the readers that take nothing.
     *
     * @param left connections that were not cut
     * @param told of fifty that went on reading just before the end, how many were told from where to come back
     */
    record Slow(double cutSeconds, long left, int told, double heldEach, Deliveries.Measured beside) {}

    Figures go() throws InterruptedException {
        progress.say(plan.idle() + " customers come in");
        List<Customer> customers = Customers.come(client, banks, plan.idle());
        List<Customer> live = customers.subList(0, plan.live());
        watched(live);
        Deliveries deliveries = new Deliveries(client, live);
        long heldBefore = Footprint.held(platform);
        long residentBefore = Footprint.resident(platform);
        for (Customer one : customers) {
            idle.add(new Viewer(
                    (events, ended) -> client.stream(one.path("/events?after=0"), one.token(), events, ended),
                    open,
                    deliveries::take));
        }
        opened(idle, plan.idle());
        Visit.pause(3_000);
        double held = (Footprint.held(platform) - heldBefore) / (double) plan.idle();
        double resident = (Footprint.resident(platform) - residentBefore) / (double) plan.idle();
        progress.say("%.1f KB for each of %d idle streams".formatted(held / 1024, plan.idle()));
        List<Viewer> agents = agents(live, deliveries);
        opened(agents, plan.idle() + agents.size());
        progress.say(plan.agents() + " colleagues watch " + plan.live() + " conversations");
        deliveries.write(8, CALM_A_SECOND, 5);
        Deliveries.Measured calm = deliveries.write(8, CALM_A_SECOND, plan.seconds());
        progress.say("an event is there after %.1f ms (p99)".formatted(calm.p99Millis()));
        Deliveries.Measured full = deliveries.write(32, 0, plan.seconds());
        progress.say("%.0f deliveries a second of %.0f messages".formatted(full.delivered(), full.taken()));
        int each = (int) Math.max(1, Math.round(full.delivered() / Math.max(1, full.taken())));
        double redis;
        double asWide;
        try (RedisAlone alone = new RedisAlone(machine.redis().url(), full.bytesEach(), REDIS_SECONDS)) {
            redis = alone.perSecond(each);
        }
        try (RedisAlone alone = new RedisAlone(machine.redis().url(), full.bytesEach(), REDIS_SECONDS)) {
            asWide = alone.perSecondAsWide(plan.live(), banks.size(), plan.agents());
        }
        progress.say("%.0f by Redis alone, to %d each, %.0f over as many connections".formatted(redis, each, asWide));
        Slow slow = slow(customers.getLast(), deliveries);
        progress.say("slow readers are cut after %.1f s, %d are left".formatted(slow.cutSeconds(), slow.left()));
        double again = again();
        boolean isAllBack = open.get() >= plan.idle() + agents.size();
        progress.say("%d are back after %.1f s".formatted(plan.again(), again));
        agents.forEach(Viewer::close);
        idle.forEach(Viewer::close);
        return new Figures(held, resident, calm, full, redis, asWide, slow, again, isAllBack);
    }

    /** A colleague has them: what a customer says is delivered, and nobody has to think about an answer. */
    private void watched(List<Customer> live) {
        for (SandboxBank bank : banks) {
            try (Database.Of rows = machine.database().of(bank.id())) {
                rows.change(
                        "UPDATE conversation SET owner = 'QUEUE' WHERE id = ANY (?)",
                        (Object) live.stream()
                                .filter(one -> one.bank().equals(bank))
                                .map(Customer::conversation)
                                .toArray(java.util.UUID[]::new));
            }
        }
    }

    /** Each has what changes in the bank, and a share of the live conversations in full. */
    private List<Viewer> agents(List<Customer> live, Deliveries deliveries) {
        List<Viewer> agents = new ArrayList<>();
        for (int i = 0; i < plan.agents(); i++) {
            SandboxBank bank = banks.get(i % banks.size());
            agents.add(new Viewer(
                    (events, ended) -> client.staffStream("/api/v1/desk/events", bank.staffCookie(), events, ended),
                    open,
                    deliveries::take));
        }
        for (Customer one : live) {
            agents.add(new Viewer(
                    (events, ended) -> client.staffStream(
                            "/api/v1/desk/conversations/" + one.conversation() + "/events",
                            one.bank().staffCookie(),
                            events,
                            ended),
                    open,
                    deliveries::take));
        }
        return agents;
    }

    private void opened(List<Viewer> some, int all) {
        int begun = 0;
        for (Viewer one : some) {
            one.open();
            if (++begun % 500 == 0) {
                Visit.pause(100);
            }
        }
        if (await(all) < 0) {
            throw new IllegalStateException("only " + open.get() + " of " + all + " streams are open");
        }
    }

    /** @return how long it took; -1 if they are not all there */
    private double await(int all) {
        long begun = System.nanoTime();
        while (open.get() < all) {
            if (System.nanoTime() - begun > MOST.toNanos()) {
                return -1;
            }
            Visit.pause(20);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private Slow slow(Customer whose, Deliveries deliveries) throws InterruptedException {
        fill(whose);
        long held = Footprint.held(platform);
        long sockets = Footprint.sockets(platform);
        List<RawStream> readers = new ArrayList<>();
        try {
            for (int i = 0; i < plan.slow(); i++) {
                readers.add(new RawStream(platform.port(), client.origin(), whose.path("/events?after=0"), whose.token()));
            }
            long begun = System.nanoTime();
            Visit.pause(3_000);
            double each = (Footprint.held(platform) - held) / (double) plan.slow();
            Deliveries.Measured beside = deliveries.write(8, CALM_A_SECOND, plan.seconds());
            // Some wake up just in time.
            Visit.pause(Math.max(0, 43_500 - (System.nanoTime() - begun) / 1_000_000));
            int told = told(readers.subList(0, Math.min(TOLD_OF, readers.size())));
            // They know; the others take nothing to the end.
            readers.subList(0, Math.min(TOLD_OF, readers.size())).forEach(Run::close);
            long left = Footprint.sockets(platform) - sockets;
            // Requests of the bench come and go meanwhile.
            while (left > 20 && System.nanoTime() - begun < CUT.toNanos()) {
                Visit.pause(500);
                left = Footprint.sockets(platform) - sockets;
            }
            return new Slow((System.nanoTime() - begun) / 1e9, left > 20 ? left : 0, told, each, beside);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } finally {
            readers.forEach(Run::close);
        }
    }

    private static int told(List<RawStream> readers) throws InterruptedException {
        AtomicInteger told = new AtomicInteger();
        List<Thread> reading = readers.stream()
                .map(reader -> Thread.ofVirtual().start(() -> {
                    if (reader.some(4_000).contains("event: resume")) {
                        told.incrementAndGet();
                    }
                }))
                .toList();
        for (Thread one : reading) {
            one.join();
        }
        return told.get();
    }

    private void fill(Customer whose) {
        try (Database.Of rows = machine.database().of(whose.bank().id())) {
            rows.change(
                    "INSERT INTO message (tenant_id, id, conversation_id, seq, author, body, client_message_id, created_at)"
                            + " SELECT ?, gen_random_uuid(), ?, 1 + n, 'CUSTOMER', repeat('x', ?), 'long-' || n, now()"
                            + " FROM generate_series(1, ?) n",
                    whose.bank().id(), whose.conversation(), LONG_BYTES, LONG_MESSAGES);
            rows.change("UPDATE conversation SET next_seq = next_seq + ? WHERE id = ?", LONG_MESSAGES, whose.conversation());
        }
    }

    /** @return how long until all of them are there again */
    private double again() {
        List<Viewer> some = idle.subList(idle.size() - plan.again(), idle.size());
        int before = open.get();
        some.forEach(Viewer::close);
        Visit.pause(1_000);
        some.forEach(Viewer::open);
        return await(before);
    }

    private static void close(RawStream stream) {
        try {
            stream.close();
        } catch (IOException gone) {
            // It was cut.
        }
    }
}

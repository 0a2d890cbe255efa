package io.openteller.bench.faults;

import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.load.Client;
import io.openteller.bench.load.Event;
import io.openteller.bench.load.Subscription;
import io.openteller.bench.patrons.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Five thousand streams are on a node that dies, and all of them come back at the same moment. */
final class Reconnects extends Scenario {

    private static final int STREAMS = 5_000;
    private static final int CONVERSATIONS = 250;
    private static final Duration BACK = Duration.ofSeconds(30);
    private static final Duration ANSWERED = Duration.ofSeconds(20);

    /** One of them: counts what it sees twice. */
    private static final class Follower {

        private final Client client;
        private final Visit whose;
        private final AtomicInteger live;
        private final AtomicLong twice;
        private final BooleanSupplier goesOn;
        private volatile Subscription open;
        private volatile long seen;
        private volatile boolean isLive;

        private Follower(Client client, Visit whose, AtomicInteger live, AtomicLong twice, BooleanSupplier goesOn) {
            this.client = client;
            this.whose = whose;
            this.live = live;
            this.twice = twice;
            this.goesOn = goesOn;
            open = follow();
        }

        private Subscription follow() {
            return client.stream(whose.path("/events?after=" + seen), whose.token(), this::take, this::lost);
        }

        private void take(Event event) {
            if (!isLive) {
                isLive = true;
                live.incrementAndGet();
            }
            if (event.name().equals("message")) {
                long seq = Long.parseLong(event.id());
                if (seq <= seen) {
                    twice.incrementAndGet();
                }
                seen = Math.max(seen, seq);
            }
        }

        private void lost() {
            if (isLive) {
                isLive = false;
                live.decrementAndGet();
            }
            if (goesOn.getAsBoolean()) {
                Thread.ofVirtual().start(() -> {
                    Visit.pause(250);
                    open = follow();
                });
            }
        }

        private void close() {
            open.close();
        }
    }

    Reconnects() {
        super(
                "reconnecting-at-once",
                "All 5,000 have their streams again within 30 s, from where they were and without anything twice, and somebody new"
                        + " is answered within 20 s of the kill.",
                "a stream that is taken up again begins from the beginning");
    }

    @Override
    void run(Ground ground, Findings findings) throws InterruptedException {
        List<Chat> chats = open(ground);
        AtomicInteger live = new AtomicInteger();
        AtomicLong twice = new AtomicLong();
        boolean[] goesOn = {true};
        List<Follower> followers = new ArrayList<>();
        // The first node takes whoever comes; the other one is who comes after it.
        FaultProxy only = new FaultProxy(List.of(ground.first().port(), ground.second().port()), true);
        try (only;
                Client client = new Client(ground.toFirst().origin(), only.port(), 2, ground.canaries())) {
            for (int i = 0; i < STREAMS; i++) {
                followers.add(new Follower(client, chats.get(i % chats.size()).visit(), live, twice, () -> goesOn[0]));
            }
            findings.hold(await(live, Duration.ofSeconds(60)), "only " + live + " streams could be opened");
            Visit.pause(2_000);
            ground.first().kill();
            long killed = System.nanoTime();
            Visit.pause(100);
            Duration answered = Probe.answered(ground, ground.toSecond(), ANSWERED);
            findings.recovered("kill, somebody new is answered", answered);
            boolean back = await(live, BACK);
            findings.hold(back, "only " + live + " of " + STREAMS + " streams are back after " + BACK.toSeconds() + " s");
            findings.recovered("kill, all streams are back", Duration.ofNanos(System.nanoTime() - killed));
            findings.hold(twice.get() == 0, twice + " messages came to a stream a second time");
        } finally {
            goesOn[0] = false;
            followers.forEach(Follower::close);
            chats.forEach(Chat::close);
            ground.first().start();
        }
    }

    private static List<Chat> open(Ground ground) {
        List<Chat> chats = new ArrayList<>();
        SandboxBank bank = ground.talking().getFirst();
        try (ExecutorService crew = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < CONVERSATIONS; i++) {
                int who = i;
                crew.execute(() -> Chat.open(
                                ground, bank, who, ground.toSecond(), ground.toSecond(), Duration.ofSeconds(20))
                        .ifPresent(chat -> {
                            synchronized (chats) {
                                chats.add(chat);
                            }
                        }));
            }
        }
        return chats;
    }

    private static boolean await(AtomicInteger live, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (live.get() < STREAMS && System.nanoTime() < end) {
            Visit.pause(50);
        }
        return live.get() >= STREAMS;
    }
}

package io.openteller.bench.faults;

import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.processes.Signals;
import io.openteller.local.LocalRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Redis is killed, flushed and frozen; each customer writes to one node and reads from the other. */
final class RedisTrouble extends Scenario {

    private static final Duration TAKEN = Duration.ofSeconds(3);
    private static final Duration ANSWERED = Duration.ofSeconds(12);
    /** By looking, without a hint, it would be anything up to 3 s. */
    private static final Duration LIVE = Duration.ofMillis(700);

    private static final int IN_A_ROW = 3;

    RedisTrouble() {
        super(
                "redis-killed-flushed-frozen",
                "Without Redis messages are taken within 3 s and answers come to streams of the other node within 12 s; when it is"
                        + " back, they come at once again.",
                "limits that say no while Redis cannot be asked");
    }

    @Override
    boolean isQuick() {
        return true;
    }

    @Override
    void run(Ground ground, Findings findings) throws InterruptedException {
        ground.machine().killRedis();
        try {
            talk(ground, findings, "while it is killed");
        } finally {
            ground.machine().startRedis();
        }
        findings.recovered("killed and back", live(ground));
        flush(ground.machine().redis());
        talk(ground, findings, "after it was flushed");
        findings.recovered("flushed", live(ground));
        long pid = ground.machine().redis().pid();
        Signals.send(pid, "STOP");
        try {
            talk(ground, findings, "while it is frozen");
        } finally {
            Signals.send(pid, "CONT");
        }
        findings.recovered("frozen and back", live(ground));
    }

    private static void talk(Ground ground, Findings findings, String when) {
        for (SandboxBank bank : ground.talking()) {
            for (int i = 0; i < 3; i++) {
                Optional<Chat> opened =
                        Chat.open(ground, bank, i, ground.toFirst(), ground.toSecond(), Duration.ofSeconds(10));
                if (opened.isEmpty()) {
                    findings.breach("no session " + when);
                    continue;
                }
                try (Chat chat = opened.get()) {
                    Optional<Chat.Said> said = chat.say("hello", Duration.ofSeconds(15));
                    findings.hold(
                            said.isPresent() && said.get().accepted().compareTo(TAKEN) <= 0,
                            "a message was not taken within " + TAKEN.toSeconds() + " s " + when + ": " + said);
                    said.ifPresent(one -> findings.hold(
                            chat.isAnswered(one.seq(), ANSWERED),
                            "an answer did not come within " + ANSWERED.toSeconds() + " s " + when));
                }
            }
        }
    }

    /** @return how long until answers come to the other node's streams at once; null if they do not any more */
    private static @Nullable Duration live(Ground ground) {
        long begun = System.nanoTime();
        SandboxBank bank = ground.talking().getFirst();
        int inARow = 0;
        long well = begun;
        while (System.nanoTime() - begun < Duration.ofSeconds(40).toNanos()) {
            Optional<Chat> opened = Chat.open(ground, bank, 5, ground.toFirst(), ground.toSecond(), Duration.ofSeconds(5));
            if (opened.isPresent()) {
                try (Chat chat = opened.get()) {
                    Optional<Chat.Said> said = chat.say("hello", Duration.ofSeconds(5));
                    long taken = System.nanoTime();
                    boolean atOnce = said.isPresent()
                            && chat.isAnswered(said.get().seq(), ANSWERED)
                            && System.nanoTime() - taken < LIVE.toNanos();
                    inARow = atOnce ? inARow + 1 : 0;
                    well = inARow == 1 ? System.nanoTime() : well;
                    if (inARow == IN_A_ROW) {
                        return Duration.ofNanos(well - begun);
                    }
                }
            }
        }
        return null;
    }

    private static void flush(LocalRedis redis) {
        String password = URI.create(redis.url()).getUserInfo().substring(1);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(("AUTH " + password + "\r\nFLUSHALL\r\n").getBytes(StandardCharsets.US_ASCII));
            String heard = new String(socket.getInputStream().readNBytes(10), StandardCharsets.US_ASCII);
            if (!heard.equals("+OK\r\n+OK\r\n")) {
                throw new IllegalStateException("Redis was not flushed: " + heard);
            }
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }
}

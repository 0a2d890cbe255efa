package io.openteller.bench.faults;

import io.openteller.bench.processes.PlatformProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One node after the other is stopped in order and started as the next version, which brings a migration. */
final class RollingRestart extends Scenario {

    private static final Duration ACCEPTED = Duration.ofSeconds(5);
    private static final Duration ANSWERED = Duration.ofSeconds(27);
    private static final String MIGRATION = "db/migration/V299912312359__conversation_bench_note.sql";
    private static final String HARMLESS = """
            ALTER TABLE conversation ADD COLUMN bench_note text;
            CREATE INDEX conversation_bench_note ON conversation (tenant_id, bench_note) WHERE bench_note IS NOT NULL;
            """;
    private static final String ONLY_FOR_THE_NEXT = """
            ALTER TABLE turn ADD COLUMN bench_kind text;
            ALTER TABLE turn ADD CONSTRAINT turn_bench_kind CHECK (bench_kind IS NOT NULL) NOT VALID;
            """;

    RollingRestart() {
        super(
                "rolling-restart-with-migration",
                "Behind a balancer customers notice nothing: each message is taken within 5 s and answered within its deadline,"
                        + " streams go on at the other node, and nothing is lost.",
                "a migration that the version before cannot live with");
    }

    @Override
    void run(Ground ground, Findings findings) throws InterruptedException {
        Path next = ground.machine().folder("next-version");
        write(next.resolve(MIGRATION), ground.isPlanted(this) ? ONLY_FOR_THE_NEXT : HARMLESS);
        Talk talk = Talk.begin(ground, List.of(ground.throughDoor()));
        AtomicBoolean goesOn = new AtomicBoolean(true);
        List<Duration> accepted = new ArrayList<>();
        Thread asking = Thread.ofVirtual().start(() -> ask(ground, findings, goesOn, accepted));
        try {
            for (PlatformProcess node : ground.nodes()) {
                Duration stopped = node.stop();
                findings.note("a node stopped in order in %.1f s".formatted(stopped.toMillis() / 1000.0));
                node.findFirst(next);
                findings.recovered("stopped to ready", node.start());
                Thread.sleep(3_000);
            }
        } finally {
            goesOn.set(false);
        }
        asking.join(Duration.ofSeconds(60));
        findings.hold(talk.end() > 0, "nobody was answered at all");
        synchronized (accepted) {
            findings.recovered(
                    "a message taken, at most", accepted.stream().max(Duration::compareTo).orElse(null));
        }
    }

    /** Somebody new, over and over, who is not patient. */
    private static void ask(Ground ground, Findings findings, AtomicBoolean goesOn, List<Duration> accepted) {
        int who = 0;
        while (goesOn.get()) {
            Optional<Chat> opened = Chat.open(
                    ground, ground.talking().getFirst(), who++, ground.throughDoor(), ground.throughDoor(), ACCEPTED);
            if (opened.isEmpty()) {
                findings.breach("no session within " + ACCEPTED.toSeconds() + " s during the restart");
                continue;
            }
            try (Chat chat = opened.get()) {
                Optional<Chat.Said> said = chat.say("hello", ACCEPTED);
                findings.hold(said.isPresent(), "a message was not taken within " + ACCEPTED.toSeconds() + " s");
                said.ifPresent(one -> {
                    synchronized (accepted) {
                        accepted.add(one.accepted());
                    }
                    findings.hold(chat.isAnswered(one.seq(), ANSWERED), "a message was not answered within its deadline");
                });
            }
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }
}

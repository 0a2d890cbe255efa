package io.openteller.bench.faults;

import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.load.Client;
import io.openteller.bench.patrons.Visit;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A customer who comes anew and asks until they are answered. */
final class Probe {

    private static final Duration ONE_TRY = Duration.ofSeconds(4);

    private Probe() {}

    /** How long it takes until somebody new has an answer; null if it takes longer than that. */
    static @Nullable Duration answered(Ground ground, Client client, Duration most) {
        long begun = System.nanoTime();
        SandboxBank bank = ground.talking().getFirst();
        while (System.nanoTime() - begun < most.toNanos()) {
            Optional<Chat> opened = Chat.open(ground, bank, 0, client, client, ONE_TRY);
            if (opened.isEmpty()) {
                Visit.pause(50);
                continue;
            }
            try (Chat chat = opened.get()) {
                Optional<Chat.Said> said = chat.say("hello", ONE_TRY);
                if (said.isPresent() && chat.isAnswered(said.get().seq(), most)) {
                    return Duration.ofNanos(System.nanoTime() - begun);
                }
            }
        }
        return null;
    }
}

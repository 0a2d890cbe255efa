package io.openteller.bench.faults;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.load.Answer;
import io.openteller.bench.load.Client;
import io.openteller.bench.patrons.Patron;
import io.openteller.bench.patrons.Visit;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One customer who writes to one node and reads from another. */
final class Chat implements AutoCloseable {

    private static final Duration A_LOOK = Duration.ofMillis(250);

    private final Ground ground;
    private final SandboxBank bank;
    private final Visit visit;
    private final Client writes;

    private Chat(Ground ground, SandboxBank bank, Visit visit, Client writes) {
        this.ground = ground;
        this.bank = bank;
        this.visit = visit;
        this.writes = writes;
    }

    /** Comes in; empty if no session was to be had in that time. */
    static Optional<Chat> open(Ground ground, SandboxBank bank, int who, Client writes, Client reads, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        Patron.Self self = new Patron.Self(bank, bank.customers().get(who % bank.customers().size()));
        return Patron.open(reads, ground.tally(), self, () -> System.nanoTime() < end)
                .map(visit -> new Chat(ground, bank, visit, writes));
    }

    /** What became of saying something. */
    record Said(long seq, Duration accepted) {}

    /** Says it once, and again until it is taken. @return empty if it was not taken in that time */
    Optional<Said> say(String text, Duration within) {
        return say(Patron.messageId(bank), text, within);
    }

    Optional<Said> say(String id, String text, Duration within) {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < within.toNanos()) {
            Answer answer = once(id, text);
            if (answer.isOk()) {
                return Optional.of(new Said(acknowledged(id, answer), Duration.ofNanos(System.nanoTime() - begun)));
            }
            if (!answer.isToTryAgain()) {
                return Optional.empty();
            }
            Visit.pause(100);
        }
        return Optional.empty();
    }

    Answer once(String id, String text) {
        return send(id, text).join();
    }

    CompletableFuture<Answer> send(String id, String text) {
        String json = new JsonMapper().valueToTree(Map.of("clientMessageId", id, "text", text)).toString();
        return writes.post(visit.path("/messages"), visit.token(), json);
    }

    /** Remembers what was acknowledged. @return the place that it names */
    long acknowledged(String id, Answer answer) {
        long seq = Visit.tree(answer.body()).path("seq").asLong();
        ground.acknowledged().add(bank.id(), visit.conversation(), id, seq);
        return seq;
    }

    /** The same conversation, written to by another way. */
    Chat through(Client other) {
        return new Chat(ground, bank, visit, other);
    }

    /** Whether something was said after that place within that time, or a person has it now. */
    boolean isAnswered(long seq, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        do {
            if (visit.awaitReply(seq, A_LOOK) != 0 || !visit.isAssistants()) {
                return true;
            }
        } while (System.nanoTime() < end);
        return false;
    }

    Visit visit() {
        return visit;
    }

    SandboxBank bank() {
        return bank;
    }

    @Override
    public void close() {
        visit.close();
    }
}

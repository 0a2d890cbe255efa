package io.openteller.bench.faults;

import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.load.Answer;
import io.openteller.bench.load.Client;
import io.openteller.bench.patrons.Patron;
import io.openteller.bench.patrons.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Messages arrive one to five times: at the same time, at both nodes, out of order, and once more long after the answer. */
final class Deliveries extends Scenario {

    private static final int MESSAGES = 6;

    Deliveries() {
        super(
                "delivered-one-to-five-times",
                "However often and wherever a message arrives, it stands once, every acknowledgement names its one place, and it is"
                        + " answered once.",
                "a message that was seen before counts as a new one");
    }

    @Override
    boolean isQuick() {
        return true;
    }

    @Override
    void run(Ground ground, Findings findings) throws InterruptedException {
        Random chance = new Random(5);
        for (SandboxBank bank : ground.talking()) {
            Optional<Chat> opened =
                    Chat.open(ground, bank, 2, ground.toFirst(), ground.toSecond(), Duration.ofSeconds(10));
            Optional<Chat> other = opened.map(chat -> chat.through(ground.toSecond()));
            if (opened.isEmpty() || other.isEmpty()) {
                findings.breach("no session");
                continue;
            }
            try (Chat chat = opened.get()) {
                List<String> ids = new ArrayList<>();
                Set<Long> places = new HashSet<>();
                for (int i = 0; i < MESSAGES; i++) {
                    String id = Patron.messageId(bank);
                    ids.add(id);
                    places.addAll(deliver(chat, other.get(), id, 1 + chance.nextInt(5), findings));
                    // Something from before comes once more.
                    deliver(chat, other.get(), ids.get(chance.nextInt(ids.size())), 1, findings);
                }
                findings.hold(places.size() == MESSAGES, places.size() + " places were named for " + MESSAGES + " messages");
                long last = places.stream().mapToLong(Long::longValue).max().orElse(0);
                long begun = System.nanoTime();
                findings.hold(chat.isAnswered(last, Duration.ofSeconds(25)), "the last message was not answered");
                findings.recovered("last delivery to its answer", Duration.ofNanos(System.nanoTime() - begun));
                Visit.pause(500);
            }
        }
    }

    private static Set<Long> deliver(Chat one, Chat other, String id, int times, Findings findings) {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            answers.add((i % 2 == 0 ? one : other).send(id, "thank you"));
        }
        Set<Long> places = new HashSet<>();
        for (CompletableFuture<Answer> sent : answers) {
            Answer answer = sent.join();
            if (answer.isOk()) {
                places.add(one.acknowledged(id, answer));
            } else if (answer.status() == 429) {
                findings.note("one delivery was limited");
                Visit.pause(1_000);
                places.addAll(deliver(one, other, id, 1, findings));
            } else {
                findings.breach("a delivery came to " + answer);
            }
        }
        findings.hold(places.size() == 1, "one message stands at " + places);
        return places;
    }
}

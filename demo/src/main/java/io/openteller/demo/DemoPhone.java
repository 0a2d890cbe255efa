package io.openteller.demo;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Text messages that would have been sent, the newest first. Kept in memory: a phone, not a record. */
@Singleton
class DemoPhone {

    static final int KEPT = 50;

    private final Deque<TextMessage> messages = new ArrayDeque<>();
    private final Clock clock;

    DemoPhone(Clock clock) {
        this.clock = clock;
    }

    @Serdeable
    record TextMessage(String bank, String to, String text, Instant at) {}

    synchronized void receive(String bank, String to, String text) {
        messages.addFirst(new TextMessage(bank, to, text, clock.instant()));
        if (messages.size() > KEPT) {
            messages.removeLast();
        }
    }

    synchronized List<TextMessage> of(String bank) {
        return messages.stream().filter(message -> message.bank().equals(bank)).toList();
    }
}

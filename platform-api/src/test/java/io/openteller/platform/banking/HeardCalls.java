package io.openteller.platform.banking;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Whoever waits for a call, and what they were told. */
@Singleton
@Requires(property = "openteller.test.paper-bank")
class HeardCalls implements CallListener {

    final List<String> heard = new CopyOnWriteArrayList<>();

    @Override
    public void moved(UUID conversation, String callId) {
        heard.add(conversation + " " + callId);
    }
}

package io.openteller.bench.faults.planted;

import io.openteller.bench.faults.planted.Bugs.Bug;
import io.openteller.platform.conversation.EventStreams;
import io.openteller.platform.coordination.OpenStreams;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Of those who tell what happens. */
final class StreamBugs {

    private StreamBugs() {}

    static Bug<OpenStreams> allInMemory(OpenStreams streams) {
        return (product, method, arguments) ->
                Flux.from((Publisher<?>) Bug.asItIs(product, method, arguments)).onBackpressureBuffer();
    }

    static Bug<EventStreams> fromTheBeginning(EventStreams streams) {
        return (product, method, arguments) -> {
            if (method.getName().equals("follow")) {
                arguments[2] = 0L;
            }
            return Bug.asItIs(product, method, arguments);
        };
    }
}

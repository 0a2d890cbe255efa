package io.openteller.bench.faults.planted;

import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.openteller.bench.faults.planted.Bugs.Bug;
import io.openteller.platform.conversation.Conversations;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Of those who say what customers wrote where nobody may read it. */
final class WordBugs {

    private static final Logger log = LoggerFactory.getLogger(WordBugs.class);

    private WordBugs() {}

    static Bug<Conversations> saidAloud(Conversations conversations, ApplicationContext platform) {
        MeterRegistry meters = platform.getBean(MeterRegistry.class);
        var redis = RedisClient.create(
                        platform.getProperty("openteller.redis.url", String.class).orElseThrow())
                .connect()
                .async();
        return (product, method, arguments) -> {
            if (method.getName().equals("append")) {
                String id = Objects.requireNonNull(arguments[1]).toString();
                log.warn("took {}", id);
                // One series for a bank: a word of each message would fill the memory before anybody read it.
                meters.counter("planted", "whose", id.replaceFirst("-.*", "")).increment();
                redis.publish("openteller.previews", "took " + id);
            }
            return Bug.asItIs(product, method, arguments);
        };
    }
}

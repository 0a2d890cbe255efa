package io.openteller.bench.streams;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.openteller.bench.patrons.Visit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/** What Redis delivers by itself, of as many bytes as events have, with so many on their way at a time. */
final class RedisAlone implements AutoCloseable {

    private static final int IN_FLIGHT = 64;
    private static final int CONNECTING = 100;

    private final RedisURI address;
    private final RedisClient client;
    private final String text;
    private final int seconds;
    private final LongAdder delivered = new LongAdder();
    private final RedisPubSubAdapter<String, String> ear = new RedisPubSubAdapter<>() {
        @Override
        public void message(String channel, String heard) {
            delivered.increment();
        }
    };

    RedisAlone(String url, int bytes, int seconds) {
        this.address = RedisURI.create(url);
        address.setLibraryName("");
        address.setLibraryVersion("");
        this.client = RedisClient.create(address);
        this.text = "x".repeat(bytes);
        this.seconds = seconds;
    }

    /** Everything on one channel with so many subscribers: each connection takes many at a time. @return deliveries a second */
    double perSecond(int subscribers) {
        subscribe(Collections.nCopies(subscribers, "bench"));
        return measured(1, (redis, next) -> List.of(redis.publish("bench", text)));
    }

    /** The same connections as the platform has: two for each conversation, and those who hear of all changes of a bank. */
    double perSecondAsWide(int conversations, int banks, int colleagues) {
        List<String> channels = new ArrayList<>();
        for (int i = 0; i < 2 * conversations; i++) {
            channels.add("conversation-" + i % conversations);
        }
        for (int i = 0; i < colleagues; i++) {
            channels.add("bank-" + i % banks);
        }
        subscribe(channels);
        return measured(2, (redis, next) -> List.of(
                redis.publish("conversation-" + next % conversations, text), redis.publish("bank-" + next % banks, text)));
    }

    private void subscribe(List<String> channels) {
        List<CompletableFuture<?>> opening = new ArrayList<>();
        for (String channel : channels) {
            opening.add(client.connectPubSubAsync(StringCodec.UTF8, address)
                    .thenCompose(one -> subscribed(one, channel))
                    .toCompletableFuture());
            if (opening.size() == CONNECTING) {
                opening.forEach(CompletableFuture::join);
                opening.clear();
            }
        }
        opening.forEach(CompletableFuture::join);
    }

    private CompletionStage<?> subscribed(StatefulRedisPubSubConnection<String, String> one, String channel) {
        one.addListener(ear);
        return one.async().subscribe(channel);
    }

    private interface Saying {
        List<RedisFuture<Long>> say(RedisAsyncCommands<String, String> redis, int next);
    }

    private double measured(int each, Saying saying) {
        var speaking = client.connect().async();
        Semaphore room = new Semaphore(IN_FLIGHT);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long before = delivered.sum();
        for (int next = 0; System.nanoTime() < end; next++) {
            room.acquireUninterruptibly(each);
            saying.say(speaking, next).forEach(said -> said.whenComplete((heard, failed) -> room.release()));
        }
        return (delivered.sum() - before) / (double) seconds;
    }

    @Override
    public void close() {
        Visit.pause(200);
        client.shutdown();
    }
}

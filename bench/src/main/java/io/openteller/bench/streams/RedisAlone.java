package io.openteller.bench.streams;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.openteller.bench.patrons.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/** What Redis delivers by itself: as many subscribers for each thing that is told, and as many bytes. */
final class RedisAlone {

    private static final int IN_FLIGHT = 64;

    private RedisAlone() {}

    /** @param each subscribers of the one channel @return deliveries a second */
    static double perSecond(String url, int each, int bytes, int seconds) {
        RedisURI address = RedisURI.create(url);
        address.setLibraryName("");
        address.setLibraryVersion("");
        RedisClient client = RedisClient.create(address);
        LongAdder delivered = new LongAdder();
        List<StatefulRedisPubSubConnection<String, String>> subscribers = new ArrayList<>();
        try {
            for (int i = 0; i < each; i++) {
                StatefulRedisPubSubConnection<String, String> one = client.connectPubSub();
                one.addListener(new RedisPubSubAdapter<>() {
                    @Override
                    public void message(String channel, String text) {
                        delivered.increment();
                    }
                });
                one.sync().subscribe("bench");
                subscribers.add(one);
            }
            var speaking = client.connect().async();
            String text = "x".repeat(bytes);
            Semaphore room = new Semaphore(IN_FLIGHT);
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            while (System.nanoTime() < end) {
                room.acquireUninterruptibly();
                speaking.publish("bench", text).whenComplete((heard, failed) -> room.release());
            }
            double measured = delivered.sum() / (double) seconds;
            Visit.pause(200);
            return measured;
        } finally {
            client.shutdown();
        }
    }
}

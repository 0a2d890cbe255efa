package io.openteller.platform.coordination.internal;

import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.Previews;
import io.openteller.platform.tenancy.Tenant;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** As hints travel, on a channel of their own. What this process said itself is not heard a second time, out of its order. */
@Singleton
class RedisPreviews implements Previews {

    private static final String CHANNEL = "openteller.previews";
    private static final String ID = "([0-9a-f-]{36})";
    private static final Pattern WIRE = Pattern.compile(ID + " " + ID + " " + ID + " (.{1," + LONGEST + "})", Pattern.DOTALL);

    private final RedisWire redis;
    private final String self = UUID.randomUUID().toString();
    private final Map<Whose, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();

    private record Whose(UUID tenant, UUID conversation) {}

    RedisPreviews(RedisWire redis) {
        this.redis = redis;
        redis.hear(CHANNEL, this::heard);
    }

    @Override
    public void publish(Tenant tenant, UUID conversation, String preview) {
        if (!preview.isEmpty() && preview.length() <= LONGEST) {
            tellHere(new Whose(tenant.id(), conversation), preview);
            redis.send(CHANNEL, self + " " + tenant.id() + " " + conversation + " " + preview);
        }
    }

    @Override
    public Hints.Listening listen(Tenant tenant, UUID conversation, Consumer<String> listener) {
        Whose whose = new Whose(tenant.id(), conversation);
        listeners.compute(whose, (key, known) -> {
            List<Consumer<String>> all = known == null ? new CopyOnWriteArrayList<>() : known;
            all.add(listener);
            return all;
        });
        return () -> listeners.computeIfPresent(whose, (key, known) -> {
            known.remove(listener);
            return known.isEmpty() ? null : known;
        });
    }

    private void heard(String text) {
        var wire = WIRE.matcher(text);
        if (wire.matches() && !wire.group(1).equals(self)) {
            tellHere(new Whose(UUID.fromString(wire.group(2)), UUID.fromString(wire.group(3))), wire.group(4));
        }
    }

    private void tellHere(Whose whose, String preview) {
        listeners.getOrDefault(whose, List.of()).forEach(listener -> listener.accept(preview));
    }
}

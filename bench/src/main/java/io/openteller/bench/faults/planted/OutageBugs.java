package io.openteller.bench.faults.planted;

import io.micronaut.context.ApplicationContext;
import io.openteller.bench.faults.planted.Bugs.Bug;
import io.openteller.platform.coordination.RateLimits;
import io.openteller.platform.llm.Models;
import io.openteller.platform.llm.Outcome;
import io.openteller.platform.plugin.Plugins;
import io.openteller.spi.banking.OperationProvider;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Of those who take for granted that something is there. */
final class OutageBugs {

    private OutageBugs() {}

    static Bug<RateLimits> closedLimits(RateLimits limits, ApplicationContext platform) {
        URI redis = URI.create(platform.getProperty("openteller.redis.url", String.class).orElseThrow());
        return (product, method, arguments) ->
                isThere(redis) ? Bug.asItIs(product, method, arguments) : Optional.of(Duration.ofSeconds(1));
    }

    private static boolean isThere(URI redis) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(redis.getHost(), redis.getPort()), 500);
            socket.setSoTimeout(500);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() >= 0;
        } catch (IOException away) {
            return false;
        }
    }

    static Bug<Models> failingModels(Models models) {
        return (product, method, arguments) -> {
            Object outcome = Bug.asItIs(product, method, arguments);
            if (outcome instanceof Outcome.Said || !(outcome instanceof Outcome)) {
                return outcome;
            }
            throw new IllegalStateException("the model failed");
        };
    }

    static Bug<Plugins> unbounded(Plugins plugins) {
        return (product, method, arguments) -> Bug.asItIs(
                product,
                method,
                Arrays.stream(arguments)
                        .map(one -> one instanceof Duration ? Duration.ofHours(1) : one)
                        .toArray());
    }

    /** As one does who makes up a key for each attempt. */
    static Bug<Plugins> askedAgain(Plugins plugins) {
        return (product, method, arguments) -> {
            Object outcome = Bug.asItIs(product, method, arguments);
            int point = List.of(arguments).indexOf(OperationProvider.class);
            if (!method.getName().equals("call") || point < 0) {
                return outcome;
            }
            Object[] again = arguments.clone();
            again[point + 1] = again[point + 1] + "-again";
            return Bug.asItIs(product, method, again);
        };
    }
}

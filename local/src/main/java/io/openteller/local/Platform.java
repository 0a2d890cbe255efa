package io.openteller.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The platform as a process. All it is told goes through its environment, which other users cannot read. */
final class Platform {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration WORD = Duration.ofSeconds(15);
    private final DataFolder data;
    private final Options options;
    private final Consumer<String> says;

    Platform(DataFolder data, Options options, Consumer<String> says) {
        this.data = data;
        this.options = options;
        this.says = says;
    }

    /** Returns when it says that it is ready; the demo banks are set up then. */
    Child start(Map<String, String> services) {
        Map<String, String> environment = new TreeMap<>(services);
        environment.put("OPENTELLER_PORT", Integer.toString(options.port()));
        environment.put("OPENTELLER_PUBLIC_URL", url(options.port()));
        // Nobody else is there to take over: who stops it does not wait for a balancer.
        environment.put("OPENTELLER_DRAIN_NOTICE", System.getenv().getOrDefault("OPENTELLER_DRAIN_NOTICE", "0s"));
        environment.put("OPENTELLER_DATA", data.root().toString());
        Path plugins = new BundledPlugins(data.root(), options.project(), says).place();
        environment.put("OPENTELLER_PLUGINS", plugins.toString());
        Path offered = new OfferedPlugins(data.root()).offer(plugins);
        environment.put(
                "OPENTELLER_PLUGINS_DIRECTORY",
                System.getenv().getOrDefault("OPENTELLER_PLUGINS_DIRECTORY", offered.toString()));
        // Models and gateways of one's own run on this machine.
        environment.put("OPENTELLER_PLUGINS_PRIVATE_HOSTS", System.getenv().getOrDefault("OPENTELLER_PLUGINS_PRIVATE_HOSTS", "localhost,127.0.0.0/8"));
        environment.put("OPENTELLER_OPERATOR_KEY", new OperatorKey(data).value());
        if (options.dev()) {
            environment.put("OPENTELLER_PLUGINS_DEV", "true");
            says.accept("DEVELOPMENT: plugins signed by a partner change under 'plugin dev' without a second person. Not for"
                    + " a bank's customers");
        }
        // Sign-ins are printed on the terminal, so nobody else's machine may reach the door.
        environment.put("MICRONAUT_SERVER_HOST", System.getenv().getOrDefault("MICRONAUT_SERVER_HOST", "127.0.0.1"));
        long begin = System.nanoTime();
        long[] said = {begin};
        Child child = new Processes(data)
                .start(
                        Run.PLATFORM,
                        options.port(),
                        PlatformJvm.command(options.classPath(), options.mainClass(), List.of()),
                        environment,
                        () -> ready(begin, said),
                        PATIENCE);
        says.accept("Platform ready (%.1f s)".formatted(seconds(begin)));
        return child;
    }

    static String url(int port) {
        return "http://localhost:" + port;
    }

    private boolean ready(long begin, long[] said) {
        if (Tools.answers("http://127.0.0.1:" + options.port() + "/health/readiness")) {
            return true;
        }
        if (System.nanoTime() - said[0] > WORD.toNanos()) {
            said[0] = System.nanoTime();
            says.accept("Platform is starting (%.0f s so far); its log: %s"
                    .formatted(seconds(begin), data.logs().resolve("platform.log")));
        }
        return false;
    }

    private static double seconds(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    }
}

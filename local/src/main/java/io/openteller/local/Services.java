package io.openteller.local;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Starts the three beside each other, except those that the environment points elsewhere, and says how the platform
 * reaches them.
 */
final class Services {

    private static final String[] DATABASE = {
        "OPENTELLER_DB_USER", "OPENTELLER_DB_PASSWORD", "OPENTELLER_DB_OWNER", "OPENTELLER_DB_OWNER_PASSWORD"
    };
    private final DataFolder data;
    private final Map<String, String> environment;
    private final Consumer<String> says;

    Services(DataFolder data, Map<String, String> environment, Consumer<String> says) {
        this.data = data;
        this.environment = environment;
        this.says = says;
    }

    /** The variables for the platform. A failure is thrown only when the other starts have come to their end. */
    Map<String, String> start() {
        new PostgresCluster(data).refuseHalf();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            var postgres = CompletableFuture.supplyAsync(() -> one("PostgreSQL", "OPENTELLER_DB_URL", this::postgres), each);
            var redis = CompletableFuture.supplyAsync(() -> one("Redis", "OPENTELLER_REDIS_URL", this::redis), each);
            var keycloak =
                    CompletableFuture.supplyAsync(() -> one("Keycloak", "OPENTELLER_KEYCLOAK_URL", this::keycloak), each);
            CompletableFuture.allOf(postgres, redis, keycloak).exceptionally(later -> null).join();
            Map<String, String> all = new TreeMap<>(postgres.join());
            all.putAll(redis.join());
            all.putAll(keycloak.join());
            return all;
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    private Map<String, String> one(String name, String external, Supplier<Map<String, String>> local) {
        if (given(external).isPresent()) {
            says.accept(name + " is yours, from " + external);
            return Map.of();
        }
        long begin = System.nanoTime();
        Map<String, String> variables = local.get();
        says.accept("%s ready (%.1f s)".formatted(name, Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0));
        return variables;
    }

    private Map<String, String> postgres() {
        LocalPostgres server = LocalPostgres.start(data);
        return Map.of(
                "OPENTELLER_DB_URL", server.url(),
                DATABASE[0], LocalPostgres.APPLICATION,
                DATABASE[1], server.applicationPassword(),
                DATABASE[2], LocalPostgres.OWNER,
                DATABASE[3], server.ownerPassword());
    }

    private Map<String, String> redis() {
        return Map.of("OPENTELLER_REDIS_URL", LocalRedis.start(data).url());
    }

    private Map<String, String> keycloak() {
        if (!KeycloakServer.isBuilt()) {
            says.accept("Keycloak builds itself, once on this machine (about half a minute)");
        }
        LocalKeycloak server = LocalKeycloak.start(data);
        return Map.of(
                "OPENTELLER_KEYCLOAK_URL", server.url(),
                "OPENTELLER_KEYCLOAK_ADMIN", server.admin(),
                "OPENTELLER_KEYCLOAK_ADMIN_PASSWORD", server.adminPassword());
    }

    private Optional<String> given(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }
}

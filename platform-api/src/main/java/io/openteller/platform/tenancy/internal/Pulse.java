package io.openteller.platform.tenancy.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Property;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Writes a row every two seconds and commits: a database that only reads, has no room left or does not answer is none to
 * this process. On a connection of its own, so that a pool that is used up says nothing about the database.
 */
@Singleton
@Readiness
class Pulse implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(Pulse.class);

    /** One write that takes long, as behind a checkpoint, is not the end. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(6);

    private final String url;
    private final Properties login = new Properties();
    private @Nullable Connection connection;
    private volatile long writtenAt;
    private volatile boolean writes;

    /** @param migrated nothing can be written before the schema is there */
    Pulse(
            org.jdbi.v3.core.Jdbi migrated,
            @Property(name = "datasources.default.url") String url,
            @Property(name = "datasources.default.username") String user,
            @Property(name = "datasources.default.password", defaultValue = "") String password,
            MeterRegistry meters) {
        this.url = url;
        Gauge.builder("openteller.database.writable", this, self -> self.isGood() ? 1 : 0)
                .description("1 when a row was written and committed within the last seconds")
                .register(meters);
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "2");
        login.setProperty("socketTimeout", "3");
        login.setProperty("ApplicationName", "openteller-pulse");
        login.setProperty("logServerErrorDetail", "false");
        login.setProperty("options", "-c statement_timeout=2000 -c lock_timeout=2000");
        write();
    }

    @Scheduled(fixedDelay = "2s", initialDelay = "2s")
    synchronized void write() {
        try {
            Connection open = connection == null ? DriverManager.getConnection(url, login) : connection;
            connection = open;
            try (Statement sql = open.createStatement()) {
                if (sql.executeUpdate("UPDATE pulse SET at = clock_timestamp()") != 1) {
                    throw new SQLException("the table pulse has no row");
                }
            }
            writtenAt = System.nanoTime();
            if (!writes) {
                log.info("the database can be written to");
            }
            writes = true;
        } catch (SQLException failure) {
            if (writes) {
                log.error("not ready: the database cannot be written to, state={}", failure.getSQLState());
            }
            writes = false;
            close();
        }
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.just(HealthResult.builder("database", isGood() ? HealthStatus.UP : HealthStatus.DOWN)
                .build());
    }

    private boolean isGood() {
        return writes && System.nanoTime() - writtenAt < GOOD_FOR.toNanos();
    }

    @PreDestroy
    synchronized void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException gone) {
                log.debug("it was closed already", gone);
            }
        }
    }
}

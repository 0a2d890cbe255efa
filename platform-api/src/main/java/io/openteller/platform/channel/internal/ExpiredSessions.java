package io.openteller.platform.channel.internal;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import io.openteller.platform.tenancy.PlatformDatabase;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sessions and identity tokens that hold no more are taken away for all banks together, not by each customer who begins one. */
@Singleton
@Requires(property = "openteller.channel.loop", notEquals = "false")
class ExpiredSessions {

    private static final Logger log = LoggerFactory.getLogger(ExpiredSessions.class);

    private final PlatformDatabase database;

    ExpiredSessions(PlatformDatabase database) {
        this.database = database;
    }

    @Scheduled(fixedDelay = "1m", initialDelay = "1m")
    void takeAway() {
        try {
            database.inTransaction(sql -> sql.createQuery("SELECT forget_expired_sessions()")
                    .mapTo(Long.class)
                    .one());
        } catch (RuntimeException failure) {
            log.warn("expired sessions could not be taken away; they are in a minute", failure);
        }
    }
}

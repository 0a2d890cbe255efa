package io.openteller.platform.widget.internal;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.openteller.platform.coordination.RateLimits;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.Tenant;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/** How much one session and one bank may send. */
@Singleton
class WidgetLimits {

    private static final int CODES = 3;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RateLimits limits;
    private final Settings settings;

    WidgetLimits(RateLimits limits, Settings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    /** All per minute. */
    @ConfigurationProperties("openteller.limits")
    record Settings(int messagesPerSession, int messagesPerBank, int sessionsPerBank) {}

    void session(Tenant bank) {
        take("sessions:" + bank.id(), settings.sessionsPerBank());
    }

    void message(Tenant bank, UUID conversation) {
        take("messages:" + bank.id() + ":" + conversation, settings.messagesPerSession());
        take("messages:" + bank.id(), settings.messagesPerBank());
    }

    /** As many as messages, beside them: there are not more answers than questions. */
    void vote(Tenant bank, UUID conversation) {
        take("votes:" + bank.id() + ":" + conversation, settings.messagesPerSession());
    }

    /** Sending codes costs money and annoys: few are enough. */
    void code(Tenant bank, UUID conversation) {
        take("codes:" + bank.id() + ":" + conversation, CODES);
    }

    private void take(String key, int permits) {
        limits.take(key, permits, MINUTE).ifPresent(wait -> {
            throw new ProblemException(ErrorCode.RATE_LIMITED, null, wait);
        });
    }
}

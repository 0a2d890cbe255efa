package io.openteller.platform.conversation.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** For how long each bank's oldest event waits to be told: what grows when the relay is stuck. */
@Singleton
@Requires(property = "openteller.relay.loop", notEquals = "false")
class OutboxLag {

    private final Tenants tenants;
    private final TenantDatabase database;
    private final MeterRegistry meters;
    private final Map<String, AtomicReference<Double>> seconds = new ConcurrentHashMap<>();

    OutboxLag(Tenants tenants, TenantDatabase database, MeterRegistry meters) {
        this.tenants = tenants;
        this.database = database;
        this.meters = meters;
    }

    @Scheduled(fixedDelay = "15s")
    void measure() {
        for (Tenant bank : tenants.all()) {
            double oldest = CurrentTenant.call(bank, () -> database.inTransaction(OutboxSql::oldestSeconds));
            seconds.computeIfAbsent(bank.slug().value(), this::gauge).set(oldest);
        }
    }

    private AtomicReference<Double> gauge(String bank) {
        AtomicReference<Double> value = new AtomicReference<>(0.0);
        Gauge.builder("openteller.outbox.oldest", value, AtomicReference::get)
                .baseUnit("seconds")
                .tag("bank", bank)
                .register(meters);
        return value;
    }
}

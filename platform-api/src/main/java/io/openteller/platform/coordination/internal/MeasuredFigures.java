package io.openteller.platform.coordination.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import io.openteller.platform.coordination.Figures;
import io.openteller.platform.coordination.Figures.Figure;
import io.openteller.platform.coordination.Figures.Together;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every replica says the same of the database's figures; who adds them up across replicas counts twice. */
@Singleton
class MeasuredFigures {

    private static final Logger log = LoggerFactory.getLogger(MeasuredFigures.class);

    private final List<Figures> figures;
    private final Tenants tenants;
    private final TenantDatabase database;
    private final BankLabels labels;
    private final MeterRegistry meters;
    private final Map<Key, AtomicReference<Double>> shown = new ConcurrentHashMap<>();

    MeasuredFigures(
            List<Figures> figures, Tenants tenants, TenantDatabase database, BankLabels labels, MeterRegistry meters) {
        this.figures = figures;
        this.tenants = tenants;
        this.database = database;
        this.labels = labels;
        this.meters = meters;
    }

    private record Key(String name, String description, String bank) {}

    @Scheduled(fixedDelay = "${openteller.metrics.every:10s}", initialDelay = "2s")
    void measure() {
        Map<Key, Double> now = new HashMap<>();
        try {
            for (Tenant bank : tenants.all()) {
                String label = labels.of(bank.slug().value());
                for (Figure figure : of(bank)) {
                    now.merge(
                            new Key(figure.name(), figure.description(), label),
                            figure.value(),
                            figure.together() == Together.SUM ? Double::sum : Math::max);
                }
            }
        } catch (RuntimeException failure) {
            log.warn("figures could not be measured; the last ones stay: {}", failure.getMessage());
            return;
        }
        now.forEach((key, value) -> shown.computeIfAbsent(key, this::gauge).set(value));
    }

    private List<Figure> of(Tenant bank) {
        return CurrentTenant.call(bank, () -> database.inTransaction(sql -> {
            List<Figure> all = new ArrayList<>();
            figures.forEach(room -> all.addAll(room.now()));
            return all;
        }));
    }

    private AtomicReference<Double> gauge(Key key) {
        AtomicReference<Double> value = new AtomicReference<>(0.0);
        Gauge.builder(key.name(), value, AtomicReference::get)
                .description(key.description())
                .tag("bank", key.bank())
                .register(meters);
        return value;
    }
}

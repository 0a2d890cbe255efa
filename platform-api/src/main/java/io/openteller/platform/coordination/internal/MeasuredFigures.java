package io.openteller.platform.coordination.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import io.openteller.platform.coordination.Figures.Figure;
import io.openteller.platform.coordination.Figures.Together;
import io.openteller.platform.coordination.Figures;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    private final BankLabels labels;
    private final MeterRegistry meters;
    private final Map<Key, AtomicReference<Double>> shown = new ConcurrentHashMap<>();

    MeasuredFigures(
            List<Figures> figures, Tenants tenants, BankLabels labels, MeterRegistry meters) {
        this.figures = figures;
        this.tenants = tenants;
        this.labels = labels;
        this.meters = meters;
    }

    private record Key(String name, String description, String bank) {}

    @Scheduled(fixedDelay = "${openteller.metrics.every:10s}", initialDelay = "2s")
    void measure() {
        Map<Key, Double> now = new HashMap<>();
        try {
            List<Tenant> banks = tenants.all();
            figures.forEach(room -> add(now, room, banks));
        } catch (RuntimeException failure) {
            log.warn("figures could not be measured; the last ones stay: {}", failure.getMessage());
            return;
        }
        now.forEach((key, value) -> shown.computeIfAbsent(key, this::gauge).set(value));
    }

    private void add(Map<Key, Double> now, Figures room, List<Tenant> banks) {
        Map<UUID, List<Double>> values = room.now();
        List<Figure> kinds = room.figures();
        for (Tenant bank : banks) {
            String label = labels.of(bank.slug().value());
            List<Double> own = values.getOrDefault(bank.id(), List.of());
            for (int i = 0; i < kinds.size(); i++) {
                Figure kind = kinds.get(i);
                now.merge(
                        new Key(kind.name(), kind.description(), label),
                        own.isEmpty() ? 0.0 : Math.max(0, own.get(i)),
                        kind.together() == Together.SUM ? Double::sum : Math::max);
            }
        }
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

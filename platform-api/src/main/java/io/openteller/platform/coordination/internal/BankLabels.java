package io.openteller.platform.coordination.internal;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The banks with a label of their own: so many, and all others share one. What watches must not grow without a bound. */
@Singleton
class BankLabels implements MeterFilter {

    static final String OTHERS = "others";
    private static final String BANK = "bank";

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final int most;

    BankLabels(@Property(name = "openteller.metrics.banks", defaultValue = "200") int most) {
        this.most = most;
    }

    String of(String slug) {
        if (known.contains(slug)) {
            return slug;
        }
        synchronized (known) {
            if (known.size() < most) {
                known.add(slug);
                return slug;
            }
            return known.contains(slug) ? slug : OTHERS;
        }
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        String bank = id.getTag(BANK);
        if (bank == null || bank.equals(OTHERS)) {
            return id;
        }
        String label = of(bank);
        if (label.equals(bank)) {
            return id;
        }
        List<Tag> tags = new ArrayList<>();
        id.getTagsAsIterable().forEach(tag -> tags.add(tag.getKey().equals(BANK) ? Tag.of(BANK, label) : tag));
        return id.replaceTags(tags);
    }
}

package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.Entities;
import io.openteller.platform.understanding.Entity;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Asks the finders in turn, the surest first; what one has taken no other may read otherwise. */
@Singleton
public final class NamedEntities implements Entities {

    @Override
    public List<Entity> find(String text, ZonedDateTime now, Locale locale) {
        LocalDate today = now.toLocalDate();
        List<Entity> taken = new ArrayList<>();
        List<Supplier<List<? extends Entity>>> finders = List.of(
                () -> CardFinder.in(text),
                () -> ReferenceFinder.in(text),
                () -> AmountFinder.withCurrency(text),
                () -> DateFinder.in(text, today, locale),
                () -> RelativeDayFinder.in(text, today),
                () -> AmountFinder.bare(text),
                () -> AccountFinder.in(text),
                () -> MerchantFinder.in(text, taken));
        for (var finder : finders) {
            for (Entity found : finder.get()) {
                if (taken.stream().noneMatch(other -> found.start() < other.end() && other.start() < found.end())) {
                    taken.add(found);
                }
            }
        }
        taken.sort(Comparator.comparingInt(Entity::start));
        return List.copyOf(taken);
    }
}

package io.openteller.platform.workflow.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.understanding.Entities;
import io.openteller.platform.understanding.Entity;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a customer's message names, for the bank that the thread works for. */
@Singleton
class Named {

    private final Entities entities;
    private final Clock clock;

    Named(Entities entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** @param amountMinor in the bank's own currency; one that the message names without a currency is taken to be so */
    record Payment(Optional<Long> amountMinor, Optional<String> merchant, Optional<Entity.Days> days) {

        /** Whether there is enough to look for it. */
        boolean isNamed() {
            return amountMinor.isPresent() || merchant.isPresent();
        }

        boolean mayBeOn(LocalDate day) {
            // A payment is often booked a day or two after it was made.
            return days.isEmpty() || days.get().contain(day) || days.get().contain(day.minusDays(1))
                    || days.get().contain(day.minusDays(2));
        }

        /** Names are written in many ways; a part is enough. */
        boolean mayBeTo(String name) {
            String paid = letters(name);
            return merchant.map(Payment::letters)
                    .map(said -> paid.contains(said) || said.contains(paid))
                    .orElse(true);
        }

        private static String letters(String name) {
            return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{Nd}]", "");
        }
    }

    Payment payment(String message) {
        List<Entity> found = find(message);
        String currency = CurrentTenant.get().currency();
        List<Entity.Amount> amounts = of(Entity.Amount.class, found);
        Optional<BigDecimal> amount = amounts.stream()
                .filter(one -> currency.equals(one.currency()))
                .findFirst()
                .or(() -> amounts.stream().filter(one -> one.currency() == null).findFirst())
                .map(Entity.Amount::value);
        return new Payment(
                amount.map(value -> value.movePointRight(
                                Currency.getInstance(currency).getDefaultFractionDigits())
                        .longValue()),
                of(Entity.Merchant.class, found).stream().map(Entity.Merchant::name).findFirst(),
                of(Entity.Days.class, found).stream().findFirst());
    }

    /** Last digits of cards; a number of four digits with nothing said about it may be one too. */
    Set<String> cards(String message) {
        List<Entity> found = find(message);
        return Stream.concat(
                        of(Entity.CardDigits.class, found).stream().map(Entity.CardDigits::last4),
                        of(Entity.Amount.class, found).stream()
                                .filter(one -> one.currency() == null)
                                .map(one -> message.substring(one.start(), one.end())))
                .collect(Collectors.toSet());
    }

    private List<Entity> find(String message) {
        Locale locale = Locale.forLanguageTag(CurrentTenant.get().locale());
        return entities.find(message, ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), locale);
    }

    private static <E extends Entity> List<E> of(Class<E> kind, List<Entity> found) {
        return found.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}

package io.openteller.platform.llm.internal.routes;

import io.openteller.platform.llm.internal.routes.RouteViews.GivenPrice;
import io.openteller.platform.llm.internal.routes.RouteViews.GivenPrices;
import io.openteller.platform.llm.internal.routes.RouteViews.Prices;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.FieldFault;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.PlatformDatabase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operator's prices, one list per currency; a new list replaces the one before, which is kept. */
@Singleton
class PriceBook {

    private static final int MOST = 500;
    private static final long DEAREST = 100_000_000_000L;

    private final SetupSql stored;
    private final Setups setups;
    private final PlatformDatabase database;
    private final Clock clock;

    PriceBook(SetupSql stored, Setups setups, PlatformDatabase database, Clock clock) {
        this.stored = stored;
        this.setups = setups;
        this.database = database;
        this.clock = clock;
    }

    Prices put(GivenPrices given) {
        List<FieldFault> faults = new ArrayList<>();
        String currency = given.currency() == null ? "" : given.currency();
        if (!currency.matches("[A-Z]{3}")) {
            faults.add(new FieldFault("currency", "Three capital letters, such as GBP"));
        }
        List<GivenPrice> items = given.items() == null ? List.of() : given.items();
        if (items.size() > MOST) {
            faults.add(new FieldFault("items", "At most " + MOST));
        }
        List<Price> prices = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            prices.add(price(items.get(i), "items[" + i + "].", faults));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(ErrorCode.SETTINGS_INVALID, faults);
        }
        database.inTransaction(sql -> sql.createUpdate(
                        "INSERT INTO model_price_list (currency, items) VALUES (:currency, :items::jsonb)")
                .bind("currency", currency)
                .bind("items", stored.written(prices))
                .execute());
        setups.forgetAll();
        return new Prices(currency, prices);
    }

    private Price price(GivenPrice given, String at, List<FieldFault> faults) {
        String plugin = given.plugin() == null ? "" : given.plugin();
        String model = given.model() == null ? "" : given.model();
        if (plugin.isBlank()) {
            faults.add(new FieldFault(at + "plugin", "Whose models these are"));
        }
        if (model.isBlank() || model.indexOf('*') != model.lastIndexOf('*')) {
            faults.add(new FieldFault(at + "model", "A name with at most one star"));
        }
        return new Price(
                plugin,
                model,
                amount(given.inputPerMillionMinor(), at + "inputPerMillionMinor", faults),
                amount(given.outputPerMillionMinor(), at + "outputPerMillionMinor", faults),
                given.from() == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : given.from());
    }

    private static long amount(@Nullable Long given, String field, List<FieldFault> faults) {
        long amount = given == null ? -1 : given;
        if (amount < 0 || amount > DEAREST) {
            faults.add(new FieldFault(field, "From 0 to " + DEAREST));
        }
        return amount;
    }
}

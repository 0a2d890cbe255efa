package io.openteller.platform.llm.internal.routes;

import io.openteller.platform.llm.Task;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a bank has chosen about models, as of one moment.
 *
 * @param prices in the bank's currency
 */
public record Setup(Map<Task, Route> routes, Settings settings, List<Price> prices) {

    public Setup {
        routes = Map.copyOf(routes);
        prices = List.copyOf(prices);
    }

    /** Empty when there is none, or it is off. */
    public Optional<Route> route(Task task) {
        return Optional.ofNullable(routes.get(task)).filter(Route::on);
    }

    /** The newest that has begun; a name in full counts for more than one with a star. */
    public Optional<Price> price(Candidate candidate, LocalDate day) {
        return prices.stream()
                .filter(price -> price.isOf(candidate) && !price.from().isAfter(day))
                .max(Comparator.comparing((Price price) -> !price.model().contains("*"))
                        .thenComparing(price -> price.model().length())
                        .thenComparing(Price::from));
    }
}

package io.openteller.bench.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.bench.invariants.Books.Effect;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.OperationSpec.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Limits of the catalogue and of the bank, summed up over the ledger's own lines: what the platform thinks that it has counted
 * is not asked.
 */
final class WithinLimits {

    private WithinLimits() {}

    static List<String> breaches(Books books, Witness witness) {
        Map<String, List<Effect>> byOperation = books.effects().stream().collect(Collectors.groupingBy(Effect::operation));
        List<String> breaches = new ArrayList<>();
        byOperation.forEach((operation, effects) -> {
            OperationSpec spec = Catalogue.standard().find(operation).orElseThrow();
            Stream.concat(spec.limits().stream(), books.bounds().getOrDefault(operation, List.of()).stream())
                    .forEach(limit -> check(spec, limit, effects, breaches));
        });
        return breaches;
    }

    private static void check(OperationSpec spec, Limit limit, List<Effect> effects, List<String> breaches) {
        Map<String, List<Effect>> whose = effects.stream()
                .collect(Collectors.groupingBy(one -> limit.scope() == Limit.Scope.CUSTOMER ? one.customer() : "the bank"));
        whose.forEach((who, theirs) -> {
            String over = over(spec, limit, theirs);
            if (over != null) {
                breaches.add(spec.name() + " by " + who + ": " + over);
            }
        });
    }

    /** Looks back from each effect as far as the limit does. */
    private static @Nullable String over(OperationSpec spec, Limit limit, List<Effect> effects) {
        List<Effect> inOrder = effects.stream().sorted(Comparator.comparing(Effect::at)).toList();
        for (int last = 0; last < inOrder.size(); last++) {
            Instant since = inOrder.get(last).at().minus(Duration.ofDays(limit.days()));
            List<Effect> within = limit.days() == 0
                    ? List.of(inOrder.get(last))
                    : inOrder.subList(0, last + 1).stream().filter(one -> one.at().isAfter(since)).toList();
            Integer most = limit.count();
            if (most != null && within.size() > most) {
                return within.size() + " times, and " + most + " is the most in " + limit.days() + " days";
            }
            for (Map.Entry<String, Long> line : limit.minor().entrySet()) {
                long sum = sum(spec, within, line.getKey());
                if (sum > line.getValue()) {
                    return sum + " " + line.getKey() + ", and " + line.getValue() + " is the most in " + limit.days() + " days";
                }
            }
        }
        return null;
    }

    private static long sum(OperationSpec spec, List<Effect> effects, String currency) {
        return effects.stream()
                .map(effect -> Arguments.amount(spec, effect))
                .filter(amount -> amount.path("currency").asText().equals(currency))
                .mapToLong((JsonNode amount) -> Math.abs(amount.path("minor").asLong()))
                .sum();
    }
}

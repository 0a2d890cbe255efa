package io.openteller.platform.llm.internal.routes;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.llm.Task;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which models a bank asks for a task.
 *
 * @param hedgeAfterMillis when the first candidate has said nothing for so long, the next is asked as well; null: never
 * @param budget of this task alone, besides that of the bank
 */
@Serdeable
public record Route(
        Task task,
        boolean on,
        List<Candidate> candidates,
        Set<Failure> fallbackOn,
        @Nullable Integer hedgeAfterMillis,
        Limits budget) {

    public static final Set<Failure> EVERY_FAILURE = Set.of(Failure.values());

    public Route {
        candidates = List.copyOf(candidates);
        fallbackOn = Set.copyOf(fallbackOn);
    }

    /** Whom an older form of the route knows: the first that customers hear. */
    public Candidate first() {
        return candidates.stream()
                .filter(one -> !one.shadow() && one.canaryPercent() == null)
                .findFirst()
                .orElse(candidates.getFirst());
    }

    String inWords() {
        return candidates.stream().map(Candidate::inWords).collect(Collectors.joining("; "))
                + "; next on " + fallbackOn.stream().map(Enum::name).sorted().collect(Collectors.joining(" "))
                + (hedgeAfterMillis == null ? "" : ", hedged after " + hedgeAfterMillis + " ms") + budget.inWords() + ", "
                + (on ? "on" : "off");
    }
}

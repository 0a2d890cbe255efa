package io.openteller.plugins.sandbox;

import io.openteller.plugins.sandbox.Faults.Fault;
import io.openteller.plugins.sandbox.operations.Json;
import io.openteller.plugins.sandbox.operations.Supplied;
import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.OperationProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.pf4j.Extension;

/** All operations of the catalogue, with the faults that are switched on. */
@Extension
public final class SandboxOperations implements OperationProvider {

    private static final Duration STALE_BY = Duration.ofDays(1);
    private static final long SLOW_MILLIS = 3_000;

    private final Clock clock;

    /** As the platform makes it. */
    public SandboxOperations() {
        this(Clock.systemUTC());
    }

    SandboxOperations(Clock clock) {
        this.clock = clock;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Outcome<List<String>> supplied(CallContext context) {
        try {
            SandboxSettings.SPEC.read(context);
            return Outcome.done(List.copyOf(Books.supplied().keySet()), now());
        } catch (IllegalArgumentException unset) {
            return Outcome.unavailable(String.valueOf(unset.getMessage()));
        }
    }

    @Override
    public Outcome<String> perform(CallContext context, String operation, String customerRef, String inputJson) {
        Supplied supplied = Books.supplied().get(operation);
        if (supplied == null) {
            return Outcome.notFound("operation");
        }
        return Guarded.callFor(customerRef, context, store -> {
            Fault fault = store.fault(context, operation);
            Books books = new Books(store, context, customerRef);
            return switch (fault.mode()) {
                case NONE, UNSURE -> books.perform(supplied, Json.read(inputJson), now());
                case SLOW -> paused(fault, context)
                        ? books.perform(supplied, Json.read(inputJson), now())
                        : Outcome.unavailable("nobody waited for the answer");
                case DOWN -> Outcome.unavailable("the sandbox is set to be down");
                case APPLIED_THEN_TIMEOUT -> {
                    books.perform(supplied, Json.read(inputJson), now());
                    paused(fault, context);
                    yield Outcome.unavailable("the sandbox is set to keep its answer to itself");
                }
                case STALE -> books.perform(
                        supplied,
                        Json.read(inputJson),
                        supplied.kind() == Supplied.Kind.READ ? now().minus(STALE_BY) : now());
                case WRONG_SCHEMA -> garbled(books.perform(supplied, Json.read(inputJson), now()));
            };
        });
    }

    @Override
    public Outcome<Past> reconcile(CallContext context, String operation, String customerRef, String callId) {
        Supplied supplied = Books.supplied().get(operation);
        if (supplied == null) {
            return Outcome.notFound("operation");
        }
        return Guarded.callFor(customerRef, context, store -> {
            Fault fault = store.fault(context, "reconcile");
            return switch (fault.mode()) {
                case DOWN, APPLIED_THEN_TIMEOUT -> Outcome.unavailable("the sandbox is set to be down");
                case UNSURE -> Outcome.done(Past.unknown(), now());
                case SLOW -> paused(fault, context)
                        ? new Books(store, context, customerRef).reconcile(supplied, callId, now())
                        : Outcome.unavailable("nobody waited for the answer");
                case NONE, STALE, WRONG_SCHEMA ->
                    new Books(store, context, customerRef).reconcile(supplied, callId, now());
            };
        });
    }

    /** @return whether somebody still waits */
    private boolean paused(Fault fault, CallContext context) {
        long untilDeadline = Math.max(0, Duration.between(Instant.now(), context.deadline()).toMillis());
        long usual = fault.mode() == Faults.Mode.SLOW ? SLOW_MILLIS : untilDeadline;
        try {
            Thread.sleep(Math.min(fault.millis() == null ? usual : fault.millis(), untilDeadline));
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Outcome<String> garbled(Outcome<String> outcome) {
        return outcome instanceof Outcome.Done<String>(String result, Instant asOf)
                ? Outcome.done(Json.text(Json.of("unexpected", List.of(result))), asOf)
                : outcome;
    }
}

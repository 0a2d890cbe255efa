package io.openteller.plugins.sandbox;

import io.openteller.plugins.sandbox.operations.Malformed;
import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import java.time.Duration;
import java.util.function.Function;

/** Opens the store for a call; what goes wrong with it is an outcome, not an exception. */
final class Guarded {

    private Guarded() {}

    static <T> Outcome<T> call(CallContext context, Function<Store, Outcome<T>> work) {
        try {
            SandboxSettings settings = SandboxSettings.SPEC.read(context);
            if (settings.delayMillis() != null) {
                Thread.sleep(Duration.ofMillis(settings.delayMillis()));
            }
            return settings.outage()
                    ? Outcome.unavailable("the sandbox is set to be out of order")
                    : work.apply(Store.of(settings, context.bank()));
        } catch (Malformed misunderstood) {
            return Outcome.unavailable(String.valueOf(misunderstood.getMessage()));
        } catch (IllegalArgumentException wrongSetting) {
            return Outcome.unavailable(String.valueOf(wrongSetting.getMessage()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Outcome.unavailable("the sandbox had no time to answer");
        } catch (RuntimeException failure) {
            return Outcome.unavailable("the sandbox's store failed: " + failure.getMessage());
        }
    }

    /** The same, for a customer that the bank must know. */
    static <T> Outcome<T> callFor(String customerRef, CallContext context, Function<Store, Outcome<T>> work) {
        return call(context, store -> store.knows(customerRef) ? work.apply(store) : Outcome.notFound("customer"));
    }
}

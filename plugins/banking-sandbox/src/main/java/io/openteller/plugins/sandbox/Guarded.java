package io.openteller.plugins.sandbox;

import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import java.util.function.Function;

/** Opens the store for a call; what goes wrong with it is an outcome, not an exception. */
final class Guarded {

    private Guarded() {}

    static <T> Outcome<T> call(CallContext context, Function<Store, Outcome<T>> work) {
        String outage = context.setting("outage");
        if ("true".equals(outage)) {
            return Outcome.unavailable("the sandbox is set to be out of order");
        }
        try {
            return work.apply(Store.of(context));
        } catch (IllegalArgumentException wrongSetting) {
            return Outcome.unavailable(String.valueOf(wrongSetting.getMessage()));
        } catch (RuntimeException failure) {
            return Outcome.unavailable("the sandbox's store failed: " + failure.getMessage());
        }
    }
}

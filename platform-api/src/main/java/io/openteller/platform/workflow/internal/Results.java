package io.openteller.platform.workflow.internal;

import io.openteller.platform.banking.BankResult;
import io.openteller.platform.workflow.Performed;
import java.util.Map;

/** What the decision record keeps of a call. */
final class Results {

    private Results() {}

    /** @param evidence every figure of the result as it is said to the customer */
    static Performed performed(
            String operation, BankResult<?> result, Map<String, String> arguments, String evidence) {
        String outcome = switch (result) {
            case BankResult.Done<?> done -> "done";
            case BankResult.NeedsStepUp<?> stepUp -> "needs a confirmed identity";
            case BankResult.Refused<?> refused -> "refused: " + refused.reason();
            case BankResult.Unavailable<?> unavailable -> "unavailable: " + unavailable.cause();
        };
        return new Performed(operation, result.plugin(), outcome, result.millis(), arguments, evidence);
    }
}

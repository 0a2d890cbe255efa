package io.openteller.platform.training.internal;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.training.internal.IntentViews.Released;
import io.openteller.platform.training.internal.IntentViews.Scope;
import io.openteller.platform.training.internal.IntentViews.Threshold;

/** From where on a message counts as about nothing that the bank has taught. */
@Controller("/api/v1/intents/scope")
@ExecuteOn(TaskExecutors.BLOCKING)
class ScopeController {

    private final ScopeThreshold threshold;

    ScopeController(ScopeThreshold threshold) {
        this.threshold = threshold;
    }

    /** The threshold in force, and what others would cost and bring with the model in force. */
    @Get
    @Allowed(Permission.INTENT_READ)
    Scope scope() {
        return threshold.now();
    }

    /** In force with the next message, as a release; null takes the likeliest intent in any case. */
    @Put
    @Allowed(Permission.INTENT_WRITE)
    Released put(@Body Threshold chosen) {
        Double value = chosen.threshold();
        if (value != null && !(value >= 0 && value <= 1)) {
            throw new ProblemException(ErrorCode.INTENT_INVALID, "A threshold is between 0 and 1, or null for none");
        }
        return new Released(threshold.put(value, CurrentStaff.get().name()));
    }
}

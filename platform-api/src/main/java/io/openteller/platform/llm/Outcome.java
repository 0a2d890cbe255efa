package io.openteller.platform.llm;

/** What asking a model came to. */
public sealed interface Outcome {

    ModelCall call();

    /** @param text with tokens where personal values would stand; only {@code guard} can turn them back */
    record Said(String text, ModelCall call) implements Outcome {}

    /** Go on without. @param why of the model that was tried last */
    record NoModel(Why why, ModelCall call) implements Outcome {}

    /** Why there is none. */
    enum Why {
        NOT_CONFIGURED,
        BUDGET_SPENT,
        /** It runs where the bank lets none run. */
        OUTSIDE_REGION,
        /** It failed too often just now, or asked for rest. */
        RESTING,
        TOO_MANY_AT_ONCE,
        NO_TIME,
        LIMITED,
        REFUSED,
        UNAVAILABLE,
        TOO_LONG,
        BAD_ANSWER,
        CANCELLED
    }
}

package io.openteller.platform.identity.internal;

/** How a sign-in ended. */
sealed interface SignInOutcome {

    /** @param cookie of the session that began */
    record Welcome(String cookie, String returnTo) implements SignInOutcome {}

    /** Nothing was stored. */
    record Refused(Refusal why) implements SignInOutcome {}
}

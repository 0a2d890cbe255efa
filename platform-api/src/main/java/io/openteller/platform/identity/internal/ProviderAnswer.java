package io.openteller.platform.identity.internal;

import java.util.List;

/** What the identity provider says when a browser comes back from it. */
sealed interface ProviderAnswer {

    /**
     * Somebody, proven by a verified ID token.
     *
     * @param organizations aliases of the organizations that they signed in for
     */
    record Person(String subject, String email, boolean emailVerified, List<String> organizations)
            implements ProviderAnswer {}

    /** @param why for the log */
    record Declined(String why) implements ProviderAnswer {}

    record Unreachable(String why) implements ProviderAnswer {}
}

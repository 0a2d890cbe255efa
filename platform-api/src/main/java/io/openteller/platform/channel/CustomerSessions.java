package io.openteller.platform.channel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door for customers. Every refusal is a {@link io.openteller.platform.problem.ProblemException}. */
public interface CustomerSessions {

    /**
     * Checks who is at the widget. An identity token is good for one session, which is {@link #start}'s to see to.
     *
     * @param origin the request's Origin header; null if it had none, which is refused
     * @param identityToken a JWT signed by the bank's site (ES256 or EdDSA, at most five minutes old); null for a visitor
     */
    Visitor admit(String siteKey, @Nullable String origin, @Nullable String identityToken);

    /**
     * Binds a conversation to a new session and uses up the word that the bank gave for this visitor, both in the transaction that
     * is open: a session that does not come about has cost the customer nothing. Refuses a word that was used before.
     *
     * @return the session's secret token; only its hash is kept
     */
    String start(Visitor visitor, UUID conversation);

    /**
     * @param authorization the request's Authorization header
     * @param origin the request's Origin header; must be the one that the session began with
     */
    CustomerSession require(@Nullable String authorization, @Nullable String origin);
}

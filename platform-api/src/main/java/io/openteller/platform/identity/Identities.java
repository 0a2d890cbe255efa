package io.openteller.platform.identity;

import java.util.Optional;
import java.util.Set;

/** Sets up who can get in, for operators. Every method may be repeated: what is there stays. */
public interface Identities {

    /**
     * Makes the realm and the platform's client at the identity provider, or brings the client's addresses up to date.
     *
     * @return the client's secret if it was made up here because none is configured; it is not kept anywhere else
     */
    Optional<String> prepareRealm();

    /** Makes the bank's organization at the identity provider, if it is not there. The bank must be registered. */
    void prepareBank(String slug, String name);

    /**
     * Makes an account at the identity provider and a member of the bank's organization.
     *
     * @param password for the first sign-in; used only when the account is new, and outside a demo to be changed then
     * @return whether the account is new
     */
    boolean prepareAccount(String bankSlug, String email, String name, String password);

    /**
     * Makes a key for a program of the current bank; an older one with the same name stops working.
     *
     * @return the key; only its hash is kept
     */
    String issueApiKey(String name, Set<Permission> permissions);
}

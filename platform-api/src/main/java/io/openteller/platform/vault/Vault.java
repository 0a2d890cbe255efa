package io.openteller.platform.vault;

/** Seals and opens secrets of the current tenant. */
public interface Vault {

    /** @param purpose where the secret belongs; opening needs the same */
    String seal(String secret, String purpose);

    /** @throws IllegalStateException if it was sealed for another purpose or bank, with another key, or was changed */
    String open(String sealed, String purpose);
}

package io.openteller.packages;

import java.util.Optional;

/** The keys whose packages are taken. */
@FunctionalInterface
public interface TrustedKeys {

    /** Revoked ones too: a package of theirs is refused for another reason than one of a stranger. */
    Optional<TrustedKey> find(String keyId);
}

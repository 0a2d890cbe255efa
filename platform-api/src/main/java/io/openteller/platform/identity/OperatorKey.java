package io.openteller.platform.identity;

import io.micronaut.context.annotation.Property;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The key of whoever runs the platform: what concerns every bank is no bank's administrator's to decide. */
@Singleton
public final class OperatorKey {

    private static final int SHORTEST = 24;
    private final String key;

    OperatorKey(@Property(name = "openteller.operator.key", defaultValue = "") String key) {
        this.key = key;
    }

    /** Without a key in the configuration nobody is the operator. */
    public void check(@Nullable String authorization) {
        if (authorization == null) {
            throw new ProblemException(ErrorCode.NOT_SIGNED_IN, "This needs the operator's key");
        }
        byte[] given = authorization.getBytes(StandardCharsets.UTF_8);
        byte[] right = ("Bearer " + key).getBytes(StandardCharsets.UTF_8);
        if (key.length() < SHORTEST || !MessageDigest.isEqual(given, right)) {
            throw new ProblemException(ErrorCode.NOT_ALLOWED, "This needs the operator's key");
        }
    }
}

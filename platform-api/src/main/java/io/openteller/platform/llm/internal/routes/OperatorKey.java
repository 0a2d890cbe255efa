package io.openteller.platform.llm.internal.routes;

import io.micronaut.context.annotation.Property;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Of whom runs the platform for all banks. */
@Singleton
class OperatorKey {

    private static final int SHORTEST_KEY = 24;

    private final String key;

    OperatorKey(@Property(name = "openteller.operator.key", defaultValue = "") String key) {
        this.key = key;
    }

    /** Without a key in the configuration nobody is the operator. */
    void check(@Nullable String authorization) {
        if (authorization == null) {
            throw new ProblemException(ErrorCode.NOT_SIGNED_IN, "This needs the operator's key");
        }
        byte[] given = authorization.getBytes(StandardCharsets.UTF_8);
        byte[] right = ("Bearer " + key).getBytes(StandardCharsets.UTF_8);
        if (key.length() < SHORTEST_KEY || !MessageDigest.isEqual(given, right)) {
            throw new ProblemException(ErrorCode.NOT_ALLOWED, "This needs the operator's key");
        }
    }
}

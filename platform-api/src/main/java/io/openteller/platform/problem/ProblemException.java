package io.openteller.platform.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Stops a request with a catalogued error. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable String detail;
    private final @Nullable Duration retryAfter;

    public ProblemException(ErrorCode code) {
        this(code, null, null);
    }

    /** @param detail shown to the caller, so without personal data of others and without internals */
    public ProblemException(ErrorCode code, @Nullable String detail) {
        this(code, detail, null);
    }

    /** @param retryAfter when the caller may try again */
    public ProblemException(ErrorCode code, @Nullable String detail, @Nullable Duration retryAfter) {
        super(code.sentence());
        this.code = code;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    public ErrorCode code() {
        return code;
    }

    public @Nullable String detail() {
        return detail;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
